"""PDF: its text layer, page by page, without what stands on every page."""

from __future__ import annotations

import re
from collections import Counter

from vnnews.article import Article
from vnnews.errors import InputError, NoArticleError
from vnnews.read.encodings import decode
from vnnews.read.pasted import read_text
from vnnews.read.source import Source

READER = "pdf"
_MOST_PAGES = 300
_LEAST_LETTERS = 40
_EDGE = 2
_FULL = 0.78
_ITEM = re.compile(r"(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s")
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"\W*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.I)
_MISREAD = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7"})
"""Signs that stand in a PDF's text for the bytes AD and B7, which are letters in the ABC fonts."""


def read(source: Source) -> list[Article]:
    """The article in a PDF. Raises NoArticleError for a scan, InputError for a locked or damaged file."""
    text = "\n".join(_joined(_lines(_pages(source.data))))
    if sum(c.isalpha() for c in text) < _LEAST_LETTERS:
        raise NoArticleError(
            "the PDF holds pictures of pages and no text",
            "run it through text recognition (OCR), and import the result",
        )
    decoded = decode(text.encode())
    if decoded.encoding == "utf-8":
        again = decode(text.translate(_MISREAD).encode())
        decoded = again if again.encoding != "utf-8" else decoded
    return [read_text(decoded.text, source, decoded.encoding, decoded.findings, reader=READER)]


def _pages(data: bytes) -> list[list[str]]:
    """The lines of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "the PDF is locked with a password" if locked else "the PDF is damaged"
        raise InputError(
            what, "save it without one" if locked else "open it in a reader, and print it to a new PDF"
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise InputError(
                f"the PDF has more than {_MOST_PAGES} pages", "save the article's pages as a file of their own"
            )
        return [_text(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise InputError("the PDF is damaged", "open it in a reader, and print it to a new PDF") from error
    finally:
        document.close()


def _text(page: object) -> list[str]:
    layer = page.get_textpage()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    text: str = layer.get_text_range()
    layer.close()
    return re.sub("\ufffe\\s*|\u0002\\s*", "", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")


def _lines(pages: list[list[str]]) -> list[str]:
    """The lines of all pages in a row, without page numbers and what the pages' edges repeat."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]} if line.strip())
    out: list[str] = []
    for page in pages:
        for i, line in enumerate(page):
            at_edge = i < _EDGE or i >= len(page) - _EDGE
            repeated = len(pages) > 2 and edges[_shape(line)] * 2 > len(pages)
            if at_edge and line.strip() and (repeated or _PAGE_NUMBER.fullmatch(line.strip())):
                continue
            out.append(line)
    return out


def _joined(lines: list[str]) -> list[str]:
    """The lines with those that fill the column joined to the next; letters of a PDF's type differ in width."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    full = _FULL * lengths[len(lengths) * 9 // 10] if lengths else 0
    out: list[str] = []
    previous = ""
    for line in lines:
        text = line.strip()
        if not text or len(previous) < full or not previous or _ITEM.match(text):
            out.append(text)
        elif _DIVIDED.search(previous) and text[0].islower():
            out[-1] = out[-1][:-1] + text
        else:
            out[-1] += f" {text}"
        previous = text
    return out


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()).casefold())
