"""Findings put aside with a reason in every kind of file, until their text changes; publish asks the same log."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from tests.review.samples import TMX, XLIFF, write_pair

from installed import Run, runner
from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Segment
from vnnews.review.english import EnglishReview
from vnnews.review.inputs import english_article
from vnnews.review.screen import KEYS
from vnnews.review.terminal import Answer
from vnnews.settings import Settings

VI, EN, OTHER = "Xã có 200 hộ.", "The commune has 300 households.", "The commune has 400 households."
TSV = "id\tvi\ten\nA-1\t{}\t{}\n"
ARTICLE = (
    "District reviews its water supply\n\nThe district opened {} wells near the South China Sea on August 9, 2018.\n\n"
    "The works were handed over to the communes in the presence of many residents.\n"
)


def write_draft(path: Path, english: str) -> None:
    path.unlink(missing_ok=True)
    article = Article("i", None, (), "vi", Provenance("-", "", "", "", "", ""), lead=VI)
    segment = Segment("lead.1", "lead", VI, "", target=english, state="translated")
    draft = Draft(article, (segment,), GlossaryRef("", "", ""))
    store.create(draft, path)


def write(path: Path, english: str) -> None:
    texts = {".tsv": TSV, ".tmx": TMX, ".xliff": XLIFF}
    if path.suffix == ".xlf":
        write_draft(path, english)
    elif path.suffix == ".txt":
        wells = {EN: "300", OTHER: "400"}[english]
        path.write_text(ARTICLE.format(wells), encoding="utf-8")
    else:
        path.write_text(texts[path.suffix].format(VI, english), encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return runner(tmp_path)


def standing(run: Run, *arguments: str, code: int) -> list[str]:
    lines = run("check", *arguments, "--json", code=code).stdout.splitlines()
    return [f["code"] for f in map(json.loads, lines) if f["suppressed"] is None and f["severity"] == "error"]


@pytest.mark.parametrize(
    ("name", "which"),
    [
        ("a.xlf", "N003:lead.1"),
        ("a.tsv", "N003:A-1"),
        ("a.tmx", "N003:1"),
        ("a.xliff", "N003:u7"),
        ("a.txt", "W001"),
    ],
)
def test_a_finding_is_put_aside_with_a_reason_until_its_text_changes(
    run: Run, tmp_path: Path, name: str, which: str
) -> None:
    path = tmp_path / name
    write(path, EN)
    rule = which.partition(":")[0]
    assert standing(run, name, code=1) == [rule]
    said = run("check", name, "--suppress", which, "--reason", "as the author wrote", "--by", "Lê C", code=0)
    assert f"put aside  {rule}" in said.stderr
    assert standing(run, name, code=0) == []
    (aside,) = (
        f["suppressed"] for f in map(json.loads, run("check", name, "--json").stdout.splitlines()) if f["code"] == rule
    )
    assert (aside["reason"], aside["by"]) == ("as the author wrote", "Lê C")
    assert log.path_of(path).exists()
    write(path, OTHER)
    assert standing(run, name, code=1) == [rule]
    write(path, EN)
    assert standing(run, name, code=0) == []


def test_a_pair_of_articles_keeps_its_log_beside_the_translation(run: Run, tmp_path: Path) -> None:
    pair = write_pair(tmp_path)
    assert standing(run, *pair, code=1) == ["N003"]
    run("check", *pair, "--suppress", "N003", "--reason", "counted anew", "--by", "Lê C")
    assert standing(run, *pair, code=0) == []
    assert (tmp_path / "en.txt.log.jsonl").exists()


def test_publish_refuses_an_english_article_until_its_error_is_put_aside(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", EN)
    run("import", "a.txt", "--out", "archive")
    (path,) = (tmp_path / "archive").glob("*.article.json")
    name = f"archive/{path.name}"
    assert "W001" in run("publish", name, "--out", "pages", code=1).stderr
    run("check", name, "--suppress", "W001", "--reason", "a quotation", "--by", "Lê C")
    assert path.with_name(path.name.removesuffix(".json") + ".log.jsonl").exists()
    run("publish", name, "--out", "pages")
    (sidecar,) = (tmp_path / "pages").glob("*.json")
    (told,) = json.loads(sidecar.read_text(encoding="utf-8"))["record"]["checks"]["suppressed"]
    assert (told["code"], told["reason"]) == ("W001", "a quotation")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--suppress", "N003", "--by", "C"), "--suppress and --reason belong together"),
        (("--suppress", "N003", "--reason", " ", "--by", "C"), "--suppress and --reason belong together"),
        (("--reason", "why", "--by", "C"), "--suppress and --reason belong together"),
        (("--suppress", "N003", "--reason", "why"), "who puts it aside?"),
        (("--suppress", "N001", "--reason", "why", "--by", "C"), "no finding N001 stands"),
        (("--suppress", "N003:A-9", "--reason", "why", "--by", "C"), "no finding N003:A-9 stands"),
        (("b.tsv", "--suppress", "N003", "--reason", "why", "--by", "C"), "one file at a time"),
    ],
)
def test_what_cannot_be_put_aside_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    write(tmp_path / "a.tsv", EN)
    assert words in run("check", "a.tsv", *arguments, code=2).stderr
    assert not (tmp_path / "a.tsv.log.jsonl").exists()


def test_a_code_alone_is_not_enough_where_two_segments_have_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(TSV.format(VI, EN) + f"A-2\tXã có 500 hộ.\t{OTHER}\n", encoding="utf-8")
    told = run("check", "a.tsv", "--suppress", "N003", "--reason", "why", "--by", "C", code=2).stderr
    assert "A-1, A-2" in told
    assert "N003:A-1" in told


def reviewed(path: Path, keys: str, *answers: str) -> str:
    """Review an English article with these keys; gives what was shown."""
    out = io.StringIO()
    pressed: Iterator[str] = iter(keys)
    typed = iter(answers)
    console = Console(file=out, width=80, height=24)
    settings = Settings(reviewer="Lê C")
    EnglishReview(
        path, english_article(path), settings, console, lambda: next(pressed), lambda *_: Answer(next(typed))
    ).run()
    return out.getvalue()


def test_an_article_is_reviewed_in_the_terminal_with_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, EN)
    shown = reviewed(path, "xq", "a quotation")
    assert "South China Sea" in shown
    assert "East Sea" in shown
    assert [(k[0], s.reason, s.by) for k, s in log.read(path).suppressions.items()] == [("W001", "a quotation", "Lê C")]
    assert "South China Sea" not in reviewed(path, "q")


@pytest.mark.parametrize("keys", ["q", "xuq", "sbq", *(f"{key}q" for key in KEYS if key not in "xsq")])
def test_other_keys_put_nothing_aside(tmp_path: Path, keys: str) -> None:
    path = tmp_path / "a.txt"
    write(path, EN)
    before = path.read_bytes()
    reviewed(path, keys, "why")
    assert log.read(path).suppressions == {}
    assert path.read_bytes() == before


def test_a_suppression_needs_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, EN)
    assert "needs a reason" in reviewed(path, "xq", " ")
    assert not log.path_of(path).exists()


def test_an_article_in_vietnamese_or_for_word_is_refused(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", EN)
    assert "is no draft" in run("review", "a.txt", "--word", "x.docx", "--by", "C", code=2).stderr
    assert "needs a terminal" in run("review", "a.txt", "--by", "C", code=2).stderr


@pytest.mark.parametrize(
    ("name", "beside"),
    [("a.xlf", "a.log.jsonl"), ("i.article.json", "i.article.log.jsonl"), ("a.tsv", "a.tsv.log.jsonl")],
)
def test_every_file_has_a_log_of_its_own(name: str, beside: str) -> None:
    assert log.path_of(Path("x") / name) == Path("x") / beside
