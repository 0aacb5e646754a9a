"""Bodies and posts: how level, place, field and stacking come out in English."""

from __future__ import annotations

import pytest

from vnnews.english import accepted, render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.glossary.term import Term
from vnnews.item import Item, Phrase
from vnnews.vietnamese import Context, recognise

STYLE = Style()


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(Glossary.load())


def only(text: str, context: Context) -> Item:
    """The one Item that covers the whole of `text`."""
    items = recognise(text, context)
    assert [item.span for item in items] == [(0, len(text))], items
    return items[0]


BODIES = [
    ("UBND tỉnh", "Provincial People's Committee"),
    ("Ủy ban nhân dân tỉnh Long An", "Long An Provincial People's Committee"),
    ("Uỷ ban nhân dân huyện Tân Trụ", "Tan Tru District People's Committee"),
    ("UBND TP Tân An", "Tan An City People's Committee"),
    ("UBND thành phố Hồ Chí Minh", "Ho Chi Minh City People's Committee"),
    ("UBND phường 3", "Ward 3 People's Committee"),
    ("UBND xã Bình Hòa", "Binh Hoa Commune People's Committee"),
    ("UBND cấp huyện", "district-level People's Committees"),
    ("UBND các huyện, thành, thị", "People's Committees of districts, cities and towns"),
    ("UBND các huyện Trà Cú, Cầu Ngang và Tiểu Cần", "People's Committees of Tra Cu, Cau Ngang and Tieu Can districts"),
    ("Hội Người mù huyện", "District Association of the Blind"),
    ("Hội Người mù huyện Tân Trụ", "Tan Tru District Association of the Blind"),
    ("Hội Người cao tuổi xã", "Commune Association of the Elderly"),
    ("Huyện ủy, HĐND, UBND huyện", "District Party Committee, People's Council and People's Committee"),
    ("HĐND và UBND tỉnh Hậu Giang", "Hau Giang Provincial People's Council and People's Committee"),
    (
        "Văn phòng HĐND và UBND huyện Đam Rông",
        "Office of the Dam Rong District People's Council and People's Committee",
    ),
    ("Tỉnh ủy Long An", "Long An Provincial Party Committee"),
    ("Ban Thường vụ Tỉnh ủy", "Standing Board of the Provincial Party Committee"),
    ("Thường trực HĐND tỉnh", "Standing Committee of the Provincial People's Council"),
    ("Ban Pháp chế HĐND tỉnh", "Legal Committee of the Provincial People's Council"),
    ("Sở TT&TT tỉnh Kiên Giang", "Kien Giang DoIC"),
    ("Sở Y tế Hà Tĩnh", "Ha Tinh Department of Health"),
    ("Sở Thông tin và Truyền thông thành phố Cần Thơ", "Can Tho City Department of Information and Communications"),
    ("Thanh tra Sở Y tế", "Inspectorate of the Department of Health"),
    ("Phòng Văn hóa và Thông tin huyện Sơn Dương", "Division of Culture and Information of Son Duong district"),
    ("Chi cục Thi hành án dân sự huyện Mai Sơn", "Mai Son District Civil Judgment Enforcement Sub-Department"),
    ("Trung tâm Y tế huyện Tân Lạc", "Tan Lac District Medical Center"),
    ("Ban Chỉ đạo ứng dụng CNTT tỉnh Bến Tre", "Ben Tre Provincial Steering Committee for IT Application"),
    ("Ban Chỉ đạo 389 tỉnh Lạng Sơn", "Lang Son Provincial Steering Committee 389"),
    ("Viễn thông Lào Cai", "VNPT Lao Cai"),
    ("UBND xã, phường, thị trấn", "People's Committees of communes, wards and townships"),
    ("UBND các huyện, thành, thi", "People's Committees of districts, cities and towns"),
    ("UBND quận, huyện", "People's Committees of urban and rural districts"),
    ("Ban Dân tộc HĐND tỉnh", "Ethnic Affairs Committee of the Provincial People's Council"),
    ("Bệnh viện Nhi đồng 1", "Children's Hospital 1"),
    ("Trường TH&THCS Tân Lập", "Tan Lap Primary and Lower Secondary School"),
    ("Trung tâm CNTT-TT", "Information and Communications Technology Center"),
    ("phòng Văn hóa thông tin huyện", "District Division of Culture and Information"),
    ("Công ty CP Nông nghiệp Hùng Nhơn", "Hung Nhon Agricultural Joint Stock Company"),
    ("Công ty TNHH MTV Thủy lợi Long An", "Long An Irrigation One-Member Limited Liability Company"),
    ("Công ty Cổ phần Xây dựng số 1", "Construction Joint Stock Company No. 1"),
    ("Công ty CP Cấp nước Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau Water Supply Joint Stock Company"),
    ("HTX Rau an toàn Phước Hiệp", "Phuoc Hiep Safe Vegetable Cooperative"),
    ("Trường THCS Chiềng Ly", "Chieng Ly Lower Secondary School"),
    ("Trường Đại học Cần Thơ", "Can Tho University"),
    (
        "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh",
        "Provincial Steering Committee for Prevention and Control of Corruption, Wastefulness and Negative Practices",
    ),
    (
        "Ban Chỉ đạo phòng chống buôn lậu và hàng giả tỉnh Long An",
        "Long An Provincial Steering Committee for Prevention and Control of Smuggling and Counterfeit Goods",
    ),
    (
        "Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh",
        "Provincial Inter-Agency Steering Committee for Food Safety",
    ),
    (
        "Ban Chỉ đạo phòng, chống AIDS và phòng, chống tệ nạn mại dâm huyện Tân Trụ",
        "Tan Tru District Steering Committee for Prevention and Control of AIDS and Prostitution",
    ),
]


