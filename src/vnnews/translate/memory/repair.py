"""Repair: the target of a match made to fit a sentence that differs only in figures, dates or names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vnnews.item import Item, Quantity
from vnnews.translate.memory.unit import NEUTRAL

Forms = Callable[[Item], Sequence[str]]
"""Every English form that counts as right for an Item, the preferred first (`english.accepted`)."""


def adapt(target: str, old: Sequence[Item], new: Sequence[Item], forms: Forms) -> str | None:
    """The target with the English of each old Item replaced by that of the new Item in its place.

    `old` and `new` are the Items of the matched and of the present source; they correspond one by one, in order,
    among the neutral kinds. None when they do not, or when nobody can say what to replace: an old Item that changes
    stands in the target more or less often than in the source, equal ones change differently, or one becomes many.
    """
    groups = _groups(old, new)
    if groups is None:
        return None
    taken: list[tuple[int, int]] = []
    edits: list[tuple[int, int, str]] = []
    # Longer English first, so that the 12 of "September 12" is not taken for a bare 12.
    for group in sorted(groups, key=lambda g: -max(map(len, forms(g[0][0])), default=0)):
        places = _places(target, forms(group[0][0]), taken)
        taken += places
        if all(before.value == after.value for before, after in group):
            continue
        if len(places) != len(group) or not _alike(group):
            return None
        edits += [(start, end, forms(group[0][1])[0]) for start, end in places]
    for start, end, text in sorted(edits, reverse=True):
        target = target[:start] + text + target[end:]
    return target


def _groups(old: Sequence[Item], new: Sequence[Item]) -> list[list[tuple[Item, Item]]] | None:
    """The corresponding Items, equal old ones together; None when they do not correspond."""
    mine = [i for i in old if i.kind in NEUTRAL]
    theirs = [i for i in new if i.kind in NEUTRAL]
    if [i.kind for i in mine] != [i.kind for i in theirs]:
        return None
    groups: dict[tuple[str, str], list[tuple[Item, Item]]] = {}
    for before, after in zip(mine, theirs, strict=True):
        groups.setdefault((before.kind, repr(before.value)), []).append((before, after))
    return list(groups.values())


def _alike(group: Sequence[tuple[Item, Item]]) -> bool:
    """Whether equal Items all change to one value, and none from or to 1, which the words around agree with."""
    before, after = group[0]
    if any(other.value != after.value for _, other in group):
        return False
    ones = [isinstance(i.value, Quantity) and i.value.low == 1 and i.value.high is None for i in (before, after)]
    return ones[0] == ones[1]


def _places(target: str, forms: Sequence[str], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where `forms` stand free in the target; longer forms go first, so that 12 is not seen in 12.5."""
    places: list[tuple[int, int]] = []
    for form in sorted(forms, key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w.,])(?:{re.escape(form)})(?!\w|[.,]\d)", target):
            if all(found.end() <= start or end <= found.start() for start, end in (*taken, *places)):
                places.append(found.span())
    return places
