"""Places: where a text names one.

A unit word before a capitalised name makes a place of any name; a name alone only where the
gazetteer knows it and it is no ordinary word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnnews.english.names import countries, place_names
from vnnews.english.units import SHORT, UNITS, Level
from vnnews.item import Place
from vnnews.vietnamese.designations import is_foreign_word
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.lexis import AFTER_NAMES, COUNTED
from vnnews.vietnamese.normalise import fold
from vnnews.vietnamese.numbers import roman
from vnnews.vietnamese.people import (
    NO_NAMES,
    PEOPLES,
    bare_letters,
    family_names,
    past_hyphens,
    past_initials,
    starts_name,
    starts_sentence,
)
from vnnews.vietnamese.syllables import is_syllable
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Tokens, words

LONGEST_NAME = 4
"""Syllables of the longest place name that is taken on its unit word alone."""

LONGEST_PAGODA = 7
"""Syllables of the longest name of a pagoda: those of the Khmer are in Pali (Ang Kor Bo Rây Chăs)."""


class Found(NamedTuple):
    """A place in tokens [start, end)."""

    start: int
    end: int
    place: Place


def unit_at(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """A unit word at token `i`: (token after it and its abbreviation stop, canonical word)."""
    hit = gazetteer().unit_words.longest(tokens, i)
    if hit is None:
        return None
    end, unit = hit
    if _is_tied(tokens, i):
        return None
    if end == i + 1 and tokens.folds[i] in SHORT:
        if tokens.shapes[i] != CAPITALS and tokens.words[i] not in ("Tp", "Tx"):
            return None
        if tokens.fold_at(end) == ".":
            end += 1
    return end, unit


def place_at(tokens: Tokens, i: int, *, after_post: bool = False) -> Found | None:
    """The place that begins at token `i`, with its unit word or alone; None where there is none.

    `after_post` tells that a post's body ends here ("Chủ tịch UBND xã"), so that a person's name may follow at once.
    """
    unit = unit_at(tokens, i)
    whole = bare_at(tokens, i)
    if whole is not None and unit is not None and whole.end > unit[0]:
        return whole
    if unit is not None:
        headed = tokens.fold_at(i - 1) == "trưởng" and UNITS[unit[1]].level == "village"
        found = named(tokens, i, unit[0], unit[1], after_post=after_post or headed)
        if found is not None:
            return found
    return whole


def named(tokens: Tokens, start: int, i: int, unit: str, *, after_post: bool = False) -> Found | None:
    """The place whose unit word stands at `start` and whose name begins at token `i`."""
    kind = UNITS[unit]
    if i >= len(tokens):
        return None
    if tokens.words[i][0].isdigit():
        return _numbered(tokens, start, i, unit) if kind.numbered and tokens.words[i].isalnum() else None
    if (kind.level in ("village", "other") or unit == "xã") and not _stands_as_unit(tokens, start, i):
        return None
    if _is_common(tokens, i, unit) and capitals_end(tokens, i) == i + 1:
        return None
    abroad = _respelled_at(tokens, i) if tokens.is_name(i) else None
    if abroad is not None:
        return Found(start, abroad.end, Place(abroad.place.name, unit))
    end = _known_end(tokens, i, kind.level, after_post) or _taken_end(tokens, i, unit, after_post)
    if end == i + 1 and _is_of_name(tokens, start, kind.level):
        return Found(start, end, Place(tokens.written(start, end)))
    if not end or (end == i + 1 and tokens.folds[start] in SHORT and _is_cut(tokens, i)):
        return None
    both = _other_end(tokens, i, end) if unit in _FROM_TO else None
    if both is not None:
        return Found(start, both, Place(tokens.written(i, both).replace("–", "-"), unit))
    numbered = unit in _NUMBERED_AFTER or ((inner := UNITS.get(tokens.written(i, end).lower())) and inner.numbered)
    last = _past_part(tokens, end + 1) if numbered and _is_number_of_name(tokens, end) else end
    number = f" {tokens.written(end, last)}" if last > end else ""
    return Found(start, last, Place(_name(tokens, i, end) + number, unit))


def _past_part(tokens: Tokens, end: int) -> int:
    """The token after the letter of a part that a dash ties to the number before `end`: KCN Yên Phong II-C."""
    tied = tokens.fold_at(end) == "-" and len(tokens.fold_at(end + 1)) == 1 and tokens.words[end + 1].isupper()
    return end + 2 if tied and tokens.ends[end - 1] + 1 == tokens.starts[end + 1] else end


_FROM_TO = frozenset(
    {"bến phà", "kênh", "vườn quốc gia", "khu công nghiệp", "cụm công nghiệp", "khu kinh tế", "cửa khẩu"}
)
"""Units that bear the names of two places with a dash between them: kênh Quản Lộ - Phụng Hiệp."""


def _other_end(tokens: Tokens, i: int, end: int) -> int | None:
    """The token after the second name, behind a dash with spaces, of a unit whose first name stands over [i, end)."""
    dashed = end + 1 < len(tokens) and tokens.words[end] in ("-", "–") and tokens.is_name(end + 1)
    if not dashed or tokens.starts[end] == tokens.ends[end - 1]:
        return None
    last = capitals_end(tokens, end + 1)
    own = any(len(place_names(tokens.written(*part))) > 1 for part in ((i, end), (end + 1, last)))
    return last if 2 <= last - end - 1 <= LONGEST_NAME and not own else None


def _is_common(tokens: Tokens, i: int, unit: str) -> bool:
    """Whether the capital at `i` only tells what kind the unit is: bản Mông, tháp Chăm, chợ Việt, kênh Zalo."""
    if UNITS[unit].level not in ("village", "other"):
        return False
    return (
        tokens.folds[i] in PEOPLES or tokens.folds[i] == "việt" or (unit == "kênh" and not is_syllable(tokens.folds[i]))
    )


def _is_number_of_name(tokens: Tokens, i: int) -> bool:
    """Whether the figures or the Roman numeral at token `i` belong to the name before it: cầu Bắc Luân II."""
    if i >= len(tokens) or not tokens.adjacent(i) or len(tokens.words[i]) > 3:
        return False
    if tokens.words[i].isdigit():
        return len(tokens.words[i]) < 3 and not _is_counted(tokens, i + 1)
    return roman(tokens.words[i]) is not None


def _is_counted(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` is what a number before it counts: thôn Tân Tiến 5 căn nhà."""
    return tokens.fold_at(i) in _COUNTED or (tokens.fold_at(i) in COUNTED and tokens.shapes[i] == LOWER)


