"""The demo and the README: every command in them is run and does what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the commands need of a checkout."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(command: list[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_demo_refuses_first_and_publishes_the_reviewed_draft(checkout: Path) -> None:
    done = run(["sh", "examples/demo.sh"], checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not published" in done.stderr
    (page,) = (checkout / "demo-out/pages").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "By Hoai Thuong – Translated by Tran Thi Minh Thu" in text
    assert str(page) in done.stdout
    assert sorted(p.suffix for p in (checkout / "demo-out/pages").glob("2018-*")) == [".html", ".json", ".md"]


def test_the_reviewed_example_is_of_the_article_as_it_is_read_today() -> None:
    from vnnews.draft import store
    from vnnews.read import read_one
    from vnnews.translate.segments import segments_of

    (path,) = (ROOT / "examples/reviewed").glob("*.xlf")
    draft = store.load(path)
    article = read_one(ROOT / "examples/chu-ky-so.html")
    assert draft.article.id == article.id
    assert [(s.id, s.source) for s in draft.segments] == [(s.id, s.source) for s in segments_of(article)]
    assert all(s.approved for s in draft.segments)


def readme_commands() -> list[str]:
    """The vnnews commands of the README's shell blocks, without their remarks."""
    lines = "".join(BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))).splitlines()
    return [line.partition(" #")[0].strip() for line in lines if line.startswith("vnnews ")]


def test_every_command_of_the_readme_works(checkout: Path) -> None:
    commands = readme_commands()
    assert len(commands) >= 5
    for command in commands:
        done = run(["sh", "-c", command], checkout)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert shlex.split(commands[0])[1] == "init"
