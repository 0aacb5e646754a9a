"""Reading dates, times and periods out of English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from vnnews.english.dates import DAYS, MONTHS, QUARTERS
from vnnews.english.numerals import ordinal_figures, ordinal_words, words
from vnnews.item import DayPart, Item, Moment, Period, Quantity
from vnnews.vietnamese.dates import fill

_SHORT = {name[:3].lower(): i for i, name in enumerate(MONTHS, 1)}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December" \
         r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"  # fmt: skip
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|\w)"
_NOT_COUNTED = r"(?! (?:percent|per cent|million|billion|trillion)\b)"
_YEAR = r"(?:1[6-9]|20)\d\d"
_HAS_YEAR = re.compile(_YEAR)
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH}) (?P<day>{_DAY})(?:,? (?P<year>{_YEAR})(?![\w,]\d|\d))?")
_DAY_FIRST = re.compile(rf"(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR})(?!\d))?")
_MONTH_NAME = re.compile(rf"\b{_MONTH}")
_DAYS_BEFORE = re.compile(r"(?<![\w.,/-])(?:\d{1,2}(?:\s?[-–]\s?| to | and ))?\d{1,2}(?:st|nd|rd|th)? (?:of )?\Z")
"""The days before a month, in the British order: "9", "9-12", "9 and 10"."""
_MONTH_ONLY = re.compile(rf"(?P<month>{_MONTH})(?:(?:,? | of )(?P<year>{_YEAR})(?!\d))?(?!\w)")
_RANGE = re.compile(
    r"\s?[-–—]\s?| (?:to|through|until|till) (?:the end of )?(?:the (?:morning|afternoon|evening) of )?"
)
_AND = re.compile(r",? and |, ")
_BARE_DAY = re.compile(rf"(?P<day>{_DAY}){_NOT_COUNTED}(?! [a-z]+s\b)(?:,? (?P<year>{_YEAR})(?!\d))?(?! {_MONTH})")
_DAYS_FIRST = re.compile(
    rf"(?P<from>\d{{1,2}})(?P<joint>\s?[-–]\s?| to | and )(?P<to>{_DAY}) (?P<month>{_MONTH})(?: "
    rf"(?P<year>{_YEAR})(?!\d))?"
)
_SURE_MONTH = re.compile(
    r"\b(?:in|of|since|by|from|to|until|late|early|mid|last|this|next|every|each|and|through|during)[ -]\Z",
    re.IGNORECASE,
)

_PART = r"(?:early )?(?:mornings?|afternoons?|evenings?|nights?|noon|midday)|early hours"
_LEAD = re.compile(
    rf"(?:(?:the )?(?P<part>{_PART}) (?:of|on) )?"
    rf"(?:(?P<weekday>{'|'.join(DAYS)})(?: (?P<part2>{_PART}))?,? (?:on )?)?"
    rf"(?:the (?P<part3>{_PART}) of )?\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?=\d)(?:(?<![\w:.,-])|(?<=m\.-)|(?<=[ap]m-))(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\w:.,-])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\w:]|,\d)"
    r"|\b(?P<word>(?:12 )?noon|midday|midnight)\b",
    re.IGNORECASE,
)
_TO_AFTERNOON = re.compile(r"(?: to | ?[-–] ?| and | until )(?P<hour>\d{1,2})(?::[0-5]\d)?\s?[pP]\.?[mM]")
"""After 1:30, "to 5 p.m.": both are in the afternoon."""
_CLOCK_SIGNS = (":", "am", "a.m", "pm", "p.m", "noon", "midday", "midnight")
"""Any match of `_CLOCK` holds one of these: looking for them first is faster."""
_CLOCK_DATE = re.compile(rf"(?:,? on |, | of | )(?:the )?(?:(?P<weekday>{'|'.join(DAYS)}),? )?(?=[A-Z0-9])")
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(DAYS)})s?\b(?: (?P<part>{_PART})\b)?")
_WEEKDAY_PART = re.compile(rf"\b(?P<part>{_PART}) (?:of|on) \Z", re.IGNORECASE)
_LONGEST_LEAD = 60
_MOST_DAYS = 12
"""Days that one list joins; a longer one is a table."""

_PARTS: dict[str, DayPart] = {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "noon": "noon",
    "midday": "noon", "early hours": "early morning", "early morning": "early morning",
}  # fmt: skip

_NUMBERS: dict[str, int] = {words(n): n for n in range(1, 61)}
_LUNAR_DAYS = {name: n for n in range(1, 32) for name in (ordinal_words(n), ordinal_figures(n))}
_LUNAR_DAYS["full moon"] = 15
_ORDINAL = "|".join(sorted(_LUNAR_DAYS, key=len, reverse=True))
_LUNAR = re.compile(
    rf"(?:the )?(?P<day>{_ORDINAL})(?P<more>(?:, (?:the )?(?:{_ORDINAL}))*)"
    rf"(?:(?P<joint> to | and |-)(?:the )?(?P<last>{_ORDINAL}))?(?: days?)? of the "
    rf"(?:(?P<month>{_ORDINAL}|last) )?lunar month(?:, (?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_LUNAR_MONTH = re.compile(
    rf"(?:the )?(?:(?P<from>{_ORDINAL})(?: lunar month)? to (?:the )?)?(?P<month>{_ORDINAL}|last) lunar month",
    re.IGNORECASE,
)
_LUNAR_OF = re.compile(rf"(?:\b(?:{_ORDINAL})|days?) of \Z", re.IGNORECASE)
"""Before a lunar month whose day is said."""
_YEARS = re.compile(
    rf"(?:\bthe )?(?<![\w,.-])(?P<from>{_YEAR})(?:\s?[-–—/]\s?(?P<to>{_YEAR}|\d\d)| to (?P<until>{_YEAR}))"
    rf"(?![\d,.]\d|\w|-\d)"
    r"(?:[ -](?P<unit>term|tenure|period)\b)?"
)
_QUARTER = re.compile(
    rf"\b(?:the )?(?:(?P<name>{'|'.join(QUARTERS)})(?:(?P<joint>(?:, (?:{'|'.join(QUARTERS)}))*(?: and | or | to |-))"
    rf"(?P<last>{'|'.join(QUARTERS)}))?[ -]quarters?|Q(?P<index>[1-4]))(?:,? (?:of |in )?"
    rf"(?P<year>{_YEAR})(?!\d))?\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:the )?(?P<which>first|second|last) half"
    rf"(?! of (?:the (?:month|century|term|tenure|decade|game|match)|{_MONTH})\b)"
    rf"(?:(?: of| in)? (?P<year>{_YEAR})(?!\d)| of (?:the|this) year\b)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?:the )?(?P<which>first|last|final) (?P<count>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    rf"[ -](?P<unit>month|week|quarter)s?\b(?:(?: of| in) (?P<year>{_YEAR})(?!\d)| of (?:the|this) year\b)?",
    re.IGNORECASE,
)
_SAME = re.compile(
    rf"\b(?:the )?same period(?:(?: of| in)? (?:last year|the previous year|(?P<year>{_YEAR})(?!\d)))?"
    rf"|\byear[- ]on[- ]year\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:the )?(?P<year>(?:1[6-9]|20)\d0)s\b")
_LONE_YEAR = re.compile(rf"(?<![\w,.:$/-])(?P<year>{_YEAR})(?![\w%/]|[,.]\d|-\d| \d{{4}})")
"""A year; "1900 2115" is a hotline."""
_ERA = re.compile(
    r"(?<![\w,.-])(?P<before>\d{1,2},\d{3}|\d{1,4}) (?:B\.?C\.?(?:E\b\.?)?)(?!\w)"
    r"|\bA\.?D\.? (?P<after>\d{1,4})(?![\w,.]\d|\w)|(?<![\w,.-])(?P<later>\d{1,4}) (?:AD|CE)\b"
)
"""A year with its era: 257 BC, AD 40."""
_ERAS = ("BC", "B.C", "AD", "A.D", "CE")
"""Any match of `_ERA` holds one of these."""
_Which = Literal["first", "last"]
_Counted = Literal["month", "week", "quarter"]
_COUNTABLE: dict[str, _Counted] = {"month": "month", "week": "week", "quarter": "quarter"}


class Day(NamedTuple):
    """A Moment that ends at `end`."""

    end: int
    value: Moment


def read(text: str) -> Iterator[Item]:
    """The dates, times and periods that a text states; where two overlap, the first one given counts."""
    yield from _lunar_days(text)
    yield from _of_era(text)
    yield from _periods(text)
    yield from _clocks(text)
    yield from _days(text)
    yield from _weekdays(text)
    for found in _LONE_YEAR.finditer(text) if _HAS_YEAR.search(text) else ():
        yield Item(found.span(), "date", Moment(year=int(found["year"])))


def _of_era(text: str) -> Iterator[Item]:
    """The years that say their era; those before Christ are negative."""
    for found in _ERA.finditer(text) if any(era in text for era in _ERAS) else ():
        before = found["before"]
        year = -int(before.replace(",", "")) if before else int(found["after"] or found["later"])
        yield Item(found.span(), "date", Moment(year=year))


def day_at(text: str, at: int) -> Day | None:
    """The date that begins at `at` (a day, with month), with the days that a list or range adds."""
    found = _DAYS_FIRST.match(text, at)
    if found:
        return _days_first(found)
    first = _whole(text, at)
    if first is None:
        return None
    days, end, is_range = [first.value], first.end, False
    while not is_range and len(days) < _MOST_DAYS:
        joint = _RANGE.match(text, end)
        is_range = joint is not None
        joint = joint or _AND.match(text, end)
        following = _next_day(text, joint.end(), days[-1], is_range) if joint else None
        if joint is None or following is None or (joint.group() == ", " and not _is_list(text, following.end)):
            break
        days.append(following.value)
        end = following.end
    if len(days) == 1:
        return first
    moments = fill(days)
    if is_range and len(days) == 2:
        return Day(end, replace(moments[0], end=moments[1]))
    if is_range and moments[-1].day is not None and _RANGE.search(text, at, end):
        return Day(end, replace(moments[0], also=(*moments[1:-2], replace(moments[-2], end=moments[-1]))))
    return Day(end, replace(moments[0], also=tuple(moments[1:])))


def _days_first(found: re.Match[str]) -> Day:
    year = int(found["year"]) if found["year"] else None
    month = _month(found["month"])
    first, last = (Moment(year, month, int(re.sub(r"\D", "", found[name]))) for name in ("from", "to"))
    value = replace(first, also=(last,)) if "and" in found["joint"] else replace(first, end=last)
    return Day(found.end(), value)


def _whole(text: str, at: int) -> Day | None:
    found = _MONTH_FIRST.match(text, at) or _DAY_FIRST.match(text, at)
    if found is None:
        return None
    day = int(re.sub(r"\D", "", found["day"]))
    if not 1 <= day <= 31:
        return None
    return Day(found.end(), Moment(int(found["year"]) if found["year"] else None, _month(found["month"]), day))


def _next_day(text: str, at: int, before: Moment, is_range: bool) -> Day | None:
    """The next day of a list or range: with its month, or the day alone, whose month is the one before."""
    whole = _whole(text, at)
    if whole:
        return whole
    found = _BARE_DAY.match(text, at)
    if found is None or before.year is not None:
        return None
    day = int(re.sub(r"\D", "", found["day"]))
    year = int(found["year"]) if found["year"] else None
    if not 1 <= day <= 31 or (is_range and before.day is not None and day <= before.day):
        return None
    return Day(found.end(), Moment(year, before.month, day))


def _is_list(text: str, at: int) -> bool:
    """Whether what follows shows that ", 10" went on with a list of days: another day after "and"."""
    return re.compile(rf"(?:, \d{{1,2}})*,? and (?:{_MONTH} )?\d{{1,2}}\b").match(text, at) is not None


def _month(written: str) -> int:
    return _SHORT[written[:3].lower()]


def _days(text: str) -> Iterator[Item]:
    """Dates with a month, with the part of day and weekday before them; months alone."""
    position = 0
    for found in _MONTH_NAME.finditer(text):
        if found.start() < position:
            continue
        before = _DAYS_BEFORE.search(text, max(position, found.start() - 24), found.start())
        at = before.start() if before else found.start()
        dated = day_at(text, at)
        if dated:
            start, value = _with_lead(text, at, dated.value)
            position = dated.end
            yield Item((start, position), "date", value)
            continue
        month = _MONTH_ONLY.match(text, found.start())
        if month and _is_month(text, month):
            position = month.end()
            year = int(month["year"]) if month["year"] else None
            yield Item(month.span(), "date", Moment(year=year, month=_month(month["month"])))


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Whether "May" and "March" are months here, as every other name is."""
    if found["year"] or found["month"] not in ("May", "March", "Mar", "Dec", "Jan"):
        return True
    return found.group() == text or _SURE_MONTH.search(text, max(0, found.start() - 12), found.start()) is not None


