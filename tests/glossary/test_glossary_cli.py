"""`vnnews glossary` as it is typed."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VNNEWS = Path(sys.executable).with_name("vnnews.exe" if os.name == "nt" else "vnnews")


def run(folder: Path, *arguments: str, code: int = 0, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run `vnnews glossary` in `folder` and check its exit code."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VNNEWS_")} | {"PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(VNNEWS), "glossary", *arguments], cwd=folder, env=environment, input=given, capture_output=True,
        encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder as `vnnews init` makes it, with one house term."""
    subprocess.run([str(VNNEWS), "init", str(tmp_path)], check=True, capture_output=True, timeout=60)
    run(tmp_path, "add", "Sở Thử nghiệm", "Department of Testing", "--kind", "organisation", "--abbreviation", "Sở THN")
    return tmp_path


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "query", ["Uỷ ban nhân dân tỉnh", "uy ban nhan dan tinh", "UBND tỉnh", "provincial people's committee"]
)
def test_find_by_any_spelling_of_either_language(tmp_path: Path, query: str) -> None:
    first = objects(run(tmp_path, "find", *query.split(), "--json"))[0]
    assert (first["vi"], first["en"]) == ("Ủy ban nhân dân tỉnh", "Provincial People's Committee")


def test_find_on_a_day(tmp_path: Path) -> None:
    assert "DoIC" in run(tmp_path, "find", "DoIC", "--on", "2018-05-31").stdout
    done = run(tmp_path, "find", "DoIC", "--on", "2026-01-01")
    assert (done.stdout, "in force" in done.stderr) == ("", True)
    assert "2018-05-31" in run(tmp_path, "find", "DoIC", "--on", "31/5/2018", code=2).stderr


def test_add_list_and_replace(newsroom: Path) -> None:
    (term,) = objects(run(newsroom, "list", "--layer", "house", "--json"))
    assert (term["vi"], term["abbr_vi"], term["layer"]) == ("Sở Thử nghiệm", ["Sở THN"], "house")
    done = run(newsroom, "add", "Sở Thử nghiệm", "Testing Department", "--kind", "organisation")
    assert "replaced" in done.stderr
    assert [t["en"] for t in objects(run(newsroom, "list", "--layer", "house", "--json"))] == ["Testing Department"]
    assert "plannet" in run(newsroom, "add", "x", "y", "--level", "plannet", code=2).stderr


def test_add_without_a_house_table_says_how_to_get_one(tmp_path: Path) -> None:
    assert "vnnews init" in run(tmp_path, "add", "x", "y", code=2).stderr


def test_lint_of_a_sound_and_of_a_broken_house_table(newsroom: Path) -> None:
    run(newsroom, "lint")
    table = newsroom / "glossary" / "house.tsv"
    table.write_text(table.read_text(encoding="utf-8") + "mất ô\n", encoding="utf-8")
    (flaw,) = objects(run(newsroom, "lint", "--json", code=1))
    assert (flaw["line"], flaw["rule"]) == (3, "malformed")
    assert "line 3" in run(newsroom, "lint", str(table), code=1).stdout
    assert "line 3" in run(newsroom, "find", "gì", code=3).stderr


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx", "terms.txt", "terms.deepl.tsv", "terms.deepl.csv"])
def test_export_and_import_again(newsroom: Path, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    run(newsroom, "export", name, "--layer", "house")
    other = tmp_path_factory.mktemp("other")
    done = run(other, "import", str(newsroom / name), "--house", "mine.tsv")
    assert "1 added, 0 replaced" in done.stderr
    assert "0 added, 0 replaced, 1 already" in run(other, "import", str(newsroom / name), "--house", "mine.tsv").stderr
    assert "Sở Thử nghiệm\tDepartment of Testing" in (other / "mine.tsv").read_text(encoding="utf-8")


def test_export_to_standard_output_and_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "export", "-", "--format", "omegat", "--kind", "party", "--on", "2018-01-01")
    assert "Tỉnh ủy\tProvincial Party Committee" in done.stdout
    run(tmp_path, "export", "-", code=2)
    run(tmp_path, "export", "a.doc", code=2)
    run(tmp_path, "list", "--kind", "fruit", code=2)
    run(tmp_path, "import", "none.csv", "--house", "h.tsv", code=3)


def test_mine_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Phần mềm QZX mới. QZX chạy tốt.", encoding="utf-8")
    (found,) = objects(run(tmp_path, "mine", ".", "--json"))
    assert (found["text"], found["count"], found["files"]) == ("QZX", 2, 1)
    assert "QZX" in run(tmp_path, "mine", ".").stdout
    run(tmp_path, "mine", "nowhere", code=3)


