"""People: where a Vietnamese text names a person, and what it says of the gender.

Names are runs of capitalised syllables, family name first. A name is taken on the word of a post, rank or form of
address before it; without one only where it begins with a family name and is long enough to be nothing else.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple, cast

from vnnews.english.tables import built_in, listed
from vnnews.item import Gender, Person
from vnnews.vietnamese.designations import is_foreign_word
from vnnews.vietnamese.eras import BRANCHES, OTHER_BRANCHES, STEMS
from vnnews.vietnamese.lexis import AFTER_NAMES
from vnnews.vietnamese.normalise import fold, strip_marks
from vnnews.vietnamese.syllables import is_syllable
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Lexicon, Tokens, words

LONGEST_NAME = 6
"""Syllables of the longest name of a person: Công Tằng Tôn Nữ ..., Y Dhăm Êban Kbuôr."""


@cache
def family_names() -> dict[str, bool]:
    """Folded family names; True for those that are no ordinary word or place beside it."""
    return {fold(name): sure == "yes" for name, sure in built_in("family_names.tsv", ("name", "sure"))}


class Address(NamedTuple):
    """A form of address, rank or degree before a name: its English ("" where English has none) and what it tells."""

    en: str
    alternatives: tuple[str, ...]
    gender: Gender | None
    written: str


@cache
def addresses() -> Lexicon[Address]:
    """Forms of address by their words; `written` "capital" or "capitals" is how they must be spelled."""
    table: Lexicon[Address] = Lexicon()
    for vi, en, more, gender, written in built_in(
        "addresses.tsv", ("vi", "en", "en_alternatives", "gender", "written")
    ):
        forms = tuple(form.replace("-", "") if form == "-" else form for form in listed(more))
        table.add(vi, Address(en.removeprefix("-"), forms, cast("Gender | None", gender or None), written))
    return table


def address_at(tokens: Tokens, i: int) -> tuple[int, Address] | None:
    """A form of address at token `i` that a name follows: (token of the name, what it says)."""
    hit = addresses().longest(tokens, i)
    if hit is None:
        return None
    end, address = hit
    if tokens.fold_at(i - 1) in _BEFORE_HALVES:
        return None
    shape = tokens.shapes[i]
    if shape == CAPITAL and not address.written and not starts_sentence(tokens, i):
        return None
    if (address.written == "capitals" and shape != CAPITALS) or (address.written == "capital" and shape == LOWER):
        return None
    if address.written == "capitals" and tokens.fold_at(end) == ".":
        end += 1
    length = run_end(tokens, end) - end
    named = length > 1 or (length == 1 and (address.gender or not address.en or _is_given_name(tokens, end)))
    return (end, address) if named and (length > 1 or tokens.folds[end] not in _SPIRITS) else None


_BEFORE_HALVES = frozenset({"tòa", "đàn"})
"""Syllables that make a word with a form of address after them: Tòa Giám mục, đàn ông."""


def _is_given_name(tokens: Tokens, i: int) -> bool:
    """Whether a single capital at `i`, behind a rank that also goes with nouns, is a name: bác sĩ Phát, Tiến sĩ K'Brốp.

    It is one that Vietnamese cannot spell, or that surely ends there; no people or country (nghệ nhân Mường).
    """
    fold_ = tokens.folds[i]
    if not is_syllable(fold_):
        return True
    closed = i + 1 == len(tokens) or tokens.shapes[i + 1] == OTHER or tokens.folds[i + 1] in AFTER_NAMES
    return closed and fold_ not in PEOPLES and fold_ not in _LANDS


_LANDS = words("mĩ anh pháp đức nga úc í bỉ séc áo tây nhật hàn trung lào việt mạ co")
"""Countries and peoples of one syllable that also stand behind a rank: nhạc sĩ Đức."""

_SPIRITS = frozenset({"công", "táo", "trời", "địa"})
"""Who is called ông, by one syllable, and is no person: the Kitchen Gods, Heaven."""


def is_year(tokens: Tokens, i: int) -> bool:
    """Whether a year's name by stem and branch stands at token `i`: Giáp Thìn."""
    return tokens.folds[i] in _STEMS and tokens.fold_at(i + 1) in _BRANCHES


