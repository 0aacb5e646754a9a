"""What every check gets: a pair of texts with what rules know about them, and the whole they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vnnews.english.style import Style
from vnnews.english.values import read_values
from vnnews.finding import Finding, Rule
from vnnews.item import Item
from vnnews.vietnamese import Context, recognise


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
    def values(self) -> Sequence[Item]:
        """The numbers, dates and documents that the English states."""
        return read_values(self.target)

    @cached_property
    def lower(self) -> str:
        """The English in small letters."""
        return self.target.lower()


@dataclass(frozen=True)
class Whole:
    """All pairs of a text in order, grouped by paragraph: sentences may merge, split and move inside one."""

    pairs: Sequence[Pair]
    paragraphs: Sequence[Sequence[Pair]] = field(default=())


PairCheck = Callable[[Pair], Iterator[Finding]]
WholeCheck = Callable[[Whole], Iterator[Finding]]


@dataclass(frozen=True)
class Family:
    """A module's checks: its rules, and the functions that make their findings."""

    rules: tuple[Rule, ...]
    pair: tuple[PairCheck, ...] = ()
    whole: tuple[WholeCheck, ...] = ()
