"""Text as lines: what every reader of unmarked text makes of its input before anything is judged.

A `Line` is a paragraph as it was typed or set: hard-wrapped ones are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from vnnews.article import BlockKind, Image, Mark
from vnnews.vietnamese.normalise import clean

_PUSHED = 12
"""So many spaces before a line push it to the right edge, as a signature is."""
_LEAST_WRAPPED = 4
_WIDTHS = (40, 132)
_FULL = 0.85
_SHORT = 0.6
"""Two lines shorter than this share of the width are verse, an address or rows, and tell nothing of wrapping."""
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_BULLET = re.compile(r"^\s*(?:[-–+*•●▪◦·]|\d{1,2}[.)]|[a-zđ]\))\s+\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the input, stripped.

    `kind` and `level` are set where the input's format says what the line is; otherwise the form decides.
    `pushed`: stands at the right edge. `gap`: blank lines stand before it. `marks` count in `text`.
    """

    text: str
    kind: BlockKind | None = None
    level: int | None = None
    pushed: bool = False
    gap: bool = False
    marks: tuple[Mark, ...] = ()
    image: Image | None = None
    ordered: bool = False
    header: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of plain text, cleaned; wrapped paragraphs are joined, blank lines only leave their `gap`."""
    raw = clean(text).split("\n")
    width = _wrap_width(raw)
    lines = _joined(raw, width) if width else raw
    return _gathered(lines)


def _gathered(raw: Iterable[str]) -> list[Line]:
    out: list[Line] = []
    gap = False
    for text in raw:
        stripped = text.strip()
        if not stripped:
            gap = True
            continue
        indent = len(text) - len(text.lstrip(" ")) + 8 * text[: len(text) - len(text.lstrip())].count("\t")
        tabbed = re.sub(r" *\t *", "\t", re.sub(r" {2,}", _squeeze, stripped))
        out.append(Line(tabbed, pushed=indent >= _PUSHED, gap=gap))
        gap = False
    return out


def _squeeze(found: re.Match[str]) -> str:
    """Two spaces are a slip, a wide gap parts two statements on a line."""
    return "   " if len(found[0]) > 3 else " "


def _wrap_width(raw: list[str]) -> int | None:
    """The width at which the text is hard-wrapped; None for text with one line a paragraph.

    Wrapped text shows it at its line ends: nearly everywhere the next word would not have fitted any more.
    """
    lengths = sorted(len(line.rstrip()) for line in raw if line.strip())
    if len(lengths) < _LEAST_WRAPPED:
        return None
    width = lengths[-1]
    if not _WIDTHS[0] <= width <= _WIDTHS[1]:
        return None
    pairs = [(a, b) for a, b in pairwise(raw) if a.strip() and b.strip() and not _ends(a) and not _BULLET.match(b)]
    pairs = [pair for pair in pairs if max(map(len, pair)) > _SHORT * width]
    full = sum(_fills(a, b, width) for a, b in pairs)
    return width if len(pairs) >= _LEAST_WRAPPED - 1 and full >= _FULL * len(pairs) else None


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":", "…"))


def _fills(line: str, following: str, width: int) -> bool:
    """Whether a line is so long that the first word of the next one did not fit behind it."""
    first = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(first) > width - 2


def _joined(raw: list[str], width: int) -> list[str]:
    """The lines with the wrapped ones put together; a word divided at the line's end by a hyphen stays one word."""
    out: list[str] = []
    previous = ""
    for line in raw:
        anew = _BULLET.match(line) or _indent(line) > _indent(previous) + 1
        if not previous.strip() or not line.strip() or anew or not _fills(previous, line, width):
            out.append(line.rstrip())
        elif _DIVIDED.search(previous.rstrip()) and line.lstrip()[:1].islower():
            out[-1] = out[-1].rstrip()[:-1] + line.strip()
        else:
            out[-1] = f"{out[-1].rstrip()} {line.strip()}"
        previous = line
    return out


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def with_tables(lines: list[Line]) -> list[Line]:
    """The lines with runs of rows that hold equally many tabs as one table."""
    out: list[Line] = []
    for line in lines:
        tabs = line.text.count("\t")
        last = out[-1] if out else None
        if tabs and line.kind is None and last is not None and not line.gap and _is_row(last, tabs):
            out[-1] = replace(last, kind="table", text=f"{last.text}\n{line.text}")
        else:
            out.append(line)
    return out


def _is_row(line: Line, tabs: int) -> bool:
    """Whether a line, or the last one of a table, has so many tabs."""
    return line.kind in (None, "table") and line.text.rsplit("\n", 1)[-1].count("\t") == tabs
