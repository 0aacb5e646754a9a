"""Vietnamese dates and times of day: "sáng 9/8", "từ ngày 9 đến 12/8/2015", "7 giờ 30 phút", "thứ Hai ngày 03/9".

Day, month, year (reference conventions, section 5). What could also be a fraction, a version or a duration is
decided by the words around it: `is_date_context` and `is_clock_context`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from vnnews.item import DayPart, Moment
from vnnews.vietnamese.eras import BRANCHES, OTHER_BRANCHES, STEMS

PARTS: dict[str, DayPart] = {
    "sáng": "morning", "trưa": "noon", "chiều": "afternoon", "tối": "evening", "đêm": "night",
    "rạng sáng": "early morning", "khuya": "night",
}  # fmt: skip
_SHORT_PARTS: dict[str, DayPart] = {"SA": "morning", "CH": "afternoon"}
WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
"""The word after "thứ"; Sunday is "chủ nhật" (6)."""

MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12,
}  # fmt: skip
"""Months by name after "tháng"; Giêng and Chạp are lunar."""

_LUNAR_MONTHS = ("giêng", "chạp")
_FULL_MOON = 15
"""The day of a lunar month that is called rằm."""

_PART = r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm|khuya)"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<part>{_PART})(?: sớm)?(?: (?:và|,) \w+)?,? )?(?:(?P<weekday>{_WEEKDAY}),?\s(?:\()?)?"
    rf"(?P<day>(?:ngày |hôm |(?:hai|các|ba|những|0?[2-4]) (?:ngày|đêm|buổi tối) )?(?:mùng |mồng |ngày |rằm )?)\Z",
    re.IGNORECASE,
)
_LUNAR = (
    rf"(?: năm (?:{'|'.join(STEMS)}) (?:{'|'.join((*BRANCHES, *OTHER_BRANCHES))})(?!\w| \d)(?: âm lịch)?"
    r"| \((?:âm|chăm) lịch\)| (?:âm|chăm) lịch(?!\w)| (?:theo )?lịch chăm(?!\w))"
)
"""What says that a date is of the lunar calendar; years are named by stem and branch in it alone."""
_TET_DAY = re.compile(r"(?P<day>2[3-9]|30) Tết(?!\w)")
"""A day before Tết, "đêm 26 Tết"."""
_LUNAR_AFTER = re.compile(_LUNAR, re.IGNORECASE)
_YEAR = r"(?:\s?(?P<sep>[/.-])\s?(?P<year>(?:1[6-9]|20)\d\d|\d\d(?!\d)))?"
_DATE = re.compile(rf"(?P<day>\d{{1,2}})\s?(?P<slash>[/.-])\s?(?P<month>\d{{1,2}}){_YEAR}(?![\d%]|[/.,]\d|/\w)")
_WORDED = re.compile(
    r"(?P<day>\d{1,2})(?:[ -]| - )(?:tháng|th\.?)[ -]?(?P<month>\d{1,2}|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|bẩy"
    r"|tám|chín"
    rf"|mười một|mười hai|mười)(?![\w/]|[.,]\d)(?P<lunar>{_LUNAR})?"
    r"(?:(?:,? năm |[/ -])(?P<year>(?:1[6-9]|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(r"(?P<day>\d{1,2})(?![\d%]|[.,/]\d)")
_JOIN = re.compile(r"(?P<to>\s?[-–—]\s?|,? (?:đến|tới)(?: hết)? )|(?P<and>, ?| và |; (?=\d))", re.IGNORECASE)
_NEXT_LEAD = re.compile(rf"(?:(?:(?P<part>{_PART})|{_WEEKDAY}) )?(?:ngày |hôm )?(?:mùng |mồng )?", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})(?:\s?[/.-]\s?|,? năm )(?P<year>(?:1[6-9]|20)\d\d)(?![\d%])")
_MONTH_ALONE = re.compile(r"(?P<month>\d{1,2})(?![\d%]|[.,/]\d)(?! (?:lần|buổi|kỳ|cuộc|lượt)(?!\w))")
_MONTH_NAME = re.compile(
    r"(?P<name>Giêng|giêng|Chạp|chạp|Mười Một|mười một|Mười Hai|mười hai|Mười|mười|Hai|hai|Ba|ba|Tư|tư|Năm|Sáu"
    r"|sáu|Bảy|bảy"
    r"|Tám|tám|Chín|chín)(?!\w)(?! (?:lần|ngày|tuổi|tháng|buổi))(?P<lunar> \(?âm lịch\)?)?(?:(?:,? năm )"
    r"(?P<year>(?:1[6-9]|20)\d\d))?"
)
_NEXT_LUNAR = re.compile(
    r"(?: đến| tới)(?: hết)? tháng (?P<name>Chạp|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười)(?!\w)(?: âm lịch(?!\w))?",
    re.IGNORECASE,
)
"""A month that is lunar as the one before it is: tháng Giêng đến tháng Tư."""
_NEXT_MONTH = re.compile(
    r"(?:(?P<and>,? và |(?P<comma>, (?=\d+(?:[,;)]|\.(?!\d)|\Z| (?:và|năm|của|tới|này|hằng|hàng|là|có|thì|do|khi"
    r"|tại|ở|với|được|đã|sẽ) ))))"
    r"|(?:,? đến |-| - ))(?:tháng )?(?P<month>\d{1,2})(?:(?:/| năm )(?P<year>(?:1[6-9]|20)\d\d))?(?![\d%]|[.,/]\d)"
)
"""A further month; one after a comma has no word after it that it could count."""
_NAMED_DAY = re.compile(
    r"\d{1,2} tháng (?:\d{1,2}(?![\d/])(?! (?:lần|buổi|kỳ|đợt|chuyến))"
    r"|(?-i:Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười)(?!\w))",
    re.IGNORECASE,
)
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_DAYS = re.compile(
    rf"{_DAY_NUMBER}(?:\s?[-–]\s?| đến(?: hết)? )(?:ngày )?{_DAY_NUMBER}(?:/(?:0?[1-9]|1[0-2])"
    rf"(?:(?:/(?:1[6-9]|20)\d\d)?(?![\d/%]| [^\W\d_])|{_LUNAR})"
    r"| tháng (?:(?:0?[1-9]|1[0-2])(?![\w/.,])(?! (?:ngày|lần|năm \D))|giêng|chạp|(?-i:Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám"
    rf"|Chín|Mười)(?!\w)|\w+(?: một| hai)?{_LUNAR}))",
    re.IGNORECASE,
)
"""Days of one month, "11 - 15/3", with no word after them that could be counted; "12 đến 15 tháng Tư"."""
_DAYS_OF = re.compile(
    rf"(?P<from>{_DAY_NUMBER})(?:\s?[-–]\s?| đến(?: hết)? )(?:ngày )?(?P<to>{_DAY_NUMBER})/(?P<month>0?[1-9]|1[0-2])"
    r"(?![\d/%])"
)
_TWO_DAYS = re.compile(rf"{_DAY_NUMBER} và {_DAY_NUMBER}/(?:0?[1-9]|1[0-2])(?![\d/%]| [^\W\d_])")
"""Two days in brackets: "(15 và 16/10)"."""
_BOTH_DAYS = re.compile(r"(?<!\w)(?:hai|0?2) (?:ngày|đêm|hôm)(?: [^\W\d_]+){0,3}[,:]? \Z", re.IGNORECASE)
"""Before two days that were counted: Hai đêm liền, 3 và 4/11."""
_TWO_DAYS_OF_YEAR = re.compile(rf"{_DAY_NUMBER} và {_DAY_NUMBER}/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/%])")
_NEW = ("mùng ", "mồng ")
_NEW_DAYS = re.compile(
    r"\d{1,2}(?:(?P<to> ?[-–] ?| đến )|,(?= ?\d)| và )(?: ?\d{1,2}(?:,| và))* ?(?:mùng |mồng )?\d{1,2}(?= Tết(?!\w))"
)
_EVERY_MONTH = re.compile(r"(?:(?:, \d{1,2})* và (?:ngày )?\d{1,2})? (?:hằng|hàng|mỗi|của) tháng(?!\w)")
_MONTH_FOLLOWS = re.compile(r"\s?(?:/|tháng|và (?:ngày )?\d|,\s?\d)", re.IGNORECASE)
"""After "9-12" in "ngày 9-12 tháng 8": days of a month that is said later."""
_MOON_DAY = re.compile(r"(?:29|30) \(?âm lịch", re.IGNORECASE)
_FULL_MOON_AND = re.compile(r"(?<!\w)rằm và \Z", re.IGNORECASE)
"""The days of full and new moon, "rằm và 30 âm lịch"."""
_LONGEST_LEAD = 40
_NOON = 12
_OPEN = re.compile(r"(?<!\w)(?:từ|lúc|mở|cửa|vào) \Z", re.IGNORECASE)
_SLOT = re.compile(r"(?<!\w)(?:khung giờ|giờ cao điểm|giờ hành chính)(?: từ)? \Z", re.IGNORECASE)
"""Before hours that can only be those of a clock."""
_DAY_OF_MINUTES = 24 * 60
_MOST_DAYS = 12
"""Days that one list joins; a longer one is a table."""

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s?(?:giờ|h|g|:)(?:\s?(?P<minute>[0-5]\d|\d(?= phút))(?!\d))?"
    r"(?:\s?(?:phút|ph|'|’|p)(?!\w))?(?!\w)(?P<half> rưỡi)?"
    r"(?: kém (?P<less>[0-5]?\d)(?: phút)?(?![\w%]|[.,]\d| giờ))?",
    re.IGNORECASE,
)
"""A time of day; "8 giờ kém 15" is a quarter to eight."""
_HALF_PAST = re.compile(r"(?P<hour>[1-9]|1[0-2]) rưỡi (?P<part>sáng|trưa|chiều|tối)(?!\w)", re.IGNORECASE)
"""A time of day in talk that leaves its "giờ" out: 4 rưỡi sáng."""
_CLOCK_PART = re.compile(rf"\s(?P<part>{_PART}|(?-i:SA|CH))(?!\w)", re.IGNORECASE)
"""The part of day after a time; SA and CH (sáng, chiều) are those of computers set to Vietnamese."""
_CLOCK_DATE = re.compile(
    rf",?\s(?:(?:của |vào |của buổi )?(?P<part>{_PART}) )?(?P<weekday>{_WEEKDAY},?\s\(?)?(?P<lead>(?:vào )?"
    rf"(?:ngày )?)(?=\d)",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A Moment over [start, end)."""

    start: int
    end: int
    value: Moment


