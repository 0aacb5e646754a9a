"""The day of publication: as shown near the title, confirmed or supplied by what the page claims."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta, timezone

from lxml.html import HtmlElement

from vnnews.read.html.dateforms import find_date
from vnnews.read.html.head import Claims
from vnnews.read.html.tree import Weight, line, text_of, tokens

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:\w*date\w*|\w*time\w*|ngay[ -]?\w*|publish\w*|posted\w*|thoi[ -]?gian\w*|created|meta|post-?info|"
    r"news-?info|"
    r"article-?info|entry-?meta|submitted)(?=$|[\s_-])"
)
_ISO = re.compile(
    r"^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(\s?(?:Z|[+-]\d{2}:?\d{2}))?)?(?!\d)"
)
_VIETNAM = timezone(timedelta(hours=7))
_BEFORE_TITLE, _AFTER_TITLE = 60, 90
_NEAR = 30
_TODAY = re.compile(r"now|today|current|clock|(?:^|\s)header(?:[\s_]|$)|date-?top|top-?date|ngay-?hien-?tai|hom-?nay")
_TOLD = re.compile(r"\W*(?:ngày (?:đăng|cập nhật)|cập nhật|đăng (?:ngày|lúc|tin)|posted|published|updated)\b", re.I)
_LONGEST = 120
"""Longer texts are prose: a date in them is told, not printed as the day of publication."""
_FIRST_YEAR = 1995
"""Vietnam joined the internet in 1997; content systems print 0001 or 1970 where they know no date."""


def find_day(
    weights: dict[HtmlElement, Weight], claims: Claims, title: HtmlElement | None, given: HtmlElement | None = None
) -> str | None:
    """The ISO day of publication; None where the page does not state it. `given` is what a recipe points at.

    A day that the page shows wins over one it claims, which content systems often fill with nonsense.
    """
    if given is not None:
        day = _read(given)
        if day:
            return day
    claimed = [day for day in map(iso_day, claims.dates) if day]
    shown = list(dict.fromkeys(_shown(weights, title)))
    agreed = [day for day in claimed if day in shown]
    return next(iter([*agreed, *shown, *claimed]), None)


def iso_day(text: str) -> str | None:
    """The day in Vietnam of a machine-readable date ("2026-03-07T08:06:00+07:00"); None for anything else.

    A time in another zone is moved to Vietnam's, a time without a zone is taken for Vietnam's own.
    """
    found = _ISO.match(text)
    if found is None:
        return None
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{(found[3] or '').strip()}" if found[2] else found[1])
    except ValueError:
        return None
    return vietnam_day(moment)


def vietnam_day(moment: datetime) -> str | None:
    """The ISO day of a moment as Vietnam's calendar has it; None for a year in which no page was published."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(_VIETNAM)
    return plausible(moment.year, moment.month, moment.day)


def plausible(year: int, month: int, day: int) -> str | None:
    """A day as ISO when it exists and lies between the first web pages and next year, else None."""
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return value.isoformat() if _FIRST_YEAR <= year <= date.today().year + 1 else None


def _shown(weights: dict[HtmlElement, Weight], title: HtmlElement | None) -> list[str]:
    """Days printed in short lines around the title: under it before over it, marked as dates before unmarked."""
    begin = weights[title].place if title is not None else _BEFORE_TITLE
    first, last = begin - _BEFORE_TITLE, begin + _AFTER_TITLE
    short = [e for e, w in weights.items() if first <= w.place <= last and 0 < w.text <= _LONGEST and e is not title]
    marked = [e for e in short if e.tag == "time" or _is_named(tokens(e)) or e.get("itemprop") == "datePublished"]
    below = [e for e in marked if weights[e].place > begin]
    above = [e for e in marked if weights[e].place < begin and not _TODAY.search(_context(e))]
    near = [e for e in short if begin < weights[e].place <= begin + _NEAR and len(e) <= 2]
    plain = [e for e in short if weights[e].place > begin and not len(e)]
    soon = [e for e in below if weights[e].place <= begin + _NEAR]
    told = [e for e in short if begin - _NEAR <= weights[e].place < begin and not len(e) and _tells(e, begin, weights)]
    loose = [e for e, w in weights.items() if begin <= w.place <= begin + _NEAR]
    read = functools.cache(_read)
    days = [
        *map(read, (*soon, *near)), *map(_read_loose, loose),
        *map(read, (*above[::-1], *below, *plain, *told[::-1])),
    ]  # fmt: skip
    return [day for day in days if day]


@functools.lru_cache(maxsize=20_000)
def _is_named(words: str) -> bool:
    return bool(words) and _NAMED.search(words) is not None


def _read_loose(element: HtmlElement) -> str | None:
    """The day in the text right behind an element or at its beginning: "<br>24/11/2016<br>"."""
    for text in (element.tail, element.text if len(element) else None):
        shown = line(text) if text else ""
        found = find_date(shown) if 0 < len(shown) <= _LOOSE else None
        if found:
            return plausible(*found)
    return None


_LOOSE = 40


def _tells(element: HtmlElement, begin: int, weights: dict[HtmlElement, Weight]) -> bool:
    """Whether a line above the title gives its day: by a label, or because it is a day and an hour right above it."""
    text = text_of(element)
    close = begin - weights[element].place <= _RIGHT_ABOVE and _HOUR.search(text) is not None
    return bool(_TOLD.match(text)) or (close and len(text) <= _DATE_LINE and not _TODAY.search(_context(element)))


_RIGHT_ABOVE, _DATE_LINE = 6, 60
_HOUR = re.compile(r"\d{1,2}\s?(?::|h|giờ)\s?\d{2}")


def _context(element: HtmlElement) -> str:
    """The names of an element and of the two around it."""
    around = [element, *element.iterancestors()][:3]
    return " ".join(f"{e.tag!s} {tokens(e)}" for e in around)


def _read(element: HtmlElement) -> str | None:
    """The day that an element shows, or holds in the attribute made for it."""
    for name in ("datetime", "content", "title"):
        value = element.get(name)
        day = iso_day(value) if value else None
        if day:
            return day
    text = text_of(element)
    found = find_date(text)
    if found is None:
        return None
    return None if _SENTENCE.match(text) and not _TOLD.match(text) else plausible(*found)


_SENTENCE = re.compile(r"(?:\S+\s+){8,}\S*[.!?]$")
"""Prose, which tells of days."""
