"""Recover: Items that an engine said in its own words found in the answer and put right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnnews.english import read_values
from vnnews.item import Item
from vnnews.translate.protect import Bound, Placed, Restored

_WORD = re.compile(r"[^\s,;:()\"]+")
_LIKE = 74.0
"""From this likeness (0 to 100) on a run of words is taken for the engine's own wording of an Item."""

_NAMES = frozenset({"person", "place", "institution", "title", "document", "term"})


def recover(answer: Restored, bound: Sequence[Bound]) -> Restored:
    """The answer with the Items that are missing set in place of what the engine wrote for them, where that is found.

    Figures are found by value, names by likeness; nothing is inserted where nothing like it stands.
    """
    text, placed = answer.text, list(answer.placed)
    for n, b in enumerate(bound):
        if not b.english or any(p.index == n for p in placed):
            continue
        span = _place(text, b, placed)
        if span is not None:
            text, placed = _set(text, placed, n, span, b.english)
    return Restored(text, tuple(sorted(placed, key=lambda p: p.start)), answer.leftover)


def _place(text: str, bound: Bound, placed: Sequence[Placed]) -> tuple[int, int] | None:
    taken = [(p.start, p.end) for p in placed]
    if bound.item.kind in _NAMES:
        return _alike(text, bound.english, taken)
    return next((i.span for i in read_values(text) if _same(i, bound.item) and _free(i.span, taken)), None)


def _same(read: Item, wanted: Item) -> bool:
    return type(read.value) is type(wanted.value) and read.value == wanted.value


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _alike(text: str, english: str, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The run of about as many words that is most like the English, if it is like enough."""
    from rapidfuzz import fuzz

    words = [m.span() for m in _WORD.finditer(text)]
    count = len(english.split())
    best, found = _LIKE, None
    for size in range(max(1, count - 2), count + 3):
        for i in range(len(words) - size + 1):
            span = (words[i][0], words[i + size - 1][1])
            if not _free(span, taken):
                continue
            likeness = fuzz.ratio(text[slice(*span)].casefold().rstrip("."), english.casefold(), score_cutoff=best)
            if likeness > best:
                best, found = likeness, span
    if found is not None and text[found[1] - 1] == "." and not english.endswith("."):
        found = (found[0], found[1] - 1)
    return found


def _set(text: str, placed: Sequence[Placed], n: int, span: tuple[int, int], english: str) -> tuple[str, list[Placed]]:
    start, end = span
    shift = len(english) - (end - start)
    moved = [Placed(p.index, p.start + shift, p.end + shift) if p.start >= end else p for p in placed]
    return text[:start] + english + text[end:], [*moved, Placed(n, start, start + len(english))]
