"""Term: one entry of the term base, a row of glossary/*.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """A Vietnamese term with its English. Lists keep the order of the file; the key is (vi, kind, level, valid_from).

    `valid_from` is the first day the entry applies, `valid_to` the first day it no longer applies; None is open.
    `forbidden` forms are wrong only where the Vietnamese is this term; those in `en_only_safe` are wrong in any
    English text of this kind, with no source at hand.
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

    @property
    def key(self) -> tuple[str, str, str, date | None]:
        """What makes an entry unique; a house layer overrides the entry of the same key."""
        return (self.vi, self.kind, self.level, self.valid_from)

    def valid_on(self, day: date | None) -> bool:
        """Whether the entry applies on that day; without a day every entry does."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)
