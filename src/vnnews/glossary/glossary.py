"""Glossary: the term base in force, built-in tables with the house's layers on top."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews import __version__
from vnnews.glossary import tables
from vnnews.glossary.term import Match, Term

if TYPE_CHECKING:
    from vnnews.glossary.abbreviations import Reading
    from vnnews.glossary.matcher import Matcher

BUILT_IN = "vnnews"
Key = tuple[str, str, str, date | None]


class Glossary:
    """Terms, and where they occur in a text. Immutable; the matcher is built when first asked for.

    `name` joins the names of the layers ("vnnews+house"); `version` is that of the built-in base; `hash` names
    the content: it changes when any entry does, and goes into cache keys and published records.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        name: str = BUILT_IN,
        version: str = __version__,
        *,
        words: str = "",
        abbreviations: str = "",
    ) -> None:
        """`words` and `abbreviations` are the texts of the tables words.txt and abbreviations.tsv."""
        self.terms: tuple[Term, ...] = tuple(terms)
        self.name = name
        self.version = version
        self._words = words
        self._abbreviations = abbreviations

    @classmethod
    def load(cls, layers: Sequence[Path] = ()) -> Glossary:
        """The built-in base under the house tables in `layers`; a later layer overrides an entry of the same key.

        Where a later layer has an entry of the same words under another key, both stand, and the later one matches.
        Raises InputError for a table that cannot be read or has a malformed line (message with line number).
        """
        entries: dict[Key, Term] = {}
        for path in built_in_tables():
            entries.update((term.key, term) for term in tables.read(path, BUILT_IN))
        for path in layers:
            for term in tables.read(path, path.stem):
                entries.pop(term.key, None)
                entries[term.key] = term
        name = "+".join((BUILT_IN, *(path.stem for path in layers)))
        return cls(entries.values(), name, words=_data("words.txt"), abbreviations=_data("abbreviations.tsv"))

    @classmethod
    def from_terms(cls, terms: Iterable[Term], name: str = "terms") -> Glossary:
        """A glossary of just these terms, which knows neither common words nor ambiguous abbreviations."""
        return cls(terms, name)

    @cached_property
    def hash(self) -> str:
        """Twelve hexadecimal digits that name the content, whatever the order of the entries."""
        rows = sorted("\t".join(tables.cells(term)) for term in self.terms)
        rows += [self._words, self._abbreviations]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:12]

    def match(self, text: str, on: date | None = None) -> list[Match]:
        """Where terms stand in `text`: exclusive, leftmost-longest, sorted; spans are code points of `text`.

        `on` is the article's day. See `matcher.Matcher.match`.
        """
        return self.matcher.match(text, on)

    def advise(self, text: str, on: date | None = None) -> list[Match]:
        """Where words stand that the glossary knows but that bind nobody: its preferences and what is for looking up.

        A translator may choose among their forms; translation never sets them and checks never ask for them.
        """
        return [match for match in self._adviser.match(text, on) if match.term.use != "protect" and not match.choices]

    def find(self, query: str) -> list[Term]:
        """The terms that hold `query` as whole words in their Vietnamese, English or abbreviations, best first.

        Vietnamese is also found when typed without diacritics ("uy ban nhan dan").
        """
        from vnnews.glossary.search import search

        return search(self.terms, query)

    @cached_property
    def matcher(self) -> Matcher:
        """The automaton over all forms of all terms."""
        return self._matcher_of(self.terms)

    @cached_property
    def _adviser(self) -> Matcher:
        """The automaton that also finds the full words of what is only for looking up."""
        return self._matcher_of(
            replace(term, use="prefer", abbr_vi=()) if term.use == "consult" else term for term in self.terms
        )

    def _matcher_of(self, terms: Iterable[Term]) -> Matcher:
        from vnnews.glossary.abbreviations import Abbreviations, read
        from vnnews.glossary.matcher import Matcher

        words = [line for line in self._words.splitlines() if line and not line.startswith("#")]
        return Matcher(terms, words, Abbreviations(read(self._abbreviations)))


def data_folder() -> Path:
    """Where the built-in data lies: inside the installed package, or the repository's `glossary` folder."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "glossary"


def built_in_abbreviations() -> list[Reading]:
    """The readings of ambiguous abbreviations that come with vnnews."""
    from vnnews.glossary.abbreviations import read

    return read(_data("abbreviations.tsv"))


def _data(name: str) -> str:
    return (data_folder() / name).read_text(encoding="utf-8")


def built_in_tables() -> list[Path]:
    """The tables of the built-in term base, in the order they are read."""
    return sorted(data_folder().glob("terms_*.tsv"))
