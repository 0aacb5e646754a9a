"""Segments: an article cut into sentences, with its marks, before anything is translated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnnews.article import Article, Mark
from vnnews.draft.model import Segment
from vnnews.vietnamese.sentences import split


def segments_of(article: Article) -> list[Segment]:
    """The segments of title, lead and blocks, in reading order; sources and separators give each text back exactly."""
    marks = {b.id: b.marks for b in article.blocks}
    return [s for unit, text in article.texts() for s in _cut(unit, text, marks.get(unit, ()))]


def _cut(unit: str, text: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    spans = split(text)
    for n, (start, end) in enumerate(spans, 1):
        following = spans[n][0] if n < len(spans) else len(text)
        yield Segment(
            id=f"{unit}.{n}",
            block=unit,
            source=text[start:end],
            separator=text[end:following],
            source_marks=tuple(_within(marks, start, end)),
        )


def _within(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """The parts of the marks that lie in [start, end), counted from there."""
    for m in marks:
        if m.start < end and start < m.end:
            yield Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.href)
