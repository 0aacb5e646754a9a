"""What the words around a figure say about it: date or share, time of day or duration, number or name.

The word lists come from reading Vietnamese government news; each function answers one question about a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day_of
from decimal import Decimal

from vnnews.vietnamese import lexis
from vnnews.vietnamese.numbers import WORDS, spelled

_REACH = 32
_LONGEST_COUNT = 7
"""Figures in a row, without points for thousands, from which on they are the number of an account or a file."""

_PAUSE = re.compile(r"\s*(?:[,;:.!?)…-]|\Z)")
_CLOCK_AFTER = re.compile(
    r"\s(?:sáng|trưa|chiều|tối|đêm|khuya|cùng ngày|hằng ngày|hàng ngày|mỗi ngày|hôm|ngày|thứ|rạng)(?!\w)|\s?(?:-"
    r"|–|đến|tới)\s?\d{1,2}\s?(?:giờ|h)",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"\s?/|\s(?:đồng hồ|liên tục|liền|ròng|bay|mỗi|kể từ|xuống|làm việc|học|lao động|công|để|so với|tập|giảng"
    r"|chạy)(?!\w)",
    re.IGNORECASE,
)

_SECONDS = re.compile(r" \d{1,2} giây")
_CLOCK_TO = re.compile(r"\d ?(?:giờ|h|g)(?:\d\d)? ?[-–] ?\Z", re.IGNORECASE)
"""Before the second hour of "6h-8h"."""

_DASHED = re.compile(r"\d{1,2}[-.]\d{1,2}(?![\d/-]|[.,]\d)")
_LISTED = re.compile(r"([^\W\d_]+) \d+(?:, \d+)*(?:,| và| hoặc| đến|-) ?\Z")

_WEEKDAY_WORD = re.compile(r"(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)(?!\s?[-/.]\s?\d)", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(
    r"(?:, ?[3-7])+(?:(?:,| và) ?[3-7](?![\d/])|(?= (?:hằng|hàng|mỗi) tuần))"
    r"|\s(?:hằng|hàng|mỗi) tuần|\stuần |\s\(?(?:ngày )?\d{1,2}[/-]\d|,? (?:và |hoặc |đến )?(?:thứ (?:hai|ba|tư"
    r"|năm|sáu|bảy)"
    r"|chủ nhật)|\scuối cùng",
    re.IGNORECASE,
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_DATE_AFTER = re.compile(
    r",? \(?(?:ngày )?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>(?:19|20)\d\d))?(?!\d)"
)
_IN_BRACKETS = re.compile(r"(?:(?<=\[)\d{1,2}\]|(?<=\()\d{1,2}\)|(?<=[\s;.:])\d{1,2}\)(?= \w))")
_NUMBERED_NAME = re.compile(
    r"(?<!\w)(?i:cầu|tàu|hồ|hầm|cảng|bến|phà|kênh|nhà máy|thủy điện|nhiệt điện|trạm bơm|công viên|chung cư|tòa nhà"
    r"|giống|lúa|gạo|khu đô thị|khu dân cư)"
    rf"(?: [{lexis.UPPER}]\w*){{1,4}} \Z"
)
"""Names that a figure is the end of: cầu Rạch Miễu 2, tàu Trường Sa 04."""
_MARK_BEFORE = re.compile(r"[.;:] \Z")
_SIGN_AFTER = re.compile(rf"\. [{lexis.UPPER}]")
_WEEKDAY_LIST = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|các|vào|từ)(?: ngày)? thứ \w+(?:, thứ \w+)*(?:,| và| hoặc| đến) \Z", re.IGNORECASE
)
_WEEKDAY_DIGITS = re.compile(r"(?<!\w)thứ (?P<first>[2-6])(?:(?:, ?| và )[3-7])*(?:, ?| và )\Z", re.IGNORECASE)
_PART_BEFORE = re.compile(r"(?<!\w)(?:rạng sáng|sáng|trưa|chiều|tối|đêm) \Z", re.IGNORECASE)

_TELEPHONE_WORDS = re.compile(
    r"(?:điện thoại|đt|hotline|đường dây nóng|tổng đài|fax|zalo|tel|liên hệ)\W.{0,15}\Z", re.IGNORECASE
)
_ADDRESS = re.compile(r"://|www\.|@")
_FOREIGN_BEFORE = frozenset("-_@&+=#?%")
_LONGEST_ADDRESS = 100
_TOKEN = re.compile(r"[^\s,;()]{0,200}")
_LIST_SIGN = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)](?=\s)|\.?/ )")
_LINE_START = re.compile(r"(?:\A|\n)\s*\Z")
_OF_NAME = re.compile(r"[^\W\d_]{1,3}\d+\.")
"""What a figure ends the name of: PM2.5."""
_STANDARD = re.compile(r"(?:iso|tcvn|qcvn|iec|vietgap|globalgap|sars-cov|covid)[ /-]?(?:\w+[ /-])?\Z", re.IGNORECASE)

_PLOT = re.compile(r"\d+[a-zđ]?(?:[-/.]\d+[a-zđ]?)+(?![\w%])", re.IGNORECASE)
_CLASS = re.compile(r"(?:[1-9]|1[0-2])/\d{1,2}(?![\d/])")
"""The third class of the ninth grade, "lớp 9/3"."""
_TALL = re.compile(r"(?:cao|sâu|ngập|dâng)(?: [^\W\d_]+)? \Z|trẻ(?: em)?(?: cao)? (?:dưới|trên|từ) \Z", re.IGNORECASE)
_TIED_AFTER = re.compile(r"[+/:]\d| ?[-–x×] ?\d")
_TIED_BEFORE = re.compile(r"\d(?:[+/:]| ?[-–x×] ?)\Z")
_VARIETY = re.compile(r"(?<![^\W_])[A-ZĐ]{2,4} \Z")
_RESULTS = re.compile(r"(?:thắng|thua|tỷ số|tỉ số)(?: \w+)?(?: \d+/\d+(?:,| và))+ \Z", re.IGNORECASE)
_NEXT_RESULT = re.compile(r"(?:,| và) \d+/\d+(?!\d)")
_SCORED = re.compile(r"(?:thắng|thua|hòa|hoà|dẫn|tỷ số|tỉ số)(?: \w+)? \Z", re.IGNORECASE)

_SHORTENED = re.compile(
    r"(?:rút ngắn|rút|giảm|tăng|bớt|bằng|chiếm)(?: khoảng| được)?(?P<since> từ)? \Z|/\d đến \Z", re.IGNORECASE
)
_SHARES = re.compile(r"[1-4]/[2-9](?: ?(?:đến|-|–) ?[1-4]/[2-9])?(?![\d/])")
_SHARE_RANGE = re.compile(r"[1-4]/(?P<first>[2-9]) ?(?:đến|-|–) ?[1-4]/(?P<second>[2-9])(?![\d/])")
"""Shares, if as days they would go back: "từ 1/3 đến 1/2"."""
_TO_PART = re.compile(r"\d/\d (?:[^\W\d_]+ ){0,4}?(?:(?:đến|lên|xuống|còn|tới) |[-–] ?)\d")
"""What time, cost and the like are shortened by, and shares with small parts: rút ngắn từ 1/3 đến 1/2 thời gian."""

_SENTENCE_MARKS = frozenset('.!?:…“"-–')
_TO_NUMBER = re.compile(r" (?:đến|tới) (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d)(?!\w)", re.IGNORECASE)

_OUT_OF = re.compile(
    r" tr(?:ong|ên) (?:số )?(?:ba|bốn|sáu|bảy|tám|chín|mười|\d{1,3}) (?!ngày|tháng|năm|tuần|giờ|phút)[^\W\d_]"
)
"""After a number that says how many of a whole: chín trong mười hang động."""

_GRADE = re.compile(r" (?:lớp|thứ|học) ")
_NAMED_GROUP = re.compile(
    r" (?:(?:xã|phường|huyện|quận|tỉnh|thôn|ấp|bản|sở|ngành|thị xã|thị trấn|thành phố|khu [^\W\d_]+"
    r"|khu [^\W\d_]+ [^\W\d_]+"
    r"|tuyến [^\W\d_]+|điểm [^\W\d_]+) (?:\d|[A-ZĐ]|(?-i:[ÂĂÊÔƠƯÁÀẢÓÒÚÝỶ]))|chị em |anh em |bên (?:đường|bờ|lề"
    r"|cánh|mép|suối|sông|nội|hông))"
)
"""Before a number in words: "hai xã Gia Cát, Hợp Thành", whose English names the communes and may not count them."""


def before(text: str, at: int) -> list[str]:
    """The last words before `at`, in lower case, nearest last; a mark between counts as part of its word."""
    return text[max(0, at - _REACH) : at].lower().split()


def _next(text: str, at: int) -> str:
    """The word after `at`, in lower case, or the mark if one comes first."""
    found = re.compile(r"\s*([^\W\d_]+|\S)?").match(text, at)
    return (found[1] or "").lower() if found else ""


def past_foreign(text: str, at: int, floor: int) -> int | None:
    """Where to go on after a figure that is part of an address, a name or a standard ("COVID-19"); else None.

    What was read before ends at `floor`: a figure right after it and a dash goes on with it ("7h-11h30").
    """
    listed = _LIST_SIGN.match(text, at)
    if listed and (at == 0 or _LINE_START.search(text, max(0, at - 4), at)):
        return listed.end()
    if at > 1 and text[at - 1] in _FOREIGN_BEFORE and text[at - 2].isalnum() and floor != at - 1:
        return past_token(text, at)
    lead = text[max(0, at - _LONGEST_ADDRESS) : at]
    said = "" if not lead or lead[-1].isspace() else lead.rsplit(None, 1)[-1].rpartition("(")[2]
    if _ADDRESS.search(said + text[at : past_token(text, at)]) or (said.endswith(".") and "." in said[:-1]):
        return past_token(text, at)
    if _STANDARD.search(text, max(0, at - 16), at) or (said.endswith(".") and _OF_NAME.fullmatch(said)):
        return past_token(text, at)
    return None


def past_token(text: str, at: int) -> int:
    """The place after the figure at `at` and all that is written together with it."""
    found = _TOKEN.match(text, at)
    return max(found.end() if found else at, at + 1)


def is_plot(text: str, at: int) -> bool:
    """Whether the figures at `at` are the name of a plot, a house or a lane with dashes or strokes ("15-2/01")."""
    words = before(text, at)
    if not _PLOT.match(text, at) or not words:
        return False
    pair = words[-2:]
    return (
        words[-1] in lexis.PLOTS
        or (words[-1] == "lớp" and _CLASS.match(text, at) is not None)
        or pair
        in (
            ["số", "nhà"],
            ["tại", "số"],
            ["ở", "số"],
            ["lô", "đất"],
            ["lô", "số"],
            ["hẻm", "số"],
            ["nhà", "số"],
        )
    )


def is_joined(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) is tied to another one: a score "3-1", a size "4 x 6", "Km 15+200"."""
    return bool(_TIED_AFTER.match(text, end) or _TIED_BEFORE.search(text, max(0, at - 4), at))


