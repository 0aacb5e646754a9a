"""Align: which Vietnamese sentences an English text says where, from length, figures and names.

Dynamic programming over sentence beads (1-1, 1-2, 2-1, 1-0, 0-1, 2-2) with the length model of Gale and Church
(A program for aligning sentences in bilingual corpora, 1993), helped by anchors: figures by value and names
without marks, which government news is full of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from vnnews.article import Language
from vnnews.english.dates import MONTHS
from vnnews.vietnamese.normalise import strip_marks

_BEADS: dict[tuple[int, int], float] = {(1, 1): 0.0, (1, 2): 1.6, (2, 1): 2.3, (1, 0): 4.6, (0, 1): 4.6, (2, 2): 7.0}
"""The cost of each bead, as negative natural logarithm of about its share in parallel news."""

_RATIO = 1.12
"""English characters for one Vietnamese character in government news (measured on the tuning corpus)."""

_SPREAD = 6.8
"""Variance of that ratio per character, as in Gale and Church."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CAPITALISED = re.compile(r"\b[A-ZĐ][^\W\d_]+")
_NAME = re.compile(r"[A-Z][a-z]*(?: [A-Z][a-z]*)+")


@dataclass(frozen=True, slots=True)
class Bead:
    """Source sentences [source) said by target sentences [target), as index ranges; `sure` when evidence agrees."""

    source: tuple[int, int]
    target: tuple[int, int]
    sure: bool
    score: float


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """The best alignment of two texts given as sentences, in order, each sentence in exactly one bead.

    A bead is sure when it is 1-1, 1-2 or 2-1, its lengths fit, and its figures agree with a figure of several
    digits or two other anchors in common, or, where neither side has a figure, both neighbours are so tied.
    """
    vi, en = [_anchors_vi(s) for s in source], [_anchors_en(s) for s in target]
    beads = [_judge(b, source, target, vi, en) for b in _path(source, target, vi, en)]
    out = []
    for i, (bead, anchored, fits) in enumerate(beads):
        neighbours = [beads[j][1] for j in (i - 1, i + 1) if 0 <= j < len(beads)]
        sure = fits and (anchored or (bool(neighbours) and all(neighbours) and not _any(bead, vi, en)))
        out.append(Bead(bead.source, bead.target, sure, bead.score))
    return out


def _any(bead: Bead, vi: Sequence[frozenset[str]], en: Sequence[frozenset[str]]) -> bool:
    """Whether either side of a bead has a figure: then agreement must be seen, not supposed."""
    both = [*vi[slice(*bead.source)], *en[slice(*bead.target)]]
    return any(a[0].isdigit() for anchors in both for a in anchors)


def _judge(
    bead: Bead, source: Sequence[str], target: Sequence[str], vi: Sequence[frozenset[str]], en: Sequence[frozenset[str]]
) -> tuple[Bead, bool, bool]:
    """A bead with: whether anchors tie its sides, and whether its shape, lengths and figures fit."""
    size = (bead.source[1] - bead.source[0], bead.target[1] - bead.target[0])
    if size not in ((1, 1), (1, 2), (2, 1)):
        return bead, False, False
    left, right = vi[slice(*bead.source)], en[slice(*bead.target)]
    mine, theirs = frozenset().union(*left), frozenset().union(*right)
    figures = {a for a in mine if a[0].isdigit()}, {a for a in theirs if a[0].isdigit()}
    agree = len(figures[0] & figures[1]) >= 0.75 * max(len(figures[0]), len(figures[1]))
    lengths = sum(map(len, source[slice(*bead.source)])) * _RATIO, sum(map(len, target[slice(*bead.target)]))
    # In a bead of several sentences each must be tied to the other side, else it may just have been left out.
    tied = all(a & theirs for a in left) and all(a & mine for a in right)
    anchored = tied and sum(map(_weight, mine & theirs)) >= 3
    return bead, anchored, agree and (tied or size == (1, 1)) and 0.6 < (lengths[1] + 5) / (lengths[0] + 5) < 1.7


def _path(
    source: Sequence[str], target: Sequence[str], vi: Sequence[frozenset[str]], en: Sequence[frozenset[str]]
) -> list[Bead]:
    n, m = len(source), len(target)
    best = [[math.inf] * (m + 1) for _ in range(n + 1)]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0

    @cache
    def cost(i: int, j: int, di: int, dj: int) -> float:
        return _BEADS[di, dj] + _mismatch(source[i : i + di], target[j : j + dj], vi[i : i + di], en[j : j + dj])

    for i in range(n + 1):
        for j in range(m + 1):
            for di, dj in _BEADS:
                if i >= di and j >= dj and best[i - di][j - dj] < math.inf:
                    total = best[i - di][j - dj] + cost(i - di, j - dj, di, dj)
                    if total < best[i][j]:
                        best[i][j], back[i, j] = total, (di, dj)
    beads = []
    i, j = n, m
    while (i, j) != (0, 0):
        di, dj = back[i, j]
        beads.append(Bead((i - di, i), (j - dj, j), False, round(cost(i - di, j - dj, di, dj), 3)))
        i, j = i - di, j - dj
    return beads[::-1]


def _mismatch(
    source: Sequence[str], target: Sequence[str], vi: Sequence[frozenset[str]], en: Sequence[frozenset[str]]
) -> float:
    """The cost of a bead beyond its shape: unlikely lengths, less the anchors in common, plus those unmatched."""
    if not source or not target:
        return 0.0
    length, other = sum(map(len, source)) * _RATIO, sum(map(len, target))
    deviation = abs(other - length) / math.sqrt(_SPREAD * (length + other) / 2 + 1)
    mine, theirs = frozenset().union(*vi), frozenset().union(*en)
    shared = sum(map(_weight, mine & theirs))
    unmatched = max(sum(map(_weight, mine)), sum(map(_weight, theirs))) - shared
    return 0.5 * deviation**2 - min(shared, 12.0) + 0.5 * min(unmatched, 12.0)


def _weight(anchor: str) -> float:
    """How much an anchor says: a figure of several digits more than a small one or a name's syllable."""
    return 3.0 if anchor[0].isdigit() and len(anchor) > 1 else 1.5


def _anchors_vi(sentence: str) -> frozenset[str]:
    """Figures with the thousands dots out and the decimal comma as a point, and capitalised syllables unmarked."""
    figures = {_bare(f.replace(".", "").replace(",", ".")) for f in _FIGURE.findall(sentence)}
    return frozenset(figures | {strip_marks(w).lower() for w in _CAPITALISED.findall(sentence)[1:]})


def _anchors_en(sentence: str) -> frozenset[str]:
    """The same of English, where the comma parts thousands and months have names."""
    figures = {_bare(f.replace(",", "")) for f in _FIGURE.findall(sentence)}
    names = _CAPITALISED.findall(sentence)
    months = {str(MONTHS.index(w) + 1) for w in names if w in MONTHS}
    return frozenset(figures | months | {w.lower() for w in names[1:] if w not in MONTHS})


def anchors(sentence: str, language: Language) -> frozenset[str]:
    """What a sentence and its translation have in common: figures, and syllables of names, alone and with the next."""
    found = _anchors_vi(sentence) if language == "vi" else _anchors_en(sentence)
    runs = _NAME.findall(strip_marks(sentence) if language == "vi" else sentence)
    return found | {" ".join(two).lower() for run in runs for two in pairwise(run.split())}


def _bare(figure: str) -> str:
    """A figure without the zeros that dates begin with: 09/8."""
    return figure.lstrip("0") or "0"
