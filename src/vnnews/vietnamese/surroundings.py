"""What the words around a figure say about it: number or name, count or label; what they say of time is `time_told`.

The word lists come from reading Vietnamese government news; each function answers one question about a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from vnnews.vietnamese import lexis
from vnnews.vietnamese.numbers import WORDS, spelled

REACH = 32
"""Letters before a figure in which its words are looked for."""
_LONGEST_COUNT = 7
"""Figures in a row, without points for thousands, from which on they are the number of an account or a file."""

_PAUSE = re.compile(r"\s*(?:[,;:.!?)…-]|\Z)")
_LISTED = re.compile(r"([^\W\d_]+) \d+(?:, \d+)*(?:,| và| hoặc| đến|-) ?\Z")

_IN_BRACKETS = re.compile(r"(?:(?<=\[)\d{1,2}\]|(?<=\()\d{1,2}\)|(?<=[\s;.:])\d{1,2}\)(?= \w))")
_NUMBERED_NAME = re.compile(
    r"(?<!\w)(?i:cầu|tàu|hồ|hầm|cảng|bến|phà|kênh|nhà máy|thủy điện|nhiệt điện|trạm bơm|công viên|chung cư|tòa nhà"
    r"|giống|lúa|gạo|khu đô thị|khu dân cư)"
    rf"(?: [{lexis.UPPER}]\w*){{1,4}} \Z"
)
"""Names that a figure is the end of: cầu Rạch Miễu 2, tàu Trường Sa 04."""
_MARK_BEFORE = re.compile(r"[.;:] \Z")
_SIGN_AFTER = re.compile(rf"\. [{lexis.UPPER}]")

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
    return text[max(0, at - REACH) : at].lower().split()


def after(text: str, at: int) -> str:
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
    return _TALL.search(text, max(0, at - REACH), at) is not None


def is_kilometer_post(text: str, at: int) -> bool:
    """Whether a figure at `at` is where a road is at: Km 1.952."""
    return text.startswith("Km ", max(0, at - 3), at)


def is_variety(text: str, at: int, end: int) -> bool:
    """Whether four or five figures without a dot over [at, end) follow capitals, as in the rice "OM 5451"."""
    return 4 <= end - at <= 5 and text[at:end].isdigit() and _VARIETY.search(text, max(0, at - 6), at) is not None


def is_result(text: str, at: int, end: int) -> bool:
    """Whether "18/21" over [at, end) is one of the results of a match, "thắng 21/15, 18/21 và 21/19"."""
    if _RESULTS.search(text, max(0, at - REACH), at) is not None:
        return True
    if is_score(text, at) and _NEXT_RESULT.match(text, end) is not None:
        return True
    opened = text.rfind("(", max(0, at - 2 * REACH), at)
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
    return _SCORED.search(text, max(0, at - REACH), at) is not None


def is_assembly_term(text: str, at: int) -> bool:
    """Whether "khóa 13" at `at` follows a body that counts its terms."""
    lead = text[max(0, at - 2 * REACH) : at].lower()
    return any(name in lead[max(lead.rfind(mark) for mark in ".;") + 1 :] for name in lexis.ASSEMBLIES)


def says_telephone(text: str, at: int) -> bool:
    """Whether the words before a figure announce a telephone number."""
    return _TELEPHONE_WORDS.search(text, max(0, at - REACH), at) is not None


def following_counts(text: str, end: int) -> bool:
    """Whether the word at `end` is what a figure counts: people, a scale, a unit."""
    word = after(text, end)
    return word in lexis.COUNTED or word in WORDS or word in ("đồng", "ha", "km", "kg", "tấn", "suất", "em", "cháu")


def is_label(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) names something ("Phường 3", "mức độ 4") and stays in figures."""
    if is_list_sign(text, at, end) or _is_end_of_name(text, at, end) or _is_degree(text, end):
        return True
    if text[at:end] == "0" and _ZERO.search(text, max(0, at - REACH), at):
        return False
    listed = _LISTED.search(text, max(0, at - REACH), at)
    words = before(text, at)
    last = listed[1].lower() if listed else (words or [""])[-1].strip("(")
    pair = tuple(words[-2:])
    if end - at >= _LONGEST_COUNT and text[at:end].isdigit():
        return not following_counts(text, end)
    if last in lexis.COUNTS_TOO and after(text, end) in lexis.COUNTED | lexis.NOUNS:
        return False
    if end - at == len("1022") and (after(text, end) in ("và", "hoặc", "", "(") or pauses(text, end)):
        return True
    return pair in lexis.LABEL_PAIRS or (last in lexis.LABELS and (bool(listed) or pair not in lexis.NO_LABEL_PAIRS))


def _is_end_of_name(text: str, at: int, end: int) -> bool:
    """Whether a figure of one or two digits ends the name of a bridge, village or plant and counts nothing after it."""
    if end - at > 2 or following_counts(text, end):
        return False
    if _NUMBERED_NAME.search(text, max(0, at - REACH), at):
        return True
    if text[at - 3 : at - 1] in _SITES and _NUMBERED_SITE.search(text, max(0, at - REACH), at):
        return after(text, end) not in lexis.NOUNS
    return pauses(text, end) and _ANY_NAME.search(text, max(0, at - REACH), at) is not None


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


def is_list_sign(text: str, at: int, end: int) -> bool:
    """Whether the figure over [at, end) counts the parts of a list: "[1]", "(2)", "3)", and "4." before a capital."""
    if end - at > 2:
        return False
    return bool(
        _IN_BRACKETS.match(text, at) or (_MARK_BEFORE.search(text, max(0, at - 3), at) and _SIGN_AFTER.match(text, end))
    )


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


def pauses(text: str, end: int) -> bool:
    """Whether a mark or the end of the text stands at `end`."""
    return _PAUSE.match(text, end) is not None


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing that is counted follows at `end`: a mark, the end, or a word that goes on with the sentence."""
    following = after(text, end)
    return not following or not following[0].isalpha() or following in lexis.GO_ON
