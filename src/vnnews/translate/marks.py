"""Marks of a source placed in its target: over whole sentences, over Items, over words that stand in both."""

from __future__ import annotations

from collections.abc import Sequence

from vnnews.article import Mark
from vnnews.translate.protect import Bound, Placed


def place_marks(
    source: str, marks: Sequence[Mark], target: str, bound: Sequence[Bound], placed: Sequence[Placed]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """(marks in the target, marks of the source that found no place).

    A mark over the whole source goes over the whole target; a mark over Items goes from the first to the last of
    them; a mark over words that stand unchanged in the target, once, goes over those.
    """
    found: list[Mark] = []
    lost: list[Mark] = []
    for mark in marks:
        span = _span(source, mark, target, bound, placed)
        if span is None:
            lost.append(mark)
        else:
            found.append(Mark(*span, mark.kind, mark.href))
    return tuple(found), tuple(lost)


def _span(
    source: str, mark: Mark, target: str, bound: Sequence[Bound], placed: Sequence[Placed]
) -> tuple[int, int] | None:
    if not source[: mark.start].strip(' "“') and not source[mark.end :].strip(' "”.!?…'):
        return 0, len(target)
    words = source[mark.start : mark.end].strip()
    if target.count(words) == 1:
        start = target.index(words)
        return start, start + len(words)
    inside = {n for n, b in enumerate(bound) if mark.start <= b.item.span[0] and b.item.span[1] <= mark.end}
    covered = sum(bound[n].item.span[1] - bound[n].item.span[0] for n in inside)
    if covered >= 0.8 * len(words):
        spots = [p for p in placed if p.index in inside]
        if spots and len(spots) == len(inside):
            return min(p.start for p in spots), max(p.end for p in spots)
    return None
