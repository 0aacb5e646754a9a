"""`vnnews import` as installed: outputs, exit codes, the store, and the committed schemas."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
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


def test_archive_on_standard_input_tells_what_failed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", PAGE.read_bytes())
        archive.writestr("../b.txt", b"x")
        archive.writestr("c.bin", b"\xd0\xcf\x11\xe0")
    done = run("-", "--json", stdin=packed.getvalue())
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert ["../b.txt" in done.stderr.decode(), "c.bin" in done.stderr.decode()] == [True, True]
    assert len(done.stderr.splitlines()) == 2


def test_too_much_on_standard_input_is_refused() -> None:
    done = run("-", "--json", stdin=b"words " * 11_000_000)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().splitlines() == [
        "vnnews: -: more than 64 MB are piped in. Save it as a file, and import that"
    ]


def test_hostile_files_cost_a_line_each_and_nothing_else(tmp_path: Path) -> None:
    docx = io.BytesIO()
    with zipfile.ZipFile(docx, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 70_000_000)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * 70_000_000)
    entities = io.BytesIO()
    with zipfile.ZipFile(entities, "w") as archive:
        lol = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
        archive.writestr("word/document.xml", f'<!DOCTYPE w [<!ENTITY l0 "lol">{lol}]><w>&l8;</w>')
    hostile = {
        "bomb.docx": docx.getvalue(),
        "bomb.zip": bomb.getvalue(),
        "entities.docx": entities.getvalue(),
        "cut.txt.gz": gzip.compress(PAGE.read_bytes())[:-20],
        "cut.warc.gz": gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP")[:-4],
        "broken.pdf": b"%PDF-1.7\n1 0 obj <<",
        "broken.zip": b"PK\x03\x04" + b"\0" * 40,
        "nul.txt": b"\0" * 1000,
    }
    for name, data in hostile.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "page.txt").write_bytes(PAGE.read_bytes())
    done = run(tmp_path, "--json")
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert [sum(name in line for line in lines) for name in hostile] == [1] * len(hostile), lines
    assert len(lines) == len(hostile)
    assert not [line for line in lines if "Traceback" in line or ". " not in line]


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
