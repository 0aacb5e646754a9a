"""Likeness: whether an article says again what another has said, from shingles of syllables and from its facts.

A sketch is one-permutation MinHash with rotation for empty bins (Li, Owen and Zhang, One Permutation Hashing, 2012;
Shrivastava and Li, 2014) over runs of four syllables. Likeness alone must never hide news: weekly reports differ in
their figures only. So an article counts as said before only where its figures and names are all in the other one.
"""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass

from vnnews.article import Article
from vnnews.vietnamese.normalise import fold

BINS, BANDS = 64, 16
ENOUGH = 0.75
"""Share of equal bins from which on two articles count as alike."""

_SHINGLE = 4
_SHORTEST = 40
"""Syllables below which an article is never linked: too little to judge by."""

_WORD = re.compile(r"\w+")
_FACT = re.compile(r"\d+(?:[.,]\d+)*|\b[^\W\d_a-zà-ỹđ]\w*")


@dataclass(frozen=True, slots=True)
class Sketch:
    """`bins` are the least hashes of the shingles, `facts` the hashes of figures and capitalised words, sorted."""

    bins: bytes
    facts: bytes

    def bands(self) -> list[int]:
        """Keys of which alike articles share at least one, nearly always."""
        size = len(self.bins) // BANDS
        return [zlib.crc32(self.bins[i * size : (i + 1) * size], i) for i in range(BANDS)]

    def is_said_by(self, other: Sketch) -> bool:
        """Whether the other article is alike and holds every figure and name of this one."""
        mine, theirs = array("I", self.bins), array("I", other.bins)
        equal = sum(a == b for a, b in zip(mine, theirs, strict=True))
        return equal >= ENOUGH * BINS and set(array("I", self.facts)) <= set(array("I", other.facts))


def sketch_of(article: Article) -> Sketch | None:
    """The sketch of an article's text; None where it is too short to be told from others."""
    text = "\n".join(t for _, t in article.texts())
    syllables = _WORD.findall(fold(text))
    if len(syllables) < _SHORTEST:
        return None
    bins = [0xFFFFFFFF] * BINS
    for i in range(len(syllables) - _SHINGLE + 1):
        value = zlib.crc32(" ".join(syllables[i : i + _SHINGLE]).encode())
        bins[value % BINS] = min(bins[value % BINS], value)
    facts = sorted({zlib.crc32(f.encode()) for f in _FACT.findall(text)})
    return Sketch(array("I", _filled(bins)).tobytes(), array("I", facts).tobytes())


def _filled(bins: list[int]) -> list[int]:
    """Empty bins take the value of the next that is not, so that short texts can be compared too."""
    out = []
    for i in range(BINS):
        steps = next(n for n in range(BINS) if bins[(i + n) % BINS] != 0xFFFFFFFF)
        out.append((bins[(i + steps) % BINS] + steps * 0x9E3779B1) & 0xFFFFFFFF)
    return out
