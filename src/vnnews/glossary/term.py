"""Term: one entry of the term base, a row of glossary/*.tsv; Match: one place where a text has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Use = Literal["protect", "prefer", "consult"]
Case = Literal["fold", "exact"]


@dataclass(frozen=True, slots=True)
class Term:
    """A Vietnamese term with its English. Lists keep the order of the file; the key is (vi, kind, level, valid_from).

    `valid_from` is the first day the entry applies, `valid_to` the first day it no longer applies; None is open.
    `forbidden` forms are wrong only where the Vietnamese is this term; those in `en_only_safe` are wrong in any
    English text of this kind, with no source at hand.

    `use` says how far the English binds. "protect": a body, post, name or noun with one right English, which
    translation sets into the sentence and checks demand. "prefer": a verb, a common word or a phrase that a
    sentence bends; checks may hint at it and accept every alternative, and no engine is ever made to place it.
    "consult": a word that is usually part of another or means something else (bản, điểm, vụ); it is there to be
    looked up and is matched in a text only for a translator who asks what to choose from (`Glossary.advise`).
    `case` "exact" means that capitals decide (Đảng the Party, Nhân Dân the newspaper); words in all capitals,
    abbreviations among them, always match in capitals only.
    """

    vi: str
    en: str
    alternatives: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    abbr_vi: tuple[str, ...] = ()
    abbr_en: str | None = None
    kind: str = "phrase"
    level: str = "any"
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    source: str = ""
    confidence: str = "high"
    en_only_safe: tuple[str, ...] = ()
    layer: str = "vnnews"
    use: Use = "protect"
    case: Case = "fold"

    @property
    def key(self) -> tuple[str, str, str, date | None]:
        """What makes an entry unique; a house layer overrides the entry of the same key."""
        return (self.vi, self.kind, self.level, self.valid_from)

    def valid_on(self, day: date | None) -> bool:
        """Whether the entry applies on that day; without a day every entry does."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


class Match(NamedTuple):
    """One occurrence of a term: [start, end) in code points of the text.

    `shadowed` are the terms inside or across it that lost to it. `choices` is empty unless the words are an
    ambiguous abbreviation that the text does not settle; then it lists every reading, `term` only the first of
    them, and nothing may be forced.
    """

    start: int
    end: int
    term: Term
    shadowed: tuple[Term, ...] = ()
    choices: tuple[Term, ...] = ()