def _with_lead(text: str, at: int, value: Moment) -> tuple[int, Moment]:
    """Where the words before a date begin that belong to it, and the date with what they say."""
    lead = _LEAD.search(text, max(0, at - _LONGEST_LEAD), at)
    if lead is None or not lead.group():
        return at, value
    part = lead["part"] or lead["part2"] or lead["part3"]
    weekday = lead["weekday"]
    return lead.start(), replace(
        value, part=_part(part) if part else None, weekday=DAYS.index(weekday.capitalize()) if weekday else None
    )


def _part(written: str) -> DayPart:
    name = written.lower()
    return _PARTS[name if name in _PARTS else name.removeprefix("early ").removesuffix("s")]


def _clocks(text: str) -> Iterator[Item]:
    lower = text.lower()
    if not any(sign in lower for sign in _CLOCK_SIGNS):
        return
    for found in _CLOCK.finditer(text):
        hour, minute = _hour(found)
        if hour is None:
            continue
        if found["hour24"] and hour < 12 and (last := _TO_AFTERNOON.match(text, found.end())):
            hour += 12 if hour <= int(last["hour"]) < 12 else 0
        value, end = Moment(hour=hour, minute=minute or None), found.end()
        following = _CLOCK_DATE.match(text, end)
        dated = day_at(text, following.end()) if following else None
        if following and dated and not dated.value.end and not dated.value.also:
            weekday = DAYS.index(following["weekday"]) if following["weekday"] else None
            value, end = replace(dated.value, hour=hour, minute=minute or None, weekday=weekday), dated.end
        if found["second"]:
            end = found.end("minute")
            yield Item(found.span("second"), "unit", Quantity(Decimal(found["second"]), unit="second"))
        yield Item((found.start(), end), "date", value)


