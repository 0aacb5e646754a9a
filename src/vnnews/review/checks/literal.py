"""Wrong renderings of a term: syllable by syllable ("number sign" for chữ ký số), or those of its sister."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from vnnews.glossary import Glossary
from vnnews.review import lexicon
from vnnews.review.checks.base import Pair
from vnnews.review.checks.forms import content_stems
from vnnews.review.phrases import Phrases
from vnnews.vietnamese.normalise import fold

_LIKELIEST = 4
"""How many English words of a syllable, likeliest first, count as its literal rendering."""
_ALIKE = 4
"""Stems that begin with as many letters alike belong to one family of words: economy, economic."""
_NOT_PLURAL = re.compile(r"(?!e?s\b)[\w-]")
"""What may not follow a term: anything but an ending of the plural makes it another word."""


def said_literally(span: tuple[int, int], pair: Pair, forms: Iterable[str], said: frozenset[str]) -> bool:
    """Whether English words of single syllables of a term at `span` of the source stand in a text of the stems `said`.

    Words of the term's right `forms` do not count, nor words that the rest of the sentence explains.
    """
    source = pair.source or ""
    table = lexicon.load()
    found = {root for syllable in fold(source[slice(*span)]).split() for root in _likeliest(syllable, table)} & said
    if not found:
        return False
    right = frozenset().union(*map(content_stems, forms))
    found = {root for root in found if not any(root[:_ALIKE] == other[:_ALIKE] for other in right)}
    others = [word for start, end, word in pair.source_words if end <= span[0] or span[1] <= start]
    others += fold(f"{source[: span[0]]} {source[span[1] :]}").split()
    return any(all(root not in table.english.get(word, ()) for word in others) for root in found)


def _likeliest(syllable: str, table: lexicon.Lexicon) -> Iterable[str]:
    return table.likeliest.get(syllable, ())[:_LIKELIEST]


def said_as_sister(span: tuple[int, int], pair: Pair, forms: Iterable[str]) -> bool:
    """Whether the English has, instead of a term at `span` of the source, a sister of it that the source does not name.

    A sister has the term's first syllable and the last word of one of its right `forms` (social for health insurance),
    or is the term without a part of it (poor for near-poor households).
    """
    terms, names = _all_terms(pair.context.glossary)
    source = fold(pair.source or "")
    mine = fold((pair.source or "")[slice(*span)]).split()
    right = [form.lower() for form in forms]
    for start, end in names.find(pair.lower):
        name = pair.lower[start:end]
        for other in terms[name]:
            parts = other.split()
            if len(parts) == len(mine):
                sister = parts[0] == mine[0] and any(_alike(name, form) for form in right)
            else:
                sister = set(parts) < set(mine) and any(form.endswith((f" {name}", f"-{name}")) for form in right)
            if sister and not re.search(rf"\b{re.escape(other)}\b", source):
                return True
    return False


def _alike(name: str, form: str) -> bool:
    """Whether two English terms end in one word, and one is not part of the other."""
    return name not in form and name.split()[-1] == form.split()[-1]


@lru_cache(maxsize=4)
def _all_terms(glossary: Glossary) -> tuple[dict[str, list[str]], Phrases]:
    """English forms of two words and more in small letters with the folded Vietnamese of their terms; their finder."""
    terms: dict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        folded = fold(term.vi)
        for form in (term.en, *term.alternatives):
            if " " in form:
                terms[form.lower()].append(folded)
    return dict(terms), Phrases(terms, _NOT_PLURAL)
