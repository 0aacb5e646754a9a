"""Repair: the target of a match made to fit a sentence that differs only in figures, dates or names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vnnews.item import Item
from vnnews.translate.memory.unit import NEUTRAL

Forms = Callable[[Item], Sequence[str]]
"""Every English form that counts as right for an Item, the preferred first (`english.accepted`)."""


def adapt(target: str, old: Sequence[Item], new: Sequence[Item], forms: Forms) -> str | None:
    """The target with the English of each old Item replaced by that of the new Item in its place.

    `old` and `new` are the Items of the matched and of the present source; they correspond one by one, in order,
    among the neutral kinds. None when they do not, or when an old Item that changes is not found in the target
    exactly once for each time it occurs: then nobody can say what to replace.
    """
    pairs = _changing(old, new)
    if pairs is None:
        return None
    taken: list[tuple[int, int, str]] = []
    for before, after in pairs:
        place = _find(target, forms(before), taken)
        if place is None:
            return None
        taken.append((*place, forms(after)[0]))
    out = target
    for start, end, text in sorted(taken, reverse=True):
        out = out[:start] + text + out[end:]
    return out


def _changing(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[Item, Item]] | None:
    mine = [i for i in old if i.kind in NEUTRAL]
    theirs = [i for i in new if i.kind in NEUTRAL]
    if [i.kind for i in mine] != [i.kind for i in theirs]:
        return None
    return [(a, b) for a, b in zip(mine, theirs, strict=True) if a.value != b.value]


def _find(target: str, forms: Sequence[str], taken: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Where the first of `forms` stands free in the target; longer forms go first, so that 12 is not seen in 12.5."""
    for form in sorted(forms, key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w.,])(?:{re.escape(form)})(?!\w|[.,]\d)", target):
            if all(found.end() <= start or end <= found.start() for start, end, _ in taken):
                return found.span()
    return None
