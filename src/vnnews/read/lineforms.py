"""Forms of single lines in copied text that `read.pasted` asks for: headings of parts, series of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from vnnews.read.blocks import BULLET
from vnnews.read.furniture import junk_reason, stem_of_series
from vnnews.read.html.forms import Credits
from vnnews.read.lines import Line
from vnnews.read.metadata import names_account, read_credits

CLOSED = (".", "!", "?", "…", ";", '."', ".”", "!”", "?”", '!"', '?"', ".)", ":")
_LEAST_CAPTION = 4
LONG_TITLE = 16
_LETTERED = re.compile(r"^(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]\s*\S")


def is_furniture(text: str) -> bool:
    """Whether a line, or a part of one, is of the page and tells nothing."""
    return junk_reason(text) is not None or names_account(text)


def has_content(text: str) -> bool:
    """Whether a labelled line says something behind its label."""
    return bool(text.partition(":")[2].strip())


def is_numbered(text: str) -> bool:
    """Whether a line heads a part by number or in capitals ("II. Kết quả", "3. Next steps")."""
    words = len(text.split())
    return words <= LONG_TITLE and bool(_LETTERED.match(text) or (text.isupper() and words > 1))


def names_photographer(line: Line | None) -> bool:
    """Whether a line names who took a picture and nobody else; the line above it is then that picture's caption."""
    found = read_credits(line.text) if line is not None else None
    return found is not None and found == Credits(photographer=found.photographer)


def is_bold(line: Line) -> bool:
    """Whether a short line is set bold from end to end, and not in italics as captions are."""
    covered = {kind: sum(m.end - m.start for m in line.marks if m.kind == kind) for kind in ("bold", "italic")}
    size = len(line.text)
    return len(line.text.split()) <= LONG_TITLE and covered["bold"] >= size - 1 and covered["italic"] < size // 2


def is_listed(before: str, after: Line | None) -> bool:
    """Whether the lines around a numbered one show that it is an item of a list."""
    return bool(before.endswith(":") or BULLET.match(before) or (after is not None and BULLET.match(after.text)))


def with_lone_headings_as_captions(lines: list[Line]) -> list[Line]:
    """The lines of a text; where just one seems to head a part, it is a caption: parts come in twos and more."""
    heads = [i for i, line in enumerate(lines) if line.kind == "heading" and line.level is None and not line.marks]
    if len(heads) != 1 or any(line.kind == "heading" and line.level is not None for line in lines):
        return lines
    at = heads[0]
    text, listed = lines[at].text, at + 1 < len(lines) and BULLET.match(lines[at + 1].text)
    if listed or is_numbered(text) or len(text.split()) < _LEAST_CAPTION or text.endswith("?"):
        return lines
    return [*lines[:at], replace(lines[at], kind="figure"), *lines[at + 1 :]]


def series(lines: Sequence[Line]) -> set[str]:
    """The stems of image names: those that come with two numbers, or bare and with one ("tttt", "tttt1")."""
    short = [line.text for line in lines if len(line.text.split()) <= 5 and not line.text.endswith(CLOSED)]
    numbered = [s for s in map(stem_of_series, short) if s]
    bare = {text.casefold() for text in short}
    counts = Counter(numbered)
    return {s for s in counts if (counts[s] > 1 or s in bare) and not _COUNTED_PARTS.match(s)}


_COUNTED_PARTS = re.compile(r"(?:bai|phan|ky|chuong|part|chapter|section|article|lesson|day|step|group|phase|level)\b")


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
