"""Plain text: one article as copied from a page, or several behind a listing of their titles."""

from __future__ import annotations

import re
from collections import Counter

from vnnews.article import Article
from vnnews.read.encodings import decode
from vnnews.read.pasted import READER, read_text
from vnnews.read.source import Source

_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-•*+])\s+")
_LEAST_TITLES = 2
_LEAST_TITLE = 15


def read(source: Source) -> list[Article]:
    """The articles in a text. Raises NoArticleError where nothing reads like one, EncodingError, InputError."""
    decoded = decode(source.data, declared=source.content_type)
    return [read_text(part, source, decoded.encoding, decoded.findings, reader=READER) for part in split(decoded.text)]


def split(text: str) -> list[str]:
    """The articles of a text that begins with a listing of their titles; the text itself where none makes it certain.

    Certain is: each line of the listing stands once more below it as a line of its own, in the same order, and
    prose follows each.
    """
    lines = text.splitlines()
    plain = [_plain(line) for line in lines]
    counts = Counter(p for p in plain if len(p) >= _LEAST_TITLE)
    listed: list[str] = []
    first = 0
    for i, line in enumerate(plain):
        if counts[line] == 2 and line not in listed:
            listed.append(line)
            first = i + 1
        elif line in listed or len(line.split()) > 40:
            break
    starts = [i for i, line in enumerate(plain) if i >= first and line in listed]
    if len(listed) < _LEAST_TITLES or [plain[i] for i in starts] != listed:
        return [text]
    parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    if not all(any(len(line.split()) >= 12 for line in part[1:]) for part in parts):
        return [text]
    return ["\n".join([_NUMBER.sub("", part[0]), *part[1:]]) for part in parts]


def _plain(line: str) -> str:
    return " ".join(_NUMBER.sub("", line).split()).casefold()
