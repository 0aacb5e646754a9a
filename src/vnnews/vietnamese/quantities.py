"""Numbers with what is counted by them: money, shares, measures, ranges, fractions.

`after` reads on from a number in figures or words; the tables say which words are scales, currencies and units.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from vnnews.item import Kind, Quantity
from vnnews.vietnamese.lexis import UPPER
from vnnews.vietnamese.numbers import FIGURE, SCALES, figure, slip, spelled

CURRENCIES = {
    "đồng": "VND", "vnđ": "VND", "vnd": "VND", "đ": "VND", "đồng việt nam": "VND",
    "usd": "USD", "đô la": "USD", "đô la mỹ": "USD", "đôla": "USD", "đôla mỹ": "USD", "đô-la": "USD", "đô-la mỹ": "USD",
    "đô": "USD", "eur": "EUR", "euro": "EUR", "yên": "JPY", "yên nhật": "JPY", "jpy": "JPY",
    "nhân dân tệ": "CNY", "cny": "CNY", "bảng anh": "GBP", "gbp": "GBP", "won": "KRW", "baht": "THB", "kíp lào": "LAK",
    "rúp": "RUB", "franc thụy sĩ": "CHF", "đô la úc": "AUD", "aud": "AUD", "đô la singapore": "SGD", "sgd": "SGD",
    "kíp": "LAK",
}  # fmt: skip
"""Words for money, in lower case, to ISO codes."""

SHARES = {
    "‰": "per thousand",
    "%": "percent",
    "phần trăm": "percent",
    "điểm phần trăm": "percentage point",
    "điểm %": "percentage point",
}

TIME_UNITS = {
    "giây": "second", "phút": "minute", "giờ": "hour", "tiếng": "hour", "tiếng đồng hồ": "hour", "h": "hour",
    "ngày": "day", "đêm": "night", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
    "tháng tuổi": "month", "năm tuổi": "year", "thập kỷ": "decade", "thập niên": "decade", "thế kỷ": "century",
    "ngày đêm": "day", "tuần lễ": "week",
}  # fmt: skip

MEASURES = {
    "ha": "hectare", "héc-ta": "hectare", "héc ta": "hectare", "hecta": "hectare", "hécta": "hectare",
    "m2": "square meter", "m²": "square meter", "mét vuông": "square meter", "km2": "square kilometer",
    "km²": "square kilometer", "ki-lô-mét vuông": "square kilometer", "km vuông": "square kilometer",
    "m3": "cubic meter", "m³": "cubic meter", "mét khối": "cubic meter", "khối": "cubic meter", "km": "kilometer",
    "ki-lô-mét": "kilometer",
    "ki lô mét": "kilometer", "kilomet": "kilometer", "cây số": "kilometer", "m": "meter", "mét": "meter",
    "cm": "centimeter", "centimet": "centimeter", "mm": "millimeter", "milimet": "millimeter", "milimét": "millimeter",
    "hải lý": "nautical mile", "kg": "kilogram", "ki-lô-gam": "kilogram", "ký": "kilogram",
    "cân": "kilogram", "g": "gram", "gam": "gram", "gram": "gram", "mg": "milligram", "miligam": "milligram",
    "tấn": "ton", "tạ": "quintal", "lít": "liter", "ml": "milliliter", "mililit": "milliliter",
    "mililít": "milliliter", "độ c": "degree Celsius", "°c": "degree Celsius", "ºc": "degree Celsius",
    "oc": "degree Celsius", "mw": "megawatt", "kw": "kilowatt", "gw": "gigawatt", "kwh": "kilowatt-hour",
    "kv": "kilovolt", "kva": "kilovolt-ampere", "mva": "megavolt-ampere", "mwp": "megawatt-peak",
    "kwp": "kilowatt-peak",
    "gb": "gigabyte", "mb": "megabyte", "tb": "terabyte", "kb": "kilobyte", "mbps": "Mbps", "gbps": "Gbps",
    "kbps": "Kbps", "mhz": "megahertz", "ghz": "gigahertz", "khz": "kilohertz", "mã lực": "horsepower",
    "cv": "horsepower",
    "sào": "sao", "công đất": "cong", "công ruộng": "cong", "mẫu đất": "mau", "mẫu ruộng": "mau",
    "km/h": "kilometer per hour",
    "km/giờ": "kilometer per hour", "m3/s": "cubic meter per second", "m³/s": "cubic meter per second",
    "m3/giây": "cubic meter per second", "m³/giây": "cubic meter per second", "teu": "TEU", "dặm": "mile",
}  # fmt: skip
"""Words for measures, in lower case, to the English singular. Sào, công and mẫu differ by region and stay words."""

UNITS: dict[str, str] = {**CURRENCIES, **SHARES, **TIME_UNITS, **MEASURES}

_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_NAMES = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(UNITS, key=len, reverse=True))
_TAIL = re.compile(
    rf"(?P<scale>(?:\s?{_SCALE}(?!\w))*)(?P<half>\s?rưỡi(?!\w))?(?:\s?(?P<unit>{_NAMES})(?![\w²³]))?", re.IGNORECASE
)
_MORE = re.compile(rf"\s?(?P<figure>{FIGURE})(?P<scale>(?:\s?{_SCALE}(?!\w))+)", re.IGNORECASE)
_LESS = re.compile(
    r" (?P<figures>[1-9]|[1-9]\d\d)(?P<unit> đồng)?(?=\s*(?:[,;:!?)/]|[.…](?!\d)|\Z)"
    r"| (?:mỗi|một|và|cho|để|đến|tới)(?!\w))",
    re.IGNORECASE,
)
_THOUSAND_DONG = re.compile(r"(?=[-–,;:.!?)/”\"]|\Z| (?:một|mỗi|cho|là|thôi|rồi|với|thì|đến|-|–)(?!\w))")
"""After the k of "35k", as talk shortens prices: nothing follows that it could count."""
"""What stands behind a scale without its own: "2 triệu 5" is 2.5 million, "1 tỷ 350" 1.35 billion."""
_TO = re.compile(r"\s*(?:-|–|—|đến|tới|~)\s*(?P<figure>" + FIGURE + r")(?![\d/])", re.IGNORECASE)
_TO_WORDS = re.compile(r"\s+(?:đến|tới)\s+(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,5})", re.IGNORECASE)
_OVER = re.compile(r"(?:\s?/\s?|:)(?P<figure>" + FIGURE + r")(?![\d/:])")
_HALF_TIMES = re.compile(r" lần rưỡi(?!\w)", re.IGNORECASE)
_HALF_MORE = re.compile(r" rưỡi(?!\w)")
_ELIDED = re.compile(r"[1-9]\d{0,2}\Z")


PER = {
    "người": "person", "đầu người": "person", "hộ": "household", "gia đình": "family", "học sinh": "student",
    "giờ": "hour", "ngày đêm": "day", "ngày": "day", "đêm": "night", "tuần": "week", "tháng": "month", "quý": "quarter",
    "năm": "year", "vụ": "crop", "kg": "kilogram", "tấn": "ton", "tạ": "quintal", "ha": "hectare", "m2": "square meter",
    "m²": "square meter", "m3": "cubic meter", "m³": "cubic meter", "km": "kilometer", "km2": "square kilometer",
    "lít": "liter", "kwh": "kWh", "usd": "U.S. dollar", "con": "head", "cây": "tree",
    "trường hợp": "case", "lượng": "tael",
}  # fmt: skip
"""What amounts are reckoned by after a stroke, in lower case, to the English after "per"."""
_RATE = re.compile(
    rf" ?/ ?(?P<by>{'|'.join(sorted(PER, key=len, reverse=True))})(?![\w²³])(?! (?:công|tuổi|giống|dân|việc|án))",
    re.IGNORECASE,
)

_DEGREES = re.compile(r" ?(?:độ(?: C(?!\w))?|[°ºo]C)(?!\w)(?! (?:vĩ|kinh|dốc)(?!\w))")
_BELOW_ZERO = re.compile(r"(?<!\w)âm \Z|(?<![^\s(])[-–−]\Z", re.IGNORECASE)
_METERS = re.compile(r"(?P<unit>m|kg|ha)(?P<part>\d{1,2})(?!\w|[.,]\d)")
_QUINTALS = re.compile(r" (?P<quintals>[1-9]) tạ(?!\w|/)")
_HUNDREDTHS = re.compile(r" (?P<figures>\d{1,2})(?=\s*(?:[.,;:!?)]|\Z)(?!\d)|\s+(?:và|để|phá|giành|vượt|xếp|ở)\s)")


class Amount(NamedTuple):
    """A quantity read up to `end`; `sure` unless only what follows a bare number can tell what it is."""

    end: int
    kind: Kind
    value: Quantity
    sure: bool = True


class _Part(NamedTuple):
    """A number with scale and unit as written: its value, what multiplied it, its unit, where it ends."""

    value: Decimal
    scale: int
    unit: str | None
    end: int


def after(text: str, number: Decimal | None, written: str, end: int) -> Amount | None:
    """The quantity that begins with a number ending at `end`, whose figures are `written` ("" for words).

    `number` is its value, None where the figures alone are none ("9.5"). None if there is no quantity.
    """
    first = _part(text, number, written, end)
    if first is None:
        return None
    second = _range_end(text, first)
    if second is not None:
        low, high = _same_scale(first, second, written)
        if low.value < high.value and (low.unit is None or low.unit == high.unit):
            return Amount(high.end, kind_of(high.unit), Quantity(low.value, high.value, unit=high.unit))
    return Amount(first.end, kind_of(first.unit), Quantity(first.value, unit=first.unit), first.unit is not None)


def height(text: str, number: Decimal, end: int, *, sure: bool) -> Amount | None:
    """Meters, kilograms or hectares with what is said behind them, "1m65", "9kg2", of a number that ends at `end`.

    "1m2" and "1m3" only if `sure`: else they are square and cubic meters.
    """
    found = _METERS.match(text, end)
    if found is None or number % 1 or (found["part"] in ("2", "3") and found["unit"] == "m" and not sure):
        return None
    low = number + Decimal(found["part"]) / 10 ** len(found["part"])
    return Amount(found.end(), "unit", Quantity(low, unit=MEASURES[found["unit"]]))


def below_zero(text: str, number: Decimal, start: int, end: int) -> tuple[int, Amount] | None:
    """Where "âm 2,6 độ C", "-5 độ" begins, and that temperature; its figures stand over [start, end)."""
    degrees = _DEGREES.match(text, end) if text.startswith((" độ", "°", " °", "º", "oC"), end) else None
    sign = _BELOW_ZERO.search(text, max(0, start - 4), start) if degrees else None
    if degrees is None or sign is None or number == 0:
        return None
    return sign.start(), Amount(degrees.end(), "unit", Quantity(-number, unit="degree Celsius"))


def with_hundredths(text: str, amount: Amount) -> Amount:
    """The seconds of a race with the hundredths behind them: "56 giây 11" is 56.11 seconds."""
    value = amount.value
    whole = value.unit == "second" and value.high is None and value.low % 1 == 0
    found = _HUNDREDTHS.match(text, amount.end) if whole else None
    if found is None:
        return amount
    low = value.low + Decimal(found["figures"]) / 10 ** len(found["figures"])
    return amount._replace(end=found.end(), value=replace(value, low=low))


def with_quintals(text: str, amount: Amount) -> Amount:
    """The tons with the quintals behind them: "12 tấn 7 tạ" is 12.7 tons."""
    value = amount.value
    whole = value.unit == "ton" and value.high is None and value.low % 1 == 0
    found = _QUINTALS.match(text, amount.end) if whole else None
    if found is None:
        return amount
    return amount._replace(end=found.end(), value=replace(value, low=value.low + Decimal(found["quintals"]) / 10))


def with_rate(text: str, amount: Amount) -> Amount:
    """The amount with the "/kg" or "/người/tháng" that follows it; a bare number takes none."""
    by, end = list[str](), amount.end
    while amount.value.unit is not None and len(by) < 2 and (found := _RATE.match(text, end)):
        by.append(PER[found["by"].lower()])
        end = found.end()
    return amount._replace(end=end, value=replace(amount.value, per=tuple(by))) if by else amount


def kind_of(unit: str | None) -> Kind:
    """The kind of an Item whose quantity has this unit."""
    if unit is None:
        return "number"
    if unit.isupper() and len(unit) == 3 and unit != "TEU":
        return "money"
    return "percent" if unit in ("percent", "percentage point", "per thousand") else "unit"


def fraction(text: str, number: Decimal, end: int) -> Amount | None:
    """ "9/9", "318/342 triệu đồng": a number, which ends at `end`, over another that is not smaller."""
    found = _OVER.match(text, end)
    below = figure(found["figure"]) if found else None
    if found is None or below is None or below <= 0 or number > below:
        return None
    tail = _TAIL.match(text, found.end())
    assert tail is not None, "every part of it is optional"
    scale = _product(tail["scale"])
    unit = _unit(text, tail)
    if scale == 1 and (unit not in _MEASURED or (below <= _LARGEST_PART and number % 1 == below % 1 == 0)):
        return Amount(found.end(), "number", Quantity(number, denominator=below))
    stop = tail.end("unit") if unit else tail.end("scale")
    return Amount(stop, kind_of(unit), Quantity(number * scale, unit=unit, denominator=below * scale))


_MEASURED = frozenset(MEASURES.values())
_LARGEST_PART = 10
"""Up to this, a fraction before a measure is a part of one: 1/2 ha, 3/4 km."""


def _part(text: str, number: Decimal | None, written: str, end: int) -> _Part | None:
    if number is not None and len(written) > 1 and text.startswith("k", end) and _THOUSAND_DONG.match(text, end + 1):
        return _Part(number * 1000, 1000, "VND", end + 1)
    tail = _TAIL.match(text, end)
    assert tail is not None, "every part of it is optional"
    scale = _product(tail["scale"])
    unit = _unit(text, tail)
    stop = tail.end("unit") if unit else tail.end("half") if tail["half"] else tail.end("scale")
    if number is None:
        number = slip(written) if unit or scale > 1 else None
        if number is None:
            return None
    value = number * scale + (Decimal(scale) / 2 if tail["half"] and scale > 1 else 0)
    if tail["half"] and scale == 1:
        return _Part(number, 1, None, end)
    more = _MORE.match(text, stop) if scale > 1 and not unit and not tail["half"] else None
    rest = figure(more["figure"]) if more else None
    if more is not None and rest is not None and _product(more["scale"]) < scale:
        tail = _TAIL.match(text, more.end("scale"))
        assert tail is not None, "every part of it is optional"
        unit = _unit(text, tail)
        return _Part(value + rest * _product(more["scale"]), 1, unit, tail.end("unit") if unit else more.end("scale"))
    less = _LESS.match(text, stop) if scale >= 10**6 and not unit and not tail["half"] else None
    if less is not None:
        value += Decimal(less["figures"]) * scale / 10 ** len(less["figures"])
        return _Part(value, 1, "VND" if less["unit"] else None, less.end())
    if unit is None and scale == 1 and _HALF_TIMES.match(text, stop):
        return _Part(value + Decimal("0.5"), scale, "time", stop + len(" lần rưỡi"))
    if unit and _HALF_MORE.match(text, stop):
        return _Part(value + Decimal("0.5"), scale, unit, stop + len(" rưỡi"))
    return _Part(value, scale, unit, stop)


_NOT_DONG = re.compile(r"\s+(?:chí|bào|bằng|loạt|ruộng|hồ|tháp|nai|phục(?! vụ))", re.IGNORECASE)
_FELLOW = re.compile(r"\s+(?:phạm|nghiệp|đội|đạo|hương|minh|môn|tác giả)(?!\w)", re.IGNORECASE)
"""What "đồng" is fellow- before, after a number without a scale: hai đồng phạm."""
_NOT_YEAR = re.compile(r"\s+(?:\d{4}(?!\s?[-–]\s?\d{4})|nay|ngoái|trước|sau|tới)\b", re.IGNORECASE)
_NOT_A_UNIT = {
    "năm tuổi": re.compile(r"\s+(?:đảng|nghề)", re.IGNORECASE),
    "đồng": _NOT_DONG,
    "cân": re.compile(r"\s+(?:bằng|đối)"),
    "ký": re.compile(
        r"\s+(?:tự|kết|túc|giả|tên|hợp|ngày|ban|với|thỏa|thoả|biên|bản|duyệt|tặng|gửi|cam|quyết|văn|kiến|ức|hiệu|sự|nhận"
        r"|chứng|vào|số|giấy|chương|quy|xác|kế|đơn|công|nghị|thông|tắt|âm|họa|sinh|lục|lệnh|tờ|tuyên|bổ|phụ)(?!\w)",
        re.IGNORECASE,
    ),
    "tiếng": re.compile(
        rf"\s+(?:[{UPPER}]|(?:trống|chuông|cồng|súng|nổ|kêu|hô|còi|gà|nói|cười|nước ngoài|mẹ đẻ|dân tộc)(?!\w))"
    ),
    "ngày": re.compile(r"\s+công(?: lao động)?(?=[.,;]|\Z| (?:và|để|làm|giúp|đào|sửa|vệ|cho|trong)(?!\w))"),
    "khối": re.compile(r"\s+(?:thi|cơ|doanh)"),
}


def _unit(text: str, tail: re.Match[str]) -> str | None:
    """The unit that a tail names, unless the word is the beginning of another one."""
    written = tail["unit"]
    if written is None:
        return None
    name = written.lower()
    other = _NOT_A_UNIT.get(name)
    if other is not None and other.match(text, tail.end("unit")):
        return None
    if name in ("m", "g", "h", "đ") and written.isupper():
        return None
    if name == "đồng" and tail["scale"] == "" and _FELLOW.match(text, tail.end("unit")):
        return None
    if name == "kíp" and tail["scale"] == "":
        return None
    if name == "năm" and tail["scale"] == "" and _NOT_YEAR.match(text, tail.end("unit")):
        return None
    return UNITS[name]


def _product(scales: str) -> int:
    product = 1
    for word in scales.lower().split():
        product *= SCALES[word]
    return product


def _range_end(text: str, first: _Part) -> _Part | None:
    """The number after a dash or "đến", where the first one can begin a range."""
    found = _TO.match(text, first.end)
    if found is not None:
        return _part(text, figure(found["figure"]), found["figure"], found.end())
    words = _TO_WORDS.match(text, first.end)
    number = spelled(words["words"].lower().split()) if words else None
    if words is None or number is None:
        return None
    value, taken = number
    said = words["words"].split(" ")[:taken]
    part = _part(text, value, "", words.start("words") + len(" ".join(said)))
    spoken = [word for word in said if word.lower() in SCALES]
    return part._replace(scale=part.scale * _product(" ".join(spoken))) if part else None


def _same_scale(low: _Part, high: _Part, written: str) -> tuple[_Part, _Part]:
    """Both ends of "15 - 20 triệu đồng" in full; also "100-200.000 đồng", where the thousands are said once."""
    if low.scale == 1 and low.unit is None and high.scale > 1:
        return low._replace(value=low.value * high.scale), high
    whole = high.value / high.scale
    if low.scale == high.scale == 1 and _ELIDED.match(written) and whole >= 1000 and whole % 1000 == 0:
        full = low.value * 1000
        if full < high.value and high.unit in CURRENCIES.values():
            return low._replace(value=full), high
    return low, high
