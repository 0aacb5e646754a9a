"""Tokens: a text as syllables, numbers and marks with their places, and longest matching over them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from vnnews.english.bodies import Name
from vnnews.vietnamese.normalise import fold

_TOKEN = re.compile(r"[^\W\d_](?:[^\W_\u0300-\u036f]|[\u0300-\u036f]|[&'’](?=[^\W\d_]))*|\d+(?:[.,/]\d+)*|[^\w ]|_")
_DASHES = {"–": "-", "—": "-", "−": "-"}
_CACHE_LIMIT = 100_000

LOWER, CAPITAL, CAPITALS, OTHER = range(4)
"""How a token is written: đường, Đường, ĐT, and whatever is no word."""


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces, for looking folded tokens up."""
    return frozenset(text.split())


def any_case(phrases: Iterable[str]) -> str:
    """A pattern for any of the words, whatever their capitals, that a search passes most places over with at once.

    It looks at first letters; `(?i:one|another)` tries each alternative everywhere. Of words that begin alike the
    longest is tried first.
    """
    ends: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        ends.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"[{re.escape(first + first.upper())}](?i:{'|'.join(rest)})" for first, rest in ends.items())


class _Shapes(dict[str, tuple[str, int, bool]]):
    """Token as written -> (folded form, how it is written, whether like a syllable of a name)."""

    def __missing__(self, token: str) -> tuple[str, int, bool]:
        kind, folded = _shape(token), fold(token.replace("’", "'"))
        name = not token[-1].isdigit() and (kind == CAPITAL or (kind == CAPITALS and "'" in folded))
        shape = (_DASHES.get(token, folded), kind, name)
        if len(self) < _CACHE_LIMIT:
            self[token] = shape
        return shape


def _shape(token: str) -> int:
    if not token[0].isalpha():
        return OTHER
    if not token[0].isupper():
        return LOWER
    letters = [c for c in token if c.isalpha()]
    return CAPITALS if len(letters) > 1 and all(c.isupper() for c in letters) else CAPITAL


_shapes = _Shapes()


class Tokens:
    """A text in tokens. Parallel lists: `words` as written, `folds` for comparison, `shapes`, `starts` and `ends`.

    `known` holds bodies that the glossary found in it: first token -> (token after the last, English name,
    whether the house has its own word for it).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        self.words = [token[0] for token in found]
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]
        self.known: dict[int, tuple[int, Name, bool]] = {}
        shapes = [_shapes[word] for word in self.words]
        self.folds = [shape[0] for shape in shapes]
        self.shapes = [shape[1] for shape in shapes]
        self._names = [shape[2] for shape in shapes]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the text that the tokens [start, end) cover."""
        return self.starts[start], self.ends[end - 1]

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that cover just the code points [start, end), None where one of the two cuts a token."""
        first, last = bisect_left(self.starts, start), bisect_left(self.ends, end)
        whole = last < len(self) and self.starts[first] == start and self.ends[last] == end
        return (first, last + 1) if whole else None

    def written(self, start: int, end: int) -> str:
        """The text of the tokens [start, end), white space made single spaces."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split()) if end > start else ""

    def fold_at(self, i: int) -> str:
        """The folded token at `i`, or "" outside the text."""
        return self.folds[i] if 0 <= i < len(self.folds) else ""

    def is_name(self, i: int) -> bool:
        """Whether a token is written like a syllable of a name: Hòa, H'leo, but not hòa and not UBND."""
        return 0 <= i < len(self._names) and self._names[i]

    def adjacent(self, i: int) -> bool:
        """Whether only spaces stand between token `i` and the one before it, or nothing."""
        return i > 0 and self.text[self.ends[i - 1] : self.starts[i]].strip(" \u00a0") == ""


T = TypeVar("T")


class Lexicon(Generic[T]):
    """Phrases of folded tokens with a value each; the first value given to a phrase stays."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._phrases: dict[tuple[str, ...], T] = {}
        self._longest: dict[str, int] = {}
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """Enter `phrase`, in any spelling that folds alike."""
        key = tuple(_shapes[word][0] for word in _TOKEN.findall(phrase))
        self._phrases.setdefault(key, value)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def __contains__(self, first: str) -> bool:
        return first in self._longest

    def firsts(self) -> Iterable[str]:
        """The folded tokens that a phrase can begin with."""
        return self._longest.keys()

    def get(self, folds: tuple[str, ...]) -> T | None:
        """The value of exactly that phrase."""
        return self._phrases.get(folds)

    def longest(self, tokens: Tokens, i: int, limit: int | None = None) -> tuple[int, T] | None:
        """The longest phrase that begins at token `i` and ends by `limit`: (token after it, value)."""
        folds = tokens.folds
        most = self._longest.get(folds[i]) if i < len(folds) else None
        if most is None:
            return None
        end = min(len(folds) if limit is None else limit, i + most)
        for j in range(end, i, -1):
            value = self._phrases.get(tuple(folds[i:j]))
            if value is not None:
                return j, value
        return None
