"""What a good translator says freely, and the errors beside it that must be told."""

from __future__ import annotations

import pytest

from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_pairs
from vnnews.settings import Settings


def _codes(vi: str, en: str) -> set[str]:
    found = check_pairs([("1", vi, en)], context_for(Settings()), style_for(Settings()))
    return {f.code for f in found if f.severity != "info"}


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
    ],
)
def test_free_english_is_right(vi: str, en: str) -> None:
    assert not _codes(vi, en)


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
        ("P003", "Đoàn đã thăm huyện Mường Nhé.", "The delegation visited Muong Nha district."),
    ],
)
def test_error_beside_it_is_told(code: str, vi: str, en: str) -> None:
    assert code in _codes(vi, en)