def _hour(found: re.Match[str]) -> tuple[int | None, int]:
    """Hour and minute on the 24-hour clock; no hour where the figures are none."""
    if found["word"]:
        return (0 if found["word"].lower() == "midnight" else 12), 0
    if found["hour24"]:
        return int(found["hour24"]) % 24, int(found["minute24"])
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 12:
        return (hour % 24 if hour <= 24 else None), minute
    return hour % 12 + (12 if found["half"][0].lower() == "p" else 0), minute


def _weekdays(text: str) -> Iterator[Item]:
    for found in _WEEKDAY.finditer(text) if "day" in text else ():
        part = _part(found["part"]) if found["part"] else None
        before = _WEEKDAY_PART.search(text, max(0, found.start() - 25), found.start())
        start = found.start()
        if before and part is None:
            start, part = before.start(), _part(before["part"])
        yield Item((start, found.end()), "date", Moment(weekday=DAYS.index(found["weekday"]), part=part))


def _lunar_days(text: str) -> Iterator[Item]:
    for found in _LUNAR_MONTH.finditer(text) if "lunar month" in text else ():
        name = found["month"].lower()
        if not _LUNAR_OF.search(text, max(0, found.start() - 20), found.start()):
            said = Moment(month=12 if name == "last" else _LUNAR_DAYS[name], lunar=True)
            if found["from"]:
                said = Moment(month=_LUNAR_DAYS[found["from"].lower()], lunar=True, end=said)
            yield Item(found.span(), "date", said)
    for found in _LUNAR.finditer(text) if "lunar" in text else ():
        month = found["month"].lower() if found["month"] else None
        number = None if month is None else 12 if month == "last" else _LUNAR_DAYS[month]
        year = int(found["year"]) if found["year"] else None
        value = Moment(year, number, _LUNAR_DAYS[found["day"].lower()], lunar=True)
        if found["last"]:
            named = [
                name.removeprefix("the ") for name in (*found["more"].lower().split(", ")[1:], found["last"].lower())
            ]
            others = tuple(replace(value, day=_LUNAR_DAYS[name]) for name in named)
            value = replace(value, also=others) if "and" in found["joint"] else replace(value, end=others[-1])
        yield Item(found.span(), "date", value)