def is_height(text: str, at: int) -> bool:
    """Whether "1m2" at `at` is how tall or deep something is, and no area."""
    return _TALL.search(text, max(0, at - _REACH), at) is not None


def is_kilometer_post(text: str, at: int) -> bool:
    """Whether a figure at `at` is where a road is at: Km 1.952."""
    return text.startswith("Km ", max(0, at - 3), at)


def is_variety(text: str, at: int, end: int) -> bool:
    """Whether four or five figures without a dot over [at, end) follow capitals, as in the rice "OM 5451"."""
    return 4 <= end - at <= 5 and text[at:end].isdigit() and _VARIETY.search(text, max(0, at - 6), at) is not None


def is_result(text: str, at: int, end: int) -> bool:
    """Whether "18/21" over [at, end) is one of the results of a match, "thắng 21/15, 18/21 và 21/19"."""
    if _RESULTS.search(text, max(0, at - _REACH), at) is not None:
        return True
    if is_score(text, at) and _NEXT_RESULT.match(text, end) is not None:
        return True
    opened = text.rfind("(", max(0, at - 2 * _REACH), at)
    sets = _SETS.match(text, opened) if opened >= 0 else None
    return sets is not None and any(_is_set(*pair.split("/")) for pair in sets[1].split(", "))


def _is_set(high: str, low: str) -> bool:
    """Whether "25/22" in a list of such can only be points: more than all is no share, and no year has 22 months."""
    return int(high) > int(low) > _MONTHS


