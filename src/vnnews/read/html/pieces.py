"""The body element as pieces in reading order: what a block will be made of, with hints from the markup.

Pieces know more than blocks: that a line was centred, stood right, was wholly bold, was
marked as the author's, or shared a box with a picture.
The field modules (figures, people, lead) use the hints and then let go of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from vnnews.article import BlockKind, Image, Mark
from vnnews.read.html.bylines import is_marked
from vnnews.read.html.hints import absolute, alignment, frames_picture, is_bold, is_caption, picture_url
from vnnews.read.html.inline import MARKS, Run, cut
from vnnews.read.html.tables import grid, has_header, is_data_table
from vnnews.read.html.tree import BLOCKS, INVISIBLE, line, tokens

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_ENDS = re.compile(r"[.!?:;…”\"')\]»]$")
_BEGINS = re.compile(r"[\-–—•+*\"“(\d]|\W*[^\W\d_a-z]")
_PUSHED = 12
_LEVELS = 200


@dataclass(slots=True)
class Piece:
    """A block in the making. `box` numbers the innermost box that held it, so that neighbours in one box are known."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    ordered: bool = False
    header: bool = False
    image: Image | None = None
    caption: bool = False
    align: str = ""
    box: int = 0
    signed: bool = False

    def covered_by(self, kind: str) -> bool:
        """Whether one mark of that kind lies over all the text but its punctuation."""
        covered = sum(m.end - m.start for m in self.marks if m.kind == kind)
        return bool(self.text) and covered >= len(self.text) - 2


@dataclass(slots=True)
class _Walk:
    """State of the walk through the body."""

    base: str | None
    pieces: list[Piece] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    kind: BlockKind = "paragraph"
    level: int | None = None
    caption: bool = False
    align: str = ""
    box: int = 0
    boxes: int = 0
    bold: bool = False
    signed: bool = False


def cut_up(body: HtmlElement, base: str | None) -> list[Piece]:
    """The pieces of `body` in reading order; `base` is the page's address, which makes links and pictures absolute."""
    walk = _Walk(base)
    _children(body, walk, 0)
    _flush(walk)
    return walk.pieces


def _flush(walk: _Walk) -> None:
    """End the running text: its lines become pieces."""
    run, walk.run = walk.run, Run()
    if not run.parts:
        return
    if walk.bold:
        run.mark(0, "bold")
    align = "right" if run.pushed >= _PUSHED else walk.align
    for text, marks in _joined(run.lines()):
        walk.pieces.append(
            Piece(
                walk.kind, text, marks, walk.level, caption=walk.caption, align=align, box=walk.box, signed=walk.signed
            )
        )


def _joined(lines: list[tuple[str, tuple[Mark, ...]]]) -> list[tuple[str, tuple[Mark, ...]]]:
    """Lines parted by <br> as paragraphs; a line that merely goes on in the next one is joined with it."""
    out: list[tuple[str, tuple[Mark, ...]]] = []
    fresh = True
    for text, marks in lines:
        if not text:
            fresh = True
            continue
        if out and not fresh and not _ENDS.search(out[-1][0]) and not _BEGINS.match(text):
            before, earlier = out[-1]
            shift = len(before) + 1
            moved = [Mark(m.start + shift, m.end + shift, m.kind, m.href) for m in marks]
            whole = f"{before} {text}"
            out[-1] = cut(whole, [*earlier, *moved], 0, len(whole))
        else:
            out.append((text, marks))
        fresh = False
    return out


