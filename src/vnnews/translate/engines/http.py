"""HTTP rules that every network engine obeys: timeouts, pacing, retries, and errors of our own without keys or text."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TypeVar

from vnnews import __version__
from vnnews.errors import EngineError, EngineRateLimited, EngineRefused, EngineUnreachable

USER_AGENT = f"Mozilla/5.0 (compatible; vnnews/{__version__})"
"""Says who we are in the form that servers answer in full; some send scraps to what names no browser."""

CONNECT, READ = 10.0, 40.0
"""Seconds to wait for a connection, and for each part of an answer."""

T = TypeVar("T")


@dataclass
class Rules:
    """How patient to be. `pace` is the least time between the beginnings of two requests, in seconds.

    A server may ask to wait at most `longest` seconds before we give up; `tries` counts the first one too.
    """

    tries: int = 4
    pace: float = 0.0
    longest: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _next: float = 0.0

    def wait_turn(self) -> None:
        """Sleep until this process may send its next request to the host."""
        with self._lock:
            now = time.monotonic()
            wait = max(0.0, self._next - now)
            self._next = max(now, self._next) + self.pace
        if wait:
            self.sleep(wait)

    def persist(self, call: Callable[[], T]) -> T:
        """Call until it works; tries again only what waiting can mend, with growing, jittered pauses.

        Raises the last EngineError when the tries are used up or the server asks for too long a pause.
        """
        for attempt in range(1, self.tries + 1):
            self.wait_turn()
            try:
                return call()
            except EngineError as error:
                pause = _pause(error, attempt)
                if not error.retryable or attempt == self.tries or pause > self.longest:
                    raise
            self.sleep(pause)
        raise AssertionError("the last try either returns or raises")


def _pause(error: EngineError, attempt: int) -> float:
    """Seconds to wait after the nth failure: what the server said, else about 1, 2, 4 ... with jitter."""
    if isinstance(error, EngineRateLimited) and error.retry_after is not None:
        return error.retry_after
    return float(2 ** (attempt - 1)) * random.uniform(0.75, 1.25)


def failure(engine: str, status: int, retry_after: str | None = None) -> EngineError | None:
    """The error that an HTTP status stands for, or None for success."""
    if status < 400:
        return None
    if status == 429:
        seconds = _seconds(retry_after)
        wait = f"wait {seconds:.0f} s, then run it again" if seconds else "wait some minutes, then run it again"
        return EngineRateLimited(f"{engine}: too many requests (429)", f"{wait}; what is done is kept", seconds)
    if status in (401, 403):
        return EngineRefused(f"{engine}: not let in ({status})", "check the key, or whether the service takes requests")
    if status in (413, 414):
        return EngineRefused(f"{engine}: the text is too long for one request ({status})", "split the sentence")
    if status == 456:
        return EngineRefused(f"{engine}: the quota is used up (456)", "wait for the next period or use another engine")
    if status >= 500 or status in (408, 425):
        return EngineUnreachable(f"{engine}: the server failed ({status})", "try again later")
    return EngineRefused(f"{engine}: the request was refused ({status})", "try another engine")


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds; it may be a number or a date."""
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