@cache
def foreigners() -> dict[str, Person]:
    """People of other countries whose names Vietnamese writes in its own way, with their English names.

    A name with hyphens stands there by its bare letters too.
    """
    out: dict[str, Person] = {}
    for vi, en, gender in built_in("foreigners.tsv", ("vi", "en", "gender")):
        out[vi] = Person(vi, cast("Gender | None", gender or None), en)
        if "-" in vi:
            out[bare_letters(vi)] = out[vi]
    return out


def foreigner(written: str) -> Person | None:
    """The person of another country whose name is `written` so, or with other tones and hyphens."""
    return foreigners().get(written) or (foreigners().get(bare_letters(written)) if "-" in written else None)


@lru_cache(maxsize=5_000)
def bare_letters(name: str) -> str:
    """A foreign name in Vietnamese spelling by what all spellings of it share: Xa-van-na-khẹt and Sa-vẳn-na-khệt.

    Papers differ in tones, hyphens, s and x, c and k, i and y, doubled letters; what is left is the same.
    """
    letters = "".join(c for c in strip_marks(name).lower() if c.isalpha())
    return "".join(letter for letter, _ in groupby(letters.translate(_SAME_LETTERS)))


_SAME_LETTERS = str.maketrans("xky", "sci")


class Found(NamedTuple):
    """A person's name in tokens [start, end)."""

    start: int
    end: int
    person: Person


NO_NAMES = words(
    "sở ban hội bộ cục viện quỹ phòng báo phó trưởng ủy tổng vụ trường tạp chủ bí giám thứ luật tết nghị quyết hạt trạm"
    " đội tổ giải huân huy đại đảng quốc cổng công theo tại trong khi nhà nước nữ lễ"
)
"""Syllables, folded, that begin bodies, posts and sentences but no name of a person."""

_FUNCTION_WORDS = words("từ nay đồng hàn giáp và cao thái mông già mỗi hàng ca xa mùa cứ chang seo vi quan")
"""Family names that are also words: at the start of a sentence they are taken for the word."""

_PREPOSITIONS = words("từ nay và già mỗi xa cứ")
"""Of these the words behind which a place that begins with Văn or Thị may stand: Từ Văn Giang đến Thị Nghè."""

PEOPLES = words("mông thái tày nùng mường dao hoa kinh chăm khmer thổ giáy lự")
_OF_PEOPLE = words("người bào tộc chữ tiếng nôm nghề")
"""Peoples of one syllable that also begin names of persons, and the words that tell them."""

_STEMS = frozenset(map(fold, STEMS))
_BRANCHES = frozenset(map(fold, (*BRANCHES, *OTHER_BRANCHES)))
"""What names years: Giáp Thìn is a year, not a person."""


def run_end(tokens: Tokens, i: int) -> int:
    """The token after the run of name syllables that begins at `i`."""
    if not 0 <= i < len(tokens) or tokens.words[i] in ("I", "V", "X"):
        return i
    if tokens.folds[i] in NO_NAMES and not _is_royal_or_woman(tokens, i):
        return i
    end = i
    if tokens.folds[i] == "thích" and tokens.fold_at(i + 1) == "nữ" and tokens.is_name(i + 2):
        end = i + 2
    while tokens.is_name(end) and (end == i or tokens.adjacent(end)) and end - i < LONGEST_NAME:
        if tokens.folds[end] in _AWARDS and end > i and tokens.fold_at(end + 1) in _AWARDS[tokens.folds[end]]:
            break
        end = past_initials(tokens, end + 1)
        if tokens.fold_at(end) == "-":
            end = past_hyphens(tokens, end)
    return end


