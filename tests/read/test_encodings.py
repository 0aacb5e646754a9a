"""Encodings: the reference's samples, round trips, claims that lie, and text that must stay as it is."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.errors import EncodingError, InputError
from vnnews.read import legacy, recognise
from vnnews.read.encodings import decode
from vnnews.read.evidence import is_syllable
from vnnews.read.viqr import decode_viqr, encode_viqr

SAMPLES = Path(__file__).parents[3] / "shared" / "reference" / "encodings_samples.tsv"
TEXT = (
    "Sáng 14/3, Ủy ban nhân dân huyện tổ chức hội nghị triển khai kế hoạch cải cách hành chính. Đến dự có lãnh đạo "
    "các phòng, ban và mười một xã, thị trấn. Bộ phận một cửa được bố trí tám quầy giao dịch để người dân tra cứu "
    "tình trạng hồ sơ; các thủ tục về đất đai, xây dựng và hộ tịch đều được giải quyết đúng hạn trong quý vừa qua."
)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the reference samples are not at hand")
def test_tables_agree_with_the_reference() -> None:
    rows = [r for r in csv.DictReader(SAMPLES.open(encoding="utf-8"), delimiter="\t") if r["encoding"] in legacy.LEGACY]
    assert len(rows) >= 20
    for row in rows:
        assert legacy.decode_legacy(bytes.fromhex(row["bytes_hex"]), row["encoding"]) == row["decodes_to"]


@pytest.mark.parametrize("encoding", legacy.LEGACY)
def test_every_letter_has_its_place(encoding: str) -> None:
    for letter in legacy.LETTERS:
        word = f"a{letter}b" if encoding != "vni-windows" else f"b{letter}b"
        back = legacy.decode_legacy(legacy.encode_legacy(word, encoding), encoding)
        assert back == word or (encoding == "tcvn3" and back.lower() == word.lower())


@pytest.mark.parametrize("encoding", legacy.LEGACY)
def test_recognised_without_a_claim(encoding: str) -> None:
    found = decode(legacy.encode_legacy(TEXT, encoding))
    assert found.encoding == encoding
    assert found.text == TEXT or (encoding == "tcvn3" and found.text.lower() == TEXT.lower())
    assert found.findings == ()


@pytest.mark.parametrize("encoding", legacy.LEGACY)
def test_a_glance_and_a_full_weighing_agree(encoding: str) -> None:
    data = legacy.encode_legacy(TEXT, encoding)
    glance, full = recognise.best(data), recognise._weighed(data)
    assert glance is not None and full is not None
    assert glance.encoding == full.encoding == encoding
    assert recognise.has_words(data, encoding)
    assert not any(recognise.has_words(FRENCH.encode("cp1252"), e) for e in legacy.LEGACY)


@pytest.mark.parametrize("encoding", legacy.LEGACY)
@pytest.mark.parametrize("claim", ["utf-8", "iso-8859-1", "text/html; charset=windows-1252", "shift_jis", "nonsense"])
def test_false_claims_are_not_believed(encoding: str, claim: str) -> None:
    assert decode(legacy.encode_legacy(TEXT, encoding), declared=claim).text.lower() == TEXT.lower()


@pytest.mark.parametrize("encoding", legacy.LEGACY)
def test_pages_are_judged_by_their_text(encoding: str) -> None:
    script = "<script>var a='\u00e9';</script>".encode("latin-1")
    page = (
        b'<html><meta charset="utf-8">'
        + script
        + b"<p class=x>"
        + legacy.encode_legacy(TEXT, encoding)
        + b"</p></html>"
    )
    assert TEXT.lower() in decode(page).text.lower()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xef\xbb\xbf" * 2 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        unicodedata.normalize("NFD", TEXT).encode(),
        legacy.surface(TEXT.encode()).encode(),
        "".join(c if c.isascii() else f"&#{ord(c)};" for c in TEXT).encode(),
        "".join(c if c.isascii() else f"&amp;#{ord(c)};" for c in TEXT).encode(),
        "".join(c if c.isascii() else f"&#x{ord(c):X};" for c in TEXT).encode(),
        encode_viqr(TEXT).encode(),
    ],
    ids=["plain", "bom", "two boms", "utf-16", "le", "be", "utf-32", "nfd", "twice", "ncr", "ncr twice", "hex", "viqr"],
)
def test_unicode_in_all_its_ways(data: bytes) -> None:
    assert decode(data).text == TEXT


@pytest.mark.parametrize("encoding", ["tcvn3", "vni-windows"])
def test_old_letters_pasted_into_a_modern_page(encoding: str) -> None:
    old = legacy.surface(legacy.encode_legacy(TEXT, encoding))
    found = decode(f"<html><h1>Trang tin điện tử</h1><p>{old}</p><p>Được đăng hôm nay</p></html>".encode())
    assert TEXT.lower() in found.text.lower()
    assert "Trang tin điện tử" in found.text
    assert encoding in found.encoding


FRENCH = (
    "Le préfet a reçu hier à Orléans les élèves du collège. « Où en sommes-nous ? », a-t-il demandé avant d'évoquer "
    "la forêt, l'été à Nîmes, la façade du château et Noël. Le théâtre a rouvert après des années de fermeture."
)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        FRENCH,
        "The café of the naïve architect, “quoted”, costs £5 – or €6 – at 20 °C.",
        "Café Trung Nguyên: the coffee of Đắk Lắk is sold in 60 countries, said Mr. Hoàng.",
        "TOÀN XÃ” và “XÔ” đều là chữ hoa; giá 5 ± 0,5 m² × 3.",
        "if (a^b) { x+=1; } the e^x function (see (a) and (b)), add odd things, d+d.",
        "Größe: 5 µm, für Köln; señor Muñoz; Ærø; İstanbul; Łódź.",
        "Ð is a letter of Icelandic: Ðórr, þing.",
    ],
)
def test_right_text_stays(text: str) -> None:
    found = decode(text.encode())
    assert (found.text, found.encoding, found.findings) == (unicodedata.normalize("NFC", text), "utf-8", ())


@pytest.mark.parametrize(
    "text",
    [
        "    a = v.append\n    a('<html>')\n    a('<head>')\n    a('<title>%s</title>' % title)\n    a('</head>')\n",
        "# na*db ± nb*da\n# a ± b == -- ± -- == -----\n# da db\n" * 3,
        "if (e^x) > o+1:\n    add(o+1)\n    add(e^x)\n    add(o+1)\n",
    ],
    ids=["calls like VIQR", "signs like old letters", "operators like VIQR"],
)
def test_source_code_and_formulas_stay(text: str) -> None:
    found = decode(text.encode())
    assert found.text == text
    assert not found.findings


def test_western_text_in_its_own_encoding() -> None:
    assert decode(FRENCH.encode("cp1252")).text == FRENCH
    assert decode("It’s “fine” – really.".encode("cp1252")).findings == ()


def test_too_little_evidence_is_told() -> None:
    found = decode(legacy.encode_legacy("ở đó", "vps"))
    assert [f.code for f in found.findings] == ["R002"]


def test_damaged_utf8_is_told() -> None:
    found = decode(TEXT.encode()[:-3] + b"\xff" + TEXT.encode())
    assert found.encoding == "utf-8"
    assert [f.code for f in found.findings] == ["R002"]
    assert TEXT in found.text


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 100])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        decode(data)


def test_noise_is_refused() -> None:
    with pytest.raises(EncodingError):
        decode(bytes((i * 7919 % 127) + 128 for i in range(3000)))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Vie^.t Nam", "Việt Nam"),
        ("U?y ban nha^n da^n ti?nh", "Ủy ban nhân dân tỉnh"),
        ("mo^.t cu+?a ddie^.n tu+?", "một cửa điện tử"),
        ("DDie^?m va(n ho'a xa~", "Điểm văn hóa xã"),
        ("la`m gi`? Ho^m nay", "làm gì? Hôm nay"),
        ("the^' na`o. Sau ddo'", "thế nào. Sau đó"),
        (r"qua\. Kho^ng", "qua. Không"),
        ("huye^.n Mo^. DDu+'c", "huyện Mộ Đức"),
        ("theo QDD-BGDDDT va` QDDD", "theo QĐ-BGDĐT và QDĐ"),
        ("K'Bre^' va` Y Ju'", "K'Brế và Y Jú"),
        ("'Ba xa~'. Ho.", "'Ba xã'. Họ"),
        ("ddi dda^u ra? (ba` ke^?)", "đi đâu ra? (bà kể)"),
        ("Gia'm ddo^'c So+? Ta`i chi'nh", "Giám đốc Sở Tài chính"),
    ],
)
def test_viqr(typed: str, text: str) -> None:
    assert decode_viqr(typed) == text


def test_doubtful_words_of_viqr_are_named() -> None:
    found = decode(encode_viqr(TEXT + " Theo khung DDC, cột hai.").encode())
    assert [f.code for f in found.findings] == ["R002"]
    assert "DDC" in found.findings[0].message
    assert decode(encode_viqr(TEXT).encode()).findings == ()


@pytest.mark.parametrize("word", ["nghiêng", "quyết", "giữ", "khuỷu", "đường", "uỷ", "ước", "yến", "oai"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["été", "château", "ngề́", "bcà", "xỳz", "noël"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1258", "x-viet-vps", "gbk", "text/html"]))
def test_any_bytes_are_read_or_refused(data: bytes, declared: str | None) -> None:
    try:
        found = decode(data, declared=declared)
    except InputError:
        return
    assert found.text == unicodedata.normalize("NFC", found.text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="&^(+\0"), max_size=200))
def test_utf8_of_any_kind_keeps_its_length(text: str) -> None:
    found = decode(text.encode())
    if found.encoding == "utf-8":
        assert found.text == unicodedata.normalize("NFC", text).lstrip("\ufeff")