@pytest.mark.parametrize(("vi", "en"), BODIES)
def test_a_body_is_rendered_with_its_level_and_place(vi: str, en: str, context: Context) -> None:
    item = only(vi, context)
    assert item.kind == "institution"
    assert render(item, STYLE) == en


POSTS = [
    ("Phó Cục trưởng Cục Hàng không Việt Nam", "Deputy Director of the Civil Aviation Authority of Vietnam"),
    ("Phó Chính ủy Quân khu 9", "Deputy Political Commissar of Military Region 9"),
    ("Nguyên Chủ tịch nước", "former State President"),
    ("Trưởng Ban Tổ chức Trung ương", "Head of the Party Central Committee's Organization Commission"),
    ("Chủ tịch UBND tỉnh", "Chairman of the Provincial People's Committee"),
    (
        "Phó Chủ tịch Thường trực UBND huyện Tân Trụ",
        "Permanent Vice Chairman of the Tan Tru District People's Committee",
    ),
    ("nguyên Chủ tịch UBND xã", "former Chairman of the Commune People's Committee"),
    ("quyền Giám đốc Sở Y tế", "Acting Director of the Department of Health"),
    ("Bộ trưởng Bộ Tư pháp", "Minister of Justice"),
    ("Thứ trưởng Bộ Y tế", "Deputy Minister of Health"),
    ("Phó Trưởng phòng Nội vụ", "Deputy Head of the Division of Home Affairs"),
    ("Chánh Văn phòng UBND tỉnh", "Chief of the Office of the Provincial People's Committee"),
    ("Chánh Thanh tra Sở Y tế", "Chief Inspector of the Department of Health"),
    ("Ủy viên Ban Thường vụ Tỉnh ủy", "member of the Standing Board of the Provincial Party Committee"),
    ("Trưởng Ban Tổ chức Tỉnh ủy", "Head of the Organization Commission of the Provincial Party Committee"),
    ("đại biểu HĐND tỉnh", "deputy to the Provincial People's Council"),
    ("Ủy viên Thường trực Ủy ban Kinh tế", "Standing member of the Economic Affairs Committee"),
    ("Ủy viên Thường trực HĐND tỉnh", "member of the Standing Committee of the Provincial People's Council"),
]


@pytest.mark.parametrize(("vi", "en"), POSTS)
def test_a_post_is_rendered_with_its_body(vi: str, en: str, context: Context) -> None:
    item = only(vi, context)
    assert item.kind == "title"
    assert en in accepted(item, STYLE)
    assert render(item, STYLE) == en


