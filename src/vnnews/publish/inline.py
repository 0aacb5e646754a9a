"""Inline content: a text with its marks as lines of nested nodes, the same for every writer.

Marks may overlap in an article; here they nest in one fixed order. What no page may hold (control and
direction-override characters, addresses that are not plain web links) is left out here, for all formats alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, TypeAlias

from vnnews.article import Mark, MarkKind
from vnnews.publish.addresses import safe_link

SpanKind = MarkKind | Literal["foreign"]

_ORDER: tuple[SpanKind, ...] = ("link", "bold", "italic", "underline", "sub", "sup", "code", "foreign")
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"[ \t\r\f\v\u2028\u2029]+")
_ROUGH = re.compile(rf"{_UNFIT.pattern}|[\t\r\f\v\u2028\u2029]|  ")

_OWN = "ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
_SHARED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_VIETNAMESE = re.compile(f"[{_OWN}]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(f"[{_OWN}{_SHARED}]")


@dataclass(frozen=True, slots=True)
class Span:
    """Nodes under one mark; `href` only for links (safe and percent-encoded)."""

    kind: SpanKind
    href: str | None
    children: tuple[Node, ...]


Node: TypeAlias = str | Span
Look = tuple[SpanKind, str | None]
Line = tuple[Node, ...]


def is_vietnamese(text: str | None) -> bool:
    """Whether a text holds letters that only Vietnamese writes."""
    return bool(text and _VIETNAMESE.search(text))


def vietnamese_runs(text: str) -> list[tuple[int, int]]:
    """The spans of Vietnamese names and phrases inside English, told by their letters.

    A run is made of words that bear marks, parted by single blanks or hyphens, at least one of them with a letter
    that only Vietnamese writes; one bare word between two marked ones belongs to it ("Đờn ca tài tử").
    """
    runs: list[list[tuple[int, int]]] = []
    for word in _WORD.finditer(text):
        joined = runs and word.start() - runs[-1][-1][1] == 1 and text[word.start() - 1] in " -"
        if joined:
            runs[-1].append(word.span())
        elif _MARKED.search(word.group()):
            runs.append([word.span()])
    return [span for run in runs for span in _stretches(text, run)]


def _stretches(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The Vietnamese stretches in words that follow one another."""
    start = end = None
    bare = 0
    for a, b in [*words, (len(text), len(text)), (len(text), len(text))]:
        if _MARKED.search(text, a, b):
            start, end, bare = (a if start is None else start), b, 0
            continue
        bare += 1
        if bare > 1 and start is not None and end is not None:
            if _VIETNAMESE.search(text, start, end):
                yield start, end
            start = end = None


def name_spans(text: str, *names: str | None) -> tuple[tuple[int, int], ...]:
    """Where these names of people or papers stand in a line of credits, if they are written with Vietnamese marks.

    Of a credit we know that it is a name, so any mark tells; in running text "café" must stay English.
    """
    found = ((text.find(n), len(n)) for n in names if n and _MARKED.search(n))
    return tuple((start, start + size) for start, size in found if start >= 0)


def plain(text: str | None) -> str:
    """A text without what no page may hold, runs of blanks as one; line ends are kept."""
    return "\n".join(_tidy(line) for line in (text or "").replace("\r\n", "\n").split("\n"))


def one_line(text: str, spans: Iterable[tuple[int, int]] = ()) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text as one tidy line, and spans of the text moved to fit it."""
    flat, moved = _squeeze(text.replace("\n", " "), [(a, b, ("foreign", None)) for a, b in spans])
    return flat, tuple((a, b) for a, b, _ in moved)


def _tidy(line: str) -> str:
    return _SPACES.sub(" ", _UNFIT.sub("", line)).strip()


def lines(text: str, marks: Iterable[Mark], foreign: Iterable[tuple[int, int]] = (), sep: str = "\n") -> list[Line]:
    """The lines of a text (parted at `sep`) as nodes; `foreign` are the spans in Vietnamese.

    Names with Vietnamese letters inside English count as foreign too. Blanks at the ends of a line go.
    """
    looks = [(m.start, m.end, (m.kind, safe_link(m.href) if m.kind == "link" else None)) for m in marks]
    ranges: list[tuple[int, int, Look]] = [r for r in looks if r[2] != ("link", None)]
    ranges += [(a, b, ("foreign", None)) for a, b in foreign]
    out: list[Line] = []
    start = 0
    for piece in text.split(sep):
        end = start + len(piece)
        inside = [(max(a, start) - start, min(b, end) - start, look) for a, b, look in ranges if a < end and b > start]
        out.append(_line(piece, inside))
        start = end + len(sep)
    return out


def cells(text: str, marks: Iterable[Mark], foreign: Iterable[tuple[int, int]] = ()) -> list[list[Line]]:
    """The rows of a table block, each a list of cells."""
    marks, foreign = tuple(marks), tuple(foreign)
    rows: list[list[Line]] = []
    start = 0
    for row in text.split("\n"):
        end = start + len(row)
        mine = [Mark(m.start - start, m.end - start, m.kind, m.href) for m in marks if m.start < end and m.end > start]
        theirs = [(a - start, b - start) for a, b in foreign if a < end and b > start]
        rows.append(lines(row, mine, theirs, sep="\t"))
        start = end + 1
    return rows


def text_of(nodes: Iterable[Node]) -> str:
    """The bare text of nodes."""
    return "".join(n if isinstance(n, str) else text_of(n.children) for n in nodes)


def _line(text: str, ranges: list[tuple[int, int, Look]]) -> Line:
    text, ranges = _squeeze(text, ranges)
    if _VIETNAMESE.search(text) and not any(look[0] == "foreign" for _, _, look in ranges):
        ranges = ranges + [(a, b, ("foreign", None)) for a, b in vietnamese_runs(text)]
    if not ranges:
        return (text,) if text else ()
    return _grow(list(_runs(text, ranges)))


def _squeeze(text: str, ranges: list[tuple[int, int, Look]]) -> tuple[str, list[tuple[int, int, Look]]]:
    """The text tidied, and the ranges moved to fit it."""
    if not _ROUGH.search(text) and text == text.strip():
        return text, ranges
    if not ranges:
        return _tidy(text), ranges
    new: list[int] = []
    out = ""
    for char in text:
        new.append(len(out))
        if _UNFIT.match(char):
            continue
        if _SPACES.match(char):
            char = " "
            if not out or out[-1] == " ":
                continue
        out += char
    new.append(len(out))
    kept = out.rstrip()
    return kept, [(min(new[max(a, 0)], len(kept)), min(new[b], len(kept)), look) for a, b, look in ranges]


def _runs(text: str, ranges: list[tuple[int, int, Look]]) -> Iterator[tuple[str, tuple[Look, ...]]]:
    """The text cut at every end of a range, each piece with its looks in nesting order; of two links the first."""
    edges = sorted({0, len(text), *(p for a, b, _ in ranges for p in (a, b) if 0 < p < len(text))})
    for start, end in pairwise(edges):
        found: dict[SpanKind, Look] = {}
        for a, b, look in ranges:
            if a <= start and end <= b:
                found.setdefault(look[0], look)
        yield text[start:end], tuple(found[kind] for kind in _ORDER if kind in found)


def _grow(runs: list[tuple[str, tuple[Look, ...]]]) -> Line:
    out: list[Node] = []
    for look, group in groupby(runs, key=lambda run: run[1][0] if run[1] else None):
        members = list(group)
        if look is None:
            out.append("".join(text for text, _ in members))
        else:
            out.append(Span(look[0], look[1], _grow([(text, looks[1:]) for text, looks in members])))
    return tuple(out)