def _is_of_name(tokens: Tokens, start: int, level: Level) -> bool:
    """Whether a unit word with capitals is a part of a name: inside a sentence Ấp Bắc and Suối Giàng, Cù Lao Xanh."""
    if tokens.folds[start : start + 2] == ["cù", "lao"]:
        return tokens.shapes[start + 1] == CAPITAL
    small = level in ("village", "other") and tokens.shapes[start] == CAPITAL and tokens.folds[start] in _HALF_UNITS
    inside = start > 0 and (not starts_sentence(tokens, start) or _follows_in_list(tokens, start))
    return small and inside


def _follows_in_list(tokens: Tokens, i: int) -> bool:
    """Whether a comma or a dash between names stands before token `i`: Xuân Quế - Sông Nhạn."""
    return tokens.words[i - 1] in _LIST_MARKS and tokens.is_name(i - 2)


_LIST_MARKS = (",", "-", "–")

_HALF_UNITS = words("ấp phà suối hang đèo núi bản làng chợ xóm rạch sông sóc cầu tháp")
"""Unit words of one syllable that names begin with."""

_NUMBERED_AFTER = frozenset(
    (
        "khu công nghiệp", "cụm công nghiệp", "cầu", "cầu treo", "hồ", "đập", "kênh", "cảng", "nhiệt điện",
        "nhà máy nhiệt điện", "ấp", "thôn", "bản", "làng", "buôn", "xóm", "khóm", "khu phố", "khu dân cư",
        "tổ dân phố",
    )
)  # fmt: skip
"""Units of which several share a name and are told apart by a number behind it."""