def _periods(text: str) -> Iterator[Item]:
    for found in _YEARS.finditer(text) if _HAS_YEAR.search(text) else ():
        start, end = int(found["from"]), int(found["to"] or found["until"])
        end = end if end > 99 else start // 100 * 100 + end
        if end > start:
            unit: Literal["term", "period", "year"] = "year"
            if found["unit"]:
                unit = "period" if found["unit"] == "period" else "term"
            at = found.start() if found["unit"] else found.start("from")
            yield Item((at, found.end()), "period", Period(unit, year=start, end_year=end))
    lower = text.lower()
    for found in _QUARTER.finditer(text) if "quarter" in lower or "q" in lower else ():
        index = int(found["index"]) if found["index"] else QUARTERS.index(found["name"].lower()) + 1
        last = QUARTERS.index(found["last"].lower()) + 1 if found["last"] else index
        quarter = Period("quarter", index=index, year=_year(found))
        if last == index + 2 and found["joint"] in (" and ", " or "):
            yield Item((found.start(), found.end("name")), "period", quarter)
            yield Item((found.start("last"), found.end()), "period", replace(quarter, index=last))
        elif last > index:
            yield Item(found.span(), "period", replace(quarter, count=last - index + 1))
        else:
            yield Item(found.span(), "period", quarter)
    for found in _HALF.finditer(text) if " half" in lower else ():
        index = 1 if found["which"].lower() == "first" else 2
        yield Item(found.span(), "period", Period("half", index=index, year=_year(found)))
    for found in _COUNTED.finditer(text) if any(word in lower for word in ("first ", "last ", "final ")) else ():
        count = found["count"].lower()
        which: _Which = "first" if found["which"].lower() == "first" else "last"
        unit_of = _COUNTABLE[found["unit"].lower()]
        number = int(count) if count.isdigit() else _NUMBERS[count]
        yield Item(found.span(), "period", Period(unit_of, count=number, year=_year(found), which=which))
    for found in _SAME.finditer(text) if "same period" in lower or "year on" in lower or "year-on" in lower else ():
        yield Item(found.span(), "period", Period("period", year=_year(found), which="same"))
    for found in _DECADE.finditer(text) if "0s" in text else ():
        yield Item(found.span(), "period", Period("decade", year=int(found["year"])))


def _year(found: re.Match[str]) -> int | None:
    """The year that a match states, if its pattern has one and it did."""
    year = found.groupdict().get("year")
    return int(year) if year else None
