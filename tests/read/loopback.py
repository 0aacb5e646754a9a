"""A loopback site that is slow, endless, lies about its charset, redirects inward, answers 429 and sends a bomb."""

from __future__ import annotations

import contextlib
import functools
import select
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request to the site; the routes answer it through `send`."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers)))
        route = self.site.routes.get(self.path.split("?")[0])
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if route is None:
                self.send(b"not here", status=404)
            else:
                route(self)

    def do_CONNECT(self) -> None:
        self.site.asked.append((self.path, dict(self.headers)))
        self.site.tunnel(self)

    def send(self, body: bytes, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Site:
    """The site: `routes` by path, `asked` what was requested of it, `url` its address."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.routes: dict[str, Handler] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.tunnel: Handler = lambda request: request.send(b"no tunnels", status=501)
        self.server = ThreadingHTTPServer((host, 0), type("Bound", (Request,), {"site": self}))
        self.server.daemon_threads = True
        self.url = f"http://{host}:{self.server.server_address[1]}"

    def page(self, path: str, body: str | bytes, **how: object) -> str:
        """Serve a fixed body at a path; gives its address."""
        data = body.encode() if isinstance(body, str) else body
        self.routes[path] = lambda request: request.send(data, **how)  # type: ignore[arg-type]  # headers by name
        return self.url + path

    def paths(self) -> list[str]:
        """The paths asked for, in order, robots.txt apart."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextlib.contextmanager
def running(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site that serves within the block."""
    site = Site(host)
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


def drip(request: Request) -> None:
    """Send a byte now and then, without end."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Connection", "close")
    request.end_headers()
    for _ in range(200):
        request.wfile.write(b"<p>")
        request.wfile.flush()
        time.sleep(0.05)


def slow_head(request: Request) -> None:
    """Send the head of the answer a byte now and then, without end."""
    request.close_connection = True
    for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 400:
        request.wfile.write(bytes([byte]))
        request.wfile.flush()
        time.sleep(0.05)


def flood(request: Request) -> None:
    """Send without end, as fast as it goes."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Connection", "close")
    request.end_headers()
    for _ in range(2000):
        request.wfile.write(b"x" * 65536)


def tunnel_to(port: int) -> Handler:
    """A proxy's answer to CONNECT that leads to a port of this machine, whatever host was asked for."""

    def carry(request: Request) -> None:
        request.close_connection = True
        with socket.create_connection(("127.0.0.1", port), timeout=5) as other:
            request.wfile.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            ways = {request.connection: other, other: request.connection}
            while True:
                for end in select.select(list(ways), [], [], 5)[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    ways[end].sendall(data)

    return carry


@functools.cache
def packed_zeros(megabytes: int) -> bytes:
    """So many megabytes of zeros as a small gzip file."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    block = bytes(1_000_000)
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def bomb(request: Request) -> None:
    """Send 100 MB of zeros packed into 100 kB."""
    request.send(packed_zeros(100), Content_Encoding="gzip")
