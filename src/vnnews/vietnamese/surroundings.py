"""What the words around a figure say about it: date or share, time of day or duration, number or name.

The word lists come from reading Vietnamese government news; each function answers one question about a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day_of
from decimal import Decimal

from vnnews.vietnamese.numbers import WORDS, spelled

_REACH = 32

_COUNTED = frozenset(
    ("huyện", "xã", "tỉnh", "thành", "phường", "quận", "thị", "thôn", "bản", "ấp", "khóm", "làng", "buôn", "tổ", "hộ")
    + ("bộ", "sở", "ngành", "đơn", "cơ", "trường", "lớp", "đại", "đảng", "chi", "phiếu", "tiêu", "chỉ", "nội", "thủ")
    + ("tthc", "điểm", "trạm", "hồ", "dự", "mẫu", "người", "căn", "ngôi", "nhà", "ca", "vụ", "số", "diện", "tổng")
    + ("học", "giáo", "cán", "công", "doanh", "cá", "tập", "nhóm", "nhiệm", "loại", "mục", "câu", "văn", "vb", "dvc")
    + (
        "ubnd",
        "hđnd",
        "phòng",
        "trung",
        "khu",
        "cụm",
        "tuyến",
        "cây",
        "con",
        "chiếc",
        "máy",
        "xe",
        "tàu",
        "thí",
        "bệnh",
    )
    + ("kiến", "ý", "nghị", "hệ", "mô", "gia", "đình", "dân", "cử", "thuê", "sản", "giải", "huy", "suất", "lô", "gói")
    + (
        "đồn",
        "đội",
        "đoàn",
        "hội",
        "lãnh",
        "ủy",
        "thành",
        "ban",
        "trụ",
        "cổng",
        "trang",
        "báo",
        "đài",
        "doanh",
        "hợp",
        "htx",
        "quầy",
    )
    + ("phút", "thời", "chặng", "quãng", "khối", "lượng", "vốn", "kinh", "giá", "mức", "nhu", "cơ", "bếp", "tiết")
)
"""First syllables of what is counted: after "a/b" they make it a share."""

_BEFORE_DATE = frozenset(
    "từ đến tới trước sau hết dịp lễ kể vào mừng niệm khánh qua nay mai kia tức chiều sáng tối trưa đêm ngày hôm".split(
        " "
    )
)
_PAUSE = re.compile(r"\s*(?:[,;:.!?)…-]|\Z)")
_BEFORE_SHARE = frozenset(
    "hạng binh thứ khoảng gần hơn chiếm đạt bằng lệ được quá trên dưới với có còn là chỉ số đã mới cả".split(" ")
)

_CLOCK_BEFORE = frozenset(
    "lúc hồi khoảng đúng vào từ trước đến tới sau mới quá sáng chiều tối đêm trưa nay mai".split(" ")
)
_DURATION_BEFORE = frozenset(
    "vòng mất suốt dài trên dưới hơn gần chỉ còn được trong cần chừng ngót thêm tổng cả mỗi thiểu đa khoảng ngoài".split(
        " "
    )
)
_CLOCK_AFTER = re.compile(
    r"\s(?:sáng|trưa|chiều|tối|đêm|khuya|cùng ngày|hằng ngày|hàng ngày|mỗi ngày|hôm|ngày|thứ|rạng)(?!\w)|\s?(?:-|–|đến|tới)\s?\d{1,2}\s?(?:giờ|h)",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"\s?/|\s(?:đồng hồ|liên tục|bay|mỗi|kể từ|xuống|làm việc|học|lao động|công|để|so với|tập|giảng|chạy)(?!\w)",
    re.IGNORECASE,
)

_SECONDS = re.compile(r" \d{1,2} giây")

_LABELS = frozenset(
    ("số", "quận", "phường", "khóm", "ấp", "thôn", "tổ", "phố", "lớp", "cấp", "độ", "lộ", "cụm", "vực", "đợt", "trang")
    + ("hình", "bảng", "chương", "bài", "kênh", "nhóm", "bậc", "loại", "hạng", "điều", "khoản", "mục", "phần", "đoạn")
    + ("chỉ thị", "đội", "trạm", "vùng", "windows", "office", "cột", "mốc", "khoá", "khóa", "bản", "tờ", "thửa", "lô")
    + (
        "xóm",
        "đường",
        "ngõ",
        "hẻm",
        "kiệt",
        "phòng",
        "tầng",
        "ca",
        "kỳ",
        "vòng",
        "hướng",
        "km",
        "ql",
        "tl",
        "đt",
        "định",
        "quyết",
        "thị",
        "tư",
    )
)
"""Words before a figure that names something; it stays in figures: Ward 3, level 4."""

_LISTED = re.compile(r"([^\W\d_]+) \d+(?:, \d+)*(?:,| và| hoặc| đến|-) ?\Z")

_WEEKDAY_WORD = re.compile(r"(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)(?!\s?[-/.]\s?\d)", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(
    r"\s(?:hằng|hàng|mỗi) tuần|\stuần |\s\(?(?:ngày )?\d{1,2}[/-]\d|,? (?:và |hoặc |đến )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)"
    r"|chủ nhật)|\scuối cùng",
    re.IGNORECASE,
)
_WEEKDAY_LIST = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|các|vào|từ)(?: ngày)? thứ \w+(?:, thứ \w+)*(?:,| và| hoặc| đến) \Z", re.IGNORECASE
)
_ORDINAL_BEFORE = frozenset(
    "hệ lần con họp năm đời bộ đợt đoàn phiên bản cuốn người vị là cao đứng xếp đại khóa tầng bên loại tập vòng".split(
        " "
    )
)
_WEEKDAY_BEFORE = frozenset("sáng trưa chiều tối đêm vào nhật hết đến từ ngày".split(" "))
_PART_BEFORE = re.compile(r"(?<!\w)(?:rạng sáng|sáng|trưa|chiều|tối|đêm) \Z", re.IGNORECASE)

_TELEPHONE_WORDS = re.compile(
    r"(?:điện thoại|đt|hotline|đường dây nóng|tổng đài|fax|zalo|tel|liên hệ)\W.{0,15}\Z", re.IGNORECASE
)
_ADDRESS = re.compile(r"://|www\.|@")
_FOREIGN_BEFORE = frozenset("-_@&+=#?%")
_TOKEN = re.compile(r"[^\s,;()]*")
_LIST_SIGN = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)](?=\s)|\.?/ )")
_LINE_START = re.compile(r"(?:\A|\n)\s*\Z")
_STANDARD = re.compile(r"(?:iso|tcvn|qcvn|iec|vietgap|globalgap|sars-cov|covid)[ /-]?(?:\w+[ /-])?\Z", re.IGNORECASE)

_NO_NUMBER_AFTER = frozenset(
    "này kia ấy đó nọ trở hoặc rưỡi không chưa mới còn vẫn phải cần có thì như theo từ tại ở nếu khi do bởi vì lên là và để của thì mà cho đến trên trong với hay hoặc nhưng nên cũng đã sẽ đang bị được ra vào lên xuống về".split(
        " "
    )
)
_NOUNS = frozenset(
    ("năm", "ngày", "tháng", "tuần", "giờ", "phút", "giây", "lần", "người", "xã", "huyện", "tỉnh", "thôn", "bản", "ấp")
    + ("phường", "quận", "thành", "sở", "ngành", "cơ", "đơn", "hộ", "căn", "ngôi", "cây", "chiếc", "cuốn", "quyển")
    + ("nhóm", "tổ", "đội", "đoàn", "lớp", "trường", "dự", "đề", "mô", "nhiệm", "giải", "vụ", "trận", "cơn", "đợt")
    + ("phiên", "kỳ", "vòng", "bước", "cấp", "mức", "loại", "hình", "dạng", "điểm", "tuyến", "trạm", "máy", "xe", "tàu")
    + ("phòng", "tầng", "khu", "cụm", "vùng", "quốc", "mặt", "khâu", "lĩnh", "hạng")
    + ("tập", "cá", "doanh", "nhân", "bệnh", "ca", "giường", "tấn", "tạ", "kg", "km", "ha", "mét", "lít", "suất", "tờ")
    + ("đôi", "cặp", "vị", "đại", "câu", "chữ", "buổi", "đêm", "mùa", "thế", "đời", "bộ", "con", "cháu")
    + ("thủ", "mục", "tiêu", "nội", "giai", "nghị", "chương", "địa", "cán", "công", "học", "giáo", "y")
    + (
        "cân",
        "hôm",
        "bảng",
        "nếp",
        "nơi",
        "chỗ",
        "lượt",
        "mảnh",
        "thành",
        "đảng",
        "chi",
        "hội",
        "cửa",
        "đường",
        "cầu",
        "nhà",
        "cái",
        "bức",
        "bài",
        "việc",
        "thứ",
        "tiếng",
    )
)
"""First syllables of what can be counted in words: "ba xã", "năm ngày"."""

_NOT_FIVE_BEFORE = frozenset(
    "trong cả mỗi hàng hằng đầu cuối giữa vào đến suốt qua một hai các nhiều những mấy vài từng theo sang".split(" ")
)
_NOT_FIVE_AFTER = frozenset(
    "thứ quốc học nay qua tới sau trước ngoái đầu cuối mới nhà địa công hội chi đảng đơn tỉnh".split(" ")
)
_SENTENCE_MARKS = frozenset('.!?:…“"-–')
_TITLES = frozenset(
    ("Tỉnh", "Huyện", "Thành", "Phó", "Thủ", "Bộ", "Chủ", "Giám", "Thứ", "Bí", "Sở", "Nhà", "Tổng", "Đại")
)
_OTHER_SENSES = {
    "ba": frozenset("ơi mẹ má tôi nó lô gác cô hoa đình ba chỉ rọi lá cháu mình".split(" ")),
    "bảy": frozenset(("núi",)),
    "hai": frozenset("phía đứa vợ anh chị mẹ tay mắt chân vai đầu má bờ lề mái hàng ta".split(" ")),
}
"""Words after "ba" (father) and "chín" (ripe) where they are no numbers, and pairs that English need not count."""

_OTHER_SENSES_BEFORE = {
    "ba": frozenset(("bà", "áo", "mẹ", "má", "cùng", "ngã")),
    "tư": frozenset(("ngã",)),
    "chín": frozenset("lúa trái quả nấu luộc hấp làm đã gần chưa vừa".split(" ")),
}
_TO_NUMBER = re.compile(r" (?:đến|tới) (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d)(?!\w)", re.IGNORECASE)

_GRADE = re.compile(r" (?:lớp|thứ|học) ")
_NAMED_GROUP = re.compile(
    r" (?:(?:xã|phường|huyện|quận|tỉnh|thôn|ấp|bản|sở|ngành|thị xã|thị trấn|thành phố|khu [^\W\d_]+|khu [^\W\d_]+ [^\W\d_]+"
    r"|tuyến [^\W\d_]+|điểm [^\W\d_]+) (?:\d|[A-ZĐ]|(?-i:[ÂĂÊÔƠƯÁÀẢÓÒÚÝỶ]))|chị em |anh em |bên (?:đường|bờ|lề|cánh|mép|suối|sông|nội|hông))"
)
"""Before a number in words: "hai xã Gia Cát, Hợp Thành", whose English names the communes and may not count them."""

_NO_COUNT_BEFORE = frozenset(
    "thứ tháng mùng mồng lớp cấp hạng giải số ông bà anh chị cô chú bác dì cậu thím hàng vài mấy nửa ngày quý cửa".split(
        " "
    )
)


def before(text: str, at: int) -> list[str]:
    """The last words before `at`, in lower case, nearest last; a mark between counts as part of its word."""
    return text[max(0, at - _REACH) : at].lower().split()


def _next(text: str, at: int) -> str:
    """The word after `at`, in lower case, or the mark if one comes first."""
    found = re.compile(r"\s*([^\W\d_]+|\S)?").match(text, at)
    return (found[1] or "").lower() if found else ""


def past_foreign(text: str, at: int) -> int | None:
    """Where to go on after a figure that is part of an address, a name or a standard ("COVID-19"); else None."""
    listed = _LIST_SIGN.match(text, at)
    if listed and (at == 0 or _LINE_START.search(text, max(0, at - 4), at)):
        return listed.end()
    if at > 1 and text[at - 1] in _FOREIGN_BEFORE and text[at - 2].isalnum():
        return _past_token(text, at)
    begin = max(text.rfind(sign, 0, at) for sign in " \n\t(") + 1 if at and not text[at - 1].isspace() else at
    token = text[begin:at] + (_TOKEN.match(text, at) or [""])[0]
    if _ADDRESS.search(token) or (at and text[at - 1] == "." and "." in token[: at - begin - 1]):
        return _past_token(text, at)
    if _STANDARD.search(text, max(0, at - 16), at):
        return _past_token(text, at)
    return None


def _past_token(text: str, at: int) -> int:
    found = _TOKEN.match(text, at)
    return max(found.end() if found else at, at + 1)


def says_telephone(text: str, at: int) -> bool:
    """Whether the words before a figure announce a telephone number."""
    return _TELEPHONE_WORDS.search(text, max(0, at - _REACH), at) is not None


def is_date(text: str, at: int, end: int, published: day_of | None) -> bool:
    """Whether "9/8" over [at, end) is a date: by the word before it, or near the day of publication."""
    high, _, low = text[at:end].partition("/")
    if high.isdigit() and low.isdigit() and int(high) > int(low):
        return True
    words = before(text, at)
    last = words[-1].strip("(,.:;–-") if words else ""
    if not last and words and len(words) > 1:
        last = words[-2].strip("(,.:;–-")
    if words[-2:] in (["chưa", "tới"], ["chưa", "đến"]):
        return False
    if last in _BEFORE_DATE:
        return last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm") or _next(text, end) not in _COUNTED
    if _next(text, end) in _COUNTED or last in _BEFORE_SHARE:
        return False
    return _near(text[at:end], published)


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
    if words[-2:] in (["chưa", "tới"], ["chưa", "đến"]):
        return True
    if last not in _BEFORE_SHARE and _PAUSE.match(text, end):
        return False
    if last in ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm", "mùng"):
        return False
    return _next(text, end) in _COUNTED or last in _BEFORE_SHARE or high == low


def is_year(text: str, at: int, end: int) -> bool:
    """Whether four figures over [at, end) are a year rather than a count or a name."""
    last = (before(text, at) or [""])[-1]
    if last in ("năm", "từ", "đến", "trước", "sau", "cuối", "đầu", "giữa", "(", "sn"):
        return True
    following = _next(text, end)
    if (
        last in _LABELS
        or following in WORDS
        or following in ("đồng", "m", "m2", "ha", "km", "kg", "tấn", "người", "hộ", "usd")
    ):
        return False
    return following not in _COUNTED or last in ("vụ", "kỳ", "luật", "tết", "xuân")


def is_clock(text: str, at: int, end: int, *, has_minutes: bool, dated: int | None) -> bool:
    """Whether "7 giờ" over [at, end) is a time of day and not a duration."""
    if dated:
        return True
    written = text[at:end].lower()
    last = (before(text, at) or [""])[-1].strip("(,")
    if written.rsplit(" ", 1)[-1] in ("sáng", "trưa", "chiều", "tối", "đêm", "khuya"):
        return True
    if _SECONDS.match(text, end) or (":" in written and last in ("lệ", "số", "là")):
        return False
    if has_minutes and written[-1].isdigit():
        return True
    if _DURATION_AFTER.match(text, end) or (last in ("sau", "trong", "khoảng") and not _CLOCK_AFTER.match(text, end)):
        return has_minutes and last == "khoảng"
    if _CLOCK_AFTER.match(text, end):
        return True
    if last in _DURATION_BEFORE:
        return False
    return has_minutes or (last in _CLOCK_BEFORE and not (last == "quá" and written.startswith("24")))


def is_label(text: str, at: int) -> bool:
    """Whether the figure at `at` names something ("Phường 3", "mức độ 4") and stays in figures."""
    listed = _LISTED.search(text, max(0, at - _REACH), at)
    last = listed[1].lower() if listed else (before(text, at) or [""])[-1].strip("(")
    return last in _LABELS


def weekday(text: str, at: int, end: int) -> int | None:
    """Where "thứ ba" over [at, ...) is Tuesday and not third: the place after it, else None.

    A capital (thứ Ba), a part of the day before it, or "hằng tuần" after it tells.
    """
    found = _WEEKDAY_WORD.match(text, end)
    if found is None:
        return None
    last = (before(text, at) or [""])[-1].strip("(,")
    if last in ("“ngày", '"ngày', "'ngày") or (found[1] == "bảy" and (last == "cả" or text[at - 1 : at] in ("“", '"'))):
        return found.end()
    capital = found[1][0].isupper() or found[1].isdigit()
    after_it = _WEEKDAY_AFTER.match(text, found.end())
    if (after_it and last not in _ORDINAL_BEFORE) or (last in _WEEKDAY_BEFORE and last != "ngày"):
        return found.end()
    if _WEEKDAY_LIST.search(text, max(0, at - _REACH), at) or before(text, at)[-2:] == ["vào", "ngày"]:
        return found.end()
    if found[1].isdigit():
        return None
    return found.end() if capital and last not in ("lần", "họp", "hạng") else None


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
    number = spelled(found[1].lower().split(" ")) if found else None
    if found is None or number is None or number[0] < 2:
        return None
    return found.start(1) + len(" ".join(found[1].split(" ")[: number[1]])), number[0]


def is_spelled_number(text: str, at: int, end: int, taken: int, said: Sequence[str]) -> bool:
    """Whether the number words over [at, end), the first `taken` of the words `said`, surely count something."""
    words = before(text, at)
    last = words[-1] if words else ""
    following = said[taken] if len(said) > taken else ""
    if last == "thứ" or (said[0][0].isupper() and not (not words or last[-1:] in _SENTENCE_MARKS)):
        return False
    if taken > 1 or _TO_NUMBER.match(text, end):
        return True
    if last in _NO_COUNT_BEFORE and following != "lần":
        return False
    if (
        not following
        or (following[0].isupper() and not following.isupper() and following not in _TITLES)
        or following in _NO_NUMBER_AFTER
    ):
        return False
    return _counts(text, end, said[0].lower(), following, last.strip(","))


def _counts(text: str, end: int, word: str, following: str, last: str) -> bool:
    """Whether one number word counts the word that follows; "ba" may be a father, "năm" a year, "chín" ripe."""
    if word in ("một", "không", "tư", "mốt", "lăm", "nhăm"):
        return False
    if word == "năm":
        before_it = last not in _NOT_FIVE_BEFORE and not last.isdigit()
        return before_it and following in _NOUNS - _NOT_FIVE_AFTER and not _GRADE.match(text, end)
    if word == "chín" and following not in _NOUNS or following in ("mẹ", "cha", "bố", "ông", "bà"):
        return False
    if following in _OTHER_SENSES.get(word, ()) or last in _OTHER_SENSES_BEFORE.get(word, ()):
        return False
    return following != "mươi" and not _NAMED_GROUP.match(text, end)


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing that is counted follows at `end`: a mark, the end, or a word that goes on with the sentence."""
    following = _next(text, end)
    return (
        not following
        or not following[0].isalpha()
        or following in ("và", "mỗi", "còn", "từ", "để", "cho", "là", "trong")
    )