class _Piece(NamedTuple):
    """A day as written, and where it ends; `whole` unless the month follows with the last one of a list."""

    moment: Moment
    end: int
    whole: bool


def date(text: str, at: int, floor: int, *, sure: bool = False) -> Dated | None:
    """The date, list or range of dates whose first figure stands at `at`, with the words that lead up to it.

    Nothing before `floor` is taken. Words, not figures, must show that it is a date unless the shape (a year, a
    month's name) or `sure` does; None if there is none.
    """
    if not (_BARE_DAY.match(text, at) or _DATE.match(text, at) or _WORDED.match(text, at)):
        return None
    if _MOON_DAY.match(text, at) and _FULL_MOON_AND.search(text, max(floor, at - len("rằm và ")), at):
        dark = Moment(day=int(text[at : at + 2]), lunar=True)
        return Dated(at - len("rằm và "), at + 2, replace(dark, day=_FULL_MOON, also=(dark,)))
    lead = _LEAD.search(text, max(floor, at - _LONGEST_LEAD), at)
    if lead and lead["day"].lower().endswith(_NEW) and (several := _NEW_DAYS.match(text, at)):
        return _new_days(several, lead)
    named = bool(lead and (lead["part"] or lead["weekday"] or lead["day"].strip()))
    first = _piece(text, at, bare=named or sure or _are_days(text, at), shown=named or sure)
    if first is None:
        return None
    value, end, joined = _joined(text, first)
    if not first.whole and not joined:
        return _day_alone(text, first, lead) if lead else None
    if not (named or sure or _shows_itself(value) or joined or _NAMED_DAY.match(text, at)):
        return None
    start = lead.start() if lead and named else at
    return Dated(start, end, _with_lead(value, lead) if lead else value)


