"""Words of the pages that come from data: days and months in English."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: str | None) -> str:
    """An ISO day or moment in the house style: 2018-08-09 is "August 9, 2018"; "" for None."""
    if not day:
        return ""
    year, month, number = day[:10].split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}, {year}"


def month_in_words(month: str) -> str:
    """An ISO month in words: 2018-08 is "August 2018"."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"