def _known_end(tokens: Tokens, i: int, level: Level, after_post: bool) -> int | None:
    """The token after a name of the gazetteer at `i` that a unit word announces."""
    known = gazetteer().known.longest(tokens, i)
    if known is None or not _written_as_name(tokens, i, *known):
        return None
    end = known[0]
    if end - i == 1 and (_is_half(tokens, i, level) or tokens.folds[i] in _AMBIGUOUS):
        return None
    if end >= capitals_end(tokens, i):
        return end
    person = starts_name(tokens, i)
    if end - i == 1 and person:
        return None
    return end if starts_name(tokens, end) or (after_post and not person) else None


def _taken_end(tokens: Tokens, i: int, unit: str, after_post: bool) -> int | None:
    """The token after a name that the gazetteer lacks, taken on its unit word: the whole run of capitals."""
    end = _person_within(tokens, i, capitals_end(tokens, i), UNITS[unit].level)
    longest = LONGEST_PAGODA if unit == "chùa" else LONGEST_NAME
    if unit in _SHRINES:
        end = _province_within(tokens, i, end)
    if not 0 < end - i <= longest or _begins_body(tokens, i, end, unit) or past_hyphens(tokens, end) > end:
        return None
    if unit == "tỉnh" and (after_post or end - i < 2 or starts_name(tokens, i)):
        return None
    if end - i > 2 and UNITS[unit].level == "province" and is_foreign_word(tokens.words[i]):
        return None
    if after_post and starts_name(tokens, i):
        return None
    return None if end - i == 1 and _is_half(tokens, i, UNITS[unit].level) else end


def _begins_body(tokens: Tokens, i: int, end: int, unit: str) -> bool:
    """Whether the run over [i, end) behind a unit word begins a body: xã Hội Nông dân, but not chùa Hội Hạ."""
    if tokens.folds[i] not in NO_NAMES or tokens.folds[i] in _OF_UNIT.get(unit, ()):
        return False
    small_next = end < len(tokens) and tokens.shapes[end] == LOWER and tokens.folds[end] not in AFTER_NAMES
    return end - i < 2 or small_next or UNITS[unit].level not in ("village", "other")


def _person_within(tokens: Tokens, i: int, end: int, level: Level) -> int:
    """Where a person's full name begins in a run of capitals over [i, end): (bản) Hua Pầu | Lò Văn Sương.

    Villages are not named after people, so theirs may begin at once: (cô giáo cắm bản) | Quàng Thị Nhung.
    """
    family = family_names()
    for j in range(i + 1, end - 1):
        if tokens.folds[j].startswith("h'"):
            return j
    for j in range(i + (level != "village"), end - 2):
        if tokens.folds[j] in family and tokens.folds[j + 1] in ("văn", "thị"):
            return j
    return end


def _province_within(tokens: Tokens, i: int, end: int) -> int:
    """Where a province begins that ends a run of capitals over [i, end): (đền) Hùng | Cần Thơ; `end` if none does."""
    if end - i < 3:
        return end
    name = gazetteer().known.get(tuple(tokens.folds[end - 2 : end]))
    return end - 2 if name is not None and gazetteer().level(name) == "province" else end


_SHRINES = frozenset({"chùa", "đền", "miếu", "nhà thờ"})
"""Units that several provinces have by the same name; streets bear names of people that end like one of them."""


def _is_cut(tokens: Tokens, i: int) -> bool:
    """Whether a single capital at `i`, no known town, begins a word; then TP is no city: TP Tư pháp."""
    follows = i + 1 < len(tokens) and tokens.shapes[i + 1] == LOWER and tokens.adjacent(i + 1)
    known = gazetteer().known.longest(tokens, i)
    return follows and (known is None or gazetteer().level(known[1]) not in ("province", "district"))


