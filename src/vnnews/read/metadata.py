"""What a line of text says about its article: the day of publication, who wrote, translated, photographed.

Every function takes one line, cleaned and stripped. The forms of dates and bylines themselves are those of
`read.html.bylines`, which reads the same lines on pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vnnews.read.html.bylines import named_alone, read_byline
from vnnews.read.html.dateforms import find_date
from vnnews.read.html.dates import plausible
from vnnews.read.html.forms import Credits, is_nobody, looks_like_name, read_names
from vnnews.vietnamese.normalise import strip_marks

_DATE_LABEL = re.compile(
    r"^\W*(?P<first>(?:ngày|thời gian|giờ)?\s*(?:được\s*)?(?:đăng|xuất bản|đăng tải|phát sóng|đưa tin|phát hành|"
    r"gửi)(?: (?:tin|bài|lúc|vào|ngày|hồi|lên))*|"
    r"(?:date )?(?:published|posted|publish|post|release[d]?|created|submitted)(?: (?:on|at|date|time|by))?|"
    r"date|ngày|"
    r"publication date|issued(?: on)?)\b|^\W*(?P<later>(?:ngày |lần )?(?:cập nhật|sửa)(?: (?:lúc|ngày|cuối|"
    r"lần cuối|mới nhất|vào))*|"
    r"(?:last )?(?:updated|update|modified|edited)(?: (?:on|at|date|time))?)\b",
    re.I,
)
_DATE_WORDS = re.compile(
    r"(?:thứ|chủ|nhật|hai|ba|tư|năm|sáu|bảy|tháng|ngày|giờ|phút|lúc|sa|ch|am|pm|gmt|h|g|p|utc|mon|tue|wed|thu|"
    r"fri|sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|"
    r"august|september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|at|on|of|the|date|time|st|nd|"
    r"rd|th|vào|hồi|và|"
    r"sáng|chiều|tối|admin|by)",
    re.I,
)
_PLACE = re.compile(
    r"^(?:[A-ZÀ-ỸĐ][^\W\d_]*\.?\s?){1,4},\s*(?=(?:ngày\s+)?\d{1,2}(?:/|\s+(?:tháng|[A-Z][a-z]{2}))|[A-Z][a-z]{2,8}\s+\d)"
)
"""The place before a day, as letters and releases are dated: "Cần Thơ, ngày 21 tháng 5 năm 2018"."""
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{2})(?![\d/])")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a line states as the page's own: ISO, its weight (3 published, 2 bare, 1 updated), whether unsure.

    `unsure` when the numbers could be read month first as well.
    """

    iso: str
    weight: int
    unsure: bool = False


def read_day(line: str) -> Day | None:
    """The day of a date line ("Đăng ngày 7/2/2020", "Published on 5 - 3 - 2020", a bare date); None for other lines."""
    if len(line) > 90:
        return None
    label = _DATE_LABEL.match(line) or _PLACE.match(line)
    rest = line[label.end() :] if label else line
    iso = _iso(rest)
    if iso is None:
        return None
    words = re.findall(r"[^\W\d_]+", rest)
    told = label is not None and label.re is not _PLACE and len(words) <= 8
    if not all(_DATE_WORDS.fullmatch(w) for w in words) and not told:
        return None
    weight = 2 if label is None or label.re is _PLACE else (1 if label["later"] else 3)
    return Day(iso, weight, _could_be_month_first(rest))


def _iso(text: str) -> str | None:
    found = find_date(text)
    if found is not None:
        return plausible(*found)
    short = _SHORT_YEAR.search(text)
    return plausible(2000 + int(short[3]), int(short[2]), int(short[1])) if short else None


def _could_be_month_first(text: str) -> bool:
    """Whether a numeric date with slashes beside an English 12-hour clock could be the American order."""
    found = re.search(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{4}", text)
    if found is None or not re.search(r"\d\s?(?:am|pm)\b", text, re.I):
        return False
    return int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2]


def day_at_end(title: str) -> tuple[str, Day | None]:
    """A headline without the day printed behind it, and that day: "Khai mạc hội thi (24/11/2016)"."""
    found = re.search(
        r"\s*[(\[]\s*((?:\d{1,2}:\d{2}\s*[-–|,]?\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^)\]]{0,20})[)\]]\s*$", title
    )
    day = read_day(found[1]) if found else None
    return (title[: found.start()], day) if found and day else (title, None)


_SPLIT = re.compile(
    r"\s*[|•·]\s*|\t+| {3,}|(?<!\bsố)\s+(?=(?:(?:số )?lượt (?:xem|đọc)|views?|hits?)\s*:)|"
    r"(?<=\d)\s+(?=(?:in (?:trang|bài|tin)|bản in|gửi (?:e-?mail|bài)|print|chia sẻ|share|cỡ chữ)\b)|"
    r"\s+[-–—]\s+(?=(?:lượt|số lượt|views?|hits?|by|tác giả|author|nguồn|source|đăng|"
    r"cập nhật)\b)",
    re.I,
)

