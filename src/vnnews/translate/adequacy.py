"""Adequacy: how much of an answer says what the source says, by the lexicon of counterparts.

No judge of translations, only of candidates: of two answers the one with fewer words out of nowhere, and fewer source
words unsaid, is rather the right one.
"""

from __future__ import annotations

from vnnews.review import lexicon


def shares(source: str, english: str) -> tuple[float, float]:
    """(share of English content words without a counterpart, share of Vietnamese words unsaid), 0 to 1 each.

    Only words that the lexicon knows count; with fewer than four of them a share is 0.
    """
    table = lexicon.load()
    words = [w for _, _, w in table.words(source)]
    meant = {*words, *(part for w in words for part in w.split())}
    plain = lexicon.plain_syllables(source)
    roots = [lexicon.stem(m[0]) for m in lexicon.content_words(english) if m[0].lower() not in plain]
    known = [r for r in roots if r in table.vietnamese]
    strange = sum(table.vietnamese[r].isdisjoint(meant) for r in known)
    said = lexicon.stems(english)
    telling = [w for w in words if len(table.english[w]) < 12]
    unsaid = sum(table.english[w].isdisjoint(said) for w in telling)
    return (strange / len(known) if len(known) >= 4 else 0.0, unsaid / len(telling) if len(telling) >= 4 else 0.0)
