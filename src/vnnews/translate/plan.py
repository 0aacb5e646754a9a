"""Plan: which Items of a sentence are carried through the engine, in what English, and in which ways it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vnnews.english import accepted, render
from vnnews.english.style import Style
from vnnews.item import Item, Kind
from vnnews.translate.engines.base import EngineInfo, Manner
from vnnews.translate.protect import Bound

How = Literal["whole", "loosened", "clauses"]
"""whole: the sentence as it is; loosened: Items that were lost stand inline; clauses: clause by clause, joined."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way to ask for a sentence; the sentences whose answer was not good go on to the next step.

    In the first step Items that engines say well by themselves stay in Vietnamese; those found lost are carried in
    all that follow.
    """

    manner: Manner
    attempt: int = 0
    how: How = "whole"


def steps(info: EngineInfo) -> list[Step]:
    """The ways to ask an engine, from the best to the last resort, which protects nothing."""
    out: list[Step] = []
    for manner in info.manners:
        if manner == "plain":
            continue
        out += [Step(manner), *(Step(manner, attempt) for attempt in range(info.attempts))]
        if manner == "braces":
            out += [Step("braces", 0, "loosened"), Step("braces", 0, "clauses")]
    return [*out, Step("plain", info.attempts - 1)]


def bind(source: str, items: Sequence[Item], style: Style) -> list[Bound]:
    """The Items of a sentence with their English, sorted.

    A form of address is bound together with its name, and a name with its own abbreviation in brackets behind it.
    """
    out: list[Bound] = []
    for item in items:
        if out and item.span[0] < out[-1].item.span[1]:
            continue
        bound = _with_bracket(
            Bound(item, render(item, style), accepted(item, style), _is_carried(item, source)), source
        )
        if out and _addresses(out[-1].item, item, source):
            out[-1] = _joined(out[-1], bound)
        else:
            out.append(bound)
    return out


_BRACKET = re.compile(r"\s*\(([^()]{2,20})\)")


def _with_bracket(bound: Bound, source: str) -> Bound:
    """The Item with the bracket behind it if that holds its Vietnamese abbreviation: Sở Giao thông vận tải (GTVT)."""
    item = bound.item
    found = _BRACKET.match(source, item.span[1])
    if found is None or item.kind not in ("institution", "title", "term") or found[1] in bound.forms:
        return bound
    if not _abbreviates(found[1], bound.source_in(source)):
        return bound
    return replace(bound, item=replace(item, span=(item.span[0], found.end())), carried=True, bracketed=True)


def _abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation is made of initials of a name that follow each other; "và" has none."""
    initials = "".join(word[0] for word in re.findall(r"\w+", name.lower()) if word != "và").upper()
    parts = re.findall(r"\w+", short)
    letters = "".join(part if part.isupper() else part[0].upper() for part in parts)
    return any(len(part) > 1 and part.isupper() for part in parts) and letters in initials


def _addresses(first: Item, second: Item, source: str) -> bool:
    """Whether `first` is a form of address or a degree right before the person `second`."""
    return first.kind == "honorific" and second.kind == "person" and not source[first.span[1] : second.span[0]].strip()


def _joined(address: Bound, person: Bound) -> Bound:
    item = replace(person.item, span=(address.item.span[0], person.item.span[1]))
    whole = f"{address.english} {person.english}".strip()
    return Bound(item, whole, tuple(dict.fromkeys((whole, person.english, *person.forms))))


_CARRIED: frozenset[Kind] = frozenset({"person", "place", "document", "money"})


def _is_carried(item: Item, source: str) -> bool:
    """Whether an Item goes into the sentence in English from the first.

    Names, codes and sums do, and bodies and posts named with a capital. Common nouns, dates, numbers and measures are
    inflected and set in their place better by the engine; if it says them wrong they are carried the next time.
    """
    if item.kind in ("institution", "title"):
        return not source[slice(*item.span)].islower()
    return item.kind in _CARRIED
