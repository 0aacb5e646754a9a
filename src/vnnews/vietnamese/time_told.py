"""What the words around a figure say about time: a day rather than a share, a year, an hour of the day, a weekday.

The word lists come from reading Vietnamese government news; each function answers one question about a place.
"""

from __future__ import annotations

import re
from datetime import date as day_of

from vnnews.vietnamese import lexis
from vnnews.vietnamese.numbers import WORDS
from vnnews.vietnamese.surroundings import REACH, after, before, following_counts, pauses, stands_alone

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

_WEEKDAY_LIST = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|các|vào|từ)(?: ngày)? thứ \w+(?:, thứ \w+)*(?:,| và| hoặc| đến) \Z", re.IGNORECASE
)

_WEEKDAY_DIGITS = re.compile(r"(?<!\w)thứ (?P<first>[2-6])(?:(?:, ?| và )[3-7])*(?:, ?| và )\Z", re.IGNORECASE)

_PART_BEFORE = re.compile(r"(?<!\w)(?:rạng sáng|sáng|trưa|chiều|tối|đêm) \Z", re.IGNORECASE)

_SHORTENED = re.compile(
    r"(?:rút ngắn|rút|giảm|tăng|bớt|bằng|chiếm)(?: khoảng| được)?(?P<since> từ)? \Z|/\d đến \Z", re.IGNORECASE
)

_SHARES = re.compile(r"[1-4]/[2-9](?: ?(?:đến|-|–) ?[1-4]/[2-9])?(?![\d/])")

_SHARE_RANGE = re.compile(r"[1-4]/(?P<first>[2-9]) ?(?:đến|-|–) ?[1-4]/(?P<second>[2-9])(?![\d/])")
"""Shares, if as days they would go back: "từ 1/3 đến 1/2"."""

_TO_PART = re.compile(r"\d/\d (?:[^\W\d_]+ ){0,4}?(?:(?:đến|lên|xuống|còn|tới) |[-–] ?)\d")
"""What time, cost and the like are shortened by, and shares with small parts: rút ngắn từ 1/3 đến 1/2 thời gian."""


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
    if last == "là" and _DEADLINE.search(text, max(0, at - 2 * REACH), at):
        return True
    if last in lexis.BEFORE_DATE:
        sure = last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm")
        return sure or after(text, end) not in lexis.COUNTED or _is_since(text, end, words)
    if after(text, end) in lexis.COUNTED or last in lexis.BEFORE_SHARE:
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
    found = _SHORTENED.search(text, max(0, at - REACH), at)
    share = _SHARES.match(text, at) if found else None
    return share is not None and (found is None or not found["since"] or _TO_PART.match(text, at) is not None)


def _is_since(text: str, end: int, words: list[str]) -> bool:
    """Whether "1/10" that ends at `end`, with what it could count behind it, is a day: "Từ 1/10 người dân được ...".

    Not where it is a share that something grew or shrank from ("từ 1/10 người dân lên 7/10"), or the least of a vote.
    """
    if words[-1] not in ("từ", "trước", "sau") or words[-2:-1] in _OF_SHARES:
        return False
    return not _OF_WHOLE.match(text, end) and not _TO_SHARE.search(text, end, end + 3 * REACH)


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
    if last not in lexis.BEFORE_SHARE and pauses(text, end):
        return False
    if last not in lexis.BEFORE_DATE and _SMALL_SHARE.match(text, at):
        return True
    if last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm", "mùng"):
        return False
    return after(text, end) in lexis.COUNTED or last in lexis.BEFORE_SHARE or high == low != "1"


def is_month(text: str, at: int, end: int) -> bool:
    """Whether "2/1975" over [at, end) is a month of a year and no share: "nhập ngũ 2/1975", "(7/1954)"."""
    if after(text, end) in lexis.COUNTED or (before(text, at) or [""])[-1] in lexis.BEFORE_SHARE:
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
    following = after(text, end)
    if (
        last in lexis.LABELS
        or following in WORDS
        or following in ("đồng", "m", "m2", "ha", "km", "kg", "tấn", "người", "hộ", "usd")
    ):
        return False
    return following not in lexis.COUNTED or last in ("vụ", "kỳ", "luật", "tết", "xuân")


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
    following = after(text, found.end())
    return "-" in found[0] and int(high) > int(low) and following not in lexis.COUNTED and following not in _SCORES


_SCORES = ("điểm", "bàn", "phút", "tuổi", "%")


def is_time_of_several(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) says which time something is done, "thi thử lần 2", and counts nothing."""
    if end - at > 2 or not _TIME_BEFORE.search(text, max(0, at - REACH), at):
        return False
    return stands_alone(text, end) or after(text, end) in ("năm", "của", "tại", "và", "ở", "khi", "này")


_TIME_BEFORE = re.compile(
    r"(?<!mỗi )(?<!một )(?<!từng )(?<!nhiều )(?<!bao )(?<!gấp )(?<!số )(?<!vài )(?<!cả )(?<!các )(?<=\w )lần \Z",
    re.IGNORECASE,
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
    if _WEEKDAY_LIST.search(text, max(0, at - REACH), at) or before(text, at)[-2:] == ["vào", "ngày"]:
        return found.end()
    if found[1].isdigit():
        return None
    return found.end() if capital and last not in ("lần", "họp", "hạng") else None


def listed_weekday(text: str, at: int) -> bool:
    """Whether a digit at `at` goes on with a list of weekdays, "vào thứ 3, 5 và 7", and counts nothing."""
    found = _WEEKDAY_DIGITS.search(text, max(0, at - REACH), at)
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
