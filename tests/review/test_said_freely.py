"""What a good translator says freely, and the errors beside it that must be told."""

from __future__ import annotations

import pytest
from tests.review.checked import codes


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Theo ông Hiển, đường sẽ được sửa trong tháng này.", "He added that the road would be repaired this month."),
        ("Chị bấm máy tới lui mà vẫn chưa xong.", "She pressed the buttons over and over and still was not done."),
        ("Quả được khử trùng bằng Methyl Bromide.", "The fruit is fumigated with methyl bromide."),
        (
            "Đoàn đã thăm huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào).",
            "The delegation visited Nong Het district, Xiangkhouang province (Laos).",
        ),
        ("Khu vực gồm Tà Keo (Campuchia).", "The area includes Takeo (Cambodia)."),
        ("Lực lượng chỉ còn cách dùng máy thổi gió.", "The force had no choice but to use blowers."),
        ("Tiền trong tài khoản “không cánh mà bay”.", "The money in the account had vanished into thin air."),
        ("Cán bộ chưa quen việc lập hồ sơ.", "Officials are new to preparing files."),
        ("Không gia đình nào không có điện.", "There is no family that does not have electricity."),
        (
            "Tỉnh có 32 dự án, chưa kể 1.870 hệ thống áp mái.",
            "The province has 32 projects, besides 1,870 rooftop systems.",
        ),
        ("Không thể không nhắc tới thầy An.", "It would not be right not to mention Mr. An."),
        ("Sóng 4G khi có khi không.", "The 4G signal comes and goes."),
        ("Kêu ghe hoài hổng ai tới.", "I keep calling the boats and no one comes."),
        ("Suất thấp nhất rộng 90 m2.", "No plot is smaller than 90 square meters."),
        ("Dân ở Vĩnh Long, Long Khánh mừng.", "People in Vinh Long province and Long Khanh city were glad."),
        ("Chợ Cán Cấu (Si Ma Cai) đông khách.", "Can Cau market in Si Ma Cai district is crowded."),
        ("Công đảng Anh thắng cử.", "The British Labor Party won the election."),
        ("Anh viết thế cho tôi nhé!", "Write that for me, won't you!"),
        ("Đoàn sẽ rời Đà Nẵng vào sáng 7/11.", "They leave Da Nang on the morning of November 7."),
        (
            "Ở xã Khâu Vai, tỉnh Tuyên Quang (trước là huyện Mèo Vạc, Hà Giang), ai cũng biết chị.",
            "In Khau Vai commune, Tuyen Quang province (formerly in Meo Vac district, Ha Giang), everyone knows her.",
        ),
    ],
)
def test_free_english_is_right(vi: str, en: str) -> None:
    assert not codes(vi, en)


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        (
            "P001",
            "Theo ông Hiển, đường sẽ được sửa trong tháng này.",
            "Mr. Dung said he would repair the road this month.",
        ),
        ("C005", "Xã phát triển kinh tế và xã hội.", "The commune develops the economy and the economy and society."),
        ("C001", "Xã phát động phong trào trồng cây.", "The commune launched a phong trao of planting."),
        ("C008", "Khi không có mưa, xã bơm nước.", "When it rains, the commune pumps water."),
        ("C009", "Anh viết bài cho báo.", "He did not write articles for the newspaper."),
        (
            "C008",
            "Tỉnh có 32 dự án, chưa kể 1.870 hệ thống áp mái.",
            "The province has 32 projects, including 1,870 rooftop systems.",
        ),
        ("C009", "Không bản vẽ gốc nào được lưu lại.", "No original drawing has not survived."),
        ("C009", "Cao su cũng chẳng khá hơn.", "Rubber is not faring no better."),
        ("C014", "Đoàn sẽ rời Đà Nẵng vào sáng 7/11.", "They left Da Nang on the morning of November 7."),
        ("T005", "Chợ Cán Cấu (Si Ma Cai) đông khách.", "Can Cau market in Si Ma Cai province is crowded."),
        ("T005", "Làm việc tại cơ sở 3 (phường Trà Vinh);", "Working at Facility 3 (Tra Vinh commune);"),
        ("W001", "Tàu hoạt động trên Biển Đông.", "The ship operates in the Eastern Sea."),
        ("W003", "Đại hội Đảng Lao động Việt Nam họp năm 1951.", "The Vietnam Labor Party met in congress in 1951."),
        ("P003", "Đoàn đã thăm huyện Mường Nhé.", "The delegation visited Muong Nha district."),
    ],
)
def test_error_beside_it_is_told(code: str, vi: str, en: str) -> None:
    assert code in codes(vi, en)
