"""What every check gets: a pair of texts with what rules know about them, and the whole they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vnnews.english.style import Style
from vnnews.english.values import read_values
from vnnews.finding import Finding, Rule, Side
from vnnews.item import Item
from vnnews.review import lexicon
from vnnews.review.lexicon import plain_syllables, stem
from vnnews.vietnamese import Context, recognise, values

_CODE = re.compile(r"\S*\d\S*/\S*|\S+/\S*[A-Z]{2}\S*|https?:\S+|\S+@\S+|www\.\S+|\S+\.vn\b")
_CODE_SIGNS = ("/", "http", "@", "www.", ".vn")
"""What any match of `_CODE` holds: looking for these first is many times faster."""


@dataclass
class Pair:
    """A Vietnamese text (None where there is none) and its English, usually a segment; read only when asked for."""

    id: str
    source: str | None
    target: str
    context: Context
    style: Style
    headline: bool = False

    @cached_property
    def items(self) -> Sequence[Item]:
        """The Items of the source."""
        return recognise(self.source, self.context) if self.source else ()

    @cached_property
    def source_values(self) -> Sequence[Item]:
        """The numbers, dates and documents that the source states, also those inside terms."""
        return values.find(self.source, self.context.published) if self.source else ()

    @cached_property
    def values(self) -> Sequence[Item]:
        """The numbers, dates and documents that the English states."""
        return read_values(self.target)

    @cached_property
    def lower(self) -> str:
        """The English in small letters."""
        return self.target.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """The English words in small letters."""
        return lexicon.english_words(self.target)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the English words."""
        return frozenset(map(stem, self.words))

    @cached_property
    def source_words(self) -> Sequence[tuple[int, int, str]]:
        """The words of the source that the lexicon knows."""
        return lexicon.load().words(self.source or "")

    @cached_property
    def plain_source(self) -> frozenset[str]:
        """The syllables of the source in small letters without marks."""
        return plain_syllables(self.source or "")

    @cached_property
    def codes(self) -> Sequence[tuple[int, int]]:
        """Where document codes and addresses stand in the English: no words are looked for there."""
        if not any(sign in self.target for sign in _CODE_SIGNS):
            return ()
        return [m.span() for m in _CODE.finditer(self.target)]

    def in_code(self, start: int, end: int) -> bool:
        """Whether [start, end) of the English lies in a document code or an address."""
        return any(a <= start and end <= b for a, b in self.codes)


def _all_of(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """What any of the sets has; of one nothing is copied."""
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)


@dataclass(frozen=True)
class Paragraph:
    """The pairs of one paragraph: inside it sentences may merge, split and move."""

    pairs: Sequence[Pair]

    @cached_property
    def english(self) -> str:
        """The English of all pairs, a line each."""
        return "\n".join(p.target for p in self.pairs)

    @cached_property
    def lower(self) -> str:
        """The English of all pairs in small letters."""
        return self.pairs[0].lower if len(self.pairs) == 1 else self.english.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """All its English words in small letters."""
        return _all_of([p.words for p in self.pairs])

    @cached_property
    def source(self) -> str:
        """The Vietnamese of all pairs, a line each."""
        return "\n".join(p.source or "" for p in self.pairs)

    @cached_property
    def lower_source(self) -> str:
        """The Vietnamese of all pairs in small letters."""
        return self.source.lower()

    @cached_property
    def source_words(self) -> Sequence[tuple[int, int, str]]:
        """The words of the Vietnamese that the lexicon knows, placed in `source`."""
        if len(self.pairs) == 1:
            return self.pairs[0].source_words
        out: list[tuple[int, int, str]] = []
        at = 0
        for pair in self.pairs:
            out.extend((at + start, at + end, word) for start, end, word in pair.source_words)
            at += len(pair.source or "") + 1
        return out

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its English words."""
        return _all_of([p.stems for p in self.pairs])

    @cached_property
    def plain_source(self) -> frozenset[str]:
        """The syllables of all its sources without marks."""
        return _all_of([p.plain_source for p in self.pairs])

    def place(self, span: tuple[int, int], side: Side) -> tuple[Pair, tuple[int, int]]:
        """The pair where a span of `source` or `english` begins, and the span's part in that pair's text."""
        start, end = span
        for pair in self.pairs:
            text = (pair.source or "") if side == "source" else pair.target
            if start < len(text):
                return pair, (start, min(end, len(text)))
            start, end = start - len(text) - 1, end - len(text) - 1
        raise ValueError(f"{span} is not in the paragraph")

    @cached_property
    def bilingual(self) -> bool:
        """Whether every pair has a source."""
        return all(p.source for p in self.pairs)


@dataclass(frozen=True)
class Whole:
    """All pairs of a text in order that have English."""

    pairs: Sequence[Pair]


PairCheck = Callable[[Pair], Iterator[Finding]]
ParagraphCheck = Callable[[Paragraph], Iterator[Finding]]
WholeCheck = Callable[[Whole], Iterator[Finding]]


@dataclass(frozen=True)
class Example:
    """A pair for the documentation and the tests: `code` must be found in `bad` and nothing of that code in `good`.

    `vi` is None for rules that need no source. `before` are the pairs of the same text that come first, for rules about
    the whole of it. `on` is the day of the article, for rules about names that change.
    """

    code: str
    vi: str | None
    bad: str
    good: str
    before: tuple[tuple[str, str], ...] = ()
    on: date | None = None


@dataclass(frozen=True)
class Family:
    """A module's checks: its rules with their examples, and the functions that make their findings."""

    rules: tuple[Rule, ...]
    pair: tuple[PairCheck, ...] = ()
    paragraph: tuple[ParagraphCheck, ...] = ()
    whole: tuple[WholeCheck, ...] = ()
    examples: tuple[Example, ...] = ()
