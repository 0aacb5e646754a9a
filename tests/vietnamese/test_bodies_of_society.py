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
]

POSTS = [
    (
        "Chủ nhiệm CLB Đờn ca tài tử xã Long Đức",
        "Chairman of the Long Duc Commune Don Ca Tai Tu Club",
    ),
]


@pytest.mark.parametrize(
    ("vi", "en", "kind"), [(*body, "institution") for body in BODIES] + [(*post, "title") for post in POSTS]
)
def test_a_body_of_society_and_its_posts_are_named_whole(vi: str, en: str, kind: str) -> None:
    items = recognise(vi, Context(Glossary.load()))
    assert [(item.kind, item.span, render(item, Style())) for item in items] == [(kind, (0, len(vi)), en)]
