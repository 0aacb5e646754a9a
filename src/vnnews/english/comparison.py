"""Whether an English text says the values of the Vietnamese: by meaning, not by characters."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from vnnews.english.style import Style
from vnnews.english.values import accepted_values, uncompared
from vnnews.item import DocumentRef, Item, Moment, Period, Quantity, Value
from vnnews.vietnamese.normalise import strip_marks


class Comparison(NamedTuple):
    """Source values that the English does not say, and English values that the source does not say."""

    missing: tuple[Item, ...]
    extra: tuple[Item, ...]


class _Atom(NamedTuple):
    """The smallest thing a value says: a number of something, a day, a year, a time, a code.

    `counted` is a number as it is written, before its unit was turned into another one.
    """

    what: str
    value: object
    unit: str | None = None
    counted: Decimal | None = None


def unmatched(source: Sequence[Item], target: Sequence[Item], text: str, style: Style) -> Comparison:
    """Compare the values of a source with those read from its English `text` (`read_values(text)`).

    Values are compared part by part, so that "9/9 huyện" is said by "all nine districts", "5-10%" by "from 5 percent
    to 10 percent", "6 tháng đầu năm" by "the first half of the year" and "7 giờ ngày 2/9" by "on September 2 at
    7 a.m."; a form that cannot be read back but counts as right ("twice" for 2) is looked for in the text. One
    rendition satisfies several mentions; the part of the day may be left out.
    """
    if {item.value for item in source} == {item.value for item in target}:
        return Comparison((), ())
    said = [atom for item in target for atom in _atoms(item.value)]
    wanted = [atom for item in source for atom in _atoms(item.value)]
    lower = text.lower()
    missing = tuple(item for item in source if not _is_said(item, said) and not _stands(item, lower, style))
    extra = tuple(item for item in target if not _is_idle(item.value) and not _is_wanted(item, wanted))
    return Comparison(missing, extra)


def _is_said(item: Item, said: Sequence[_Atom]) -> bool:
    return all(any(_alike(atom, other) for other in said) for atom in _atoms(item.value) if atom.what != "part")


def _is_wanted(item: Item, wanted: Sequence[_Atom]) -> bool:
    return all(any(_alike(other, atom) for other in wanted) for atom in _atoms(item.value) if atom.what != "part")


def _is_idle(value: Value) -> bool:
    """Whether English says such a value of its own accord: first, one year, half, noon."""
    if isinstance(value, Quantity):
        return value.low == 1 or (value.ordinal and value.low <= 3 and value.unit is None)
    return isinstance(value, Moment) and value.hour in (0, 12) and value.minute is None and value.day is None


def _stands(item: Item, lower: str, style: Style) -> bool:
    """Whether an accepted form of the item stands in the text, which is in lower case."""
    value = item.value
    return any(_has(lower, form) for form in _forms(value, uncompared(value), style))


@lru_cache(maxsize=4096)
def _forms(value: Value, written: Hashable, style: Style) -> tuple[str, ...]:
    return tuple(form.lower() for form in accepted_values(Item((0, 0), "number", value), style))


_CUT_BEFORE, _CUT_AFTER = re.compile(r"[\w.,]"), re.compile(r"\w|[.,]\d")


def _has(lower: str, form: str) -> bool:
    """Whether a form stands in a text as words or a number of its own."""
    at = lower.find(form)
    while at >= 0:
        if not (at and _CUT_BEFORE.match(lower, at - 1)) and not _CUT_AFTER.match(lower, at + len(form)):
            return True
        at = lower.find(form, at + 1)
    return False


def _alike(wanted: _Atom, said: _Atom) -> bool:
    """Whether one atom says the other: equal, or equal but for what only one of them states."""
    if wanted.what == said.what:
        if wanted.counted is not None and (wanted.unit is None or said.unit is None):
            return wanted.counted == said.counted
        return (wanted.value == said.value and _units_agree(wanted.unit, said.unit)) or _is_rate(wanted, said)
    pair = {wanted.what, said.what}
    if pair == {"clock", "part"}:
        return {wanted.value, said.value} in ({"noon", (12, 0)}, {"night", (0, 0)})
    if pair == {"number", "year"}:
        return wanted.value == said.value and wanted.unit is None and said.unit is None
    if wanted.what == "lunar day" and said.what == "number" and isinstance(wanted.value, tuple):
        return said.unit is None and wanted.value[1] == said.value
    if pair == {"number", "document"}:
        return str(wanted.value) == str(said.value)
    if pair == {"number", "months"}:
        number, months = (wanted, said) if wanted.what == "number" else (said, wanted)
        return number.unit == "month" and isinstance(months.value, tuple) and months.value[0] == number.value
    if pair == {"number", "clock"}:
        number, clock = (wanted, said) if wanted.what == "number" else (said, wanted)
        return number.unit in ("hour", None) and clock.value in (number.value, (number.value, 0))
    return False


_ALSO = {
    frozenset(("night", "day")), frozenset(("tenure", "anniversary")), frozenset(("year", "anniversary")),
    frozenset(("quarter", "month")),
}  # fmt: skip


def _units_agree(wanted: str | None, said: str | None) -> bool:
    return wanted == said or wanted is None or said is None or frozenset((wanted, said)) in _ALSO


_RATES = {"kilometer per hour": ("meter", 1000), "cubic meter per second": ("cubic meter", 1)}
"""Measures whose time Vietnamese may say apart, "mỗi giờ đi được 20-25km", to what is said then and its factor."""


def _is_rate(wanted: _Atom, said: _Atom) -> bool:
    """Whether English says a rate of which Vietnamese says the time apart."""
    unit, factor = _RATES.get(said.unit or "", ("", 1))
    return wanted.unit == unit and isinstance(said.value, Decimal) and wanted.value == said.value * factor


def _atoms(value: Value) -> Iterator[_Atom]:
    if isinstance(value, Quantity):
        yield from _of_quantity(value)
    elif isinstance(value, Moment):
        yield from _of_moment(value)
    elif isinstance(value, Period):
        yield from _of_period(value)
    elif isinstance(value, DocumentRef) and value.kind == "provision":
        yield from (_Atom("provision", part.lower()) for part in value.code.split(", "))
    elif isinstance(value, DocumentRef):
        yield _Atom("document", _plain_code(value.code))
        if value.date is not None:
            yield from _of_moment(value.date)


_FACTORS: dict[str, tuple[str, Decimal | int]] = {
    "quintal": ("kilogram", 100),
    "ton": ("kilogram", 1000),
    "gram": ("kilogram", Decimal("0.001")),
    "kilometer": ("meter", 1000),
    "centimeter": ("meter", Decimal("0.01")),
    "millimeter": ("meter", Decimal("0.001")),
    "square kilometer": ("hectare", 100),
    "square meter": ("hectare", Decimal("0.0001")),
}
"""Units that a translator may turn into another one, with the factor to the one they are compared in."""


def _of_quantity(value: Quantity) -> Iterator[_Atom]:
    base, factor = _FACTORS.get(value.unit or "", (value.unit, 1))
    unit = None if value.ordinal and value.unit in ("tenure", "anniversary") else base
    if value.denominator is not None and value.unit == "hour":
        yield _Atom("round the clock", True)
        return
    for number in (value.low, value.high, None if value.denominator == value.low else value.denominator):
        if number is not None:
            yield _Atom("number", number * factor, unit, number)


def _of_moment(value: Moment) -> Iterator[_Atom]:
    if value.day is not None and value.month is not None:
        yield _Atom("lunar day" if value.lunar else "day", (value.month, value.day))
    elif value.month is not None:
        yield _Atom("lunar month" if value.lunar else "month", value.month)
    elif value.day is not None:
        yield _Atom("number", Decimal(value.day))
    if value.year is not None:
        yield _Atom("year", Decimal(value.year))
    if value.hour is not None:
        yield _Atom("clock", (Decimal(value.hour), value.minute or 0))
    if value.weekday is not None:
        yield _Atom("weekday", value.weekday)
    if value.part is not None:
        yield _Atom("part", value.part)
    for other in (*value.also, *((value.end,) if value.end else ())):
        yield from _of_moment(other)


def _of_period(value: Period) -> Iterator[_Atom]:
    if value.which == "same":
        yield _Atom("same", True)
    elif value.unit == "half":
        yield _Atom("months", (6, "first" if value.index == 1 else "last"))
    elif value.unit == "month" and value.count is not None:
        yield _Atom("months", (value.count, value.which or "first"))
    elif value.count is not None and (value.index is not None or (value.unit == "quarter" and value.which == "first")):
        yield from (_Atom(value.unit, (value.index or 1) + i) for i in range(value.count))
    elif value.count is not None:
        yield _Atom("number", Decimal(value.count), value.unit)
    elif value.index is not None:
        yield _Atom(value.unit, value.index)
    for year in (value.year, value.end_year):
        if year is not None:
            yield _Atom("decade" if value.unit == "decade" else "year", Decimal(year))


def _plain_code(code: str) -> str:
    """A code as it is compared: without marks, spaces and capitals, the zero before a number dropped."""
    return re.sub(r"\s", "", strip_marks(code)).lower().lstrip("0")
