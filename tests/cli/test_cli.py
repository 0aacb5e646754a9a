"""The installed command: what to do next, versions, errors as lines, and docs that are true."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VNNEWS = Path(sys.executable).with_name("vnnews")


def run(*arguments: str, cwd: Path, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [VNNEWS, *arguments], cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_alone_it_says_what_to_do_next(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert done.returncode == 0
    for command in ("init", "import", "translate", "publish"):
        assert f"vnnews {command}" in done.stdout


def test_version(tmp_path: Path) -> None:
    done = run("--version", cwd=tmp_path)
    assert re.fullmatch(r"vnnews \d+\.\d+\.\d+\n", done.stdout)


def test_a_wrong_command_is_wrong_usage(tmp_path: Path) -> None:
    assert run("bogus", cwd=tmp_path).returncode == 2


def test_init_makes_a_newsroom_and_keeps_what_is_there(tmp_path: Path) -> None:
    assert run("init", "tòa soạn", cwd=tmp_path).returncode == 0
    toml = tmp_path / "tòa soạn" / "vnnews.toml"
    toml.write_text('translator = "B"\n', encoding="utf-8")
    again = run("init", "tòa soạn", cwd=tmp_path)
    assert again.returncode == 0
    assert "kept" in again.stderr
    assert toml.read_text(encoding="utf-8") == 'translator = "B"\n'


def test_what_init_writes_is_read_by_every_command(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    from vnnews.settings import load

    assert load(tmp_path).memory == tmp_path / "memory.sqlite"


def test_nothing_heavy_is_imported_at_the_start() -> None:
    heavy = "lxml bs4 httpx deep_translator requests jinja2 ctranslate2 rich docx nh3 slugify ahocorasick_rs rapidfuzz"
    script = f"import sys, vnnews.cli as c; c.build(); print([m for m in {heavy.split()!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == []


def test_generated_parts_of_the_docs_are_true() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs/generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


LINKS = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in LINKS.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"
