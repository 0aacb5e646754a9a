"""VIQR (RFC 1456): Vietnamese typed in ASCII, marks behind their letters: "Vie^.t Nam", "dda~".

A stop, question mark or apostrophe behind a vowel at a word's end is a tone or punctuation. What the language allows
decides first (no syllable ends in "ại" with the dot on its last letter), then how often each of the two words stands
at a sentence's end and before a capital (data/stops.txt), and behind which words (data/pairs.txt; both are made by
benchmarks/encodings/syllables.py).
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from vnnews.read.evidence import is_syllable, likelihood

_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_SIGN = re.compile(r"\\([\^(+\'`?~.dD\\])|([Dd])[Dd]|([aA]\(|[aAeEoO]\^|[oOuU]\+|[aAeEoOuUiIyY])([\'`?~.]?)")
_WORD_BEFORE = re.compile(r"[A-Za-z^(+'`?~.]{0,16}$")
_ENDS = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?(?:[aăâeêioôơuưy]|oa|oe|uy|uê|uơ)"
)
"""What a syllable is that bears its tone on the last letter."""
_OPEN_QUOTE = re.compile(r"(?<!\S)[(\"]?'(?=[A-Za-z])[^'\n]{0,80}(?:[A-Za-z]'[A-Za-z][^'\n]{0,80})*$")
_FIRST_WORD = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[\"“(]?$")
_WORD_PREVIOUS = re.compile(r"(?<![A-Za-z^(+'`?~.])([A-Za-z^(+'`?~.]+) $")
_PAIR = 0.05
"""What a pair seen once weighs beside a share of running text."""
_MARKED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SURE = 99.0
_WITHIN, _ONE_WORD = -6.0, -4.0
"""A stop before a small letter, or behind the first word of a sentence: how much (natural logarithm) is against it."""
_USUAL = {"stop": 0.04, "asked": 0.002, "capital": 0.08, "last": 0.01}
"""The usual share of syllables before a stop, a question mark, a capital, and a line's end without a stop."""
_PRIOR = 4.0
_UNSURE = 3.0


@dataclass(frozen=True, slots=True)
class Places:
    """How often a word stood before a stop, a question mark, and a capital, of `total` times."""

    stop: int
    asked: int
    capital: int
    total: int

    def share(self, name: str) -> float:
        """The share of a place, drawn to what is usual where the word is rare."""
        seen = 0 if name == "last" else getattr(self, name)
        return float(seen + _PRIOR * _USUAL[name]) / (self.total + _PRIOR)


_NEVER = Places(0, 0, 0, 0)


