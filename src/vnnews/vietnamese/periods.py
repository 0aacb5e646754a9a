"""Vietnamese names of stretches of time: quarters, first months, terms of office, the same period (conventions, 5)."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from vnnews.item import Period

_OF_YEAR = r"(?:(?:\s?/\s?|-| năm |, năm )(?P<year>(?:19|20)\d\d)(?!\d))?"
_QUARTER = re.compile(rf"(?P<word>quý) (?P<index>IV|I{{1,3}}|[1-4])(?!\w|\.\d){_OF_YEAR}", re.IGNORECASE)
_MORE_QUARTERS = re.compile(
    rf"(?:,? và |, ?|-| - | đến )(?:quý )?(?P<index>IV|I{{1,3}}|[1-4])(?![\w%]|[.,/-]\d{{1,3}}(?!\d)){_OF_YEAR}",
    re.IGNORECASE,
)
"""A quarter that goes on with the one before it: quý I, II/2025, quý III và IV."""
_YEARS = re.compile(r"(?P<from>(?:1[0-9]|20)\d\d)\s?(?:[-–—]| đến(?: năm)?)\s?(?P<to>(?:1[0-9]|20)\d\d)(?!\d|[/.,]\d)")
_YEARS_LEAD = re.compile(r"(?<!\w)(?P<word>nhiệm kỳ|giai đoạn|thời kỳ)(?: từ)?(?: năm)? ?\(?\Z", re.IGNORECASE)
_OLD_YEARS_LEAD = re.compile(r"(?:năm |\()\Z", re.IGNORECASE)
"""Before years that could be counts: "(1802-1884)"."""
_FIRST = re.compile(
    r"(?P<unit>tháng|quý|tuần)(?: (?P<which>đầu|cuối)(?: tiên)?"
    r"(?: (?:của )?năm(?: (?P<year>(?:19|20)\d\d)(?!\d)| nay(?!\w))?)?"
    r"|(?: năm |/)(?P<of>(?:19|20)\d\d)(?!\d))(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(r"nửa (?P<which>đầu|cuối) năm(?: (?P<year>(?:19|20)\d\d)(?!\d)| nay(?!\w))?", re.IGNORECASE)
_SAME = re.compile(
    r"cùng kỳ(?! (?:họp|thi|hạn|đại hội|kiểm tra|nghỉ)(?!\w))"
    r"(?: (?:của )?năm (?:trước(?: đó)?|ngoái|(?P<year>(?:19|20)\d\d)(?!\d)))?(?!\w)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:những năm(?: đầu| cuối)?(?: thập niên| thập kỷ)?|thập niên|thập kỷ) (?P<year>(?:1[89]|20)\d0|\d0)(?!\d"
    r"|[.,]\d|\s?%)"
    r"(?: (?:của )?thế kỷ (?:trước|XX|20))?",
    re.IGNORECASE,
)
_Counted = Literal["week", "month", "quarter"]
_UNITS: dict[str, _Counted] = {"tháng": "month", "quý": "quarter", "tuần": "week"}
_SPANS: dict[str, Literal["term", "period"]] = {"nhiệm kỳ": "term", "giai đoạn": "period", "thời kỳ": "period"}


class Spanned(NamedTuple):
    """A Period over [start, end)."""

    start: int
    end: int
    value: Period


def quarter(text: str, at: int) -> Spanned | None:
    """ "quý I/2024", "quý 2 năm 2015", "quý III" at `at`; "quý I, II/2025" are two quarters."""
    found = _QUARTER.match(text, at)
    if found is None:
        return None
    index, count, year, end = _index(found), 1, found["year"], found.end()
    while year is None and (more := _MORE_QUARTERS.match(text, end)):
        last = _index(more)
        listed = "," in more.group() or "và" in more.group()
        if last < index + count or (listed and last > index + count) or not _is_alike(found, more):
            break
        count, year, end = last - index + 1, more["year"], more.end()
    return Spanned(at, end, Period("quarter", index=index, count=count if count > 1 else None, year=_int(year)))


def _index(found: re.Match[str]) -> int:
    """Which quarter a numeral names."""
    return int(found["index"]) if found["index"].isdigit() else _ROMAN_QUARTERS[found["index"].upper()]


def _is_alike(first: re.Match[str], more: re.Match[str]) -> bool:
    """Whether a numeral goes on with the one before it: in the same figures; Arabic ones may count something else."""
    if first["index"].isdigit() != more["index"].isdigit():
        return False
    return more["index"].isalpha() or bool(more["year"]) or "quý" in more.group().lower()


_ROMAN_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def years(text: str, at: int, floor: int) -> Spanned | None:
    """ "2020-2025" at `at`, with "nhiệm kỳ", "giai đoạn" or "thời kỳ" before it but not before `floor`."""
    found = _YEARS.match(text, at)
    if found is None or int(found["from"]) >= int(found["to"]):
        return None
    lead = _YEARS_LEAD.search(text, max(floor, at - 20), at)
    if int(found["to"]) < 1900 and lead is None and not _OLD_YEARS_LEAD.search(text, max(0, at - 8), at):
        return None
    start, end = (lead.start() if lead and "(" not in lead.group() else at), found.end()
    unit = _SPANS[lead["word"].lower()] if lead else "year"
    return Spanned(start, end, Period(unit, year=int(found["from"]), end_year=int(found["to"])))


def first_months(text: str, at: int, count: int, unit_at: int) -> Spanned | None:
    """ "6 tháng đầu năm 2015", "9 tháng năm 2015": the count stands at `at`, its unit at `unit_at`."""
    found = _FIRST.match(text, unit_at)
    if found is None or not (count > 1 or found["which"]):
        return None
    unit, year = _UNITS[found["unit"].lower()], _int(found["year"] or found["of"])
    which: Literal["first", "last"] = "last" if (found["which"] or "").lower() == "cuối" else "first"
    return Spanned(at, found.end(), Period(unit, count=count, year=year, which=which))


def named(text: str, at: int) -> Spanned | None:
    """ "nửa đầu năm 2015", "cùng kỳ năm trước", "những năm 1990" at `at`."""
    found = _HALF.match(text, at)
    if found:
        index = 1 if found["which"].lower() == "đầu" else 2
        return Spanned(at, found.end(), Period("half", index=index, year=_int(found["year"])))
    found = _SAME.match(text, at)
    if found:
        return Spanned(at, found.end(), Period("period", year=_int(found["year"]), which="same"))
    found = _DECADE.match(text, at)
    if found:
        year = int(found["year"])
        return Spanned(at, found.end(), Period("decade", year=year if year > 99 else 1900 + year))
    return None


def _int(written: str | None) -> int | None:
    return int(written) if written else None
