"""Items: stretches of Vietnamese that have one right English form, and the values they stand for.

`vietnamese.recognise` makes Items from Vietnamese, `english.read_values` makes them from English (numbers,
dates, money, documents only), so that checks compare values and never characters; `english.render` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from vnnews.glossary.term import Term

Kind = Literal[
    "term", "institution", "title", "person", "place", "number", "money",
    "percent", "date", "period", "document", "unit", "honorific",
]  # fmt: skip

DayPart = Literal["early morning", "morning", "noon", "afternoon", "evening", "night"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, amount, share or measure.

    `unit` is None for a bare number, an ISO currency ("VND"), "percent", "percentage point", or the English
    singular of a unit ("hectare"); `high` is the end of a range; `ordinal` marks 13th; `denominator` keeps the
    written form of "9/9 districts" (low=9, denominator=9). Values are full: 4,5 tỷ đồng is low=4500000000.
    `written` is how a number that names something must stay ("Ward 3", "No. 3", "Appendix II"), and `per` the English
    singulars of what an amount is reckoned by ("VND7,000 per kilogram"); they are no part of the value.
    """

    low: Decimal
    high: Decimal | None = None
    unit: str | None = None
    ordinal: bool = False
    denominator: Decimal | None = None
    written: Literal["", "figures", "numbered", "roman"] = field(default="", compare=False)
    per: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and/or time of day, as far as it is stated: every field may be None.

    `weekday` 0 is Monday; `end` closes a range ("from August 9 to 12"); `also` joins listed days
    ("August 9 and 10"); `hour`/`minute` are on the 24-hour clock; `lunar` is a day of the lunar calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: DayPart | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    end: Moment | None = None
    also: tuple[Moment, ...] = ()
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with a name: first quarter of 2024, first six months, the 2020-2025 term.

    `unit` says of what; `index` which one (1 = first), `count` how many units it spans.
    """

    unit: Literal["week", "month", "quarter", "half", "year", "term", "period", "decade"]
    index: int | None = None
    count: int | None = None
    year: int | None = None
    end_year: int | None = None
    which: Literal["first", "last", "same", "this", "next"] | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A reference to a document: code in the original letters, kind of document (English) if written, date."""

    code: str
    kind: str | None = None
    date: Moment | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in Vietnamese order and letters; gender only where the text or the roster says it.

    `en` is the English form that the roster prefers, None where the rule makes it.
    """

    name: str
    gender: Gender | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its Vietnamese name, and the unit word (tỉnh, huyện, xã, ...) if one was written."""

    name: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """The English of a term, institution or title, ready for `english.render` to set into a sentence.

    `preferred` is the form without article in the singular/plural the Vietnamese asks for; `accepted` lists every
    other form that counts as right; `article` is what an English sentence puts before it ("the", "a" or "");
    `plural` tells the verb. `vi` is the normalised Vietnamese, `person`/`place` the names inside.
    """

    vi: str
    preferred: str
    accepted: tuple[str, ...] = ()
    article: Literal["the", "a", ""] = ""
    plural: bool = False
    forbidden: tuple[str, ...] = ()
    place: Place | None = None
    person: Person | None = None


Value: TypeAlias = Quantity | Moment | Period | DocumentRef | Person | Place | Phrase


@dataclass(frozen=True, slots=True)
class Item:
    """What has one right English form: `span` is [start, end) in code points of the NFC text."""

    span: tuple[int, int]
    kind: Kind
    value: Value
    entry: Term | None = None
