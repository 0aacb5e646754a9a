"""Fetching against a loopback site that misbehaves in every way we know."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback import Request, Site, bomb, drip, flood, packed_zeros, running, slow_head

from vnnews.errors import InputError, NoArticleError, UsageError
from vnnews.read import address
from vnnews.read.address import checked_url, is_public
from vnnews.read.fetch import Fetcher, Limits, fetch
from vnnews.settings import Settings

QUICK = Limits(timeout=0.5, total=1.0, size=1_000_000, tries=2, delay=0.0, longest_wait=2.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as served:
        yield served


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    with Fetcher(Settings(cache=tmp_path), allow_private=True, limits=QUICK) as opened:
        yield opened


def test_gives_the_bytes_with_where_and_when(site: Site, fetcher: Fetcher) -> None:
    source = fetcher.get(site.page("/a.html", "<p>Xin chào</p>"))
    assert source.data.decode() == "<p>Xin chào</p>"
    assert (source.url, source.content_type) == (f"{site.url}/a.html", "text/html; charset=utf-8")
    assert source.retrieved.endswith("Z")


def test_a_lie_about_the_charset_is_handed_on_with_the_bytes(site: Site, fetcher: Fetcher) -> None:
    source = fetcher.get(site.page("/lie", "Đảng ủy", kind="text/html; charset=iso-8859-1"))
    assert source.data == "Đảng ủy".encode()
    assert source.content_type == "text/html; charset=iso-8859-1"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_unpacks_what_is_packed(site: Site, fetcher: Fetcher, pack: Callable[[bytes], bytes]) -> None:
    name = "gzip" if pack is gzip.compress else "deflate"
    url = site.page("/packed", pack(b"<p>text</p>" * 50_000), Content_Encoding=name)
    assert fetcher.get(url).data == b"<p>text</p>" * 50_000


def test_a_bomb_is_cut_off_without_filling_memory(site: Site, fetcher: Fetcher) -> None:
    site.routes["/bomb"] = bomb
    packed_zeros(100)
    tracemalloc.start()
    with pytest.raises(InputError, match="larger than 1 MB"):
        fetcher.get(f"{site.url}/bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize(
    ("route", "message"),
    [
        (drip, "does not answer in time"),
        (slow_head, "does not answer in time"),
        (flood, "larger than 1 MB"),
        (lambda request: time.sleep(1.5), "does not answer in time"),
        (lambda request: request.send(b"x", Content_Encoding="br"), "packs its answer in an unknown way"),
        (lambda request: request.send(b"no gzip at all", Content_Encoding="gzip"), "damaged"),
        (lambda request: request.send(b"", status=302, Location="/worse"), "circle of redirects"),
        (lambda request: request.send(b"", status=302, Location="file:///etc/passwd"), "not a web address"),
        (lambda request: request.send(b"", kind="video/mp4"), "not a page of text but video/mp4"),
        (lambda request: request.send(b"", status=403), "refuses to show this page"),
        (lambda request: request.send(b"", status=500), "too busy"),
        (lambda request: request.send(b"", status=418), "answers 418"),
        (lambda request: request.wfile.write(b"garbage\r\n\r\n"), "cannot be reached"),
    ],
)
def test_a_server_that_misbehaves_is_told_in_one_line(
    site: Site, fetcher: Fetcher, route: Callable[[Request], None], message: str
) -> None:
    site.routes["/worse"] = route
    with pytest.raises((InputError, UsageError), match=message) as raised:
        fetcher.get(f"{site.url}/worse")
    assert raised.value.cure
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_no_article(site: Site, fetcher: Fetcher, status: int) -> None:
    with pytest.raises(NoArticleError, match=str(status)):
        fetcher.get(site.page("/gone", "", status=status))


def test_a_closed_port_is_told(fetcher: Fetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(InputError, match=f"127.0.0.1:{port}"):
        fetcher.get(f"http://127.0.0.1:{port}/a")


def test_waits_as_long_as_a_busy_server_asks(site: Site, fetcher: Fetcher) -> None:
    def busy_once(request: Request) -> None:
        if site.paths().count("/busy") == 1:
            request.send(b"", status=429, Retry_After="1")
        else:
            request.send(b"<p>now</p>")

    site.routes["/busy"] = busy_once
    start = time.monotonic()
    assert fetcher.get(f"{site.url}/busy").data == b"<p>now</p>"
    assert time.monotonic() - start >= 1.0


def test_does_not_wait_for_hours(site: Site, fetcher: Fetcher) -> None:
    url = site.page("/busy", "", status=429, Retry_After="7200")
    with pytest.raises(InputError, match="too busy") as raised:
        fetcher.get(url)
    assert raised.value.cure == "try again in 7200 seconds"
    assert site.paths() == ["/busy"]


def test_an_unchanged_page_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    def tagged(request: Request) -> None:
        if request.headers.get("If-None-Match") == '"v1"':
            request.send(b"", status=304)
        else:
            request.send(b"<p>kept</p>", ETag='"v1"')

    site.routes["/kept"] = tagged
    first, second = fetcher.get(f"{site.url}/kept"), fetcher.get(f"{site.url}/kept")
    assert first.data == second.data == b"<p>kept</p>"
    assert second.content_type == "text/html; charset=utf-8"
    assert site.paths() == ["/kept", "/kept"]


def test_a_damaged_cache_is_fetched_anew(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    url = site.page("/kept", "<p>right</p>", ETag='"v1"')
    fetcher.get(url)
    for body in (tmp_path / "pages" / "bodies").rglob("*"):
        if body.is_file():
            body.write_bytes(b"<p>wrong</p>")
    assert fetcher.get(url).data == b"<p>right</p>"
    assert all("If-None-Match" not in headers for _, headers in site.asked)


def test_a_page_that_only_sends_on_is_followed_and_guarded(site: Site, fetcher: Fetcher) -> None:
    new = site.page("/new.aspx", "<p>moved here</p>")
    moved = '<html><head><META HTTP-EQUIV="refresh" CONTENT="0; URL={}"></head></html>'
    source = fetcher.get(site.page("/old", moved.format("/new.aspx?id=1&amp;x=2")))
    assert (source.data, source.url) == (b"<p>moved here</p>", f"{new}?id=1&x=2")
    with pytest.raises(InputError, match="circle of redirects"):
        site.page("/there", moved.format("/back"))
        fetcher.get(site.page("/back", moved.format("/there")))
    assert fetcher.get(site.page("/again", moved.format("/again"))).url == f"{site.url}/again"
    with pytest.raises(UsageError, match="not a web address"):
        fetcher.get(site.page("/file", moved.format("file:///etc/passwd")))
    kept = site.page("/long", moved.format("/new.aspx") + "<p>an article</p>" * 500)
    assert fetcher.get(kept).url == kept


def test_obeys_robots(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /noi-bo/\nSitemap: https://a.example/s.xml", kind="text/plain")
    url = site.page("/noi-bo/a.html", "secret")
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetcher.get(url)
    assert site.paths() == []
    assert fetcher.robots.sitemaps(url) == ["https://a.example/s.xml"]


def test_obeys_robots_behind_a_redirect(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: vnnews\nDisallow: /noi-bo/", kind="text/plain")
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetcher.get(site.page("/open", "", status=301, Location="/noi-bo/a.html"))
    assert site.paths() == ["/open"]


def test_a_site_that_cannot_show_its_robots_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "", status=503)
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetcher.get(site.page("/a", "x"))


def test_keeps_the_distance_that_a_site_asks_for(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.4", kind="text/plain")
    start = time.monotonic()
    for path in ("/a", "/b", "/c"):
        fetcher.get(site.page(path, "x"))
    assert time.monotonic() - start >= 0.8


def test_offline_refuses_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="offline"):
        fetch("https://a.example/", Settings(cache=tmp_path, offline=True))


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("::ffff:10.0.0.1", False), ("::ffff:8.8.8.8", True), ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::808:808", True), ("ff02::1", False), ("not an address", False),
    ],
)  # fmt: skip
def test_knows_which_addresses_are_public(ip: str, public: bool) -> None:
    assert is_public(ip) is public


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://[::1]/", "http://localhost:9/", "http://2130706433/", "http://0x7f.1/"]
)
def test_private_addresses_are_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match=r"private network|no host is called"):
        fetch(url, Settings(cache=tmp_path), limits=QUICK)


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/latest/meta-data", "http://[fe80::1]/", "http://[::ffff:169.254.169.254]/",
            "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://[64:ff9b::a9fe:a9fe]/"],
)  # fmt: skip
def test_service_addresses_are_refused_even_with_leave_for_private_ones(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match="service address"):
        fetch(url, Settings(cache=tmp_path), allow_private=True, limits=QUICK)


def _names(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[str]]) -> list[str]:
    """Let host names resolve as given, each time to the next answer, the last one for good; gives what was asked."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *rest: Any, **named: Any) -> list[Any]:
        if host not in answers:
            return real(host, port, *rest, **named)
        asked.append(host)
        known = answers[host]
        ip = known.pop(0) if len(known) > 1 else known[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1")
    return asked


def test_a_redirect_inward_is_refused_after_name_resolution(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.page("/out", "", status=302, Location=f"http://intern.example:{port}/secret")
    site.page("/secret", "secret")
    _names(monkeypatch, {"paper.example": ["127.0.0.1"], "intern.example": ["127.0.0.2"]})
    with pytest.raises(InputError, match=r"intern\.example"):
        fetch(f"http://paper.example:{port}/out", Settings(cache=tmp_path), limits=QUICK)
    assert site.paths() == ["/out"]


def test_a_name_that_changes_its_answer_gains_nothing(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.page("/a", "public")
    asked = _names(monkeypatch, {"paper.example": ["127.0.0.1", "127.0.0.2"]})
    with Fetcher(Settings(cache=tmp_path), limits=QUICK) as fetcher:
        assert fetcher.get(f"http://paper.example:{port}/a").data == b"public"
    assert asked == ["paper.example"]  # resolved once, and connected to exactly that answer


@pytest.mark.parametrize(
    ("given", "used"),
    [("baolongan.vn/a.html", "https://baolongan.vn/a.html"), (" http://a.vn/b#c ", "http://a.vn/b")],
)
def test_completes_addresses(given: str, used: str) -> None:
    assert checked_url(given) == used


@pytest.mark.parametrize(
    "url", ["ftp://a.vn/x", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://u:p@a.vn/", "http://a:b:c/"]
)
def test_refuses_what_is_no_web_address(url: str) -> None:
    with pytest.raises(UsageError):
        checked_url(url)


def test_pictures_come_with_their_type(site: Site, fetcher: Fetcher) -> None:
    assert fetcher.picture(site.page("/a.jpg", b"\xff\xd8", kind="image/jpeg")) == (b"\xff\xd8", "image/jpeg")
    with pytest.raises(InputError, match="not a picture"):
        fetcher.picture(site.page("/a.svg", b"<svg/>", kind="image/svg+xml"))
