"""Pairing: which English articles of an archive translate which Vietnamese ones.

An English article that names the address of its original is its translation for certain. For the others figures by
value and names without marks, which government news is full of, are compared: rare ones weigh more (inverse document
frequency), the cosine of both articles is the score, and days that do not fit lower it. A pair is sure when it is the
best for both articles by a clear margin. Nothing here stores anything.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vnnews.article import Article
from vnnews.translate.memory.align import anchors
from vnnews.vietnamese.sentences import split

ENOUGH, LEAST = 0.28, 0.12
"""From which score on a pair is sure, and below which it is not even shown."""

_MARGIN = 1.4
"""How many times better than the next best a sure pair is, for both of its articles."""

_COMMON = 400
"""What more articles than these share says nothing and is not compared, so that the work stays near linear."""

_EARLIER, _LATER = 2, 60
"""Days that a translation may come before (by time zones and clocks) and after its original."""

Evidence = Literal["address", "content"]


@dataclass(frozen=True, slots=True)
class Known:
    """What pairing needs of an article: its anchors and what identifies it. Small, so that archives fit in memory."""

    id: str
    title: str
    url: str | None
    original_url: str | None
    published: str | None
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twin:
    """A Vietnamese and an English article that seem to be one; `shared` are the rarest things both name."""

    vi: Known
    en: Known
    score: float
    sure: bool
    evidence: Evidence
    shared: tuple[str, ...] = ()


def known(article: Article) -> Known:
    """An article as pairing sees it: figures, unmarked syllables of names, and pairs of these."""
    found: set[str] = set()
    for _, text in article.texts():
        for a, b in split(text):
            found |= anchors(text[a:b], article.language)
    return Known(
        article.id, article.title or "", article.url, article.original_url, article.published, frozenset(found)
    )


def pair(vietnamese: Iterable[Known], english: Iterable[Known]) -> list[Twin]:
    """The pairs found, sure ones first, then by score; every article is in one pair at most."""
    vi, en = list(vietnamese), list(english)
    by_url = {v.url: v for v in vi if v.url}
    told = {e.id: by_url[e.original_url] for e in en if e.original_url and e.original_url in by_url}
    twins = [Twin(told[e.id], e, 1.0, True, "address") for e in en if e.id in told]
    taken = {t.vi.id for t in twins}
    rest_vi, rest_en = [v for v in vi if v.id not in taken], [e for e in en if e.id not in told]
    twins += _by_content(rest_vi, rest_en)
    return sorted(twins, key=lambda t: (not t.sure, -t.score, t.vi.id, t.en.id))


def _by_content(vi: Sequence[Known], en: Sequence[Known]) -> list[Twin]:
    weights = _weights([*vi, *en])
    length = {k.id: math.sqrt(sum(weights[a] ** 2 for a in k.anchors)) or 1.0 for k in (*vi, *en)}
    holders: dict[str, list[int]] = defaultdict(list)
    for n, v in enumerate(vi):
        for a in v.anchors:
            if weights[a]:
                holders[a].append(n)
    scored: list[tuple[float, int, int]] = []
    for m, e in enumerate(en):
        sums: Counter[int] = Counter()
        for a in sorted(e.anchors):
            for n in holders.get(a, ()) if len(holders.get(a, ())) <= _COMMON else ():
                sums[n] += weights[a] ** 2  # type: ignore[assignment]  # a Counter of floats
        for n, shared in sums.items():
            score = shared / (length[vi[n].id] * length[e.id]) * _fit(vi[n].published, e.published)
            if score >= LEAST / 2:
                scored.append((score, n, m))
    return _best(vi, en, scored, weights)


def _best(
    vi: Sequence[Known], en: Sequence[Known], scored: list[tuple[float, int, int]], weights: Mapping[str, float]
) -> list[Twin]:
    """Best first; sure where no other partner of either article comes near."""
    ranked = sorted(scored, key=lambda s: (-s[0], vi[s[1]].id, en[s[2]].id))
    of_vi: dict[int, list[float]] = defaultdict(list)
    of_en: dict[int, list[float]] = defaultdict(list)
    for score, n, m in ranked:
        of_vi[n].append(score)
        of_en[m].append(score)
    twins: list[Twin] = []
    used_vi: set[int] = set()
    used_en: set[int] = set()
    for score, n, m in ranked:
        if score < LEAST or n in used_vi or m in used_en:
            continue
        used_vi.add(n)
        used_en.add(m)
        others = [*of_vi[n], *of_en[m]]
        others.remove(score)
        others.remove(score)
        clear = score >= ENOUGH and score >= _MARGIN * max(others, default=0.0)
        sure = clear and _figures_agree(vi[n].anchors, en[m].anchors)
        shared = sorted(vi[n].anchors & en[m].anchors, key=lambda a: (-weights[a], a))[:5]
        twins.append(Twin(vi[n], en[m], round(score, 3), sure, "content", tuple(shared)))
    return twins


def _figures_agree(vi: frozenset[str], en: frozenset[str]) -> bool:
    """Whether half of the figures of the article that has fewer stand in the other: two events in one place differ."""
    mine, theirs = ({a for a in anchors if a[0].isdigit()} for anchors in (vi, en))
    return len(mine & theirs) >= 0.5 * min(len(mine), len(theirs))


def _weights(all_known: Sequence[Known]) -> dict[str, float]:
    """How much an anchor says: the rarer, the more."""
    counts = Counter(a for k in all_known for a in k.anchors)
    return {a: math.log(1 + len(all_known) / n) for a, n in counts.items()}


def _fit(original: str | None, translation: str | None) -> float:
    """How well the days of an original and its translation go together: 1 where they do or one is not known."""
    if not original or not translation:
        return 1.0
    days = (date.fromisoformat(translation) - date.fromisoformat(original)).days
    if -_EARLIER <= days <= 7:
        return 1.1
    return 0.8 if 0 < days <= _LATER else 0.3
