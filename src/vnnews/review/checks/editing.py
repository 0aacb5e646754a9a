"""S: what an editor marks in English prose with no source at hand: documents, dates, lists, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnnews.english.dates import MONTHS, moment_forms
from vnnews.english.style import Style
from vnnews.finding import Finding, Rule
from vnnews.item import Moment
from vnnews.review.checks.base import Example, Family, Pair
from vnnews.vietnamese.normalise import strip_marks
from vnnews.vietnamese.people import family_names

NUMBER = Rule("S010", "document-number", "info", "No. is missing before the number of a document.", needs_source=False)
DATE = Rule("S011", "date-form", "info", "A date or hour is not written as the house style asks.", needs_source=False)
ELLIPSIS = Rule(
    "S013", "list-with-dots", "info", "A list ends with dots, as in Vietnamese; English says etc. or ends it with and.",
    needs_source=False,
)  # fmt: skip
CAPITALS = Rule(
    "S014", "body-capitals", "info", "The level of a named body is not capitalized as its name is.", needs_source=False
)

LEVELS = Rule("S015", "levels-listed", "info", "Levels are listed as in Vietnamese: level 3, 4.", needs_source=False)
DASH = Rule(
    "S016", "post-dash", "info", "A dash stands between a post and a name, as in Vietnamese.", needs_source=False
)

_MONTH = "|".join(MONTHS)
_DOCUMENT = re.compile(
    r"\b(?:Resolution|Decision|Plan|Directive|Decree|Circular|Notice|Report|Conclusion|Official (?:Dispatch|Letter)|"
    r"Regulation|Program|Proposal|Instruction)(?= \d+[a-z]?(?:/\d{4})?[-/]\w*[A-Z]{2})"
)


def documents(pair: Pair) -> Iterator[Finding]:
    """Numbers of documents without No., and "dated on"."""
    for m in _DOCUMENT.finditer(pair.target):
        yield NUMBER.at(pair.id, "No. stands before the number of a document", span=m.span(), suggestion=f"{m[0]} No.")
    for m in re.finditer(rf"\bdated on(?= (?:\d|(?:{_MONTH})\b))", pair.target) if "dated on" in pair.target else ():
        yield DATE.at(pair.id, "dated stands without on", span=m.span(), suggestion="dated")


_DIGIT = re.compile(r"\d")
_FULL = re.compile(r"(?<![\w/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?![\w/-])")
_AFTER_ON = re.compile(r"\b(?:[Oo]n|(?:[Mm]orning|[Aa]fternoon|[Ee]vening) of) (\d{1,2})/(\d{1,2})(?![\w/])")
_ORDINAL = re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}(st|nd|rd|th)\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})\b(?! ?[%,]?\d)")
_HALF_DAY = re.compile(r"\b\d{1,2}:\d\d (SA|CH)\b")


def dates(pair: Pair) -> Iterator[Finding]:
    """Dates in figures, in the order of days and months the style does not have, with st or th; SA and CH."""
    text = pair.target
    if not _DIGIT.search(text):
        return
    month_first = pair.style.date_order == "August 9"
    for pattern in (_FULL, _AFTER_ON):
        for m in pattern.finditer(text):
            said = _said(int(m[1]), int(m[2]), int(m[3]) if m.re is _FULL else None, pair.style)
            if said:
                start = m.start(1)
                yield DATE.at(pair.id, f"{text[start : m.end()]} is {said}", span=(start, m.end()), suggestion=said)
    months = any(month in text for month in MONTHS)
    for m in _ORDINAL.finditer(text) if month_first and months else ():
        yield DATE.at(pair.id, f"{m[1]} is not written after a day", span=m.span(1), suggestion="")
    for m in (_DAY_FIRST if month_first else _MONTH_FIRST).finditer(text) if months else ():
        if text[: m.start()].rstrip(" ").endswith(MONTHS):
            continue
        said = f"{m[2]} {m[1]}"
        yield DATE.at(pair.id, f"the house style writes {said}", span=m.span(), suggestion=said)
    for m in _HALF_DAY.finditer(text) if ":" in text else ():
        said = {"SA": "a.m.", "CH": "p.m."}[m[1]]
        yield DATE.at(pair.id, f"{m[1]} is the Vietnamese for {said}", span=m.span(1), suggestion=said)


def _said(day: int, month: int, year: int | None, style: Style) -> str | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return next(moment_forms(Moment(year, month, day), style))


_DOTS = re.compile(r"(?<=[\w,;.)%])\s?(?:…|\.{3})(?=\s|$|[A-Z;,.])")


def lists(pair: Pair) -> Iterator[Finding]:
    """Dots after a list with a comma in the sentence; dots inside quotation marks may be the speaker's."""
    if "…" not in pair.target and "..." not in pair.target:
        return
    for m in _DOTS.finditer(pair.target):
        before = re.split(r"[!?]|\.\s", pair.target[: m.start()])[-1]
        if "," in before and before.count('"') % 2 == 0 and before.count("“") == before.count("”"):
            yield ELLIPSIS.at(pair.id, "dots end a list; English says etc. or ends it with and", span=m.span())


