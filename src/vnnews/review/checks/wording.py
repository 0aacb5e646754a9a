"""W: wording that must not go wrong in official English of Viet Nam, also where there is no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.finding import Finding, Rule
from vnnews.review.checks.base import Family, Pair

SEA = Rule("W001", "east-sea", "error", "Official Vietnamese English says East Sea.", needs_source=False)
ISLANDS = Rule(
    "W002", "islands", "error", "Official Vietnamese English says Hoang Sa and Truong Sa.", needs_source=False
)

_WORDS = (
    (SEA, re.compile(r"\bSouth China Sea\b", re.I), "East Sea"),
    (ISLANDS, re.compile(r"(?<!\()\b(?:the )?Paracels?\b(?: Islands?)?(?!\))", re.I), "Hoang Sa"),
    (ISLANDS, re.compile(r"(?<!\()\b(?:the )?Spratlys?\b(?: Islands?)?(?!\))", re.I), "Truong Sa"),
)


def wording(pair: Pair) -> Iterator[Finding]:
    """Names that official English never uses; as an explanation in brackets they may stand."""
    for rule, pattern, right in _WORDS:
        for m in pattern.finditer(pair.target):
            yield rule.at(pair.id, f"{m[0]!r} is not used; say {right!r}", span=m.span(), suggestion=right)


FAMILY = Family((SEA, ISLANDS), pair=(wording,))