def past_initials(tokens: Tokens, end: int) -> int:
    """The token after further initials, tied by stops, of a name the press keeps back, one of which ends before `end`.

    N.T.H, Trần V.A; "Công ty V. S" with a space is none.
    """
    while (
        tokens.fold_at(end) == "."
        and len(tokens.words[end - 1]) == 1
        and tokens.is_name(end + 1)
        and len(tokens.words[end + 1]) == 1
        and tokens.ends[end - 1] + 1 == tokens.starts[end + 1]
    ):
        end += 2
    return end


def _is_royal_or_woman(tokens: Tokens, i: int) -> bool:
    """Whether a syllable at `i` that elsewhere begins a body begins a name: Công Tằng Tôn Nữ ..., Hạt Thị ..."""
    return tokens.is_name(i + 1) and (
        tokens.folds[i + 1] == "thị" or (tokens.folds[i] == "công" and tokens.folds[i + 1] in ("tằng", "huyền", "tôn"))
    )


_AWARDS = {
    "huân": words("chương"), "huy": words("chương hiệu"), "bằng": words("khen"), "giấy": words("khen chứng"),
    "kỷ": words("niệm"), "danh": words("hiệu"), "quyết": words("định"), "cờ": words("thi"), "nghệ": words("nhân sĩ"),
}  # fmt: skip
"""What is given to somebody named just before it, which begins with a capital: ông Lò Văn An Huân chương Lao động."""


def starts_name(tokens: Tokens, i: int) -> bool:
    """Whether a full name of a person can begin at token `i`: a family name and one more syllable at least."""
    if not tokens.is_name(i):
        return False
    end = run_end(tokens, i)
    if end - i < 2 or is_year(tokens, i) or tuple(tokens.folds[i : i + 2]) == ("cù", "lao"):
        return False
    if tokens.folds[i] in family_names() or "'" in tokens.folds[i]:
        return True
    return end - i >= 3 and tokens.folds[i + 1] in ("thị", "văn")


def past_hyphens(tokens: Tokens, end: int) -> int:
    """The token after the rest of a name whose first half ends before `end`: Park Hang-seo, Xay-nha-vông."""
    while (
        end + 1 < len(tokens)
        and tokens.words[end] == "-"
        and tokens.starts[end] == tokens.ends[end - 1]
        and tokens.starts[end + 1] == tokens.ends[end]
        and tokens.shapes[end + 1] == LOWER
    ):
        end += 2
    return end