_LEVEL = re.compile(r"\b(?:provincial|municipal)(?= (?:People['’]s (?:Committee|Council)|Party Committee)\b)")


def capitals(pair: Pair) -> Iterator[Finding]:
    """provincial People's Committee: the level is part of the name."""
    for m in _LEVEL.finditer(pair.target):
        yield CAPITALS.at(pair.id, "the level is part of the name", span=m.span(), suggestion=m[0].capitalize())


_LEVELS = re.compile(r"\blevels? (\d)(?:,| and| or)? ?(?:,|and|or) ?(\d)(?![\w.,]*\d)")
_POST = r"(?:Chair(?:man|woman)|Director|Head|Secretary|Minister|President|Chief|Commander|Principal|Rector)"
_DASH_NAME = re.compile(r"(?<=[\w)]) [-–—] (?=([A-Z]\w+)(?: [A-Z]\w+){1,3}\b(?! [-–—]))")
_AFTER_POST = re.compile(rf"\b{_POST}(?:[^.;]*(?:\b[a-z]+|\b[A-Z]+[a-z]?[A-Z]+|{_POST}|\)))?$")


def levels(pair: Pair) -> Iterator[Finding]:
    """level 3, 4 for levels 3 and 4."""
    for m in _LEVELS.finditer(pair.target) if "level" in pair.target else ():
        said = f"levels {m[1]} and {m[2]}"
        if m[0] != said and " or " not in m[0]:
            yield LEVELS.at(pair.id, f"the house style writes {said}", span=m.span(), suggestion=said)


def dashes(pair: Pair) -> Iterator[Finding]:
    """A dash, as in Vietnamese, between a post and its holder."""
    for m in _DASH_NAME.finditer(pair.target):
        if m[1].lower() in _family_names() and _AFTER_POST.search(pair.target[: m.start()]):
            yield DASH.at(pair.id, "no dash stands between a post and a name", span=m.span(), suggestion=" ")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(strip_marks(name).lower() for name in family_names())


EXAMPLES = (
    Example(
        "S010", None, "Under Decision 15/2019/QD-UBND, fees fell.", "Under Decision No. 15/2019/QD-UBND, fees fell."
    ),
    Example("S011", None, "It opened on 20/11/2018.", "It opened on November 20, 2018."),
    Example("S011", None, "It opened on 20 November.", "It opened on November 20."),
    Example("S011", None, "It opened on November 20th.", "It opened on November 20."),
    Example("S011", None, "Decree No. 2 dated on May 5, 2015 says so.", "Decree No. 2 dated May 5, 2015 says so."),
    Example("S013", None, "They sell rice, fruit...", "They sell rice, fruit, etc."),
    Example("S014", None, "The provincial People's Committee met.", "The Provincial People's Committee met."),
    Example("S015", None, "They use services at level 3, 4.", "They use services at levels 3 and 4."),
    Example("S016", None, "Director - Tran Van An spoke.", "Director Tran Van An spoke."),
)

FAMILY = Family(
    (NUMBER, DATE, ELLIPSIS, CAPITALS, LEVELS, DASH),
    pair=(documents, dates, lists, capitals, levels, dashes),
    examples=EXAMPLES,
)
