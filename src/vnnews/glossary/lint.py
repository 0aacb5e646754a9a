"""Lint: what is wrong with a term base, entry by entry, with the cure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from vnnews.glossary import tables
from vnnews.glossary.glossary import BUILT_IN, Key, built_in_abbreviations, built_in_tables
from vnnews.glossary.matcher import Matcher
from vnnews.glossary.term import Term
from vnnews.vietnamese.normalise import fold


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong: in which file and line (from 1), the name of the rule, what it is, and the cure."""

    path: Path
    line: int
    rule: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A Term and where it is written."""

    path: Path
    line: int
    term: Term

    def flaw(self, rule: str, message: str, cure: str) -> Flaw:
        """A flaw of this entry."""
        return Flaw(self.path, self.line, rule, f"{self.term.vi!r}: {message}", cure)


def lint(layers: Sequence[Path] = (), *, built_in: bool = True) -> list[Flaw]:
    """Every flaw of the house tables in `layers` and of the built-in base under them, in file order.

    A house entry may override a built-in one and clash with none; with `built_in` False only flaws of the house
    tables are given, though the built-in base still stands under them. Raises InputError for an unreadable file.
    """
    entries: list[Entry] = []
    flaws: list[Flaw] = []
    base = built_in_tables()
    for path in (*base, *layers):
        good, bad = tables.read_all(path, BUILT_IN if path in base else path.stem)
        entries += [Entry(path, line, term) for line, term in good]
        flaws += [Flaw(path, problem.line, "malformed", problem.message, problem.cure) for problem in bad]
    for rule in RULES:
        flaws += rule(entries)
    wanted = {*base, *layers} if built_in else set(layers)
    return sorted((flaw for flaw in flaws if flaw.path in wanted), key=lambda flaw: (str(flaw.path), flaw.line))


def duplicates(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """Two entries of one layer with the same key, also when they differ only in tone placement, case or i/y."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        term = entry.term
        vi = term.vi if term.case == "exact" else fold(term.vi)
        key = (term.layer, vi, term.kind, term.level, term.valid_from)
        if key in seen:
            yield entry.flaw("duplicate", f"also in {_where(seen[key])}", "take one of the two out")
        seen.setdefault(key, entry)


def not_nfc(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """Text that is not in Unicode's composed form, or holds invisible or doubled spaces."""
    for entry in entries:
        row = "\t".join(tables.cells(entry.term))
        if unicodedata.normalize("NFC", row) != row:
            yield entry.flaw("not-nfc", "letters are decomposed", "type it again, or convert the file to NFC")
        if re.search("[\u00a0\u00ad\u200b-\u200f\ufeff]|  ", row):
            yield entry.flaw("stray-space", "has an invisible character or a double space", "type it again")


def contradictions(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """A forbidden form that an accepted form contains, a form given twice, a safe form that is not forbidden."""
    for entry in entries:
        term = entry.term
        accepted = (term.en, *term.alternatives)
        for wrong in term.forbidden:
            if any(_contains(right, wrong) for right in accepted):
                yield entry.flaw("forbidden-accepted", f"{wrong!r} is both forbidden and accepted", "take one out")
        if len(set(accepted)) < len(accepted):
            yield entry.flaw("repeated", "an English form is given twice", "take one out")
        if not set(term.en_only_safe) <= set(term.forbidden):
            yield entry.flaw("safe-not-forbidden", "en_only_safe has a form that en_forbidden has not", "add it there")


def abbreviation_clashes(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """An abbreviation of two terms in force at the same time whose English differs, with no rule to tell them."""
    settled = {(reading.abbreviation, fold(reading.vi)) for reading in built_in_abbreviations()}
    owners: dict[str, list[Entry]] = defaultdict(list)
    for entry in _in_effect(entries):
        for short in entry.term.abbr_vi if entry.term.use != "consult" else ():
            rivals = [
                other
                for other in owners[short]
                if other.term.en != entry.term.en
                and _overlap(other.term, entry.term)
                and not {(short, fold(other.term.vi)), (short, fold(entry.term.vi))} <= settled
            ]
            if rivals:
                yield entry.flaw(
                    "abbreviation-clash",
                    f"{short} is also {rivals[0].term.vi!r} ({_where(rivals[0])})",
                    "give it to one of them only",
                )
            owners[short].append(entry)


def never_matched(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """An entry that its own name does not find, because another entry with the same words always wins."""
    chosen = _in_effect(entries)
    matcher = Matcher(entry.term for entry in chosen)
    for entry in chosen:
        term = entry.term
        if term.use == "consult":
            continue
        found = matcher.match(term.vi, _a_day_of(term))
        overridden = bool(found) and found[0].term.layer != term.layer == BUILT_IN
        if not overridden and not any(term is match.term or term in match.choices for match in found):
            winner = f", {found[0].term.vi!r} wins" if found else ""
            yield entry.flaw("never-matched", f"its own name does not find it{winner}", "merge the two entries")


def date_gaps(entries: Sequence[Entry]) -> Iterator[Flaw]:
    """Entries of one name that leave days without English between them, or that end before they begin."""
    names: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        term = entry.term
        if term.valid_from and term.valid_to and term.valid_from >= term.valid_to:
            yield entry.flaw("dates-reversed", "valid_to is not after valid_from", "valid_to is the first day without")
        names[term.layer, term.vi, term.level].append(entry)
    for group in names.values():
        group.sort(key=lambda entry: entry.term.valid_from or date.min)
        for before, after in pairwise(group):
            ends, begins = before.term.valid_to, after.term.valid_from
            if ends and begins and ends < begins:
                yield after.flaw("date-gap", f"no entry from {ends} until {begins}", "let one begin where one ends")


Rule = Callable[[Sequence[Entry]], Iterable[Flaw]]
RULES: tuple[Rule, ...] = (duplicates, not_nfc, contradictions, abbreviation_clashes, never_matched, date_gaps)


def _in_effect(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that no later layer overrides."""
    chosen: dict[Key, Entry] = {}
    for entry in entries:
        chosen.pop(entry.term.key, None)
        chosen[entry.term.key] = entry
    return list(chosen.values())


def _where(entry: Entry) -> str:
    return f"{entry.path.name}, line {entry.line}"


def _contains(text: str, part: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(part.casefold())}(?!\w)", text.casefold()))


def _overlap(one: Term, other: Term) -> bool:
    """Whether there is a day on which both apply."""
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    return start < min(one.valid_to or date.max, other.valid_to or date.max)


def _a_day_of(term: Term) -> date | None:
    if term.valid_from:
        return term.valid_from
    return term.valid_to - timedelta(days=1) if term.valid_to else None
