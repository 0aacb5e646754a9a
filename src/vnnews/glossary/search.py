"""Looking a term up as a translator types it: with or without diacritics, in Vietnamese or English, or abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnnews.glossary.term import Term
from vnnews.vietnamese.normalise import fold, strip_marks


def search(terms: Iterable[Term], query: str) -> list[Term]:
    """The terms that hold `query` as whole words, the closest first: the term itself, then the shortest.

    A query with diacritics finds only that spelling; one without finds every spelling.
    """
    words = fold(" ".join(query.split()))
    if not words:
        return []
    bare = words == strip_marks(words)
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    ranked = []
    for term in terms:
        vietnamese = [fold(text) for text in (term.vi, *term.abbr_vi)]
        if bare:
            vietnamese += [strip_marks(text) for text in vietnamese]
        english = [text.casefold() for text in (term.en, *term.alternatives, term.abbr_en or "")]
        texts = vietnamese + english
        if any(pattern.search(text) for text in texts):
            ranked.append((words not in texts, len(term.vi), term.vi, term))
    ranked.sort(key=lambda found: found[:3])
    return [found[3] for found in ranked]
