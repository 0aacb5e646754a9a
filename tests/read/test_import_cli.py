"""`vnnews import` as installed: outputs, exit codes, the store, and the committed schemas."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from vnnews.article import Article
from vnnews.read import store
from vnnews.read.pasted import read_text
from vnnews.read.source import Source

HERE = Path(__file__).parent
SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
VNNEWS = Path(sys.executable).parent / "vnnews"
PAGE = HERE / "pasted" / "en-newspaper-date-views.txt"
HTML = HERE / "pages" / "simple.html"


def run(*arguments: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1700000000"}
    command = [str(VNNEWS), "import", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)


def validator() -> Draft202012Validator:
    loaded = {
        name: json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("article", "finding")
    }
    registry: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in loaded.values())
    for schema in loaded.values():
        Draft202012Validator.check_schema(schema)
    return Draft202012Validator(loaded["article"], registry=registry)


def test_json_is_one_valid_article_a_line(tmp_path: Path) -> None:
    pages = [*sorted((HERE / "pasted").glob("*.txt")), HTML]
    done = run(*pages, "--json", "--out", tmp_path)
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, len(lines)) == (0, len(pages))
    check = validator()
    for line in lines:
        check.validate(json.loads(line))
        assert Article.loads(line).dumps() == line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change", [{"published": "5/3/2024"}, {"extra": 1}, {"language": "fr"}, {"blocks": [{"kind": "x"}]}]
)
def test_schema_refuses_what_is_no_article(change: dict[str, Any]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    article = read_text(text, Source(text.encode(), "-", "2026-01-01T00:00:00Z"), "utf-8").to_json()
    assert validator().is_valid(article)
    assert not validator().is_valid({**article, **change})


def test_stores_article_and_bytes_and_tells(tmp_path: Path) -> None:
    done = run(PAGE, "--out", tmp_path)
    assert done.returncode == 0
    (path,) = tmp_path.glob("*.article.json")
    article = store.load(path)
    assert path == store.path_for(article, tmp_path)
    assert (tmp_path / "originals" / article.provenance.sha256).read_bytes() == PAGE.read_bytes()
    assert article.provenance.retrieved == "2023-11-14T22:13:20Z"
    told = done.stdout.decode()
    assert str(path) in told
    assert "Dragon fruit growers" in told
    assert "translated by Ngan Ha" in told
    before = path.read_bytes()
    assert run(PAGE, "--out", tmp_path).returncode == 0
    assert path.read_bytes() == before
    assert len(list(tmp_path.rglob("*.*"))) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input(encoding: str) -> None:
    done = run("-", "--json", stdin=PAGE.read_text(encoding="utf-8").encode(encoding))
    article = json.loads(done.stdout)
    assert (done.returncode, article["author"], article["provenance"]["origin"]) == (0, "Quoc Dat", "-")


def test_nothing_to_be_had_is_3(tmp_path: Path) -> None:
    for name, data in {
        "empty.txt": b"",
        "binary": b"\0\1\2" * 99,
        "short.txt": b"Hello",
        "scan.jpg": b"\xff\xd8\xff",
    }.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    out = tmp_path / "out"
    for name in ("empty.txt", "binary", "short.txt", "scan.jpg", "folder", "absent"):
        done = run(tmp_path / name, "--out", out)
        lines = done.stderr.decode().splitlines()
        assert (done.returncode, len(lines), done.stdout) == (3, 1, b""), lines
        assert lines[0].startswith("vnnews: ")
        assert name in lines[0]
        assert ". " in lines[0]
    assert not out.exists()


def test_one_of_many_fails_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run(tmp_path / "empty.txt", PAGE, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert len(list((tmp_path / "out").glob("*.article.json"))) == 1
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert run(PAGE, "--out", tmp_path / "out").returncode == 3


def test_out_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    done = run(PAGE, "--out", tmp_path / "out")
    assert (done.returncode, len(done.stderr.decode().splitlines())) == (3, 1)


def test_wrong_usage_is_2() -> None:
    assert run().returncode == 2
    assert run(PAGE, "--nonsense").returncode == 2


def test_store_round_trip(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    article = read_text(text, Source(text.encode(), "-", "2026-01-01T00:00:00Z"), "utf-8")
    path = store.save(article, text.encode(), tmp_path / "a" / "b")
    assert store.load(path) == article
    path.write_text("{}")
    with pytest.raises(Exception, match="not an article"):
        store.load(path)
