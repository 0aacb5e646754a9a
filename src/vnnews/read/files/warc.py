"""Web archives (.warc, .warc.gz): the pages that were answered with success, read as a stream."""

from __future__ import annotations

import gzip
import http.client
import io
import zlib
from collections.abc import Iterator
from typing import IO

from vnnews.errors import InputError
from vnnews.read import ReadFailure
from vnnews.read.source import Source

_MOST_RECORD = 32_000_000
_MOST_LINE = 65_536
_SHARE = 1 << 20
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_CUT = InputError("the archive ends in the middle of a record", "copy it again; what stood before was read")
_DAMAGED = InputError("the archive is damaged from here on", "copy it again; what stood before was read")


def records(file: IO[bytes], origin: str, retrieved: str) -> Iterator[Source | ReadFailure]:
    """The pages in a web archive; `file` is at its beginning. A damaged rest comes as one failure at the end."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream: IO[bytes] = io.BufferedReader(gzip.GzipFile(fileobj=file)) if packed else file
    try:
        yield from _records(stream, origin, retrieved)
    except InputError as error:
        yield ReadFailure(origin, error)
    except EOFError:
        yield ReadFailure(origin, _CUT)
    except (zlib.error, gzip.BadGzipFile, OSError):
        yield ReadFailure(origin, _DAMAGED)


def _records(stream: IO[bytes], origin: str, retrieved: str) -> Iterator[Source | ReadFailure]:
    while True:
        head = _head(stream)
        if head is None:
            return
        length = int(head["content-length"])
        url = head.get("warc-target-uri", "").strip("<>")
        wanted = (head.get("warc-type") == "response" and url.startswith("http")) or head.get("warc-type") == "resource"
        if not wanted or length > _MOST_RECORD:
            _skip(stream, length)
            if wanted:
                yield ReadFailure(url, InputError("the record is larger than 32 MB", "save the page by itself"))
            continue
        body = stream.read(length)
        if len(body) < length:
            raise _CUT
        page = _page(body) if head["warc-type"] == "response" else (head.get("content-type", ""), body)
        if page is not None and page[0].split(";")[0].strip().lower() in _PAGES:
            yield Source(page[1], url or origin, retrieved, url or None, page[0])


def _head(stream: IO[bytes]) -> dict[str, str] | None:
    """The header of the next record; None at the end."""
    line = stream.readline(_MOST_LINE)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_MOST_LINE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise _DAMAGED
    fields: dict[str, str] = {}
    while (line := stream.readline(_MOST_LINE)) not in (b"\r\n", b"\n"):
        if not line:
            raise _CUT
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields[name.strip().lower()] = value.strip()
    if not fields.get("content-length", "").isdecimal():
        raise _DAMAGED
    return fields


def _skip(stream: IO[bytes], length: int) -> None:
    while length > 0:
        share = stream.read(min(length, _SHARE))
        if not share:
            raise _CUT
        length -= len(share)


def _page(record: bytes) -> tuple[str, bytes] | None:
    """Content type and body of a successful HTTP answer; None for any other."""
    stream = io.BytesIO(record)
    status = stream.readline(_MOST_LINE).split()
    if len(status) < 2 or status[1] != b"200":
        return None
    try:
        headers = http.client.parse_headers(stream)
        body = stream.read()
        if "chunked" in headers.get("Transfer-Encoding", "").lower():
            body = _unchunked(body)
        if headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
            body = zlib.decompressobj(wbits=47).decompress(body, _MOST_RECORD)
    except (http.client.HTTPException, zlib.error, ValueError):
        return None
    return headers.get("Content-Type", ""), body


def _unchunked(body: bytes) -> bytes:
    """The body without chunk marks; archives that keep the header but store the plain body give it back as it is."""
    out, at = bytearray(), 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return body
        if size == 0:
            return bytes(out)
        out += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