_OF_UNIT = dict.fromkeys(("ấp", "thôn", "làng", "bản", "xóm", "khóm", "buôn"), frozenset({"đại"})) | {
    "sông": frozenset({"phó", "đại"}),
    "suối": frozenset({"đại", "nước"}),
    "hồ": frozenset({"nước"}),
}  # fmt: skip
"""Syllables that begin no name elsewhere, but do behind these units: ấp Đại Chí, hồ Nước Ngọt."""


def _is_half(tokens: Tokens, i: int, level: Level) -> bool:
    """Whether a single capital at `i` may be half of a word with the small syllable after it: cảng Quốc tế."""
    small_next = i + 1 < len(tokens) and tokens.shapes[i + 1] == LOWER and tokens.adjacent(i + 1)
    if not small_next or level != "other" or tokens.folds[i + 1] in AFTER_NAMES:
        return False
    return tokens.folds[i] not in _RIVERS and (is_syllable(tokens.folds[i]) or tokens.folds[i] == "internet")


_RIVERS = words(
    "thao chảy gâm hinh hồng hậu tiền hương mã lam đà lô cầu thương đuống gianh hàn ba bồ cả chu luộc đáy cái"
)
"""Rivers of one syllable; any other that Vietnamese can spell may be half a word before a small one (cảng Quốc tế)."""

_NOT_BEFORE = {
    "cầu": frozenset({"yêu", "nhu", "thỉnh", "điểm", "toàn", "cung"}),
    "chợ": frozenset({"hội"}),
    "hồ": frozenset({"cơ", "đồng"}),
    "bản": frozenset(
        {"văn", "phiên", "xuất", "cơ", "kịch", "kế", "nhật", "tư", "nguyên", "ấn", "căn", "biên", "dị", "cáo", "khoáng"}
    ),
    "thôn": frozenset({"nông"}),
    "làng": frozenset({"già"}),
    "đường": frozenset({"môi", "con", "tiểu", "mía"}),
    "cảng": frozenset({"hương"}),
    "đảo": frozenset({"lật", "đáo", "quần", "bán"}),
    "núi": frozenset({"miền"}),
    "phố": frozenset({"thành", "khu"}),
    "sóc": frozenset({"chăm", "phum"}),
    "khóm": frozenset({"xôi", "trái", "cây", "trồng", "vườn", "ruộng", "mứt", "nước", "rẫy"}),
    "xã": frozenset({"tác"}),
    "ấp": frozenset({"báo"}),
    "đèo": frozenset(),
}
"""Words after which a unit word is half of another word or means something else: hội chợ, văn bản, xôi khóm."""


def _stands_as_unit(tokens: Tokens, start: int, i: int) -> bool:
    """Whether the unit word in tokens [start, i) is a word of its own, not the family name Hồ or half of a word."""
    family = tokens.folds[start] == "hồ" and tokens.shapes[start] == CAPITAL
    if family and tokens.fold_at(i) in ("thị", "văn"):
        return False
    if family and (not starts_sentence(tokens, start) or tokens.folds[start : start + 3] == ["hồ", "chí", "minh"]):
        return False
    return tokens.fold_at(start - 1) not in _NOT_BEFORE.get(tokens.folds[start], ())


def _name(tokens: Tokens, i: int, end: int) -> str:
    """A place's name: as the gazetteer writes it where that has an English of its own, else as the text does."""
    known = gazetteer().known.get(tuple(tokens.folds[i:end]))
    if all(tokens.shapes[j] == CAPITALS for j in range(i, end)) and end - i > 1:
        return known or tokens.written(i, end).title()
    return known if known is not None and len(place_names(known)) > 1 else tokens.written(i, end)


