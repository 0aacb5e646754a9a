"""Roster: the people a newsroom writes about, with gender, posts and preferred English.

A tab-separated table with the columns name, gender (male or female), post, valid_from, valid_to, en (of the name) and
post_en (of the post); one row for each post held. It settles Chairman or Chairwoman and the spelling of names that a
rule cannot know; posts count on the days they name (see `holders`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast, get_args

from vnnews.english.tables import rows
from vnnews.errors import InputError
from vnnews.item import Gender
from vnnews.vietnamese.normalise import fold

COLUMNS = ("name", "gender", "post", "valid_from", "valid_to", "en", "post_en")


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post held from `valid_from` until the day before `valid_to`; None is open. `en` is the preferred English."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    en: str | None = None

    def valid_on(self, day: date | None) -> bool:
        """Whether the post is held on that day; on an unknown day only a post without dates is."""
        if day is None:
            return self.valid_from is None and self.valid_to is None
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A person: name in Vietnamese, gender and preferred English name where the table gives them, posts held."""

    name: str
    gender: Gender | None = None
    en: str | None = None
    posts: tuple[HeldPost, ...] = ()


class Roster:
    """People by name."""

    HEADER = "\t".join(COLUMNS) + "\n"
    """The first line of a roster table."""

    def __init__(self, entries: Sequence[RosterEntry] = ()) -> None:
        self._by_name: dict[str, RosterEntry] = {}
        for entry in entries:
            self._by_name[fold(entry.name)] = entry

    @classmethod
    def load(cls, paths: Sequence[Path]) -> Roster:
        """Read roster tables; later rows add posts to a name and override its gender and English.

        Raises InputError for a file that is no such table, a gender that is neither male nor female, or a bad date.
        """
        roster = cls()
        for path in paths:
            for number, cells in enumerate(rows(path, COLUMNS), start=2):
                roster._add(_entry(cells, f"{path}, line {number}"))
        return roster

    def find(self, name: str) -> RosterEntry | None:
        """The person of that full name, None if the roster has nobody of it."""
        return self._by_name.get(fold(name))

    def __iter__(self) -> Iterator[RosterEntry]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def _add(self, new: RosterEntry) -> None:
        old = self.find(new.name)
        if old is not None:
            new = RosterEntry(new.name, new.gender or old.gender, new.en or old.en, old.posts + new.posts)
        self._by_name[fold(new.name)] = new


def _entry(cells: tuple[str, ...], where: str) -> RosterEntry:
    name, gender, post, valid_from, valid_to, en, post_en = cells
    if gender and gender not in get_args(Gender):
        raise InputError(f"{where}: the gender is {gender!r}", "write male or female, or leave it empty")
    try:
        days = [date.fromisoformat(cell) if cell else None for cell in (valid_from, valid_to)]
    except ValueError as error:
        raise InputError(f"{where}: {error}", "write days as 2021-06-30") from error
    posts = (HeldPost(post, days[0], days[1], post_en or None),) if post else ()
    return RosterEntry(name, cast("Gender | None", gender or None), en or None, posts)
