"""VIQR (RFC 1456): Vietnamese typed in ASCII, marks behind their letters: "Vie^.t Nam", "dda~".

A stop, question mark or apostrophe behind a vowel at a word's end is a tone or punctuation. What the language allows
decides first (no syllable ends in "ại" with the dot on its last letter), then how often each of the two words stands
at a sentence's end and before a capital (data/stops.txt), and behind which words (data/pairs.txt; both are made by
benchmarks/encodings/syllables.py).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from vnnews.read import stops
from vnnews.read.evidence import likelihood

_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_SIGN = re.compile(
    r"\\([\^(+\'`?~.dD\\])|([Dd])[Dd](?![Dd](?![Dd]))|([aA]\(|[aAeEoO]\^|[oOuU]\+|[aAeEoOuUiIyY])([\'`?~.]?)"
)
_WORD_BEFORE = re.compile(r"[A-Za-z^(+'`?~.]{0,16}$")
_ENDS = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?(?:[aăâeêioôơuưy]|oa|oe|uy|uê|uơ)"
)
"""What a syllable is that bears its tone on the last letter."""
_OPEN_QUOTE = re.compile(r"(?<!\S)[(\"]?'(?=[A-Za-z])[^'\n]{0,80}(?:[A-Za-z]'[A-Za-z][^'\n]{0,80})*$")
_FIRST_WORD = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[\"“(]?$")
_WORD_PREVIOUS = re.compile(r"(?<![A-Za-z^(+'`?~.])([A-Za-z^(+'`?~.]+) $")
_SENTENCE_END = re.compile(r"[.?!] |\n")
_WORD_NEXT = re.compile(r" (\w[\w^(+'`?~.]*?)(?=[.?]?(?:[^\w^(+'`?~.]|$))")
_ACRONYM = re.compile("(?<![A-Za-z])DD[BCDGHKLMNPQRSTVX]{1,4}(?![A-Za-z])")
_MARKED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SURE = 99.0
_UNSURE = {".": 2.5, "?": 4.0, "'": 2.5}
"""Below this a sign is in doubt; what is known of question marks rests on few of them."""


def decode_viqr(text: str) -> str:
    """The letters that a text in VIQR stands for; a backslash keeps the sign behind it."""
    return read_viqr(text)[0]


def read_viqr(text: str) -> tuple[str, list[str]]:
    """The same, with the words, as typed, that could well be read otherwise: a stop for a tone, "DDC" for "ĐC"."""
    doubtful: list[str] = []

    def letter(found: re.Match[str]) -> str:
        if found[4] and not text[found.end() : found.end() + 1].isalpha():
            lean = _leaning(found, found[4])
            if abs(lean) < _UNSURE.get(found[4], 0.0):
                doubtful.extend(_WORD_BEFORE.findall(text, max(0, found.end() - 16), found.end())[:1])
            if lean > 0:
                return _letter(found[1], found[2], found[3], "") + found[4]
        return _letter(*found.groups())

    out = _SIGN.sub(letter, text)
    return out, doubtful + [w for w in _ACRONYM.findall(text) if likelihood("đ" + w[2:].lower()) <= likelihood("")]


@lru_cache(maxsize=2_000)
def _letter(kept: str | None, stroke: str | None, base: str | None, tone: str | None) -> str:
    """What the groups of a sign stand for, its tone taken for one."""
    if kept:
        return kept
    if stroke:
        return "đ" if stroke == "d" else "Đ"
    letter = (base or "")[:1] + _SHAPES.get((base or "")[1:], "")
    return unicodedata.normalize("NFC", letter + _TONES.get(tone or "", ""))


def _leaning(found: re.Match[str], sign: str) -> float:
    """How strongly a sign behind a vowel is punctuation (above 0) and not a tone (below)."""
    text, end = found.string, found.end()
    rest = text[end : end + 4]
    before = _WORD_BEFORE.search(text, max(0, end - 17), end - 1)
    plain, marked, syllable = _beginning(before[0] if before else "")
    if marked:
        return _SURE
    toned = unicodedata.normalize("NFC", plain + _TONES[sign])
    if sign == "'" and (not syllable or _quoted(text, end)):
        return _closing(plain, toned) if _quoted(text, end) else -_SURE
    if sign in "'`~":
        return -_SURE
    if not syllable:
        return _SURE
    if sign == "." and rest.startswith(".") and not rest.startswith("..."):
        return _SURE if rest.startswith("..") else -_SURE
    return _stopping(text, end, sign, plain, toned)


@lru_cache(maxsize=20_000)
def _beginning(typed: str) -> tuple[str, bool, bool]:
    """A word before its last sign: its letters, whether it has a tone already, whether it may bear one at its end."""
    # An apostrophe behind a consonant belongs to a name: "K'Bre^'".
    plain = _forced(typed).lstrip("(").rpartition("'")[2]
    marked = _MARKED.search(unicodedata.normalize("NFD", plain)) is not None
    return plain, marked, _ENDS.fullmatch(plain.lower()) is not None


def _quoted(text: str, end: int) -> bool:
    """Whether a quotation was opened with an apostrophe shortly before."""
    start = text.rfind("\n", max(0, end - 160), end) + 1 or max(0, end - 160)
    return _OPEN_QUOTE.search(text, start, end - 1) is not None


def _closing(plain: str, toned: str) -> float:
    """How strongly an apostrophe closes a quotation that is open."""
    return 2.0 + likelihood(plain.lower()) - likelihood(toned.lower())


def _stopping(text: str, end: int, sign: str, plain: str, toned: str) -> float:
    """How strongly a stop or question mark ends a sentence, as the logarithm of the odds."""
    found = stops.features(plain, toned, _place(text, end, sign, plain))
    return sum(stops.WEIGHTS.get(name, 0.0) * value for name, value in found.items())


def _place(text: str, end: int, sign: str, plain: str) -> stops.Place:
    """The surroundings of a sign that ends at `end`."""
    start = end - 1 - len(encode_viqr(plain))
    before = _WORD_PREVIOUS.search(text, max(0, start - 20), start)
    behind = _WORD_NEXT.match(text, end)
    first = plain[:1].isupper() and _FIRST_WORD.search(text[max(0, start - 8) : start]) is not None
    return stops.Place(
        sign=sign,
        sentence=_SENTENCE_END.split(text[max(0, start - 300) : start])[-1] + plain,
        previous=_forced(before[1]).lower() if before else "",
        gap=_gap(text[end : end + 24]),
        following=_forced(behind[1]) if behind else "",
        first=first,
    )


def _gap(rest: str) -> str:
    """What kind of place is before `rest`."""
    after = rest.lstrip(" ")[:1]
    if not after or after in "\r\n":
        return "line"
    if rest[0] != " ":
        return "closed"
    if after.isalpha():
        return "capital" if after.isupper() else "lower"
    return "digit" if after.isdigit() else "bracket" if after == "(" else "quote"


def _forced(word: str) -> str:
    """A part of a word with every sign taken for a mark."""
    return _SIGN.sub(lambda found: _letter(*found.groups()), word)


def encode_viqr(text: str) -> str:
    """A text in VIQR, without escapes."""
    signs = {v: k for k, v in (_SHAPES | _TONES).items()}
    out = []
    for character in unicodedata.normalize("NFC", text).replace("đ", "dd").replace("Đ", "DD"):
        apart = unicodedata.normalize("NFD", character)
        marks = sorted((signs[m] for m in apart[1:] if m in signs), key="^(+'`?~.".index)
        out.append(apart[0] + "".join(marks))
    return "".join(out)