def _numbered(tokens: Tokens, start: int, i: int, unit: str) -> Found | None:
    """A unit named by a number, and a letter tied to it. A kênh in small letters is one of radio or television."""
    if unit == "kênh" and (tokens.shapes[start] == LOWER or starts_sentence(tokens, start)):
        return None
    number = tokens.words[i]
    end = i + 1
    size = re.match(r"\d+", number)
    if tokens.fold_at(end) in _COUNTED or (size is not None and int(size[0]) > _HIGHEST.get(unit, 999)):
        return None
    if (
        end < len(tokens)
        and len(tokens.words[end]) == 1
        and tokens.words[end].isupper()
        and tokens.starts[end] == tokens.ends[i]
    ):
        number += tokens.words[end]
        end += 1
    return Found(start, end, Place(number, unit))


_HIGHEST = {"phường": 40, "quận": 12, "thôn": 30, "ấp": 30, "xóm": 40, "khóm": 30, "khu phố": 30, "tổ dân phố": 120}
_COUNTED = words("hộ mét m km người nhà triệu tỷ năm lần tuổi ha cây tháng ngày phút giờ")
"""What a number after a unit word may count instead of naming the unit: thôn 40 hộ."""


def bare_at(tokens: Tokens, i: int) -> Found | None:
    """A place named without unit word at token `i`; the name must fill its run of capitals, but for a person's name."""
    hit = gazetteer().bare.longest(tokens, i)
    if hit is None:
        return _respelled_at(tokens, i) if tokens.is_name(i) else None
    end = hit[0]
    if not _written_as_name(tokens, i, *hit) or (end - i == 1 and not _single_stands(tokens, i)):
        return None
    named_on = tokens.is_name(end) and tokens.adjacent(end)
    if named_on and not (
        starts_name(tokens, end)
        or _is_of_guest(tokens, i, hit[1])
        or (hit[1] in gazetteer().peoples and bare_at(tokens, end) is not None)
        or (is_foreign_word(tokens.words[i]) and any(map(is_foreign_word, tokens.words[end : end + 2])))
    ):
        return None
    before = tokens.fold_at(i - 1)
    if hit[1] in countries() and (before in _OF_PEOPLE or _names_junction(tokens, i)):
        return None
    if hit[1] in _QUARTERS and before in _WINDS:
        return None
    return Found(i, end, _SHORT_NAMES.get(hit[1]) or Place(_name(tokens, i, end)))


def people_at(tokens: Tokens, i: int, *, listed: bool = False) -> Found | None:
    """A people of one syllable at token `i`, by the word before it or where a list of peoples goes on: người Mông, Dao.

    A name behind it is that of somebody or of a place (đồng bào Mông Mộc Châu), not the rest of its own (Dao Tiền).
    """
    name = gazetteer().small_peoples.get(tokens.folds[i])
    if name is None or tokens.shapes[i] == LOWER:
        return None
    if not listed and tokens.fold_at(i - 1) not in _BEFORE_PEOPLES - _OTHERWISE_SAID.get(tokens.folds[i], frozenset()):
        return None
    named_on = tokens.is_name(i + 1) and tokens.adjacent(i + 1)
    if named_on and not (starts_name(tokens, i + 1) or bare_at(tokens, i + 1) is not None):
        return None
    return Found(i, i + 1, Place(name))


_BEFORE_PEOPLES = frozenset({"người", "bào", "tộc", "tiếng", "nữ", "bản"})
"""The word, or its last syllable, before a people: người, đồng bào, dân tộc, phụ nữ."""

_OTHERWISE_SAID = {"kinh": frozenset({"tiếng"}), "hoa": _BEFORE_PEOPLES - {"tộc"}}
"""Peoples whose English is another word behind some of these: tiếng Kinh is Vietnamese, người Hoa are Chinese."""


