"""One form for what is the same Vietnamese: cleaning on the way in, folding for comparison, letters without marks.

Sources: Unicode Standard Annex 15 (NFC); for the place of the tone mark the two habits of print, "hòa" and "hoà",
and Decision 1989/QĐ-BGDĐT of 2018 of the Ministry of Education and Training, which keeps the tone on the main vowel.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"

_ALIKE = str.maketrans(
    {
        "ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ",
        "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff0-\ufffb]"
)
_ODD = re.compile(
    "[^\t\n\x20-\x7e\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff\u1e00-\u1eff–—‘’“”…]"
)
"""A character that `clean` may have to change: anything but the letters and marks of ordinary text."""
_LOOSE_MARKS = re.compile(f"[^\\W\\d_][{_TONES}{_SHAPES}]+")

_WORD = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """The text in NFC with what only looks like Vietnamese mended; letters, words and lines stay as they are.

    Eth becomes đ, every kind of space but tab and line end becomes a plain space, every kind of line end becomes
    a line feed; zero-width, direction and control characters go. Marks typed in the wrong order are composed.
    `clean(clean(text)) == clean(text)`.
    """
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").translate(_ALIKE)
        text = _INVISIBLE.sub("", _SPACE.sub(" ", text))
    text = unicodedata.normalize("NFC", text)
    if not text.isascii() and _LOOSE_MARKS.search(text):
        text = _LOOSE_MARKS.sub(_reorder, text)
    return text


def fold(text: str) -> str:
    """The text as it counts for comparison: lower case, tone marks where the press puts them, y as i where both stand.

    "Hoà", "HÒA" and "hòa" give "hòa"; "mỹ" and "mĩ", "quý" and "quí" give one form each. Works word by word, so
    `fold(a + " " + b)` is the two folds with the space between; the fold of NFC text is as long as the text.
    """
    if text.isascii() and "y" not in text and "Y" not in text:
        return text.lower()
    text = unicodedata.normalize("NFC", text)
    return _fold_word(text) if text.isalpha() else _WORD.sub(_folded, text)


def strip_marks(text: str) -> str:
    """The text in plain Latin letters: no diacritics, đ as d and Đ as D, everything else as it is."""
    if text.isascii():
        return text
    if _LATIN.fullmatch(text):
        return text.translate(_BARE)
    return _without_marks(text)


def _without_marks(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


_LATIN = re.compile("[\\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2044\u20ab]*")
_BARE = {
    code: _without_marks(chr(code))
    for code in (*range(0x80, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00), *range(0x2010, 0x2045))
    if _without_marks(chr(code)) != chr(code)
}
"""What `_without_marks` makes of each letter of `_LATIN`: a table is many times faster."""


def _reorder(found: re.Match[str]) -> str:
    """A letter with loose marks: shape of the vowel first, then its tone; what composes is composed."""
    apart = unicodedata.normalize("NFD", found[0])
    marks = sorted(apart[1:], key=lambda mark: mark not in _SHAPES)
    return unicodedata.normalize("NFC", apart[0] + "".join(marks))


def _folded(found: re.Match[str]) -> str:
    return _fold_word(found[0])


@lru_cache(maxsize=100_000)
def _fold_word(word: str) -> str:
    lower = word.lower()
    if len(lower) != len(word):
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in word)
    if len(lower) > _LONGEST:
        return lower
    return _FINAL_Y.sub(_as_i, _place_tone(lower))


_LONGEST = 7
"""Letters of the longest Vietnamese syllable, nghiêng; longer words are foreign and keep their marks."""

_VOWELS = "aeiouyăâêôơư"
_SYLLABLE = re.compile(rf"(?:(qu|gi)(?=[{_VOWELS}])|[^{_VOWELS}]*)([{_VOWELS}]+)([^{_VOWELS}]*)")
_SHAPED = "ăâêôơ"
_FINAL_Y = re.compile(r"^((?:[hklmst]|qu)?)([yỳýỷỹỵ])$")
_I_FOR_Y = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))


def _as_i(found: re.Match[str]) -> str:
    return found[1] + _I_FOR_Y[found[2]]


def _place_tone(word: str) -> str:
    """A lower-case syllable with its one tone mark where the press of today puts it (hòa, thủy, ủy)."""
    taken = unicodedata.normalize("NFD", word)
    tones = [c for c in taken if c in _TONES]
    if len(tones) != 1:
        return word
    toneless = unicodedata.normalize("NFC", taken.replace(tones[0], ""))
    found = _SYLLABLE.fullmatch(toneless)
    if not found:
        return word
    at = found.start(2) + _main_vowel(found[2], bool(found[3]))
    return unicodedata.normalize("NFC", toneless[: at + 1] + tones[0] + toneless[at + 1 :])


def _main_vowel(vowels: str, closed: bool) -> int:
    """Which of a syllable's vowels bears the tone; `closed` when a consonant follows."""
    shaped = [i for i, vowel in enumerate(vowels) if vowel in _SHAPED]
    if shaped:
        return shaped[-1]
    if "ư" in vowels:
        return vowels.index("ư")
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) > 2 else 0