_DASH = re.compile(r"\s+[-–—]\s+")
_ACCOUNT = re.compile(
    r"\W*(?:tác giả|người (?:đăng|viết|gửi)|đăng bởi|viết bởi|author|"
    r"(?:posted |written |published )?by|bởi|biên tập)\s*:?\s+(.+)",
    re.I,
)


def names_account(line: str) -> bool:
    """Whether a line names as author only an account or office of the content system ("Đăng bởi: admin")."""
    found = _ACCOUNT.fullmatch(line) if len(line) <= 60 else None
    return found is not None and is_nobody(found[1])


def cuts(line: str) -> list[list[str]]:
    """The ways to part a line in which several statements may stand side by side ("24/11/2016 | Lượt xem: 12")."""
    coarse = [p for p in (part.strip(" ,;") for part in _SPLIT.split(line)) if p]
    fine = [p.strip() for part in coarse for p in _DASH.split(part) if p.strip()]
    return [[line], coarse, fine]


_AGENCY = re.compile(r"[(\[]?\s*(?P<name>TTXVN|VNA|VNS|VOV\d?|VTV\d{0,2}|Vietnam\+|VietnamPlus)\s*[)\]]?")
"""A news agency or broadcaster that signs a text alone, by its initials."""
_MAKER = re.compile(r"(?P<name>.{3,50}?)\s*\(?(?:thực hiện|tổng hợp|lược ghi|ghi)\)?", re.I)
"""A name with what its bearer did: made the photo story, put the news together, wrote down a talk."""

_OF_OUTLET = re.compile(
    r"(?P<name>[^/]{3,40}?)\s*/\s*(?P<outlet>(?:[\w-]+ ){0,4}(?:radio|newspaper|news|portal|television|tv)|"
    r"(?:báo|đài|cổng) \w.{2,40})",
    re.I,
)
"""A reporter and the house that the text was taken from: "Lan Anh/Báo Bình Minh"."""


def read_credits(line: str) -> Credits | None:
    """The credits that a line names by a label: "By A – Translated by B", "Bài và ảnh: A", "Nguồn: B", or that an
    agency alone signs ("TTXVN"); else None.
    """
    if len(line) > 220 or line.count(" ") > 24:
        return None
    agency = _AGENCY.fullmatch(line)
    if agency:
        return Credits(source_name=agency["name"])
    maker = _MAKER.fullmatch(line)
    if maker and looks_like_name(maker["name"]) and (named := named_alone(maker["name"])).author:
        return named
    house = _OF_OUTLET.fullmatch(line)
    if house and looks_like_name(house["name"]) and (named := named_alone(house["name"])).author:
        return replace(named, source_name=house["outlet"])
    credits = read_byline(line)
    if credits is None:
        return None
    people = (credits.author, credits.photographer, credits.translator)
    if credits.original_url or any(people):
        return credits
    return credits if credits.source_name and _is_source_name(line, credits.source_name) else None


def _is_source_name(line: str, name: str) -> bool:
    return len(name.split()) <= 9 and not name.endswith((",", ":")) and (":" in line or len(line) <= 60)


_OFFICE = re.compile(r"[A-ZÀ-ỸĐ][^\W\d_]*(?: [^\W\d_]+){1,5}")
"""The name of an office that signs ("Văn phòng Sở")."""


def read_signature(line: str, *, pushed: bool) -> str | None:
    """The author whom a line names that holds nothing but a name; `pushed` when it stands at the right edge."""
    if len(line) > 70 or (line.endswith((".", "!", "?", ":")) and not re.search(r"[A-ZĐ]\.$", line)):
        return None
    names = read_names(line)
    if names is None and pushed and _OFFICE.fullmatch(line) and not is_nobody(line):
        return line
    if names is None or is_nobody(names):
        return None
    if pushed:
        return names
    return names if looks_like_name(line) and _all_vietnamese(names) else None


_INITIALS = re.compile(r"[A-ZĐ](?:\.?[A-ZĐ])*\.?")
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?[aeiouy]{{1,3}}(?:ch|ng|nh|c|m|n|p|t)?", re.I)


def _all_vietnamese(names: str) -> bool:
    """Whether every word has the build of a Vietnamese syllable, or is an initial."""
    words = re.findall(r"[^\W\d_]+", names)
    return all(_SYLLABLE.fullmatch(strip_marks(w)) or _INITIALS.fullmatch(w) for w in words)
