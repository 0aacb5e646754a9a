"""Values that English says in another way than in figures, and those that it says wrongly."""

from __future__ import annotations

import pytest
from tests.review.checked import codes

_TIMES = "Cán bộ không yêu cầu bổ sung hồ sơ quá 1 lần."
_SHIFTS = "Nhà thầu tổ chức thi công 3 ca, 4 kíp."
_ROUTE = "Toàn tuyến đã bàn giao được 21,7/25,2km mặt bằng."
_SPRING = "Tỉnh gặp mặt kiều bào mừng Xuân Đinh Hợi."


def values_told(vi: str, en: str) -> set[str]:
    return {code for code in codes(vi, en) if code.startswith("N")}


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        (_TIMES, "Officials do not ask for additional papers more than once."),
        (_SHIFTS, "The contractor works around the clock."),
        (_SHIFTS, "The contractor works in three shifts with four teams."),
        (_ROUTE, "The site of 21.7 km of the 25.2-km route has been handed over."),
        (_ROUTE, "The site has been handed over on 21.7 of 25.2 kilometers."),
        (_SPRING, "The province meets overseas Vietnamese to welcome the 2007 Lunar New Year."),
        (_SPRING, "The province meets overseas Vietnamese to welcome the Lunar New Year of the Pig."),
    ],
)
def test_value_said_otherwise(vi: str, en: str) -> None:
    assert not values_told(vi, en)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Cán bộ không yêu cầu bổ sung hồ sơ quá 3 lần.", "Officials do not ask for additional papers more than once."),
        ("Nhà máy có 3 dây chuyền.", "The plant works 24/7 with three lines."),
        (_ROUTE, "The site of 21.7 km of the 26.2-km route has been handed over."),
        (_ROUTE, "The site of 2.17 km of the 25.2-km route has been handed over."),
        (_SPRING, "The province meets overseas Vietnamese to welcome the 2008 Lunar New Year."),
    ],
)
def test_wrong_value(vi: str, en: str) -> None:
    assert values_told(vi, en)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Khánh Hòa: Sốt xuất huyết tăng gấp 3.", "Khanh Hoa: Dengue triples."),
        ("Phụ cấp của chị bằng 0,5 mức lương cơ sở.", "Her allowance is half the base salary."),
        ("Ngay trong sáng 22/12, các hộ đã nhận tiền.", "That very morning, the households accepted the money."),
        ("Đơn vị làm việc theo phương châm “4 tại chỗ”.", "The unit works with everything on the spot."),
    ],
)
def test_value_that_may_be_left_out(vi: str, en: str) -> None:
    assert not values_told(vi, en)
