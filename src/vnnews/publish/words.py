"""Words of the pages that come from data: days and months in English."""

from __future__ import annotations

from vnnews.english.dates import MONTHS


def day_in_words(day: str | None, *, day_first: bool = False) -> str:
    """An ISO day or moment in words: 2018-08-09 is "August 9, 2018" or, `day_first`, "9 August 2018"; "" for None."""
    if not day:
        return ""
    year, month, number = day[:10].split("-")
    name = MONTHS[int(month) - 1]
    return f"{int(number)} {name} {year}" if day_first else f"{name} {int(number)}, {year}"


def month_in_words(month: str) -> str:
    """An ISO month in words: 2018-08 is "August 2018"."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"
