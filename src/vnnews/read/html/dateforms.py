"""Dates by their form, as portals print them in Vietnamese and English."""

from __future__ import annotations

import functools
import re

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.–-]\s?(\d{1,2})\s?[/.–-]\s?(\d{4})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,)?\s+(?:năm\s+)?(\d{4})(?!\d)", re.I)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = "|".join(f"{m}|{m[:3]}\\.?" for m in _MONTHS)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+(\d{{4}})", re.I)


_VI_MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_VI_MONTH = rf"(?:tháng\s+(?P<word>{'|'.join(sorted(_VI_MONTHS, key=len, reverse=True))})|th(?P<number>\d{{1,2}}))"
_VI_DAY_FIRST = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+{_VI_MONTH},?\s+(?:năm\s+)?(?P<year>\d{{4}})(?!\d)", re.I)
_VI_MONTH_FIRST = re.compile(rf"\b{_VI_MONTH}\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})(?!\d)", re.I)
"""As the Vietnamese versions of WordPress and Drupal print it: "29 Tháng Hai, 2016", "Th2 29, 2016"."""
_SHORT_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/.-])")
_DIGITS = re.compile(r"\d{4}|[/.-]\d{2}")
"""What no date is without: a year, or the two digits of one behind their mark."""
_HOUR = re.compile(r"\d{1,2}\s?(?::|h|giờ)\s?\d{2}")


@functools.lru_cache(maxsize=4_000)  # the steps of reading a page ask of the same lines
def find_date(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of the first full date in a short line; day before month, as in Vietnam, also in English.

    A year of two digits counts only where an hour stands beside it: "07/05/13" alone may be anything.
    """
    if not _DIGITS.search(text):
        return None
    found = _ISO.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    found = _NUMERIC.search(text) or _WORDS.search(text)
    if found:
        day, month, year = (int(g) for g in found.groups())
        return (year, day, month) if month > 12 >= day else (year, month, day)
    found = _VI_DAY_FIRST.search(text) or _VI_MONTH_FIRST.search(text)
    if found:
        month = int(found["number"]) if found["number"] else _VI_MONTHS[" ".join(found["word"].lower().split())]
        return int(found["year"]), month, int(found["day"])
    found = _MONTH_FIRST.search(text)
    if found:
        return int(found[3]), _month(found[1]), int(found[2])
    found = _DAY_FIRST.search(text)
    if found:
        return int(found[3]), _month(found[2]), int(found[1])
    found = _SHORT_YEAR.search(text)
    return (2000 + int(found[4]), int(found[3]), int(found[1])) if found and _HOUR.search(text) else None


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower().rstrip(".")))
