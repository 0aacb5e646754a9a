"""Ambiguous abbreviations: which of its readings a place in a text means, by the words around it.

The table `abbreviations.tsv` lists for each abbreviation its readings, commonest first, with the words that stand
before or after that reading. NAME is a capitalised word, NUMBER a number, `*` anything. The readings follow the
abbreviations of Circular 01/2011/TT-BNV and Decree 30/2020/ND-CP and the habits of provincial papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from vnnews.glossary.term import Term
from vnnews.vietnamese.normalise import fold

WORDS, FULL_NAME, CLASS, ANYTHING = 4, 3, 2, 1
"""How much is proved by listed words beside it, the full name in the same text, a class of word, or nothing."""

_SHORT = 2
_WINDOW = 40
_NAME = re.compile(r"\.?\s*([^\W\d_])([^\W\d_]+)")
_NUMBER = re.compile(r"\.?\s*(?:số\s*)?\d")


class Reading(NamedTuple):
    """One reading of an abbreviation: the term it stands for and the folded words beside it that show it."""

    abbreviation: str
    vi: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Abbreviations:
    """The readings of ambiguous abbreviations."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._readings: dict[str, dict[str, Reading]] = {}
        for reading in readings:
            self._readings.setdefault(reading.abbreviation, {})[fold(reading.vi)] = reading

    def settle(self, terms: Sequence[Term], text: str, start: int, end: int, named: Set[str]) -> list[Term]:
        """The terms that the abbreviation text[start:end] can mean there, out of those the glossary knows.

        `named` are the Vietnamese names that stand in full somewhere in the text. One term when the text decides;
        several, commonest first, when it does not; none when it means something that is no term, or is too short
        to be believed without a word in its favour.
        """
        short = text[start:end]
        known = self._readings.get(short, {})
        order = list(known)
        ranked = sorted(terms, key=lambda term: _place(order, _folded(term.vi)))
        beside = _Beside.of(text, start, end) if known else _NOTHING
        proofs = [_proof(known.get(_folded(term.vi)), beside, term.vi in named) for term in ranked]
        strangers = known.keys() - {_folded(term.vi) for term in terms}
        other = max((_proof(known[vi], beside, False) for vi in strangers), default=0)
        best = max(proofs)
        if other > best or (best == 0 and len(ranked) == 1 and len(short) <= _SHORT):
            return []
        return [term for term, proof in zip(ranked, proofs, strict=True) if proof == best]


class _Beside(NamedTuple):
    """What stands beside an abbreviation: the folded text before it, the text after it, the folded text after it."""

    before: str
    after: str
    rest: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Beside:
        """What stands beside text[start:end], as far as cues reach."""
        after = text[end : end + _WINDOW]
        return cls(fold(text[max(0, start - _WINDOW) : start]).rstrip(), after, fold(after).lstrip(" ."))


_NOTHING = _Beside("", "", "")


@lru_cache(maxsize=10_000)
def _folded(name: str) -> str:
    return fold(name)


def _place(order: Sequence[str], vi: str) -> int:
    return order.index(vi) if vi in order else len(order)


def _proof(reading: Reading | None, beside: _Beside, named: bool) -> int:
    """How much speaks for a reading at that place."""
    proof = FULL_NAME if named else 0
    if reading is None:
        return proof
    found = [_before(cue, beside.before) for cue in reading.before] + [_after(cue, beside) for cue in reading.after]
    return max([proof, *found])


def _before(cue: str, before: str) -> int:
    if cue == "*":
        return ANYTHING
    stands = before.endswith(cue) and not before[: -len(cue)][-1:].isalnum()
    return WORDS if stands else 0


def _after(cue: str, beside: _Beside) -> int:
    if cue == "*":
        return ANYTHING
    if cue == "NAME":
        name = _NAME.match(beside.after)
        return CLASS if name and name[1].isupper() and name[2].islower() else 0
    if cue == "NUMBER":
        return CLASS if _NUMBER.match(beside.after) else 0
    rest = beside.rest
    return WORDS if rest.startswith(cue) and not rest[len(cue) : len(cue) + 1].isalnum() else 0


def read(table: str) -> list[Reading]:
    """The readings in the text of an abbreviation table; raises ValueError for a line with too few cells."""
    readings = []
    for line in table.splitlines()[1:]:
        cells = (line + "\t\t").split("\t")
        if not cells[0] or not cells[1]:
            raise ValueError(f"no reading in {line!r}")
        readings.append(Reading(cells[0], cells[1], _cues(cells[2]), _cues(cells[3])))
    return readings


def _cues(cell: str) -> tuple[str, ...]:
    """The cues of a cell, words folded, classes of word left as they are."""
    cues = (part.strip() for part in cell.split(";"))
    return tuple(cue if cue in {"NAME", "NUMBER", "*"} else fold(cue) for cue in cues if cue)
