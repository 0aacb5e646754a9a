"""Associations, cooperatives, schools, hospitals, papers and what stands below the commune, with the posts in them."""

from __future__ import annotations

import pytest

from vnnews.english import render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise

BODIES = [
    ("Hiệp hội Cá tra Việt Nam", "Vietnam Pangasius Association"),
    ("Hiệp hội Nước mắm Phú Quốc", "Phu Quoc Fish Sauce Association"),
    ("Hội Châm cứu tỉnh", "Provincial Acupuncture Association"),
    ("Liên đoàn Cờ tỉnh", "Provincial Chess Federation"),
    ("Trung tâm CSKH", "Customer Care Center"),
    ("Trung tâm HTCĐ xã Phú Tâm", "Phu Tam Commune Community Learning Center"),
    ("Trung tâm VHTT&TT huyện Mỹ Xuyên", "My Xuyen District Culture, Information and Sports Center"),
    ("Bệnh viện YHCT tỉnh", "Provincial Traditional Medicine Hospital"),
    ("Nhà hát Múa rối Việt Nam", "Vietnam Puppetry Theater"),
    ("Liên hiệp các hội KH&KT tỉnh Lâm Đồng", "Lam Dong Provincial Union of Science and Technology Associations"),
    ("Tổng hội Xây dựng Việt Nam", "Vietnam General Association of Construction"),
    ("Hội đồng Đội tỉnh", "Provincial Young Pioneers' Council"),
    ("Công đoàn cơ sở Trường THPT Nguyễn Du", "Grassroots Trade Union of Nguyen Du High School"),
    ("Nghiệp đoàn nghề cá xã Phước Tỉnh", "Phuoc Tinh Commune Fishermen's Union"),
    ("Ban Trị sự Trung ương Giáo hội PGHH", "Central Executive Board of the Hoa Hao Buddhist Church"),
    ("Hội thánh Cao Đài Tây Ninh", "Tay Ninh Cao Dai Church"),
    ("Giáo xứ Tân Hương", "Tan Huong Parish"),
    ("HTX Tinh bột sắn Thục Luyện", "Thuc Luyen Cassava Starch Cooperative"),
    ("HTX DVNN Tân Tiến", "Tan Tien Agricultural Service Cooperative"),
    ("DNTN Thanh Bình", "Thanh Binh Private Enterprise"),
    ("Công ty TNHH TM-DV Hoàng Long", "Hoang Long Trading and Service Company Limited"),
    ("Ngân hàng ĐT&PT Việt Nam", "Vietnam Bank for Investment and Development"),
    ("Ngân hàng Phát triển châu Á", "Asian Development Bank"),
    ("Ngân hàng TMCP Công Thương Việt Nam", "VietinBank"),
    ("NHNN chi nhánh tỉnh Sóc Trăng", "Soc Trang Provincial State Bank Branch"),
    ("Trường Đại học Mở TP. Hồ Chí Minh", "Ho Chi Minh City Open University"),
    ("BV Bạch Mai", "Bach Mai Hospital"),
    ("CDC Sóc Trăng", "Soc Trang CDC"),
    ("NXB Kim Đồng", "Kim Dong Publishing House"),
    ("Nhà xuất bản Giáo dục", "Education Publishing House"),
    ("Chi hội Phụ nữ ấp Mỹ Thạnh", "My Thanh Hamlet Women's Union Chapter"),
    ("Ban công tác Mặt trận thôn Đông Hải", "Dong Hai Village Fatherland Front Working Board"),
    ("Đội văn nghệ thôn Nà Lầu", "Na Lau Village Performing Arts Team"),
    ("Chi hội Người cao tuổi khóm 2", "Quarter 2 Chapter of the Association of the Elderly"),
    ("Thông tấn xã Việt Nam", "Vietnam News Agency"),
    ("Tổ công nghệ số cộng đồng xã Phú Nghĩa", "Phu Nghia Commune Community Digital Technology Team"),
    ("Hiệp hội Lương thực VN", "Vietnam Food Association"),
    ("Chi đoàn Sở Tư pháp", "Youth Union Cell of the Department of Justice"),
    ("JICA Việt Nam", "JICA Vietnam"),
    ("Ban Liên lạc Hội đồng hương Sóc Trăng", "Liaison Committee of the Soc Trang Fellow-Countrymen's Association"),
    ("Tổ chức Di cư quốc tế", "International Organization for Migration"),
]

POSTS = [
    (
        "Chủ nhiệm CLB Đờn ca tài tử xã Long Đức",
        "Chairman of the Long Duc Commune Don Ca Tai Tu Club",
    ),
    ("Trưởng Ban nhân dân ấp Tân Lập", "Head of the Tan Lap Hamlet People's Board"),
    ("Bí thư Chi bộ ấp Phú Hòa", "Secretary of the Phu Hoa Hamlet Party Cell"),
    ("Hiệu phó Trường THCS Lê Hồng Phong", "Vice Principal of Le Hong Phong Lower Secondary School"),
    ("Phó TGĐ Tập đoàn FPT", "Deputy General Director of the FPT Group"),
    ("Điều dưỡng trưởng khoa Nhi", "Head Nurse of the Pediatrics Department"),
    ("Chi hội trưởng Phụ nữ ấp Mỹ Thạnh", "Head of the My Thanh Hamlet Women's Union Chapter"),
    (
        "Phó Chủ tịch TT Ủy ban MTTQVN tỉnh",
        "Permanent Vice Chairman of the Provincial Vietnam Fatherland Front Committee",
    ),
    ("Tổng Giám đốc Đài Tiếng nói Việt Nam", "General Director of the Voice of Vietnam"),
]


@pytest.mark.parametrize(
    ("vi", "en", "kind"), [(*body, "institution") for body in BODIES] + [(*post, "title") for post in POSTS]
)
def test_a_body_of_society_and_its_posts_are_named_whole(vi: str, en: str, kind: str) -> None:
    items = recognise(vi, Context(Glossary.load()))
    assert [(item.kind, item.span, render(item, Style())) for item in items] == [(kind, (0, len(vi)), en)]


HELD = [
    ("Hiệu trưởng Trường THPT Hoàng Diệu Nguyễn Văn An", "Principal of Hoang Dieu High School", "Nguyen Van An"),
    ("Bí thư Đoàn Trường THPT Hoàng Diệu Lê Thị Hoa", "Secretary of the Youth Union of Hoang Dieu High School", ""),
    ("Hiệu trưởng Trường THPT Nguyễn Thị Minh Khai", "Principal of Nguyen Thi Minh Khai High School", ""),
]


@pytest.mark.parametrize(("vi", "post", "holder"), HELD)
def test_the_holder_behind_a_named_school_is_no_part_of_its_name(vi: str, post: str, holder: str) -> None:
    said = [render(item, Style()) for item in recognise(vi, Context(Glossary.load()))]
    assert said[0] == post
    assert holder in ("", *said[1:])
