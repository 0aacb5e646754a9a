"""Addresses: which URLs may stand on a page, and in which form."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_KEPT = "%/:?#[]@!$&*+,;=~-._"
"""What may stand in a URL as it is; quotes, brackets and braces never."""
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")


def safe_link(href: str | None) -> str | None:
    """An absolute http, https or mailto address, percent-encoded, or None where a link must not be made."""
    return _safe(href, {"http", "https", "mailto"})


def safe_image(src: str | None) -> str | None:
    """An absolute http or https address, percent-encoded, or None where no picture must be loaded."""
    return _safe(src, {"http", "https"})


def _safe(address: str | None, schemes: set[str]) -> str | None:
    """None too for addresses with invisible characters or backslashes: browsers read those differently."""
    trimmed = (address or "").strip(" \t\r\n")
    if not trimmed or _HIDDEN.search(trimmed.replace(" ", "")):
        return None
    try:
        parts = urlsplit(trimmed)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in schemes or (parts.scheme.lower() != "mailto" and not host):
        return None
    if parts.username or parts.password or (host and re.search(r"[^\w.:-]", host)):
        return None
    return quote(trimmed, safe=_KEPT, errors="ignore")
