"""Finding what is said in numbers: quantities, money, shares, measures, dates, times, periods, documents.

One pass over the text stops at every figure and at the few words that numbers are said with; the words around
decide what a figure is. Addresses, telephone numbers, versions and names like "COVID-19" are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date as day_of
from decimal import Decimal
from functools import lru_cache

from vnnews.item import DocumentRef, Item, Kind, Moment, Period, Quantity
from vnnews.vietnamese import dates, documents, eras, periods, quantities, time_told
from vnnews.vietnamese import surroundings as context
from vnnews.vietnamese.elided import with_elided_currency, with_elided_scale
from vnnews.vietnamese.lexis import AGREED_UNITS
from vnnews.vietnamese.numbers import FIGURE, SCALES, WORDS, figure, roman, spelled
from vnnews.vietnamese.tokens import any_case, words

_ROMAN = r"[IVX]{1,6}(?![\w/-])"
_ANCHOR = re.compile(
    r"(?<!\w)(?:(?P<figures>\d)"
    r"|(?i:"
    r"(?P<ordinal>(?:lần |kỳ họp |phiên họp )?thứ (?=\w))"
    r"|(?P<quarter>quý (?=(?:I|1|2|3|4)))"
    r"|(?P<month>tháng (?=\w))"
    rf"|(?P<clause>(?:điểm|khoản|điều|mục|chương) (?=\d|(?-i:{_ROMAN})|[a-zđ][ ,]))"
    r"|(?P<century>thế kỷ(?: thứ)? (?=\w))"
    rf"|(?P<term>(?:khóa|khoá) (?=(?-i:{_ROMAN})|\d{{1,2}}(?![\w/.,-])))"
    rf"|(?P<congress>(?:đại hội|kỳ họp|phiên họp) (?=(?-i:{_ROMAN})))"
    rf"|(?P<roman>(?:phụ lục|hạng|loại|cấp|khu vực|vùng|báo động|bảng|phần|đợt|giai đoạn|lần) (?=(?-i:{_ROMAN})))"
    r"|(?P<rank>(?<!nan )(?:hạng|giải) (?=(?:nhất|nhì|ba|(?-i:Tư))(?!\w)))"
    r"|(?P<period>cùng kỳ|nửa (?=(?:đầu|cuối) năm)|những năm (?=\D*\d)|thập niên|thập kỷ)"
    r"|(?P<sunday>chủ nhật)"
    r"|(?P<new_day>(?:mùng|mồng) (?=(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)))"
    r"|(?P<times>gấp (?=rưỡi(?!\w)))"
    rf"|(?P<words>(?:{'|'.join(sorted(WORDS - {'rưỡi', 'linh', 'lẻ', 'lẽ'}))})(?!\w))"
    r"))"
)
"""A place where a value may begin; the first words of all its branches are in `_FIRST_WORDS` too."""
_FIRST_WORDS = WORDS | words(
    "lần kỳ phiên thứ quý tháng điểm khoản điều mục chương thế khóa khoá đại phụ hạng loại cấp khu vùng báo bảng phần "
    "đợt giai giải cùng nửa những thập chủ gấp mùng mồng"
)
_START = re.compile(rf"(?<!\w)(?:\d|(?:{any_case(_FIRST_WORDS)})(?!\w))")
"""Where `_ANCHOR` is tried: looking for its first words alone is faster than for all its branches."""
_FIGURE = re.compile(FIGURE)
_ROMAN_NUMBER = re.compile(_ROMAN)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?![\w%]|[.,/]\d)")
_OF_YEAR = re.compile(r"0\d/(?:19|20)\d\d(?!\d)")
"""The number of a document or a month, with its year; a share has no zero before it: TT 07/2020."""
_ROUND_THE_CLOCK = re.compile(r"24/(?:24(?: ?giờ|h)?|7)(?![\w/])", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?:(?<=\+)84|0)\d{0,4}\)?[ .-]?\d{2,4}[ .-]?\d{2,4}[ .-]?\d{2,5}(?!\d)"
    r"|1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?(?!\d)"
)
_HOURS_OF_DAY = 24
_MASKED = re.compile(r"0\d{2,9}[. -]?[x*]{2}")
"""A telephone number that is not told in full: 0905.xxx.789."""
_OF_MONTH = re.compile(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d%]|[/.,-]\d)")
_SLASHED = re.compile(r"\d{1,3}(?:\.\d{3})*/\d{1,3}(?:\.\d{3})*(?![\d/])")
_OF_DAYS = re.compile(
    r" (?:ngày|đêm|buổi \w+|tháng) (?:mùng |mồng )?\d{1,2}(?:/\d{1,2})?"
    r"(?:, ?(?!\d+ (?:tỷ|tỉ|triệu|nghìn))| ?(?:và|-|–) ?)(?:mùng |mồng |ngày )?\d",
    re.IGNORECASE,
)
"""After a number: "hai ngày 28 và 29/11" counts what is then listed; the list says it all."""
_HOTLINE = re.compile(r"1[89]00[ .-]\d{4}(?:[ .-]\d{2})?(?!\d)")
_NUMBERED = re.compile(r"(?<!\w)(?<!đầu )số \Z", re.IGNORECASE)
_EVERY = (["mỗi"], ["một"], ["hàng"], ["hằng"], ["từng"])
_FEW_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,11}")


def find(text: str, published: day_of | None = None) -> list[Item]:
    """The numbers, amounts, shares, measures, dates, periods and documents of a Vietnamese text, left to right.

    `text` is NFC (see `normalise.clean`); spans count its code points and do not overlap. `published` is the day of
    the article: a bare "9/8" near it is a date rather than a share.
    """
    return list(_find(text, published))


@lru_cache(maxsize=8)
def _find(text: str, published: day_of | None) -> tuple[Item, ...]:
    """`find`, once for all who ask about the same text one after another."""
    items: list[Item] = []
    floor = position = 0
    for start in _START.finditer(text):
        found = _ANCHOR.match(text, start.start()) if start.start() >= position else None
        if found is None:
            continue
        position = found.end()
        item = _HANDLERS[found.lastgroup or ""](text, found, floor, published)
        if isinstance(item, int):
            position = max(position, item)
        elif item is not None:
            items.append(item)
            floor = position = item.span[1]
    return tuple(with_elided_currency(text, with_elided_scale(text, items)))


def _item(kind: Kind, start: int, end: int, value: Quantity | Moment | Period | DocumentRef) -> Item:
    return Item((start, end), kind, value)


Handler = Callable[[str, "re.Match[str]", int, "day_of | None"], "Item | int | None"]
"""From the text, the anchor, the end of what was read and the day: the Item, or where to go on if there is none."""


def _figures(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """What begins with a figure; the place to go on from when that is no value."""
    at = found.start("figures")
    past = context.past_foreign(text, at, floor)
    if past is not None:
        return past
    whole = _HOTLINE.match(text, at)
    if whole or context.is_plot(text, at):
        return whole.end() if whole else context.past_token(text, at)
    return (
        _document(text, at, floor)
        or _round_the_clock(text, at)
        or _year_of_era(text, at, floor)
        or _period(text, at, floor)
        or _listed_weekday(text, at, floor)
        or _time_or_date(text, at, floor, published)
        or _telephone(text, at)
        or _amount(text, at, floor)
        or _end_of_figure(text, at)
    )


def _document(text: str, at: int, floor: int) -> Item | None:
    found = documents.document(text, at, floor)
    return _item("document", *found) if found else None


def _round_the_clock(text: str, at: int) -> Item | None:
    found = _ROUND_THE_CLOCK.match(text, at)
    if found is None or context.before(text, at)[-1:] in (["ngày"], ["sáng"], ["chiều"], ["tối"]):
        return None
    return _item("number", at, found.end(), Quantity(Decimal(24), unit="hour", denominator=Decimal(24)))


def _year_of_era(text: str, at: int, floor: int) -> Item | None:
    year = eras.year(text, at, floor)
    return _item("date", *year) if year else None


def _listed_weekday(text: str, at: int, floor: int) -> Item | None:
    """The Thursday of "thứ 3, 5 và 7", after the Tuesday."""
    if text[at] not in "34567" or at - floor > 4 or text[floor:at] not in (", ", " và ", ","):
        return None
    if text[at + 1 : at + 2].isalnum():
        return None
    first = time_told.listed_weekday(text, at)
    return _item("date", at, at + 1, Moment(weekday=dates.WEEKDAYS[text[at]])) if first else None


def _telephone(text: str, at: int) -> int | None:
    if text[at] == "0" and _MASKED.match(text, at):
        return context.past_token(text, at)
    found = _TELEPHONE.match(text, at)
    if found and (sum(c.isdigit() for c in found.group()) >= 8 or context.says_telephone(text, at)):
        return found.end()
    return None


def _time_or_date(text: str, at: int, floor: int, published: day_of | None) -> Item | None:
    clock = dates.clock(text, at)
    if clock and time_told.is_clock(
        text, at, clock.end, has_minutes=dates.has_minutes(text, at), dated=clock.value.day
    ):
        return _item("date", *clock)
    slashed = _SLASHED.match(text, at)
    if slashed is not None and context.is_result(text, at, slashed.end()):
        return None
    near = slashed is not None and time_told.is_date(text, at, slashed.end(), published)
    if slashed is not None and not near:
        if time_told.is_fraction(text, at, slashed.end()):
            return None
        near = True
    of_month = _OF_MONTH.match(text, at) if "/" in text[at + 1 : at + 3] else None
    if of_month and time_told.is_month(text, at, of_month.end()):
        return _item("date", *of_month.span(), Moment(int(of_month["year"]), int(of_month["month"])))
    dated = dates.date(text, at, floor, sure=near or time_told.is_feast(text, at))
    if dated:
        return _item("date", *dated)
    if _YEAR.match(text, at) and time_told.is_year(text, at, at + 4):
        return _year(text, at, floor)
    return None


def _year(text: str, at: int, floor: int) -> Item | None:
    if periods.years(text, at, floor):
        return None
    start = at - len("năm ") if at - len("năm ") >= floor and text[at - 4 : at].lower() == "năm " else at
    return _item("date", start, at + 4, Moment(year=int(text[at : at + 4])))


def _period(text: str, at: int, floor: int) -> Item | None:
    years = periods.years(text, at, floor)
    if years:
        return _item("period", *years)
    number = _FIGURE.match(text, at)
    if number and number.group().isdigit() and text[number.end() : number.end() + 1] == " ":
        first = periods.first_months(text, at, int(number.group()), number.end() + 1)
        if first:
            return _item("period", *first)
    return None


def _amount(text: str, at: int, floor: int) -> Item | None:
    number = _FIGURE.match(text, at)
    assert number is not None, "an anchor of figures begins with a digit"
    written = number.group()
    value = figure(written)
    share = quantities.fraction(text, value, number.end()) if value is not None else None
    if share is not None and _OF_YEAR.match(text, at):
        return None
    if share is not None and value is not None and context.is_result(text, at, share.end):
        return _item("number", at, number.end(), Quantity(value, written="figures"))
    if share is not None:
        return _ranked(text, at, floor, share)
    if _OF_DAYS.match(text, number.end()):
        return None
    cold = quantities.below_zero(text, value, at, number.end()) if value else None
    if cold is not None:
        return _item("unit", cold[0], cold[1].end, cold[1].value)
    if value is not None and text.startswith(("m", "kg", "ha"), number.end()):
        height = quantities.height(text, value, number.end(), sure=context.is_height(text, at))
        if height is not None:
            return _item("unit", at, height.end, height.value)
    amount = quantities.after(text, value, written, number.end())
    if amount is None or text[amount.end : amount.end + 1].isalpha():
        return None
    amount = quantities.with_hundredths(text, quantities.with_rate(text, quantities.with_quintals(text, amount)))
    value_of = amount.value
    if text[amount.end - 1] == "k" and context.before(text, at)[-1:] in _RACES:
        return None
    if value_of.unit == "hour" and value_of.high is not None and value_of.high <= _HOURS_OF_DAY:
        hours = dates.hours(text, at, amount.end, int(value_of.low), int(value_of.high))
        if hours is not None:
            return _item("date", *hours)
    if amount.kind == "number" and value_of.high is None and written.endswith(",0"):
        value_of = replace(value_of, written="figures")
    elif amount.kind == "number" and value_of.high is None and _is_label(text, at, written, amount):
        numbered = _NUMBERED.search(text, max(floor, at - 4), at)
        value_of = replace(value_of, written="numbered" if numbered else "figures")
        at = numbered.start() if numbered else at
    elif amount.kind == "number" and time_told.is_time_of_several(text, at, amount.end):
        value_of = replace(value_of, ordinal=value_of.high is None)
    elif amount.kind == "number" and _stays_in_figures(text, at, amount):
        value_of = replace(value_of, written="figures")
    if amount.value.unit == "year" and context.before(text, at)[-2:] == ["kỷ", "niệm"]:
        return _item("number", at, amount.end, Quantity(value_of.low, unit="anniversary", ordinal=True))
    return _item(amount.kind, at, amount.end, value_of)


_RACES = (["chạy"], ["ly"], ["đường"])
"""Words before "10k" that make it the length of a run."""


def _is_label(text: str, at: int, written: str, amount: quantities.Amount) -> bool:
    """Whether a figure names something: plain digits, without a point for thousands or a scale word."""
    return written.isdigit() and amount.end == at + len(written) and context.is_label(text, at, amount.end)


def _stays_in_figures(text: str, at: int, amount: quantities.Amount) -> bool:
    """Whether a bare number or range is part of a name, a score or a size, where words would be odd."""
    if amount.value.high is not None:
        return context.is_label(text, at, amount.end) or context.is_score(text, at)
    return (
        context.is_joined(text, at, amount.end)
        or context.is_variety(text, at, amount.end)
        or context.is_kilometer_post(text, at)
    )


def _ranked(text: str, at: int, floor: int, share: quantities.Amount) -> Item:
    """A fraction; after "thứ" a rank among so many: "thứ 24/63"."""
    if context.before(text, at)[-1:] == ["thứ"] and at - len("thứ ") >= floor:
        return _item("number", at - len("thứ "), share.end, replace(share.value, ordinal=True))
    words = context.before(text, at)
    ranked = words[-2:] == ["xếp", "hạng"] or words[-1:] == ["xếp"]
    return _item(share.kind, at, share.end, replace(share.value, ordinal=ranked))


def _end_of_figure(text: str, at: int) -> int:
    number = _FIGURE.match(text, at)
    return number.end() if number else at + 1


def _ordinal(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """ "lần thứ XIII", "thứ ba" (third or Tuesday), "thứ 24/63"."""
    at, end = found.start("ordinal"), found.end("ordinal")
    at = max(at, end - len("thứ "))
    numeral = _ROMAN_NUMBER.match(text, end)
    value = roman(numeral.group()) if numeral else None
    if numeral and value:
        return _item("number", at, numeral.end(), Quantity(Decimal(value), ordinal=True))
    day = time_told.weekday(text, at, end, published)
    if day is not None:
        return _weekday(text, at, day, floor)
    number = _FIGURE.match(text, end)
    if number:
        share = quantities.fraction(text, Decimal(number.group()), number.end()) if number.group().isdigit() else None
        if share:
            return _item("number", at, share.end, replace(share.value, ordinal=True))
        whole = figure(number.group())
        if whole is not None and "," not in number.group():
            return _item("number", at, number.end(), Quantity(whole, ordinal=True))
        return number.end()
    return _spelled_ordinal(text, at, end)


_ORDINALS = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
             "tám": 8, "chín": 9, "mười": 10}  # fmt: skip


_NEXT_NUMBER = {"hai": "ba", "ba": "bốn", "bốn": "năm", "năm": "sáu", "sáu": "bảy", "bảy": "tám", "tám": "chín"}
_ABOUT = re.compile(
    r"(?P<low>\w+)(?P<comma>,?) (?P<high>\w+)(?: (?P<scale>chục|trăm|nghìn|ngàn|triệu|tỷ)(?!\w))?"
    r"(?= (?P<noun>[^\W\d_]+))"
)
"""Two numbers in a row, "bốn, năm lượt": four or five."""


def _spelled_ordinal(text: str, at: int, end: int) -> Item | None:
    words = _FEW_WORDS.match(text, end)
    if words is None:
        return None
    said = words.group().lower().split(" ")
    number = spelled(said)
    if number and number[1] > 1:
        value, length = number[0], len(" ".join(said[: number[1]]))
        return _item("number", at, end + length, Quantity(value, ordinal=True))
    simple = _ORDINALS.get(said[0])
    if simple is None:
        return None
    return _item("number", at, end + len(said[0]), Quantity(Decimal(simple), ordinal=True))


def _weekday(text: str, at: int, end: int, floor: int) -> Item | None:
    """A weekday, with the part of day before it and the date after it where they are said."""
    number = dates.weekday(text[at:end])
    following = re.compile(r",?\s\(?(?:ngày )?(?=\d)").match(text, end)
    if following:
        dated = dates.date(text, following.end(), floor, sure=True)
        if dated and dated.start <= at:
            return _item("date", *dated)
    part = time_told.part_before(text, at, floor)
    if part is not None:
        return _item("date", part, end, Moment(weekday=number, part=dates.PARTS[text[part:at].strip().lower()]))
    return _item("date", at, end, Moment(weekday=number))


def _sunday(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    return _weekday(text, found.start("sunday"), found.end("sunday"), floor)


def _quarter(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    quarter = periods.quarter(text, found.start("quarter"))
    return _item("period", *quarter) if quarter else None


_OF_CHAM = re.compile(r"tháng (?P<month>\d{1,2})(?= \(?(?:theo )?(?:lịch chăm|chăm lịch))", re.IGNORECASE)
"""A month of the calendar of the Cham, which is not that of the moon."""


def _month(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    if context.before(text, found.start("month"))[-1:] in _EVERY:
        return None
    of_cham = _OF_CHAM.match(text, found.start("month"))
    if of_cham:
        ordinal = Quantity(Decimal(of_cham["month"]), unit="month", ordinal=True)
        return _item("number", found.start("month"), of_cham.end(), ordinal)
    month = dates.month(text, found.start("month"), found.end("month") - 1)
    return _item("date", *month) if month else None


def _clause(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    provision = documents.provision(text, found.start("clause"))
    return _item("document", *provision) if provision else None


def _century(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    century = eras.century(text, found.start("century"), found.end("century"))
    return _item("number", *century) if century else None


def _whole(numeral: str) -> int | None:
    """The value of a numeral in Roman or Arabic figures."""
    return int(numeral) if numeral.isdigit() else roman(numeral)


def _term(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    numeral = re.compile(rf"{_ROMAN}|\d{{1,2}}").match(text, found.end("term"))
    if numeral and numeral.group().isdigit() and not context.is_assembly_term(text, found.start("term")):
        return None
    value = _whole(numeral.group()) if numeral else None
    if numeral is None or value is None:
        return None
    second = _NEXT_TERM.match(text, numeral.end())
    high = roman(second["high"]) if second else None
    if second is None or high is None or high <= value or (high > value + 1 and second["list"]):
        return _item(
            "number", found.start("term"), numeral.end(), Quantity(Decimal(value), unit="tenure", ordinal=True)
        )
    both = Quantity(Decimal(value), Decimal(high), unit="tenure", ordinal=True)
    return _item("number", found.start("term"), second.end(), both)


_NEXT_TERM = re.compile(rf"(?:(?P<list> và |, )| ?[-–] ?| đến )(?P<high>{_ROMAN})")
"""The second of "khóa XX và XXI"."""


def _congress(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """The numeral of "Đại hội XI": 11th."""
    end = found.end("congress")
    numeral = _ROMAN_NUMBER.match(text, end)
    value = roman(numeral.group()) if numeral else None
    if numeral is None or value is None:
        return None
    return _item("number", end, numeral.end(), Quantity(Decimal(value), ordinal=True))


def _roman(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """The numeral of "Phụ lục II", "hạng I": it names something and stays Roman."""
    end = found.end("roman")
    numeral = _ROMAN_NUMBER.match(text, end)
    value = roman(numeral.group()) if numeral else None
    if numeral is None or value is None:
        return None
    return _item("number", end, numeral.end(), Quantity(Decimal(value), written="roman"))


def _rank(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """The rank of "hạng Nhì", "giải ba": second, third."""
    start = found.end("rank")
    word = re.compile(r"\w+").match(text, start)
    assert word is not None, "the anchor looked ahead"
    return _item("number", start, word.end(), Quantity(Decimal(_ORDINALS[word.group().lower()]), ordinal=True))


def _named_period(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    period = periods.named(text, found.start("period"))
    return _item("period", *period) if period else None


def _words(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """A number in words, where the words around leave no doubt that it is one."""
    at = found.start("words")
    run = _FEW_WORDS.match(text, at)
    assert run is not None, "the anchor matched a word"
    said = run.group().split(" ")
    portion = _half(text, at, said)
    if portion:
        return portion
    about = _ABOUT.match(text, at)
    if about and _is_about(about):
        scale = {"chục": 10, "trăm": 100, **SCALES}.get((about["scale"] or "").lower(), 1)
        low, high = (Decimal(_ORDINALS[about[name].lower()]) * scale for name in ("low", "high"))
        return _item("number", at, about.end(), Quantity(low, high))
    number = spelled([word.lower() for word in said])
    if number is None:
        return _round(text, at, said) or context.past_number_words(text, at)
    value, taken = number
    end = at + len(" ".join(said[:taken]))
    if [word.lower() for word in said[taken : taken + 1]] == ["mấy"]:
        return end
    share = context.fraction_words(text, end)
    if share:
        return _item("number", at, share[0], Quantity(value, denominator=share[1]))
    if not context.is_spelled_number(text, at, end, taken, said):
        return end
    if _OF_DAYS.match(text, end):
        return end
    following = periods.first_months(text, at, int(value), end + 1) if text[end : end + 1] == " " else None
    if following:
        return _item("period", *following)
    amount = quantities.after(text, value, "", end)
    if amount is None:
        return end
    if amount.value.unit == "hour" and amount.value.high is None and amount.value.low <= 24:
        half = amount.value.low % 1 != 0
        if time_told.is_clock(text, at, amount.end, has_minutes=False, dated=None):
            return _item("date", at, amount.end, Moment(hour=int(amount.value.low) % 24, minute=30 if half else None))
    return _item(amount.kind, at, amount.end, amount.value)


_ROUND = {"trăm": 100, **SCALES}
_BEFORE_ROUND = (["cả"], ["mỗi"], ["trên"], ["hơn"], ["gần"], ["ngót"])


def _round(text: str, at: int, said: list[str]) -> Item | None:
    """A round number without its one: "cả triệu đồng", "hơn chục triệu", "trên vạn dân", "7/nghìn dân"."""
    rated = text[at - 1 : at] == "/"
    last = context.before(text, at)[-1:]
    word = said[0].lower()
    if word == "chục" and (rated or last == ["mỗi"]) and said[1:2] not in ([scale] for scale in SCALES):
        return _item("number", at, at + len(word), Quantity(Decimal(10)))
    if len(said) == 1 or not (rated or last in _BEFORE_ROUND):
        return None
    if word in SCALES:
        amount = quantities.after(text, Decimal(1), "", at)
    elif word == "trăm" or (word == "chục" and said[1].lower() in SCALES):
        amount = quantities.after(text, Decimal(_ROUND.get(word, 10)), "", at + len(word))
    else:
        return None
    return _item(amount.kind, at, amount.end, amount.value) if amount else None


def _is_about(found: re.Match[str]) -> bool:
    """Whether two number words are neighbours that say "about": "bốn, năm lượt", "hai ba người"."""
    if _NEXT_NUMBER.get(found["low"].lower()) != found["high"].lower():
        return False
    return bool(found["comma"]) or found["noun"].lower() in AGREED_UNITS


def _new_day(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """One of the first ten days of a month, "mồng một Tết", "mùng hai tháng chín": lunar unless a month tells."""
    start, end = found.start("new_day"), found.end("new_day")
    word = _FEW_WORDS.match(text, end)
    assert word is not None, "the anchor looked ahead"
    said = word.group().split(" ")[0]
    number = spelled([said.lower()])
    assert number is not None, "the anchor looked ahead"
    day = Moment(day=int(number[0]), lunar=True)
    end += len(said)
    month = dates.month(text, end + 1, end + len(" tháng")) if text.startswith(" tháng ", end) else None
    if month is not None and month.value.end is None and not month.value.also:
        day, end = dates.of_new_moon(replace(month.value, day=day.day)), month.end
    part = time_told.part_before(text, start, floor)
    if part is not None:
        day = replace(day, part=dates.PARTS[text[part:start].strip().lower()])
    return _item("date", start if part is None else part, end, day)


def _times(text: str, found: re.Match[str], floor: int, published: day_of | None) -> Item | int | None:
    """ "gấp rưỡi": one and a half times."""
    end = found.end("times") + len("rưỡi")
    return _item("unit", found.start("times"), end, Quantity(Decimal("1.5"), unit="time"))


def _half(text: str, at: int, said: list[str]) -> Item | None:
    """ "một nửa": half."""
    if [word.lower() for word in said[:2]] != ["một", "nửa"]:
        return None
    return _item("number", at, at + len("một nửa"), Quantity(Decimal(1), denominator=Decimal(2)))


_HANDLERS: dict[str, Handler] = {
    "figures": _figures, "ordinal": _ordinal, "quarter": _quarter, "month": _month, "clause": _clause,
    "century": _century, "term": _term, "congress": _congress, "roman": _roman, "rank": _rank,
    "period": _named_period, "sunday": _sunday, "new_day": _new_day, "times": _times, "words": _words,
}  # fmt: skip
