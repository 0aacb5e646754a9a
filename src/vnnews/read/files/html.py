"""HTML pages, saved or fetched."""

from __future__ import annotations

import re

from vnnews.article import Article
from vnnews.read.encodings import decode
from vnnews.read.findings import with_findings
from vnnews.read.page import read_pages
from vnnews.read.source import Source


def read(source: Source) -> list[Article]:
    """The articles on a page, one as a rule. Raises NoArticleError for pages without one, EncodingError, InputError."""
    decoded = decode(source.data, declared=source.content_type)
    html = _with_capitals(decoded.text) if "tcvn3" in decoded.encoding else decoded.text
    return [with_findings(article, decoded.findings) for article in read_pages(html, source, decoded.encoding)]


_CAPITALS = re.compile(
    r"(<(?P<tag>\w+)\b[^<>]{0,300}[\"':\s]\.Vn\w{2,20}H\b[^<>]{0,300}>)(?P<text>.{0,5000}?)(?=</(?P=tag)\b)",
    re.I | re.S,
)


def _with_capitals(html: str) -> str:
    """The page with what is set in the ABC capitals fonts (.VnTimeH) in capitals; these fonts show small letters so."""
    return _CAPITALS.sub(lambda found: found[1] + _raised(found["text"]), html)


def _raised(html: str) -> str:
    """HTML with its text in capitals, tags and references as they are."""
    return re.sub(r"(<[^<>]*>|&#?\w+;)|([^<&]+)", lambda f: f[1] or f[2].upper(), html)