def _new_days(found: re.Match[str], lead: re.Match[str]) -> Dated | None:
    """The first days of Tết in a list or range, "mùng 1, 2, 3 Tết", "mùng 1 đến mùng 3 Tết"."""
    first, *others = (Moment(day=int(day), lunar=True) for day in re.findall(r"\d+", found.group()))
    value = replace(first, end=others[-1]) if found["to"] else replace(first, also=tuple(others))
    return Dated(lead.start(), found.end(), _with_lead(value, lead))


def _are_days(text: str, at: int) -> bool:
    """Whether two numbers at `at` are surely days of one month: by what follows, or as no share could be meant."""
    if _DAYS.match(text, at) or (text[at - 1 : at] == "(" and _TWO_DAYS.match(text, at)):
        return True
    if _TWO_DAYS_OF_YEAR.match(text, at):
        return True
    if _TWO_DAYS.match(text, at) and _BOTH_DAYS.search(text, max(0, at - _LONGEST_LEAD), at):
        return True
    found = _DAYS_OF.match(text, at)
    return found is not None and int(found["from"]) < int(found["to"]) > int(found["month"])


def _day_alone(text: str, day: _Piece, lead: re.Match[str]) -> Dated | None:
    """A day whose month is not said: "ngày 15 hằng tháng", or of the lunar calendar, "sáng mùng 2 Tết"."""
    if lead["day"].lower().endswith(_NEW):
        return Dated(lead.start(), day.end, _with_lead(replace(day.moment, lunar=True), lead))
    every = _EVERY_MONTH.match(text, day.end) if lead["day"].lower() in ("ngày ", "các ngày ") else None
    if every is None:
        return None
    more = tuple(Moment(day=int(found.group())) for found in re.finditer(r"\d+", every.group()))
    end = day.end + every.group().rindex(str(more[-1].day)) + len(str(more[-1].day)) if more else day.end
    return Dated(lead.start(), end, replace(day.moment, also=more))


