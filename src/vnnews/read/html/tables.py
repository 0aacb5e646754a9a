"""Tables of data told from tables that only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from vnnews.read.html.tree import text_of

_LONG_CELL = 500
_MOST_COLUMNS = 60


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds rows and columns of short entries, rather than pictures or running text."""
    rows = list(own_rows(table))
    if len(rows) < 2 or table.find(".//table") is not None:
        return False
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    if sum(len(row) >= 2 for row in cells) * 2 < len(rows):
        return False
    texts = [text_of(c) for row in cells for c in row]
    filled = [t for t in texts if t]
    return len(filled) * 2 >= len(texts) and len(filled) >= 3 and max(map(len, filled)) < _LONG_CELL


def own_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table itself, not of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def grid(table: HtmlElement) -> list[list[HtmlElement | None]]:
    """The cells of a data table as rows of equal columns; None where a cell spans on from the left or from above."""
    out: list[list[HtmlElement | None]] = []
    hanging: dict[int, int] = {}
    for row in own_rows(table):
        line: list[HtmlElement | None] = []
        for cell in (c for c in row if c.tag in ("td", "th")):
            _skip_hanging(line, hanging)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(line), len(line) + wide):
                if high > 1:
                    hanging[column] = high - 1
            line += [cell, *[None] * (wide - 1)]
        _skip_hanging(line, hanging)
        out.append(line)
    return out


def _skip_hanging(line: list[HtmlElement | None], hanging: dict[int, int]) -> None:
    """Fill the columns into which a cell of a row above reaches down."""
    while hanging.get(len(line), 0) > 0:
        hanging[len(line)] -= 1
        line.append(None)


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isdecimal() else 1


def has_header(table: HtmlElement) -> bool:
    """Whether the first row is the table's head: made of th, in thead, or wholly bold."""
    first = next(own_rows(table), None)
    if first is None:
        return False
    parent = first.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = [c for c in first if c.tag in ("td", "th")]
    return all(c.tag == "th" or _is_bold(c) for c in cells)


def _is_bold(cell: HtmlElement) -> bool:
    text = text_of(cell)
    return not text or text == " ".join(text_of(e) for e in cell.iter("b", "strong")).strip()