_MONTHS = 12
_SETS = re.compile(r"\((\d{1,2}/\d{1,2}(?:, \d{1,2}/\d{1,2})+)\)")
"""The sets of a match in brackets, "(25/22, 19/25, 27/25)"."""


def is_score(text: str, at: int) -> bool:
    """Whether "1-2" at `at` is the score of a match."""
    return _SCORED.search(text, max(0, at - _REACH), at) is not None


def is_assembly_term(text: str, at: int) -> bool:
    """Whether "khóa 13" at `at` follows a body that counts its terms."""
    lead = text[max(0, at - 2 * _REACH) : at].lower()
    return any(name in lead[max(lead.rfind(mark) for mark in ".;") + 1 :] for name in lexis.ASSEMBLIES)


def says_telephone(text: str, at: int) -> bool:
    """Whether the words before a figure announce a telephone number."""
    return _TELEPHONE_WORDS.search(text, max(0, at - _REACH), at) is not None


def is_date(text: str, at: int, end: int, published: day_of | None) -> bool:
    """Whether "9/8" over [at, end) is a date: by the word before it, or near the day of publication."""
    high, _, low = text[at:end].partition("/")
    if text.startswith((" âm lịch", " (âm lịch)"), end):
        return True
    if _is_part(text, at):
        return False
    if high.isdigit() and low.isdigit() and int(high) > int(low):
        return True
    words = before(text, at)
    last = words[-1].strip("(,.:;–-") if words else ""
    if not last and words and len(words) > 1:
        last = words[-2].strip("(,.:;–-")
    if words[-2:] in (["chưa", "tới"], ["chưa", "đến"]) or _PART_OF_TIME.match(text, at):
        return False
    if last == "là" and _DEADLINE.search(text, max(0, at - 2 * _REACH), at):
        return True
    if last in lexis.BEFORE_DATE:
        sure = last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm")
        return sure or _next(text, end) not in lexis.COUNTED or _is_since(text, at, end, words)
    if _next(text, end) in lexis.COUNTED or last in lexis.BEFORE_SHARE:
        return False
    return _near(text[at:end], published)