def month(text: str, at: int, end_of_word: int) -> Dated | None:
    """ "tháng 8", "tháng 8/2024", "tháng 8 năm 2024", "tháng 7 và 8": the word "tháng" ends at `end_of_word`."""
    position = end_of_word + 1
    dated = _MONTH_YEAR.match(text, position)
    if dated and 1 <= int(dated["month"]) <= 12:
        return Dated(at, dated.end(), Moment(year=int(dated["year"]), month=int(dated["month"])))
    named = _MONTH_NAME.match(text, position)
    if named:
        name = named["name"].lower()
        before = text[max(0, at - 6) : at].lower()
        full_moon = before.endswith("rằm ")
        lunar = name in _LUNAR_MONTHS or named["lunar"] is not None or full_moon
        year = int(named["year"]) if named["year"] else None
        to = _NEXT_LUNAR.match(text, named.end()) if lunar and year is None and not full_moon else None
        if to is not None and MONTHS[to["name"].lower()] > MONTHS[name]:
            last = Moment(month=MONTHS[to["name"].lower()], lunar=True)
            return Dated(at, to.end(), Moment(month=MONTHS[name], lunar=True, end=last))
        if full_moon:
            return Dated(at - len("rằm "), named.end(), Moment(year, MONTHS[name], _FULL_MOON, lunar=True))
        return Dated(at, named.end(), Moment(year=year, month=MONTHS[name], lunar=lunar))
    bare = _MONTH_ALONE.match(text, position)
    if bare and text[max(0, at - 4) : at].lower() == "rằm " and 1 <= int(bare["month"]) <= 12:
        moon = _LUNAR_AFTER.match(text, bare.end())
        return Dated(
            at - len("rằm "),
            moon.end() if moon else bare.end(),
            Moment(month=int(bare["month"]), day=_FULL_MOON, lunar=True),
        )
    if bare is None or not 1 <= int(bare["month"]) <= 12:
        return None
    moon = _LUNAR_AFTER.match(text, bare.end())
    if moon:
        return Dated(at, moon.end(), Moment(month=int(bare["month"]), lunar=True))
    value, end = Moment(month=int(bare["month"])), bare.end()
    months = [value]
    while following := _NEXT_MONTH.match(text, end):
        if not (months[-1].month or 0) < int(following["month"]) <= 12 or value.end:
            break
        year = int(following["year"]) if following["year"] else None
        months = [replace(m, year=year) for m in (*months, Moment(month=int(following["month"])))]
        first, *others = months
        value = replace(first, also=tuple(others)) if following["and"] else replace(first, end=months[-1])
        end = following.end()
        if not following["comma"]:
            break
    return Dated(at, end, value)


