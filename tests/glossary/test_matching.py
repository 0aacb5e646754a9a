"""Where terms stand in Vietnamese text."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.glossary import Glossary, Term
from vnnews.vietnamese.normalise import fold


def found(glossary: Glossary, text: str, on: date | None = None) -> list[tuple[str, str]]:
    """The words matched and the English of the term, in order."""
    return [(text[m.start : m.end], m.term.en) for m in glossary.match(text, on)]


@pytest.fixture(scope="module")
def base() -> Glossary:
    return Glossary.load()


COMMITTEE = Term("Ủy ban nhân dân", "People's Committee", abbr_vi=("UBND",), kind="organisation")
PROVINCIAL = Term("Ủy ban nhân dân tỉnh", "Provincial People's Committee", kind="organisation")
PEOPLE = Term("nhân dân", "people", use="prefer")


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân",
        "Uỷ ban nhân dân",
        "ủy ban nhân dân",
        "ỦY BAN NHÂN DÂN",
        "Ủy  ban   nhân dân",
        "Ủy ban\u00a0nhân dân",
        unicodedata.normalize("NFD", "Ủy ban nhân dân"),
        "UBND",
    ],
)
def test_one_term_in_all_its_spellings_with_offsets_of_the_original(text: str) -> None:
    """Tone placement, case, spacing, Unicode form and the abbreviation make no difference."""
    sentence = f"Hôm qua, {text} đã họp."
    assert found(Glossary.from_terms([COMMITTEE]), sentence) == [(text, "People's Committee")]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dânx",
        "thủy ban nhân dân",
        "ubnd",
        "Ủy ban\nnhân dân",
        "Ủy ban, nhân dân",
        "Uỷ ban nhân",
        "XUBND",
        "",
    ],
)
def test_no_match_off_syllable_boundaries_across_lines_or_in_the_wrong_capitals(text: str) -> None:
    assert found(Glossary.from_terms([COMMITTEE]), text) == []


def test_the_longest_term_wins_and_reports_what_it_shadows() -> None:
    glossary = Glossary.from_terms([PEOPLE, COMMITTEE, PROVINCIAL])
    (match,) = glossary.match("UBND tỉnh")
    assert (match.term, match.shadowed) == (PROVINCIAL, (COMMITTEE,))
    (match,) = glossary.match("Ủy ban nhân dân tỉnh")
    assert match.term is PROVINCIAL
    assert set(match.shadowed) == {COMMITTEE, PEOPLE}


def test_matching_is_exclusive_and_leftmost() -> None:
    """A term that overlaps an earlier one is shadowed, even where it is longer."""
    one, two = Term("công nghệ thông tin", "information technology"), Term("thông tin và truyền thông", "information")
    (match,) = Glossary.from_terms([one, two]).match("công nghệ thông tin và truyền thông")
    assert (match.term, match.shadowed) == (one, (two,))


def test_every_occurrence_is_found() -> None:
    assert len(Glossary.from_terms([PEOPLE]).match("nhân dân, nhân dân; Nhân dân")) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đảng viên theo Đảng", [("Đảng", "Party")]),
        ("một đảng khác", []),
        ("ĐẢNG TA", [("ĐẢNG", "Party")]),
    ],
)
def test_capitals_decide_where_the_entry_says_so(text: str, expected: list[tuple[str, str]]) -> None:
    text = text.replace("Đảng viên", "")
    assert found(Glossary.from_terms([Term("Đảng", "Party", case="exact")]), text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND"),
        ("ứng dụng CNTT", "ứng dụng CNTT"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
        ("Sở TT & TT", "Sở TT & TT"),
        ("Ban Chỉ đạo ứng dụng CNTT", "Ban Chỉ đạo ứng dụng CNTT"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
    ],
)
def test_names_match_with_parts_abbreviated(base: Glossary, text: str, words: str) -> None:
    assert [text[m.start : m.end] for m in base.match(text)] == [words]


@pytest.mark.parametrize(
    ("text", "short", "reading"),
    [
        ("TP. Tân An", "TP", "thành phố"),
        ("bà Lê Thị B, TP Tài chính huyện", "TP", "Trưởng phòng"),
        ("tại TT Tầm Vu, huyện Châu Thành", "TT", "thị trấn"),
        ("Giám đốc TT Y tế huyện", "TT", "trung tâm"),
        ("TT 03/2009 hướng dẫn", "TT", "thông tư"),
        ("đ/c Phó CT UBND tỉnh", "CT", "chủ tịch"),
        ("CT số 34 của Thủ tướng", "CT", "chỉ thị"),
        ("Ủy viên BCT dự hội nghị", "BCT", "Bộ Chính trị"),
        ("Thứ trưởng BCT phát biểu", "BCT", "Bộ Công Thương"),
        ("Ban Tổ chức họp. BTC công bố", "BTC", "Ban Tổ chức"),
        ("Bộ Tài chính vừa họp. Theo BTC, thuế tăng", "BTC", "Bộ Tài chính"),
        ("TS. Nguyễn Văn An", "TS", "Tiến sĩ"),
        ("Bí thư Thành ủy họp với TU", "TU", "Thành ủy"),
        ("HĐ số 12 đã ký", "HĐ", "hợp đồng"),
        ("thường trực HĐ nhân dân", "HĐ", "hội đồng"),
        ("Chủ tịch CĐ ngành", "CĐ", "công đoàn"),
        ("CĐ số 1 của Thủ tướng", "CĐ", "công điện"),
        ("bầu BCH khóa mới", "BCH", "Ban Chấp hành"),
        ("xây dựng CQĐT các cấp", "CQĐT", "chính quyền điện tử"),
        ("phát triển TMĐT", "TMĐT", "thương mại điện tử"),
    ],
)
def test_ambiguous_abbreviations_are_settled_by_context(base: Glossary, text: str, short: str, reading: str) -> None:
    matches = [m for m in base.match(text) if text[m.start : m.end] == short]
    assert [(fold(m.term.vi), m.choices) for m in matches] == [(fold(reading), ())]


@pytest.mark.parametrize("text", ["BCT đã họp.", "CT đã đi", "BTC thông báo"])
def test_an_abbreviation_that_the_text_does_not_settle_lists_its_readings(base: Glossary, text: str) -> None:
    (match, *_) = base.match(text)
    assert len({term.en for term in match.choices}) > 1
    assert match.term is match.choices[0]


@pytest.mark.parametrize("text", ["BCH PCTT-TKCN huyện", "CQĐT Công an tỉnh", "dự án có TMĐT 2.890 tỷ đồng"])
def test_an_abbreviation_that_stands_for_another_name_is_left_alone(base: Glossary, text: str) -> None:
    assert [m for m in base.match(text) if text[m.start : m.end] in ("BCH", "CQĐT", "TMĐT")] == []


@pytest.mark.parametrize("text", ["tàu QNg 95824 TS cập cảng", "kênh QL dài", "lô KP"])
def test_a_short_abbreviation_is_not_believed_without_a_word_in_its_favour(base: Glossary, text: str) -> None:
    assert [text[m.start : m.end] for m in base.match(text) if text[m.start : m.end].isupper()] == []


@pytest.mark.parametrize(
    "text",
    [
        "cơ sở", "trụ sở hữu", "xã hội", "nông thôn", "pháp nhân", "phát triển khai thác", "đăng ký số", "văn bản thân",
        "biên bản thảo", "kỷ luật", "một cửa hàng hoa",
        "giữ nguyên nhân sự", "các bộ xây dựng", "nhiệm vụ", "Hải Phòng", "ông bà", "thời điểm", "quan điểm", "quý giá",
    ],
)  # fmt: skip
def test_words_that_hold_a_term_without_being_it(base: Glossary, text: str) -> None:
    """The short entries sở, xã, thôn, bản, phòng, vụ, điểm ... are parts of longer words."""
    short = {"sở", "xã", "thôn", "bản", "phòng", "vụ", "điểm", "quý", "luật", "ông", "bà", "ký số", "triển khai"}
    short |= {"một cửa", "nguyên nhân", "Bộ Xây dựng"}
    assert not short & {m.term.vi for m in base.match(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thông tư 25/2025/TT-NHNN của NHNN", ["Thông tư", "NHNN"]),
        ("Quy chế 04/QC-UBND-UBMTTQ", ["Quy chế"]),
        ("Nghị quyết số 57-NQ/TW", ["Nghị quyết"]),
        ("HĐND-UBND", ["HĐND", "UBND"]),
        ("có 9/9 UBND", ["UBND"]),
    ],
)
def test_the_letters_of_a_document_number_are_no_terms(base: Glossary, text: str, words: list[str]) -> None:
    assert [text[m.start : m.end] for m in base.match(text)] == words


AMBIGUOUS = "TT CT TP BCT BTC HĐ CB CĐ VP VT TC BC KH TU XH TTCP OSS PCT TBT TCT CV LĐ TĐ TTr HS ĐB ĐH TS BS GS QH KT"


@pytest.mark.parametrize("short", AMBIGUOUS.split())
def test_an_abbreviation_of_many_meanings_is_never_taken_for_one_blindly(base: Glossary, short: str) -> None:
    text = f"gió {short} mưa"
    assert all(len(match.choices) > 1 for match in base.match(text))


OLD = Term("Sở VHTT", "Department of Culture and Information", valid_to=date(2008, 2, 4))
NEW = Term("Sở VHTT", "Department of Culture and Sports", valid_from=date(2008, 2, 4))


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2008, 2, 3), OLD), (date(2008, 2, 4), NEW), (date(2020, 1, 1), NEW)]
)
def test_the_entry_in_force_on_the_day_is_chosen(day: date, expected: Term) -> None:
    (match,) = Glossary.from_terms([NEW, OLD]).match("Sở VHTT họp", day)
    assert (match.term, match.choices) == (expected, ())


def test_a_name_out_of_use_still_matches_but_one_that_does_not_exist_yet_does_not() -> None:
    assert Glossary.from_terms([OLD]).match("Sở VHTT", date(2020, 1, 1))[0].term is OLD
    assert Glossary.from_terms([NEW]).match("Sở VHTT", date(2000, 1, 1)) == []


def test_without_a_day_the_name_still_in_force_comes_first() -> None:
    assert Glossary.from_terms([OLD, NEW]).match("Sở VHTT")[0].term is NEW


def test_the_department_of_2018_keeps_its_name(base: Glossary) -> None:
    text = "Sở TT&TT tỉnh"
    assert found(base, text, date(2018, 5, 1))[0] == ("Sở TT&TT", "Department of Information and Communications")
    assert found(base, text, date(2026, 5, 1))[0] == ("Sở TT&TT", "Department of Information and Communications")


def test_consult_entries_are_never_matched_but_found() -> None:
    glossary = Glossary.from_terms([Term("bản", "village", use="consult")])
    assert glossary.match("bản Na") == []
    assert [term.vi for term in glossary.find("ban")] == ["bản"]


syllable = st.sampled_from(
    ("ủy", "uỷ", "ban", "nhân", "dân", "tỉnh", "UBND", "và", "Hòa", "hoà", ",", ".", "&", "quý", "quí", "12", "\n", "x")
)


@given(st.lists(syllable, max_size=25), st.sampled_from([" ", "  ", "\u00a0"]))
def test_matches_are_sorted_disjoint_and_fold_to_a_form_of_their_term(parts: list[str], space: str) -> None:
    text = space.join(parts)
    last = 0
    for match in Glossary.from_terms([COMMITTEE, PROVINCIAL, PEOPLE, Term("hòa", "peace")]).match(text):
        assert last <= match.start < match.end <= len(text)
        last = match.end
        words = fold(" ".join(text[match.start : match.end].split()))
        short = words.replace("ubnd", fold("ủy ban nhân dân"))
        assert short == fold(match.term.vi)


VOCABULARY = ("sở", "tư", "pháp", "tỉnh", "và", "kinh", "tế")
short_terms = st.lists(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8, unique=True
)


@given(short_terms, st.lists(st.sampled_from((*VOCABULARY, "x", ",")), max_size=20))
def test_matching_agrees_with_trying_every_term_at_every_syllable(names: list[str], parts: list[str]) -> None:
    """The same as the plainest algorithm: from the left, the longest term that stands there, then on behind it."""
    expected, at = [], 0
    while at < len(parts):
        here = [name.split() for name in names if parts[at : at + len(name.split())] == name.split()]
        best = max(here, key=len, default=[])
        if best:
            expected.append(" ".join(best))
        at += len(best) or 1
    glossary = Glossary.from_terms([Term(name, f"term {name}") for name in names])
    assert [match.term.vi for match in glossary.match(" ".join(parts))] == expected


def test_advice_is_what_binds_nobody(base: Glossary) -> None:
    text = "Theo UBND tỉnh, cơ sở phối hợp tốt; văn bản của sở."
    assert [text[m.start : m.end] for m in base.advise(text)] == ["Theo", "cơ sở", "phối hợp", "văn bản", "sở"]
    assert [text[m.start : m.end] for m in base.match(text)] == ["UBND tỉnh", "phối hợp", "văn bản", "sở"]
