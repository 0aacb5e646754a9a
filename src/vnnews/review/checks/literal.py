"""Literal renderings: a term said syllable by syllable, "number sign" for chữ ký số."""

from __future__ import annotations

from collections.abc import Iterable

from vnnews.review import lexicon
from vnnews.review.checks.base import Pair
from vnnews.review.checks.forms import content_stems
from vnnews.vietnamese.normalise import fold

_LIKELIEST = 4
"""How many English words of a syllable, likeliest first, count as its literal rendering."""
_ALIKE = 4
"""Stems that begin with as many letters alike belong to one family of words: economy, economic."""


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
