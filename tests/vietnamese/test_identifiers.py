"""Identifiers: numbers of boats, vehicles, telephones, accounts and papers stay as they are written."""

from __future__ import annotations

import pytest

from vnnews.english import render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.identifiers import find

CONTEXT = Context(Glossary.load())


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Tàu cá QNg 90477 TS của ngư dân", "QNg 90477 TS"),
        ("tàu QNg-90477-TS cùng năm người", "QNg-90477-TS"),
        ("tàu BĐ 96388 TS vào bờ", "BD 96388 TS"),
        ("tàu KH 97 123 TS", "KH 97 123 TS"),
        ("tàu CSB 8001 làm nhiệm vụ", "CSB 8001"),
        ("biển kiểm soát 36A-123.45 va chạm", "36A-123.45"),
        ("xe máy 29-G1 567.89 và", "29-G1 567.89"),
        ("mang BKS 30A 12345, chở", "30A 12345"),
        ("rơ moóc 15R-056.78.", "15R-056.78"),
        ("gọi +84 913 456 789 để", "+84 913 456 789"),
        ("liên hệ 0237 3852 246 để", "0237 3852 246"),
        ("Số tài khoản 3713.0.1089 tại Kho bạc", "3713.0.1089"),
        ("tài khoản: 1020 1000 2345 678 tại", "1020 1000 2345 678"),
        ("mã số thuế 2800123456-001; ", "2800123456-001"),
        ("mã bưu chính 460000", "460000"),
        ("CCCD số 038085001234", "038085001234"),
        ("CMND 171234567 cấp tại", "171234567"),
        ("nhà ga hành khách T2 khởi công", "T2"),
        ("tại tọa độ 21°01'30\"N, cách bờ", "21°01'30\"N"),
        ("tọa độ 16°45'B - ", "16°45'N"),
        ("kinh độ 112°18'Đ,", "112°18'E"),
        ("lớp trung cấp K14; lớp K14 học", "K14"),
        ("gói thầu 5.10 đến hết", "5.10"),
        ("thay bản 1.0 ban hành", "1.0"),
        ("song song IPv4/IPv6 từ", "IPv4/IPv6"),
        ("ngôi nhà số 12A/3 đường Trần Phú", "12A/3"),
        ("hẻm 245/19/7 đường Nguyễn Trãi", "245/19/7"),
        ("học sinh lớp 9/3 Trường", "9/3"),
        ("gọi tổng đài 1900.xx.09 (24/24h)", "1900.xx.09"),
        ("đường dây nóng 0220.38xx.xxx.", "0220.38xx.xxx"),
        ("ĐT: 0207.xxx.0113./.", "0207.xxx.0113"),
        ("điện thoại (053) 3880.xxx.", "(053) 3880.xxx"),
        ("SĐT 0918***246 để", "0918***246"),
        ("xe khách BKS 47V-03.8xx do", "47V-03.8xx"),
        ("tàu cá BĐ 97xxx TS và", "BD 97xxx TS"),
        ("gọi 0257.3.xxx.114.", "0257.3.xxx.114"),
        ("đoạn Km78+300 - Km79+100 bị", "Km 78+300"),
        ("tại Km 798+400 Quốc lộ 14", "Km 798+400"),
        ("ô nhiễm kênh T3 hết", "T3"),
        ("vốn Chương trình 30a.", "30a"),
        ("theo Nghị quyết 30a của", "30a"),
        ("các huyện 30a trong tỉnh", "30a"),
        ("lúa thường (giống IR 50404) tại", "IR 50404"),
        ("gạo ST 25 xuất khẩu", "ST 25"),
    ],
)
def test_an_identifier_stays_as_written(text: str, english: str) -> None:
    assert english in [render(item, Style()) for item in recognise(text, CONTEXT) if item.kind == "term"]


@pytest.mark.parametrize(
    "text",
    [
        "ở km 78 + 3 km", "tài khoản có 5 tỷ đồng", "xe 16 chỗ chở 30 khách", "QN 12 345 tỷ đồng", "hộ chiếu 10 năm",
        "mỗi hộ 2.000.000 đồng", "năm 2021-2025", "ngày 12.5.2020", "xe 30 tấn",
        "thế kỷ xx", "sản lượng lúa ĐX 50 ha", "giống lúa 50404 tấn", "huyện 30 xã",
        "Nghị quyết 30a/2008/NQ-CP", "**12 hộ**",
        "tại số 12/2020/TT-BTC", "mở 8 lớp, 9/3 khai giảng", "lớp 15/3",
    ],
)  # fmt: skip
def test_an_amount_is_no_identifier(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("QL1A", "National Highway 1A"),
        ("QL 4C", "National Highway 4C"),
        ("ĐT606", "Provincial Road 606"),
        ("ĐT.830B", "Provincial Road 830B"),
        ("đường tỉnh 825", "Provincial Road 825"),
        ("ĐH.12", "District Road 12"),
    ],
)
def test_a_road_is_named_by_its_number(text: str, english: str) -> None:
    [item] = recognise(f"Tuyến {text} qua xã.", CONTEXT)
    assert (item.kind, render(item, Style())) == ("place", english)


@pytest.mark.parametrize("text", ["ĐT 0913456789", "ĐT 12,5 triệu", "QL 100.000", "đường tỉnh 25 km", "tải trọng HL93"])
def test_what_is_no_road(text: str) -> None:
    assert "place" not in [item.kind for item in find(text)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("hồ sơ thứ 1.000.000 được gửi", ["1,000,000th"]),
        ("kinh tế số 12, xã hội số 10", ["digital economy", "12", "digital society", "10"]),
    ],
)
def test_figures_beside_terms(text: str, english: list[str]) -> None:
    assert [render(item, Style()) for item in recognise(text, CONTEXT)] == english
