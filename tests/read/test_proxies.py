"""Fetching through the proxies of the environment; the private-address rule holds as far as it can be checked."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from loopback import Request, Site, running, tunnel_to

from vnnews.errors import InputError, VnnewsError
from vnnews.read.fetch import Limits, fetch
from vnnews.read.proxies import Proxies
from vnnews.settings import Settings

QUICK = Limits(timeout=0.5, total=1.0, size=1_000_000, tries=1, delay=0.0)
PATIENT = Limits(timeout=10.0, total=20.0, tries=1, delay=0.0)
PAPER = "http://tin.paper.example/bai-1234.html"


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that stands as HTTP proxy in the environment; names ending in .example are not known here."""
    real = socket.getaddrinfo

    def getaddrinfo(host: str, *rest: Any, **named: Any) -> Any:
        if host == "intern.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 80))]
        if host.endswith(".example"):
            raise socket.gaierror(f"no {host}")
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with running() as served:
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, served.url)
        yield served


def test_a_name_that_only_the_proxy_knows_is_fetched_through_it(proxy: Site, tmp_path: Path) -> None:
    proxy.routes[PAPER] = lambda request: request.send(b"<p>through</p>")
    source = fetch(PAPER, Settings(cache=tmp_path), limits=QUICK)
    assert (source.data, source.url) == (b"<p>through</p>", PAPER)
    assert [path for path, _ in proxy.asked] == ["http://tin.paper.example/robots.txt", PAPER]


def test_name_and_password_go_to_the_proxy_only(proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", proxy.url.replace("//", "//lan:m%40t@"))
    proxy.routes[PAPER] = lambda request: request.send(b"x")
    fetch(PAPER, Settings(cache=tmp_path), limits=QUICK)
    assert dict(proxy.asked[-1][1])["Proxy-Authorization"] == "Basic bGFuOm1AdA=="


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/a", "http://10.1.2.3/a", "http://[::1]/a", "http://169.254.169.254/latest/meta-data",
     "http://localhost/a", "http://intranet/a", "http://mail.corp/a", "http://db.internal/a", "http://router.local./a",
     "http://intern.example/a", "http://2130706433/a", "http://0x7f.1/a"],
)  # fmt: skip
def test_private_addresses_are_refused_behind_a_proxy_too(proxy: Site, tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match="private network"):
        fetch(url, Settings(cache=tmp_path), limits=QUICK)
    assert proxy.asked == []


def test_a_redirect_inward_is_refused_behind_a_proxy(proxy: Site, tmp_path: Path) -> None:
    proxy.routes[PAPER] = lambda request: request.send(b"", status=302, Location="http://intern.example/secret")
    with pytest.raises(InputError, match=r"intern\.example"):
        fetch(PAPER, Settings(cache=tmp_path), limits=QUICK)
    assert all("intern" not in path for path, _ in proxy.asked)


def test_with_leave_private_names_go_through_the_proxy(proxy: Site, tmp_path: Path) -> None:
    proxy.routes["http://intern.example/a"] = lambda request: request.send(b"inside")
    source = fetch("http://intern.example/a", Settings(cache=tmp_path), allow_private=True, limits=QUICK)
    assert source.data == b"inside"


def test_no_proxy_goes_straight(proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,paper.example")
    with running() as straight:
        source = fetch(straight.page("/a", "straight"), Settings(cache=tmp_path), allow_private=True, limits=QUICK)
    assert source.data == b"straight"
    assert proxy.asked == []
    assert Proxies().of("http", "tin.paper.example") is None
    assert Proxies().of("http", "tin.other.example") == proxy.url


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_refuses_a_tunnel_is_told(proxy: Site, tmp_path: Path, status: int) -> None:
    def refuse(request: Request) -> None:
        request.send(b"no", status=status)

    proxy.tunnel = refuse
    with pytest.raises(InputError, match=r"proxy 127\.0\.0\.1 does not let us reach tin\.paper\.example"):
        fetch("https://tin.paper.example/a", Settings(cache=tmp_path), limits=QUICK)


@pytest.mark.parametrize("trusted", [True, False])
def test_https_goes_through_a_tunnel_with_the_certificate_checked(
    proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool
) -> None:
    authority = trustme.CA()
    if trusted:
        roots = tmp_path / "roots.pem"
        authority.cert_pem.write_to_path(roots)
        monkeypatch.setattr(httpx, "create_ssl_context", lambda: ssl.create_default_context(cafile=str(roots)))
    with running() as paper:
        paper.page("/a", "behind the tunnel")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("tin.paper.example").configure_cert(context)
        paper.server.socket = context.wrap_socket(paper.server.socket, server_side=True)
        proxy.tunnel = tunnel_to(paper.server.server_address[1])
        if trusted:
            source = fetch("https://tin.paper.example/a", Settings(cache=tmp_path), limits=PATIENT)
            assert source.data == b"behind the tunnel"
        else:
            with pytest.raises(InputError, match="no valid certificate"):
                fetch("https://tin.paper.example/a", Settings(cache=tmp_path), limits=PATIENT)
    assert {path for path, _ in proxy.asked} == {"tin.paper.example:443"}


@pytest.mark.parametrize(
    ("named", "message"),
    [("http://127.0.0.1:1", "through the proxy"), ("socks5://u:geheim@h:1", "no HTTP proxy"), ("http://:1", "no HTTP")],
)
def test_a_proxy_that_is_none_is_told_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, message: str
) -> None:
    monkeypatch.setenv("http_proxy", named)
    with pytest.raises(VnnewsError, match=message) as caught:
        fetch("http://93.184.216.34/a", Settings(cache=tmp_path), limits=QUICK)
    assert "geheim" not in str(caught.value)
