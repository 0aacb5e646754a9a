"""Which line above a copied text is its headline, and what the lines around it are."""

from __future__ import annotations

import re
from dataclasses import replace

from vnnews.read.captions import is_caption, is_caption_only
from vnnews.read.lineforms import CLOSED
from vnnews.read.lines import Line

TITLE_WORDS = 45
_LEAST_SEEN = 3
_TELLS = re.compile(r"\b(?:sẽ|vừa|will|has been|have been|is to|are to)\b|\?$")
"""Words that tell news: a line with one is a lead without its stop and no picture's description."""
SITE = re.compile(
    r"\b(?:portal|web ?site|cổng thông tin|trang thông tin|báo điện tử|trang tin)\b|^(?:báo|đài)\b.{0,30}$", re.I
)  # fmt: skip
_SECTION = re.compile(
    r"(?:(?:tin|tin tức|tin mới|mới nhất|tin nóng|tin ảnh|"
    r"thông cáo báo chí|press release|sự kiện|thời sự|hoạt động|trong tỉnh|trong nước|trong ngành|địa phương|"
    r"chính trị|kinh tế|xã hội|văn hóa|"
    r"giáo dục|y tế|thể thao|du lịch|nông nghiệp|của (?:huyện|tỉnh|ngành|sở)|lãnh đạo|chuyên mục|news|events?|"
    r"activities|politics|"
    r"economy|society|culture|education|health|sports?|tourism|agriculture|local|provincial|domestic|latest)"
    r"(?: and | và |\W+|$))+",
    re.I,
)
_PAIR = re.compile(r"[A-ZÀ-ỸĐ][^\W\d_]*(?: [^\W\d_]+){0,2} [-–&] [A-ZÀ-ỸĐ][^\W\d_]*(?: [^\W\d_]+){0,2}")
"""Two short names side by side, as sections are called: "Nghiên cứu - Trao đổi"."""


def title_among(rest: list[Line], stated: int) -> int | None:
    """Which line above the text is the headline: a heading, the line over the date, else the first that can be."""
    headings = [i for i, line in enumerate(rest) if line.kind == "heading"]
    if headings:
        return min(headings, key=lambda i: (rest[i].level or 9, i))
    fit = [i for i, line in enumerate(rest) if line.kind is None and can_head(line)]
    if not fit:
        return None
    sure = [i for i in fit if not is_caption_only(rest[i].text)]
    if not sure:
        return stated - 1 if stated - 1 in fit else None
    long = [i for i in sure if not _is_short_name(rest[i].text)] or sure
    over_date = [i for i in long if i < stated]
    above = over_date[-1] if over_date and not is_caption(rest[over_date[-1]].text) else None
    return above if above is not None and len(over_date) > 1 and _much_shorter(rest, long[0], above) else long[0]


def kind_beside(line: Line) -> Line:
    """A line around the headline: a caption, or a second headline."""
    if line.kind is not None:
        return line
    if _TELLS.search(line.text) and not is_caption_only(line.text):
        return replace(line, kind="paragraph")
    seen = len(line.text.split()) >= _LEAST_SEEN or is_caption(line.text)
    return replace(line, kind="figure" if seen else "heading")


def can_head(line: Line) -> bool:
    """Whether a line could be a headline: some words, not too many, no end of a sentence but a question's."""
    text = line.text
    return 1 < len(text.split()) <= TITLE_WORDS and not (
        text.endswith(CLOSED) and not text.endswith(("?", "!", "…", '"', "”"))
    )


def is_section(text: str) -> bool:
    """Whether a line above the text is the name of the site or of a section in capitals."""
    return bool(SITE.search(text) or _SECTION.fullmatch(text)) or (text.isupper() and len(text.split()) <= 5)


def _is_short_name(text: str) -> bool:
    """Whether a line is more likely the name of a section than a headline, where something else can be one."""
    return len(text.split()) <= 3 or is_section(text) or _PAIR.fullmatch(text) is not None


def _much_shorter(rest: list[Line], first: int, other: int) -> bool:
    """Whether the first candidate is a section's name beside the other."""
    return len(rest[first].text.split()) * 3 <= len(rest[other].text.split()) * 2