def test_apply_marks_items_with_their_english(newsroom: Path) -> None:
    text = "Sở Thử nghiệm đã ban hành 1.846 văn bản theo cải cách hành chính.\n"
    (newsroom / "a.txt").write_text(text, encoding="utf-8")
    shown = run(newsroom, "apply", "a.txt").stdout
    assert "[Sở Thử nghiệm → Department of Testing]" in shown
    assert "[cải cách hành chính → administrative reform]" in shown
    assert run(newsroom, "apply", "-", given=text).stdout == shown
    assert run(newsroom, "apply", "-", given="một\thai  [ba]\n\nbốn [/b]\n").stdout.endswith("[ba]\n\nbốn [/b]\n")
    items = objects(run(newsroom, "apply", "a.txt", "--json"))
    assert [(item["vi"], item["en"]) for item in items if item["span"] == [0, 13]] == [
        ("Sở Thử nghiệm", "Department of Testing")
    ]
    assert {item["kind"] for item in items} >= {"term", "number"}
    run(newsroom, "apply", "none.txt", code=3)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("The district held a meeting on e-government on May 5.", True),
        ("Huyen to chuc hoi nghi ve chinh quyen dien tu", True),
        ("Huyện tổ chức hội nghị về chính quyền điện tử", False),
        ("IPv6 Forum 2012", False),
    ],
)
def test_apply_says_when_a_text_is_not_in_vietnamese(newsroom: Path, text: str, warned: bool) -> None:
    done = run(newsroom, "apply", "-", given=text)
    assert ("this is no Vietnamese" in done.stderr) == warned
    assert len(done.stderr.splitlines()) == warned


def test_apply_shows_what_a_translator_may_choose_from(newsroom: Path) -> None:
    text = "Theo UBND xã, bản Nà Tông đạt chuẩn từ cơ sở."
    shown = run(newsroom, "apply", "-", "--choices", given=text).stdout
    assert "{Theo ~ According to; Source; Adapted from} [UBND xã → Commune People's Committee]" in shown
    assert "[bản Nà Tông → Na Tong village]" in shown and "{cơ sở ~ grassroots; " in shown
    assert "{" not in run(newsroom, "apply", "-", given=text).stdout
    found = objects(run(newsroom, "apply", "-", "--choices", "--json", given=text))
    assert [one["also"] for one in found if one["vi"] == "Theo"] == [["Source", "Adapted from"]]
    assert all(("also" in one) == (one["kind"] == "choice") for one in found)


def test_no_cell_of_an_exported_spreadsheet_is_a_formula(newsroom: Path) -> None:
    run(newsroom, "add", "=HYPERLINK(1)", "@SUM(A1)", "--note", "+84 913")
    run(newsroom, "export", "out.csv", "--layer", "house")
    rows = list(csv.reader((newsroom / "out.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    run(newsroom, "import", "out.csv", "--house", "back.tsv")
    assert "=HYPERLINK(1)\t@SUM(A1)" in (newsroom / "back.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ("vi\ten\nmột cửa\ta\nMột cửa\tb", "duplicate"),
        ("vi\ten\ten_forbidden\nthử nghiệm\ttest\ttest", "forbidden-accepted"),
        ("vi\ten\nSo\u031b\u0309 thử\ttest", "not-nfc"),
        ("vi\ten\tabbr_vi\nbàn thử\ttest\tQZX\nbàn đo\tmeasure\tQZX", "abbreviation-clash"),
        ("vi\ten\tkind\nphép thử\ttest\tphrase\nphép thử\ttest\tevent", "never-matched"),
        ("vi\ten\tvalid_from\tvalid_to\nA B\tx\t2001-01-01\t2002-01-01\nA B\ty\t2003-01-01\t", "date-gap"),
    ],
)
def test_lint_names_each_kind_of_flaw_with_line_and_cure(tmp_path: Path, rows: str, rule: str) -> None:
    (tmp_path / "h.tsv").write_text(rows + "\n", encoding="utf-8")
    flaws = objects(run(tmp_path, "lint", "h.tsv", "--json", code=1))
    assert rule in {flaw["rule"] for flaw in flaws}
    assert all(flaw["line"] in (2, 3) and flaw["cure"] for flaw in flaws)


def test_mine_proposes_bodies_and_abbreviations_with_counts_and_examples(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        text = "Trung tâm Quan trắc Gió (TTQTG) họp. Theo Trung tâm Quan trắc Gió, gió lớn."
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = {str(one["text"]): one for one in objects(run(tmp_path, "mine", ".", "--json"))}
    assert (found["TTQTG"]["count"], found["TTQTG"]["files"]) == (2, 2)
    assert found["TTQTG"]["meaning"] == "Trung tâm Quan trắc Gió"
    assert (found["Trung tâm Quan trắc Gió"]["kind"], found["Trung tâm Quan trắc Gió"]["count"]) == ("body", 4)
    shown = run(tmp_path, "mine", ".", "--examples", "2").stdout
    assert "    4  Trung tâm Quan trắc Gió  (body, 2 texts)" in shown and "họp." in shown


def test_an_unknown_layer_is_named_with_those_there_are(newsroom: Path) -> None:
    done = run(newsroom, "export", "out.csv", "--layer", "hose", code=2)
    assert "Known: house, vnnews" in done.stderr
    assert not (newsroom / "out.csv").exists()


def test_a_layer_may_be_named_by_its_file(newsroom: Path) -> None:
    run(newsroom, "export", "out.csv", "--layer", "glossary/house.tsv")
    assert "Department of Testing" in (newsroom / "out.csv").read_text(encoding="utf-8-sig")
