"""What a batch does with whole folders: again, changed, broken, held, read-only, full."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
from pathlib import Path
from typing import Any

import pytest
from archive import COMMAND, ENV, batch, contents, english, fill, vietnamese

from vnnews.batch.journal import Entry, Journal, Result
from vnnews.batch.run import MOST, lots
from vnnews.errors import ConflictError, InputError
from vnnews.read.source import Source


def summary(*arguments: object) -> dict[str, Any]:
    """The summary line of a run."""
    told: dict[str, Any] = json.loads(batch(*arguments, "--json").stdout.splitlines()[-1])
    return told


def test_what_is_unchanged_is_skipped_and_what_changed_is_done_again(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in"), tmp_path / "out"
    assert summary(source, "--out", out, "--no-translate")["outcomes"] == {"done": 9, "duplicate": 1}
    before = contents(out)
    assert summary("--out", out, "--no-translate") == {"outcomes": {}, "unchanged": 10, "stale": 0}
    assert contents(out) == before
    (source / "02-vi.html").write_text(vietnamese(77), encoding="utf-8")
    assert summary("--out", out, "--no-translate")["outcomes"] == {"done": 1}


def test_a_lost_output_is_made_again(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    batch(source, "--out", out, "--no-translate")
    before = contents(out)
    next((out / "articles").glob("*.json")).unlink()
    batch("--out", out, "--no-translate")
    assert contents(out) == before


def test_outputs_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    source = fill(tmp_path / "in", 3)
    for jobs in (1, 3):
        batch(source, "--out", tmp_path / f"out{jobs}", "--engine", "assemble", "--jobs", jobs)
    assert contents(tmp_path / "out1") == contents(tmp_path / "out3")


def test_a_new_house_glossary_is_redone_on_demand(tmp_path: Path) -> None:
    source, out, terms = fill(tmp_path / "in", 2), tmp_path / "out", tmp_path / "house.tsv"
    terms.write_text("vi\ten\nchuẩn nông thôn mới\tnew countryside norm\n", encoding="utf-8")
    batch(source, "--out", out, "--engine", "assemble")
    env = {**ENV, "VNNEWS_GLOSSARY": str(terms)}
    told = batch("--out", out, "--engine", "assemble", env=env)
    assert "older glossary" in told.stdout
    drafts = b"".join(v for k, v in contents(out).items() if k.endswith(".xlf"))
    assert b"new countryside norm" not in drafts
    batch("--out", out, "--engine", "assemble", "--redo", "glossary", env=env)
    drafts = b"".join(v for k, v in contents(out).items() if k.endswith(".xlf"))
    assert b"new countryside norm" in drafts


def test_articles_that_say_the_same_are_drafted_once(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "1.html").write_text(vietnamese(5), encoding="utf-8")
    copied = vietnamese(5).replace("được nâng lên", "được nâng lên rõ rệt")
    (source / "2-copied.html").write_text(copied, encoding="utf-8")
    (source / "3-other-figures.html").write_text(vietnamese(6), encoding="utf-8")
    batch(source, "--out", out, "--engine", "assemble")
    assert len(list((out / "articles").glob("*.json"))) == 3
    assert len(list((out / "drafts").glob("*.xlf"))) == 2


def test_bad_sources_are_told_and_retried(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    (source / "broken.docx").write_bytes(b"PK\x03\x04word/ and no more")
    (source / "empty.html").write_bytes(b"")
    (source / "tiny.txt").write_text("a", encoding="utf-8")
    with (source / "huge.txt").open("wb") as file:
        file.truncate(65_000_000)
    (source / "loop").symlink_to(source)
    done = batch(source, "--out", out, "--no-translate")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    report = json.loads((out / "report.json").read_text())
    failed = {Path(f["source"]).name for f in report["failures"]}
    assert {"broken.docx", "empty.html", "huge.txt"} <= failed
    assert all("--retry failed" in f["command"] for f in report["failures"])
    (source / "empty.html").write_text(english(30), encoding="utf-8")
    (source / "broken.docx").unlink()
    assert summary("--out", out, "--no-translate", "--retry", "failed")["outcomes"]["done"] == 1


def test_a_second_run_is_refused(tmp_path: Path) -> None:
    held = Journal.open(tmp_path)
    with pytest.raises(ConflictError):
        Journal.open(tmp_path)
    told = batch(tmp_path, "--out", tmp_path)
    assert told.returncode == 3
    assert "another batch" in told.stderr
    held.close()
    Journal.open(tmp_path).close()


def test_a_folder_that_cannot_hold_a_journal(tmp_path: Path) -> None:
    (tmp_path / ".vnnews").write_text("in the way")
    with pytest.raises(InputError):
        Journal.open(tmp_path)


def test_a_full_disk_is_told_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in", 2), tmp_path / "out"

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))

    command = [*COMMAND, str(source), "--out", str(out), "--no-translate"]
    full = subprocess.run(command, env=ENV, capture_output=True, text=True, preexec_fn=small_files)
    assert full.returncode in (1, 3)
    assert "Traceback" not in full.stderr
    batch(source, "--out", out, "--no-translate", "--retry", "failed")
    batch(source, "--out", tmp_path / "fresh", "--no-translate")
    assert contents(out) == contents(tmp_path / "fresh")


def divide_or_die(n: int | None, _: object) -> float:
    """12 by n, or the end of the process."""
    return 12 / n if n is not None else os._exit(3)


def test_a_worker_that_dies_or_errs_costs_only_its_own_source() -> None:
    from vnnews.batch.workers import WorkerLost, Workers

    workers = Workers(1, None)
    calls = [workers.submit(divide_or_die, [(4,), (n,), (-2,)]) for n in (1, 0, None)]
    answers = [workers.results(call) for call in calls]
    workers.close()
    assert answers[0] == [3, 12, -6]
    for (first, lost, last), why in zip(answers[1:], ("a fault of vnnews (ZeroDivisionError)", "died"), strict=True):
        assert (first, last) == (3, -6)
        assert isinstance(lost, WorkerLost)
        assert why in str(lost)


def test_addresses_are_fetched_once(tmp_path: Path) -> None:
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(tmp_path / "web"))

        def log_message(self, format: str, *arguments: object) -> None:
            asked.append(self.path)

    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "1.html").write_text(english(1), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    base, out, urls = f"http://127.0.0.1:{server.server_port}", tmp_path / "out", tmp_path / "urls.txt"
    urls.write_text(f"# pages\n{base}/1.html\n{base}/gone.html\n", encoding="utf-8")
    env = {k: v for k, v in ENV.items() if k != "VNNEWS_OFFLINE"} | {"VNNEWS_CACHE": str(tmp_path / "cache")}
    command = ("--urls", urls, "--out", out, "--no-translate", "--allow-private")
    first = batch(*command, env=env)
    assert first.returncode == 1
    assert "gone.html" in first.stderr
    assert len(list((out / "pages").glob("*.html"))) == 1
    asked.clear()
    batch(*command, env=env)
    assert "/1.html" not in asked
    server.shutdown()


def test_the_report_names_what_failed_and_the_manifest_what_was_written(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    (source / "empty & bad.html").write_bytes(b"")
    batch(source, "--out", out, "--engine", "assemble")
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "empty &amp; bad.html" in page
    assert "vnnews batch --retry failed" in page
    assert "<svg" in page
    lines = (out / "manifest.sha256").read_text().splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    written = {n: hashlib.sha256(v).hexdigest() for n, v in contents(out).items() if "/" in n}
    del written["pages/publications.jsonl"]
    assert told == written


def test_a_page_keeps_its_name_when_its_title_changes(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    linked = english(1).replace("<head>", "<head><link rel='canonical' href='https://a.example.vn/1.html'>")
    for text in (linked, linked.replace("meets rural", "reaches rural")):
        (source / "1.html").write_text(text, encoding="utf-8")
        batch(source, "--out", out, "--no-translate")
    (page,) = (out / "pages").glob("*.html")
    assert page.name == "commune-number-1-meets-rural-standards.html"
    assert "Commune number 1 reaches rural standards" in page.read_text(encoding="utf-8")
    events = [json.loads(line)["event"] for line in (out / "pages" / "publications.jsonl").read_text().splitlines()]
    assert events == ["published", "updated"]


def test_the_journal_keeps_what_is_committed(tmp_path: Path) -> None:
    for name, commit in (("a", True), ("b", False)):
        journal = Journal.open(tmp_path)
        journal.see(name, "", "2020-01-01T00:00:00Z")
        if commit:
            journal.commit()
        journal.close()
    journal = Journal.open(tmp_path)
    assert [entry.locator for entry in journal.entries()] == ["a"]
    journal.close()


@pytest.mark.parametrize(("sizes", "expected"), [
    ([1] * (2 * MOST + 1), [MOST, MOST, 1]),
    ([1, 2_000_000, 1, 1], [2, 2]),
    ([], []),
])  # fmt: skip
def test_sources_are_sent_in_lots_of_some_number_or_length(sizes: list[int], expected: list[int]) -> None:
    entry = Entry("a", "", "", "", "pending", {}, Result("pending"))
    assert [len(lot) for lot in lots((entry, Source(b"x" * n, "a", "")) for n in sizes)] == expected


def test_a_new_template_is_redone_on_demand(tmp_path: Path) -> None:
    source, out, templates = fill(tmp_path / "in", 1), tmp_path / "out", tmp_path / "templates"
    templates.mkdir()
    settings = tmp_path / "vnnews.toml"
    settings.write_text('[site]\ntemplates = "templates"\n', encoding="utf-8")

    def run(*more: str) -> bytes:
        command = [*COMMAND, str(source), "--out", str(out), "--no-translate", *more]
        subprocess.run(command, env=ENV, cwd=tmp_path, capture_output=True, check=True)
        return b"".join(v for k, v in contents(out).items() if k.endswith(".html"))

    assert b"By our own desk" not in run()
    (templates / "credits.html").write_text("<p>By our own desk</p>", encoding="utf-8")
    assert b"By our own desk" not in run()
    assert b"By our own desk" in run("--redo", "template")


@pytest.mark.parametrize("option", ["--redo", "--retry"])
def test_a_word_that_means_nothing_is_a_wrong_call(option: str, tmp_path: Path) -> None:
    told = batch(tmp_path, "--out", tmp_path / "out", option, "nonsense")
    assert told.returncode == 2
    assert "'nonsense'" in told.stderr
    assert not (tmp_path / "out").exists()
