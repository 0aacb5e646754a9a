"""Unit: one pair of the memory with where it came from, and the skeleton by which it is found again."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from vnnews.item import Item
from vnnews.vietnamese.normalise import clean, fold

if TYPE_CHECKING:
    from vnnews.english.style import Style

UnitState = Literal["reviewed", "starter", "unreviewed"]

_TOKEN = re.compile(r"\w+|[^\w\s]")

NEUTRAL = frozenset({"number", "money", "percent", "date", "period", "document", "person", "place", "unit"})
"""Kinds of Items that may differ between a sentence and its match: their English is made by rule."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A source and its target. `before` and `after` are the neighbouring sources, for context matches.

    `state` says how far to trust it: approved by a person, part of a starter memory, or neither. `origin` tells
    where it came from (a draft's path, a TMX file, "starter"), `day` is the article's day or that of storing.
    """

    source: str
    target: str
    state: UnitState = "reviewed"
    reviewer: str | None = None
    article: str | None = None
    day: str | None = None
    style: str = ""
    origin: str = ""
    before: str = ""
    after: str = ""


def style_name(style: Style) -> str:
    """How the memory calls a style: "house", or the choices in which it differs from the house style."""
    chosen = [(f.name, getattr(style, f.name)) for f in fields(style) if getattr(style, f.name) != f.default]
    return ", ".join(f"{name}={value}" for name, value in chosen) or "house"


def digest(text: str) -> bytes:
    """A short hash of a text for exact look-ups, blind to what `clean` mends."""
    return hashlib.blake2b(clean(text).encode(), digest_size=12).digest()


def skeleton(source: str, items: Sequence[Item]) -> list[str]:
    """The folded syllables and signs of a sentence with every Item of a neutral kind replaced by a sign of its kind.

    Two sentences with equal skeletons differ only in figures, dates and names.
    """
    out: list[str] = []
    position = 0
    for item in items:
        if item.kind in NEUTRAL:
            out += _TOKEN.findall(fold(source[position : item.span[0]]))
            out.append(f"⟨{item.kind}⟩")
            position = item.span[1]
    out += _TOKEN.findall(fold(source[position:]))
    return out


def grams(syllables: Sequence[str]) -> list[int]:
    """The pairs of neighbouring syllables as 32-bit numbers, each once, in order; a lone syllable is its own gram."""
    pairs = [" ".join(pair) for pair in pairwise(syllables)] or list(syllables)
    return list(dict.fromkeys(zlib.crc32(pair.encode()) for pair in pairs))
