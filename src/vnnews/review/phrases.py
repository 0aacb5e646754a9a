"""Phrases: many fixed phrases looked for in an English text at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick

_WORD_SIGN = re.compile(r"\w")


class Phrases:
    """Finds the phrases of a list as they are written; `apart` is what may not follow one of them."""

    def __init__(self, phrases: Collection[str], apart: re.Pattern[str]) -> None:
        self._automaton = AhoCorasick(list(phrases))
        self._apart = apart

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where phrases stand as whole words, left to right: of those that overlap the first, of these the longest."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        free = 0
        for start, end in sorted((start, -end) for _, start, end in hits):
            cut = start > 0 and _WORD_SIGN.match(text, start - 1)
            if start >= free and not cut and not self._apart.match(text, -end):
                free = -end
                yield start, free
