"""Matching terms in Vietnamese text, syllable by syllable.

Each distinct folded syllable of the term base gets one code point, every other syllable the same null one. A text
becomes a short string of such codes, one a syllable, in which an Aho-Corasick automaton finds the terms: syllable
boundaries hold by construction, spacing does not matter, and a position in that string is the number of a syllable,
whose offset in the original text is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from vnnews.glossary.forms import SYLLABLE, Form, capitals_agree, forms
from vnnews.glossary.term import Match, Term
from vnnews.vietnamese.normalise import fold

_UNKNOWN = "\x00"
_FIRST_CODE = 0x100
_SURROGATES = range(0xD800, 0xE000)
_CACHE_LIMIT = 200_000

Hit = tuple[int, int, int]
"""Number of the pattern, first syllable, syllable after the last."""


class _Pattern(NamedTuple):
    """The forms that read alike; `only` is the term where nothing depends on capitals or dates."""

    forms: tuple[Form, ...]
    only: Term | None


class _Codes(dict[str, str]):
    """Syllable as written -> code; what has not been seen is folded and looked up once."""

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[str, str] = {}

    def add(self, syllable: str) -> str:
        """The code of a syllable of the term base, a new one if need be."""
        number = _FIRST_CODE + len(self._words)
        if number >= _SURROGATES.start:
            number += len(_SURROGATES)
        return self._words.setdefault(fold(syllable), chr(number))

    def __missing__(self, syllable: str) -> str:
        code = self._words.get(fold(syllable.rstrip()), _UNKNOWN)
        if len(self) < _CACHE_LIMIT:
            self[syllable] = code
        return code


class Matcher:
    """The automaton over all forms of a set of terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._codes = _Codes()
        alike: dict[str, list[Form]] = {}
        for form in forms(terms):
            alike.setdefault("".join(map(self._codes.add, form.syllables)), []).append(form)
        self._patterns = [_pattern(group) for group in alike.values()]
        self._automaton = AhoCorasick(list(alike), store_patterns=False)

    def match(self, text: str, on: date | None = None) -> list[Match]:
        """Where terms stand in `text`: exclusive, leftmost-longest, sorted by place.

        `on` chooses among entries that share their words the one in force that day. A name that has gone out of
        use still matches afterwards where nothing took over its words; one that did not exist yet never does.
        """
        found = SYLLABLE.findall(text)
        hits = self._automaton.find_matches_as_indexes("".join(map(self._codes.__getitem__, found)), overlapping=True)
        if not hits:
            return []
        hits.sort(key=_leftmost_longest)
        lead = len(text) - sum(map(len, found))
        offsets = list(accumulate(map(len, found), initial=lead))
        return [
            Match(offsets[start], offsets[end - 1] + len(found[end - 1].rstrip()), terms[0], tuple(lost), _open(terms))
            for start, end, terms, lost in self._choose(hits, found, on)
        ]

    def _choose(self, hits: Iterable[Hit], found: Sequence[str], on: date | None) -> Iterator[_Choice]:
        """The winning hits, left to right, each with its readings and the terms that it shadows."""
        best: _Choice | None = None
        for number, start, end in hits:
            pattern = self._patterns[number]
            terms = [pattern.only] if pattern.only is not None else _readings(pattern.forms, found, start, on)
            if best is not None and start < best.end:
                best.lost.extend(terms)
            elif terms:
                if best is not None:
                    yield best
                best = _Choice(start, end, terms, [])
        if best is not None:
            yield best


class _Choice(NamedTuple):
    start: int
    end: int
    terms: list[Term]
    lost: list[Term]


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit[1], -hit[2]


def _pattern(group: list[Form]) -> _Pattern:
    """Forms that read alike, those that want capitals first, then those without an end of validity."""
    ordered = sorted(group, key=lambda form: (not form.capitals, form.term.valid_to is not None))
    plain = len(group) == 1 and not group[0].capitals and group[0].term.valid_from is None
    return _Pattern(tuple(ordered), group[0].term if plain else None)


def _readings(group: Iterable[Form], found: Sequence[str], start: int, on: date | None) -> list[Term]:
    """The terms that a pattern can stand for at a place, in force on that day, else gone out of use before it."""
    terms = [
        form.term
        for form in group
        if all(capitals_agree(found[start + i].rstrip(), wanted) for i, wanted in form.capitals)
    ]
    in_force = [term for term in terms if term.valid_on(on)]
    if in_force or on is None:
        return in_force
    return [term for term in terms if term.valid_to is not None and term.valid_to <= on]


def _open(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The readings, where they differ in English and so leave the choice open."""
    return tuple(terms) if len({term.en for term in terms}) > 1 else ()
