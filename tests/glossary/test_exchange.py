"""Glossaries of other tools: what goes out comes back, and what is not theirs is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from test_tables import any_term

from external import require
from vnnews.errors import InputError, UsageError
from vnnews.glossary import Glossary, Term, exchange

TERMS = Glossary.load().terms


@pytest.mark.parametrize("name", ["csv", "tbx", "tsv"])
def test_the_whole_base_round_trips(name: str) -> None:
    data = exchange.format_of(name).write(TERMS)
    assert exchange.read(data, name, "vnnews", "x") == list(TERMS)


@pytest.mark.parametrize("name", ["csv", "tbx", "tsv"])
@given(terms=st.lists(any_term(), max_size=4))
def test_any_term_round_trips(name: str, terms: list[Term]) -> None:
    assert exchange.read(exchange.format_of(name).write(terms), name, "x", "x") == terms


def test_omegat_keeps_pairs_other_forms_and_notes() -> None:
    terms = [
        Term("một cửa", "one-stop shop", ("single window",), note="of offices", layer="h"),
        Term("Sở", "department", layer="h"),
    ]
    data = exchange.format_of("omegat").write(terms)
    assert data.decode() == "một cửa\tone-stop shop\tof offices\nmột cửa\tsingle window\nSở\tdepartment\n"
    assert exchange.read(data, "omegat", "h", "x") == terms


@pytest.mark.parametrize("name", ["deepl-tsv", "deepl-csv"])
def test_deepl_gets_each_source_once_and_only_what_must_be_said_that_way(name: str) -> None:
    terms = [Term("Sở, ban", 'the "office"'), Term("Sở, ban", "other"), Term("phối hợp", "coordinate", use="prefer")]
    back = exchange.read(exchange.format_of(name).write(terms), name, "vnnews", "x")
    assert back == [terms[0]]
    whole = exchange.read(exchange.format_of(name).write(TERMS), name, "vnnews", "x")
    assert len({term.vi for term in whole}) == len(whole) > 1000


@pytest.mark.parametrize("risky", ["=1+1", "+84", "-x", "@SUM(A1)", "'=2", "'quoted'", "\tx", "=HYPERLINK(1;2)"])
def test_no_cell_of_the_spreadsheet_is_a_formula_and_each_reads_back(risky: str) -> None:
    term = Term(risky.strip(), "-en", note=risky.strip(), layer="h")
    data = exchange.format_of("csv").write([term])
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert exchange.read(data, "csv", "h", "x") == [term]


@given(st.text(max_size=12))
def test_guarding_a_cell_is_undone_by_reading(cell: str) -> None:
    assert exchange.unguard(exchange.guard(cell)) == cell
    assert not exchange.guard(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_cell_that_nobody_guarded_stays() -> None:
    assert exchange.unguard("'tis") == "'tis"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_saved_with_fewer_columns_in_another_order_is_read(separator: str) -> None:
    """Excel parts by semicolons where the comma is the decimal sign, as in Vietnam."""
    data = f"en{separator}vi\r\nDepartment of Testing{separator}Sở Thử nghiệm\r\n".encode("utf-8-sig")
    assert exchange.read(data, "csv", "h", "x") == [Term("Sở Thử nghiệm", "Department of Testing", layer="h")]


TBX_DCT = b"""<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>organisation</min:subjectField>
<langSec xml:lang="vi-VN"><termSec><term>S\xe1\xbb\x9f T\xc6\xb0 ph\xc3\xa1p</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>Justice</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Department of Justice</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""
TBX_2008 = b"""<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
<langSet xml:lang="en"><ntig><termGrp><term>decree</term></termGrp></ntig></langSet>
<langSet xml:lang="vi"><tig><term>ngh\xe1\xbb\x8b \xc4\x91\xe1\xbb\x8bnh</term></tig></langSet>
</termEntry></body></text></martif>"""


def test_tbx_of_other_tools_is_read() -> None:
    (term,) = exchange.read(TBX_DCT, "tbx", "h", "x")
    assert term == Term("Sở Tư pháp", "Department of Justice", forbidden=("Justice",), kind="organisation", layer="h")
    assert exchange.read(TBX_2008, "tbx", "h", "x") == [Term("nghị định", "decree", layer="h")]


def test_tbx_is_of_the_standard_shape() -> None:
    """ISO 30042:2019, DCA style: root attributes, namespace, and the order concept, language, term."""
    root = etree.fromstring(exchange.format_of("tbx").write(TERMS[:3]))
    assert root.tag == "{urn:iso:std:iso:30042:ed-2}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    names = {etree.QName(e).localname for e in root.iter("{*}*")}
    assert names <= {
        "tbx", "tbxHeader", "fileDesc", "sourceDesc", "p", "text", "body", "conceptEntry", "descrip", "admin", "note",
        "langSec", "termSec", "term", "termNote",
    }  # fmt: skip
    categories = {e.get("type") for e in root.iter("{*}descrip", "{*}admin", "{*}termNote")}
    assert categories <= {"subjectField", "source", "administrativeStatus", "termType"}


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("tbx_basic.rng")))


def test_the_whole_base_is_valid_tbx_basic(grammar: etree.RelaxNG) -> None:
    grammar.assertValid(etree.fromstring(exchange.format_of("tbx").write(TERMS)))


