"""S: the house style of the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.finding import Finding, Rule
from vnnews.review.checks.base import Family, Pair

END_MARK = Rule(
    "S001", "end-mark", "warning", "The closing ./. of Vietnamese documents stands in the English.", needs_source=False
)
SPACES = Rule("S002", "double-space", "info", "Two spaces in a row.", needs_source=False)

_END = re.compile(r"\s*\.?/\.?\s*$")


def marks(pair: Pair) -> Iterator[Finding]:
    """The end mark and double spaces."""
    m = _END.search(pair.target)
    if m and m[0].strip() in ("./.", "/.", "./"):
        yield END_MARK.at(pair.id, "the closing ./. is not used in English", span=m.span(), suggestion=".")
    for m in re.finditer(r"(?<=\S) {2,}(?=\S)", pair.target):
        yield SPACES.at(pair.id, "two spaces in a row", span=m.span(), suggestion=" ")


FAMILY = Family((END_MARK, SPACES), pair=(marks,))