def _respelled_at(tokens: Tokens, i: int) -> Found | None:
    """A place abroad in any spelling, begun with the capital at `i`, if hyphens or letters show it.

    Sa-van-na-khét, Luông Pha-băng, Xvay Riêng.
    """
    foreign = not is_syllable(tokens.folds[i])
    if not foreign and "-" not in tokens.words[i + 1 : i + 3]:
        return None
    ends, end = list[int](), i
    while tokens.is_name(end) and (end == i or tokens.adjacent(end)):
        end = past_hyphens(tokens, end + 1)
        ends.append(end)
    for end in reversed(ends):
        name = gazetteer().respelled.get(bare_letters(tokens.written(i, end)))
        if name is not None and (foreign or "-" in tokens.words[i:end]):
            return Found(i, end, Place(name))
    return None


def is_foreign(name: str) -> bool:
    """Whether a name is that of another country."""
    return name != "Việt Nam" and name in countries()


PARTS_OF_CHINA = frozenset(
    (
        "Quảng Tây", "Vân Nam", "Quảng Đông", "Hải Nam", "Nam Ninh", "Côn Minh", "Quảng Châu", "Bằng Tường", "Sùng Tả",
        "Bách Sắc", "Phòng Thành Cảng", "Hà Khẩu", "Tịnh Tây", "Tĩnh Tây", "Khu tự trị dân tộc Choang Quảng Tây",
        "Khu tự trị Choang Quảng Tây",
    )
)  # fmt: skip
"""Neighbours whose leaders Vietnamese calls by the Vietnamese sound of their names, so that their own are not known."""


def _is_of_guest(tokens: Tokens, i: int, country: str) -> bool:
    """Whether a foreigner's name may follow the country at token `i`: Thủ tướng Campuchia Hun Manet.

    Before Vietnamese syllables a country of one syllable is half of a name (Đức Bình).
    """
    if tokens.folds[i] in _AMBIGUOUS and not any(map(is_foreign_word, tokens.words[i + 1 : i + 3])):
        return False
    return is_foreign(country) or (country in countries() and tokens.fold_at(i - 1) == "tại")


_SHORT_NAMES = dict.fromkeys(("TPHCM", "TP.HCM", "TP HCM", "TP. HCM"), Place("Hồ Chí Minh", "thành phố"))
"""Places known by a word that holds their unit."""


_OF_PEOPLE = frozenset({"tiếng", "người", "gió"})
"""Words after which a country's name is that of its language, people or wind: tiếng Anh, người Pháp, gió Lào."""


def _names_junction(tokens: Tokens, i: int) -> bool:
    """Whether the name at token `i` is that of a junction: ngã ba Thái Lan, which is not abroad."""
    return tokens.fold_at(i - 2) == "ngã"


_WINDS = frozenset({"gió", "mùa"})
_QUARTERS = frozenset({"Đông Bắc", "Tây Bắc", "Đông Nam", "Tây Nam"})
"""Quarters of the sky that are regions, but behind a word for a wind: gió mùa Đông Bắc."""

_ANNOUNCE = words(
    "nước tại ở sang với của từ đến và hàng phía bang - , ( gốc khách vào đi sứ quán cộng hòa thống phép giữa trường"
    " như cùng kiều"
)


def _single_stands(tokens: Tokens, i: int) -> bool:
    """Whether a name of one syllable (Lào, Pháp, Đức, Huế) is the place and not the start of a word."""
    if tokens.folds[i] not in _AMBIGUOUS:
        return True
    if starts_sentence(tokens, i) and tokens.fold_at(i - 1) not in ("-", ",", "("):
        return False
    if tokens.is_name(i + 1) and tokens.adjacent(i + 1) and any(map(is_foreign_word, tokens.words[i + 1 : i + 3])):
        return True
    return tokens.fold_at(i - 1) in _ANNOUNCE and tokens.fold_at(i + 1) not in _HALVES


_AMBIGUOUS = words("pháp đức í áo bỉ nga mĩ anh úc séc nhật")
"""Countries of one syllable, folded, that are also words or begin them."""

