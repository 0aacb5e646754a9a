"""The way of all network engines to their servers: timeouts, pacing, retries, and a breaker that says its state.

One `Net` belongs to one engine object. Pace and breaker are kept for each host and shared by the whole process, since
a server counts by address; the breaker's state also lies in the cache folder, so that the next run knows it.
Errors are of the one engine family and hold neither keys nor text.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from vnnews import __version__
from vnnews.errors import EngineError, EngineNonsense, EngineRateLimited, EngineRefused, EngineUnreachable
from vnnews.files import write_atomic
from vnnews.settings import Settings

USER_AGENT = f"Mozilla/5.0 (compatible; vnnews/{__version__})"
_LIMIT = 4_000_000
"""Bytes of an answer; translations are far smaller."""


class AccessRefused(EngineRefused):
    """The key, the quota or the address is refused: no further request can succeed."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is treated. All times in seconds.

    `delay` lies between two requests to a host; `tries` is how often one request is sent at most; `patience` bounds
    a single wait; `failures` in a row open the breaker for `rest`.
    """

    connect: float = 10.0
    read: float = 30.0
    delay: float = 0.5
    tries: int = 3
    patience: float = 30.0
    failures: int = 4
    rest: float = 300.0

    @classmethod
    def of(cls, settings: Settings, engine: str, **defaults: Any) -> Manners:
        """The engine's own defaults under what `[engines.NAME]` says (`delay`, `tries`, `timeout`)."""
        table = settings.engines.get(engine, {})
        given: dict[str, Any] = {
            name: table[name] for name in ("delay", "tries", "patience", "failures", "rest") if name in table
        }
        if "timeout" in table:
            given["read"] = table["timeout"]
        return cls(**{**defaults, **given})


