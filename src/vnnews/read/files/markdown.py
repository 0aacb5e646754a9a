"""Markdown: front matter for what is known of the article, and the common block forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vnnews.article import Article, Image, Mark, MarkKind
from vnnews.read.encodings import decode
from vnnews.read.html.dates import iso_day
from vnnews.read.html.forms import Credits
from vnnews.read.lines import Line
from vnnews.read.metadata import read_day
from vnnews.read.pasted import compose
from vnnews.read.source import Source
from vnnews.vietnamese.normalise import clean

READER = "markdown"
_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.S)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^(?:[-*+]|(\d{1,3})[.)])\s+(.*)", re.S)
_IMAGE = re.compile(r'^!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+"([^"]*)")?\s*\)(?:\s*\n?\s*[*_](.+)[*_])?$', re.S)
_INLINE = re.compile(
    r"\[(?P<link>[^\]]+)\]\(\s*<?(?P<href>[^\s)>]+)>?[^)]*\)|(?P<b>\*\*|__)(?=\S)(?P<bold>.+?)(?P=b)|"
    r"(?<![\w*_])(?P<i>[*_])(?=\S)(?P<italic>[^*_]+?)(?P=i)(?![\w*_])|`(?P<code>[^`]+)`|\\(?P<escaped>[\\`*_{}\[\]()#+.!>-])"
)
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^\s*(?:\|?\s*:?-{3,}:?\s*)+\|?\s*$|^\s*(?:[*_-]\s*){3,}$")


def read(source: Source) -> list[Article]:
    """The article in a Markdown file. Raises NoArticleError where nothing in it reads like one."""
    decoded = decode(source.data, declared=source.content_type)
    text = clean(decoded.text)
    front = _FRONT.match(text)
    known = _known(front[1]) if front else {}
    day = known.get("date") or known.get("published") or ""
    stated = read_day(day)
    return [
        compose(
            list(_lines(text[front.end() :] if front else text)),
            source,
            decoded.encoding,
            decoded.findings,
            reader=READER,
            title=known.get("title"),
            published=iso_day(day) or (stated.iso if stated else None),
            base=Credits(
                known.get("author"), known.get("photographer"), known.get("translator"), known.get("source_name"),
                known.get("original_url") or known.get("source_url"),
            ),
        )
    ]  # fmt: skip


def _known(front: str) -> dict[str, str]:
    """The plain values of YAML front matter; a damaged one counts as absent."""
    import yaml

    try:
        data: Any = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {str(k).lower(): str(v) for k, v in data.items() if v is not None and not isinstance(v, (dict, list))}


def _lines(text: str) -> Iterator[Line]:
    for part in re.split(r"\n\s*\n", text):
        yield from _paragraph(part.strip("\n"))


def _paragraph(part: str) -> Iterator[Line]:
    """The lines of what stands between two blank lines."""
    rows = [row for row in part.split("\n") if row.strip()]
    if not rows or all(_RULE.match(row) for row in rows):
        return
    image = _IMAGE.match(part.strip())
    heading = _HEADING.match(rows[0].strip())
    if heading:
        yield _marked(Line(heading[2], kind="heading", level=max(len(heading[1]), 1), gap=True))
        yield from _paragraph("\n".join(rows[1:]))
    elif image:
        yield Line(image[4] or image[3] or image[1], kind="figure", image=Image(image[2], image[1] or None), gap=True)
    elif all(_ROW.match(row) for row in rows):
        cells = [
            "\t".join(c.strip() for c in row.strip().strip("|").split("|")) for row in rows if not _RULE.match(row)
        ]
        yield Line("\n".join(cells), kind="table", header=len(cells) < len(rows), gap=True)
    elif all(row.lstrip().startswith(">") for row in rows):
        yield _marked(Line(" ".join(row.lstrip().lstrip(">").strip() for row in rows), kind="quote", gap=True))
    elif _ITEM.match(rows[0].lstrip()):
        yield _list(rows)
    else:
        breaks = re.split(r"(?: {2,}|\\)\n", part)
        yield from (_marked(Line(" ".join(b.split()), gap=i == 0)) for i, b in enumerate(breaks) if b.strip())


def _list(rows: list[str]) -> Line:
    items: list[str] = []
    ordered = bool(_ITEM.match(rows[0].lstrip()) and rows[0].lstrip()[0].isdigit())
    for row in rows:
        found = _ITEM.match(row.lstrip())
        if found:
            items.append(found[2].strip())
        else:
            items[-1] += " " + row.strip()
    return _marked(Line("\n".join(items), kind="list", ordered=ordered, gap=True))


_KINDS: tuple[tuple[str, MarkKind], ...] = (("link", "link"), ("bold", "bold"), ("italic", "italic"), ("code", "code"))


def _marked(line: Line) -> Line:
    """The line with its inline signs turned into marks; marks within marks are left to the outer one."""
    out, marks, at, size = [], list[Mark](), 0, 0
    for found in _INLINE.finditer(line.text):
        before = line.text[at : found.start()]
        kind = next((k for group, k in _KINDS if found[group] is not None), None)
        inner = found[kind] if kind else found["escaped"]
        size += len(before)
        if kind:
            marks.append(Mark(size, size + len(inner), kind, found["href"]))
        out += [before, inner]
        size += len(inner)
        at = found.end()
    return replace(line, text="".join([*out, line.text[at:]]), marks=tuple(marks))
