"""T: provinces and districts that no longer existed on the day of the article, by the gazetteer.

Since July 1, 2025 there are no districts, and 52 provinces and cities have become 23 (Resolutions 202/2025/QH15 and
203/2025/QH15 of the National Assembly).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from vnnews.finding import Finding
from vnnews.review.checks.base import Example, Family, Pair
from vnnews.review.checks.official_names import TIME, is_told_as_former
from vnnews.vietnamese.gazetteer import Unit, gazetteer
from vnnews.vietnamese.normalise import strip_marks

_NAMED = re.compile(r"((?:[A-Z][a-z']+(?: - |[ -])){1,4})([Pp]rovincial|[Pp]rovince|[Dd]istrict|[Tt]ownship)\b")
_OF = re.compile(r"\b([Pp]rovince|[Dd]istrict) of ((?:[A-Z][a-z']+)(?: [A-Z][a-z']+){0,2})")
_LEVELS = {"provinc": "province", "distric": "district"}


def of_their_time(pair: Pair) -> Iterator[Finding]:
    """Units merged or abolished before, save where the Vietnamese has the name or the English calls it former."""
    day = pair.context.published
    if day is None or not _ended(day):
        return
    found = [(m[1], m[2], m.span()) for m in _NAMED.finditer(pair.target)]
    found += [(f"{m[2]} ", m[1], m.span()) for m in _OF.finditer(pair.target)]
    for name, level, span in found:
        unit = _unit(name, _LEVELS.get(level[:7].lower(), ""), day)
        if unit is None or is_told_as_former(pair.target, span[0]) or (pair.source and unit.name in pair.source):
            continue
        into = f"; it is part of {strip_marks(unit.merged_into)}" if unit.merged_into else ""
        english = strip_marks(unit.name)
        yield TIME.at(pair.id, f"{english} was a {unit.level} until {unit.valid_to}{into}", span=span)


def _unit(name: str, level: str, day: date) -> Unit | None:
    """The ended unit of that level whose English name stands at the end of `name`."""
    parts = name.replace("-", " ").split()
    ended = _ended(day)
    return next((ended[key] for n in range(len(parts)) if (key := (level, " ".join(parts[n:]))) in ended), None)


@cache
def _ended(day: date) -> dict[tuple[str, str], Unit]:
    """The units of a level that had ended by that day, by level and English name; names still in use are left out."""
    units = [unit for same in gazetteer().units.values() for unit in same if unit.level in ("province", "district")]
    over = [u for u in units if u.valid_to and date.fromisoformat(u.valid_to) <= day]
    lasting = {(u.level, strip_marks(u.name)) for u in units if not u.valid_to or date.fromisoformat(u.valid_to) > day}
    named = {(u.level, strip_marks(u.name).replace(" - ", " ").replace("-", " ")): u for u in over}
    return {key: unit for key, unit in named.items() if key not in lasting}


EXAMPLES = (
    Example(
        "T007",
        None,
        "Long An province opened a new road.",
        "Tay Ninh province opened a new road.",
        on=date(2025, 9, 2),
    ),
    Example(
        "T007",
        None,
        "Residents of Tan Tru district use it.",
        "Residents of the former Tan Tru district use it.",
        on=date(2025, 9, 2),
    ),
)

FAMILY = Family((), pair=(of_their_time,), examples=EXAMPLES)
