"""VIQR (RFC 1456): Vietnamese typed in ASCII, marks behind their letters: "Vie^.t Nam", "dda~"."""

from __future__ import annotations

import re
import unicodedata

from vnnews.read.evidence import likelihood

_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_SIGN = re.compile(r"\\([\^(+\'`?~.dD\\])|([Dd])[Dd]|([aA]\(|[aAeEoO]\^|[oOuU]\+|[aAeEoOuUiIyY])([\'`?~.]?)")
_WORD_BEFORE = re.compile(r"[A-Za-z^(+'`?~.]{0,16}$")
_STOP_AT_END, _STOP_BEFORE_CAPITAL, _STOP_WITHIN = 3.0, 0.0, -6.0
_QUESTION = -4.0
"""How much (natural logarithm) the place of a sign behind a word speaks for punctuation and against a tone."""
_UNSURE = 1.0
_MARKED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def decode_viqr(text: str) -> str:
    """The letters that a text in VIQR stands for; a backslash keeps the sign behind it.

    A stop or question mark behind a vowel at a word's end is a tone or punctuation: the commoner word decides, and
    what follows.
    """
    return _SIGN.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found[2]:
        return "đ" if found[2] == "d" else "Đ"
    base, tone = found[3], found[4]
    letter = base[0] + (_SHAPES[base[1]] if len(base) > 1 else "")
    if tone and _ends_sentence(found, tone):
        return unicodedata.normalize("NFC", letter) + tone
    return unicodedata.normalize("NFC", letter + _TONES.get(tone, ""))


def _ends_sentence(found: re.Match[str], sign: str) -> bool:
    return _leaning(found, sign) > 0


def unsure_signs(text: str) -> int:
    """How many signs of a text in VIQR could well be read the other way: a stop for a tone, a tone for a stop."""
    return sum(abs(_leaning(found, found[4])) < _UNSURE for found in _SIGN.finditer(text) if found[4])


def _leaning(found: re.Match[str], sign: str) -> float:
    """How strongly a sign behind a vowel is punctuation (above 0) and not a tone (below)."""
    rest = found.string[found.end() : found.end() + 3]
    if rest[:1].isalpha():
        return -99.0
    before = _WORD_BEFORE.search(found.string, max(0, found.end() - 17), found.end() - 1)
    plain = _forced(before[0]) if before else ""
    if _MARKED.search(unicodedata.normalize("NFD", plain)):
        return 99.0
    if sign not in ".?":
        return -99.0
    toned = unicodedata.normalize("NFC", plain + _TONES[sign]).lower()
    return likelihood(plain.lower()) + _weight(sign, rest.lstrip(" ")) - likelihood(toned)


def _weight(sign: str, following: str) -> float:
    if sign == "?":
        return _QUESTION
    if not following or following[0] in '\n\r"”)':
        return _STOP_AT_END
    return _STOP_BEFORE_CAPITAL if following[0].isupper() else _STOP_WITHIN


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
