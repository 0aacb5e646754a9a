"""Centuries and years counted from Christ ("thế kỷ III trước Công nguyên", "năm 257 TCN"), years by stem and branch."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from vnnews.item import Moment, Quantity
from vnnews.vietnamese.normalise import fold
from vnnews.vietnamese.numbers import roman

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
"""The ten stems and twelve branches that name years, in their order."""
OTHER_BRANCHES = ("Mẹo", "Tị")
"""Other spellings of the fourth and the sixth branch."""
_FIRST_OF_CYCLE = 4
"""A year of the Christian era that was a Giáp Tý; the names come again after sixty years."""

_BEFORE = r"TCN|Tr\.? ?CN|(?i:trước Công nguyên|trước CN)"
_ERA = rf"(?P<before>{_BEFORE})|SCN|(?i:sau Công nguyên|sau CN)"
_CENTURY = re.compile(
    rf"(?P<low>[IVX]+|\d{{1,2}})(?!\w)(?:(?: ?[-–—] ?| đến |(?P<and> và (?=[IVX])))(?P<high>[IVX]+|\d{{1,2}})(?!\w))?"
    rf"(?P<before> (?:{_BEFORE})(?!\w))?"
)
_YEAR = re.compile(rf"(?P<year>\d{{1,2}}\.\d{{3}}|\d{{1,4}})(?: năm)? (?:{_ERA})(?!\w)")
_SINCE = re.compile(rf"(?P<year>\d{{1,4}}) ?[-–—] ?(?P<end>\d{{1,4}}) (?:{_BEFORE})(?!\w)")
_YEAR_LEAD = "năm "


class Counted(NamedTuple):
    """A value over [start, end)."""

    start: int
    end: int
    value: Quantity | Moment


def century(text: str, start: int, numeral: int) -> Counted | None:
    """The century, or two joined by a dash, whose words begin at `start` and whose numeral at `numeral`."""
    found = _CENTURY.match(text, numeral)
    low = _whole(found["low"]) if found else None
    if found is None or low is None:
        return None
    unit = "century BC" if found["before"] else "century"
    high = _whole(found["high"]) if found["high"] else None
    if found["high"] and (
        high is None or (found["and"] and abs(high - low) > 1) or (high < low) != (unit == "century BC")
    ):
        return Counted(start, found.end("low"), Quantity(Decimal(low), unit="century", ordinal=True))
    value = Quantity(Decimal(low), Decimal(high) if high else None, unit=unit, ordinal=True)
    return Counted(start, found.end(), value)


def year(text: str, at: int, floor: int) -> Counted | None:
    """The year at `at` that an era follows, with "năm" before it but not before `floor`; years before Christ are
    negative."""
    start = at - len(_YEAR_LEAD)
    start = start if start >= floor and text[start:at].lower() == _YEAR_LEAD else at
    span = _SINCE.match(text, at)
    if span is not None and int(span["year"]) > int(span["end"]):
        return Counted(start, span.end(), Moment(-int(span["year"]), end=Moment(-int(span["end"]))))
    found = _YEAR.match(text, at)
    number = int(found["year"].replace(".", "")) if found else 0
    if found is None or number == 0:
        return None
    return Counted(start, found.end(), Moment(-number if found["before"] else number))


def cyclic_name(year: int) -> str:
    """The name of a year by stem and branch, folded: "đinh hợi" for 2007."""
    passed = year - _FIRST_OF_CYCLE
    return fold(f"{STEMS[passed % len(STEMS)]} {BRANCHES[passed % len(BRANCHES)]}")


def _whole(numeral: str) -> int | None:
    """The value of a numeral in Roman or Arabic figures."""
    return int(numeral) if numeral.isdigit() else roman(numeral)
