"""The written forms of a term: its name, its abbreviations, and its name with parts abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnnews.glossary.term import Term

SYLLABLE = re.compile(r"(?:[\w\u0300-\u036f]+|[^\w ])[ \u00a0]*")
"""A syllable, number or single mark with the spaces after it. Line ends and tabs count as marks: no term spans them."""


class Form(NamedTuple):
    """One way of writing a term: its syllables, and (position, syllable) of those whose capitals must be as given."""

    term: Term
    syllables: tuple[str, ...]
    capitals: tuple[tuple[int, str], ...]
    abbreviation: bool


def forms(terms: Iterable[Term]) -> Iterator[Form]:
    """Every form of every term that is matched at all."""
    for term in terms:
        if term.use == "consult":
            continue
        yield form(term, term.vi, exact=term.case == "exact")
        for short in term.abbr_vi:
            yield form(term, short, abbreviation=True)


def form(term: Term, text: str, *, exact: bool = False, abbreviation: bool = False) -> Form:
    """`text` as a form of `term`; `exact` makes every capital count, else only those of words in capitals."""
    parts = syllables(text)
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
