"""Evidence that a text is Vietnamese: how much of what has letters beyond ASCII is syllables of the language.

The counts in data/syllables.txt are made by benchmarks/encodings/syllables.py.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_TOKEN = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…•«»\xa0\u200b-\u200f\ufeff]+")
_UNKNOWN = -12.0
"""The logarithm of the share given to what is no syllable at all."""
_RARE = -9.5
"""The same for a syllable of right build that the counts do not have."""
_BUILT = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?"
    r"(?:uyê|iêu|ươi|ươu|uôi|oai|oay|oeo|uây|yêu|uya|uyu|iê|yê|uô|ươ|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oă|oe|oi|oo|ôi|ơi|"
    r"ua|uâ|uê|ui|uơ|uy|ưa|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|ng|nh|c|m|n|p|t)?"
)
_FOREIGN = re.compile("[^a-eghik-vxyàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ\u0300-\u0323]|.{8}")
"""What no syllable has: other letters and signs, or more than seven letters."""
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    """The logarithm of each known syllable's share."""
    lines = (resources.files("vnnews.read") / "data" / "syllables.txt").read_text(encoding="utf-8").splitlines()
    counts = {syllable: int(n) for syllable, n in (line.split() for line in lines)}
    total = sum(counts.values())
    return {syllable: math.log(n / total) for syllable, n in counts.items()}


@dataclass(frozen=True, slots=True)
class Evidence:
    """`tokens` with letters beyond ASCII, how many of them are `known` syllables, their mean log `likelihood`.

    `variety` is the number of different tokens longer than a letter: a sign repeated in a formula proves nothing.
    """

    tokens: int
    known: int
    likelihood: float
    variety: int

    @property
    def share(self) -> float:
        """The known among the tokens, 0 to 1."""
        return self.known / self.tokens if self.tokens else 0.0


def weigh(text: str) -> Evidence:
    """The evidence in a text, in whatever normal form."""
    tokens = [t for t in _TOKEN.findall(unicodedata.normalize("NFC", text).lower()) if not t.isascii()]
    if not tokens:
        return Evidence(0, 0, _UNKNOWN, 0)
    scores = [_score(token) for token in tokens]
    variety = sum(len(token) > 1 for token in set(tokens))
    return Evidence(len(tokens), len(scores) - scores.count(_UNKNOWN), sum(scores) / len(scores), variety)


@lru_cache(maxsize=20_000)
def _score(token: str) -> float:
    known = _shares().get(token)
    if known is not None:
        return max(known, _RARE)
    return _RARE if not _FOREIGN.search(token) and is_syllable(token) else _UNKNOWN


def frequent(count: int) -> list[str]:
    """The most frequent syllables with letters beyond ASCII, in small letters and with a capital."""
    marked = [word for word in _shares() if not word.isascii() and len(word) > 1]
    best = sorted(marked, key=_shares().__getitem__, reverse=True)[:count]
    return best + [word.capitalize() for word in best]


def likelihood(syllable: str) -> float:
    """The logarithm of a small-letter syllable's share of running text, plain ones included."""
    return _shares().get(syllable, _UNKNOWN)


def is_syllable(token: str) -> bool:
    """Whether a small-letter token has the build of a Vietnamese syllable: one onset, one rime, at most one tone."""
    apart = unicodedata.normalize("NFD", token)
    plain = unicodedata.normalize("NFC", apart.translate(_TONES))
    tones = len(apart) - len(unicodedata.normalize("NFD", plain))
    return tones <= 1 and bool(_BUILT.fullmatch(plain))
