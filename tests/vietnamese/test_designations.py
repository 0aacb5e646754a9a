"""Names with figures and foreign names stay as they are written; what has an English of its own is no such name."""

from __future__ import annotations

import pytest

from vnnews.english import Style, render
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.designations import find, is_foreign_word

CONTEXT = Context(Glossary.load())


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("phủ sóng 4G toàn xã", "4G"),
        ("mỗi trạm 5G mới", "5G"),
        ("đạt TCVN ISO 9001:2015 từ năm ngoái", "TCVN ISO 9001:2015"),
        ("theo QCVN 14-MT:2015/BTNMT", "QCVN 14-MT:2015/BTNMT"),
        ("chuyển sang IPv6", "IPv6"),
        ("trồng lúa ST25 trên đất tôm", "ST25"),
        ("phát hiện cúm A/H5N1", "A/H5N1"),
        ("dịch Covid-19 lắng xuống", "COVID-19"),
        ("dương tính với SARS-CoV-2, đều là F1", "SARS-CoV-2"),
        ("đội U19 tỉnh", "U19"),
        ("lớp 7A2 đi học", "7A2"),
        ("tàu BV-90321TS gặp nạn", "BV-90321TS"),
        ("điện thoại 0272.3821.456", "0272.3821.456"),
        ("gọi 1900 8098 để hỏi", "1900 8098"),
        ("Kiến trúc phiên bản 3.0", "3.0"),
        ("đạt chuẩn Global Standard Certificate", "Global Standard Certificate"),
        ("dùng phần mềm HPS Egate Platform 3.1; cổng dữ liệu", "Egate Platform 3.1"),
        ("tiếp đoàn Campuchia Prak Sokhonn", "Prak Sokhonn"),
        ("Ngoại trưởng Italy Marco Bellini Rossi nói", "Marco Bellini Rossi"),
    ],
)
def test_a_designation_is_rendered_as_written(text: str, english: str) -> None:
    assert english in [render(item, Style()) for item in recognise(text, CONTEXT)]


@pytest.mark.parametrize(
    "text",
    [
        "lúc 7H30", "nặng 50KG", "Quyết định 1605/QĐ-TTg", "Kế hoạch 12-KH/TU", "T1/2024", "QL1A", "dài 12 km",
        "ở Q1 và P3", "Hà Nội, Nam Định", "Ha Noi", "Ban An Ninh", "xem www.b2b.vn", "a1@b2.vn",
        "hãng Sunrise High-Tech",
    ],
)  # fmt: skip
def test_what_has_an_english_of_its_own_is_no_designation(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize(("word", "foreign"), [("Alliance", True), ("Store", True), ("Thanh", False), ("Hoang", False)])
def test_foreign_words_are_known_by_what_no_syllable_has(word: str, foreign: bool) -> None:
    assert is_foreign_word(word) is foreign
