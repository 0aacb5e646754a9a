"""Coverage: how likely a stretch of one side has no counterpart on the other.

Every word that the lexicon knows is evidence. A word that nearly always has its counterpart and has none here speaks
for an omission, one that has it speaks against; each English word can be the counterpart of one Vietnamese word only,
so that what is said elsewhere does not hide what was dropped. The evidence of a stretch is the sum of the log
likelihood ratios of its words, of the lengths of both sides with and without it, and of its ends: what is dropped or
added is mostly a clause.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from vnnews.review import lexicon
from vnnews.review.lexicon import Lexicon

_CHANCE = 0.15
"""How often a word that was not translated still seems to be, by another word's English."""
_SUREST = 0.97
_KEPT, _NAME_LOST, _FIGURE_LOST = -2.0, 1.0, 0.3
"""Evidence of names and figures: found on the other side, or not (other checks look for each of them)."""
_USUAL = math.log(0.7) + 0.235
"""Log of the English words to a Vietnamese syllable, in the middle of the reference pairs."""
_SPREAD = 0.19
_VARIANCE = 2 * _SPREAD * _SPREAD
_ROUNDING = 1e-6
_LEAST_EVIDENCE = 3.0
"""Stretches whose words and lengths tell less than this are not looked for."""
_MOST_OF_LENGTH, _LEAST_OF_LENGTH = 4.0, -6.0
_BOUNDARY = 1.5
"""Evidence of a stretch that begins, or ends, where a clause does."""
_MARK = re.compile(r"[,;:.!?()\"“”–\n]| - ")
_FIGURES = re.compile(r"\d+")
_CAPITALS = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
_CAPITALISED = re.compile(rf"[{_CAPITALS}](?<!\w.)[^\W\d_]*")


Unit = tuple[int, int, float]
"""A word of a text: start, end, and how much it speaks for having no counterpart."""


class Stretch(NamedTuple):
    """A part [start, end) of a text, and how much speaks for its having no counterpart."""

    start: int
    end: int
    evidence: float


class Known(NamedTuple):
    """What other rules know to be said: spans of the source, and stems that its terms have in English."""

    spans: Sequence[tuple[int, int]] = ()
    stems: frozenset[str] = frozenset()


def uncovered(
    source: str,
    words: Sequence[tuple[int, int, str]],
    english: str,
    known: Known | None = None,
    least: tuple[float, float] = (_LEAST_EVIDENCE, _LEAST_EVIDENCE),
) -> tuple[Stretch | None, Stretch | None]:
    """The stretch of the Vietnamese and the one of the English that most likely have no counterpart.

    `words` are the words of the source that the lexicon knows (`Lexicon.words`). Stretches that surely have less than
    the `least` evidence of their side are not looked for.
    """
    table = lexicon.load()
    stems = lexicon.placed_stems(english)
    said, meant = match([w for _, _, w in words], [s for _, _, s in stems], table)
    if known is not None:
        said.update(i for i, (a, b, _) in enumerate(words) if any(c <= a and b <= d for c, d in known.spans))
        meant.update(j for j, (_, _, root) in enumerate(stems) if root in known.stems)
    syllables, length = len(source.split()), len(english.split())
    units = _source_units(source, words, said, english, table)
    omitted = _likeliest(source, units, syllables, length, 1, least[0])
    added = None
    if _most_added(english, stems, meant, table) >= _wanted(least[1], length, syllables, -1):
        units = _english_units(english, stems, meant, source, table)
        added = _likeliest(english, units, length, syllables, -1, least[1])
    return omitted, added


def _most_added(text: str, stems: Sequence[tuple[int, int, str]], meant: set[int], table: Lexicon) -> float:
    """More evidence than the units of any stretch of the English can have: of all words and figures that may speak."""
    words = sum(
        _evidence(False, table.meant[root])
        for j, (_, _, root) in enumerate(stems)
        if j not in meant and root in table.meant
    )
    return words + _FIGURE_LOST * len(_FIGURES.findall(text)) + _ROUNDING


def _wanted(least: float, length: int, other: int, side: int) -> float:
    """The evidence that the units of a stretch must have for all of its evidence to be `least`."""
    now = _off(length, other, side) if length and other else 0.0
    return max(_LEAST_EVIDENCE, least - 2 * _BOUNDARY - _ROUNDING) - min(_MOST_OF_LENGTH, now / _VARIANCE)


