"""Dates by their form, as portals print them in Vietnamese and English."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.–-]\s?(\d{1,2})\s?[/.–-]\s?(\d{4})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,)?\s+(?:năm\s+)?(\d{4})(?!\d)", re.I)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = "|".join(f"{m}|{m[:3]}\\.?" for m in _MONTHS)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+(\d{{4}})", re.I)


def find_date(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of the first full date in a short line; day before month, as in Vietnam, also in English."""
    found = _ISO.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    found = _NUMERIC.search(text) or _WORDS.search(text)
    if found:
        day, month, year = (int(g) for g in found.groups())
        return (year, day, month) if month > 12 >= day else (year, month, day)
    found = _MONTH_FIRST.search(text)
    if found:
        return int(found[3]), _month(found[1]), int(found[2])
    found = _DAY_FIRST.search(text)
    return (int(found[3]), _month(found[2]), int(found[1])) if found else None


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower().rstrip(".")))
