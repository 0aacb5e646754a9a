"""Matching terms in Vietnamese text, syllable by syllable.

Each distinct folded syllable of the term base gets one code point, every other syllable the same null one. A text
becomes a short string of such codes, one a syllable, in which an Aho-Corasick automaton finds the terms: syllable
boundaries hold by construction, spacing does not matter, and a position in that string is the number of a syllable,
whose offset in the original text is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from vnnews.glossary.abbreviations import Abbreviations
from vnnews.glossary.forms import SYLLABLE, Form, capitals_agree, forms, syllables
from vnnews.glossary.term import Match, Term
from vnnews.vietnamese.normalise import fold

_UNKNOWN = "\x00"
_FIRST_CODE = 0x100
_SURROGATES = range(0xD800, 0xE000)
_CACHE_LIMIT = 200_000
_LONGEST_CODE = 40
_NUMBERED = re.compile(r"(?<!\S)[^\s\w]*\d[^\s]*[/-]\Z")

Hit = tuple[int, int, int]
"""Number of the pattern, first syllable, syllable after the last."""
_FIRST_SYLLABLE = itemgetter(1)


class _Pattern(NamedTuple):
    """The forms that read alike, none for a mere word; `sure` holds the term where nothing depends on the place.

    `capital` is the number of a syllable that every form wants with a capital, if there is one: abbreviations often
    read like common words ("TA", ta), and one look at that syllable tells them apart.
    """

    forms: tuple[Form, ...]
    sure: list[Term]
    capital: int | None


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
    """The automaton over all forms of a set of terms.

    `words` are common words that hold the syllables of a term without being it ("cơ sở" holds sở): they compete
    like terms and, where they win, nothing is matched. `abbreviations` settles what has several readings.
    """

    def __init__(
        self, terms: Iterable[Term], words: Iterable[str] = (), abbreviations: Abbreviations | None = None
    ) -> None:
        self._codes = _Codes()
        self._abbreviations = abbreviations or Abbreviations()
        alike: dict[str, list[Form]] = {}
        layers: dict[str, int] = {}
        for form in forms(terms):
            layers.setdefault(form.term.layer, -len(layers))
            alike.setdefault(self._encode(form.syllables), []).append(form)
        for word in words:
            alike.setdefault(self._encode(syllables(word)), [])
        self._patterns = [_pattern(group, layers) for group in alike.values()]
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
        hits.reverse()  # they come by their ends: now the longest of those that begin together comes first
        hits.sort(key=_FIRST_SYLLABLE)
        lead = len(text) - sum(map(len, found))
        offsets = list(accumulate(map(len, found), initial=lead))
        choices = self._choose(hits, found, on)
        named = _named(choices) if any(choice.unsure for choice in choices) else frozenset()
        matches = []
        for first, after, terms, lost, unsure in choices:
            start, end = offsets[first], offsets[after - 1] + len(found[after - 1].rstrip())
            if unsure:
                terms = self._abbreviations.settle(terms, text, start, end, named)
            if terms and not _is_of_code(text, start):
                matches.append(Match(start, end, terms[0], tuple(lost), _open(terms) if len(terms) > 1 else ()))
        return matches

    def _encode(self, parts: Iterable[str]) -> str:
        return "".join(map(self._codes.add, parts))

    def _choose(self, hits: Iterable[Hit], found: Sequence[str], on: date | None) -> list[_Choice]:
        """The winning hits, left to right, each with its readings and the terms that it shadows."""
        patterns = self._patterns
        choices: list[_Choice] = []
        free, lost = 0, []
        for number, start, end in hits:
            forms_here, terms, capital = patterns[number]
            if capital is not None and found[start + capital].islower():
                continue
            unsure = False
            if not terms and forms_here:
                readings = _readings(forms_here, found, start, on)
                terms = [form.term for form in readings]
                unsure = any(form.abbreviation for form in readings)
            if start < free:
                lost += terms
            elif terms:
                free, lost = end, []
                choices.append(_Choice(start, end, terms, lost, unsure))
            elif not forms_here:
                free, lost = end, []
        return choices


class _Choice(NamedTuple):
    """A winning hit: its syllables, what it can mean, what it shadows, whether an abbreviation has to be settled."""

    start: int
    end: int
    terms: list[Term]
    lost: list[Term]
    unsure: bool


def _named(choices: Iterable[_Choice]) -> frozenset[str]:
    """The Vietnamese names that stand in full in a text."""
    return frozenset(term.vi for choice in choices if not choice.unsure for term in (*choice.terms, *choice.lost))


def _pattern(group: list[Form], layers: Mapping[str, int]) -> _Pattern:
    """Forms that read alike; the last layer, names, those that want capitals and those still in force come first."""
    ordered = sorted(
        group,
        key=lambda form: (
            layers[form.term.layer],
            form.abbreviation,
            not form.capitals,
            form.term.valid_to is not None,
        ),
    )
    plain = len(group) == 1 and not group[0].capitals and group[0].term.valid_from is None
    return _Pattern(tuple(ordered), [group[0].term] if plain else [], _capital(group))


def _capital(group: Iterable[Form]) -> int | None:
    """The first syllable that all forms want with a capital."""
    wanted = [{i for i, part in form.capitals if any(c.isupper() for c in part)} for form in group]
    return min(set.intersection(*wanted), default=None) if wanted else None


def _readings(group: Iterable[Form], found: Sequence[str], start: int, on: date | None) -> list[Form]:
    """The forms that can stand at a place, their terms in force on that day, else gone out of use before it."""
    standing = [
        form for form in group if all(capitals_agree(found[start + i].rstrip(), wanted) for i, wanted in form.capitals)
    ]
    choice = [form for form in standing if form.term.valid_on(on)]
    if not choice and on is not None:
        choice = [form for form in standing if form.term.valid_to is not None and form.term.valid_to <= on]
    return [form for form in choice if form.term.layer == choice[0].term.layer]


def _is_of_code(text: str, start: int) -> bool:
    """Whether what begins at `start` is tied to the number of a document: the NHNN of 25/2025/TT-NHNN."""
    return text[start - 1 : start] in ("/", "-") and bool(_NUMBERED.search(text, max(0, start - _LONGEST_CODE), start))


def _open(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The readings, where they differ in English and so leave the choice open."""
    return tuple(terms) if len({term.en for term in terms}) > 1 else ()
