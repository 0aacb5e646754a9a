"""Rendering: articles and capitals by position, and the forms that count as right."""

from __future__ import annotations

import pytest

from vnnews.english import accepted, render
from vnnews.english.names import place_names, romanise
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.item import Item, Person, Phrase, Place
from vnnews.vietnamese import Context, recognise

STYLE = Style()


def test_article_and_capital_go_by_position() -> None:
    item = recognise("UBND cấp huyện", Context(Glossary.load()))[0]
    assert render(item, STYLE) == "district-level People's Committees"
    assert render(item, STYLE, sentence_start=True) == "District-level People's Committees"
    body = Item((0, 4), "institution", Phrase("UBND tỉnh", "Provincial People's Committee", article="the"))
    assert render(body, STYLE, with_article=True) == "the Provincial People's Committee"
    assert render(body, STYLE, with_article=True, sentence_start=True) == "The Provincial People's Committee"
    one = Item((0, 4), "term", Phrase("một cửa", "one-stop shop", article="a"))
    assert render(one, STYLE, with_article=True) == "a one-stop shop"


def test_names_keep_order_and_apostrophes() -> None:
    assert romanise("Nguyễn Văn Được") == "Nguyen Van Duoc"
    assert romanise("H’Yim Kđoh") == "H'Yim Kdoh"
    assert render(Item((0, 1), "person", Person("Đỗ Nhị Hà")), STYLE) == "Do Nhi Ha"
    assert render(Item((0, 1), "person", Person("Đỗ Nhị Hà", en="Do Nhi-Ha")), STYLE) == "Do Nhi-Ha"


def test_both_spellings_count() -> None:
    item = Item((0, 1), "institution", Phrase("Trung tâm", "Labor Center", ("Center for Labor",)))
    assert accepted(item, STYLE) == ("Labor Center", "Labour Centre", "Center for Labor", "Centre for Labour")


@pytest.mark.parametrize(
    ("vi", "english"),
    [
        ("Trưởng phòng Kiểm soát TTHC", "Head of the Administrative Procedure Control Division"),
        ("Trưởng phòng Văn hóa - Thông tin thành phố", "Head of the city's Division of Culture and Information"),
        ("Trưởng Ban Chỉ đạo 389 tỉnh Lạng Sơn", "Head of Lang Son's Steering Committee 389"),
        ("Chủ tịch UBND cấp xã", "Chairman of the commune-level People's Committee"),
        ("Chủ tịch UBND huyện", "Chairpersons of District People's Committees"),
        ("Phó Cục trưởng Cục Hàng không Việt Nam", "Deputy Director of the Civil Aviation Authority of Vietnam"),
    ],
)
def test_a_post_is_right_with_every_usual_name_of_its_body(vi: str, english: str) -> None:
    (item,) = recognise(vi, Context(Glossary.load()))
    assert english.casefold() in {form.casefold() for form in accepted(item, STYLE)}


def test_a_place_without_and_with_unit() -> None:
    assert render(Item((0, 1), "place", Place("Hồ Chí Minh", "thành phố")), STYLE) == "Ho Chi Minh City"
    assert render(Item((0, 1), "place", Place("Phan Rang - Tháp Chàm", "thành phố")), STYLE) == (
        "Phan Rang - Thap Cham city"
    )
    assert "Phan Rang-Thap Cham" in place_names("Phan Rang - Tháp Chàm")
    assert accepted(Item((0, 1), "place", Place("3", "phường")), STYLE)[0] == "Ward 3"


def test_the_house_style_sets_spelling_country_capital_and_comrade() -> None:
    style = Style(spelling="british", country="Viet Nam", capital="Ha Noi", comrade="Comrade")
    center = Item((0, 1), "institution", Phrase("Trung tâm", "Vietnam Labor Center"))
    assert render(center, style) == "Viet Nam Labour Centre"
    assert render(Item((0, 1), "place", Place("Hà Nội")), style) == "Ha Noi"
    assert render(Item((0, 1), "honorific", Phrase("đồng chí", "", ("Comrade",))), style) == "Comrade"
    assert render(Item((0, 1), "honorific", Phrase("ông", "Mr.", ("Mr",))), style) == "Mr."