def clock(text: str, at: int) -> Dated | None:
    """The time of day whose hour stands at `at`: "7 giờ 30 phút sáng 9/8", "7h30"; "3 giờ" may still be a duration."""
    talk = _HALF_PAST.match(text, at)
    if talk is not None:
        return Dated(at, talk.end(), Moment(hour=_on_24(int(talk["hour"]), PARTS[talk["part"].lower()]), minute=30))
    found = _CLOCK.match(text, at)
    if found is None or int(found["hour"]) > 24:
        return None
    if ":" in found.group() and not found["minute"]:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or (30 if found["half"] else 0))
    end = found.end()
    part: DayPart | None = None
    after = _CLOCK_PART.match(text, end)
    if after:
        part, end = _SHORT_PARTS.get(after["part"]) or PARTS[after["part"].lower()], after.end()
    day = Moment()
    following = _CLOCK_DATE.match(text, end)
    if following:
        dated = date(text, following.end(), end, sure=bool(following["lead"] or following["part"] or part))
        if dated and dated.value.day and not dated.value.end and not dated.value.also:
            day, end = replace(dated.value, part=None), dated.end
            part = part or dated.value.part
    hour, minute = divmod((_on_24(hour, part) * 60 + minute - int(found["less"] or 0)) % _DAY_OF_MINUTES, 60)
    return Dated(at, end, replace(day, hour=hour, minute=minute or None))


def hours(text: str, at: int, end: int, low: int, high: int) -> Dated | None:
    """ "8 đến 10 giờ sáng", "mở 17-23h" over [at, end): from one hour to another, and no duration."""
    part = _CLOCK_PART.match(text, end)
    if part:
        of_day = _SHORT_PARTS.get(part["part"]) or PARTS[part["part"].lower()]
        return Dated(at, part.end(), Moment(hour=_on_24(low, of_day), end=Moment(hour=_on_24(high, of_day))))
    if (low > _NOON and _OPEN.search(text, max(0, at - 10), at)) or _SLOT.search(text, max(0, at - 20), at):
        return Dated(at, end, Moment(hour=low, end=Moment(hour=high % 24)))
    return None


def has_minutes(text: str, at: int) -> bool:
    """Whether the clock time at `at` says minutes."""
    found = _CLOCK.match(text, at)
    return bool(found and (found["minute"] or found["half"] or found["less"]))


def _on_24(hour: int, part: DayPart | None) -> int:
    """The hour on the 24-hour clock: "3 giờ chiều" is 15, "12 giờ đêm" 0."""
    if part in ("afternoon", "evening") and hour < 12:
        return hour + 12
    if part == "night":
        return hour + 12 if 7 <= hour < 12 else hour % 24 if hour != 12 else 0
    if part == "noon" and hour < 11:
        return hour + 12
    return hour % 24


def _piece(text: str, at: int, *, bare: bool, shown: bool) -> _Piece | None:
    """One day at `at`: with its month, or (`bare`) the day alone of a list or range."""
    found = _TET_DAY.match(text, at)
    if found:
        return _Piece(Moment(month=12, day=int(found["day"]), lunar=True), found.end(), whole=True)
    found = _WORDED.match(text, at)
    if found:
        named = found["month"].lower()
        number = int(named) if named.isdigit() else MONTHS[named]
        lunar = bool(found["lunar"]) or named in _LUNAR_MONTHS
        return _valid(Moment(_year(found["year"]), number, int(found["day"]), lunar=lunar), found.end())
    found = _DATE.match(text, at)
    if found and (found["slash"] == "/" or found["sep"] == found["slash"] or (shown and _is_dashed(text, found))):
        year = found["year"] if found["sep"] in (None, found["slash"]) else None
        end = found.end() if year or not found["year"] else found.end("month")
        moon = _LUNAR_AFTER.match(text, end)
        moment = Moment(_year(year), int(found["month"]), int(found["day"]), lunar=moon is not None)
        piece = _valid(moment, moon.end() if moon else end)
        if piece is not None:
            return piece
    found = _BARE_DAY.match(text, at) if bare else None
    if found and 1 <= int(found["day"]) <= 31:
        return _Piece(Moment(day=int(found["day"])), found.end(), whole=False)
    return None