def _is_respelled(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a foreign name is written in Vietnamese spelling, so that its own is not known: Xay-nha-vông.

    A name from Korea has one hyphen and no marks: Park Hang-seo.
    """
    hyphens = tokens.words[start:end].count("-")
    return hyphens > 1 or (hyphens > 0 and not tokens.written(start, end).isascii())


def person_after_cue(tokens: Tokens, i: int, gender: Gender | None = None) -> Found | None:
    """The name that begins at token `i`, just after a post, rank or form of address.

    The body that the post is held in may end there: (Chủ nhiệm HTX) Quảng Lộc | Mai Văn Trường.
    """
    end = run_end(tokens, i)
    if end == i or _is_unit_of_army(tokens, i):
        return None
    i = next((j for j in range(i + 2, end - 2) if tokens.folds[j + 1] in ("văn", "thị") and starts_name(tokens, j)), i)
    if _is_respelled(tokens, i, end):
        known = foreigner(tokens.written(i, end))
        return Found(i, end, known) if known else None
    name = tokens.written(i, end).replace("Thích nữ ", "Thích Nữ ")
    return Found(i, end, Person(name, gender or middle_gender(tokens, i, end)))


def _is_unit_of_army(tokens: Tokens, i: int) -> bool:
    """Whether a military unit whose first word is also a family name begins at token `i`: Đoàn Kinh tế - Quốc phòng."""
    return tokens.folds[i] == "đoàn" and i + 2 < len(tokens) and tuple(tokens.folds[i + 1 : i + 3]) in _OF_UNITS


_OF_UNITS = {("kinh", "tế"), ("công", "binh"), ("đặc", "công"), ("đặc", "nhiệm")}
"""What follows Đoàn in names of units of the army and the police."""


def guest(tokens: Tokens, i: int) -> Found | None:
    """The name of somebody from another country that begins at token `i`, just after the country's.

    One that is known, or two to four words in plain letters one of which is no syllable of Vietnamese: Chea Sopheak.
    """
    end = run_end(tokens, i)
    known = foreigner(tokens.written(i, end)) if end > i else None
    plain = 2 <= end - i <= 4 and tokens.written(i, end).isascii() and any(map(is_foreign_word, tokens.words[i:end]))
    if known is None and not plain:
        return None
    return Found(i, end, known or Person(tokens.written(i, end)))


def person_alone(tokens: Tokens, i: int) -> Found | None:
    """The name that begins at token `i` with no cue before it: a sure family name, or three syllables and more."""
    if not starts_name(tokens, i):
        return None
    end = run_end(tokens, i)
    if is_people(tokens, i) or _is_half_of_word(tokens, i) or _is_respelled(tokens, i, end):
        return None
    bracketed = end - i >= 3 and (tokens.fold_at(end) == "(" or tokens.fold_at(i - 1) == ")")
    full = end - i >= 3 and tokens.folds[i + 1] in ("thị", "văn") and tokens.folds[i] not in _PREPOSITIONS
    if tokens.folds[i] in _FUNCTION_WORDS and starts_sentence(tokens, i) and not (bracketed or full):
        return None
    sure = family_names().get(tokens.folds[i], False) or "'" in tokens.folds[i]
    if end - i < (2 if sure else 3) or end - i > 5:
        return None
    return Found(i, end, Person(tokens.written(i, end), middle_gender(tokens, i, end)))


def _is_half_of_word(tokens: Tokens, i: int) -> bool:
    """Whether a family name at `i` is a kind of theater or faith by the word before it: (nhà hát) Chèo, Tin Lành."""
    return tokens.fold_at(i - 1) == "hát" or (tokens.folds[i] == "lành" and tokens.fold_at(i - 1) == "tin")


def pen_name(tokens: Tokens, i: int = 0) -> Found | None:
    """The name of two syllables, begun with one that elsewhere begins a body, that the text from `i` is: Quốc Việt."""
    if len(tokens) != i + 2 or not (tokens.is_name(i) and tokens.is_name(i + 1)):
        return None
    first, second = tokens.folds[i:]
    if first not in _PEN_NAMES or second in _PEN_NAMES[first]:
        return None
    return Found(i, i + 2, Person(tokens.written(i, i + 2)))


_PEN_NAMES = {
    "công": words("an ty nghiệp thương đoàn trình nghệ dân việc tác báo văn điện ước"),
    "quốc": words("hội gia tế phòng ca khánh lộ ngữ dân sách"),
    "trường": words("học sa sơn chinh"),
    "hạt": words("kiểm"),
}
"""Syllables that begin bodies and also given names of two syllables, each with those that make a word with it."""


def aged(tokens: Tokens, i: int) -> Found | None:
    """The name at token `i` of which an age or a year of birth follows: Ba Hiệu, 54 tuổi; Và Bá Chồ, sinh năm 1993."""
    end = _comma_behind(tokens, i)
    if end is None:
        return None
    age = tokens.fold_at(end + 1).isdigit() and tokens.fold_at(end + 2) == "tuổi"
    if not age and (tokens.fold_at(end + 1), tokens.fold_at(end + 2)) != ("sinh", "năm"):
        return None
    return _described(tokens, i, end)


def kin(tokens: Tokens, i: int) -> Found | None:
    """The name at token `i` of which a word for what or whose relative it is follows: Năm Sang, con trai bà Tư."""
    end = _comma_behind(tokens, i)
    if end is None:
        return None
    said = any(CALLINGS.get(tuple(tokens.folds[end + 1 : end + 1 + n])) for n in (2, 3))
    if not (said or tokens.fold_at(end + 1) == "chủ"):
        return None
    return _described(tokens, i, end) if tokens.folds[i] in _BIRTH_RANKS or starts_name(tokens, i) else None


def _comma_behind(tokens: Tokens, i: int) -> int | None:
    """The token after a whole run of two to five name syllables at `i`, if a comma is there."""
    if "," not in tokens.folds[i + 2 : i + 6] or tokens.is_name(i - 1):
        return None
    end = run_end(tokens, i)
    return end if 2 <= end - i <= 5 and tokens.fold_at(end) == "," else None


def _described(tokens: Tokens, i: int, end: int) -> Found | None:
    """The name over [i, end), of which something is said behind it, unless it begins with a calling."""
    if tokens.folds[i] in _ONE_WORD_CALLINGS or _is_respelled(tokens, i, end):
        return None
    return Found(i, end, Person(tokens.written(i, end), middle_gender(tokens, i, end)))


_BIRTH_RANKS = words("hai ba tư năm sáu bảy tám chín mười út")
"""How the South calls people by their place among brothers and sisters: Ba Hiệu, Năm Sang."""


def is_people(tokens: Tokens, i: int) -> bool:
    """Whether a people stands at token `i`, by the word before it: đồng bào Mông (Mộc Châu)."""
    return tokens.folds[i] in PEOPLES and tokens.fold_at(i - 1) in _OF_PEOPLE


def starts_sentence(tokens: Tokens, i: int) -> bool:
    """Whether a capital at token `i` may be that of a sentence: nothing or a mark stands before it."""
    return i == 0 or tokens.shapes[i - 1] == OTHER


def holder_in_capitals(tokens: Tokens, i: int) -> Found | None:
    """The name in capitals at token `i`, behind a post: it ends where a word for an act begins.

    CHỦ TỊCH UBND TỈNH NGUYỄN VĂN AN TIẾP DÂN: three or four syllables from a family name on, up to TIẾP.
    """
    if i >= len(tokens) or tokens.shapes[i] != CAPITALS or tokens.folds[i] not in family_names():
        return None
    if tuple(tokens.folds[i : i + 2]) in _NOUNS:
        return None
    for end in (i + 3, i + 4):
        inside = all(j < len(tokens) and tokens.shapes[j] == CAPITALS and tokens.adjacent(j) for j in range(i, end))
        if inside and (end == len(tokens) or tokens.shapes[end] == OTHER or _ACTS.longest(tokens, end)):
            name = tokens.written(i, end).title()
            return Found(i, end, Person(name, "female" if "thị" in tokens.folds[i + 1 : end - 1] else None))
    return None


_ACTS: Lexicon[bool] = Lexicon(
    (act, True)
    for act in listed(
        "tiếp; dự; tham dự; làm việc; thăm; chúc; phát biểu; kiểm tra; gặp; gặp gỡ; chủ trì; đối thoại; trao; khảo sát;"
        "nhận; tặng; viếng; dâng; thị sát; chỉ đạo; yêu cầu; động viên; tiếp xúc; giám sát; trả lời; ký; đi; là; được;"
        "nghe; họp; mừng; làm; giữ; trúng cử; tái đắc cử; trở thành; nhậm chức; qua đời; từ trần;"
        " biểu dương; khai mạc; kết luận; đề nghị; và; tại; với"
    )
)
"""What holders of posts do in headlines; the word after a name."""


def name_in_capitals(tokens: Tokens, i: int) -> Found | None:
    """A name written all in capitals that fills what stands between two marks or line ends: a signature's.

    Inside a headline in capitals a name has no visible end, so there it is left alone.
    """
    if tokens.shapes[i] != CAPITALS or not family_names().get(tokens.folds[i], False):
        return None
    if not starts_sentence(tokens, i) and tokens.adjacent(i):
        return None
    end = i
    while end < len(tokens) and tokens.shapes[end] == CAPITALS and (end == i or tokens.adjacent(end)):
        end += 1
    closed = end == len(tokens) or tokens.shapes[end] == OTHER or not tokens.adjacent(end)
    if not closed or end - i not in (3, 4) or tuple(tokens.folds[i : i + 2]) in _NOUNS:
        return None
    name = tokens.written(i, end)
    if not name.replace(" ", "").isalpha():
        return None
    return Found(i, end, Person(name.title(), "female" if "thị" in tokens.folds[i + 1 : end - 1] else None))


_NOUNS = frozenset(
    (fold(first), fold(second))
    for first, seconds in (
        ("vũ", "khí trụ lực trường"), ("phạm", "nhân tội pháp vi"), ("hoàng", "sa hôn đế"), ("lý", "do luận lịch"),
        ("dương", "lịch"), ("hồ", "sơ chứa"), ("trần", "nhà"), ("phan", "thiết rang"), ("đào", "tạo"),
    )
    for second in seconds.split()
)  # fmt: skip
"""Words that begin like a family name: vũ khí, phạm nhân."""

CALLINGS: Lexicon[bool] = Lexicon(
    (calling, True)
    for calling in listed(
        "trụ trì; cả sư; phối sư; giáo sư; lão nông; lão ngư; nông dân; ngư dân; đảng viên; đoàn viên; sinh viên;"
        "học sinh; giáo viên; thuyền trưởng; chi nhánh; giám sát; kiểm tra; thành viên; chiến sĩ; vận động viên;"
        "chú; bác; dì; bé; cậu; mợ; cụ; em; cháu; lão; già; nàng; cầu thủ; ca sĩ; họa sĩ; diễn viên; đạo diễn;"
        "nghệ nhân; chuyên gia; phóng viên; nhà giáo; danh y; chức sắc; giáo cả; liệt sĩ; anh hùng; thủ lĩnh;"
        "thí sinh; cựu chiến binh; doanh nhân; phó giám đốc sở; giám đốc sở; bị cáo; bị can; đối tượng; nghi phạm;"
        "binh nhất; binh nhì; hạ sĩ; trung sĩ; thượng sĩ; thầy giáo; cô giáo; tài xế;"
        "võ sĩ; võ sư; vận động viên khuyết tật; huấn luyện viên; kỳ thủ; thủ môn; tiền đạo; tiền vệ; hậu vệ;"
        "nhà thơ; nhà văn; nhà báo; nhà nghiên cứu; soạn giả; tác giả; thương binh; bệnh nhân; nạn nhân; chủ hộ;"
        "chủ quán; chủ cơ sở; chủ tàu; chủ xe; máy trưởng; hướng dẫn viên; già làng; trưởng nhóm;"
        "con gái; con trai; con dâu; con rể; em gái; em trai; chị gái; anh trai; vợ; chồng; vợ chồng"
    )
)
"""Words for what somebody is, just before the name."""

_ONE_WORD_CALLINGS = words("chú bác dì bé cậu mợ cụ em cháu bạn lão già nàng mẹ má cha bố mệ ama amí")


def called(tokens: Tokens, i: int) -> bool:
    """Whether a calling stands just before token `i`."""
    return any(CALLINGS.get(tuple(tokens.folds[max(0, i - n) : i])) for n in (1, 2, 3, 4))


def given_name_called(tokens: Tokens, i: int) -> bool:
    """Whether the single capital at `i` is a given name behind a word for nothing but people: em Dơ, bé Na."""
    if not _OF_SOMEBODY.intersection((tokens.folds[i - 1], " ".join(tokens.folds[max(0, i - 2) : i]))):
        return False
    single = run_end(tokens, i) == i + 1 and tokens.folds[i] not in _SPIRITS | PEOPLES | _ONE_WORD_CALLINGS
    return single and _is_given_name(tokens, i)


_OF_SOMEBODY = frozenset(
    {"em", "cháu", "bé", "dì", "cậu", "liệt sĩ", "bị cáo", "bị can", "nạn nhân", "con trai", "con gái"}
)
"""Callings behind which one syllable is a name; behind others it may be what somebody works in: sinh viên Y."""


def middle_gender(tokens: Tokens, start: int, end: int) -> Gender | None:
    """The gender that a middle name tells: Thị is a woman's. Văn is left open."""
    if any(tokens.folds[i] == "thị" and tokens.shapes[i] == CAPITAL for i in range(start + 1, end - 1)):
        return "female"
    return None
