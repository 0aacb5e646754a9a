"""The gazetteer: what names administrative units have had, by `glossary/names/places.tsv`.

It lists the provinces, districts and communes before and after the mergers of July 1, 2025, and beside them the
landmarks and places abroad that have a name without a unit word.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from vnnews.english.tables import built_in, listed
from vnnews.english.units import SHORT, UNITS, Level
from vnnews.vietnamese.normalise import fold
from vnnews.vietnamese.people import bare_letters
from vnnews.vietnamese.syllables import is_syllable
from vnnews.vietnamese.tokens import Lexicon

_PEOPLE = {"Hồ Chí Minh"}
"""Places named after people, who are meant where no unit word stands before the name."""


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

    `units` are the entries by name, `known` every name, `bare` the names that are places without a unit word,
    `peoples` the names of ethnic groups among them, `small_peoples` those of one syllable by their folded name, which
    only a word before them tells (người Mông), `respelled` the names of places abroad by their bare letters.
    """

    def __init__(self) -> None:
        self.units: dict[str, list[Unit]] = {}
        self.known: Lexicon[str] = Lexicon()
        self.bare: Lexicon[str] = Lexicon()
        self.unit_words: Lexicon[str] = Lexicon()
        columns = ("vi", "unit", "level", "provinces", "valid_to", "merged_into")
        for vi, unit, level, provinces, valid_to, merged_into in built_in("places.tsv", columns):
            self.units.setdefault(vi, []).append(Unit(vi, unit, level, listed(provinces), valid_to, merged_into))
            self.known.add(vi, vi)
            town = level == "district" and (" " in vi or not is_syllable(vi.lower()))
            if (level == "province" and vi not in _PEOPLE) or town:
                self.bare.add(vi, vi)
        self.respelled: dict[str, str] = {}
        for vi, *_ in built_in("exonyms.tsv", ("vi",)):
            self.known.add(vi, vi)
            self.bare.add(vi, vi)
            self.respelled.setdefault(bare_letters(vi), vi)
        self.peoples: set[str] = set()
        self.small_peoples: dict[str, str] = {}
        for vi, kind in built_in("landmarks.tsv", ("vi", "kind")):
            if kind == "people":
                self.small_peoples[fold(vi)] = vi
                continue
            self.known.add(vi, vi)
            self.bare.add(vi, vi)
            if kind == "ethnic group":
                self.peoples.add(vi)
        for word in (*(unit for unit in UNITS if unit != "khu vực"), *SHORT):
            self.unit_words.add(word, SHORT.get(word, word))

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