_DEADLINE = re.compile(
    r"(?<!\w)(?:(?<!quá )(?<!đúng )(?<!trước )hạn(?! (?:chế|hán|hẹp|ngạch|mức|điền))|thời điểm)"
    r"(?: [^\W\d_]+){0,7} là \Z",
    re.IGNORECASE,
)
"""Before a day that something is valid until or falls on: hạn dùng của vé mời là 1/5."""


def _is_part(text: str, at: int) -> bool:
    """Whether "1/3" at `at` is by how much time, cost and the like are shortened; "tăng từ 1/7" is since July 1."""
    span = _SHARE_RANGE.match(text, at)
    if span is not None:
        return int(span["first"]) > int(span["second"])
    found = _SHORTENED.search(text, max(0, at - _REACH), at)
    share = _SHARES.match(text, at) if found else None
    return share is not None and (found is None or not found["since"] or _TO_PART.match(text, at) is not None)


def _is_since(text: str, at: int, end: int, words: list[str]) -> bool:
    """Whether "1/10" over [at, end) with what could be counted after it is a day: "Từ 1/10 người dân được ...".

    Not where it is a share that something grew or shrank from ("từ 1/10 người dân lên 7/10"), or the least of a vote.
    """
    if words[-1] not in ("từ", "trước", "sau") or words[-2:-1] in _OF_SHARES:
        return False
    return not _OF_WHOLE.match(text, end) and not _TO_SHARE.search(text, end, end + 3 * _REACH)


_OF_SHARES = (
    ["giảm"], ["tăng"], ["đạt"], ["có"], ["được"], ["nhất"], ["chiếm"], ["nâng"], ["rút"], ["xuống"], ["hạ"], ["chỉ"],
)  # fmt: skip
_OF_WHOLE = re.compile(r" (?:số|tổng|diện|quân) |[^.,;]{0,60} trở (?:lên|xuống)(?!\w)")
_TO_SHARE = re.compile(r"[^.;!?]* (?:lên|xuống|còn|đến|thành|nay|tới|là|đã)(?: [^\W\d_]+){0,3} \d+(?:/\d|,?\d* ?%)")
"""What a share grows or shrinks to later in the sentence."""
_SMALL_SHARE = re.compile(r"[1-3]/[2-5] (?:là (?!ngày|thứ|chủ|hạn|dịp|lễ)|thuộc |trong (?:số|tổng) )", re.IGNORECASE)
"""A share of what was counted before: "42 em, 1/3 là người Mông"."""
_PART_OF_TIME = re.compile(
    r"[123]/[234] (?:(?:giờ|tiếng|buổi|thế kỷ|chặng|quãng|thời gian)(?!\w)|(?:ngày|tháng|năm)(?! (?:càng|mùng|nay|sau"
    r"|trước|ngoái|tới|học|\d|[^\W\d_]+ (?:âm )?lịch))(?!\w))"
)
"""Half a day, a third of the time; not "1/2 năm 2025"."""