def test_stacked_posts_and_their_holder_are_items_of_their_own(context: Context) -> None:
    text = "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Nguyễn Văn An phát biểu"
    found = [(item.kind, text[slice(*item.span)]) for item in recognise(text, context)]
    assert found == [
        ("title", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("title", "Phó Chủ tịch UBND tỉnh"),
        ("person", "Nguyễn Văn An"),
    ]


def test_posts_named_in_a_row_after_several_comrades_are_one_each(context: Context) -> None:
    text = "các đồng chí Phó Bí thư Tỉnh ủy và Chủ tịch HĐND tỉnh; các Phó Bí thư Tỉnh ủy"
    titles = [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"]
    assert titles == [
        "Deputy Secretary of the Provincial Party Committee",
        "Chairman of the Provincial People's Council",
        "Deputy Secretaries of the Provincial Party Committee",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chủ tịch UBND xã Hoàng Thị Bích Loan", "Chairwoman of the Commune People's Committee"),
        ("Bà Lâm Ánh Hoa, Chủ tịch UBND xã", "Chairwoman of the Commune People's Committee"),
        ("Ông Lâm Ánh Hoa, Chủ tịch UBND xã", "Chairman of the Commune People's Committee"),
        ("Bí thư Đảng ủy, Chủ tịch HĐND xã Trần Thị Lụa", "Chairwoman of the Commune People's Council"),
        ("Chủ tịch Quốc hội Trần Thị Lụa", "National Assembly Chairwoman"),
        ("Chủ tịch Quốc hội Trần Văn Lụa", "National Assembly Chairman"),
    ],
)
def test_the_holder_settles_chairman_or_chairwoman(text: str, title: str, context: Context) -> None:
    titles = [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"]
    assert titles[-1] == title


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        (
            "Chủ tịch UBND xã Tam Thanh Đỗ Nhị Hà kể",
            "Chairman of the Tam Thanh Commune People's Committee",
            "Do Nhi Ha",
        ),
        ("Phó Giám đốc Sở Bùi Văn Khánh nói", "Deputy Director of the Department", "Bui Van Khanh"),
        (
            "Phó Chủ tịch UBND huyện Phan Văn Thuấn nói",
            "Vice Chairman of the District People's Committee",
            "Phan Van Thuan",
        ),
        ("Giám đốc Bưu điện tỉnh Hà Công Trường nói", "Director of the provincial Post Office", "Ha Cong Truong"),
    ],
)
def test_a_name_after_a_post_is_not_taken_for_its_place(text: str, body: str, name: str, context: Context) -> None:
    title, person = (render(item, STYLE) for item in recognise(text, context)[:2])
    assert (title, person) == (body, name)


@pytest.mark.parametrize(
    "text",
    [
        "các bộ xây dựng chương trình hành động",
        "Viện Nghiên cứu phát triển kinh tế xanh họp",
        "Trung tâm Giám sát môi trường đặc biệt họp",
        "ban ngày, hội thảo và vụ mùa",
        "cán bộ và nhân dân huyện đoàn kết vượt khó",
        "vận động người có công giúp công, người có của giúp của",
        "hội chợ Viễn thông Đồng bằng sông Cửu Long",
    ],
)
def test_a_body_that_is_not_fully_known_is_no_item(text: str, context: Context) -> None:
    assert [item for item in recognise(text, context) if item.kind == "institution"] == []


def test_a_house_layer_overrides_the_shipped_head() -> None:
    house = Term("Sở TT&TT", "Information Department", kind="organisation", layer="house")
    context = Context(Glossary.from_terms([house]))
    assert render(recognise("Sở TT&TT", context)[0], STYLE) == "Information Department"
    assert render(recognise("Sở TT&TT Long An", context)[0], STYLE) == "Long An Information Department"


def test_every_form_of_a_phrase_differs_from_the_preferred_one(context: Context) -> None:
    value = recognise("Phó Chủ tịch UBND huyện Tân Trụ", context)[0].value
    assert isinstance(value, Phrase)
    assert value.preferred not in value.accepted
    assert "Tan Tru District People's Committee Vice Chairman" in value.accepted
    assert value.place is not None and value.place.name == "Tân Trụ"
