"""Places: the gazetteer of administrative units, and where a text names one.

The gazetteer (`glossary/names/places.tsv`) lists the provinces, districts and communes before and after the mergers
of July 1, 2025. A unit word before a capitalised name makes a place of any name; a name alone only where the
gazetteer knows it and it is no ordinary word.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from vnnews.english.tables import built_in, listed
from vnnews.english.units import SHORT, UNITS, Level
from vnnews.item import Place
from vnnews.vietnamese.people import starts_name
from vnnews.vietnamese.tokens import CAPITALS, OTHER, Lexicon, Tokens

LONGEST_NAME = 4
"""Syllables of the longest place name that is taken on its unit word alone."""


class Unit(NamedTuple):
    """An administrative unit of the gazetteer; `valid_to` is the first day it no longer exists, "" if it does."""

    name: str
    unit: str
    level: str
    provinces: tuple[str, ...]
    valid_to: str
    merged_into: str


class Gazetteer:
    """What the shipped table knows of names of places.

    `known` has every name with the levels it occurs at; `bare` those that are places without a unit word.
    """

    def __init__(self) -> None:
        self.units: dict[str, list[Unit]] = {}
        self.known: Lexicon[str] = Lexicon()
        self.bare: Lexicon[str] = Lexicon()
        self.units_words: Lexicon[str] = Lexicon()
        columns = ("vi", "unit", "level", "provinces", "valid_to", "merged_into")
        for vi, unit, level, provinces, valid_to, merged_into in built_in("places.tsv", columns):
            self.units.setdefault(vi, []).append(Unit(vi, unit, level, listed(provinces), valid_to, merged_into))
            self.known.add(vi, vi)
            if level == "province" or (level == "district" and " " in vi):
                self.bare.add(vi, vi)
        for vi, *_ in built_in("exonyms.tsv", ("vi",)):
            self.known.add(vi, vi)
            self.bare.add(vi, vi)
        for word in (*UNITS, *SHORT):
            self.units_words.add(word, SHORT.get(word, word))

    def level(self, name: str) -> Level | None:
        """The highest level at which a unit has that name, None for an unknown name."""
        levels = {unit.level for unit in self.units.get(name, ())}
        for level in ("province", "district", "commune"):
            if level in levels:
                return level
        return None


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    return Gazetteer()


class Found(NamedTuple):
    """A place in tokens [start, end)."""

    start: int
    end: int
    place: Place


def unit_at(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """A unit word at token `i`: (token after it and its abbreviation stop, canonical word)."""
    hit = gazetteer().units_words.longest(tokens, i)
    if hit is None:
        return None
    end, unit = hit
    if end == i + 1 and tokens.folds[i] in SHORT:
        if tokens.shapes[i] != CAPITALS and tokens.words[i] not in ("Tp", "Tx"):
            return None
        if tokens.fold_at(end) == ".":
            end += 1
    return end, unit


def place_at(tokens: Tokens, i: int, *, after_post: bool = False) -> Found | None:
    """The place that begins at token `i`, with its unit word or alone; None where there is none.

    `after_post` tells that a post's body ends here ("Chủ tịch UBND xã"), so that a person's name may follow at once.
    """
    unit = unit_at(tokens, i)
    if unit is not None:
        return named(tokens, i, unit[0], unit[1], after_post=after_post)
    return bare_at(tokens, i)


def named(tokens: Tokens, start: int, i: int, unit: str, *, after_post: bool = False) -> Found | None:
    """The place whose unit word stands at `start` and whose name begins at token `i`."""
    kind = UNITS[unit]
    if i >= len(tokens):
        return None
    if tokens.words[i][0].isdigit():
        return _numbered(tokens, start, i, unit) if kind.numbered and tokens.words[i].isalnum() else None
    known = gazetteer().known.longest(tokens, i)
    end = _run_end(tokens, i)
    if known is not None and known[0] <= max(end, i + 1) and _written_as_name(tokens, i, known[0]):
        whole = end <= known[0]
        if whole or starts_name(tokens, known[0]) or (after_post and not starts_name(tokens, i)):
            return Found(start, known[0], Place(known[1], unit))
    if known is not None and known[0] > end and _written_as_name(tokens, i, known[0]):
        return Found(start, known[0], Place(known[1], unit))
    if end == i or unit == "tỉnh" or end - i > LONGEST_NAME:
        return None
    if after_post and starts_name(tokens, i):
        return None
    return Found(start, end, Place(tokens.written(i, end), unit))


def _numbered(tokens: Tokens, start: int, i: int, unit: str) -> Found | None:
    number = tokens.words[i]
    end = i + 1
    if (
        end < len(tokens)
        and len(tokens.words[end]) == 1
        and tokens.words[end].isupper()
        and tokens.starts[end] == tokens.ends[i]
    ):
        number += tokens.words[end]
        end += 1
    return Found(start, end, Place(number, unit))


def bare_at(tokens: Tokens, i: int) -> Found | None:
    """A place named without unit word at token `i`; the name must fill its run of capitals, but for a person's name."""
    hit = gazetteer().bare.longest(tokens, i)
    if hit is None:
        return None
    end, name = hit
    if not _written_as_name(tokens, i, end):
        return None
    if tokens.is_name(end) and tokens.adjacent(end) and not starts_name(tokens, end):
        return None
    return Found(i, end, Place(name))


def listed_at(tokens: Tokens, i: int) -> Found | None:
    """A place named without unit word where a list of places goes on: any name of the gazetteer."""
    hit = gazetteer().known.longest(tokens, i)
    end = _run_end(tokens, i)
    if hit is None or hit[0] != max(end, hit[0]) or not _written_as_name(tokens, i, hit[0]):
        return None
    return Found(i, hit[0], Place(hit[1]))


def _run_end(tokens: Tokens, i: int) -> int:
    """The token after the run of name syllables that begins at `i`."""
    end = i
    while tokens.is_name(end) and (end == i or tokens.adjacent(end)):
        end += 1
    return end


def _written_as_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether every syllable of [start, end) has its capital, as a name's do."""
    return all(
        tokens.shapes[i] in (1, CAPITALS) or tokens.shapes[i] == OTHER or tokens.folds[i] in _SMALL
        for i in range(start, end)
    ) and tokens.shapes[start] in (1, CAPITALS)


_SMALL = {"sông", "hải", "miền", "bang", "minh", "âu", "quốc"}
"""Syllables that stay small inside names of regions: Đồng bằng sông Cửu Long."""
