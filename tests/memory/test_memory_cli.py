"""`vnnews memory`: in and out, searched, aligned, counted and pruned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installed import Run, runner

PAIRS = (
    "article\tvi\ten\n"
    "A1\tSáng 12/9, UBND huyện Tân Trụ tổ chức hội nghị.\tOn the morning of September 12, Tan Tru held a conference.\n"
    "A1\tĐến nay 13/13 xã đã dùng chữ ký số.\tAll 13 communes now use digital signatures.\n"
    "A2\tHuyện có 9 xã dùng chữ ký số.\tThe district has nine communes with digital signatures.\n"
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `vnnews memory` in a folder whose settings name the memory; the code must be `code`."""
    (tmp_path / "vnnews.toml").write_text('memory = "bộ nhớ.sqlite"\n', encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    return runner(tmp_path, "memory")


def test_a_table_becomes_a_starter_memory_with_one_command(run: Run) -> None:
    assert "pairs.tsv: 3 new pairs (starter), 3 in all" in run("import", "pairs.tsv", "--starter").stderr
    assert "pairs.tsv: 0 new pairs (starter), 3 in all" in run("import", "pairs.tsv", "--starter").stderr
    told = json.loads(run("stats", "--json").stdout)
    assert (told["pairs"], told["state"], told["origin"]) == (3, {"starter": 3}, {"pairs.tsv": 3})
    assert "3 pairs" in run("stats").stdout


def test_what_people_vouch_for_takes_the_place_of_a_starter(run: Run) -> None:
    run("import", "pairs.tsv", "--starter")
    run("import", "pairs.tsv", "--reviewed")
    assert json.loads(run("stats", "--json").stdout)["state"] == {"reviewed": 3}


def test_find_groups_by_what_was_said(run: Run) -> None:
    run("import", "pairs.tsv", "--starter")
    for words in ("Chữ Ký số", "chu ky so"):
        (found,) = [json.loads(line) for line in run("find", words, "--json").stdout.splitlines()]
        assert (found["rendition"], found["count"]) == ("digital signatures", 2)
        assert {e["article"] for e in found["examples"]} == {"A1", "A2"}
        for e in found["examples"]:
            assert e["source"][slice(*e["at"])] == "chữ ký số"
            assert e["target"][slice(*e["rendition_at"])] == "digital signatures"
    shown = run("find", "chữ ký số", "--most", "1").stdout
    assert (shown.split()[:3], shown.count("[starter, A")) == (["2", "digital", "signatures"], 1)
    done = run("find", "chữ ký điện tử")
    assert (done.stdout, "nothing in the memory" in done.stderr) == ("", True)


def test_find_searches_english_when_no_vietnamese_holds_the_words(run: Run) -> None:
    run("import", "pairs.tsv", "--starter")
    for asked in (("digital signature",), ("digital signature", "--in", "en")):
        (found,) = [json.loads(line) for line in run("find", *asked, "--json").stdout.splitlines()]
        assert (found["rendition"], found["count"]) == ("chữ ký số", 2)
    assert "nothing in the memory" in run("find", "digital signature", "--in", "vi").stderr


def test_tmx_out_and_into_another_memory(run: Run, tmp_path: Path) -> None:
    run("import", "pairs.tsv", "--starter")
    assert "out.tmx: 3 pairs" in run("export", "out.tmx").stderr
    assert "3 new pairs" in run("import", "out.tmx", "--memory", "other.sqlite").stderr
    assert json.loads(run("stats", "--json", "--memory", "other.sqlite").stdout)["state"] == {"starter": 3}
    (tmp_path / "bad.tmx").write_bytes((tmp_path / "out.tmx").read_bytes()[:-60])
    assert "bad.tmx, line " in run("import", "bad.tmx", "--memory", "third.sqlite", code=3).stderr


def test_prune_takes_only_what_was_named(run: Run) -> None:
    run("import", "pairs.tsv", "--starter")
    assert "needs a condition" in run("prune", code=2).stderr
    assert "not a day" in run("prune", "--before", "gestern", code=2).stderr
    assert "no state is called" in run("prune", "--state", "good", code=2).stderr
    assert "0 pairs removed, 3 left" in run("prune", "--state", "reviewed").stderr
    assert "3 pairs removed, 0 left" in run("prune", "--origin", "pairs.tsv").stderr
    assert run("find", "chữ ký số").stdout == ""


VI = """\
Tân Trụ dùng chữ ký số

Ngày 09/8/2018, huyện Tân Trụ tổ chức hội nghị với 1.846 đại biểu tham dự tại hội trường. Kinh phí là 4.500 triệu đồng \
do tỉnh Long An cấp trong năm 2018.
"""
EN = """\
Tan Tru uses digital signatures

On August 9, 2018, Tan Tru district held a conference with 1,846 delegates attending at the hall. The cost of 4,500 \
million dong was granted by Long An province in 2018.
"""


def test_align_shows_pairs_and_stores_only_the_sure_ones(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vi.txt").write_text(VI, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    pairs = [json.loads(line) for line in run("align", "vi.txt", "en.txt", "--json").stdout.splitlines()]
    assert [p["source"].split()[0] for p in pairs] == ["Tân", "Ngày", "Kinh"]
    assert [p["target"].split()[0] for p in pairs] == ["Tan", "On", "The"]
    assert all(p["sure"] for p in pairs)
    assert not (tmp_path / "bộ nhớ.sqlite").exists()
    sure = sum(p["sure"] for p in pairs)
    assert f"{sure} new pairs stored" in run("align", "vi.txt", "en.txt", "--store").stderr


def test_of_articles_that_are_no_pair_nothing_is_stored_the_titles_neither(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vi.txt").write_text(VI, encoding="utf-8")
    (tmp_path / "en.txt").write_text(
        "Rice exports rise\n\nVietnam shipped 6.2 million tons of rice in the first nine months, said the ministry. "
        "Prices stayed at a high level all through the year, and farmers were glad of it.\n",
        encoding="utf-8",
    )
    pairs = [json.loads(line) for line in run("align", "vi.txt", "en.txt", "--json").stdout.splitlines()]
    assert pairs[0]["target"] == "Rice exports rise"
    assert not any(p["sure"] for p in pairs)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("import", "no.tsv"), 3, "cannot read no.tsv"),
        (("import", "no.tmx"), 3, "no.tmx"),
        (("import", "pairs.tsv", "--starter", "--reviewed"), 2, "exclude"),
        (("stats", "--memory", "pairs.tsv"), 3, "not a translation memory"),
        (("export", "no/such/out.tmx"), 3, "cannot write"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    assert words in run(*arguments, code=code).stderr