@lru_cache(maxsize=1)
def places() -> dict[str, Places]:
    """Where the words stand that differ only by a sign at their end; capital and small ones apart."""
    lines = (resources.files("vnnews.read") / "data" / "stops.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines)
    return {word: Places(*map(int, counts)) for word, *counts in rows}


@lru_cache(maxsize=1)
def pairs() -> dict[str, int]:
    """How often a word that could be misread came behind another, both in small letters."""
    lines = (resources.files("vnnews.read") / "data" / "pairs.txt").read_text(encoding="utf-8").splitlines()
    return {pair: int(n) for pair, _, n in (line.rpartition(" ") for line in lines)}


def decode_viqr(text: str) -> str:
    """The letters that a text in VIQR stands for; a backslash keeps the sign behind it."""
    return _SIGN.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found[2]:
        return "đ" if found[2] == "d" else "Đ"
    base, tone = found[3], found[4]
    letter = base[0] + (_SHAPES[base[1]] if len(base) > 1 else "")
    if tone and _leaning(found, tone) > 0:
        return unicodedata.normalize("NFC", letter) + tone
    return unicodedata.normalize("NFC", letter + _TONES.get(tone, ""))


def unsure_signs(text: str) -> int:
    """How many signs of a text in VIQR could well be read the other way: a stop for a tone, a tone for a stop."""
    return sum(abs(_leaning(found, found[4])) < _UNSURE for found in _SIGN.finditer(text) if found[4])


def _leaning(found: re.Match[str], sign: str) -> float:
    """How strongly a sign behind a vowel is punctuation (above 0) and not a tone (below)."""
    text, end = found.string, found.end()
    rest = text[end : end + 4]
    if rest[:1].isalpha():
        return -_SURE
    before = _WORD_BEFORE.search(text, max(0, end - 17), end - 1)
    plain = _forced(before[0]).lstrip("'(") if before else ""
    if _MARKED.search(unicodedata.normalize("NFD", plain)) or not _ENDS.fullmatch(plain.lower()):
        return _SURE
    if sign in "`~":
        return -_SURE
    toned = unicodedata.normalize("NFC", plain + _TONES[sign])
    if sign == "'":
        return _closing(text, end, plain, toned)
    if sign == "." and rest.startswith(".") and not rest.startswith("..."):
        return _SURE if rest.startswith("..") else -_SURE
    return _stopping(text, end, sign, plain, toned)


def _closing(text: str, end: int, plain: str, toned: str) -> float:
    """How strongly an apostrophe closes a quotation; it can only where one was opened shortly before."""
    start = text.rfind("\n", max(0, end - 160), end) + 1 or max(0, end - 160)
    if not _OPEN_QUOTE.search(text, start, end - 1):
        return -_SURE
    return 2.0 + likelihood(plain.lower()) - likelihood(toned.lower())


def _stopping(text: str, end: int, sign: str, plain: str, toned: str) -> float:
    """How strongly a stop or question mark ends a sentence, by the places of the two words that it could make."""
    rest = text[end : end + 4]
    after = rest.lstrip(" ")
    ended = not after or after[0] in "\n\r\"”)'"
    table = places()
    bare, marked = table.get(plain, _NEVER), table.get(toned, _NEVER)
    previous = _previous(text, end - 1 - _typed(plain))
    lean = (
        _behind(previous, plain, bare)
        - _behind(previous, toned, marked)
        + math.log(bare.share("stop" if sign == "." else "asked"))
    )
    if ended:
        lean -= math.log(marked.share("last"))
    elif after[0].isupper() and rest[0] == " ":
        lean -= math.log(marked.share("capital"))
    else:
        lean += _WITHIN
    first = plain[:1].isupper() and _FIRST_WORD.search(text[max(0, end - 24) : end - 1 - _typed(plain)])
    return lean + (_ONE_WORD if first else 0.0)


def _previous(text: str, end: int) -> str:
    """The word before a place, in small letters; nothing where more than a space parts them."""
    found = _WORD_PREVIOUS.search(text, max(0, end - 20), end)
    return _forced(found[1]).lower() if found else ""


def _behind(previous: str, word: str, seen: Places) -> float:
    """The logarithm of how often a word comes behind another, drawn to its share of running text."""
    together = pairs().get(f"{previous} {word.lower()}", 0) if previous else 0
    return math.log(together * _PAIR + math.exp(_share(word, seen)))


def _typed(word: str) -> int:
    """How many signs a word without a tone takes in VIQR."""
    return len(encode_viqr(word))


def _share(word: str, seen: Places) -> float:
    """The logarithm of a word's share of running text, its capital form apart where that was seen."""
    all_forms = likelihood(word.lower())
    other = places().get(word[0].swapcase() + word[1:], _NEVER)
    if all_forms <= -12.0 and not is_syllable(word.lower()):
        return all_forms
    return all_forms + math.log((seen.total + 0.2) / (seen.total + other.total + 0.4))


def _forced(word: str) -> str:
    """A part of a word with every sign taken for a mark."""
    return _SIGN.sub(
        lambda f: (
            f[1]
            or (f[2] and ("đ" if f[2] == "d" else "Đ"))
            or unicodedata.normalize(
                "NFC", f[3][0] + (_SHAPES[f[3][1]] if len(f[3]) > 1 else "") + _TONES.get(f[4], "")
            )
        ),
        word,
    )


def encode_viqr(text: str) -> str:
    """A text in VIQR, without escapes."""
    signs = {v: k for k, v in (_SHAPES | _TONES).items()}
    out = []
    for character in unicodedata.normalize("NFC", text).replace("đ", "dd").replace("Đ", "DD"):
        apart = unicodedata.normalize("NFD", character)
        marks = sorted((signs[m] for m in apart[1:] if m in signs), key="^(+'`?~.".index)
        out.append(apart[0] + "".join(marks))
    return "".join(out)
