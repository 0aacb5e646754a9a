"""Finding English forms in an English text, whatever their capitals, number and order of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vnnews.review.lexicon import content_words, stem

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_CAPITALISED = re.compile(r"[A-Z](?<![A-Za-z].)[A-Za-z]*", re.DOTALL)


def find(forms: Iterable[str], lower: str) -> tuple[int, int] | None:
    """Where the first of `forms` that stands in `lower` (a text in small letters) stands as whole words."""
    for form in forms:
        wanted = form.lower()
        at = lower.find(wanted) if wanted else -1
        while at >= 0:
            end = _word_end(lower, at, at + len(wanted))
            if end:
                return at, end
            at = lower.find(wanted, at + 1)
    return None


def _word_end(lower: str, start: int, end: int) -> int:
    """The end of the form with a plural ending, or 0 where [start, end) cuts a word."""
    if start and lower[start - 1].isalnum() and lower[start].isalnum():
        return 0
    for ending in ("", "s", "es"):
        after = end + len(ending)
        if lower.startswith(ending, end) and not lower[after : after + 1].isalnum():
            return after
    return 0


@lru_cache(maxsize=20_000)
def content_stems(form: str) -> frozenset[str]:
    """The stems of the words of a form that say something."""
    return frozenset(stem(m[0]) for m in content_words(form))


def share_said(form: str, said: frozenset[str]) -> float:
    """Which share of a form's content words a text with the stems `said` has; 1 for a form without any."""
    wanted = content_stems(form)
    return len(wanted & said) / len(wanted) if wanted else 1.0


def capitalised(text: str) -> Iterator[re.Match[str]]:
    """The capitalised words of a text, by place; words all in capitals too."""
    if text.isascii():
        return _ASCII_CAPITALISED.finditer(text)
    return (m for m in _WORD.finditer(text) if m[0][0].isupper())
