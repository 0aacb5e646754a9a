"""Judged lines to blocks: bulleted lines become lists, captions give their credits to the pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnnews.article import Block, Image, block
from vnnews.read.html.forms import read_names, split_credit
from vnnews.read.lines import Line

BULLET = re.compile(r"^(?:[-–+*•●▪◦·]\s+|(?P<number>\d{1,2})[.)]\s+)(?=\S)")
"""What begins an item of a list."""


def blocks_of(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks that the lines become; runs of bulleted lines are one list."""
    i = 0
    while i < len(lines):
        n = _list_length(lines, i)
        if n:
            items = [BULLET.sub("", line.text) for line in lines[i : i + n]]
            yield block("list", "\n".join(items), ordered=bool(_number(lines[i])))
            i += n
        else:
            yield _block(lines[i])
            i += 1


def _list_length(lines: Sequence[Line], i: int) -> int:
    """How many lines from `i` on are one list: two or more bullets, or numbers that count from 1."""
    n = 0
    ordered = _number(lines[i]) == 1
    while i + n < len(lines) and lines[i + n].kind == "paragraph" and BULLET.match(lines[i + n].text):
        number = _number(lines[i + n])
        if (ordered and number != n + 1) or (not ordered and number is not None):
            break
        n += 1
    return n if n > 1 else 0


def _number(line: Line) -> int | None:
    found = BULLET.match(line.text)
    return int(found["number"]) if found and found["number"] else None


def _block(line: Line) -> Block:
    kind = line.kind or "heading"
    text, image = line.text, line.image
    if kind != "table":
        text = re.sub(r"\t| {2,}", " ", text) if not line.marks else text
    if kind == "figure":
        text, credit = _split(text)
        image = replace(image or Image(), credit=credit or (image.credit if image else None))
    level = (line.level or 3) if kind == "heading" else None
    marks = [m for m in line.marks if m.end <= len(text) and not (kind == "heading" and m.kind == "bold")]
    return block(kind, text, marks=marks, level=level, ordered=line.ordered, header=line.header, image=image)


_LABEL = re.compile(r"^\W*(?:photo|image|picture|ảnh|hình(?: ảnh)?)\s*:\s*", re.I)


def _split(caption: str) -> tuple[str, str | None]:
    """A caption and its credit; what stands alone behind "Photo:" is a credit when it is a name, else the caption."""
    text, credit = split_credit(caption)
    if text or credit is None or read_names(credit) is not None:
        return text, credit
    return _LABEL.sub("", caption), None
