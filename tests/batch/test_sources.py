"""Where a batch gets its articles from: feeds, sitemaps and lists of a site, zips and WARCs, whole or unclean."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from email.utils import formatdate
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from archive import ENV, batch, english, vietnamese


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site on the loopback with three articles, which a feed, a sitemap and a list page name."""
    web = tmp_path / "web"
    web.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(web)))
    base = f"http://127.0.0.1:{server.server_port}"
    names = [f"/tin-tuc/xa-tan-lap-don-chuan-nong-thon-moi-so-{n}.html" for n in range(3)]
    (web / "tin-tuc").mkdir()
    for n, name in enumerate(names):
        (web / name[1:]).write_text(english(n), encoding="utf-8")
    items = "".join(f"<item><link>{base}{n}</link><pubDate>{formatdate(0)}</pubDate></item>" for n in names)
    (web / "feed.xml").write_text(f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>")
    places = "".join(f"<url><loc>{base}{n}</loc></url>" for n in names)
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    (web / "sitemap.xml").write_text(f"<urlset xmlns='{schema}'>{places}</urlset>")
    links = "".join(
        f"<li><a href='{n}'>Commune number {i} meets the rural standards</a></li>" for i, n in enumerate(names)
    )
    (web / "list.html").write_text(f"<html><body><main><ul>{links}</ul></main></body></html>")
    Thread(target=server.serve_forever, daemon=True).start()
    yield base
    server.shutdown()


def report(out: Path) -> dict[str, dict[str, int]]:
    told: dict[str, dict[str, int]] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize(
    ("option", "name"), [("--feed", "feed.xml"), ("--sitemap", "sitemap.xml"), ("--list", "list.html")]
)
def test_what_a_site_names_is_taken_and_not_fetched_again(option: str, name: str, site: str, tmp_path: Path) -> None:
    env = {k: v for k, v in ENV.items() if k != "VNNEWS_OFFLINE"} | {"VNNEWS_CACHE": str(tmp_path / "cache")}
    out = tmp_path / "out"
    command = (option, f"{site}/{name}", "--out", out, "--no-translate", "--allow-private")
    first = batch(*command, env=env)
    assert first.returncode == 0, first.stderr
    assert report(out)["outcomes"] == {"done": 3}
    assert len(list((out / "pages").glob("*.html"))) == 3
    assert "nothing to do" in batch(*command, env=env).stdout


def test_a_zip_with_unclean_members_gives_what_is_sound_in_it(tmp_path: Path) -> None:
    path, out = tmp_path / "archive.zip", tmp_path / "out"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/một.html", vietnamese(1))
        archive.writestr("../../outside.html", english(2))
        archive.writestr("empty.html", b"")
        archive.writestr("__MACOSX/._a.html", b"\x00\x05")
        archive.writestr("picture.jpg", b"\xff\xd8\xff")
    told = batch(path, "--out", out, "--no-translate")
    assert "Traceback" not in told.stderr
    assert len(list((out / "articles").glob("*.article.json"))) >= 1
    assert not (tmp_path.parent / "outside.html").exists()
    assert all(out in p.parents for p in tmp_path.rglob("*.article.json"))


def test_a_cut_zip_is_told(tmp_path: Path) -> None:
    path, out = tmp_path / "archive.zip", tmp_path / "out"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.html", vietnamese(1))
    path.write_bytes(path.read_bytes()[:-40])
    told = batch(path, "--out", out, "--no-translate")
    assert told.returncode == 1
    assert "archive.zip" in told.stderr
    assert "Traceback" not in told.stderr


def _record(url: str, body: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_a_warc_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path, out = tmp_path / "crawl.warc", tmp_path / "out"
    whole = b"".join(_record(f"https://a.example.vn/{n}.html", english(n).encode()) for n in range(3))
    path.write_bytes(whole[:-400])
    told = batch(path, "--out", out, "--no-translate")
    assert "Traceback" not in told.stderr
    assert report(out)["outcomes"].get("done", 0) >= 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(0o500)
    told = batch(tmp_path, "--out", out, "--no-translate")
    assert told.returncode == 3
    assert "choose another --out" in told.stderr


def test_a_place_that_cannot_hold_articles_fails_each_source_and_is_mended_by_a_retry(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "a.html").write_text(english(1), encoding="utf-8")
    out.mkdir()
    (out / "articles").write_text("in the way")
    told = batch(source, "--out", out, "--no-translate")
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    (out / "articles").unlink()
    assert batch("--out", out, "--no-translate", "--retry", "failed").returncode == 0
    assert len(list((out / "pages").glob("*.html"))) == 1
