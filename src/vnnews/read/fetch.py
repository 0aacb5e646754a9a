"""Fetching: a URL to the bytes behind it, politely and within limits.

One request a second to a host, robots.txt obeyed, Retry-After honoured, unchanged pages not sent again; nothing private
is reached, nothing endless is read. Every failure is an InputError that says what to do.
"""

from __future__ import annotations

import email.utils
import hashlib
import re
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import platformdirs

from vnnews import __version__
from vnnews.clock import now
from vnnews.errors import InputError, NoArticleError
from vnnews.read.address import checked_url, within
from vnnews.read.cache import Cache, Kept
from vnnews.read.robots import AGENT, Robots
from vnnews.read.source import Source
from vnnews.read.transport import NETWORK_ERRORS, GuardedTransport, read_body
from vnnews.settings import Settings

USER_AGENT = f"{AGENT}/{__version__} (news translation; one request a second)"
_TEXTS = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/pdf",
          "application/msword", "application/vnd.openxmlformats", "application/json", "application/octet-stream",
          "application/gzip", "application/x-gzip", "application/rdf")  # fmt: skip
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take: seconds for a connection or a pause, seconds in all, bytes, tries, seconds between two."""

    timeout: float = 20.0
    total: float = 90.0
    size: int = 25_000_000
    tries: int = 3
    redirects: int = 8
    delay: float = 1.0
    longest_wait: float = 120.0


def fetch(url: str, settings: Settings, *, allow_private: bool = False, limits: Limits | None = None) -> Source:
    """Fetch one page; see `Fetcher.get`."""
    with Fetcher(settings, allow_private=allow_private, limits=limits) as fetcher:
        return fetcher.get(url)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back in the end: the address after all redirects, status, headers, unpacked body."""

    url: str
    status: int
    headers: httpx.Headers
    data: bytes


class Fetcher:
    """Fetches many pages in one run: keeps connections, the hosts' rules and the times of the last requests.

    Raises InputError at once when the settings say that nothing may go over the network.
    """

    def __init__(self, settings: Settings, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        if settings.offline:
            raise InputError("fetching is switched off (offline)", "leave out --offline, or import a saved page")
        self.limits = limits or Limits()
        self._transport = GuardedTransport(allow_private=allow_private)
        self._client = httpx.Client(
            transport=self._transport,
            timeout=httpx.Timeout(self.limits.timeout),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", "Accept-Language": "vi, en;q=0.8"},
        )
        self._cache = Cache(_cache_folder(settings))
        self.robots = Robots(self._robots_txt)
        self._turns: dict[str, float] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, url: str) -> Source:
        """The bytes behind a URL, with the address where they were found in the end.

        Raises UsageError for what is no web address, NoArticleError for 404 and 410, InputError for everything else:
        refused addresses, robots.txt, time, size, status, network, and types that hold no text.
        """
        url = checked_url(url)
        kept = self._cache.find(url)
        answer = self._asked(url, _conditions(kept))
        if answer.status == 304 and kept is not None:
            return _source(kept[1], kept[0].url, kept[0].content_type)
        _refuse_status(answer)
        content_type = answer.headers.get("content-type")
        if content_type and not content_type.strip().lower().startswith(_TEXTS):
            raise InputError(f"not a page of text but {content_type.split(';')[0][:40]}", "give an article's address")
        self._keep(url, answer, content_type)
        return _source(answer.data, answer.url, content_type)

    def picture(self, url: str) -> tuple[bytes, str]:
        """The bytes of a picture and its media type. Raises like `get`, and InputError for what is no picture."""
        answer = self._asked(checked_url(url), {})
        _refuse_status(answer)
        media = (answer.headers.get("content-type") or "").split(";")[0].strip().lower()
        if not media.startswith("image/") or media == "image/svg+xml":
            raise InputError(f"not a picture but {media[:40] or 'of no stated type'}", "")
        return answer.data, media

    def _keep(self, url: str, answer: _Answer, content_type: str | None) -> None:
        """Keep an answer that can be asked for again with a condition."""
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        if (etag or modified) and "no-store" not in answer.headers.get("cache-control", ""):
            sha256 = hashlib.sha256(answer.data).hexdigest()
            self._cache.keep(url, Kept(answer.url, content_type, etag, modified, sha256), answer.data)

    def _asked(self, url: str, headers: dict[str, str]) -> _Answer:
        """The answer to a request after redirects and, where the server is busy or stumbles, after another try."""
        deadline = time.monotonic() + self.limits.total
        for attempt in range(1, self.limits.tries + 1):
            last = attempt == self.limits.tries
            try:
                answer = self._followed(url, headers, deadline)
            except NETWORK_ERRORS as error:
                if last or time.monotonic() > deadline:
                    raise self._unreachable(url, error) from error
                time.sleep(0.5 * attempt)
                continue
            if answer.status < 500 and answer.status != 429:
                return answer
            wait = _retry_after(answer.headers)
            if last or (wait or 0.0) > self.limits.longest_wait:
                raise _busy(url, answer.status, wait)
            time.sleep(wait if wait is not None else 1.0 * attempt)
            deadline = time.monotonic() + self.limits.total
        raise InputError(f"{urlsplit(url).netloc} gives no answer", "try again later")

    def _followed(self, url: str, headers: dict[str, str], deadline: float) -> _Answer:
        """One try: every address on the way is checked against robots.txt and waits for its host's turn."""
        for _ in range(self.limits.redirects + 1):
            self.robots.check(url)
            answer = self._once(url, headers, deadline)
            target = answer.headers.get("location") if answer.status in _MOVED else _refreshed(answer)
            if not target:
                return answer
            url = checked_url(urljoin(answer.url, target))
        raise InputError("the address leads round in a circle of redirects", "check the address in a browser")

    def _once(self, url: str, headers: dict[str, str], deadline: float, *, wait: bool = True) -> _Answer:
        if wait:
            self._wait_turn(url)
        with within(deadline), self._client.stream("GET", url, headers=headers) as response:
            moved = response.status_code in _MOVED
            data = b"" if moved else read_body(response, limit=self.limits.size)
            return _Answer(str(response.url), response.status_code, response.headers, data)

    def _robots_txt(self, url: str) -> tuple[int, bytes]:
        """A robots.txt, up to five redirects away; fetched without asking robots.txt."""
        deadline = time.monotonic() + self.limits.timeout
        try:
            for _ in range(6):
                answer = self._once(url, {}, deadline, wait=False)
                target = answer.headers.get("location")
                if answer.status not in _MOVED or not target:
                    return answer.status, answer.data
                url = checked_url(urljoin(answer.url, target))
        except NETWORK_ERRORS as error:
            raise self._unreachable(url, error) from error
        return 404, b""

    def _unreachable(self, url: str, error: Exception) -> InputError:
        """What to tell when nothing came back: of the host, or of the proxy on the way to it."""
        host, proxy = urlsplit(url).netloc, self._transport.proxy(url)
        if isinstance(error, httpcore.ProxyError):
            return InputError(f"the proxy {proxy} does not let us reach {host}", "see HTTP_PROXY and NO_PROXY")
        if "certificate" in str(error).lower():
            return InputError(
                f"{host} shows no valid certificate", "check the address in a browser, then import the page"
            )
        what = "does not answer in time" if "Timeout" in type(error).__name__ else "cannot be reached"
        if proxy:
            return InputError(f"{host} {what} through the proxy {proxy}", "see HTTP_PROXY and NO_PROXY")
        return InputError(f"{host} {what}", "check the address, and that the network is up")

    def _wait_turn(self, url: str) -> None:
        """Sleep until the host may be asked again; threads line up for it."""
        host = urlsplit(url).netloc
        gap = max(self.limits.delay, self.robots.delay(url))
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._turns.get(host, 0.0))
            self._turns[host] = turn + gap
        time.sleep(turn - now)


