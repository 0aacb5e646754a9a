"""C: what is left over from the Vietnamese, from protection, or cut and repeated by an engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.finding import Finding, Rule
from vnnews.review.checks.base import Family, Pair

VIETNAMESE = Rule("C001", "vietnamese-left", "error", "Vietnamese words stand in the English.", needs_source=False)
SIGN = Rule(
    "C002", "sign-left", "error", "A brace or placeholder of the machine stands in the English.", needs_source=False
)
ABBREVIATION = Rule(
    "C003", "abbreviation-left", "error", "A Vietnamese abbreviation stands in the English.", needs_source=False
)
EMPTY = Rule("C004", "untranslated", "error", "The sentence has no English.")
REPEATED = Rule("C005", "repeated", "warning", "The same words come twice in a row.", needs_source=False)

_MARKED = re.compile(
    r"[^\W\d_]*[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹỳ][^\W\d_]*(?:\s+[^\W\d_]*[\u0110\u0111\u1ea0-\u1ef9"
    r"ăâêôơư][^\W\d_]*)*",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[{}⟦⟧]|\[\s*X\s*\d+\s*X\s*\]|&(?:amp|nbsp|quot|lt|gt);")
_ABBREVIATIONS = re.compile(r"\b(?:UBND|HĐND|HDND|UBMTTQ|MTTQ|TTHC|CNTT|TT&TT|CCHC|VHTT|BCH|BTV|QLNN|GD&ĐT|KH&CN)\b")
_TWICE = re.compile(r"\b(\w[\w'-]*(?: \w[\w'-]*){0,5}) \1\b", re.IGNORECASE)
_CODE = re.compile(r"\S*\d+\S*/\S*|\S+/\S*[A-Z]{2}\S*")


def left_over(pair: Pair) -> Iterator[Finding]:
    """Vietnamese letters, signs and abbreviations in the English; document codes may hold abbreviations."""
    codes = [m.span() for m in _CODE.finditer(pair.target)]
    looked_for = (
        (VIETNAMESE, _MARKED, "Vietnamese"),
        (SIGN, _SIGNS, "a sign of the machine"),
        (ABBREVIATION, _ABBREVIATIONS, "an abbreviation"),
    )
    for rule, pattern, what in looked_for:
        for m in pattern.finditer(pair.target):
            if not any(a <= m.start() and m.end() <= b for a, b in codes):
                yield rule.at(pair.id, f"{m[0]!r} is {what}", span=m.span())


def repeated(pair: Pair) -> Iterator[Finding]:
    """Words that come twice in a row; "had had" and "that that" are English."""
    for m in _TWICE.finditer(pair.target):
        if m[1].lower() not in ("had", "that") and not m[1].replace(" ", "").isdigit():
            yield REPEATED.at(pair.id, f"{m[1]!r} comes twice", span=m.span(), suggestion=m[1])


FAMILY = Family((VIETNAMESE, SIGN, ABBREVIATION, EMPTY, REPEATED), pair=(left_over, repeated))
