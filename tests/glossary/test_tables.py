"""Tables of terms: reading, writing, what is malformed, layers and where the built-in data lies."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.errors import InputError
from vnnews.glossary import Glossary, Term, tables

ROOT = Path(__file__).parents[2]


def house(folder: Path, *rows: str, header: str = "vi\ten\tkind\tlevel\tvalid_from") -> Path:
    path = folder / "house.tsv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def test_a_house_table_needs_only_two_columns(tmp_path: Path) -> None:
    path = house(tmp_path, "Sở Thử nghiệm\tDepartment of Testing", header="vi\ten")
    assert tables.read(path, "house") == [Term("Sở Thử nghiệm", "Department of Testing", layer="house")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("chỉ một ô", "no tab in the line"),
        ("a\t", "en is empty"),
        ("\tb", "vi is empty"),
        ("a\tb\tfruit", "kind is 'fruit'"),
        ("a\tb\t\tplanet", "level is 'planet'"),
        ("a\tb\t\t\t1/3/2025", "valid_from is '1/3/2025', not a day like 2025-03-01"),
        ("a\tb\t\t\t\tx", "6 cells, but the header has 5"),
    ],
)
def test_a_malformed_line_is_named_with_its_number(tmp_path: Path, row: str, message: str) -> None:
    path = house(tmp_path, "tốt\tgood", "", row)
    with pytest.raises(InputError, match="line 4") as error:
        tables.read(path, "house")
    assert message in error.value.message
    assert error.value.cure


def test_all_malformed_lines_are_given_at_once(tmp_path: Path) -> None:
    good, bad = tables.read_all(house(tmp_path, "a", "tốt\tgood", "b"), "house")
    assert [line for line, _ in good] == [3]
    assert [problem.line for problem in bad] == [2, 4]


@pytest.mark.parametrize("header", ["", "en\tvi2", "vi", "vi\ten\tcolour"])
def test_a_wrong_header_says_so(tmp_path: Path, header: str) -> None:
    with pytest.raises(InputError, match="header"):
        tables.read(house(tmp_path, "a\tb", header=header), "house")


def test_a_file_that_is_not_utf8_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes("vi\ten\nSở\tDepartment\n".encode("utf-16"))
    with pytest.raises(InputError, match="UTF-8"):
        tables.read(path, "house")
    with pytest.raises(InputError, match="cannot read"):
        tables.read(tmp_path / "none.tsv", "house")


cell = st.text(st.characters(categories=["L", "N"], include_characters=" '-"), min_size=1, max_size=12)
words = cell.map(lambda text: " ".join(text.split())).filter(bool)
"""Spaces are single in every cell: lint tells of others, and XML keeps none."""


@st.composite
def any_term(draw: st.DrawFn) -> Term:
    several = st.lists(words, max_size=3).map(tuple)
    day = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
    return Term(
        vi=draw(words), en=draw(words), alternatives=draw(several), forbidden=draw(several), abbr_vi=draw(several),
        abbr_en=draw(st.none() | words), kind=draw(st.sampled_from(tables.KINDS)),
        level=draw(st.sampled_from(tables.LEVELS)), valid_from=draw(day), valid_to=draw(day),
        note=draw(st.just("") | words), confidence=draw(st.sampled_from(tables.CONFIDENCES)),
        en_only_safe=draw(several), use=draw(st.sampled_from(["protect", "prefer", "consult"])),
        case=draw(st.sampled_from(["fold", "exact"])), layer="x",
    )  # fmt: skip


@given(st.lists(any_term(), max_size=5))
def test_what_is_written_is_read_back(terms: list[Term]) -> None:
    good, bad = tables.parse(tables.write(terms), "x")
    assert ([term for _, term in good], bad) == (terms, [])


def test_a_house_entry_of_the_same_key_overrides(tmp_path: Path) -> None:
    base = Glossary.load()
    row = "Sở Tư pháp\tJustice Department\torganisation\tprovince"
    glossary = Glossary.load([house(tmp_path, row)])
    assert len(glossary.terms) == len(base.terms)
    assert [m.term.en for m in glossary.match("Sở Tư pháp")] == ["Justice Department"]
    assert glossary.name == "vnnews+house"
    assert glossary.hash != base.hash


def test_a_house_entry_of_other_kind_stands_beside_and_matches_first(tmp_path: Path) -> None:
    glossary = Glossary.load([house(tmp_path, "Sở Tư pháp\tJustice Department", header="vi\ten")])
    (match,) = glossary.match("Sở Tư pháp")
    assert (match.term.en, match.choices) == ("Justice Department", ())


def test_a_later_layer_wins_over_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = house(tmp_path, "từ lạ\tone", header="vi\ten")
    second = house(tmp_path / "b", "từ lạ\ttwo", header="vi\ten")
    assert [m.term.en for m in Glossary.load([first, second]).match("từ lạ")] == ["two"]


def test_the_hash_names_the_content_whatever_the_order() -> None:
    one, two = Term("a", "x"), Term("b", "y")
    assert Glossary.from_terms([one, two]).hash == Glossary.from_terms([two, one]).hash
    assert Glossary.from_terms([one]).hash != Glossary.from_terms([two]).hash


def test_the_wheel_carries_the_data_and_loads_it(tmp_path: Path) -> None:
    """Build a wheel without network, unpack it elsewhere, and load the term base from there."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from vnnews.glossary import Glossary, glossary;"
        "g = Glossary.load();"
        "print(glossary.data_folder(), len(g.terms), g.match('UBND tỉnh')[0].term.en, sep='|')"
    )
    run = [sys.executable, "-X", "utf8", "-c", code, str(tmp_path / "site")]
    out = subprocess.run(run, check=True, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, timeout=60)
    folder, count, english = out.stdout.strip().split("|")
    assert Path(folder) == tmp_path / "site" / "vnnews" / "glossary" / "data"
    assert int(count) == len(Glossary.load().terms)
    assert english == "Provincial People's Committee"
