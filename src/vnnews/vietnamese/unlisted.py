"""Places that no table knows and no unit word announces: a run of capitals that surely is a whole name.

A mark, a word that goes on with the sentence, the thing that bears the name or a word for a feature of the land tells.
"""

from __future__ import annotations

from vnnews.english.names import countries
from vnnews.english.tables import listed as items_of
from vnnews.item import Place
from vnnews.vietnamese.designations import is_foreign_word
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.lexis import AFTER_NAMES
from vnnews.vietnamese.people import NO_NAMES, is_people, is_year, past_hyphens, starts_sentence
from vnnews.vietnamese.places import LONGEST_NAME, Found, capitals_end
from vnnews.vietnamese.syllables import is_written_in_syllables
from vnnews.vietnamese.tokens import CAPITALS, LOWER, OTHER, Lexicon, Tokens, words


def closed_at(tokens: Tokens, i: int, *, listed: bool = False) -> Found | None:
    """A name that no table knows, inside a sentence: two to four capitals that surely end where the run does.

    A mark or the end of the text closes it, or a word that goes on with the sentence. Before any other small word the
    last capital may be half of a word (Luật Đất đai), so there the name must be announced: by the thing that bears it
    (trạm bơm Hữu Bị), a word for a feature of the land (Hòn Đá Bạc), "ở" or "tại". `listed` tells that a place stands
    before; then one syllable that Vietnamese cannot spell is enough (A Vương, Bhalêê).
    """
    inside = not starts_sentence(tokens, i) or listed or _follows_in_sentence(tokens, i)
    if not inside and tokens.folds[i] not in _FEATURES:
        return None
    end = capitals_end(tokens, i)
    after_verb = tokens.folds[i] in _FEATURES and starts_sentence(tokens, i - 1)
    if (tokens.is_name(i - 1) and not after_verb) or _is_in_product(tokens, i, end):
        return None
    alone = listed and end == i + 1 and len(tokens.words[i]) > 2 and not is_written_in_syllables(tokens.folds[i])
    if not (2 <= end - i <= LONGEST_NAME or alone):
        return None
    bearer = _bears_name(tokens, i)
    if bearer and tokens.written(i, end) in countries():
        return None
    if (
        is_year(tokens, i)
        or is_people(tokens, i)
        or not _can_be_name(tokens, i, end, bearer)
        or past_hyphens(tokens, end) > end
    ):
        return None
    closed = end == len(tokens) or (tokens.shapes[end] == OTHER and tokens.words[end] not in "&/%")
    announced = bearer or tokens.folds[i] in _FEATURES
    if not (closed or announced or _goes_on(tokens, i, end, listed)):
        return None
    return Found(i, end, Place(tokens.written(i, end)))


def _bears_name(tokens: Tokens, i: int) -> bool:
    """Whether the words before token `i` are a thing that has a name of its own; of two the longer one tells."""
    found = (_NAMED.get(tuple(tokens.folds[max(0, i - n) : i])) for n in (4, 3, 2, 1))
    return next((named for named in found if named is not None), False)


def _goes_on(tokens: Tokens, i: int, end: int, listed: bool) -> bool:
    """Whether a run over [i, end) before a small word is whole: by that word, by "ở", "tại" or a list before it."""
    if tokens.folds[i] in _HEADS or gazetteer().unit_words.longest(tokens, i) is not None:
        return False
    if any(map(is_foreign_word, tokens.words[i:end])):
        return False
    return listed or tokens.folds[end] in AFTER_NAMES or tokens.fold_at(i - 1) in _LOCATIVES


def _follows_in_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the mark before token `i` goes on with a sentence: a comma, a bracket, a dash between words."""
    return tokens.fold_at(i - 1) in (",", "(") or (tokens.fold_at(i - 1) == "-" and i > 1 and tokens.adjacent(i - 1))


def _can_be_name(tokens: Tokens, i: int, end: int, bearer: bool) -> bool:
    """Whether nothing in the run of capitals over [i, end) says that it is no place; a `bearer` may stand before it."""
    first = tokens.folds[i]
    if first in _NO_STARTS or (first in NO_NAMES and not bearer and not _is_reached(tokens, i)):
        return False
    no_parts = _NO_PARTS - _PARTS_OF_NAMES if bearer else _NO_PARTS
    if any(tokens.folds[j] in no_parts for j in range(i, end)):
        return False
    small_next = end < len(tokens) and tokens.shapes[end] == LOWER and tokens.folds[end] not in AFTER_NAMES
    return not (first in NO_NAMES and small_next)


def _is_reached(tokens: Tokens, i: int) -> bool:
    """Whether a syllable at `i` that elsewhere begins a body begins a place behind "ở", "tới": ở Nước Hai."""
    inside = tokens.fold_at(i - 1) in _LOCATIVES or tokens.fold_at(i - 1) in _TOWARDS
    return inside and tokens.folds[i] in _NO_PLACES and tokens.fold_at(i + 1) not in _NO_PLACES[tokens.folds[i]]


def _is_in_product(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the run over [i, end) goes on an abbreviation or has a version behind it: HCM Egov 2.0."""
    versioned = (
        end < len(tokens) and tokens.adjacent(end) and tokens.words[end][0].isdigit() and "." in tokens.words[end]
    )
    return versioned or (i > 0 and tokens.shapes[i - 1] == CAPITALS and tokens.adjacent(i))