class Breaker:
    """Whether a host is left alone for a while, and until when; kept in a small file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def until(self, host: str) -> float:
        """The time (seconds since 1970) until which a host is left alone; 0 when it is not."""
        return float(self._read().get(host, {}).get("until", 0.0))

    def failed(self, host: str, manners: Manners, wait: float | None = None) -> None:
        """Note a failure; after enough of them in a row, or when told to wait longer than patience, rest begins."""
        with self._lock:
            state = self._read()
            entry = state.setdefault(host, {"failures": 0, "until": 0.0})
            entry["failures"] += 1
            long = wait is not None and wait > manners.patience
            if long or entry["failures"] >= manners.failures:
                entry["until"] = time.time() + max(wait or 0.0, manners.rest if not long else 0.0)
                entry["failures"] = 0
            self._write(state)

    def lift(self, host: str) -> None:
        """Forget the failures of a host."""
        with self._lock:
            state = self._read()
            if state.pop(host, None) is not None:
                self._write(state)

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, state: dict[str, Any]) -> None:
        with suppress(EngineError, OSError):
            write_atomic(self._path, json.dumps(state))


_turns: dict[str, float] = {}
_turns_lock = threading.Lock()


def _wait_turn(host: str, delay: float, sleep: Callable[[float], None]) -> None:
    """Wait until the host may be asked again, and take the turn."""
    with _turns_lock:
        now = time.monotonic()
        turn = max(now, _turns.get(host, 0.0))
        _turns[host] = turn + delay
    if turn > now:
        sleep(turn - now)


class Net:
    """Sends requests of one engine to one server."""

    def __init__(
        self,
        base_url: str,
        manners: Manners,
        breaker: Breaker,
        *,
        headers: dict[str, str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.host = urlsplit(base_url).netloc
        self._manners = manners
        self._breaker = breaker
        self._sleep = sleep
        self._client = httpx.Client(
            base_url=base_url,
            headers={"User-Agent": USER_AGENT, **(headers or {})},
            timeout=httpx.Timeout(manners.read, connect=manners.connect),
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def send(self, method: str, path: str, **values: Any) -> httpx.Response:
        """The answer with status 2xx to one request, sent again where that can help.

        Raises EngineUnreachable, EngineRateLimited or EngineRefused; `values` are httpx's (params, json, headers).
        """
        left_alone = self._breaker.until(self.host) - time.time()
        if left_alone > 0:
            raise EngineRateLimited(
                f"{self.host} is left alone for another {left_alone:.0f} s after failures",
                "wait, or lift it with: vnnews engines test NAME",
                retry_after=left_alone,
            )
        for tried in range(1, self._manners.tries + 1):
            try:
                response = self._once(method, path, values)
            except EngineError as error:
                wait = self._wait_after(error, tried)
                if wait is None:
                    raise
                self._sleep(wait)
            else:
                self._breaker.lift(self.host)
                return response
        raise AssertionError("the last try either returns or raises")

    def _wait_after(self, error: EngineError, tried: int) -> float | None:
        """Seconds to wait before the next try, None when there should be none."""
        if not error.retryable:
            return None
        told = error.retry_after if isinstance(error, EngineRateLimited) else None
        self._breaker.failed(self.host, self._manners, told)
        if tried >= self._manners.tries or (told is not None and told > self._manners.patience):
            return None
        return told if told is not None else min(self._manners.patience, 2**tried * random.uniform(0.25, 0.75))

    def _once(self, method: str, path: str, values: dict[str, Any]) -> httpx.Response:
        _wait_turn(self.host, self._manners.delay, self._sleep)
        try:
            with self._client.stream(method, path, **values) as streamed:
                body = _body(streamed, self._manners.read)
                response = httpx.Response(streamed.status_code, headers=_plain(streamed.headers), content=body)
        except httpx.TimeoutException as error:
            raise EngineUnreachable(f"{self.host} did not answer in time", "try again later") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise EngineUnreachable(f"{self.host} cannot be reached", "check the network and the address") from error
        return _checked(response, self.host)


def _plain(headers: httpx.Headers) -> dict[str, str]:
    """The headers without what described the packing of the body, which is unpacked by now."""
    return {k: v for k, v in headers.items() if k not in ("content-encoding", "content-length", "transfer-encoding")}


def _body(response: httpx.Response, seconds: float) -> bytes:
    deadline = time.monotonic() + 2 * seconds
    out = bytearray()
    for chunk in response.iter_bytes():
        out += chunk
        if len(out) > _LIMIT or time.monotonic() > deadline:
            raise httpx.ReadTimeout("the answer does not end")
    return bytes(out)


def _checked(response: httpx.Response, host: str) -> httpx.Response:
    status = response.status_code
    if response.is_success:
        return response
    if status == 429:
        wait = retry_after(response.headers.get("retry-after"))
        raise EngineRateLimited(f"{host} asks to wait (429)", "try again later", retry_after=wait)
    if status == 503 and response.headers.get("retry-after"):
        wait = retry_after(response.headers["retry-after"])
        raise EngineRateLimited(f"{host} asks to wait (503)", "try again later", retry_after=wait)
    if status in (401, 403):
        raise AccessRefused(f"{host} refuses the key or the access ({status})", "see: vnnews engines show NAME")
    if status == 456:
        raise AccessRefused(f"{host}: the quota is used up (456)", "wait for the next period, or use another engine")
    if status >= 500 or status == 408:
        raise EngineUnreachable(f"{host} has a problem ({status})", "try again later")
    raise EngineRefused(f"{host} rejects the request ({status})", "check the address: vnnews engines show NAME")


def retry_after(value: str | None) -> float | None:
    """Seconds to wait from a Retry-After header, which is a number or a date; None when there is none."""
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def json_of(response: httpx.Response, host: str) -> Any:
    """The JSON of an answer; raises EngineNonsense when it is none."""
    try:
        return response.json()
    except ValueError as error:
        raise EngineNonsense(f"{host} answered something that is no JSON", "check the address") from error


def cache_folder(settings: Settings) -> Path:
    """Where engines keep what they were answered, and the breaker its state."""
    from platformdirs import user_cache_path

    return (settings.cache or user_cache_path("vnnews", appauthor=False)) / "engines"


def breaker(settings: Settings) -> Breaker:
    """The breaker of these settings."""
    return Breaker(cache_folder(settings) / "breaker.json")


def url_of(settings: Settings, engine: str) -> str | None:
    """The address that `[engines.NAME] url` gives for an engine, None where it gives none."""
    url = settings.engines.get(engine, {}).get("url")
    return str(url) if url else None


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine."""
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
