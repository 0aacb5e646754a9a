"""Vietnamese numbers as values: figures with dots and commas, number words, Roman numerals.

Dot parts thousands, comma parts decimals (reference conventions, section 4). A dot before anything but exactly
three digits is a version, a date or a slip; only a unit after it can make a decimal of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

FIGURE = r"\d+(?:[.,]\d+)*"
"""The shape of a number in figures; `figure` says whether it is one."""

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?\Z")
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?\Z|[1-9]\d{0,2}(?:,\d{3})+\.\d+\Z")
_PLAIN = re.compile(r"\d+(?:,\d+)?\Z")
_POINT = re.compile(r"\d+\.\d+\Z")

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {
    "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
"""Words that multiply what stands before them; "nghìn tỷ" and "triệu tỷ" multiply twice."""

_GLUE = {"linh", "lẻ", "lẽ"}
_TENS = {"mười": 10, "mươi": 10, "chục": 10}
WORDS = frozenset([*_UNITS, *SCALES, *_GLUE, *_TENS, "trăm", "rưỡi"])

_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def figure(written: str) -> Decimal | None:
    """The value of a number in figures as Vietnamese writes it ("1.846", "9,5", "1.234,5"), else None.

    Also reads "1,234,567" and "1,234.5", which can only be the English way.
    """
    if written.isdigit() or _PLAIN.match(written):
        return Decimal(written.replace(",", "."))
    if _THOUSANDS.match(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _COMMA_THOUSANDS.match(written):
        return Decimal(written.replace(",", ""))
    return None


def slip(written: str) -> Decimal | None:
    """The value of "9.5" read as a decimal, for where a unit shows that it is one; None for other shapes."""
    return Decimal(written) if _POINT.match(written) else None


def roman(written: str) -> int | None:
    """The value of a Roman numeral in capitals up to CCCXCIX, else None."""
    if not _ROMAN.match(written):
        return None
    values = [_ROMAN_VALUES[c] for c in written]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def spelled(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """The value of the number words (in lower case) at the beginning of `words` and how many words it takes.

    None where they are no number: "trăm" and "chục" alone, "ba bốn" (three or four), "nghìn" alone.
    "hai trăm năm mươi nghìn" is 250000 in five words, "hai triệu rưỡi" 2500000.
    """
    total = Decimal(0)
    taken = 0
    smallest = Decimal(10) ** 30
    while taken < len(words):
        group = _below_thousand(words[taken:])
        if group is None:
            break
        value, used = group
        used, scale = _scale(words, taken + used, taken)
        half = taken + used < len(words) and words[taken + used] == "rưỡi" and scale > 1
        if scale >= smallest or (taken and scale == 1 and value >= 1000):
            break
        total += value * scale + (scale / 2 if half else 0)
        taken += used + half
        smallest = scale
        if scale == 1:
            break
    if (
        not taken
        or words[0] in ("tư", "mốt", "lăm", "nhăm")
        or (taken < len(words) and words[taken] in _UNITS and words[taken] != "năm")
    ):
        return None
    return total, taken


def _scale(words: Sequence[str], at: int, start: int) -> tuple[int, Decimal]:
    """The product of the scale words from `at`; and how many words from `start` that makes."""
    scale = Decimal(1)
    while at < len(words) and words[at] in SCALES:
        scale *= SCALES[words[at]]
        at += 1
    return at - start, scale


def _below_thousand(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """Hundreds, tens and units at the beginning of `words`: (value, number of words)."""
    at = value = 0
    if len(words) > 1 and words[0] in _UNITS and words[1] == "trăm":
        value, at = _UNITS[words[0]] * 100, 2
    rest = _below_hundred(words[at:], after_hundreds=at > 0)
    if rest is not None and not (at and rest[1] == 1 and words[at] != "mười"):
        value, at = value + rest[0], at + rest[1]
    return (Decimal(value), at) if at else None


def _below_hundred(words: Sequence[str], *, after_hundreds: bool) -> tuple[int, int] | None:
    at = 1 if words and words[0] in _GLUE else 0
    first, second = (*words[at : at + 2], "", "")[:2]
    if first == "mười":
        unit = _UNITS.get(second) if second not in ("không", "mốt", "tư", "năm") else None
        return (10 + unit, at + 2) if unit else (10, at + 1)
    if first not in _UNITS:
        return None
    if second in ("mươi", "chục"):
        third = words[at + 2] if at + 2 < len(words) else ""
        unit = _UNITS.get(third) if third not in ("không", "năm") and second == "mươi" else None
        tens = _UNITS[first] * 10
        return (tens + unit, at + 3) if unit else (tens, at + 2)
    if second in ("mốt", "tư", "lăm", "nhăm") and not after_hundreds:
        return _UNITS[first] * 10 + _UNITS[second], at + 2
    return _UNITS[first], at + 1
