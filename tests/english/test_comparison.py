"""Values compared between Vietnamese and English by meaning: what is said, what is missing, what is extra."""

from __future__ import annotations

import pytest

from vnnews.english.comparison import Comparison, unmatched
from vnnews.english.style import Style
from vnnews.english.values import read_values
from vnnews.vietnamese.values import find

SAME = [
    ("1.846 hồ sơ", "1,846 dossiers"),
    ("có ba xã", "three communes"),
    ("trên 97%", "over 97 per cent"),
    ("sáng 9/8", "on the morning of August 9"),
    ("6 tháng đầu năm", "the first half of the year"),
    ("nửa đầu năm 2015", "the first six months of 2015"),
    ("tại 9/9 huyện", "all nine districts"),
    ("trong 9/9 huyện", "in nine districts"),
    ("42/145 xã", "145 communes, of which 42"),
    ("giảm 5-10%", "from 5 percent to 10 percent"),
    ("từ 10 đến 25 máy", "between 10 and 25 computers"),
    ("7 giờ ngày 2/9", "on September 2 at 7 a.m."),
    ("9.870 tỷ đồng", "VND9,870 billion"),
    ("9.870 tỷ đồng", "9.87 trillion dong"),
    ("tăng gấp 3 lần", "tripled"),
    ("hai bên", "both sides"),
    ("kỷ niệm 70 năm", "70th anniversary"),
    ("52 tạ/ha", "5.2 tons per hectare"),
    ("Quốc hội khóa XV", "the 15th National Assembly"),
    ("Nghị quyết số 36a/NQ-CP", "Resolution 36a/NQ-CP"),
    ("khoản 4 Điều 9", "Clause 4 is added to Article 9"),
    ("trong 1 năm", "in a year"),
    ("so với cùng kỳ", "year on year"),
    ("100% số xã", "all communes"),
    ("Nghị quyết 68", "Resolution No. 68"),
    ("mỗi giờ đi được 20-25km", "at 20-25 km per hour"),
    ("điểm a, b khoản 1 Điều 7", "Points a and b, Clause 1, Article 7"),
    ("1/10 người dân", "one in 10 people"),
    ("đạt 45/100", "45 percent"),
    ("mỗi 1 ha", "each hectare"),
    ("âm 3 độ C", "3 degrees below zero"),
    ("nửa đêm 12/4", "at midnight on April 12"),
    ("treo từ 8 đến 10 giờ sáng", "between 8 and 10 a.m."),
    ("ngày 28 Tết", "on the 28th of the lunar month"),
    ("suất 0 đồng", "a free meal"),
    ("dưới âm 1 độ", "below minus 1"),
    ("quý I, II và III năm 2024", "the first three quarters of 2024"),
    ("quý I và II", "the first two quarters"),
    ("quý III - IV/2026", "the third or fourth quarter of 2026"),
    ("tháng Giêng đến tháng Tư", "from about the first to the fourth lunar month"),
    ("âm 0,6 độ C", "minus 0.6"),
    ("rằm và 30 âm lịch", "at the full and new moons"),
    ("quý I, II năm 2025", "in the first quarter and the second quarter of 2025"),
    ("142.000/231.000 ha", "142,000 of 231,000 hectares"),
    ("ngày 5 và 20 hằng tháng", "on the 5th and 20th of each month"),
]

WRONG = [
    ("1.846 hồ sơ", "1,864 dossiers", ["1.846"], ["1,864"]),
    ("4,5 tỷ đồng", "VND4.5 million", ["4,5 tỷ đồng"], ["VND4.5 million"]),
    ("1.845 tỷ đồng", "VND1.845 billion", ["1.845 tỷ đồng"], ["VND1.845 billion"]),
    ("tăng 21 điểm phần trăm", "up 21 percent", ["21 điểm phần trăm"], ["21 percent"]),
    ("ngày 9/8", "on September 8", ["ngày 9/8"], ["September 8"]),
    ("quý I/2024", "the second quarter of 2024", ["quý I/2024"], ["the second quarter of 2024"]),
    ("15 phút", "15 hours", ["15 phút"], ["15 hours"]),
    ("120 ha", "120 square meters", ["120 ha"], ["120 square meters"]),
    ("Nghị quyết 57-NQ/TW", "Resolution No. 75-NQ/TW", ["Nghị quyết 57-NQ/TW"], ["Resolution No. 75-NQ/TW"]),
    (
        "điểm đ khoản 2 Điều 5",
        "Point d, Clause 2, Article 5",
        ["điểm đ khoản 2 Điều 5"],
        ["Point d, Clause 2, Article 5"],
    ),
    ("60 km/giờ", "60 km", ["60 km/giờ"], ["60 km"]),
    ("mỗi giờ đi 20km", "at 25 km per hour", ["20km"], ["25 km per hour"]),
    (
        "10 đến 15 tháng Giêng",
        "the 10th to the 16th day of the first lunar month",
        ["10 đến 15 tháng Giêng"],
        ["the 10th to the 16th day of the first lunar month"],
    ),
    ("âm 3 độ C", "3 degrees Celsius", ["âm 3 độ C"], ["3 degrees Celsius"]),
    ("âm 3 độ C", "3 there", ["âm 3 độ C"], ["3"]),
    ("quý I, II năm 2025", "the first and third quarters of 2025", ["quý I, II năm 2025"], ["third quarters of 2025"]),
    ("3 giờ chiều", "3 a.m.", ["3 giờ chiều"], ["3 a.m."]),
    ("có 12 xã", "there are communes", ["12"], []),
    ("có nhiều xã", "there are 12 communes", [], ["12"]),
]


def compare(vietnamese: str, english: str) -> Comparison:
    return unmatched(find(vietnamese), read_values(english), english, Style())


@pytest.mark.parametrize(("vietnamese", "english"), SAME, ids=[f"{v} = {e}" for v, e in SAME])
def test_said_another_way(vietnamese: str, english: str) -> None:
    assert find(vietnamese)
    assert compare(vietnamese, english) == Comparison((), ())


@pytest.mark.parametrize(("vietnamese", "english", "missing", "extra"), WRONG, ids=[w[0] for w in WRONG])
def test_said_wrongly(vietnamese: str, english: str, missing: list[str], extra: list[str]) -> None:
    comparison = compare(vietnamese, english)
    assert [vietnamese[slice(*item.span)] for item in comparison.missing] == missing
    assert [english[slice(*item.span)] for item in comparison.extra] == extra