_REFRESH = re.compile(
    rb"<meta[^>]{0,80}http-equiv\s*=\s*[\"']?refresh[^>]{0,80}content\s*=\s*[\"']?\s*[0-5]\s*;\s*url\s*=\s*[\"']?([^\"'>]{1,500})",
    re.I,
)
_MOVING_PAGE = 5000
"""Bytes; a page that sends its visitor on by itself holds nothing else."""


def _refreshed(answer: _Answer) -> str | None:
    """Where a page that is only there to send its visitor on leads (meta refresh), as old portals move articles."""
    found = _REFRESH.search(answer.data) if 200 <= answer.status < 300 and len(answer.data) <= _MOVING_PAGE else None
    target = unescape(found[1].decode("utf-8", "replace")).strip() if found else ""
    return target if target and urljoin(answer.url, target) != answer.url else None


def _cache_folder(settings: Settings) -> Path:
    return (settings.cache or platformdirs.user_cache_path("vnnews")) / "pages"


def _conditions(kept: tuple[Kept, bytes] | None) -> dict[str, str]:
    """The headers that ask for a page only if it changed."""
    if kept is None:
        return {}
    pairs = {"If-None-Match": kept[0].etag, "If-Modified-Since": kept[0].modified}
    return {name: value for name, value in pairs.items() if value}


def _source(data: bytes, url: str, content_type: str | None) -> Source:
    return Source(data, url, now(), url, content_type)


def _refuse_status(answer: _Answer) -> None:
    """Raise the error that an answer's status stands for."""
    status, host = answer.status, urlsplit(answer.url).netloc
    if status in (404, 410):
        raise NoArticleError(f"{host} says that this page is not there ({status})", "look for its present address")
    if status in (401, 402, 403, 407, 451):
        raise InputError(f"{host} refuses to show this page ({status})", "save it from a browser, and import the file")
    if not 200 <= status < 300:
        raise InputError(f"{host} answers {status}", "check the address in a browser")


def _retry_after(headers: httpx.Headers) -> float | None:
    """The seconds to wait that a busy server names, as a number or as a date."""
    raw = headers.get("retry-after", "").strip()
    if raw.isdecimal():
        return float(raw)
    try:
        moment = email.utils.parsedate_to_datetime(raw)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _busy(url: str, status: int, wait: float | None) -> InputError:
    when = f"try again in {wait:.0f} seconds" if wait else "try again later"
    return InputError(f"{urlsplit(url).netloc} is too busy to answer ({status})", when)