def match(words: Sequence[str], stems: Sequence[str], table: Lexicon) -> tuple[set[int], set[int]]:
    """Which Vietnamese words have an English one of their own, and which English words some Vietnamese one.

    A Vietnamese word may stand for several different English ones, each once.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, root in enumerate(stems):
        places[root].append(j)
    found = frozenset(places)
    pairs = []
    for i, word in enumerate(words):
        for root in table.english[word] & found:
            rank, at = table.likeliest[word].index(root), i / len(words)
            for j in places[root]:
                pairs.append((rank, abs(at - j / len(stems)), i, j))
    pairs.sort()
    said: dict[int, int] = {}
    meant: set[int] = set()
    for _, _, i, j in pairs:
        if i not in said and j not in meant:
            said[i] = j
            meant.add(j)
    left = [(i, j) for _, _, i, j in pairs if j not in meant]
    used = {(i, stems[j]) for i, j in said.items()} if left else set()
    for i, j in left:
        if j not in meant and (i, stems[j]) not in used:
            meant.add(j)
            used.add((i, stems[j]))
    return set(said), meant


@cache
def _evidence(found: bool, rate: float) -> float:
    rate = min(_SUREST, max(rate, _CHANCE + 0.02))
    return math.log(_CHANCE / rate) if found else math.log((1 - _CHANCE) / (1 - rate))


def _source_units(
    text: str, words: Sequence[tuple[int, int, str]], said: set[int], english: str, table: Lexicon
) -> list[Unit]:
    low = lexicon.english_words(english)
    units = []
    for i, (start, end, word) in enumerate(words):
        if i in said or start == 0 or not text[start].isupper() or not _is_kept(text[start:end], low):
            units.append((start, end, _evidence(i in said, table.said[word])))
    starts = [start for start, _, _ in words]
    for m in _CAPITALISED.finditer(text, 1):
        before = bisect_left(starts, m.end()) - 1
        if before < 0 or words[before][1] <= m.start():
            units.append((m.start(), m.end(), _KEPT if _is_kept(m[0], low) else _NAME_LOST))
    units.extend(_figures(text, english))
    units.sort()
    return units


def _is_kept(name: str, english: frozenset[str]) -> bool:
    """Whether a syllable of a Vietnamese name stands in the English."""
    return any(lexicon.plain_syllable(part) in english for part in name.split())


def _english_units(
    text: str, stems: Sequence[tuple[int, int, str]], meant: set[int], source: str, table: Lexicon
) -> list[Unit]:
    names = lexicon.plain_syllables(source)
    units = []
    for j, (start, end, root) in enumerate(stems):
        if text[start:end].lower() in names:
            units.append((start, end, _KEPT))
        elif root in table.meant:
            units.append((start, end, _evidence(j in meant, table.meant[root])))
    units.extend(_figures(text, source))
    units.sort()
    return units


def _figures(text: str, other: str) -> Iterator[Unit]:
    mine = list(_FIGURES.finditer(text))
    there = {figures.lstrip("0") for figures in _FIGURES.findall(other)} if mine else set()
    for m in mine:
        yield m.start(), m.end(), _KEPT if m[0].lstrip("0") in there else _FIGURE_LOST


def _starts(text: str) -> list[int]:
    """Where the words between spaces begin."""
    return [m.start() for m in re.finditer(r"\S+", text)]


def _likeliest(text: str, units: Sequence[Unit], length: int, other: int, side: int, least: float) -> Stretch | None:
    """The stretch with most evidence; `length` and `other` count the words of the text and of its other side.

    `side` is 1 where the text is the Vietnamese, -1 where it is the English.
    """
    if not other or _most(units) < _wanted(least, length, other, side):
        return None
    now = _off(length, other, side) if length else 0.0
    breaks = [True, *(_MARK.search(text, a[1], b[0]) is not None for a, b in pairwise(units)), True]
    own = _starts(text)
    best: Stretch | None = None
    for i, (start, _, first) in enumerate(units):
        if first <= 0:
            continue
        total = 0.0
        begin = bisect_left(own, start + 1)
        for j in range(i, len(units)):
            _, end, evidence = units[j]
            total += evidence
            if evidence <= 0 or total < 1:
                continue
            left = length - (bisect_left(own, end) - begin + 1)
            if left < 1:
                continue
            gain = (now - _off(left, other, side)) / _VARIANCE
            score = total + max(_LEAST_OF_LENGTH, min(_MOST_OF_LENGTH, gain))
            score += _BOUNDARY * (breaks[i] + breaks[j + 1])
            if best is None or score > best.evidence:
                best = Stretch(start, end, score)
    return best


def _off(own: int, other: int, side: int) -> float:
    """How far the lengths are from the usual proportion: the square of the log's distance."""
    return (side * math.log(other / own) - _USUAL) ** 2


def _most(units: Sequence[Unit]) -> float:
    """The most evidence that any stretch has."""
    best = now = 0.0
    for _, _, evidence in units:
        now += evidence
        if now < 0:
            now = 0.0
        elif now > best:
            best = now
    return best
