"""How values are written in English, which other forms are right, and that they can be read back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.english.style import Style
from vnnews.english.values import accepted_values, read_values, render_value
from vnnews.item import DocumentRef, Item, Moment, Period, Quantity, Value
from vnnews.vietnamese.values import find

HOUSE = Style()

RENDERED = [
    ("xây năm 1806", "1806"),
    ("tiểu khu 2644", "2644"),
    ("cụm số 1", "No. 1"),
    ("thua 1-2", "1-2"),
    ("gió cấp 8-9,", "8-9"),
    ("rạng sáng 9/8", "the early morning of August 9"),
    ("ngày 10 đến 15 tháng Giêng", "the 10th to the 15th day of the first lunar month"),
    ("mùng 9 và mùng 10 tháng 3 âm lịch", "the ninth and 10th days of the third lunar month"),
    ("ngày 8, 9 và 10/3 âm lịch", "the eighth, ninth and 10th days of the third lunar month"),
    ("8 giờ kém 15", "7:45 a.m."),
    ("âm 2,6 độ C", "minus 2.6 degrees Celsius"),
    ("âm 1 độ", "minus 1 degree Celsius"),
    ("tháng 7 âm lịch", "the seventh lunar month"),
    ("GPA 3,78/4", "3.78 out of 4"),
    ("1.253 tỷ 400 triệu đồng", "VND1,253.4 billion"),
    ("2.345,67 tỷ đồng", "VND2,345.67 billion"),
    ("6,5 triệu đồng/người/tháng", "VND6.5 million per person per month"),
    ("8.500 đồng/m3", "VND8,500 per cubic meter"),
    ("gần 4,5 tỷ đồng", "VND4.5 billion"),
    ("1.845 tỷ đồng", "VND1.845 trillion"),
    ("350.000 tỷ đồng", "VND350 trillion"),
    ("15 - 20 triệu đồng", "VND15-20 million"),
    ("800 triệu - 1,5 tỷ đồng", "VND800 million to VND1.5 billion"),
    ("52.000 đồng/kg", "VND52,000 per kg"),
    ("87.462.315.000 đồng", "VND87,462,315,000"),
    ("11,3 tỷ USD", "USD11.3 billion"),
    ("84%", "84 percent"),
    ("9,5%", "9.5 percent"),
    ("5-10%", "5-10 percent"),
    ("21 điểm phần trăm", "21 percentage points"),
    ("1.846 hồ sơ", "1,846"),
    ("8 quầy giao dịch", "eight"),
    ("12 quầy giao dịch", "12"),
    ("2,6 triệu người", "2.6 million"),
    ("10-25 máy", "10-25"),
    ("từ 5 đến 8 tin", "five to eight"),
    ("9/9 huyện", "all nine"),
    ("42/145 xã", "42 of 145"),
    ("thứ 24/63", "24th out of 63"),
    ("mức độ 4", "4"),
    ("Phụ lục II", "II"),
    ("lần thứ XIII", "13th"),
    ("lần thứ ba", "third"),
    ("thế kỷ XVII", "17th century"),
    ("6 tháng", "six months"),
    ("15 phút", "15 minutes"),
    ("1 năm", "one year"),
    ("6.500 ha", "6,500 hectares"),
    ("120m2", "120 square meters"),
    ("2 km", "2 km"),
    ("37-38 độ C", "37-38 degrees Celsius"),
    ("24/24 giờ", "around the clock"),
    ("ngày 9/8", "August 9"),
    ("ngày 19/01/2018", "January 19, 2018"),
    ("sáng 9/8", "the morning of August 9"),
    ("ngày 9 và 10/8", "August 9 and 10"),
    ("từ ngày 9 đến 12/8/2015", "August 9 to 12, 2015"),
    ("từ ngày 30/6 đến 2/7/2015", "June 30 to July 2, 2015"),
    ("thứ Hai, ngày 9/7/2018", "Monday, July 9, 2018"),
    ("7 giờ 30 phút ngày 2/9", "7:30 a.m. on September 2"),
    ("lúc 23 giờ 15 phút", "11:15 p.m."),
    ("0 giờ ngày 1/4/2019", "midnight on April 1, 2019"),
    ("mùng 10 tháng 3 âm lịch", "the 10th day of the third lunar month"),
    ("tháng 8/2024", "August 2024"),
    ("quý I/2024", "the first quarter of 2024"),
    ("6 tháng đầu năm", "the first six months of the year"),
    ("9 tháng năm 2015", "the first nine months of 2015"),
    ("cùng kỳ năm trước", "the same period last year"),
    ("nhiệm kỳ 2020-2025", "the 2020-2025 term"),
    ("giai đoạn 2021 - 2025", "the 2021-2025 period"),
    ("những năm 1990", "the 1990s"),
    ("Nghị quyết 36a/NQ-CP", "Resolution No. 36a/NQ-CP"),
    ("Quyết định số 1605/QĐ-TTg ngày 27/8/2010", "Decision No. 1605/QD-TTg dated August 27, 2010"),
    ("công văn 7722/VPCP-KSTT", "Official Letter No. 7722/VPCP-KSTT"),
    ("điểm đ khoản 2 Điều 5", "Point dd, Clause 2, Article 5"),
    ("năm 257 TCN", "257 BC"),
    ("năm 40 sau Công nguyên", "AD 40"),
    ("thế kỷ III trước Công nguyên", "third century BC"),
    ("Thông tư 07/2020", "Circular No. 07/2020"),
    ("quý I, II năm 2025", "the first and second quarters of 2025"),
    ("quý II, III và IV", "the second, third and fourth quarters"),
    ("chiếm một phần năm", "one-fifth"),
    ("tháng Giêng đến tháng Tư", "the first lunar month to the fourth lunar month"),
    ("4 rưỡi sáng", "4:30 a.m."),
]

ALSO_RIGHT = [
    ("9 xã", ["nine", "9"]),
    ("84%", ["84 percent", "84 per cent", "84%"]),
    ("4,5 tỷ đồng", ["VND4.5 billion", "VND 4.5 billion", "4.5 billion VND", "4.5 billion dong"]),
    ("9.870 tỷ đồng", ["VND9.87 trillion", "VND9,870 billion"]),
    ("ngày 9/8", ["August 9", "Aug. 9", "9 August", "August 9th"]),
    ("ngày 9/8/2015", ["August 9, 2015", "9 August 2015"]),
    ("5 năm", ["five years", "5 years", "five-year", "5-year"]),
    ("6 tháng đầu năm", ["first half of the year", "first six months"]),
    ("120m2", ["120 square meters", "120 square metres", "120 m2", "120m2", "120-square-meter"]),
    ("7 giờ 30", ["7:30 a.m.", "7:30 am", "7:30"]),
    ("1 xã", ["one", "a"]),
    ("9/9 huyện", ["all nine", "nine of nine", "9/9", "nine"]),
    ("tháng 7 và 8 năm 2025", ["July and August 2025"]),
    ("8 đến 10 giờ sáng", ["8 a.m. to 10 a.m.", "8 to 10 a.m.", "8 and 10 a.m."]),
    ("thế kỷ XVI đến XIX", ["16th to 19th centuries"]),
    ("khóa XX và XXI", ["20th and 21st tenures"]),
    ("đêm 30 Tết", ["Lunar New Year's Eve", "night of Tet Eve"]),
    ("chiều 30 Tết", ["afternoon of Lunar New Year's Eve", "Tet Eve"]),
    ("mùng 1-3 Tết", ["first to the third day", "first to third day"]),
    ("mùng 1, 2, 3 Tết", ["first, second and third days"]),
    ("gấp hai lần rưỡi", ["2.5 times", "two and a half times"]),
    ("thế kỷ II-III", ["second and third centuries", "2nd and 3rd centuries"]),
    ("hệ số 2,0", ["2.0", "two"]),
    ("hệ số 2", ["two", "2"]),
    ("trong 10 năm", ["10 years", "decade"]),
    ("giảm 50%", ["50 percent", "halved"]),
    ("1/10 hộ", ["one of 10", "one in 10"]),
    ("tỷ lệ 1/1,45", ["1/1.45", "1:1.45"]),
    ("giá gấp rưỡi", ["1.5 times", "half", "one and a half times"]),
    ("42/145 xã", ["42 of 145", "42 out of 145", "42 of the 145", "42/145"]),
    ("khóa XV", ["15th tenure", "15th", "15th-term"]),
    ("tắc đường 8km", ["8 km", "8-km", "8-kilometer"]),
    ("hai trạm 220kV", ["two"]),
    ("220kV", ["220 kV", "220-kV"]),
    ("gói thầu số 02", ["No. 2", "No. 02"]),
    ("có 0 ca", ["zero", "no"]),
    ("5 giờ chiều", ["5 p.m.", "5 in the afternoon"]),
    ("3 giờ sáng", ["3 a.m.", "three in the morning"]),
    ("từ 3 năm trở lên", ["three years", "three or more years"]),
    ("cứ 1 đồng vốn", ["VND1", "every dong"]),
    ("tàu 820 CV", ["820 horsepower", "820-CV", "820 hp"]),
    ("nhất trí 100%", ["100 percent", "unanimously"]),
    ("chiếm hai phần ba", ["two-thirds", "two thirds"]),
    ("vốn 6.191 tỷ đồng", ["VND6.191 trillion", "VND6,191 billion", "VND6,191-billion"]),
    ("25.000 - 35.000đ", ["VND25,000-35,000", "VND25,000 and VND35,000"]),
    ("ngày 5 và 20 hằng tháng", ["5th and 20th", "5th and the 20th"]),
    ("trị giá 12 tỷ đồng", ["VND12 billion", "VND12-billion"]),
    ("xếp hàng 5 - 6 tiếng", ["five to six hours", "five- to six-hour", "5- to 6-hour"]),
    ("thấy 60 ngàn", ["60,000", "VND60,000"]),
    ("âm 0,6 độ C", ["minus 0.6 degrees Celsius", "minus 0.6"]),
    ("21,7/25,2km", ["21.7 of 25.2 km"]),
    ("đêm 4, rạng sáng 5/11", ["night of November 4 and the early morning of November 5", "November 4 and 5"]),
    ("đêm 28 và 29/4", ["nights of April 28 and 29", "night of April 28 and 29"]),
    ("rằm và 30 âm lịch", ["full and new moons"]),
    ("tháng 7 lịch Chăm", ["seventh month", "7th month"]),
    ("công văn 7722/VPCP-KSTT", ["Official Dispatch No. 7722/VPCP-KSTT", "7722/VPCP-KSTT"]),
]


def first(text: str) -> Item:
    return find(text)[-1] if text.startswith(("từ ", "lúc ")) else find(text)[0]


@pytest.mark.parametrize(("vietnamese", "english"), RENDERED, ids=[r[0] for r in RENDERED])
def test_rendered(vietnamese: str, english: str) -> None:
    assert render_value(first(vietnamese), HOUSE) == english


READABLE = [case for case in RENDERED if case[1] != "II"]


@pytest.mark.parametrize(("vietnamese", "english"), READABLE, ids=[r[0] for r in READABLE])
def test_rendered_can_be_read(vietnamese: str, english: str) -> None:
    item = first(vietnamese)
    [back] = read_values(f"It was {english}, he said.")
    assert _plain(back.value) == _plain(item.value)


@pytest.mark.parametrize(("vietnamese", "forms"), ALSO_RIGHT, ids=[r[0] for r in ALSO_RIGHT])
def test_other_right_forms(vietnamese: str, forms: list[str]) -> None:
    accepted = accepted_values(first(vietnamese), HOUSE)
    assert accepted[0] == render_value(first(vietnamese), HOUSE)
    assert {form.lower() for form in forms} <= {form.lower().removeprefix("the ") for form in accepted}


READ: list[tuple[str, list[Value]]] = [
    ("Forty-nine of the 54 deputies", [Quantity(Decimal(49), denominator=Decimal(54))]),
    ("192,194 out of 227,508 documents", [Quantity(Decimal(192194), denominator=Decimal(227508))]),
    ("between 10 and 25 computers", [Quantity(Decimal(10), Decimal(25))]),
    ("from 47 percent to 42 percent", [Quantity(Decimal(47), unit="percent"), Quantity(Decimal(42), unit="percent")]),
    ("$5 million", [Quantity(Decimal(5_000_000), unit="USD")]),
    ("VND63,000-64,500 per kg", [Quantity(Decimal(63000), Decimal(64500), "VND")]),
    ("a 165-square-meter corner lot", [Quantity(Decimal(165), unit="square meter")]),
    ("two and a half years", [Quantity(Decimal("2.5"), unit="year")]),
    ("one hundred and five households", [Quantity(Decimal(105))]),
    ("two-thirds of the area", [Quantity(Decimal(2), denominator=Decimal(3))]),
    ("the 1,000th anniversary", [Quantity(Decimal(1000), unit="anniversary", ordinal=True)]),
    ("At 7:25 a.m. on Monday, July 9, 2018", [Moment(2018, 7, 9, weekday=0, hour=7, minute=25)]),
    ("On November 16 and 17, 2013", [Moment(2013, 11, 16, also=(Moment(2013, 11, 17),))]),
    ("on the afternoon of July 13, 2018", [Moment(2018, 7, 13, part="afternoon")]),
    ("9 August 2015", [Moment(2015, 8, 9)]),
    ("since June 2020", [Moment(2020, 6)]),
    ("It may in May rain", [Moment(month=5)]),
    ("Articles 67 and 69", [DocumentRef("Article 67", "provision"), DocumentRef("Article 69", "provision")]),
    ("Dispatch No. 17/CD-UBND of November 14, 2023",
     [DocumentRef("17/CD-UBND", "Official Telegram", Moment(2023, 11, 14))]),
    ("third-quarter briefing", [Period("quarter", index=3)]),
    ("round-the-clock", [Quantity(Decimal(24), unit="hour", denominator=Decimal(24))]),
    ("since 257 BC", [Moment(-257)]),
    ("call 1900 2115", []),
    ("the first half of November",
     [Quantity(Decimal(1), ordinal=True), Quantity(Decimal(1), denominator=Decimal(2)), Moment(month=11)]),
    ("the first half of 2025", [Period("half", index=1, year=2025)]),
    ("2 p.m.-5 p.m.", [Moment(hour=14), Moment(hour=17)]),
    ("1:30 to 5 p.m.", [Moment(hour=13, minute=30), Moment(hour=17)]),
    ("10:30 to 1 p.m.", [Moment(hour=10, minute=30), Moment(hour=13)]),
    ("a scale of 1:10,000", [Quantity(Decimal(1), denominator=Decimal(10000))]),
    ("one and a half times", [Quantity(Decimal("1.5"))]),
    ("in the seventh lunar month", [Moment(month=7, lunar=True)]),
    ("the 5th day of the 7th lunar month", [Moment(month=7, day=5, lunar=True)]),
    ("-0.4 degrees Celsius", [Quantity(Decimal("-0.4"), unit="degree Celsius")]),
    ("3 degrees below zero", [Quantity(Decimal(-3), unit="degree Celsius")]),
    ("13-15 degrees Celsius", [Quantity(Decimal(13), Decimal(15), unit="degree Celsius")]),
    ("in 1900 and 2115", [Moment(1900), Quantity(Decimal(2115))]),
    ("at 9:12:41 a.m.", [Moment(hour=9, minute=12), Quantity(Decimal(41), unit="second")]),
    ("around 2,000 B.C. or AD 40", [Moment(-2000), Moment(40)]),
    ("the third century BC", [Quantity(Decimal(3), unit="century BC", ordinal=True)]),
    ("Decree 100/2019 and Circular No. 07/2020",
     [DocumentRef("100/2019", "Decree"), DocumentRef("07/2020", "Circular")]),
    ("COVID-19, version 2.0, ISO 9001:2008, 4G, (029) 3878 116", []),
    ("one of the places", []),
    ("tried under Clause 2, not Clause 1, of Article 173.",
     [DocumentRef("Clause 2", "provision"), DocumentRef("Article 173, Clause 1", "provision")]),
    ("an 820-CV boat, by No. 12-CV/TU",
     [Quantity(Decimal(820), unit="horsepower"), DocumentRef("12-CV/TU")]),
    ("minus 0.6 at Mau Son and minus 1 there", [Quantity(Decimal("-0.6")), Quantity(Decimal(-1))]),
    ("8-6 there", [Quantity(Decimal(8)), Quantity(Decimal(6))]),
    ("the first and second quarters of 2025", [Period("quarter", index=1, count=2, year=2025)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), READ, ids=[r[0] for r in READ])
def test_read(text: str, values: list[Value]) -> None:
    assert [item.value for item in read_values(text)] == values


def _plain(value: Value) -> Value:
    """The value with what English cannot keep taken off: marks in codes."""
    if isinstance(value, DocumentRef) and value.kind != "provision":
        return DocumentRef(value.code.replace("Đ", "D").replace("đ", "d"), value.kind, value.date)
    return value


def _item(value: Value) -> Item:
    return Item((0, 0), "number", value)


WHOLE = st.integers(2, 10**9).map(Decimal)
ROUGH = st.decimals("0.1", "999.9", places=1)
UNITS = st.sampled_from([None, "VND", "USD", "percent", "percentage point", "hectare", "kilometer", "month", "ton"])
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
QUANTITIES = st.builds(Quantity, WHOLE | ROUGH, st.none(), UNITS)
MOMENTS = st.builds(
    lambda day, with_year, part: Moment(day.year if with_year else None, day.month, day.day, part=part),
    DAYS,
    st.booleans(),
    st.sampled_from([None, "morning", "afternoon", "evening"]),
)
TIMES = st.builds(
    lambda day, hour, minute: Moment(day.year, day.month, day.day, hour=hour, minute=minute or None),
    DAYS,
    st.integers(0, 23),
    st.integers(0, 59),
)
PERIODS = st.one_of(
    st.builds(lambda i, y: Period("quarter", index=i, year=y), st.integers(1, 4), st.integers(1950, 2099) | st.none()),
    st.builds(
        lambda n, y: Period("month", count=n, year=y, which="first"), st.integers(2, 11), st.integers(1950, 2099)
    ),
    st.builds(lambda y, n: Period("term", year=y, end_year=y + n), st.integers(1950, 2090), st.integers(1, 9)),
    st.builds(lambda y, n: Period("period", year=y, end_year=y + n), st.integers(1950, 2090), st.integers(1, 9)),
)


@settings(deadline=None)
@given(QUANTITIES | MOMENTS | TIMES | PERIODS)
def test_what_is_rendered_can_be_read(value: Value) -> None:
    written = render_value(_item(value), HOUSE)
    assert [item.value for item in read_values(written)] == [value], written


@settings(deadline=None)
@given(DAYS, DAYS)
def test_ranges_of_days_can_be_read(one: date, other: date) -> None:
    first_day, last_day = sorted((one, other))
    if first_day == last_day:
        return
    end = Moment(last_day.year, last_day.month, last_day.day)
    value = Moment(first_day.year, first_day.month, first_day.day, end=end)
    written = render_value(_item(value), HOUSE)
    assert [item.value for item in read_values(written)] == [value], written


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), UNITS)
def test_ranges_of_quantities_can_be_read(one: int, other: int, unit: str | None) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    value = Quantity(Decimal(low), Decimal(high), unit)
    written = render_value(_item(value), HOUSE)
    assert [item.value for item in read_values(written)] == [value], written


@settings(deadline=None)
@given(QUANTITIES | MOMENTS | PERIODS, st.sampled_from([
    Style(money="VND 4.5 billion"), Style(money="4.5 billion VND"), Style(money="4.5 billion dong"), Style(percent="%"),
    Style(percent="per cent"), Style(date_order="9 August"), Style(measures="sign"), Style(spelling="british"),
]))  # fmt: skip
def test_every_style_can_be_read(value: Value, style: Style) -> None:
    written = render_value(_item(value), style)
    if isinstance(value, Quantity) and value.unit in ("VND", "USD") and style.money == "4.5 billion dong":
        assert [item.value for item in read_values(written)] == [value], written
    if not (isinstance(value, Moment) and value.part):
        assert [item.value for item in read_values(written)] == [value], written


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    position = 0
    for item in read_values(text):
        assert position <= item.span[0] < item.span[1] <= len(text)
        position = item.span[1]


def test_names_have_no_values() -> None:
    from vnnews.item import Person

    with pytest.raises(TypeError):
        render_value(_item(Person("Nguyễn Văn A")), HOUSE)


def test_the_current_year_can_be_left_out() -> None:
    style = Style(omit_current_year=True)
    item = _item(Moment(2016, 8, 9))
    assert render_value(item, style, date(2016, 9, 1)) == "August 9"
    assert render_value(item, style, date(2017, 9, 1)) == "August 9, 2016"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thirteen hundred people", 1300),
        ("nineteen hundred and five people", 1905),
        ("a hundred and five people", 105),
        ("two hundred twenty five people", 225),
    ],
)
def test_hundreds_in_words_are_read(text: str, value: int) -> None:
    (item,) = read_values(text)
    assert isinstance(item.value, Quantity)
    assert item.value.low == value