def _near(written: str, published: day_of | None) -> bool:
    """Whether "9/8" is within two months of the day of publication."""
    day, _, month = written.partition("/")
    if published is None or not (day.isdigit() and month.isdigit()):
        return False
    try:
        near = day_of(published.year, int(month), int(day))
    except ValueError:
        return False
    return abs((near - published).days) <= 60


def is_fraction(text: str, at: int, end: int) -> bool:
    """Whether "9/9" over [at, end), no date by the words before it, is a share: by what is counted, or by its parts."""
    high, low = text[at:end].split("/")
    words = before(text, at)
    last = words[-1] if words else ""
    if words[-2:] in (["chưa", "tới"], ["chưa", "đến"]) or _PART_OF_TIME.match(text, at):
        return True
    if _is_part(text, at):
        return True
    if last not in lexis.BEFORE_SHARE and _PAUSE.match(text, end):
        return False
    if last not in lexis.BEFORE_DATE and _SMALL_SHARE.match(text, at):
        return True
    if last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm", "mùng"):
        return False
    return _next(text, end) in lexis.COUNTED or last in lexis.BEFORE_SHARE or high == low != "1"


def is_month(text: str, at: int, end: int) -> bool:
    """Whether "2/1975" over [at, end) is a month of a year and no share: "nhập ngũ 2/1975", "(7/1954)"."""
    if _next(text, end) in lexis.COUNTED or (before(text, at) or [""])[-1] in lexis.BEFORE_SHARE:
        return False
    return text[at] != "0" or text[at - 1 : at] == "(" or (before(text, at) or [""])[-1] in lexis.BEFORE_MONTH


def is_year(text: str, at: int, end: int) -> bool:
    """Whether four figures over [at, end) are a year rather than a count or a name."""
    words = before(text, at)
    last = words[-1] if words else ""
    if (len(words) > 1 and words[-2] in lexis.STEMS and last in lexis.BRANCHES) or (
        text[at - 1 : at] == "(" and text[end : end + 1] == ")"
    ):
        return True
    if text[at:end] < "1900":
        return _is_old_year(text, end, words)
    if tuple(words[-2:]) == ("dân", "số"):
        return not following_counts(text, end)
    if last in ("năm", "từ", "đến", "trước", "sau", "cuối", "đầu", "giữa", "(", "sn"):
        return True
    following = _next(text, end)
    if (
        last in lexis.LABELS
        or following in WORDS
        or following in ("đồng", "m", "m2", "ha", "km", "kg", "tấn", "người", "hộ", "usd")
    ):
        return False
    return following not in lexis.COUNTED or last in ("vụ", "kỳ", "luật", "tết", "xuân")


def following_counts(text: str, end: int) -> bool:
    """Whether the word at `end` is what a figure counts: people, a scale, a unit."""
    word = _next(text, end)
    return word in lexis.COUNTED or word in WORDS or word in ("đồng", "ha", "km", "kg", "tấn", "suất", "em", "cháu")


def _is_old_year(text: str, end: int, words: list[str]) -> bool:
    """Whether four figures below 1900 are a year: after "năm" that is not "mỗi năm", with nothing counted after."""
    if words[-1:] != ["năm"] or words[-2:-1] in (["mỗi"], ["một"], ["hàng"], ["hằng"], ["cả"], ["trong"], ["/"]):
        return False
    return not (words[-2:-1] and words[-2][-1:].isdigit()) and not following_counts(text, end)


