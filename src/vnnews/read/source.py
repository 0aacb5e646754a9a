"""Source: bytes as received, with what is known about where they came from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from vnnews import __version__
from vnnews.article import Provenance
from vnnews.errors import InputError

_MOST_TEXT = 8_000_000
"""Bytes of one text or page, without pictures embedded in it: reading takes up to thirty times as much memory."""
_EMBEDDED = re.compile(rb"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=%\s]*+")


@dataclass(frozen=True)
class Source:
    """Bytes to be read. `origin` is the path, URL or "-" as the user would write it; `retrieved` is ISO 8601 UTC.

    `url` is the address of the page where known (also for saved pages), `content_type` the HTTP header's value.
    """

    data: bytes
    origin: str
    retrieved: str
    url: str | None = None
    content_type: str | None = None

    @cached_property
    def sha256(self) -> str:
        """The hash under which the bytes are kept in originals/."""
        return hashlib.sha256(self.data).hexdigest()

    def provenance(self, reader: str, encoding: str) -> Provenance:
        """The provenance of an article read from these bytes by that reader."""
        return Provenance(self.origin, self.retrieved, self.sha256, reader, __version__, encoding)


def check_length(data: bytes) -> None:
    """Raises InputError for a text or page that no article is as long as."""
    if len(data) > _MOST_TEXT and len(_EMBEDDED.sub(b"", data)) > _MOST_TEXT:
        raise InputError("the text is longer than 8 MB", "split it into its articles")
