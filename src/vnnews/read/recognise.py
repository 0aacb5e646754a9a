"""Which old Vietnamese encoding bytes are in: by the frequent syllables among them, else by all their syllables.

Most text is settled by a look at which frequent syllables, written in each encoding, stand in a sample. Where
that leaves a doubt the sample is decoded in each of them and weighed by the statistics of syllables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnnews.read import legacy
from vnnews.read.evidence import Evidence, frequent, weigh
from vnnews.read.viqr import decode_viqr, encode_viqr

SAMPLE = 16_384
"""How many characters a decision rests on at most."""
SURE_SHARE = 0.8
MARGIN = 1.0
"""By how much the mean logarithm of the best reading must beat the second's: a factor of e a syllable."""
LEAST_TOKENS = 3
LEAST_VARIETY = 3
"""How many different words must prove that a text which could stand as it is needs mending."""
_FIRST_LOOK = 400
_CLEAR_TOKENS = 20
_CLEAR_MARGIN = 2.0
_GLANCE = 2_048
_FREQUENT = 1_000
"""How many of the most frequent syllables a glance knows."""
_CLEAR_HITS = 12
_CLEAR_RATIO = 2
"""How many different frequent syllables settle an encoding, and how many times as many as the next one has."""
_SEVERAL = 60
"""Among how many different words of VIQR some frequent ones must be."""
_NOTHING = 0.1
"""Below this share of frequent syllables a text of some length is no Vietnamese."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding in which a sample is Vietnamese, and by how much it beats the next one."""

    encoding: str
    margin: float
    variety: int
    tokens: int
    share: float


@lru_cache(maxsize=1)
def _written() -> dict[str, frozenset[bytes]]:
    """The frequent syllables with letters beyond ASCII as each encoding writes them, small and with a capital."""
    words = " ".join(frequent(_FREQUENT))
    return {e: frozenset(legacy.encode_legacy(words, e).split(b" ")) for e in legacy.LEGACY}


@lru_cache(maxsize=1)
def _typed() -> frozenset[str]:
    """The same for VIQR."""
    return frozenset(encode_viqr(w) for w in frequent(_FREQUENT))


def best(sample: bytes) -> Reading | None:
    """The reading of a sample that is Vietnamese; None when none is."""
    words = {word for word in sample[:_GLANCE].split() if not word.isascii()}
    hits = sorted(((len(words & known), e) for e, known in _written().items()), reverse=True)
    (most, encoding), (second, _) = hits[0], hits[1]
    share = most / max(len(words), 1)
    if most >= _CLEAR_HITS and most >= _CLEAR_RATIO * second and share > 0.5:
        return Reading(encoding, _CLEAR_MARGIN, most, len(words), max(share, SURE_SHARE))
    if len(words) >= _CLEAR_TOKENS and share < _NOTHING:
        return None
    return _weighed(sample)


def has_words(piece: bytes, encoding: str) -> bool:
    """Whether most words of a piece with bytes above 127 are frequent syllables of an encoding, and several are."""
    words = {word for word in piece.split() if not word.isascii()}
    hits = len(words & _written()[encoding])
    return hits >= LEAST_VARIETY and hits * 2 >= len(words)


def _weighed(sample: bytes) -> Reading | None:
    """The same by all syllables; a first look at a little of the sample mostly settles the matter."""
    look = _ranked(sample[:_FIRST_LOOK])
    clear = look.tokens >= _CLEAR_TOKENS and (look.share < 0.4 or look.margin >= _CLEAR_MARGIN)
    found = look if clear or len(sample) <= _FIRST_LOOK else _ranked(sample)
    return found if found.share >= SURE_SHARE and found.tokens >= LEAST_TOKENS else None


def _ranked(sample: bytes) -> Reading:
    """The most Vietnamese reading of a sample, with its margin."""
    tried: list[tuple[Evidence, str]] = [(weigh(legacy.decode_legacy(sample, e)), e) for e in legacy.LEGACY]
    tried.sort(key=lambda r: r[0].likelihood, reverse=True)
    (first, encoding), (second, _) = tried[0], tried[1]
    return Reading(encoding, first.likelihood - second.likelihood, first.variety, first.tokens, first.share)


_MARKUP = re.compile(rb"<(script|style)\b.*?</\1>|<[^<>]{0,2000}>", re.S | re.I)
_LINES = re.compile(rb"[\r\n]+")


def sample_of(data: bytes) -> bytes:
    """The first kilobytes of lines with bytes above 127, without tags and scripts."""
    lines: list[bytes] = []
    for reach in (4 * _GLANCE, 40 * SAMPLE):
        head = data[:reach]
        lines = [line for line in _LINES.split(_MARKUP.sub(b" ", head)) if not line.isascii()]
        if len(data) <= reach or sum(map(len, lines)) >= _GLANCE:
            break
    return b"\n".join(lines)[:SAMPLE]


_VIQR_WORD = re.compile(r"[A-Za-z]*(?:[aAeEoO]\^|[aA]\(|[oOuU]\+)['`?~.]?[A-Za-z]*|\b[Dd][Dd][A-Za-z^(+'`?~.]*")


def is_viqr(text: str) -> bool:
    """Whether a text without Vietnamese letters is VIQR: many words have its signs, most of them Vietnamese ones."""
    sample = text[:SAMPLE]
    words = set(sample[: 2 * _GLANCE].split())
    hits = len(words & _typed())
    if hits >= _CLEAR_HITS and hits * 4 >= len(words):
        return True
    if len(words) >= _SEVERAL and len(set(sample.split()) & _typed()) < LEAST_VARIETY:
        return False
    signed = _VIQR_WORD.findall(sample)
    if len(signed) < LEAST_TOKENS or len(signed) * 12 < len(sample.split()):
        return False
    found = weigh(decode_viqr(sample))
    return found.variety >= LEAST_VARIETY and found.share >= SURE_SHARE
