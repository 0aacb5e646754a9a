"""What Vietnamese numbers mean: every trap of the conventions as a case, and what is no value at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.english import Style, render
from vnnews.item import DocumentRef, Moment, Period, Quantity, Value
from vnnews.vietnamese.normalise import clean
from vnnews.vietnamese.values import find


def number(low: str | int, high: str | int | None = None, unit: str | None = None) -> Quantity:
    return Quantity(Decimal(low), None if high is None else Decimal(high), unit)


def rank(low: int, of: int | None = None, unit: str | None = None) -> Quantity:
    return Quantity(Decimal(low), unit=unit, ordinal=True, denominator=None if of is None else Decimal(of))


def share(low: int, of: int) -> Quantity:
    return Quantity(Decimal(low), denominator=Decimal(of))


VND, USD = "VND", "USD"

MONEY: list[tuple[str, str, Value]] = [
    ("vốn 4,5 tỷ đồng cho", "4,5 tỷ đồng", number("4500000000", unit=VND)),
    ("đạt 1.845 tỷ đồng,", "1.845 tỷ đồng", number("1845000000000", unit=VND)),
    ("gói 26 nghìn tỷ đồng", "26 nghìn tỷ đồng", number(26 * 10**12, unit=VND)),
    ("khoảng 1,6 triệu tỷ đồng", "1,6 triệu tỷ đồng", number(16 * 10**14, unit=VND)),
    ("phạt 250 triệu đồng", "250 triệu đồng", number(250 * 10**6, unit=VND)),
    ("lệ phí 50.000đ/lượt", "50.000đ", number(50000, unit=VND)),
    ("trả 15 - 20 triệu đồng/tháng", "15 - 20 triệu đồng/tháng", number(15 * 10**6, 20 * 10**6, VND)),
    ("lãi 800 triệu - 1,5 tỷ đồng", "800 triệu - 1,5 tỷ đồng", number(800 * 10**6, 1500 * 10**6, VND)),
    ("giá 100-200.000 đồng", "100-200.000 đồng", number(100_000, 200_000, VND)),
    ("trị giá 1 tỷ 200 triệu đồng", "1 tỷ 200 triệu đồng", number(1200 * 10**6, unit=VND)),
    ("kiếm hai trăm ngàn đồng", "hai trăm ngàn đồng", number(200_000, unit=VND)),
    ("phạt từ một đến hai triệu đồng", "một đến hai triệu đồng", number(10**6, 2 * 10**6, VND)),
    ("thu 11,3 tỷ USD", "11,3 tỷ USD", number(113 * 10**8, unit=USD)),
    ("có 7.400 đô la Mỹ", "7.400 đô la Mỹ", number(7400, unit=USD)),
    ("tặng 10.000 euro", "10.000 euro", number(10000, unit="EUR")),
    ("giá 15.000 đồng, loại hai 20 nghìn/suất", "20 nghìn", number(20_000, unit=VND)),
    ("gần 840.000.000.000 đồng", "840.000.000.000 đồng", number(840 * 10**9, unit=VND)),
    ("lỗi gõ 4.5 tỷ đồng", "4.5 tỷ đồng", number("4500000000", unit=VND)),
    ("nộp 318/342 triệu đồng", "318/342 triệu đồng",
     Quantity(Decimal(318 * 10**6), unit=VND, denominator=Decimal(342 * 10**6))),
]  # fmt: skip

SHARES: list[tuple[str, str, Value]] = [
    ("mức 1,5% lãi suất", "1,5%", number("1.5", unit="percent")),
    ("đạt 84% kế hoạch", "84%", number(84, unit="percent")),
    ("tăng 2,55 % so", "2,55 %", number("2.55", unit="percent")),
    ("giảm 5-10% giá", "5-10%", number(5, 10, "percent")),
    ("giảm 5% - 10% giá", "5% - 10%", number(5, 10, "percent")),
    ("tăng 21 điểm phần trăm", "21 điểm phần trăm", number(21, unit="percentage point")),
    ("tăng 0,5 điểm %", "0,5 điểm %", number("0.5", unit="percentage point")),
    ("sinh 3,2‰ mỗi năm", "3,2‰", number("3.2", unit="per thousand")),
    ("mười phần trăm dân số", "mười phần trăm", number(10, unit="percent")),
    ("tại 9/9 huyện, thành phố", "9/9", share(9, 9)),
    ("có 14.872/15.340 cử tri", "14.872/15.340", share(14872, 15340)),
    ("9/8 huyện", "9/8", Moment(month=8, day=9)),
    ("khoảng 2/3 diện tích", "2/3", share(2, 3)),
    ("quá hai phần ba tổng số", "hai phần ba", share(2, 3)),
    ("giảm một nửa.", "một nửa", share(1, 2)),
    ("tỷ lệ 1/500", "1/500", share(1, 500)),
    ("chỉ đạt 2/10.", "2/10", share(2, 10)),
    ("chưa tới 1/3 và", "1/3", share(1, 3)),
    ("xếp thứ 24/63 tỉnh", "thứ 24/63", rank(24, 63)),
]

NUMBERS: list[tuple[str, str, Value]] = [
    ("mỗi tháng 2 lần", "2", number(2)),
    ("mỗi năm 1500 hộ", "1500", number(1500)),
    ("HĐND tỉnh khóa 13 họp", "khóa 13", rank(13, unit="tenure")),
    ("lớp trung cấp khóa 13, K10", "13", number(13)),
    ("xếp hạng 7/65 toàn đoàn", "7/65", rank(7, 65)),
    ("đạt 8/8 xã", "8/8", share(8, 8)),
    ("giống OM 5451 dao", "5451", number(5451)),
    ("cấp 1.846 hồ sơ", "1.846", number(1846)),
    ("đạt 1.234,5 điểm", "1.234,5", number("1234.5")),
    ("dân số 96.208.984 người", "96.208.984", number(96208984)),
    ("hơn 2,6 triệu người", "2,6 triệu", number(2_600_000)),
    ("mở 05 lớp", "05", number(5)),
    ("từ 10 đến 25 máy", "10 đến 25", number(10, 25)),
    ("quy mô 10-25 máy", "10-25", number(10, 25)),
    ("có ba xã, một phường", "ba", number(3)),
    ("hai mươi lăm người", "hai mươi lăm", number(25)),
    ("một trăm linh năm hộ", "một trăm linh năm", number(105)),
    ("đi bốn, năm nơi", "bốn, năm", number(4, 5)),
    ("nặng bốn, năm chục cân", "bốn, năm chục", number(40, 50)),
    ("tăng gấp năm lần", "năm", number(5)),
    ("tại 1.105 dịch vụ", "1.105", number(1105)),
    ("Đại hội lần thứ XIII", "thứ XIII", rank(13)),
    ("Đại hội XI của Đảng", "XI", rank(11)),
    ("Quốc hội khóa XV", "khóa XV", rank(15, unit="tenure")),
    ("thế kỷ XVII", "thế kỷ XVII", rank(17, unit="century")),
    ("thế kỷ 21", "thế kỷ 21", rank(21, unit="century")),
    ("Huân chương hạng Nhì", "Nhì", rank(2)),
    ("trao giải ba cho", "ba", rank(3)),
    ("kỳ họp thứ nhất", "thứ nhất", rank(1)),
    ("sinh con thứ ba", "thứ ba", rank(3)),
    ("kỷ niệm 70 năm Ngày", "70 năm", rank(70, unit="anniversary")),
    ("trực 24/24 giờ", "24/24 giờ", Quantity(Decimal(24), unit="hour", denominator=Decimal(24))),
    ("hoạt động 24/7,", "24/7", Quantity(Decimal(24), unit="hour", denominator=Decimal(24))),
]

MEASURES: list[tuple[str, str, Value]] = [
    ("mưa bốn năm ngày liền", "bốn năm", number(4, 5)),
    ("chừng hai ba người đến", "hai ba", number(2, 3)),
    ("suốt bốn năm qua", "bốn năm", number(4, unit="year")),
    ("rộng 120m2 gồm", "120m2", number(120, unit="square meter")),
    ("trồng 6.500 ha lúa", "6.500 ha", number(6500, unit="hectare")),
    ("dài 18,5 km", "18,5 km", number("18.5", unit="kilometer")),
    ("bắt 210 m³ cát", "210 m³", number(210, unit="cubic meter")),
    ("đạt 52 tạ/ha", "52 tạ/ha", number(52, unit="quintal")),
    ("chăm 6 sào cà phê", "6 sào", number(6, unit="sao")),
    ("nắng 37-38 độ C", "37-38 độ C", number(37, 38, "degree Celsius")),
    ("đi mất 15 phút", "15 phút", number(15, unit="minute")),
    ("Huy hiệu 75 năm tuổi Đảng", "75", number(75)),
    ("hằng đêm 10 - 12 tàu", "10 - 12", number(10, 12)),
    ("trong 3 tháng.", "3 tháng", number(3, unit="month")),
    ("đã 10 năm qua", "10 năm", number(10, unit="year")),
    ("suốt hai năm rưỡi", "hai năm rưỡi", number("2.5", unit="year")),
    ("trong vòng 48 giờ", "48 giờ", number(48, unit="hour")),
    ("trên 3 giờ/ngày", "3 giờ/ngày", number(3, unit="hour")),
    ("sau năm ngày chờ", "năm ngày", number(5, unit="day")),
    ("trong 1 giờ 44 phút 51 giây", "1 giờ", number(1, unit="hour")),
]

DATES: list[tuple[str, str, Value]] = [
    ("xây dựng năm 1806,", "năm 1806", Moment(1806)),
    ("từ năm 1775 có", "năm 1775", Moment(1775)),
    ("ngày sinh (19/5/1890 - 19/5/2024)", "19/5/1890 - 19/5/2024", Moment(1890, 5, 19, end=Moment(2024, 5, 19))),
    ("tổng điều tra dân số 2019 cho", "2019", Moment(2019)),
    ("Rạng sáng 9/8, bão", "Rạng sáng 9/8", Moment(None, 8, 9, part="early morning")),
    ("tháng 2 họp", "tháng 2", Moment(month=2)),
    ("xảy ra 8/8.", "8/8", Moment(None, 8, 8)),
    ("Sáng 9/8, tại", "Sáng 9/8", Moment(month=8, day=9, part="morning")),
    ("sáng 9/9, tại", "sáng 9/9", Moment(month=9, day=9, part="morning")),
    ("Ngày 14/10/2015,", "Ngày 14/10/2015", Moment(2015, 10, 14)),
    ("ngày 9 tháng 8 năm 2015", "ngày 9 tháng 8 năm 2015", Moment(2015, 8, 9)),
    ("ngày 9 và 10/8", "ngày 9 và 10/8", Moment(month=8, day=9, also=(Moment(month=8, day=10),))),
    ("từ ngày 9 đến 12/8", "ngày 9 đến 12/8", Moment(month=8, day=9, end=Moment(month=8, day=12))),
    ("từ ngày 01/02 đến 30/6/2022", "ngày 01/02 đến 30/6/2022", Moment(2022, 2, 1, end=Moment(2022, 6, 30))),
    ("từ 20/12 đến 10/1/2022", "20/12 đến 10/1/2022", Moment(2021, 12, 20, end=Moment(2022, 1, 10))),
    ("rơi vào 11 - 15/3.", "11 - 15/3", Moment(month=3, day=11, end=Moment(month=3, day=15))),
    ("trong hai ngày 28 và 29/11,", "hai ngày 28 và 29/11",
     Moment(month=11, day=28, also=(Moment(month=11, day=29),))),
    ("(27/7/1947 - 27/7/2017)", "27/7/1947 - 27/7/2017", Moment(1947, 7, 27, end=Moment(2017, 7, 27))),
    ("kỷ niệm ngày 27/7", "ngày 27/7", Moment(month=7, day=27)),
    ("dịp lễ 30/4,", "30/4", Moment(month=4, day=30)),
    ("ngày 30.4.1975", "ngày 30.4.1975", Moment(1975, 4, 30)),
    ("ngày 30.4", "ngày 30.4", Moment(month=4, day=30)),
    ("ngày 6-3 sẽ", "ngày 6-3", Moment(month=3, day=6)),
    ("từ ngày 09 - 12/10 làm", "ngày 09 - 12/10", Moment(month=10, day=9, end=Moment(month=10, day=12))),
    ("Sáng mùng 2 Tết", "Sáng mùng 2", Moment(day=2, part="morning", lunar=True)),
    ("dịp 2-9 vừa qua", "2-9", Moment(month=9, day=2)),
    ("dịp lễ 30.4 này", "30.4", Moment(month=4, day=30)),
    ("trước ngày 15 hàng tháng", "ngày 15", Moment(day=15)),
    ("hôm qua, 20/12.", "20/12", Moment(month=12, day=20)),
    ("tháng 8/2024", "tháng 8/2024", Moment(2024, 8)),
    ("tháng 8 năm 2024", "tháng 8 năm 2024", Moment(2024, 8)),
    ("trong tháng 11,", "tháng 11", Moment(month=11)),
    ("nắng tháng Tư", "tháng Tư", Moment(month=4)),
    ("tháng 5 và 6/2008", "tháng 5 và 6/2008", Moment(2008, 5, also=(Moment(2008, 6),))),
    ("mùng 10 tháng 3 âm lịch", "mùng 10 tháng 3 âm lịch", Moment(month=3, day=10, lunar=True)),
    ("23 tháng Chạp", "23 tháng Chạp", Moment(month=12, day=23, lunar=True)),
    ("năm 2015 là", "năm 2015", Moment(2015)),
    ("thứ Hai ngày 03/9/2007", "thứ Hai ngày 03/9/2007", Moment(2007, 9, 3, weekday=0)),
    ("Chủ nhật 02/9", "Chủ nhật 02/9", Moment(month=9, day=2, weekday=6)),
    ("tối thứ ba hằng tuần", "tối thứ ba", Moment(weekday=1, part="evening")),
    ("vào thứ Sáu hằng tuần", "thứ Sáu", Moment(weekday=4)),
    ("7h30 ngày 2/9/2015", "7h30 ngày 2/9/2015", Moment(2015, 9, 2, hour=7, minute=30)),
    ("lúc 7 giờ 30 phút,", "7 giờ 30 phút", Moment(hour=7, minute=30)),
    ("lúc 7g30,", "7g30", Moment(hour=7, minute=30)),
    ("nghỉ 7h-11h30.", "11h30", Moment(hour=11, minute=30)),
    ("Tính đến 0 giờ,", "0 giờ", Moment(hour=0)),
    ("lúc 3 giờ chiều", "3 giờ chiều", Moment(hour=15)),
    ("đến 9 giờ tối", "9 giờ tối", Moment(hour=21)),
    ("hoạt động quá 22 giờ,", "22 giờ", Moment(hour=22)),
    ("từ 7 giờ đến 10 giờ 30 để", "10 giờ 30", Moment(hour=10, minute=30)),
    ("3 giờ sáng 21/3", "3 giờ sáng 21/3", Moment(month=3, day=21, hour=3)),
]  # fmt: skip

PERIODS: list[tuple[str, str, Value]] = [
    ("triều đại (1802-1884)", "1802-1884", Period("year", year=1802, end_year=1884)),
    ("quý I/2024", "quý I/2024", Period("quarter", index=1, year=2024)),
    ("Quý 2 năm 2015", "Quý 2 năm 2015", Period("quarter", index=2, year=2015)),
    ("trong quý III.", "quý III", Period("quarter", index=3)),
    ("6 tháng đầu năm", "6 tháng đầu năm", Period("month", count=6, which="first")),
    ("sáu tháng đầu năm 2011", "sáu tháng đầu năm 2011", Period("month", count=6, year=2011, which="first")),
    ("9 tháng năm 2015", "9 tháng năm 2015", Period("month", count=9, year=2015, which="first")),
    ("6 tháng cuối năm", "6 tháng cuối năm", Period("month", count=6, which="last")),
    ("nửa đầu năm 2015", "nửa đầu năm 2015", Period("half", index=1, year=2015)),
    ("so với cùng kỳ", "cùng kỳ", Period("period", which="same")),
    ("cùng kỳ năm 2023", "cùng kỳ năm 2023", Period("period", year=2023, which="same")),
    ("nhiệm kỳ 2020-2025", "nhiệm kỳ 2020-2025", Period("term", year=2020, end_year=2025)),
    ("giai đoạn 2021 - 2025, định", "giai đoạn 2021 - 2025", Period("period", year=2021, end_year=2025)),
    ("năm học 2025-2026.", "2025-2026", Period("year", year=2025, end_year=2026)),
    ("những năm 1990, diện", "những năm 1990", Period("decade", year=1990)),
    ("thập niên 90", "thập niên 90", Period("decade", year=1990)),
]

DOCUMENTS: list[tuple[str, str, Value]] = [
    ("Quyết định số 1605/QĐ-TTg ngày 27/8/2010 của", "Quyết định số 1605/QĐ-TTg ngày 27/8/2010",
     DocumentRef("1605/QĐ-TTg", "Decision", Moment(2010, 8, 27))),
    ("công văn 7722/VPCP-KSTT", "công văn 7722/VPCP-KSTT", DocumentRef("7722/VPCP-KSTT", "Official Letter")),
    ("Nghị quyết 36a/NQ-CP về", "Nghị quyết 36a/NQ-CP", DocumentRef("36a/NQ-CP", "Resolution")),
    ("Nghị quyết số 57-NQ/TW", "Nghị quyết số 57-NQ/TW", DocumentRef("57-NQ/TW", "Resolution")),
    ("Chỉ thị 05-CT/TW", "Chỉ thị 05-CT/TW", DocumentRef("05-CT/TW", "Directive")),
    ("Nghị định số 43/2011/NĐ-CP", "Nghị định số 43/2011/NĐ-CP", DocumentRef("43/2011/NĐ-CP", "Decree")),
    ("Thông tư liên tịch số 06/2016/TTLT-BTTTT-BNV", "Thông tư liên tịch số 06/2016/TTLT-BTTTT-BNV",
     DocumentRef("06/2016/TTLT-BTTTT-BNV", "Joint Circular")),
    ("Nghị quyết 174/2024/QH15", "Nghị quyết 174/2024/QH15", DocumentRef("174/2024/QH15", "Resolution")),
    ("Thông báo số 07/TB-HĐTD về", "Thông báo số 07/TB-HĐTD", DocumentRef("07/TB-HĐTD", "Notice")),
    ("NGHỊ QUYẾT SỐ 36A/NQ-CP", "NGHỊ QUYẾT SỐ 36A/NQ-CP", DocumentRef("36A/NQ-CP", "Resolution")),
    ("Số: 36-TB/TU", "Số: 36-TB/TU", DocumentRef("36-TB/TU")),
    ("QĐ số 1819/QĐ-TTg", "QĐ số 1819/QĐ-TTg", DocumentRef("1819/QĐ-TTg", "Decision")),
    ("Chỉ thị số 34 ngày 3/12/2008", "Chỉ thị số 34 ngày 3/12/2008",
     DocumentRef("34", "Directive", Moment(2008, 12, 3))),
    ("số 43/2011/NĐ - CP", "số 43/2011/NĐ - CP", DocumentRef("43/2011/NĐ-CP")),
    ("điểm đ khoản 2 Điều 5 Luật", "điểm đ khoản 2 Điều 5", DocumentRef("Article 5, Clause 2, Point đ", "provision")),
    ("Điểm c khoản 2 Mục II", "Điểm c khoản 2 Mục II", DocumentRef("Section II, Clause 2, Point c", "provision")),
    ("quy định tại khoản 2 Điều 76.", "khoản 2 Điều 76", DocumentRef("Article 76, Clause 2", "provision")),
]  # fmt: skip

NOTHING = [
    "lô đất 15-2/01",
    "số nhà 125/7 đường",
    "đường dây nóng 1900 9095",
    "mười mấy năm",
    "điện thoại 0272.3826.278",
    "hotline 0909 123 456 hoặc 18001091",
    "gọi +84 909 123 456",
    "phiên bản 2.0",
    "máy chủ 192.168.1.1",
    "dịch COVID-19",
    "đạt chuẩn ISO 9001:2008",
    "http://baotinh.vn/tin-a12345.html",
    "gửi tới vp2015@huyen.gov.vn",
    "mạng 4G",
    "trạm K14",
    "chính trị viên ba mẹ tôi",
    "trong năm, các đơn vị",
    "ở Ba Vì và Năm Căn",
    "số thứ tự; Thứ trưởng; thứ cấp",
    "hàng trăm, hàng nghìn người",
    "đầu tư tư nhân",
    "1. Mục tiêu chung",
    "học sinh lớp 9/3 Trường",
    "tại số 12/7 đường Lê Lợi",
    "bụi PM2.5 trong không khí",
    "gọi 0905.xxx.789 hoặc 0868xxx",
    "hàng triệu đồng, vài trăm người, hơn chục con bò",
    "mất vài ba triệu, dăm bảy chục người",
    "lúa chín rộ",
    "điều xe cứu hỏa",
    "cũng tại cùng kỳ họp, các đại biểu",
    "lúa chín trong mùa này",
    "chạy cự ly 10k, mốc 100k lượt",
]

CASES = [*MONEY, *SHARES, *NUMBERS, *MEASURES, *DATES, *PERIODS, *DOCUMENTS]


CASES += [
    ("họp quá hai tiếng phải có lý do", "hai tiếng", number(2, unit="hour")),
    ("quá hai tiếng đồng hồ", "hai tiếng đồng hồ", number(2, unit="hour")),
    ("biết hai tiếng Anh và Pháp", "hai", number(2)),
    ("vang lên ba tiếng trống", "ba", number(3)),
    ("làm việc đến tận 18 giờ", "18 giờ", Moment(hour=18)),
    ("sau 22 giờ không được hát", "22 giờ", Moment(hour=22)),
    ("sau 22 giờ tìm kiếm", "22 giờ", number(22, unit="hour")),
    ("khắc phục 3/4 thiệt hại", "3/4", share(3, 4)),
    ("về nhất với 56 giây 11.", "56 giây 11", number("56.11", unit="second")),
    ("10 giây 05, phá kỷ lục", "10 giây 05", number("10.05", unit="second")),
    ("30 giây 5 đội", "30 giây", number(30, unit="second")),
    ("từ 22 đến 27/1", "22 đến 27/1", Moment(month=1, day=22, end=Moment(month=1, day=27))),
    ("đăng ký trước 24 giờ.", "24 giờ", number(24, unit="hour")),
    ("nộp trước 24 giờ ngày 31/12", "24 giờ ngày 31/12", Moment(month=12, day=31, hour=0)),
    ("nộp trước 24 giờ hôm nay", "24 giờ", Moment(hour=0)),
    ("đến sân bay trước 2 giờ để", "2 giờ", number(2, unit="hour")),
    ("đến trước 2 giờ chiều", "2 giờ chiều", Moment(hour=14)),
    ("báo trước 12 giờ cho", "12 giờ", number(12, unit="hour")),
    ("có mặt trước 7 giờ", "7 giờ", Moment(hour=7)),
    ("lúc 8 giờ kém 15,", "8 giờ kém 15", Moment(hour=7, minute=45)),
    ("10 giờ kém 5 phút sáng 3/2 là", "10 giờ kém 5 phút sáng 3/2", Moment(month=2, day=3, hour=9, minute=55)),
    ("khoảng 3 giờ kém 10 chiều", "3 giờ kém 10 chiều", Moment(hour=14, minute=50)),
    ("giảm 8 giờ, kém 15 giờ", "8 giờ", number(8, unit="hour")),
    ("cấm xe 6h-8h, trừ", "8h", Moment(hour=8)),
    ("lúc 9 giờ 12 phút 41 giây,", "9 giờ 12 phút", Moment(hour=9, minute=12)),
    ("hết 9 giờ 12 phút 41 giây,", "9 giờ", number(9, unit="hour")),
    (
        "từ 12 đến 15 tháng Tư âm lịch",
        "12 đến 15 tháng Tư âm lịch",
        Moment(month=4, day=12, lunar=True, end=Moment(month=4, day=15, lunar=True)),
    ),
    (
        "từ ngày 10 đến 15 tháng Giêng",
        "ngày 10 đến 15 tháng Giêng",
        Moment(month=1, day=10, lunar=True, end=Moment(month=1, day=15, lunar=True)),
    ),
    ("từ 12 đến 15 tháng 4 mưa", "12 đến 15 tháng 4", Moment(month=4, day=12, end=Moment(month=4, day=15))),
    ("trẻ 12 đến 15 tháng tuổi", "12 đến 15 tháng tuổi", number(12, 15, "month")),
    ("phạt 12 đến 15 tháng tù", "12 đến 15 tháng", number(12, 15, "month")),
    ("từ 10-12 tháng, lãi", "10-12 tháng", number(10, 12, "month")),
    ("Giỗ Tổ 10/3 âm lịch rơi", "10/3 âm lịch", Moment(month=3, day=10, lunar=True)),
    ("lễ 8/8 (âm lịch)", "8/8 (âm lịch)", Moment(month=8, day=8, lunar=True)),
    ("(mùng 10 tháng 3 âm lịch)", "mùng 10 tháng 3 âm lịch", Moment(month=3, day=10, lunar=True)),
    (
        "từ 8/3 đến 10/3 âm lịch",
        "8/3 đến 10/3 âm lịch",
        Moment(month=3, day=8, lunar=True, end=Moment(month=3, day=10, lunar=True)),
    ),
    ("tức 15 tháng 3 năm Ất Tỵ", "15 tháng 3 năm Ất Tỵ", Moment(month=3, day=15, lunar=True)),
    ("ngày 20/2 năm 2026", "ngày 20/2", Moment(month=2, day=20)),
    ("xuân Mậu Thân 1968", "1968", Moment(1968)),
    ("sinh năm Giáp Tý 1984 năm nay", "1984", Moment(1984)),
    ("Từ 1/10 người dân được", "1/10", Moment(month=10, day=1)),
    ("Từ 1/7 cán bộ hưởng", "1/7", Moment(month=7, day=1)),
    ("Từ 1/10 người dân có nước, nay là 8/10", "1/10", share(1, 10)),
    ("Từ 1/10 hộ nghèo, xã còn 2%", "1/10", share(1, 10)),
    ("giảm từ 1/5 hộ", "1/5", share(1, 5)),
    ("khi từ 1/3 đại biểu trở lên yêu cầu", "1/3", share(1, 3)),
    ("đồng ý từ 2/3 tổng số", "2/3", share(2, 3)),
    ("trả kết quả sau 1/2 ngày;", "1/2", share(1, 2)),
    ("từ 1/2 năm 2025", "1/2", Moment(month=2, day=1)),
    ("từ 1/2 năm nay", "1/2", Moment(month=2, day=1)),
    ("em cao 1m65, nặng", "1m65", number("1.65", unit="meter")),
    ("trẻ em dưới 1m2 được", "1m2", number("1.2", unit="meter")),
    ("sâu khoảng 1m2", "1m2", number("1.2", unit="meter")),
    ("giá 5 triệu mỗi 1m2", "1m2", number(1, unit="square meter")),
    ("khoan 4m3 cát", "4m3", number(4, unit="cubic meter")),
    ("lương 2 triệu 5 một tháng", "2 triệu 5", number(2_500_000, unit=VND)),
    ("giá 1 tỷ 350.", "1 tỷ 350", number(1_350_000_000, unit=VND)),
    ("có 2 triệu 5 người", "2 triệu", number(2_000_000)),
    ("nợ thuế hơn 2 tỷ 300 triệu, bị", "2 tỷ 300 triệu", number(2_300_000_000, unit=VND)),
    ("dân số 96 triệu, tăng", "96 triệu", number(96_000_000)),
    ("giá gấp rưỡi năm trước", "gấp rưỡi", number("1.5", unit="time")),
    ("gấp đôi, gấp 3 lần", "3", number(3)),
    ("nồng độ 0,456 miligam/lít khí", "0,456 miligam/lít", number("0.456", unit="milligram")),
    ("thắng 21/15, 18/21 và 21/19", "18", number(18)),
    ("thắng 2/3 trận", "2/3", share(2, 3)),
    ("lương tăng từ 1/7 khiến", "1/7", Moment(month=7, day=1)),
    ("rút ngắn từ 1/3 đến 1/2 thời gian", "1/3", share(1, 3)),
    ("giảm 1/4 chi phí", "1/4", share(1, 4)),
    (
        "điểm a, b khoản 1 Điều 7",
        "điểm a, b khoản 1 Điều 7",
        DocumentRef("Article 7, Clause 1, Point a, Point b", "provision"),
    ),
    (
        "khoản 1, 2 và 3 Điều 5 Luật",
        "khoản 1, 2 và 3 Điều 5",
        DocumentRef("Article 5, Clause 1, Clause 2, Clause 3", "provision"),
    ),
    ("theo khoản 2, 3 người được mời", "khoản 2", DocumentRef("Clause 2", "provision")),
    ("trong tháng 7, 8, 9, tỉnh", "tháng 7, 8, 9", Moment(month=7, also=(Moment(month=8), Moment(month=9)))),
    ("tháng 1, 2 và 3 năm 2025", "tháng 1, 2 và 3 năm 2025", Moment(2025, 1, also=(Moment(2025, 2), Moment(2025, 3)))),
    ("trong tháng 7, 8 hộ", "tháng 7", Moment(month=7)),
    ("bay vào thứ 3, 5, 7.", "5", Moment(weekday=3)),
    ("bay vào thứ 2, 4 và 6 hằng tuần", "6", Moment(weekday=4)),
    ("xếp thứ 3, 5 đội khác", "5", number(5)),
    ("doanh thu 6 tháng 3,2 tỷ đồng", "6 tháng", number(6, unit="month")),
    ("doanh thu 6 tháng 3,2 tỷ đồng", "3,2 tỷ đồng", number(3_200_000_000, unit=VND)),
    ("diễn ra 16 tháng Tám tại", "16 tháng Tám", Moment(month=8, day=16)),
    ("phạt 16 tháng tù", "16 tháng", number(16, unit="month")),
    ("nhập ngũ 2/1975.", "2/1975", Moment(1975, 2)),
    ("từ 07/2020 đến nay", "07/2020", Moment(2020, 7)),
    ("đạt 2/1975 hộ", "2/1975", share(2, 1975)),
    ("từ nay đến 15-12.", "15-12", Moment(month=12, day=15)),
    ("tăng từ 10-12 người", "10-12", number(10, 12)),
    ("nhiệt độ âm 2,6 độ C", "âm 2,6 độ C", number("-2.6", unit="degree Celsius")),
    ("xuống -5 độ C.", "-5 độ C", number(-5, unit="degree Celsius")),
    ("từ 13-15 độ C", "13-15 độ C", number(13, 15, "degree Celsius")),
    ("đi 3.500 ngày công làm đường", "3.500", number(3500)),
    ("7 ngày công bố", "7 ngày", number(7, unit="day")),
    ("hai đồng phạm lĩnh án", "hai", number(2)),
    ("4 tỷ đồng đội thêm", "4 tỷ đồng", number(4 * 10**9, unit=VND)),
    ("suất ăn 0 đồng phục vụ", "0 đồng", number(0, unit=VND)),
    ("vốn 412 tỷ đồng, 380 tỷ vốn đầu tư", "380 tỷ", number(380 * 10**9, unit=VND)),
    ("xây năm Tự Đức thứ 5 (1852).", "1852", Moment(1852)),
    ("rộng nửa hécta, dài 2 hécta", "2 hécta", number(2, unit="hectare")),
    ("từ thế kỷ XVI đến XIX,", "thế kỷ XVI đến XIX", Quantity(Decimal(16), Decimal(19), "century", ordinal=True)),
    ("thế kỷ XX và XV thôn", "thế kỷ XX", rank(20, unit="century")),
    ("HĐND các khóa VIII, IX.", "khóa VIII, IX", Quantity(Decimal(8), Decimal(9), "tenure", ordinal=True)),
    ("khóa XV, V. I. Lênin", "khóa XV", rank(15, unit="tenure")),
    ("treo từ 8 đến 10 giờ sáng", "8 đến 10 giờ sáng", Moment(hour=8, end=Moment(hour=10))),
    ("chợ mở 17-23h các tối", "17-23h", Moment(hour=17, end=Moment(hour=23))),
    ("ngủ từ 7 đến 8 giờ mỗi ngày", "7 đến 8 giờ", number(7, 8, "hour")),
    ("mất 20-24 giờ", "20-24 giờ", number(20, 24, "hour")),
    ("mất cả triệu đồng", "triệu đồng", number(10**6, unit=VND)),
    ("lãi hơn chục triệu đồng", "chục triệu đồng", number(10**7, unit=VND)),
    ("giường bệnh trên vạn dân", "vạn", number(10_000)),
    ("20 doanh nghiệp/nghìn dân", "nghìn", number(1000)),
    ("đêm 26 Tết, cả bản", "đêm 26 Tết", Moment(month=12, day=26, part="night", lunar=True)),
    ("kiêng làm nhà tháng 7 âm lịch", "tháng 7 âm lịch", Moment(month=7, lunar=True)),
    ("rút ngắn thời gian từ 1/3 đến 1/2", "1/3", share(1, 3)),
    ("nghỉ từ 1/3 đến 1/4 năm nay", "1/3 đến 1/4", Moment(month=3, day=1, end=Moment(month=4, day=1))),
    ("rét từ 22 đến 27/1 không", "22 đến 27/1", Moment(month=1, day=22, end=Moment(month=1, day=27))),
    ("từ 5 đến 9/12 huyện", "9/12", share(9, 12)),
    ("cứ ghi 1/1 cho tiện", "1/1", Moment(month=1, day=1)),
    (
        "Sáng mồng một tháng Hai âm lịch",
        "Sáng mồng một tháng Hai âm lịch",
        Moment(month=2, day=1, part="morning", lunar=True),
    ),
    ("sáng mùng một Tết", "sáng mùng một", Moment(day=1, part="morning", lunar=True)),
    ("mùng hai tháng chín", "mùng hai tháng chín", Moment(month=9, day=2)),
    ("mồng Mười tháng Ba", "mồng Mười tháng Ba", Moment(month=3, day=10, lunar=True)),
    ("mùng 10 tháng 3 có mưa", "mùng 10 tháng 3", Moment(month=3, day=10, lunar=True)),
    ("ngày 10 tháng 3 có mưa", "ngày 10 tháng 3", Moment(month=3, day=10)),
    ("nước dâng 1m3 ở hầm", "1m3", number("1.3", unit="meter")),
    ("lịch tiêm: thứ 2, 4, 6 hằng tuần", "thứ 2", Moment(weekday=0)),
    ("xếp thứ 2, 4 huyện khác", "thứ 2", rank(2)),
    ("thắng 6/4, 3/6, 7/5 sau", "3", number(3)),
    ("thắng ngày 6/4, nghỉ", "ngày 6/4", Moment(month=4, day=6)),
    ("mỗi tháng 2 triệu 3.", "2 triệu 3", number(2_300_000, unit=VND)),
    ("chiếm đoạt 3 tỷ 450 triệu.", "3 tỷ 450 triệu", number(3_450_000_000, unit=VND)),
    ("có 42 em, 1/3 là người Mông", "1/3", share(1, 3)),
    ("(1/5) 1/5 là ngày lễ", "1/5", Moment(month=5, day=1)),
    ("gửi trước 15-12 tới 9 sở", "15-12", Moment(month=12, day=15)),
    ("thắng 15-12 điểm", "15", number(15)),
    ("tháng 3, 4, 5 là cao điểm", "tháng 3, 4, 5", Moment(month=3, also=(Moment(month=4), Moment(month=5)))),
    ("GPA 3,78/4", "3,78/4", Quantity(Decimal("3.78"), denominator=Decimal(4))),
    ("xếp 3/34 tỉnh", "3/34", rank(3, 34)),
    ("chuyến cuối 21h; lễ", "21h", Moment(hour=21)),
    ("21h cuối tuần", "21h", number(21, unit="hour")),
    ("dư nợ xã hội 1.130 tỷ với", "1.130 tỷ", number(1130 * 10**9, unit=VND)),
    ("dân số thế giới 8 tỷ, tăng", "8 tỷ", number(8 * 10**9)),
    ("từ mùng 1-3 Tết", "mùng 1-3", Moment(day=1, lunar=True, end=Moment(day=3, lunar=True))),
    (
        "mùng 1, 2 và 3 Tết",
        "mùng 1, 2 và 3",
        Moment(day=1, lunar=True, also=(Moment(day=2, lunar=True), Moment(day=3, lunar=True))),
    ),
    ("mùng 1, 2 xe chạy", "mùng 1", Moment(day=1, lunar=True)),
    ("trong 2 ngày (15 và 16/10),", "15 và 16/10", Moment(month=10, day=15, also=(Moment(month=10, day=16),))),
    ("gấp hai lần rưỡi", "hai lần rưỡi", number("2.5", unit="time")),
    ("gấp 2 lần rồi", "2", number(2)),
    ("giá 40 nghìn đồng/chục,", "chục", number(10)),
    ("mỗi chục trứng giá", "chục", number(10)),
    ("thu lợi 210 triệu.", "210 triệu", number(210 * 10**6, unit=VND)),
    (
        "sửa điểm a, điểm b khoản 3 Điều 8",
        "điểm a, điểm b khoản 3 Điều 8",
        DocumentRef("Article 8, Clause 3, Point a, Point b", "provision"),
    ),
    ("điểm b khoản 1, khoản 2 Điều 5", "khoản 2 Điều 5", DocumentRef("Article 5, Clause 2", "provision")),
    ("(IR 50404) tại ruộng", "50404", number(50404)),
    ("phân thắng bại (25/22, 19/25, 27/25)", "19", number(19)),
    ("thắng sau ba set (11/8, 9/11, 11/7).", "9/11", Moment(month=11, day=9)),
    ("kéo dài đến gần 13 giờ mới kết thúc", "13 giờ", Moment(hour=13)),
    ("lúc gần 22 giờ thì", "22 giờ", Moment(hour=22)),
    ("làm đến gần 13 giờ liền", "13 giờ", number(13, unit="hour")),
    ("kéo dài gần 13 giờ", "13 giờ", number(13, unit="hour")),
    ("tăng lên đến gần 13 giờ", "13 giờ", number(13, unit="hour")),
    ("19 giờ, lớp học sáng đèn", "19 giờ", Moment(hour=19)),
    ("19 giờ bay, cả đoàn", "19 giờ", number(19, unit="hour")),
    ("8 giờ, là thời gian", "8 giờ", number(8, unit="hour")),
    ("giá 35k, rẻ", "35k", number(35_000, unit=VND)),
    ("bán 35-40k một bó", "35-40k", number(35_000, 40_000, VND)),
    ("giúp 200 triệu kíp cho", "200 triệu kíp", number(200 * 10**6, unit="LAK")),
    ("tăng 3 ca, 4 kíp", "4", number(4)),
    ("còn lời ngót nghét 180 triệu, nhưng", "180 triệu", number(180 * 10**6, unit=VND)),
    ("2 cây số mà đòi 200 nghìn”", "200 nghìn", number(200_000, unit=VND)),
    ("chi 200 nghìn liều vắc xin", "200 nghìn", number(200_000)),
    ("giao 21,7/25,2km; còn", "21,7/25,2km", Quantity(Decimal("21.7"), unit="kilometer", denominator=Decimal("25.2"))),
    ("gặt 142/231 ha, năng", "142/231 ha", Quantity(Decimal(142), unit="hectare", denominator=Decimal(231))),
    ("hiến 1/2 ha đất", "1/2", share(1, 2)),
    (
        "đêm 4, rạng sáng 5/11.",
        "đêm 4, rạng sáng 5/11",
        Moment(month=11, day=4, part="night", also=(Moment(month=11, day=5, part="early morning"),)),
    ),
    (
        "hai đêm 28 và 29/4",
        "hai đêm 28 và 29/4",
        Moment(month=4, day=28, part="night", also=(Moment(month=4, day=29),)),
    ),
    ("định kỳ ngày 5 và 20 hằng tháng", "ngày 5 và 20", Moment(day=5, also=(Moment(day=20),))),
    ("ngày 5 và 20 hộ", "20", number(20)),
    ("rằm tháng 10 âm lịch, bên", "rằm tháng 10 âm lịch", Moment(month=10, day=15, lunar=True)),
    ("kỳ triều cường rằm và 30 âm lịch.", "rằm và 30", Moment(day=15, lunar=True, also=(Moment(day=30, lunar=True),))),
    ("rằm và 30 hộ", "30", number(30)),
    ("vào tháng 7 theo lịch Chăm", "tháng 7", rank(7, unit="month")),
    ("mùng 1 tháng 7 lịch Chăm", "mùng 1 tháng 7 lịch Chăm", Moment(month=7, day=1, lunar=True)),
    ("trong quý I, II năm 2025 đạt", "quý I, II năm 2025", Period("quarter", index=1, count=2, year=2025)),
    ("quý III và quý IV/2024", "quý III và quý IV/2024", Period("quarter", index=3, count=2, year=2024)),
    ("quý I/2025 và quý II/2025", "quý I/2025", Period("quarter", index=1, year=2025)),
    ("quý I, 2 dự án", "quý I", Period("quarter", index=1)),
    ("quý 1, 2 dự án", "quý 1", Period("quarter", index=1)),
    ("quý I và III/2024", "quý I", Period("quarter", index=1)),
    ("từ quý I đến quý III", "quý I đến quý III", Period("quarter", index=1, count=3)),
    ("hạn dùng của vé mời là 1/5.", "1/5", Moment(month=5, day=1)),
    ("hạn chế lớn nhất là 1/5 hộ", "1/5", share(1, 5)),
    ("tỷ lệ quá hạn là 1/5.", "1/5", share(1, 5)),
    ("mỗi tạ hụt ba ký, bị", "ba ký", number(3, unit="kilogram")),
    ("sao được 4,5 ký khô", "4,5 ký", number("4.5", unit="kilogram")),
    ("dài ít nhất 12 ký tự", "12", number(12)),
    ("ba bên ký kết", "ba", number(3)),
    ("chín trong mười hang động", "chín", number(9)),
    ("lúa chín trong 10 ngày", "10 ngày", number(10, unit="day")),
    ("cuối tuần 11 và 12/6/2016, phường", "11 và 12/6/2016", Moment(2016, 6, 11, also=(Moment(2016, 6, 12),))),
    ("khung giờ từ 8 đến 10 giờ.", "8 đến 10 giờ", Moment(hour=8, end=Moment(hour=10))),
    ("thi thử lần 2.", "2", rank(2)),
    ("tiêm lần 3 cho", "3", rank(3)),
    ("mỗi lần 2 người", "2", number(2)),
    ("lấy mẫu lần 2, 3 ca", "2", rank(2)),
    ("thu hơn 1 tỷ rưỡi mỗi năm", "1 tỷ rưỡi", number(1_500_000_000, unit=VND)),
    ("vay 50 triệu lãi suất thấp", "50 triệu", number(50 * 10**6, unit=VND)),
    ("giải nhất 200 triệu, giải nhì", "200 triệu", number(200 * 10**6, unit=VND)),
    ("tiền ăn 35 nghìn/ngày", "35 nghìn", number(35_000, unit=VND)),
    ("có 1,2 triệu lượt xem", "1,2 triệu", number(1_200_000)),
    ("bán được gần 100 triệu, trừ chi phí còn 30 triệu.", "100 triệu", number(100 * 10**6, unit=VND)),
    ("đạt 100 triệu, tăng 30 triệu.", "100 triệu", number(100 * 10**6)),
    ("cháu nặng 9kg2, cao", "9kg2", number("9.2", unit="kilogram")),
    ("trồng 1ha2 cà phê", "1ha2", number("1.2", unit="hectare")),
    ("chuyển 12 tấn 7 tạ gạo", "12 tấn 7 tạ", number("12.7", unit="ton")),
    ("thu 12 tấn, 7 tạ để giống", "12 tấn", number(12, unit="ton")),
    ("dậy từ 4 rưỡi sáng", "4 rưỡi sáng", Moment(hour=4, minute=30)),
    ("đến 5 rưỡi chiều", "5 rưỡi chiều", Moment(hour=17, minute=30)),
    (
        "từ tháng Giêng đến hết tháng Ba âm lịch.",
        "tháng Giêng đến hết tháng Ba âm lịch",
        Moment(month=1, lunar=True, end=Moment(month=3, lunar=True)),
    ),
    (
        "khoảng tháng Giêng đến tháng Tư, ruốc",
        "tháng Giêng đến tháng Tư",
        Moment(month=1, lunar=True, end=Moment(month=4, lunar=True)),
    ),
    ("tháng Ba đến tháng Năm", "tháng Ba", Moment(month=3)),
    ("chín trên mười người", "chín", number(9)),
    ("hai đêm liền, 3 và 4/11, nước", "3 và 4/11", Moment(month=11, day=3, also=(Moment(month=11, day=4),))),
    ("hai hộ, 3 và 4/11 thôn", "3", number(3)),
    ("vàng SJC 121,5 triệu/lượng, tăng", "121,5 triệu", number(121_500_000, unit=VND)),
    ("nợ mới 150 triệu.", "150 triệu", number(150 * 10**6, unit=VND)),
    ("đón 2 triệu/năm,", "2 triệu", number(2 * 10**6)),
    ("so cùng kỳ, tăng", "cùng kỳ", Period("period", which="same")),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES, ids=[c[0] for c in CASES])
def test_values(text: str, words: str, value: Value) -> None:
    found = {text[slice(*item.span)]: item.value for item in find(text)}
    assert found.get(words) == value, found


@pytest.mark.parametrize("text", NOTHING)
def test_no_values(text: str) -> None:
    assert [(text[slice(*item.span)], item.value) for item in find(text)] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("mức độ 4", "figures"),
        ("Phường 3", "figures"),
        ("mức độ 3, 4", "figures"),
        ("có 3 xã", ""),
        ("Phụ lục II", "roman"),
    ],
)
def test_numbers_that_name_something(text: str, written: str) -> None:
    value = find(text)[-1].value
    assert isinstance(value, Quantity)
    assert value.written == written


def test_elided_currency() -> None:
    text = "Vốn 5,8 tỷ đồng, gồm ngân sách huyện 3,5 tỷ, còn lại 2,3 tỷ. Tỉnh có 2,6 triệu dân."
    assert [item.kind for item in find(text)] == ["money", "money", "money", "number"]


@pytest.mark.parametrize(("published", "kind"), [(date(2016, 8, 12), "date"), (None, "number")])
def test_the_day_of_the_article_decides(published: date | None, kind: str) -> None:
    assert [item.kind for item in find("trong vụ 8/8 ấy", published)] == [kind]


@pytest.mark.parametrize(
    ("day", "noun"),
    [(9, "huyện"), (9, "xã, thị trấn"), (12, "sở, ngành"), (11, "đơn vị")],
)
def test_share_or_date(day: int, noun: str) -> None:
    of_all = find(f"tại {day}/{day} {noun}")[0]
    assert of_all.value == share(day, day)
    on_day = find(f"sáng {day}/{day}, {noun}")[0]
    assert on_day.value == Moment(month=day, day=day, part="morning")


PIECES = [case[0] for case in CASES]


@settings(deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *NOTHING, "/", "-", "%", "ngày", "giờ", "thứ", "2", "1.0"]), max_size=8))
def test_spans_are_sorted_and_apart(parts: list[str]) -> None:
    text = clean(" ".join(parts))
    position = 0
    for item in find(text):
        start, end = item.span
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        position = end


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789./-:,% ngàythunămtỷđồgiờhIVXQĐCP")))
def test_any_text_can_be_read(text: str) -> None:
    for item in find(clean(text)):
        assert item.span[0] < item.span[1]


@settings(deadline=None)
@given(st.integers(0, 10**15))
def test_dots_part_thousands(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    found = find(f"có {written} đồng")
    assert [item.value for item in found] == [number(value, unit=VND)]


@settings(deadline=None)
@given(st.integers(0, 9999), st.integers(1, 999), st.sampled_from(["", " nghìn", " triệu", " tỷ"]))
def test_comma_parts_decimals(whole: int, part: int, scale: str) -> None:
    factor = {"": 1, " nghìn": 10**3, " triệu": 10**6, " tỷ": 10**9}[scale]
    value = Decimal(f"{whole}.{part:03}") * factor
    assert [item.value for item in find(f"đạt {whole},{part:03}{scale} đồng")] == [Quantity(value, unit=VND)]


@pytest.mark.parametrize("piece", ["1/", "1 triệu ", "ngày 1, ", "www.1", "điều 1 ", "1 và "])
def test_long_nonsense_takes_no_time(piece: str) -> None:
    text = piece * 3000
    assert all(item.span[1] <= len(text) for item in find(text))


LABELLED: list[tuple[str, str, str]] = [
    ("Cụm số 1 gồm ba xã", "số 1", "numbered"),
    ("Tổ số 3 họp", "số 3", "numbered"),
    ("tiểu khu 1644, xã Đắk Som", "1644", "figures"),
    ("Sư đoàn 5 hành quân", "5", "figures"),
    ("trên báo động 2 là", "2", "figures"),
    ("thắng với tỷ số 3-1.", "3", "figures"),
    ("màn hình 4 x 6 m", "4", "figures"),
    ("phụ lục II kèm theo", "II", "roman"),
    ("các đầu số 1900 lạ", "1900", "figures"),
    ("gọi tổng đài 1022 để", "1022", "figures"),
    ("gọi 1022, nhánh khác", "1022", "figures"),
    ("mỗi năm 1500 hộ", "1500", ""),
    ("lớp đối tượng 3, khóa", "3", "figures"),
    ("bắt 3 đối tượng", "3", ""),
    ("Chương trình 1719 năm 2025", "1719", "figures"),
    ("đường vành đai 3", "3", "figures"),
    ("thắng chặng 7 dài", "7", "figures"),
    ("đi 7 chặng dài", "7", ""),
    ("định danh mức 2", "2", "figures"),
    ("có 2 mức giá", "2", ""),
    ("xe tuyến 04 chạy", "04", "figures"),
    ("mở 4 tuyến mới", "4", ""),
    ("tại Km 1.952 bị ngập", "1.952", "figures"),
    ("dọc km 1.952 hộ", "1.952", ""),
    ("lớp có sĩ số 45 em", "45", ""),
    ("Trong số 12 vụ việc", "12", ""),
    ("cấp 1.000 màn tẩm hóa chất", "1.000", ""),
    ("cấp 96 con bò lai", "96", ""),
    ("đã cấp 1,9 triệu ấn phẩm", "1,9 triệu", ""),
    ("nhà cấp 4 mới", "4", "figures"),
    ("bệnh nhân 1694 (nam, 35 tuổi)", "1694", "figures"),
    ("đường dây mạch 3 dài", "3", "figures"),
    ("HTX Hòa Xuân Tây 2.", "2", "figures"),
    ("thôn Mỹ Hòa, Phú Thọ 3, KCN", "3", "figures"),
    ("Kinh Môn 5 ca, Cẩm Giàng", "5", ""),
    ("tại cơ sở 2 (phường An Hội)", "2", "figures"),
    ("mở cơ sở 2 tầng", "2", ""),
    ("thấp nhất 3-5 độ, cao", "3-5", "figures"),
    ("nhìn đồng hồ về số 0,", "0", ""),
    ("đến cột mốc số 0.", "số 0", "numbered"),
    ("con số 215 thửa", "215", ""),
    ("tọa độ 15,5 độ vĩ Bắc", "15,5", ""),
]


@pytest.mark.parametrize(("text", "words", "written"), LABELLED, ids=[c[0] for c in LABELLED])
def test_numbers_that_name(text: str, words: str, written: str) -> None:
    found = {text[slice(*item.span)]: item.value for item in find(text)}
    value = found.get(words)
    assert isinstance(value, Quantity), found
    assert value.written == written


RATES: list[tuple[str, str, tuple[str, ...]]] = [
    ("giá 8.500 đồng/m3,", "8.500 đồng/m3", ("cubic meter",)),
    ("giá 7.000 đồng/kg.", "7.000 đồng/kg", ("kilogram",)),
    ("mua 84 triệu đồng/lượng,", "84 triệu đồng/lượng", ("tael",)),
    ("đạt 6,5 triệu đồng/người/tháng", "6,5 triệu đồng/người/tháng", ("person", "month")),
    ("lãi 65 triệu đồng/ha/năm", "65 triệu đồng/ha/năm", ("hectare", "year")),
    ("công suất 12.000 m3/ngày đêm", "12.000 m3/ngày đêm", ("day",)),
    ("trả 300.000 đồng/ngày công", "300.000 đồng", ()),
    ("tốc độ 60 km/giờ", "60 km/giờ", ()),
    ("thù lao 300.000 đồng/vụ việc", "300.000 đồng", ()),
    ("sao lưu 03 tháng/lần", "03 tháng", ()),
]


@pytest.mark.parametrize(("text", "words", "per"), RATES, ids=[c[0] for c in RATES])
def test_rates(text: str, words: str, per: tuple[str, ...]) -> None:
    found = {text[slice(*item.span)]: item.value for item in find(text)}
    value = found.get(words)
    assert isinstance(value, Quantity), found
    assert value.per == per


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vốn đội từ 186 lên 412 tỷ đồng", ["VND186 billion", "VND412 billion"]),
        ("phụ cấp tăng từ 3,6 lên 4,5 triệu đồng", ["VND3.6 million", "VND4.5 million"]),
        ("dung tích từ 1,9 lên 2,6 triệu m3", ["1.9 million cubic meters", "2.6 million cubic meters"]),
        ("giảm từ 15 xuống còn 7 ngày", ["15", "seven days"]),
        ("năm 2019 lên 2 triệu đồng", ["2019", "VND2 million"]),
        ("tiền chuyên cần từ 200.000 lên 300.000 đồng/tháng", ["VND200,000", "VND300,000 per month"]),
        ("tăng từ 12 lên 300.000 đồng", ["12", "VND300,000"]),
    ],
)
def test_the_first_of_two_amounts_has_the_scale_of_the_second(text: str, said: list[str]) -> None:
    assert [render(item, Style()) for item in find(text)] == said
