"""Cleaning, folding and stripping: what must become one form, and what must stay apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.vietnamese.normalise import clean, fold, strip_marks

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ AĐỦ.,0123\n\t\u00a0\u200b"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ðồng Tháp", "Đồng Tháp"),
        ("ða dạng", "đa dạng"),
        ("4,5\u00a0tỷ\u202fđồng", "4,5 tỷ đồng"),
        ("Tân\u200b Trụ\ufeff", "Tân Trụ"),
        ("xử\u00adlý", "xửlý"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("một\thai", "một\thai"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("Việt", "Việt"),
        ("Vie\u0323\u0302t", "Việt"),
        ("Vié\u0302t", "Viết"),
        ("trươ\u0300ng", "trường"),
        ("tru\u031bo\u0300\u031bng", "trường"),
        ("\x00\x07abc\x9f", "abc"),
    ],
)
def test_clean(text: str, wanted: str) -> None:
    assert clean(text) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("HOÀ", "hòa"),
        ("Thuỷ", "thủy"),
        ("uỷ ban", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("tòan", "toàn"),
        ("hòan", "hoàn"),
        ("trừơng", "trường"),
        ("đựơc", "được"),
        ("mĩ", "mỹ"),
        ("Lí", "lý"),
        ("tỉ", "tỷ"),
        ("kĩ sư", "kỹ sư"),
        ("qúy", "quý"),
        ("quí", "quý"),
        ("quỳ", "qùy"),
        ("giá", "gía"),
        ("quyết", "quýêt"),
        ("ngoéo", "ngóeo"),
        ("khuỷu", "khủyu"),
        ("Y tế", "i tế"),
        (unicodedata.normalize("NFD", "Uỷ ban"), "ủy ban"),
    ],
)
def test_fold_makes_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hóa"),
        ("ngày", "ngài"),
        ("tay", "tai"),
        ("thúy", "thúi"),
        ("của", "cua"),
        ("đan", "dan"),
        ("mùa", "mùă"),
        ("bàn", "bạn"),
    ],
)
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "word", ["hòa", "của", "được", "giếng", "gì", "quá", "khoái", "nguyễn", "thủy", "người", "mưa"]
)
def test_fold_leaves_what_is_right(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nguyễn Bá Luân", "Nguyen Ba Luan"),
        ("36a/NQ-CP, 12/2015/QĐ-UBND", "36a/NQ-CP, 12/2015/QD-UBND"),
        ("Đắk Lắk, đường", "Dak Lak, duong"),
        ("H'Yim, Y Vinh Tơr", "H'Yim, Y Vinh Tor"),
        ("TƯ", "TU"),
        ("“…” – 5 m²", "“…” – 5 m²"),
    ],
)
def test_strip_marks(text: str, wanted: str) -> None:
    assert strip_marks(text) == wanted


@settings(deadline=None)
@given(st.text(st.sampled_from(LETTERS) | st.characters(exclude_categories=["Cs"])))
def test_clean_settles(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@settings(deadline=None)
@given(st.text(st.sampled_from(LETTERS)))
def test_fold_keeps_length_and_settles(text: str) -> None:
    text = clean(text)
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once
    assert fold(text.upper()) == once


@settings(deadline=None)
@given(st.text(st.sampled_from(LETTERS)), st.text(st.sampled_from(LETTERS)))
def test_fold_goes_word_by_word(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


@settings(deadline=None)
@given(st.text(st.sampled_from(LETTERS)))
def test_strip_marks_of_vietnamese_is_ascii(text: str) -> None:
    assert strip_marks(clean(text)).isascii()
