"""Moments and periods in English, in every form that counts as right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vnnews.english.numerals import ordinal_figures, ordinal_words, words
from vnnews.english.style import Style
from vnnews.item import DayPart, Moment, Period

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS: dict[DayPart, str] = {
    "early morning": "the early morning",
    "morning": "the morning", "noon": "noon", "afternoon": "the afternoon", "evening": "the evening",
    "night": "the night",
}  # fmt: skip
QUARTERS = ("first", "second", "third", "fourth")
_LATE = {"early morning": ("the early hours", "dawn", "early", "the night", "the morning"),
         "night": ("the evening", "the early hours", "the early morning"), "evening": ("the night",),
         "noon": ("midday", "the noon")}  # fmt: skip


def moment_forms(value: Moment, style: Style, published: date | None = None) -> Iterator[str]:
    """Every English form of a date or time that counts as right, the one of the style first, without "on" or "at"."""
    if style.omit_current_year and published is not None and value.year == published.year and value.day:
        yield from moment_forms(replace(value, year=None), style)
    if value.lunar:
        days = list(_lunar(value))
        parts = (PARTS[value.part], *_LATE.get(value.part, ())) if value.part else ()
        if value.part == "night" and _is_tet_eve(value):
            yield days[0]
        yield from (f"{part} of {day}" for part in parts for day in days)
        yield from days
        return
    if value.hour is not None and value.end is not None and value.end.hour is not None:
        yield from _hours(value, value.end, style)
        return
    others = value.also or ((value.end,) if value.end else ())
    if any(other.part for other in others):
        yield _each_with_its_part((replace(value, also=(), end=None), *others), style, " to " if value.end else " and ")
        value = replace(
            value,
            also=tuple(replace(other, part=None) for other in value.also),
            end=replace(value.end, part=None) if value.end else None,
        )
    days = list(_days(value, style))
    if value.weekday is not None:
        days = _with_weekday(value, days)
    if value.hour is not None:
        yield from _times(value, days, style)
        return
    if value.part is None:
        yield from days
        return
    parts = (PARTS[value.part], *_LATE.get(value.part, ()))
    bare = value.day is None and value.month is None and value.weekday is not None
    if bare:
        yield from (f"{day} {part.removeprefix('the ')}" for part in parts for day in days)
    if value.also and value.weekday is None:
        yield from (f"{parts[0]}s of {day}" for day in days)
    for part in parts:
        yield from (f"{part} of {day}" for day in days)
        yield from (f"{part} on {day}" for day in days)
    yield from (f"{day} {part.removeprefix('the ')}" for part in parts for day in days)
    yield from days


def _each_with_its_part(moments: tuple[Moment, ...], style: Style, joint: str) -> str:
    """Days that have parts of day of their own: the night of November 4 and the early morning of November 5."""
    same = all(moment.year == moments[-1].year for moment in moments)
    said = []
    for moment in moments:
        day = next(_one(replace(moment, year=None) if same and moment is not moments[-1] else moment, style))
        said.append(f"{PARTS[moment.part]} of {day}" if moment.part else day)
    return ", ".join(said[:-1]) + joint + said[-1]


def _with_weekday(value: Moment, days: list[str]) -> list[str]:
    name = DAYS[value.weekday or 0]
    if value.month is None and value.day is None:
        return [name, f"{name}s", name[:3]]
    return [*(f"{name}, {day}" for day in days), *(f"{name} {day}" for day in days), *days]


def _days(value: Moment, style: Style) -> Iterator[str]:
    """The days, months or year of a Moment, lists and ranges in full, without part of day, weekday or time."""
    others = value.also or ((value.end,) if value.end else ())
    if not others:
        yield from _one(value, style)
        return
    joint = " to " if value.end else " and "
    if value.part and value.end and value.day and value.month:
        yield _each_in_full(value, style)
    yield from _joined(value, others, style, joint)
    if value.also and len(value.also) == 1:
        for sign in ("-", "–"):
            yield from _joined(value, others, style, sign)
    if value.end:
        for sign in ("-", "–", " through ", " until ", " and ", " - ", " – "):
            yield from _joined(value, others, style, sign)


def _each_in_full(value: Moment, style: Style) -> str:
    """A range whose first day alone has a part of day: (the night of) October 15 to October 18."""
    assert value.end is not None, "asked for ranges only"
    first = replace(value, end=None, year=None if value.year == value.end.year else value.year)
    return f"{next(_one(first, style))} to {next(_days(replace(value.end, part=None), style))}"


def _joined(value: Moment, others: tuple[Moment, ...], style: Style, joint: str) -> Iterator[str]:
    every = (replace(value, also=(), end=None), *others)
    compact = all(m.month == value.month and m.year == value.year and not m.end for m in every)
    if compact and value.month:
        days = [str(m.day) for m in every]
        run = ", ".join(days[:-1]) + joint + days[-1]
        for month in _months(value.month):
            yield from _ordered(month, run, value.year, style)
    same_year = all(m.year == value.year for m in every)
    shown = [replace(m, year=None) if same_year and i + 1 < len(every) else m for i, m in enumerate(every)]
    dates = [next(_days(m, style)) for m in shown]
    yield ", ".join(dates[:-1]) + joint + dates[-1]
    if not any(m.month or m.year for m in every):
        yield ", ".join(dates[:-1]) + joint + dates[-1].removeprefix("the ")
    full = [next(_days(m, style)) for m in every]
    yield ", ".join(full[:-1]) + joint + full[-1]


def _one(value: Moment, style: Style) -> Iterator[str]:
    if value.month is None:
        if value.year is not None:
            yield from _year(value.year)
        elif value.day is not None:
            yield f"the {ordinal_figures(value.day)}"
        return
    for month in _months(value.month):
        if value.day is None:
            yield f"{month} {value.year}" if value.year else month
            if value.year:
                yield f"{month}, {value.year}"
                yield f"{month} of {value.year}"
        else:
            yield from _ordered(month, str(value.day), value.year, style)
            yield from _ordered(month, ordinal_figures(value.day), value.year, style)
    if value.day is not None:
        yield f"the {ordinal_figures(value.day)} of {MONTHS[value.month - 1]}"
        yield f"{value.day}/{value.month}"


def _year(year: int) -> Iterator[str]:
    """A year; one before Christ is negative, and those of the first centuries say that they are after him."""
    if year < 0:
        yield from (f"{-year} {era}" for era in ("BC", "BCE", "B.C.", "B.C.E."))
        return
    if year < 1000:
        yield from (f"AD {year}", f"{year} AD", f"{year} CE", f"A.D. {year}")
    yield str(year)


def _months(month: int) -> Iterator[str]:
    short = SHORT_MONTHS[month - 1]
    yield from dict.fromkeys((MONTHS[month - 1], short, short.rstrip("."), short[:3] + ".", short[:3]))


def _ordered(month: str, day: str, year: int | None, style: Style) -> Iterator[str]:
    american = [f"{month} {day}, {year}", f"{month} {day} {year}"] if year else [f"{month} {day}"]
    british = [f"{day} {month} {year}"] if year else [f"{day} {month}"]
    yield from (*american, *british) if style.date_order == "August 9" else (*british, *american)


def _times(value: Moment, days: list[str], style: Style) -> Iterator[str]:
    clocks = list(_clocks(value.hour or 0, value.minute or 0, style))
    if not days:
        yield from clocks
        return
    for day in days:
        yield from (f"{clock} on {day}" for clock in clocks)
        yield from (f"{clock}, {day}" for clock in clocks)
        yield from (f"{clock} {day}" for clock in clocks)


def _hours(first: Moment, last: Moment, style: Style) -> Iterator[str]:
    """From one hour to another: 8 a.m. to 10 a.m., 8-10 a.m."""
    starts, ends = (list(_clocks(moment.hour or 0, moment.minute or 0, style)) for moment in (first, last))
    bare = str(((first.hour or 0) - 1) % 12 + 1)
    for start in (*starts, bare):
        yield from (f"{start}{sign}{end}" for sign in (" to ", "-", "–", " and ", " until ") for end in ends)


def _clocks(hour: int, minute: int, style: Style) -> Iterator[str]:
    half = "a.m." if hour < 12 else "p.m."
    twelve = (hour - 1) % 12 + 1
    said = f"{twelve}:{minute:02}" if minute else str(twelve)
    out = [f"{said} {half}", f"{said} {half.replace('.', '')}", f"{hour}:{minute:02}", f"{hour:02}:{minute:02}"]
    if style.clock == "7:30 am":
        out[:2] = reversed(out[:2])
    elif style.clock == "7:30":
        out = out[2:] + out[:2]
    if minute == 30:
        out.append(f"half past {words(twelve)}")
    if minute == 0 and hour % 12:
        part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        out += [f"{number} in the {part}" for number in (said, words(twelve))]
    if minute == 0:
        out += [f"{said}:00 {half}", f"{said}{half.replace('.', '')}", f"{words(twelve)} o'clock", f"{twelve} o'clock"]
        if hour in (0, 12):
            out[0 if style.clock != "7:30" else 1 : 0] = ["midnight" if hour == 0 else "noon"]
            out += ["12 noon"] if hour == 12 else ["24:00"]
    yield from out


def _lunar(value: Moment) -> Iterator[str]:
    """Days of the lunar calendar: "the 10th day of the third lunar month", ranges and lists of them."""
    others = value.also or ((value.end,) if value.end else ())
    if others:
        yield from _lunar_days((replace(value, also=(), end=None), *others), " to " if value.end else " and ")
        if value.day is None and value.end is not None and value.month and value.end.month:
            ends = [ordinal_words(value.month), ordinal_words(value.end.month)]
            yield from (
                f"the {ends[0]} to {the}{ends[1]} lunar {noun}" for the in ("the ", "") for noun in ("month", "months")
            )
        if value.day == _FULL_MOON and value.also:
            yield from ("full and new moons", "full and new moon", "full moon and new moon")
    elif _is_tet_eve(value):
        yield from (_TET_EVE[0], *_lunar_day(value), *_TET_EVE[1:])
    else:
        yield from _lunar_day(value)


_FULL_MOON = 15
"""The day of the lunar month on which the moon is full."""


def _is_tet_eve(value: Moment) -> bool:
    """Whether a day of the lunar calendar is the last of its year."""
    return (value.month, value.day) == (12, 30)


def _lunar_days(days: tuple[Moment, ...], joint: str) -> Iterator[str]:
    """Days joined, those of one month with the month said once."""
    last = days[-1]
    singles = [next(_lunar_day(day)) for day in days]
    if any((day.month, day.year) != (last.month, last.year) for day in days):
        yield ", ".join(singles[:-1]) + joint + singles[-1]
        return
    names = [single.partition(" day")[0] for single in singles]
    ends = singles[-1].partition(" day")[2]
    bare = [name.removeprefix("the ") for name in names]
    if joint == " to ":
        yield f"{names[0]} to {names[-1]} day{ends}"
        yield from (f"the {bare[0]}{sign}{bare[-1]} {noun}{ends}" for sign in (" to ", "-") for noun in ("day", "days"))
    else:
        yield f"the {', '.join(bare[:-1])} and {bare[-1]} days{ends}"
    yield ", ".join(singles[:-1]) + joint + singles[-1]


_TET_EVE = (
    "Lunar New Year's Eve",
    "Tet Eve",
    "Tet's Eve",
    "New Year's Eve",
    "the eve of Tet",
    "the last day of the year",
)


def _lunar_day(value: Moment) -> Iterator[str]:
    day = value.day
    ends = "of the lunar month"
    if value.month is None and day is not None:
        yield from (f"the {ordinal_words(day)} day", f"the {ordinal_figures(day)} day", f"the {ordinal_words(day)}")
        yield from (f"the {ordinal_figures(day)}", f"{ordinal_words(day)} day")
    if value.month is not None:
        months = [ordinal_words(value.month), ordinal_figures(value.month)]
        if value.month > 9:
            months.reverse()
        ends = f"of the {months[0]} lunar month"
    if day is None:
        yield ends.removeprefix("of ") + (f" of {value.year}" if value.year else "")
        return
    names = [ordinal_words(day), ordinal_figures(day)]
    if day > 9:
        names.reverse()
    year = f", {value.year}" if value.year else ""
    yield from (f"the {name} day {ends}{year}" for name in names)
    yield from (f"the {name} {ends}{year}" for name in names)
    yield from (f"{name} day" for name in names)
    yield from (f"the {name}" for name in names)
    if value.month == 12:
        yield from (f"the {name} day of the last lunar month" for name in names)
    if day == 15:
        yield from (
            f"the middle {ends}{year}",
            f"full moon {ends}{year}",
            f"full moon {ends.replace(' lunar', '')}{year}",
        )


def period_forms(value: Period, style: Style) -> Iterator[str]:
    """Every English form of a period that counts as right, the one of the style first."""
    year = [f" of {value.year}", f" {value.year}", f" in {value.year}", f", {value.year}"] if value.year else [""]
    if value.unit in ("term", "period", "year") and value.year and value.end_year:
        yield from _years(value)
    elif value.which == "same":
        yield from _same(value)
    elif value.unit == "decade":
        yield from (f"the {value.year}s", f"{value.year}s", f"'{(value.year or 0) % 100}s")
    elif value.unit == "quarter" and value.index:
        name = QUARTERS[value.index - 1]
        if value.count:
            yield from _quarters(QUARTERS[value.index - 1 : value.index - 1 + value.count], year)
            return
        yield from (f"the {name} quarter{of}" for of in year)
        yield from (f"{name} quarter", f"{name}-quarter", f"Q{value.index}")
    elif value.unit == "half" and value.index:
        name = "first" if value.index == 1 else "second"
        yield from _halves(name, value)
    elif value.count:
        yield from _counted(value, year)


def _quarters(names: tuple[str, ...], year: list[str]) -> Iterator[str]:
    """Quarters that follow each other: the first and second quarters of 2025."""
    both = [
        f"{', '.join(names[:-1])} and {names[-1]}",
        *(f"{names[0]}{sign}{names[-1]}" for sign in (" to ", "-", "–")),
    ]
    both.append(f"{' or '.join(names)}")
    if names[0] == QUARTERS[0]:
        both.append(f"first {words(len(names))}")
    yield from (f"the {said} quarters{of}" for said in both for of in (*year, ""))
    yield from (f"the {said} quarter{of}" for said in both for of in (*year, ""))


def _years(value: Period) -> Iterator[str]:
    short = (value.end_year or 0) % 100
    spans = [f"{value.year}{sign}{value.end_year}" for sign in ("-", "–", " - ", " to ", "/")]
    spans += [f"{value.year}-{short:02}", f"{value.year}–{short:02}"]
    if value.unit == "term":
        yield f"the {spans[0]} term"
        yield from (f"{span} {noun}" for span in spans for noun in ("term", "tenure"))
    elif value.unit == "period":
        yield f"the {spans[0]} period"
    yield from spans
    yield f"{value.year} and {value.end_year}"


def _same(value: Period) -> Iterator[str]:
    if value.year:
        yield from (f"the same period of {value.year}", f"the same period in {value.year}")
    yield from ("the same period last year", "the same period of last year", "the same period", "same period")
    yield from ("year on year", "year-on-year", "a year earlier", "the corresponding period", "the same time last year")
    yield from ("a year ago", "the year before", "the previous year", "the year-earlier period")


def _halves(name: str, value: Period) -> Iterator[str]:
    of = f" of {value.year}" if value.year else " of the year"
    yield f"the {name} half{of}"
    yield from (f"{name} half of this year", f"{name} half", f"H{value.index}", "mid-year")
    yield f"{'first' if value.index == 1 else 'last'} six months"


def _counted(value: Period, year: list[str]) -> Iterator[str]:
    count, which = value.count or 0, value.which or "first"
    ends = year if value.year else [" of the year", " of this year", ""]
    amounts = [words(count), str(count)] if count < 10 else [str(count), words(count)]
    unit = value.unit if count == 1 else f"{value.unit}s"
    shown = [f"{which} {a} {unit}" for a in amounts] if count > 1 else [f"{which} {unit}"]
    yield from (f"the {s}{of}" for s in shown for of in ends)
    yield from shown
    yield from (f"{which} {a}-{value.unit}" for a in amounts)
    yield from (f"{other} {a} {unit}" for other in ("past", "last", "final", "remaining") for a in amounts)
    yield from (f"{a} {unit}" for a in amounts)
    yield from (f"{a}-{value.unit}" for a in amounts)
    if value.unit == "month" and count == 6:
        yield from _halves(
            "first" if which == "first" else "second", Period("half", index=1 + (which != "first"), year=value.year)
        )