_HALVES = words("hoàng ký báo thực trình kiến chế luật lệnh tin ấm hùng thuật định quan nguyên môn lý đình danh")
"""Second syllables of words that begin like a country: ý kiến, pháp luật, anh hùng, mỹ thuật."""


def commune_at(tokens: Tokens, i: int) -> Found | None:
    """A commune named without unit word: a name of the gazetteer that fills its run of capitals."""
    if not tokens.is_name(i) or tokens.is_name(i - 1):
        return None
    hit = gazetteer().known.longest(tokens, i)
    if hit is None or hit[0] - i < 2 or hit[0] != capitals_end(tokens, i) or tokens.folds[i] in NO_NAMES:
        return None
    if hit[1] in countries() and _names_junction(tokens, i):
        return None
    if tuple(tokens.folds[i : hit[0]]) in _SEASONS or not _written_as_name(tokens, i, *hit):
        return None
    return Found(i, hit[0], Place(_name(tokens, i, hit[0])))


_SEASONS = {("đông", "xuân"), ("đông", "nam"), ("tây", "nam"), ("đông", "bắc"), ("trường", "trung"), ("diên", "hồng")}
"""Communes whose names are other things without their unit word: seasons of rice, quarters of the sky."""


def listed_at(tokens: Tokens, i: int) -> Found | None:
    """A place named without unit word where a list of places goes on: any name of the gazetteer."""
    hit = gazetteer().known.longest(tokens, i)
    end = capitals_end(tokens, i)
    if hit is None or hit[0] != max(end, hit[0]) or not _written_as_name(tokens, i, *hit):
        return None
    return Found(i, hit[0], Place(_name(tokens, i, hit[0])))


def with_number(tokens: Tokens, found: Found, unit: str | None = None) -> Found:
    """A place named without unit word, with the number behind it that tells it from its namesakes: Móng Cái 1.

    The gazetteer knows it so, or the text has the same name with another number, or it goes on a list of such `unit`s
    and nothing is counted: thôn Mỹ Hòa, Phú Thọ 3.
    """
    start, end, place = found
    if place.unit is not None or not tokens.fold_at(end).isdigit() or not _is_number_of_name(tokens, end):
        return found
    name, number = tokens.folds[start:end], tokens.folds[end]
    size = end - start
    namesakes = (
        tokens.folds[j : j + size] == name and tokens.fold_at(j + size).isdigit() and tokens.folds[j + size] != number
        for j in range(len(tokens) - size)
    )
    closed = end + 1 == len(tokens) or tokens.shapes[end + 1] == OTHER
    listed = unit in _NUMBERED_AFTER and closed and tokens.adjacent(end)
    if not listed and gazetteer().known.get((*name, number)) is None and not any(namesakes):
        return found
    return Found(start, end + 1, Place(f"{place.name} {tokens.words[end]}"))


def capitals_end(tokens: Tokens, i: int) -> int:
    """The token after the run of name syllables that begins at `i`."""
    end = i
    while tokens.is_name(end) and (end == i or tokens.adjacent(end)):
        end = past_initials(tokens, end + 1)
    return end


def _written_as_name(tokens: Tokens, start: int, end: int, name: str) -> bool:
    """Whether the syllables of [start, end) have capitals where the gazetteer writes them so in `name`."""
    return tokens.shapes[start] in (CAPITAL, CAPITALS) and all(
        tokens.shapes[i] != LOWER or tokens.folds[i] in _small_syllables(name) or _is_tied(tokens, i)
        for i in range(start, end)
    )


@cache
def _small_syllables(name: str) -> frozenset[str]:
    """The folded syllables that a name has in small letters: sông in Đồng bằng sông Cửu Long."""
    return frozenset(fold(word) for word in name.split() if word.islower())


def _is_tied(tokens: Tokens, i: int) -> bool:
    """Whether a dash without a space ties token `i` to the syllable before it: Cam-pu-chia."""
    return i > 0 and tokens.words[i - 1] == "-" and tokens.starts[i] == tokens.ends[i - 1]
