"""robots.txt (RFC 9309): what a site lets programs fetch, and how slowly."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import protego

from vnnews.errors import InputError

AGENT = "vnnews"
"""The name by which a site's robots.txt can address us."""

_MOST_BYTES = 512_000
_LONGEST_DELAY = 30.0


class Robots:
    """The rules of every host asked so far. `get` fetches a URL to (status, body), or raises InputError."""

    def __init__(self, get: Callable[[str], tuple[int, bytes]]) -> None:
        self._get = get
        self._rules: dict[str, protego.Protego | None] = {}

    def check(self, url: str) -> None:
        """Raise InputError when the site does not want `url` fetched by programs, or cannot say or be reached."""
        rules = self._of(url)
        if rules is None:
            raise InputError(
                f"{urlsplit(url).netloc} does not answer for its robots.txt", "try again later, or import a saved page"
            )
        if not rules.can_fetch(url, AGENT):
            raise InputError(
                f"{urlsplit(url).netloc} asks programs not to fetch this page (robots.txt)",
                "save the page from a browser, and import the file",
            )

    def delay(self, url: str) -> float:
        """The seconds that the site asks for between two requests; 0 where it does not."""
        rules = self._of(url)
        wish = rules.crawl_delay(AGENT) if rules is not None else None
        return min(float(wish or 0.0), _LONGEST_DELAY)

    def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that the site names."""
        rules = self._of(url)
        return list(rules.sitemaps) if rules is not None else []

    def _of(self, url: str) -> protego.Protego | None:
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._rules:
            self._rules[home] = self._read(f"{home}/robots.txt")
        return self._rules[home]

    def _read(self, url: str) -> protego.Protego | None:
        """The rules at a URL; no such file allows all, a server error forbids all (RFC 9309, 2.3.1)."""
        status, body = self._get(url)
        if status >= 500 or status == 429:
            return None
        text = body[:_MOST_BYTES].decode("utf-8", "replace") if status == 200 else ""
        return protego.Protego.parse(text)