def _children(element: HtmlElement, walk: _Walk, depth: int) -> None:
    if element.tag == "pre":
        _typed(element.text, walk)
    else:
        walk.run.add(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in INVISIBLE and depth < _LEVELS:
            _element(child, walk, depth + 1)
        walk.run.add(child.tail)


def _typed(text: str | None, walk: _Walk) -> None:
    """Add text as it was typed: empty lines part paragraphs, other line ends only break lines."""
    for n, paragraph in enumerate(_EMPTY_LINES.split(text or "")):
        if n:
            walk.run.break_line()
            walk.run.break_line()
        walk.run.add(paragraph)


_EMPTY_LINES = re.compile(r"\n\s*\n")


def _element(element: HtmlElement, walk: _Walk, depth: int) -> None:
    tag = element.tag
    if tag == "br":
        walk.run.break_line()
    elif tag in ("img", "amp-img"):
        _picture(element, walk)
    elif tag in ("ul", "ol"):
        _list(element, walk, depth)
    elif tag == "table":
        _table(element, walk, depth)
    elif tag == "hr":
        _flush(walk)
    elif tag in BLOCKS:
        _block(element, walk, depth)
    else:
        _inline(element, walk, depth)


def _inline(element: HtmlElement, walk: _Walk, depth: int) -> None:
    run, start = walk.run, walk.run.length
    _children(element, walk, depth)
    kind = MARKS.get(str(element.tag))
    if kind is None:
        return
    if walk.run is not run:
        run, start = walk.run, 0
    href = absolute(walk.base, element.get("href")) if kind == "link" else None
    if kind != "link" or href:
        run.mark(start, kind, href)


def _block(element: HtmlElement, walk: _Walk, depth: int) -> None:
    _flush(walk)
    before = (walk.kind, walk.level, walk.caption, walk.align, walk.box, walk.bold, walk.signed)
    tag = element.tag
    if tag in _HEADINGS:
        walk.kind, walk.level = "heading", _HEADINGS[tag]
    elif tag == "blockquote":
        walk.kind, walk.level = "quote", None
    walk.caption = walk.caption or tag == "figcaption" or frames_picture(element) or is_caption(element)
    walk.align = alignment(element) or walk.align
    walk.bold = walk.bold or is_bold(element)
    walk.signed = walk.signed or is_marked(tokens(element))
    if tag != "p" and walk.kind == "paragraph":
        walk.boxes += 1
        walk.box = walk.boxes
    _children(element, walk, depth)
    _flush(walk)
    walk.kind, walk.level, walk.caption, walk.align, walk.box, walk.bold, walk.signed = before


def _picture(element: HtmlElement, walk: _Walk) -> None:
    url = picture_url(element, walk.base)
    if url is None:
        return
    _flush(walk)
    alt = line(element.get("alt") or "") or None
    walk.pieces.append(Piece("figure", "", image=Image(url, alt), box=walk.box))


def _list(element: HtmlElement, walk: _Walk, depth: int) -> None:
    """A list with one item a line; a list that holds pictures or tables is walked through like any box."""
    if element.find(".//img") is not None or element.find(".//table") is not None:
        _block(element, walk, depth)
        return
    _flush(walk)
    items = [item for child in element for item in _items(child, walk, depth)]
    if items:
        text, marks = stack(items, "\n")
        walk.pieces.append(Piece("list", text, marks, ordered=element.tag == "ol", box=walk.box))


def _items(child: HtmlElement, walk: _Walk, depth: int) -> list[tuple[str, tuple[Mark, ...]]]:
    """The items under one child of a list: its own text, then those of lists inside it."""
    inner = _Walk(walk.base)
    if not isinstance(child.tag, str) or child.tag in INVISIBLE:
        return []
    (_list if child.tag in ("ul", "ol") else _children)(child, inner, depth + 1)
    _flush(inner)
    own = [(p.text, p.marks) for p in inner.pieces if p.kind != "list" and p.text]
    nested = [part for p in inner.pieces if p.kind == "list" for part in _unstack(p)]
    return ([stack(own, " ")] if own else []) + nested


def _unstack(piece: Piece) -> list[tuple[str, tuple[Mark, ...]]]:
    out, start = [], 0
    for text in piece.text.split("\n"):
        out.append(cut(piece.text, piece.marks, start, start + len(text)))
        start += len(text) + 1
    return out


def stack(parts: list[tuple[str, tuple[Mark, ...]]], between: str) -> tuple[str, tuple[Mark, ...]]:
    """Texts joined into one, their marks moved along."""
    marks: list[Mark] = []
    position = 0
    for text, own in parts:
        marks += [Mark(m.start + position, m.end + position, m.kind, m.href) for m in own]
        position += len(text) + len(between)
    return between.join(text for text, _ in parts), tuple(marks)


def _table(element: HtmlElement, walk: _Walk, depth: int) -> None:
    if not is_data_table(element):
        _block(element, walk, depth)
        return
    _flush(walk)
    rows = []
    for row in grid(element):
        cells = [("", ()) if cell is None else _cell(cell, walk, depth) for cell in row]
        if any(text for text, _ in cells):
            rows.append(stack(cells, "\t"))
    text, marks = stack(rows, "\n")
    walk.pieces.append(Piece("table", text, marks, header=has_header(element), box=walk.box))


def _cell(cell: HtmlElement, walk: _Walk, depth: int) -> tuple[str, tuple[Mark, ...]]:
    inner = _Walk(walk.base)
    _children(cell, inner, depth + 1)
    _flush(inner)
    parts = [part for p in inner.pieces for part in (_unstack(p) if p.kind == "list" else [(p.text, p.marks)])]
    return stack([(text, marks) for text, marks in parts if text], " ")
