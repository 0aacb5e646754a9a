"""Context: what recognition needs to know about the article as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnnews.glossary.glossary import Glossary
    from vnnews.vietnamese.roster import Roster


@dataclass(frozen=True, slots=True)
class Context:
    """The glossary and roster in force, the article's day (None: no date filter) and the place it is about.

    `province` and `district` are Vietnamese names without unit word, where known; they settle whose "UBND tỉnh"
    or "Huyện ủy" is meant for checks and are never put into the English of a text that does not say them.
    """

    glossary: Glossary
    roster: Roster | None = None
    published: date | None = None
    province: str | None = None
    district: str | None = None
