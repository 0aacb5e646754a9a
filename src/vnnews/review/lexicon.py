"""Lexicon: which English words stand for a Vietnamese word, as evidence that something is said.

Made by benchmarks/checks/build_lexicon.py: `lexicon.tsv` has a Vietnamese word, how many times in 100 one of its
English stems stands in a translation, and these stems, likeliest first; `lexicon-english.tsv` has an English stem and
how many times in 100 a Vietnamese word of its own stands in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from vnnews.vietnamese.normalise import fold, strip_marks
from vnnews.vietnamese.tokens import words

_SYLLABLE = re.compile(r"[^\W\d_]+")
_SYLLABLE_AND_GAP = re.compile(r"([^\W\d_]+)([\W\d_]*)")
_ENGLISH = re.compile(r"[A-Za-z]+")
_SMALL_LETTERS = re.compile("[a-z]+")

FUNCTION_WORDS = words(
    "a about above after again against all also among an and any are as at be because been before being between "
    "both but by can could did do does during each even every few for from further had has have having he her "
    "here hers him his how i if in into is it its itself just may me might more most much must my no nor not now "
    "of off on one once only or other others our out over own per same shall she should so some such than that "
    "the their them then there these they this those through to too under until up upon very was we were what "
    "when where which while who whom whose will with within without would you your mr ms mrs said s t"
)
"""English words that say nothing on their own."""


_ENDINGS = (
    ("ational", 4), ("ations", 4), ("ation", 4), ("ingly", 4), ("ments", 4), ("ment", 4), ("ions", 4), ("ion", 4),
    ("ings", 4), ("ing", 3), ("ies", 2), ("ied", 2), ("ers", 4), ("ed", 3), ("er", 4), ("es", 3), ("al", 5), ("ly", 4),
    ("s", 3), ("y", 3), ("e", 3),
)  # fmt: skip
"""Endings, longest first where one holds another, and the letters that must be left before each."""


_ENDING_WITH = {
    letter: tuple((ending, len(ending), least) for ending, least in _ENDINGS if ending[-1] == letter)
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
"""The endings by their last letter, each with its length, so that few are tried."""
_DOUBLED = frozenset("bdgklmnprt")
"""Letters that are doubled before an ending."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """An English word in small letters without its common endings: "organized", "organizing" give one stem."""
    word = word.lower()
    for ending, length, least in _ENDING_WITH.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - length >= least:
            word = word[:-length]
            break
    if word[-1:] in _DOUBLED and word[-2:-1] == word[-1:]:
        return word[:-1]
    return word[:-1] if word[-1:] in _SILENT and len(word) > 3 else word


_SILENT = frozenset("eiy")


def stems(text: str) -> frozenset[str]:
    """The stems of all words of an English text."""
    return frozenset(map(stem, _ENGLISH.findall(text)))


def content_words(text: str) -> Iterator[re.Match[str]]:
    """The words of an English text that say something, by place."""
    return (m for m in _ENGLISH.finditer(text) if len(m[0]) > 1 and m[0].lower() not in FUNCTION_WORDS)


def placed_stems(text: str) -> list[tuple[int, int, str]]:
    """The stems of the words that say something, each with the place of its word."""
    return [(*m.span(), root) for m in _ENGLISH.finditer(text) if (root := _content_stem(m[0])) is not None]


@lru_cache(maxsize=50_000)
def _content_stem(word: str) -> str | None:
    return stem(word) if len(word) > 1 and word.lower() not in FUNCTION_WORDS else None


@dataclass(frozen=True)
class Lexicon:
    """`english` gives the stems of a folded Vietnamese word, `vietnamese` the words of a stem.

    `likeliest` has the stems in order; `said` and `meant` tell how often a word, and a stem, has its counterpart.
    """

    english: Mapping[str, frozenset[str]]
    vietnamese: Mapping[str, frozenset[str]]
    likeliest: Mapping[str, Sequence[str]]
    said: Mapping[str, float]
    meant: Mapping[str, float]

    @classmethod
    def of(
        cls, likeliest: Mapping[str, Sequence[str]], said: Mapping[str, float], meant: Mapping[str, float]
    ) -> Lexicon:
        """The lexicon of words with their stems in order, and the rates of both sides."""
        back: dict[str, set[str]] = {}
        for word, roots in likeliest.items():
            for root in roots:
                back.setdefault(root, set()).add(word)
        english = {word: frozenset(roots) for word, roots in likeliest.items()}
        return cls(english, {root: frozenset(words) for root, words in back.items()}, likeliest, said, meant)

    def words(self, text: str) -> list[tuple[int, int, str]]:
        """A text in words of the table, two syllables before one: (start, end, folded word); others are passed over."""
        first = _SYLLABLE.search(text)
        if first is None:
            return []
        parts = _SYLLABLE_AND_GAP.findall(text)
        folded = [_folds[syllable] for syllable, _ in parts]
        out = []
        start = first.start()
        taken = False
        for (syllable, gap), word, following in zip(parts, folded, [*folded[1:], ""], strict=True):
            end = start + len(syllable)
            if taken:
                taken = False
            elif (two := f"{word} {following}") in self.english and gap.isspace():
                taken = True
                out.append((start, end + len(gap) + len(following), two))
            elif word in self.english:
                out.append((start, end, word))
            start = end + len(gap)
        return out


class _Folds(dict[str, str]):
    """Syllable as written -> folded; as long as it is written."""

    def __missing__(self, syllable: str) -> str:
        folded = fold(syllable)
        if len(self) < _CACHE_LIMIT:
            self[syllable] = folded
        return folded


_CACHE_LIMIT = 50_000
_folds = _Folds()


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The table that comes with vnnews."""
    likeliest: dict[str, Sequence[str]] = {}
    said: dict[str, float] = {}
    for word, rate, roots in _rows("lexicon.tsv"):
        likeliest[word] = roots.split()
        said[word] = int(rate) / 100
    meant = {root: int(rate) / 100 for root, rate in _rows("lexicon-english.tsv")}
    return Lexicon.of(likeliest, said, meant)


def _rows(name: str) -> Iterator[list[str]]:
    text = (resources.files("vnnews.review") / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=8)
def english_words(text: str) -> frozenset[str]:
    """The words of an English text in small letters."""
    return frozenset(_SMALL_LETTERS.findall(text.lower()))


@lru_cache(maxsize=8)
def plain_syllables(text: str) -> frozenset[str]:
    """The syllables of a Vietnamese text in small letters without marks, as names are written in English."""
    return frozenset(map(plain_syllable, _SYLLABLE.findall(text)))


@lru_cache(maxsize=50_000)
def plain_syllable(syllable: str) -> str:
    """A syllable in small letters without marks."""
    return strip_marks(syllable).lower()
