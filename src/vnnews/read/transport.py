"""The way out to the network: httpx over connections that `address` guards, and bodies that cannot grow without end."""

from __future__ import annotations

import ssl
import threading
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import httpcore
import httpx

from vnnews.errors import InputError
from vnnews.read.address import GuardedBackend
from vnnews.read.proxies import Proxies, check_behind, proxy_of

NETWORK_ERRORS = (
    httpx.HTTPError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    ssl.SSLError,
)
"""What goes wrong on the wire, whichever layer says so."""

_SHARE = 1 << 16
_PORTS = {"http": 80, "https": 443}


class GuardedTransport(httpx.BaseTransport):
    """An httpx transport whose every connection goes to a checked address, or through the environment's proxy."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._ssl = httpx.create_ssl_context()
        self._proxies = Proxies()
        self._pools: dict[str | None, httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()

    def proxy(self, url: str) -> str | None:
        """The host of the proxy through which an address is reached; None where it is reached without."""
        parts = urlsplit(url)
        named = self._proxies.of(parts.scheme, parts.hostname or "")
        return urlsplit(named).hostname if named else None

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        """The connections by which an address is reached. Raises InputError for a private one behind a proxy."""
        named = self._proxies.of(url.scheme, url.host)
        if named:
            check_behind(url.host, url.port or _PORTS[url.scheme], allow_private=self._allow_private)
        with self._lock:
            if named not in self._pools:
                self._pools[named] = self._opened(named)
            return self._pools[named]

    def _opened(self, proxy: str | None) -> httpcore.ConnectionPool:
        return httpcore.ConnectionPool(
            ssl_context=self._ssl,
            max_connections=8,
            keepalive_expiry=10.0,
            network_backend=GuardedBackend(allow_private=self._allow_private or proxy is not None),
            proxy=proxy_of(proxy) if proxy else None,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the response's body is still to be read."""
        assert isinstance(request.stream, httpx.SyncByteStream)
        response = self._pool(request.url).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Stream(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close the connections that are still open."""
        for pool in self._pools.values():
            pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


def read_body(response: httpx.Response, *, limit: int) -> bytes:
    """The whole body, unpacked. `limit` is in bytes after unpacking.

    Raises InputError when it is passed or the body is packed in an unknown way: a small answer that unpacks to
    gigabytes is cut off early.
    """
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise InputError(f"the server packs its answer in an unknown way ({packing[:20]})", _SAVE)
    chunks = response.iter_raw()
    unpacked = chunks if packing in ("identity", "") else _inflated(chunks, limit)
    out = bytearray()
    for chunk in unpacked:
        out += chunk
        if len(out) > limit:
            raise InputError(f"the answer is larger than {limit // 1_000_000} MB", _SAVE)
    return bytes(out)


_SAVE = "save it from a browser, and import the file"


def _inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Unpacked pieces, never more than a share at once; a cut-off end is forgiven, broken data are not."""
    unpacker = zlib.decompressobj(wbits=47)
    first = True
    for chunk in chunks:
        if first and chunk and not _has_header(chunk):
            unpacker = zlib.decompressobj(wbits=-15)
        first = first and not chunk
        rest = chunk
        while rest and not unpacker.eof:
            try:
                yield unpacker.decompress(rest, _SHARE)
            except zlib.error as error:
                raise InputError("the server's answer is damaged", "try again") from error
            rest = unpacker.unconsumed_tail


def _has_header(chunk: bytes) -> bool:
    """Whether packed data begin as gzip or zlib do; "deflate" is also sent bare."""
    return chunk[:2] == b"\x1f\x8b" or (chunk[0] & 15 == 8 and int.from_bytes(chunk[:2].ljust(2, b"\0")) % 31 == 0)
