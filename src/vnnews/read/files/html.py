"""HTML pages, saved or fetched."""

from __future__ import annotations

from vnnews.article import Article
from vnnews.read.encodings import decode
from vnnews.read.findings import with_findings
from vnnews.read.page import read_page
from vnnews.read.source import Source


def read(source: Source) -> list[Article]:
    """The article on a page. Raises NoArticleError for pages without one, EncodingError, InputError."""
    decoded = decode(source.data, declared=source.content_type)
    return [with_findings(read_page(decoded.text, source, decoded.encoding), decoded.findings)]
