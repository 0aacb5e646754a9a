"""Whether a sign behind a vowel in VIQR is a stop or a tone: "chi. Ba" is "chị Ba" or the end of one sentence.

The two readings are compared by what each makes of its surroundings: the word itself behind the one before, how
often it stands before a stop, and the next word as the opening of a sentence or as what follows in one. The counts
(data/stops.txt, pairs.txt, openers.txt) are made by benchmarks/encodings/syllables.py, the weights by fit.py there.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from vnnews.read.evidence import is_syllable, likelihood

_USUAL = {"stop": 0.04, "asked": 0.002, "capital": 0.08}
"""The usual share of syllables before a stop, a question mark and a capital."""
_PRIOR = 4.0
_PAIR = 0.05
"""What a pair seen once weighs beside a share of running text."""
_FOLLOWED = 20.0
"""How many times a word counts as followed by what follows any word."""
_COMPOUND = 3
"""How often a compound of the list counts as seen."""
_NO_WORD = -12.0
_ASKS = re.compile(r"(?<!\S)(?:ai|sao|bao|dda\^u|gi`|na`o|kho\^ng|chu\+a|cha\(ng|hay)(?![^\s.?,])")
"""Words that ask."""
_ASKING = 0.05
"""The share of question marks behind the words of a sentence with such a word."""


class Places(NamedTuple):
    """How often a word stood before a stop, a question mark, and a capital, of `total` times."""

    stop: int
    asked: int
    capital: int
    total: int

    def share(self, name: str) -> float:
        """The share of a place, drawn to what is usual where the word is rare."""
        return float(getattr(self, name) + _PRIOR * _USUAL[name]) / (self.total + _PRIOR)


class Opener(NamedTuple):
    """How often a capital word began a sentence, and how often it stood within one."""

    first: int
    within: int


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a sign: the word before its own (small letters), and what comes behind.

    `sentence` is what stands before the sign since the last stop or the line's beginning, as typed. `gap` is "lower",
    "capital", "digit", "bracket" or "quote" for what follows a space, "line" at the end of a line or the text, "closed"
    before a closing sign; `following` is the next word, where a space alone parts it.
    """

    sign: str
    sentence: str
    previous: str
    gap: str
    following: str
    first: bool


_NEVER = Places(0, 0, 0, 0)
_UNSEEN = Opener(0, 0)


def _rows(name: str) -> list[list[str]]:
    text = (resources.files("vnnews.read") / "data" / name).read_text(encoding="utf-8")
    return [line.split(" ") for line in text.splitlines()]


@lru_cache(maxsize=1)
def places() -> dict[str, Places]:
    """Where the words stand that end in a vowel with or without a dot or hook; capital and small ones apart."""
    return {word: Places(*map(int, counts)) for word, *counts in _rows("stops.txt")}


@lru_cache(maxsize=1)
def pairs() -> dict[str, int]:
    """How often two words, one of which could be misread, stood side by side, in small letters."""
    return {f"{one} {two}": int(n) for one, two, n in _rows("pairs.txt")}


@lru_cache(maxsize=1)
def compounds() -> frozenset[str]:
    """Usual words of two syllables, one of which could be misread; the list was written for this."""
    return frozenset(f"{one} {two}" for one, two in _rows("compounds.txt"))


@lru_cache(maxsize=1)
def openers() -> dict[str, Opener]:
    """Where the words with a capital stand; the empty word has the sums."""
    rows = {word: Opener(int(first), int(within)) for word, first, within in _rows("openers.txt")}
    return rows | {"": Opener(sum(r.first for r in rows.values()), sum(r.within for r in rows.values()))}


def features(plain: str, toned: str, place: Place) -> dict[str, float]:
    """What speaks for a stop (above 0) and against it, by name: differences of logarithms of probabilities."""
    bare, marked = places().get(plain, _NEVER), places().get(toned, _NEVER)
    found = {
        place.gap: 1.0,
        place.sign: 1.0,
        "word": _behind(place.previous, plain, bare) - _behind(place.previous, toned, marked),
        "asked": _asked(bare, place.sentence) if place.sign == "?" else 0.0,
        "stop": math.log(bare.share("stop")) if place.sign == "." else 0.0,
        "first": float(place.first),
    }
    if place.gap == "line":
        words = place.sentence.split()
        found["words in line"] = math.log(1 + len(words))
        found["names in line"] = sum(word[:1].isupper() for word in words) / max(len(words), 1)
    if place.gap == "capital":
        found["capitals"] = math.log(marked.share("capital"))
        found["opens"] = _opens(place.following) - _within(place.following)
    found |= {f"{name} at line": found[name] for name in ("word", "stop") if place.gap == "line"}
    if place.following:
        found["follows"] = _follows(toned, marked, place.following)
    return found


def _behind(previous: str, word: str, seen: Places) -> float:
    """The logarithm of how often a word comes behind another, drawn to its share of running text."""
    together = _together(previous, word.lower()) if previous else 0
    return math.log(together * _PAIR + math.exp(_share(word, seen)))


def _asked(word: Places, sentence: str) -> float:
    """The logarithm of the share of question marks behind a word, or behind any in a sentence that asks."""
    return math.log(max(word.share("asked"), _ASKING if _ASKS.search(sentence) else _USUAL["asked"]))


def _together(one: str, two: str) -> int:
    """How often two words stood side by side, a usual compound a few times at least."""
    pair = f"{one} {two}"
    seen = pairs().get(pair, 0)
    return max(seen, _COMPOUND) if pair in compounds() else seen


def _share(word: str, seen: Places) -> float:
    """The logarithm of a word's share of running text, its capital form apart where that was seen."""
    all_forms = likelihood(word.lower())
    other = places().get(word[0].swapcase() + word[1:], _NEVER)
    if all_forms <= _NO_WORD and not is_syllable(word.lower()):
        return all_forms
    return all_forms + math.log((seen.total + 0.2) / (seen.total + other.total + 0.4))


def _opens(word: str) -> float:
    """The logarithm of a capital word's share of the openings of sentences."""
    return math.log((openers().get(word, _UNSEEN).first + 0.5) / (openers()[""].first + 1000))


def _within(word: str) -> float:
    """The logarithm of a capital word's share of all those within sentences."""
    return math.log((openers().get(word, _UNSEEN).within + 0.5) / (openers()[""].within + 1000))


def _follows(word: str, seen: Places, following: str) -> float:
    """How much likelier a word comes behind `word` than anywhere."""
    anywhere = math.exp(likelihood(following.lower()))
    together = _together(word.lower(), following.lower())
    return -math.log((together + _FOLLOWED * anywhere) / (seen.total + _FOLLOWED) / anywhere)


WEIGHTS: dict[str, float] = {
    ".": -0.98,
    "?": -0.43,
    "asked": 1.33,
    "capitals": -0.27,
    "closed": -0.27,
    "first": -0.07,
    "follows": 0.22,
    "line": 0.33,
    "lower": -1.41,
    "names in line": -0.63,
    "opens": 0.42,
    "stop": 1.43,
    "stop at line": -1.33,
    "word": 0.57,
    "word at line": 0.42,
    "words in line": 1.13,
}
"""What each feature weighs in the logarithm of the odds of a stop."""