@given(terms=st.lists(any_term(), min_size=1, max_size=3))
def test_any_term_is_valid_tbx_basic(terms: list[Term], grammar: etree.RelaxNG) -> None:
    grammar.assertValid(etree.fromstring(exchange.format_of("tbx").write(terms)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"preferredTerm-admn-sts", b"bestTerm"),
        (b"subjectField", b"domain"),
        (b"<term>", b"<term/><term>"),
        (b'style="dca"', b'style="dct"'),
        (b"ed-2", b"ed-1"),
        (b'xml:lang="vi">', b">"),
    ],
)
def test_the_grammar_finds_what_is_not_tbx_basic(old: bytes, new: bytes, grammar: etree.RelaxNG) -> None:
    data = exchange.format_of("tbx").write(TERMS[:1])
    assert old in data
    assert not grammar.validate(etree.fromstring(data.replace(old, new)))


def test_translate_toolkit_reads_the_same_pairs() -> None:
    require("translate")
    from translate.storage.tbx import tbxfile

    older = (
        exchange.format_of("tbx")
        .write([replace(TERMS[0], abbr_vi=(), alternatives=(), forbidden=(), abbr_en="")])
        .replace(b"conceptEntry", b"termEntry")
        .replace(b"langSec", b"langSet")
        .replace(b"termSec", b"tig")
        .replace(b' xmlns="urn:iso:std:iso:30042:ed-2"', b"")
        .replace(b"tbxHeader", b"martifHeader")
        .replace(b"<tbx", b"<martif")
        .replace(b"</tbx>", b"</martif>")
    )
    (unit,) = tbxfile.parsestring(older).units
    assert (unit.source, unit.target) == (TERMS[0].vi, TERMS[0].en)


def _martif(vi: str, en: str, language: str = "vi", note: str = "") -> bytes:
    return (
        f'<martif type="TBX"><text><body><termEntry><langSet xml:lang="{language}"><tig><term>{vi}</term></tig>'
        f'</langSet><langSet xml:lang="en-US"><tig><term>{en}</term>{note}</tig></langSet></termEntry></body></text>'
        "</martif>"
    ).encode()


@pytest.mark.parametrize("language", ["vi", "vi-VN", "VI_vn", "vie"])
def test_codes_of_the_language_differ_by_tool(language: str) -> None:
    assert exchange.read(_martif("nghị định", "decree", language), "tbx", "h", "x")[0].vi == "nghị định"


@pytest.mark.parametrize(
    ("note", "english"),
    [
        ('<termNote type="termType">acronym</termNote>', "DOJ"),
        ('<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>', "DOJ"),
        ('<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>', None),
        ('<termNote type="normativeAuthorization">deprecatedTerm</termNote>', None),
    ],
)
def test_a_term_alone_is_taken_unless_its_status_says_no(note: str, english: str | None) -> None:
    data = _martif("Sở Tư pháp", "DOJ", note=note)
    if english is None:
        with pytest.raises(InputError, match="languages of the file: en, vi"):
            exchange.read(data, "tbx", "h", "x")
    else:
        assert exchange.read(data, "tbx", "h", "x")[0].en == english


def test_a_tbx_without_our_languages_says_which_it_has() -> None:
    with pytest.raises(InputError, match="languages of the file: en, fr"):
        exchange.read(_martif("décret", "decree", "fr"), "tbx", "h", "x")


def test_xml_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE t [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>' + TBX_2008.split(b"?>", 1)[1]
    bomb = bomb.replace(b"decree", b"decree&a;&f;")
    assert [term.en for term in exchange.read(bomb, "tbx", "h", "x")] == ["decree"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("csv", b"a,b\n1,2\n"),
        ("csv", b"vi,en\nonly\n"),
        ("csv", b"vi,en\na,b,c\n"),
        ("csv", 'vi,en\nSở,"open'.encode()),
        ("csv", "vi,en\nSở,x\n".encode("utf-16")),
        ("tbx", b"<html/>"),
        ("tbx", b"no xml"),
        ("omegat", b"no tab\n"),
        ("deepl-tsv", b"a\t\n"),
        ("deepl-csv", b"a\n"),
        ("tsv", b"vi\ten\nx\n"),
    ],
)
def test_what_is_not_of_the_format_is_refused_with_a_cure(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match="file-name") as error:
        exchange.read(data, name, "h", "file-name")
    assert error.value.cure


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.csv", "csv"),
        ("A.TBX", "tbx"),
        ("g.txt", "omegat"),
        ("g.deepl.csv", "deepl-csv"),
        ("g.deepl.tsv", "deepl-tsv"),
        ("h.tsv", "tsv"),
    ],
)
def test_the_name_of_a_file_tells_its_format(file: str, name: str) -> None:
    assert exchange.guess_format(file) == name


def test_unknown_formats_are_wrong_usage() -> None:
    for wrong in (lambda: exchange.format_of("doc"), lambda: exchange.guess_format("a.doc")):
        with pytest.raises(UsageError):
            wrong()


def test_layers_name_where_terms_came_from() -> None:
    data = exchange.format_of("csv").write([Term("a", "b", layer="one")])
    assert exchange.read(data, "csv", "two", "x") == [replace(Term("a", "b"), layer="two")]