def is_clock(text: str, at: int, end: int, *, has_minutes: bool, dated: int | None) -> bool:
    """Whether "7 giờ" over [at, end) is a time of day and not a duration."""
    if dated:
        return True
    written = text[at:end].lower()
    if "tiếng" in written:
        return False
    if written.startswith(("0h", "00h", "0 giờ", "00 giờ", "0g")):
        return True
    words = before(text, at)
    last = (words or [""])[-1].strip("(,")
    if _is_hour_of_day(text, at, end, words):
        return True
    if written.rsplit(" ", 1)[-1] in ("sáng", "trưa", "chiều", "tối", "đêm", "khuya"):
        return True
    if (_SECONDS.match(text, end) and last not in ("lúc", "hồi")) or (":" in written and last in ("lệ", "số", "là")):
        return False
    if (has_minutes and written[-1].isdigit()) or _CLOCK_TO.search(text, max(0, at - 10), at):
        return True
    if last == "sau" and _is_curfew(text, end, written):
        return True
    if _DURATION_AFTER.match(text, end) or (last in ("sau", "trong", "khoảng") and not _CLOCK_AFTER.match(text, end)):
        return has_minutes and last == "khoảng"
    if _CLOCK_AFTER.match(text, end):
        return True
    if last in lexis.DURATION_BEFORE:
        return False
    if has_minutes or last not in lexis.CLOCK_BEFORE:
        return has_minutes
    return not (last == "quá" and written.startswith("24")) and not (last == "trước" and _is_notice(text, at, written))


def _is_hour_of_day(text: str, at: int, end: int, words: list[str]) -> bool:
    """Whether the hours over [at, end) are surely of the day: "kéo dài đến gần 13 giờ", and "19 giờ, lớp học sáng đèn".

    What lasts ("lên đến gần 13 giờ liền") says so.
    """
    if at == 0:
        return _EVENING.match(text) is not None and text.startswith(", ", end)
    near = words[-1:] in (["gần"], ["hơn"], ["quá"]) and words[-2:-1] in (["đến"], ["tới"], ["lúc"], ["vào"])
    return near and words[-3:-2] not in (["lên"], ["mất"]) and not _DURATION_AFTER.match(text, end)


_EVENING = re.compile(r"(?:1[3-9]|2[0-3])\D")
"""Hours of the clock that a text may begin with."""


def _is_notice(text: str, at: int, written: str) -> bool:
    """Whether "trước 24 giờ" at `at`, with no day said, is so long ahead and not a deadline.

    Few name midnight or an hour of the night as a deadline without its day or part of the day; "báo trước" gives
    notice.
    """
    hour = re.match(r"\d+", written)
    return (hour is not None and (int(hour[0]) == 24 or int(hour[0]) <= 4)) or before(text, at)[-2:-1] == ["báo"]


def _is_curfew(text: str, end: int, written: str) -> bool:
    """Whether "sau 20 giờ" that ends at `end` is an hour from which on something is not allowed."""
    hour = re.match(r"\d+", written)
    return hour is not None and 17 <= int(hour[0]) < 24 and _CURFEW.match(text, end) is not None


_CURFEW = re.compile(
    r",? (?:[^\W\d_]+ ){0,4}(?:không được|cấm|đóng cửa|phải đóng|không bán|ngừng bán|tạm dừng|hạn chế)(?!\w)"
)
"""After "sau 20 giờ": the words of an order that begins at that hour."""


def is_feast(text: str, at: int) -> bool:
    """Whether "2-9", "30.4" at `at` is a date by the word before it: "dịp 2-9", "lễ 30.4", "đến 15-12".

    After "đến" and the like only what goes down and has no word after it: "từ 10-12 người" is a range.
    """
    found = _DASHED.match(text, at)
    last = (before(text, at) or [""])[-1] if found else ""
    if found is None or last not in lexis.BEFORE_DATE:
        return False
    if last in ("dịp", "lễ", "khánh", "mừng"):
        return True
    high, low = re.split("[-.]", found[0])
    following = _next(text, found.end())
    return "-" in found[0] and int(high) > int(low) and following not in lexis.COUNTED and following not in _SCORES


_SCORES = ("điểm", "bàn", "phút", "tuổi", "%")


