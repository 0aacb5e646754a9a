"""Mending: what --fix does to drafts whatever their English, and through the installed command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.samples import TMX, XLIFF

from vnnews.article import Article, Provenance
from vnnews.draft import store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_draft
from vnnews.review.fix import mend_draft
from vnnews.review.selection import Selection
from vnnews.settings import Settings

NAMES = ("Tran Van An", "Nguyen Thi Lan", "Binh Hoa", "Quang Ngai")
FLAWS = (
    "84%", "9,5 per cent", "7 percent", "Decision 15/2019/QD-UBND", "Decree No. 47/2020/ND-CP", "Ha Noi", "Viet Nam",
    "the provincial People's Committee", "the organisation", "a programme", "“four on-site”", "12 , then", "the centre",
    "1,846 households", "VND4.5 billion", "August 9", "Viet Nam News", "the Provincial Party Committee", "./.",
    "labour  unions", "Centre for Labour", "Organisations", "2 metres", "it’s",
)  # fmt: skip
SENTENCE = st.lists(st.sampled_from(FLAWS + NAMES), min_size=1, max_size=7).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", "  ", ", ", " , ", " and "]), min_size=len(parts), max_size=len(parts))
    .map(lambda gaps: "".join(p + g for p, g in zip(parts, gaps, strict=True)).rstrip(" ,") + "./.")
)  # fmt: skip


def draft_of(english: str, path: Path, *, approved: bool = False) -> Path:
    article = Article("i", "Một", (), "vi", Provenance("-", "", "", "", "", ""), lead="Hai.")
    state = "final" if approved else "translated"
    segment = Segment("lead.1", "lead", "Hai.", target=english, state=state, origin=Origin("engine", "x"))
    store.create(Draft(article, (segment,), GlossaryRef("", "", "")), path)
    return path


def english_of(path: Path) -> str:
    return store.load(path).segment("lead.1").target or ""


def codes(path: Path) -> set[str]:
    """What is found, save clauses without counterpart (C): the English here is put together without its Vietnamese."""
    draft = store.load(path)
    found = check_draft(draft, context_for(Settings(), draft.article), style_for(Settings()))
    return {f.code for f in found if not f.code.startswith("C")}


@settings(max_examples=100, deadline=None)
@given(SENTENCE)
def test_mending_keeps_figures_and_names_brings_nothing_new_and_is_done_at_once(english: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = draft_of(english, Path(folder) / "a.xlf")
        before = codes(path)
        mend_draft(path, Settings(), Selection.of(None, None))
        mended = english_of(path)
        assert re.findall(r"\d+", mended) == re.findall(r"\d+", english)
        assert all(mended.count(name) == english.count(name) for name in NAMES)
        assert codes(path) <= before
        assert mend_draft(path, Settings(), Selection.of(None, None)) == 0
        assert english_of(path) == mended


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("vnnews")), "check", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def found(done: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    return {(f["segment"], f["code"]) for f in map(json.loads, done.stdout.splitlines())}


def test_the_command_mends_a_draft_and_says_how_much(tmp_path: Path) -> None:
    path = draft_of("The organisation met  twice./.", tmp_path / "a.xlf")
    done = run(path, "--fix", "--json", "--select", "S")
    assert done.returncode == 0
    assert "3 mended" in done.stderr
    assert done.stdout == ""
    assert english_of(path) == "The organization met twice."


def test_only_the_chosen_rules_mend(tmp_path: Path) -> None:
    path = draft_of("The organisation met  twice./.", tmp_path / "a.xlf")
    run(path, "--fix", "--select", "S002")
    assert english_of(path) == "The organisation met twice./."


def test_what_a_person_approved_is_not_touched(tmp_path: Path) -> None:
    path = draft_of("The organisation met./.", tmp_path / "a.xlf", approved=True)
    assert "0 mended" in run(path, "--fix").stderr
    assert english_of(path) == "The organisation met./."


def test_a_table_is_not_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("id\tvi\ten\n1\tXã họp.\tThe commune met./.\n", encoding="utf-8")
    done = run(path, "--fix")
    assert done.returncode == 2
    assert "only drafts can be mended" in done.stderr
    assert "./." in path.read_text(encoding="utf-8")


UNIT = ("Xã có 200 hộ.", "The commune has 300 households.")


@pytest.mark.parametrize(
    ("name", "text", "segment"), [("a.xliff", XLIFF, "u7"), ("a.tmx", TMX, "1"), ("a.tsv", "vi\ten\n{}\t{}\n", "1")]
)
def test_files_of_other_tools_are_checked_and_a_baseline_knows_their_findings(
    tmp_path: Path, name: str, text: str, segment: str
) -> None:
    path, known = tmp_path / name, tmp_path / "known.json"
    path.write_text(text.format(*UNIT), encoding="utf-8")
    done = run(path, "--json", "--select", "N")
    assert found(done) == {(segment, "N003")}
    assert done.returncode == 1
    assert run(path, "--json", "--select", "N", "--baseline", known).returncode == 0
    path.write_text(text.format(UNIT[0], "The commune has 400 households."), encoding="utf-8")
    assert found(run(path, "--json", "--select", "N", "--baseline", known)) == {(segment, "N003")}


def test_a_pair_of_articles_is_checked(tmp_path: Path) -> None:
    vi, en = tmp_path / "vi.txt", tmp_path / "en.txt"
    vi.write_text(
        "Xã họp bàn về nước sạch\n\nSáng 9/8, xã có 200 hộ dự họp về nước sạch.\n\n"
        "Cuộc họp diễn ra tại nhà văn hóa xã Bình Hòa, có 15 cán bộ.\n",
        encoding="utf-8",
    )
    en.write_text(
        "Commune meets on clean water\n\nOn the morning of August 9, 200 households in the commune attended a meeting "
        "on clean water.\n\nThe meeting took place at the cultural house of Binh Hoa commune with 16 officials.\n",
        encoding="utf-8",
    )
    done = run("--source", vi, "--target", en, "--json", "--select", "N")
    assert found(done) == {("3", "N003")}
    assert run("--source", vi).returncode == 2


def test_a_broken_baseline_is_told(tmp_path: Path) -> None:
    path, known = tmp_path / "a.tsv", tmp_path / "known.json"
    path.write_text("vi\ten\n{}\t{}\n".format(*UNIT), encoding="utf-8")
    known.write_text("[", encoding="utf-8")
    done = run(path, "--baseline", known)
    assert done.returncode == 3
    assert "Delete it to begin anew" in done.stderr
