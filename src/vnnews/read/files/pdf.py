"""PDF: its text layer, page by page and column by column, without what stands on every page."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from vnnews.article import Article
from vnnews.errors import InputError, NoArticleError
from vnnews.read.encodings import decode
from vnnews.read.evidence import is_syllable
from vnnews.read.files.columns import Piece, in_order
from vnnews.read.pasted import read_text
from vnnews.read.source import Source

READER = "pdf"
_MOST_PAGES = 300
_LEAST_LETTERS = 40
_EDGE = 2
_STOPS = (".", "!", "?", ":", "…", '."', ".”")
_FULL = 0.78
_ITEM = re.compile(r"(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s")
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"\W*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.I)
_MISREAD = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7"})
"""Signs that stand in a PDF's text for the bytes AD and B7, which are letters in the ABC fonts."""


def read(source: Source) -> list[Article]:
    """The article in a PDF. Raises NoArticleError for a scan, InputError for a locked or damaged file."""
    text = "\n".join(_lines(_pages(source.data)))
    if sum(c.isalpha() for c in text) < _LEAST_LETTERS:
        raise NoArticleError(
            "the PDF holds pictures of pages and no text",
            "run it through text recognition (OCR), and import the result",
        )
    decoded = decode(text.encode())
    if decoded.encoding == "utf-8":
        again = decode(text.translate(_MISREAD).encode())
        decoded = again if again.encoding != "utf-8" else decoded
    text = _HYPHENATED.sub(_horned, decoded.text) if "tcvn3" in decoded.encoding else decoded.text
    joined = "\n".join(_joined(text.split("\n")))
    return [read_text(joined, source, decoded.encoding, decoded.findings, reader=READER)]


_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]*(?:-[^\W\d_]*){1,2}(?![\w-])")


def _horned(found: re.Match[str]) -> str:
    """A word with its hyphens made ư, where that gives a syllable: the byte AD of the ABC fonts is set as a hyphen."""
    word = found[0].replace("-", "ư")
    return word if len(word) > 1 and is_syllable(word.lower()) else found[0]


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


def _text(page: Any) -> list[str]:
    layer = page.get_textpage()
    columns = in_order(_pieces(layer), page.get_width())
    text: str = layer.get_text_range() if columns is None else "\n".join(columns)
    layer.close()
    return re.sub("[\ufffe\u0002]\\s*", "-\n", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")


def _pieces(layer: Any) -> list[Piece]:
    """The stretches of text of a page with their places."""
    boxes = [layer.get_rect(i) for i in range(layer.count_rects())]
    found = [Piece(box[0], box[1], box[2], box[3], layer.get_text_bounded(*box).strip()) for box in boxes]
    return [piece for piece in found if piece.text]


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
    full = _FULL * _usual_length(lines)
    out: list[str] = []
    previous = ""
    for line in lines:
        text = line.strip()
        if not text or len(previous) < full or _ITEM.match(text) or _begins_anew(previous, text, full):
            out.append(text)
        elif _DIVIDED.search(previous) and text[0].islower():
            out[-1] = out[-1][:-1] + text
        else:
            out[-1] += f" {text}"
        previous = text
    return out


def _begins_anew(previous: str, text: str, full: float) -> bool:
    """Whether a short line without a stop follows a full one with a stop: a heading or a row, no paragraph's end."""
    return previous.endswith(_STOPS) and len(text) < full and text[0].isupper() and not text.endswith(_STOPS)


def _usual_length(lines: list[str]) -> int:
    """The length of a full line: three quarters of all letters stand in lines no longer than it."""
    lengths = sorted(len(line.strip()) for line in lines)
    total, passed = sum(lengths), 0
    for length in lengths:
        passed += length
        if passed * 4 >= total * 3:
            return length
    return 0


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()).casefold())