_LOCATIVES = frozenset({"ở", "tại"})
"""Words that a place follows."""

_TOWARDS = frozenset({"tới", "đến", "từ", "qua", "về"})
"""Words that a place may follow, or something else."""

_NO_PLACES = {
    "đại": words("hội học sứ diện biểu đoàn tá úy tướng lễ dương lục đội"),
    "nước": words("ngoài nhà ta bạn mình cộng"),
    "nhà": words("nước trường văn máy hát tù thờ ở dân ga báo giáo khách thầu trẻ"),
}
"""Syllables that begin bodies and places, each with those that make something else of it."""

_HEADS = words("luật khu viện tòa đài kho nhà ngân cung sân rạp bảo di học xí lớp ngành chương dự đề kế thông")
"""Syllables that begin what is no place and whose field of work follows: Khu Công nghiệp, Luật Đất đai."""

_PARTS_OF_NAMES = words("ông đông chủ thu xuân khoa nhất phật chúa bác")
"""Of `_NO_PARTS` those that are parts of names behind what bears them: đồi Ông Tượng, vùng rau Thanh Đông."""


_OTHER_WORDS = items_of(
    "thị trường; môi trường; công trường; hiện trường; nông trường; lâm trường; gia đình; thông báo; cảnh báo; dự báo;"
    "khai báo; đóng cửa; mở cửa; một cửa; con người; mọi người; nhiều người"
)
"""Words that end like a thing that bears a name: thị trường."""

_BEARERS = items_of(
    "trạm bơm; hồ chứa; nhà máy; công trình thủy lợi; dự án thủy lợi; cánh đồng; hầm; cầu treo; cầu phao; bến phà;"
    "bến xe; bến đò; phà; nhà ga; thương hiệu; nhãn hiệu; doanh nghiệp; tổ hợp tác; câu lạc bộ; tổ chức; nhà hàng;"
    "khách sạn; khóm; siêu thị; khu đô thị; khu dân cư; khu tái định cư; khu nghỉ dưỡng; khu di tích; gạo; bưởi; xoài;"
    "vải; nhãn; chè; trà; cà phê; sâm; nước mắm; rượu; gốm; lụa; miếu; nhà thờ; giáo xứ; hội thánh; vùng; nhánh;"
    "thủy lợi; trạm; vùng rau; xử lý rác; nhà máy may; khoai; khoai mỡ; bốt; thiện nguyện; làng gốm; làng hoa;"
    "làng rau; nem; bánh; cam; quýt; chuối; dừa; tiêu; tôm; mật ong; tiêu chuẩn; theo chuẩn; trung tâm thương mại;"
    "đỉnh; đồi; cửa biển; cửa sông; ngã ba; ngã tư; tiệm vàng; tư thục; phòng khám; bệnh viện; chiến khu; căn cứ;"
    "lúa; giống lúa; giống; nếp; mít; ổi; sầu riêng; thanh long; vú sữa; hồng; mận; đào; quán; trang trại;"
    "nghệ thuật; lễ hội; đại lễ; không gian; nhóm; xưởng; bến; ngã năm; ngã sáu; cầu tàu;"
    "đông y; y học cổ truyền; mỏ đá; mỏ than; báo; tờ; cảng cá; dốc; hệ thống; nút giao; đình; đình làng; trường;"
    "diêm dân; luồng; cửa; cầu cảng; đội bóng; kè; hầm chui; taxi; xứ; trạm bot; lò; cầu vượt; làng nghề đúc đồng;"
    "kim hoàn;"
    "rừng; rừng dừa; rừng tràm; vịnh; đầm; hòn; mỏ; chợ hoa; phố cổ; làng cổ; cù lao; cồn; bãi; mũi; người; dân tộc"
)
"""Things that have a name of their own, before which it stands: trạm bơm Hữu Bị, gốm Bàu Trúc."""

_NAMED: Lexicon[bool] = Lexicon([*((word, True) for word in _BEARERS), *((word, False) for word in _OTHER_WORDS)])


_FEATURES = words(
    "hòn vũng bàu mường nà nậm pù đắk đăk đak ea ia krông kon plei huổi khuổi lũng pác vàm giồng gò xẻo tắk khe"
)
"""First syllables of names of places, many of them of the languages of the hills."""

_NO_STARTS = words("ngày cụ xứ may điện nam bắc đông tây phía bác vua chúa thánh phật mẫu ảnh chèo tuồng giỗ")
"""Syllables that go before a name without being of it, or that English says in its own word."""

_NO_PARTS = words(
    "giáp ất bính đinh mậu kỷ kỉ canh nhâm quí xuân hè thu đông nhất nhì chạp giêng internet tiếng toán văn"
    " thương thuế chủ tin khoa ông phật chúa bác mẹ"
)
"""Syllables that make a run of capitals something else than a name: years, crops, prizes, subjects, the venerated."""