def is_label(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) names something ("Phường 3", "mức độ 4") and stays in figures."""
    if is_list_sign(text, at, end) or _is_end_of_name(text, at, end) or _is_degree(text, end):
        return True
    if text[at:end] == "0" and _ZERO.search(text, max(0, at - _REACH), at):
        return False
    listed = _LISTED.search(text, max(0, at - _REACH), at)
    words = before(text, at)
    last = listed[1].lower() if listed else (words or [""])[-1].strip("(")
    pair = tuple(words[-2:])
    if end - at >= _LONGEST_COUNT and text[at:end].isdigit():
        return not following_counts(text, end)
    if last in lexis.COUNTS_TOO and _next(text, end) in lexis.COUNTED | lexis.NOUNS:
        return False
    if end - at == len("1022") and (_next(text, end) in ("và", "hoặc", "", "(") or _PAUSE.match(text, end)):
        return True
    return pair in lexis.LABEL_PAIRS or (last in lexis.LABELS and (bool(listed) or pair not in lexis.NO_LABEL_PAIRS))


def _is_end_of_name(text: str, at: int, end: int) -> bool:
    """Whether a figure of one or two digits ends the name of a bridge, village or plant and counts nothing after it."""
    if end - at > 2 or following_counts(text, end):
        return False
    if _NUMBERED_NAME.search(text, max(0, at - _REACH), at):
        return True
    if text[at - 3 : at - 1] in _SITES and _NUMBERED_SITE.search(text, max(0, at - _REACH), at):
        return _next(text, end) not in lexis.NOUNS
    return _PAUSE.match(text, end) is not None and _ANY_NAME.search(text, max(0, at - _REACH), at) is not None


_ANY_NAME = re.compile(rf"(?<!\w)[{lexis.UPPER}][^\W\d_]* [{lexis.UPPER}][^\W\d_]* \Z")
_NUMBERED_SITE = re.compile(r"(?<!\w)(?:cơ sở|chi nhánh|phân hiệu|phân xưởng|nhà máy) \Z", re.IGNORECASE)
"""Places of one owner that are told apart by numbers."""
_SITES = ("sở", "nh", "ệu", "ng", "áy")
"""How the words of `_NUMBERED_SITE` end."""
_ZERO = re.compile(r"(?<!\w)(?:về|bằng|là) số \Z", re.IGNORECASE)
"""Before a 0 that is the number and names nothing: (the meter goes) back to zero."""


def _is_degree(text: str, end: int) -> bool:
    """Whether degrees follow, which stay in figures: 3-5 độ."""
    return text.startswith(" độ", end) and not text[end + 3 : end + 4].isalpha()


def is_time_of_several(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) says which time something is done, "thi thử lần 2", and counts nothing."""
    if end - at > 2 or not _TIME_BEFORE.search(text, max(0, at - _REACH), at):
        return False
    return stands_alone(text, end) or _next(text, end) in ("năm", "của", "tại", "và", "ở", "khi", "này")


_TIME_BEFORE = re.compile(
    r"(?<!mỗi )(?<!một )(?<!từng )(?<!nhiều )(?<!bao )(?<!gấp )(?<!số )(?<!vài )(?<!cả )(?<!các )(?<=\w )lần \Z",
    re.IGNORECASE,
)


