"""Recognise: order, overlap, and that spans are of the text as given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.english import accepted, render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise

STYLE = Style()
GLOSSARY = Glossary.load()
CONTEXT = Context(GLOSSARY)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "tune.tsv"

PIECES = [
    "Chủ tịch", "Phó", "UBND", "tỉnh", "huyện", "Long An", "Tân Trụ", "Nguyễn Văn A", "bà", "Sở", "Y tế", "và", ",",
    "các", "Trưởng", "phòng", "Ban", "Chỉ đạo", "5", "ngày 5/6/2019", "\n", "–", ":", "H'Yim", "TP.", "Thường trực",
    "Quyết định số 5/QĐ-TTg", "Văn phòng", "nguyên", "cấp", "Đảng ủy", "\u0301", "…", "ông", "của",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60))
def test_items_are_sorted_lie_apart_and_can_all_be_rendered(text: str) -> None:
    items = recognise(text, CONTEXT)
    ends = [0, *(item.span[1] for item in items)]
    assert all(end <= item.span[0] < item.span[1] for end, item in zip(ends, items, strict=False))
    assert ends[-1] <= len(text)
    for item in items:
        forms = accepted(item, STYLE)
        assert render(item, STYLE) in (*forms, "") and forms


def test_all_kinds_stand_side_by_side() -> None:
    text = (
        "Ngày 12/5/2019, bà Trần Thị Lụa, Phó Giám đốc Sở Y tế tỉnh Long An, cho biết Quyết định số 45/2016/QĐ-TTg"
        " giúp 85% thủ tục hành chính ở huyện Tân Trụ giảm 1,5 tỷ đồng trong quý I/2019."
    )
    kinds = {item.kind for item in recognise(text, CONTEXT)}
    assert {"date", "honorific", "person", "title", "document", "percent", "term", "place", "money", "period"} <= kinds


def test_the_longer_item_wins() -> None:
    text = "Phó Chủ tịch UBND huyện Tân Trụ"
    assert [item.span for item in recognise(text, CONTEXT)] == [(0, len(text))]


def test_a_unit_word_inside_a_longer_term_leaves_the_name() -> None:
    text = "cổng thông tin điện tử tỉnh Bạc Liêu"
    assert [text[slice(*item.span)] for item in recognise(text, CONTEXT)][-1].endswith("Bạc Liêu")


def test_the_day_of_the_article_chooses_the_entry() -> None:
    day = Context(GLOSSARY, published=date(2018, 5, 1))
    assert render(recognise("Sở Thông tin và Truyền thông", day)[0], STYLE) == (
        "Department of Information and Communications"
    )


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
def test_people_and_places_of_the_corpus_stand_in_its_english() -> None:
    good = total = 0
    for line in CORPUS.read_text(encoding="utf-8").splitlines()[1:1500]:
        _, _, vi, en = line.split("\t")
        for item in recognise(vi, CONTEXT):
            if item.kind in ("person", "place"):
                total += 1
                good += any(form.casefold() in en.casefold() for form in accepted(item, STYLE))
    assert total > 700
    assert good / total > 0.98


@pytest.mark.parametrize(
    ("text", "english"),
    [("các nông dân", "farmers"), ("12 nông dân", "farmers"), ("một nông dân", "farmer"), ("1 nông dân", "farmer")],
)
def test_a_common_noun_is_plural_after_a_word_that_counts(text: str, english: str) -> None:
    assert render(recognise(text, CONTEXT)[-1], STYLE) == english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các huyện, thành, thị trong cụm", ["districts, cities and towns"]),
        ("các quận, huyện, thị xã", ["urban districts, rural districts and towns"]),
        ("với 5 thôn, làng", ["five", "villages"]),
        ("các huyện Trà Cú, Cầu Ngang", ["Tra Cu", "Cau Ngang"]),
        ("đến dự có đồng chí Bí thư Huyện ủy", ["", "Secretary of the District Party Committee"]),
        ("các đồng chí Phó Chủ tịch UBND tỉnh", ["Vice Chairmen of the Provincial People's Committee"]),
        ("tiếp Thủ tướng Campuchia Hun Manet", ["Prime Minister", "Cambodia", "Hun Manet"]),
        ("gặp Chủ tịch Trung Quốc Tập Cận Bình", ["China", "Xi Jinping"]),
        ("Tổng thống Nga Vladimir Putin", ["President", "Russia", "Vladimir Putin"]),
        ("cài hệ thống HCM Egov Office 2.0;", ["Egov Office 2.0"]),
        ("Hợp tác xã Nông nghiệp kiểu mới", []),
        ("tại trụ sở Công an phường", ["Ward Police"]),
        ("KT. CHỦ TỊCH\nNGUYỄN VĂN HÙNG", ["Nguyen Van Hung"]),
        ("PHẠM NHÂN VƯỢT NGỤC", []),
    ],
)
def test_how_the_press_writes(text: str, expected: list[str]) -> None:
    found = [render(item, Style()) for item in recognise(text, CONTEXT)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các xã biên giới", ["People's Committees of border communes"]),
        ("HĐND các xã, phường ven biển", ["People's Councils of coastal communes and wards"]),
        ("rằm tháng Bảy", ["the 15th day of the seventh lunar month"]),
        ("chùa dựng thế kỷ 16-17", ["16th and 17th centuries"]),
        ("thế kỷ XVIII - XIX", ["18th and 19th centuries"]),
        ("ba phần tư dân số", ["three-quarters"]),
        ("rút ngắn từ 1/3 đến 1/2 thời gian", ["one-third", "half"]),
        ("gọi tổng đài 1022", ["1022"]),
        ("mã số thuế 1100987654", ["1100987654"]),
        ("trong 02 ngày 12 và 13/9/2019", ["September 12 and 13, 2019"]),
        ("từ đêm 15/10 đến ngày 18/10", ["the night of October 15 to October 18"]),
        ("đêm 30 Tết bắn pháo hoa", ["Lunar New Year's Eve"]),
        ("ở ấp Đại Chí", ["Dai Chi hamlet"]),
        ("Thông tư 07/2020 quy định", ["Circular No. 07/2020"]),
        ("TP Tư pháp họp, TP Vinh họp", ["Vinh city"]),
        ("dọc sông Phó Đáy", ["Pho Day river"]),
        ("tại bộ phận một cửa", ["one-stop shop"]),
        ("tiếp xúc cử tri", ["voter"]),
        ("CHỦ TỊCH UBND TỈNH LÝ VĂN SƠN TIẾP DÂN", ["Chairman of the Provincial People's Committee", "Ly Van Son"]),
        (
            "BÍ THƯ HUYỆN ỦY TRẦN THỊ NGỌC LAN THĂM CHÙA",
            ["Secretary of the District Party Committee", "Tran Thi Ngoc Lan"],
        ),
        (
            "CHỦ TỊCH UBND TỈNH LÝ LUẬN CHÍNH TRỊ",
            ["Chairman of the Provincial People's Committee", "political theory"],
        ),
        ("Họp thứ Hai, ngày 12/5, xã", ["Monday, May 12"]),
        ("Cuộc họp thứ Ba, ngày 13/5/2025", ["Tuesday, May 13, 2025"]),
        ("tại phiên họp thứ Hai, ngày 13/5/2025", ["second", "May 13, 2025"]),
        ("tại phiên họp thứ Hai, ngày 12/5/2025", ["Monday, May 12, 2025"]),
        ("Phiên họp thứ Hai, ngày 12/5", ["second", "May 12"]),
        ("Chùa có từ thế kỷ III trước Công nguyên", ["third century BC"]),
        ("thế kỷ II - I TCN", ["second to first centuries BC"]),
        ("năm 257 TCN", ["257 BC"]),
        ("khoảng 2.000 năm TCN", ["2000 BC"]),
        ("các năm 257-208 trước Công nguyên", ["257 BC to 208 BC"]),
        ("năm 40 sau Công nguyên", ["AD 40"]),
        ("Trưởng thôn Tân Lập Nguyễn Văn An nói", ["head of Tan Lap village", "Nguyen Van An"]),
        ("ông Lò Văn Hặc, trưởng bản Nà Tông.", ["Mr.", "Lo Van Hac", "head of Na Tong village"]),
        ("Trưởng ấp 3 họp", ["head of Hamlet 3"]),
        ("Ông Hồ Văn Pỉnh, Trưởng bản Cù Bai, nhận", ["Mr.", "Ho Van Pinh", "head of Cu Bai village"]),
        ("Trưởng thôn Nguyễn Văn Cư nói", ["village head", "Nguyen Van Cu"]),
        ("lúc 2:19 CH ngày 27/3/2024", ["2:19 p.m. on March 27, 2024"]),
        ("đăng 8:33 SA", ["8:33 a.m."]),
        ("TT 07/2020 và NĐ 15/2020", ["Circular No. 07/2020", "Decree No. 15/2020"]),
        ("[1]. Tuyệt đối cấm", ["1"]),
        ("Việc này gồm: (1) đo; (2) vẽ", ["1", "2"]),
        ("Sở chủ trì. 2. Giao huyện", ["2"]),
        ("cầu Rạch Miễu 2 thông xe", ["Rach Mieu 2 bridge"]),
        ("tàu Trường Sa 04 rời cảng", ["Truong Sa", "4"]),
        ("tại Nghĩa trang Liệt sĩ Quốc gia Đường 9", ["Road 9 national martyrs' cemetery"]),
        ("Nghĩa trang liệt sĩ tỉnh", ["martyrs' cemetery"]),
        ("Đại hội TDTT toàn quốc và Đại hội Thể dục thể thao huyện", ["National Sports Games", "Sports Games"]),
        (
            "Huân chương Kháng chiến chống Mỹ, cứu nước hạng Nhất",
            ["Resistance War Order against the US for National Salvation", "first"],
        ),
        ("vượt chỉ tiêu pháp lệnh; Ảnh tư liệu; bức ảnh tư liệu", ["File photo"]),
        ("HĐXX tuyên phạt; báo cáo ĐTM", ["trial panel", "environmental impact assessment"]),
        ("người Việt Nam ở nước ngoài", ["overseas Vietnamese"]),
        (
            "nợ BHXH; cơ quan BHXH; xác nhận của BHXH",
            ["social insurance", "social insurance", "Social Insurance Agency"],
        ),
        ("Công ty TNHH V.S và Công ty TNHH Giấy Tam Liễu", ["V.S Company Limited", "Tam Lieu Paper Company Limited"]),
    ],
)
def test_what_news_says_in_its_own_way(text: str, expected: list[str]) -> None:
    assert [render(item, Style()) for item in recognise(text, CONTEXT)] == expected
