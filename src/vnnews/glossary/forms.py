"""The written forms of a term: its name, its abbreviations, and its name with parts of it abbreviated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vnnews.glossary.term import Term
from vnnews.vietnamese.normalise import fold

SYLLABLE = re.compile(r"(?:[\w\u0300-\u036f]+|[^\w ])[ \u00a0]*")
"""A syllable, number or single mark with the spaces after it. Line ends and tabs count as marks: no term spans them."""

_LEAST_LETTERS = 3


class Form(NamedTuple):
    """One way of writing a term: its syllables, and (position, syllable) of those whose capitals must be as given.

    `abbreviation` tells that the whole form is an abbreviation, which may have other readings.
    """

    term: Term
    syllables: tuple[str, ...]
    capitals: tuple[tuple[int, str], ...]
    abbreviation: bool


class Part(NamedTuple):
    """A name that stands inside longer names, and an abbreviation that can take its place there."""

    name: tuple[str, ...]
    short: tuple[str, ...]


def forms(terms: Iterable[Term]) -> Iterator[Form]:
    """Every form of every term that is matched at all, each once."""
    matched = [term for term in terms if term.use != "consult"]
    parts = _parts(matched)
    for term in matched:
        name = syllables(term.vi)
        yield form(term, name, exact=term.case == "exact")
        shorts = {syllables(short) for short in term.abbr_vi}
        for short in sorted(shorts):
            yield form(term, short, abbreviation=True)
        for variant in sorted(_variants(name, parts) - shorts - {name}):
            yield form(term, variant)


def form(term: Term, parts: tuple[str, ...], *, exact: bool = False, abbreviation: bool = False) -> Form:
    """`parts` as a form of `term`; `exact` makes every capital count, else only those of words in capitals."""
    capitals = tuple((i, part) for i, part in enumerate(parts) if exact or _is_capitals(part))
    return Form(term, parts, capitals, abbreviation)


def syllables(text: str) -> tuple[str, ...]:
    """The syllables, numbers and marks of a text, without the spaces between them."""
    return tuple(part.rstrip() for part in SYLLABLE.findall(text))


def capitals_agree(written: str, wanted: str) -> bool:
    """Whether a syllable of the text has the capitals that a form wants; a text in all capitals satisfies a name."""
    if written.isupper() and (wanted.isupper() or (wanted[0].isupper() and len(wanted) > 1)):
        return True
    return [c.isupper() for c in written] == [c.isupper() for c in wanted]


def _is_capitals(syllable: str) -> bool:
    """Whether capitals make the word: UBND, TTg, Q (of "Q. 1"), but not Ủy or tỉnh."""
    return any(c.isupper() for c in syllable[1:]) or (len(syllable) == 1 and syllable.isupper())


def _parts(terms: Sequence[Term]) -> dict[str, list[Part]]:
    """The names that may be abbreviated inside other names, by their first folded syllable.

    Only abbreviations of at least three letters that have one reading: UBND yes, TT no.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        for short in term.abbr_vi:
            owners[short].add(fold(term.vi))
    parts: dict[str, list[Part]] = defaultdict(list)
    for term in terms:
        name = tuple(map(fold, syllables(term.vi)))
        for short in term.abbr_vi:
            capitals = max((sum(c.isupper() for c in part) for part in syllables(short)), default=0)
            if len(name) > 1 and len(owners[short]) == 1 and capitals >= _LEAST_LETTERS:
                parts[name[0]].append(Part(name, syllables(short)))
    return parts


def _variants(name: tuple[str, ...], parts: Mapping[str, list[Part]]) -> set[tuple[str, ...]]:
    """The name with one part abbreviated, for each part and abbreviation, and with all of them abbreviated."""
    folded = tuple(map(fold, name))
    places = [
        (at, part)
        for at, syllable in enumerate(folded)
        for part in parts.get(syllable, ())
        if folded[at : at + len(part.name)] == part.name and len(part.name) < len(name)
    ]
    single = {(*name[:at], *part.short, *name[at + len(part.name) :]) for at, part in places}
    return single | {_all_short(name, places)}


def _all_short(name: tuple[str, ...], places: Iterable[tuple[int, Part]]) -> tuple[str, ...]:
    """The name with every part abbreviated that no longer part to its left takes up."""
    longest: dict[int, Part] = {}
    for at, part in places:
        if at not in longest or len(part.name) > len(longest[at].name):
            longest[at] = part
    out: list[str] = []
    at = 0
    while at < len(name):
        found = longest.get(at)
        out += found.short if found else name[at : at + 1]
        at += len(found.name) if found else 1
    return tuple(out)