def is_list_sign(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) counts the parts of a list: "[1]", "(2)", "3)", and "4." before a capital."""
    if end - at > 2:
        return False
    return bool(
        _IN_BRACKETS.match(text, at) or (_MARK_BEFORE.search(text, max(0, at - 3), at) and _SIGN_AFTER.match(text, end))
    )


def weekday(text: str, at: int, end: int, published: day_of | None = None) -> int | None:
    """Where "thứ ba" over [at, ...) is Tuesday and not third: the place after it, else None.

    A capital (thứ Ba), a part of the day before it, or "hằng tuần" after it tells; after "họp" the date that follows,
    where it falls on that day of the week (in the year of publication if it has none).
    """
    found = _WEEKDAY_WORD.match(text, end)
    if found is None:
        return None
    words = before(text, at)
    last = (words or [""])[-1].strip("(,")
    if last == "họp" and found[1][0].isupper():
        return found.end() if _sits_on(text, found, published, words[-2:-1]) else None
    if last in ("“ngày", '"ngày', "'ngày") or (found[1] == "bảy" and (last == "cả" or text[at - 1 : at] in ("“", '"'))):
        return found.end()
    capital = found[1][0].isupper() or found[1].isdigit()
    after_it = _WEEKDAY_AFTER.match(text, found.end())
    if (after_it and last not in lexis.ORDINAL_BEFORE) or (last in lexis.WEEKDAY_BEFORE and last != "ngày"):
        return found.end()
    if _WEEKDAY_LIST.search(text, max(0, at - _REACH), at) or before(text, at)[-2:] == ["vào", "ngày"]:
        return found.end()
    if found[1].isdigit():
        return None
    return found.end() if capital and last not in ("lần", "họp", "hạng") else None


def listed_weekday(text: str, at: int) -> bool:
    """Whether a digit at `at` goes on with a list of weekdays, "vào thứ 3, 5 và 7", and counts nothing."""
    found = _WEEKDAY_DIGITS.search(text, max(0, at - _REACH), at)
    if found is None or weekday(text, found.start(), found.start("first")) is None:
        return False
    return not following_counts(text, at + 1)


def _sits_on(text: str, word: re.Match[str], published: day_of | None, before_it: list[str]) -> bool:
    """Whether "họp thứ Hai" is a meeting on Monday: by the date that follows it, unless "phiên họp" counts sessions."""
    falls = _falls_on(text, word.end(), published)
    if falls is not None:
        return falls == _WEEKDAYS.get(word[1].lower())
    return before_it not in (["phiên"], ["kỳ"], ["lần"]) and _DATE_AFTER.match(text, word.end()) is not None


def _falls_on(text: str, at: int, published: day_of | None) -> int | None:
    """The weekday (Monday is 0) of the date that follows at once at `at`; None without one or without its year."""
    found = _DATE_AFTER.match(text, at)
    year = int(found["year"]) if found and found["year"] else published.year if published else None
    if found is None or year is None:
        return None
    try:
        return day_of(year, int(found["month"]), int(found["day"])).weekday()
    except ValueError:
        return None


def part_before(text: str, at: int, floor: int) -> int | None:
    """Where the part of day right before `at` begins ("sáng thứ Bảy"), not before `floor`."""
    found = _PART_BEFORE.search(text, max(floor, at - 12), at)
    return found.start() if found else None


def past_number_words(text: str, at: int) -> int:
    """The place after the run of number words at `at`, which is no number as a whole ("dăm ba", "hàng trăm")."""
    end = at
    for word in re.compile(r"[^\W\d_]+ ?").finditer(text, at):
        if word.start() != end or word.group().strip().lower() not in WORDS:
            break
        end = word.end()
    return max(end, at + 1)


def fraction_words(text: str, end: int) -> tuple[int, Decimal] | None:
    """ "hai [phần ba]": where a fraction in words ends, and its denominator."""
    found = re.compile(r" phần ([^\W\d_]+(?: [^\W\d_]+)?)").match(text, end)
    number = spelled(found[1].lower().replace("tư", "bốn").split(" ")) if found else None
    if found is None or number is None or number[0] < 2:
        return None
    return found.start(1) + len(" ".join(found[1].split(" ")[: number[1]])), number[0]


def is_spelled_number(text: str, at: int, end: int, taken: int, said: Sequence[str]) -> bool:
    """Whether the number words over [at, end), the first `taken` of the words `said`, surely count something."""
    words = before(text, at)
    last = words[-1] if words else ""
    following = said[taken] if len(said) > taken else ""
    if last in ("thứ", "vài", "dăm", "mấy") or (
        said[0][0].isupper() and not (not words or last[-1:] in _SENTENCE_MARKS)
    ):
        return False
    if taken > 1 or _TO_NUMBER.match(text, end):
        return True
    if said[0].lower() not in ("một", "năm") and _OUT_OF.match(text, end):
        return True
    if last in lexis.NO_COUNT_BEFORE and following != "lần":
        return False
    if (
        not following
        or (following[0].isupper() and not following.isupper() and following not in lexis.TITLES)
        or following in lexis.NO_NUMBER_AFTER
    ):
        return False
    return _counts(text, end, said[0].lower(), following, last.strip(","))


def _counts(text: str, end: int, word: str, following: str, last: str) -> bool:
    """Whether one number word counts the word that follows; "ba" may be a father, "năm" a year, "chín" ripe."""
    if word in ("một", "không", "tư", "mốt", "lăm", "nhăm"):
        return False
    if word == "năm":
        before_it = last not in lexis.NOT_FIVE_BEFORE and not last.isdigit()
        return before_it and following in lexis.NOUNS - lexis.NOT_FIVE_AFTER and not _GRADE.match(text, end)
    if (word == "chín" and following not in lexis.NOUNS) or following in ("mẹ", "cha", "bố", "ông", "bà"):
        return False
    if following in lexis.OTHER_SENSES.get(word, ()) or last in lexis.OTHER_SENSES_BEFORE.get(word, ()):
        return False
    return following != "mươi" and not _NAMED_GROUP.match(text, end)


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing that is counted follows at `end`: a mark, the end, or a word that goes on with the sentence."""
    following = _next(text, end)
    return not following or not following[0].isalpha() or following in lexis.GO_ON
