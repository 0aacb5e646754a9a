"""Reading order of a page with columns: left column before right one, between what goes across the page.

A page counts as set in two columns only when its lines show it: a white band down the middle with several wide lines
on either side, beside each other. A table's narrow cells never do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LEAST_LINES = 4
_LEAST_WIDTH = 0.22
"""How wide, in widths of the page, the lines of a column are in the middle."""
_LEAST_GAP = 6.0
_MIDDLE = (0.3, 0.7)
_STEP = 2.0
_WIDE_STEP = 1.6
"""How many usual steps from line to line part two paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page, in points from the left and from the bottom."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def in_order(pieces: Sequence[Piece], width: float) -> list[str] | None:
    """The lines of a page in two columns, in the order of reading, what goes across set off by
    empty lines; None for a page without columns.

    `width` is the page's, in points.
    """
    gutter = _gutter(pieces, width)
    if gutter is None:
        return None
    out: list[str] = []
    for band in _bands(pieces, gutter):
        out += _lines(p for p in band if p.right <= gutter or _crosses(p, gutter))
        out += [*_lines(p for p in band if p.left >= gutter), ""]
    return out


def _crosses(piece: Piece, x: float) -> bool:
    return piece.left < x < piece.right


def _gutter(pieces: Sequence[Piece], width: float) -> float | None:
    """The middle of the white band between two columns."""
    best: tuple[int, float] | None = None
    x = width * _MIDDLE[0]
    while x < width * _MIDDLE[1]:
        left = [p for p in pieces if p.right <= x - _LEAST_GAP / 2]
        right = [p for p in pieces if p.left >= x + _LEAST_GAP / 2]
        beside = sum(any(a.bottom < b.top and b.bottom < a.top for b in right) for a in left)
        if beside >= _LEAST_LINES and _are_wide(left, width) and _are_wide(right, width):
            best = max(best or (0, x), (len(left) + len(right), x), key=lambda found: found[0])
        x += _STEP
    return best[1] if best else None


def _are_wide(column: Sequence[Piece], width: float) -> bool:
    return len(column) >= _LEAST_LINES and median(p.right - p.left for p in column) >= _LEAST_WIDTH * width


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[list[Piece]]:
    """The pieces from the top down, parted above and below each that goes across the page."""
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        if _crosses(piece, gutter):
            yield band
            yield [piece]
            band = []
        else:
            band.append(piece)
    yield band


def _lines(pieces: Iterator[Piece]) -> list[str]:
    """The lines of a column from the top down, with an empty one where the step to the next is a wide one.

    Pieces on one height are one line.
    """
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        middle = (piece.top + piece.bottom) / 2
        if lines and lines[-1][0].bottom < middle < lines[-1][0].top:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    if not lines:
        return []
    steps = [_middle(above) - _middle(below) for above, below in pairwise(lines)]
    wide = _WIDE_STEP * median(steps) if steps else 0
    out: list[str] = []
    for line, step in zip(lines, [0, *steps], strict=True):
        out += [""] if step > wide else []
        out.append(" ".join(p.text for p in sorted(line, key=lambda p: p.left)))
    return out


def _middle(line: Sequence[Piece]) -> float:
    return (line[0].top + line[0].bottom) / 2
