"""`vnnews translate` and `vnnews engines` as a person uses them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from engine_servers import Behaviour, serve

VNNEWS = Path(sys.executable).with_name("vnnews")
TEXT = """\
Hội nghị về chuyển đổi số

Ngày 09/8/2018, Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh Long An, dự hội nghị về chuyển đổi số tại huyện Tân Trụ.
Hội nghị có 1.846 đại biểu tham dự, kinh phí 4,5 tỷ đồng.
"""


def run(folder: Path, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    given = {k: v for k, v in os.environ.items() if not k.startswith("VNNEWS_")}
    given |= {"VNNEWS_CACHE": str(folder / "cache"), "NO_PROXY": "127.0.0.1", "XDG_DATA_HOME": str(folder / "data")}
    return subprocess.run(
        [str(VNNEWS), *arguments],
        cwd=folder,
        input=stdin,
        env=given | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bài viết.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_becomes_a_draft_with_its_log(page: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "translate", page.name, "--engine", "assemble", "--out", "drafts", "--translator", "Lê A")
    assert done.returncode == 0, done.stderr
    (draft,) = (tmp_path / "drafts").glob("*.xlf")
    assert draft.with_suffix(".log.jsonl").is_file()
    assert "Vice Chairman of the Long An Provincial People" in draft.read_text(encoding="utf-8")
    assert "nothing left this machine" in done.stdout
    assert "C902" in done.stdout
    assert "Next: vnnews review" in done.stdout


def test_json_is_one_object_and_writes_nothing(page: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "translate", page.name, "--engine", "assemble", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told) == {"article", "segments", "findings", "engines", "glossary"}
    assert not list(tmp_path.glob("*.xlf"))


def test_standard_input(tmp_path: Path) -> None:
    done = run(tmp_path, "translate", "-", "--engine", "assemble", "--json", stdin=TEXT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["title"] == "Hội nghị về chuyển đổi số"


def test_a_network_engine_is_named_on_the_screen(page: Path, tmp_path: Path) -> None:
    with serve("google", Behaviour(say=lambda t: t.replace("Hội nghị", "The conference"))) as server:
        (tmp_path / "vnnews.toml").write_text(f'[engines.google]\nurl = "{server.url}/m"\ndelay = 0.0\n', "utf-8")
        done = run(tmp_path, "translate", page.name, "--engine", "google")
    assert done.returncode == 0, done.stderr
    assert server.texts
    assert "(engine: google)" in done.stdout or "google" in done.stdout


@pytest.mark.parametrize(("failures", "reviewed"), [(99, False), (1, True)], ids=["no English at all", "some of it"])
def test_after_a_failure_running_again_asks_only_what_is_missing(
    failures: int, reviewed: bool, page: Path, tmp_path: Path
) -> None:
    with serve("google", Behaviour(say=lambda t: "The meeting", status=500, failures=failures)) as server:
        table = f'[engines.google]\nurl = "{server.url}/m"\ndelay = 0.0\ntries = 1\n'
        (tmp_path / "vnnews.toml").write_text(table, "utf-8")
        done = run(tmp_path, "translate", page.name, "--engine", "google")
        told = done.stdout.partition("Next: ")[2]
        before = len(server.texts)
        server.behaviour.failures = 0
        again = run(tmp_path, "translate", page.name, "--engine", "google")
    assert done.returncode == 0, done.stderr
    assert told.startswith("run it again: only what has no English is asked for")
    assert ("vnnews review" in told) == reviewed
    assert "without English" not in again.stdout
    assert "Next: vnnews review" in again.stdout
    assert server.texts[before:]
    assert set(server.texts[:before]).isdisjoint(server.texts[before:])


def test_limits_are_kept_before_anything_is_sent(page: Path, tmp_path: Path) -> None:
    (tmp_path / "vnnews.toml").write_text('[engines.google]\nurl = "http://192.0.2.1/m"\n', "utf-8")
    done = run(tmp_path, "translate", page.name, "--engine", "google", "--max-chars", "10")
    assert done.returncode == 3
    assert "--max-chars" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("translate", "nowhere.txt"), 3, "nowhere.txt"),
        (("translate", "page", "--engine", "babelfish"), 2, "engines: embedded"),
        (("translate", "page", "--engine", "google", "--offline"), 3, "offline"),
        (("translate", "https://example.org/x", "--offline"), 3, "offline"),
        (("translate", "empty.txt", "--engine", "assemble"), 3, "empty.txt"),
        (("engines", "show", "babelfish"), 2, "engines: embedded"),
        (("engines", "install", "google"), 2, "needs none"),
        (("engines", "install", "embedded", "--url", "http://127.0.0.1:1/"), 3, "cannot be reached"),
        (("engines", "manifest", "nowhere"), 3, "nowhere"),
    ],
)
def test_what_goes_wrong_is_one_line_with_a_cure(
    arguments: tuple[str, ...], code: int, said: str, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = run(tmp_path, *(page.name if a == "page" else a for a in arguments))
    assert done.returncode == code, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("vnnews: ")]
    assert len(lines) == 1
    assert said in lines[0].casefold() or said in lines[0]
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.xlf"))


def test_one_failing_among_many_does_not_stop_the_rest(page: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "translate", "nowhere.txt", page.name, "--engine", "assemble", "--quiet")
    assert done.returncode == 1
    assert done.stdout.strip().endswith(".xlf")


def test_human_work_is_not_overwritten(page: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    from vnnews.draft import store

    assert run(tmp_path, "translate", page.name, "--engine", "assemble").returncode == 0
    (path,) = tmp_path.glob("*.xlf")
    draft = store.load(path)
    store.save(draft.with_segments([replace(draft.segments[0], target="Mine.", state="reviewed")]), path)
    done = run(tmp_path, "translate", page.name, "--engine", "assemble")
    assert done.returncode == 3
    assert "vnnews update" in done.stderr
    assert store.load(path).segments[0].target == "Mine."


class TestEngines:
    def test_list(self, tmp_path: Path) -> None:
        done = run(tmp_path, "engines", "--json")
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert {"embedded", "assemble", "google", "deepl", "openai"} <= {r["name"] for r in rows}
        assert all(r["ready"] == (r["missing"] is None) for r in rows)

    def test_table(self, tmp_path: Path) -> None:
        done = run(tmp_path, "engines")
        assert done.returncode == 0
        assert "stays here" in done.stdout

    def test_show_never_shows_the_key(self, tmp_path: Path) -> None:
        done = run(tmp_path, "engines", "show", "deepl", DEEPL_API_KEY="secret-key")
        assert "api.deepl.com" in done.stdout
        assert "secret-key" not in done.stdout + done.stderr

    def test_test(self, tmp_path: Path) -> None:
        with serve("google") as server:
            (tmp_path / "vnnews.toml").write_text(f'[engines.google]\nurl = "{server.url}/m"\n', "utf-8")
            done = run(tmp_path, "engines", "test", "google")
        assert done.returncode == 0, done.stderr
        assert "google works" in done.stdout


def test_doubtful_sentences_and_questions_are_counted(tmp_path: Path) -> None:
    text = "Hội nghị về chuyển đổi số\n\nHội nghị có có nhiều đại biểu của của các sở tham dự trong hai ngày.\n"
    (tmp_path / "bài.txt").write_text(text, encoding="utf-8")
    with serve("google", Behaviour(say=lambda t: "they met and then " * 5 if " có có " in t else "Meeting")) as server:
        (tmp_path / "vnnews.toml").write_text(f'[engines.google]\nurl = "{server.url}/m"\ndelay = 0.0\n', "utf-8")
        done = run(tmp_path, "translate", "bài.txt", "--engine", "google", "--out", "drafts")
    assert done.returncode == 0, done.stderr
    assert "1 of 2 sentences doubtful: " in done.stdout
    assert "questions to the author: 1 (vnnews check --questions drafts" in " ".join(done.stdout.split())
    asked = run(tmp_path, "check", "--questions", str(next((tmp_path / "drafts").glob("*.xlf"))))
    assert asked.stdout.count("written twice by mistake") == 1
