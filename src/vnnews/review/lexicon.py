"""Lexicon: which English words stand for a Vietnamese word, as evidence that something is said.

`lexicon.tsv` (made by benchmarks/checks/build_lexicon.py): Vietnamese word, then its English stems, likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from vnnews.vietnamese.normalise import fold, strip_marks
from vnnews.vietnamese.tokens import words

LONGEST_WORD = 3
"""Syllables of the longest Vietnamese word in the table."""

_SYLLABLE = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"[A-Za-z]+")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")

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


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """An English word in small letters without its common endings: "organized", "organizing" give one stem."""
    word = word.lower()
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word[-1:] in ("e", "i", "y") and len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """The stems of all words of an English text."""
    return frozenset(stem(word) for word in _ENGLISH.findall(text))


def content_words(text: str) -> Iterator[re.Match[str]]:
    """The words of an English text that say something, by place."""
    return (m for m in _ENGLISH.finditer(text) if len(m[0]) > 1 and m[0].lower() not in FUNCTION_WORDS)


@dataclass(frozen=True)
class Lexicon:
    """`english` gives the stems of a folded Vietnamese word, `vietnamese` the words of a stem, `known` all stems."""

    english: Mapping[str, frozenset[str]]
    vietnamese: Mapping[str, frozenset[str]]

    def words(self, text: str) -> list[tuple[int, int, str]]:
        """A text in the longest words of the table: (start, end, folded word); others are passed over."""
        found = [(m.start(), m.end(), fold(m[0])) for m in _SYLLABLE.finditer(text)]
        out = []
        i = 0
        while i < len(found):
            for n in range(min(LONGEST_WORD, len(found) - i), 0, -1):
                word = " ".join(part[2] for part in found[i : i + n])
                if word in self.english and (n == 1 or _unbroken(text, found[i : i + n])):
                    out.append((found[i][0], found[i + n - 1][1], word))
                    break
            else:
                n = 1
            i += n
        return out


def _unbroken(text: str, parts: list[tuple[int, int, str]]) -> bool:
    """Whether only spaces stand between the syllables."""
    return all(not text[a[1] : b[0]].strip() for a, b in pairwise(parts))


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The table that comes with vnnews."""
    english: dict[str, frozenset[str]] = {}
    back: dict[str, set[str]] = {}
    text = (resources.files("vnnews.review") / "lexicon.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, said = line.split("\t")
            english[word] = frozenset(said.split())
            for one in english[word]:
                back.setdefault(one, set()).add(word)
    return Lexicon(english, {one: frozenset(words) for one, words in back.items()})


def plain_syllables(text: str) -> frozenset[str]:
    """The syllables of a Vietnamese text in small letters without marks, as names are written in English."""
    return frozenset(m[0].lower() for m in _SYLLABLE.finditer(strip_marks(text)))