def _is_dashed(text: str, found: re.Match[str]) -> bool:
    """Whether "6-3" or "30.4" is a day and a month, rather than two days of a month that follows."""
    return found["sep"] is None and " " not in found.group() and not _MONTH_FOLLOWS.match(text, found.end())


def _valid(moment: Moment, end: int) -> _Piece | None:
    assert moment.month is not None and moment.day is not None, "a whole day"
    most = 30 if moment.month in (4, 6, 9, 11) else 29 if moment.month == 2 else 31
    return _Piece(moment, end, whole=True) if 1 <= moment.month <= 12 and 1 <= moment.day <= most else None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written)
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _joined(text: str, first: _Piece) -> tuple[Moment, int, bool]:
    """The first day with those that a list or range adds: (value, end, whether anything was added)."""
    days, end = [first], first.end
    is_range = False
    while len(days) < _MOST_DAYS:
        join = _JOIN.match(text, end)
        if join is None or is_range:
            break
        lead = _NEXT_LEAD.match(text, join.end())
        assert lead is not None, "every part of it is optional"
        piece = _piece(text, lead.end(), bare=not days[-1].whole and bool(join["and"]), shown=True)
        if piece is None or (join["to"] is None and days[-1].whole and not lead.group()):
            break
        is_range = join["to"] is not None
        if piece.moment.lunar and is_range and days[-1].whole:
            days = [day._replace(moment=replace(day.moment, lunar=True)) for day in days]
        elif piece.moment.lunar != days[-1].moment.lunar and days[-1].whole:
            break
        part = PARTS[lead["part"].lower()] if lead["part"] else None
        days.append(piece._replace(moment=replace(piece.moment, part=part)))
        end = piece.end
    while len(days) > 1 and not days[-1].whole:
        days.pop()
    if len(days) == 1:
        return first.moment, first.end, False
    moments = fill([day.moment for day in days])
    if is_range and len(moments) == 2:
        return replace(moments[0], end=moments[1]), days[-1].end, True
    if is_range:
        return replace(moments[0], also=(*moments[1:-2], replace(moments[-2], end=moments[-1]))), days[-1].end, True
    return replace(moments[0], also=tuple(moments[1:])), days[-1].end, True


def fill(days: list[Moment]) -> list[Moment]:
    """Days of a list or range with the month and year that only the last of them states.

    In "20/12 đến 10/1/2022" the first day belongs to the year before.
    """
    out = [days[-1]]
    for day in reversed(days[:-1]):
        after = out[0]
        if day.month is None:
            day = replace(day, month=after.month, lunar=after.lunar)
        if day.year is None and after.year is not None:
            assert day.month is not None and after.month is not None, "both have months by now"
            day = replace(day, year=after.year - (day.month > after.month))
        out.insert(0, day)
    return out


def _shows_itself(value: Moment) -> bool:
    """Whether the shape alone tells a date: it has a year or a lunar month."""
    return value.year is not None or value.lunar


def _with_lead(value: Moment, lead: re.Match[str]) -> Moment:
    """The value with the part of day and weekday of the words before it."""
    if lead["day"].lower().endswith(_NEW):
        value = of_new_moon(value)
    if lead["part"]:
        value = replace(value, part=PARTS[lead["part"].lower()])
    elif value.also and lead["day"].lower().endswith("đêm "):
        value = replace(value, part="night")
    if lead["weekday"]:
        value = replace(value, weekday=weekday(lead["weekday"]))
    return value


def of_new_moon(value: Moment) -> Moment:
    """A day called mùng; that of the Hung Kings (mùng 10 tháng 3) is lunar though nobody says so."""
    return replace(value, lunar=True) if (value.month, value.day) == (3, 10) else value


def weekday(words: str) -> int:
    """The number of "thứ Hai" ... "chủ nhật", 0 to 6."""
    last = words.lower().split()[-1]
    return 6 if last == "nhật" else WEEKDAYS[last]
