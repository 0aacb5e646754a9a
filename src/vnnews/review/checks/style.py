"""S: the house style of the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.finding import Finding, Rule
from vnnews.review.checks.base import Example, Family, Pair

END_MARK = Rule(
    "S001", "end-mark", "warning", "The closing ./. of Vietnamese documents stands in the English.", needs_source=False
)
SPACES = Rule("S002", "double-space", "info", "Two spaces in a row.", needs_source=False)
PERCENT = Rule(
    "S003", "percent-sign", "info", "A percentage is not written as the house style asks.", needs_source=False
)
COMRADE = Rule("S004", "comrade", "info", "Comrade stands before a name.", needs_source=False)
QUOTES = Rule("S005", "quotes", "info", "Quotation marks are not those of the house style.", needs_source=False)
SPELLING = Rule(
    "S006", "spelling", "info", "British spelling, or American where the house style is British.", needs_source=False
)
COUNTRY = Rule(
    "S007", "country-name", "info", "Vietnam and Hanoi are not written as the house style asks.", needs_source=False
)
MARK_SPACE = Rule(
    "S008", "space-before-mark", "info", "A space stands before a comma, full stop or colon.", needs_source=False
)
FIGURES = Rule(
    "S009",
    "vietnamese-figures",
    "warning",
    "A figure is written the Vietnamese way: 1.846 or 4,5; in English alone, where it can be seen, an info.",
    needs_source=False,
)

_END = re.compile(r"\s*\.?/\.?\s*$")
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_BRITISH = {
    "organisation": "organization", "organisations": "organizations", "organise": "organize", "organised": "organized",
    "programme": "program", "programmes": "programs", "centre": "center", "centres": "centers", "labour": "labor",
    "defence": "defense", "neighbourhood": "neighborhood", "honour": "honor", "honoured": "honored",
    "favourable": "favorable", "behaviour": "behavior", "colour": "color", "harbour": "harbor", "metre": "meter",
    "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers", "tonnes": "tons", "tonne": "ton",
    "modernisation": "modernization", "mobilise": "mobilize", "mobilised": "mobilized", "recognised": "recognized",
    "emphasised": "emphasized", "emphasise": "emphasize", "licence": "license", "fulfil": "fulfill",
    "traveller": "traveler", "travellers": "travelers", "analyse": "analyze", "catalogue": "catalog",
}  # fmt: skip
_AMERICAN = {american: british for british, american in _BRITISH.items()}
_WORD = re.compile(r"[A-Za-z]+")
_PERCENT = {
    "percent": re.compile(r"(?<=\d)(?:\s?%| per cent\b)"),
    "per cent": re.compile(r"(?<=\d)(?:\s?%| percent\b)"),
    "%": re.compile(r"(?<=\d) per ?cent\b"),
}
"""What is wrong after a figure, by what the style writes."""


def marks(pair: Pair) -> Iterator[Finding]:
    """The end mark, double spaces and spaces before marks."""
    m = _END.search(pair.target) if pair.target.rstrip().endswith(("/", "/.")) else None
    if pair.style.end_mark == "drop" and m and m[0].strip() in ("./.", "/.", "./"):
        yield END_MARK.at(pair.id, "the closing ./. is not used in English", span=m.span(), suggestion=".")
    for m in re.finditer(r"(?<=\S) {2,}(?=\S)", pair.target) if "  " in pair.target else ():
        yield SPACES.at(pair.id, "two spaces in a row", span=m.span(), suggestion=" ")
    spaced = any(f" {mark}" in pair.target for mark in ",;:.!?")
    for m in re.finditer(r"(?<=[\w%)\"'”’]) +(?=[,;:.!?](?:\s|$))", pair.target) if spaced else ():
        yield MARK_SPACE.at(pair.id, "a space before a mark", span=m.span(), suggestion="")


def words(pair: Pair) -> Iterator[Finding]:
    """Percent, Comrade, quotation marks, the names of country and capital, spelling."""
    percent = pair.style.percent
    wrong = _PERCENT[percent]
    for m in wrong.finditer(pair.target) if "%" in pair.target or "cent" in pair.target else ():
        right = "%" if percent == "%" else f" {percent}"
        yield PERCENT.at(pair.id, f"the house style writes {right.strip()}", span=m.span(), suggestion=right)
    if pair.style.comrade == "drop" and "Comrade" in pair.target:
        for m in re.finditer(r"\bComrades? (?=[A-Z])", pair.target):
            yield COMRADE.at(pair.id, "the house style drops Comrade", span=m.span(), suggestion="")
    if pair.style.quotes == "straight" and not pair.target.isascii():
        for m in re.finditer("[“”‘’]", pair.target):
            yield QUOTES.at(pair.id, "the house style writes straight marks", span=m.span(), suggestion=_CURLY[m[0]])
    yield from _names(pair)
    yield from _spelling(pair)


def _names(pair: Pair) -> Iterator[Finding]:
    for right, wrong in ((pair.style.country, {"Vietnam", "Viet Nam"}), (pair.style.capital, {"Hanoi", "Ha Noi"})):
        for other in wrong - {right}:
            if other not in pair.target:
                continue
            for m in re.finditer(rf"\b{other}\b(?! News)", pair.target):
                yield COUNTRY.at(pair.id, f"the house style writes {right}", span=m.span(), suggestion=right)


def _spelling(pair: Pair) -> Iterator[Finding]:
    table = _BRITISH if pair.style.spelling == "american" else _AMERICAN
    if table.keys().isdisjoint(pair.words):
        return
    for m in _WORD.finditer(pair.target):
        right = table.get(m[0].lower())
        if right and not pair.target[m.start() - 1 : m.start()].isupper():
            said = right.capitalize() if m[0][0].isupper() else right
            yield SPELLING.at(pair.id, f"the house style spells {said}", span=m.span(), suggestion=said)


_MEASURE = (
    r"(?:%|per ?cent|(?:m|b|tr)illion|kilometers?|kilometres?|km|hectares?|ha|tons?|tonnes?|met(?:er|re)s?|kg|"
    r"kilograms?|liters?|litres?|points?|degrees?)\b"
)
_GROUPED = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,3}}(?:\.\d{{3}}){{2,}}|"
    rf"[1-9]\d{{0,2}}\.\d{{3}}(?= (?!{_MEASURE})[a-z]{{4,}}))(?![\w/-]|\.\d)"
)
_DECIMAL = re.compile(rf"(?<![\w.,/-])\d+,\d{{1,2}}(?= ?(?:%|{_MEASURE}))")
_FIGURE = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2})(?![\w/-]|[.,]\d)")
_TO_ENGLISH = str.maketrans(",.", ".,")


def figures(pair: Pair) -> Iterator[Finding]:
    """Figures with the dots and commas of Vietnamese: copied from the source, or such by their shape.

    Without a source a decimal with three places before a measure may be meant and is let be.
    """
    for pattern in (_FIGURE,) if pair.source else (_GROUPED, _DECIMAL):
        for m in pattern.finditer(pair.target):
            right = m[0].translate(_TO_ENGLISH)
            if not pair.source:
                yield FIGURES.at(
                    pair.id, f"{m[0]} seems to be {right}", span=m.span(), suggestion=right, severity="info"
                )
            elif m[0] in pair.source and not pair.in_code(*m.span()):
                yield FIGURES.at(pair.id, f"{m[0]} is written the Vietnamese way", span=m.span(), suggestion=right)


EXAMPLES = (
    Example("S001", None, "The conference closed./.", "The conference closed."),
    Example("S002", None, "The conference  closed.", "The conference closed."),
    Example("S003", None, "About 84% of households took part.", "About 84 percent of households took part."),
    Example("S004", None, "Comrade Tran Van An spoke.", "Mr. Tran Van An spoke."),
    Example("S005", None, "The “four on-site” motto.", 'The "four on-site" motto.'),
    Example("S006", None, "The organisation met.", "The organization met."),
    Example("S007", None, "The group came from Ha Noi.", "The group came from Hanoi."),
    Example("S008", None, "The conference , held today, closed.", "The conference, held today, closed."),
    Example("S009", "Có 1.846 hộ.", "There are 1.846 households.", "There are 1,846 households."),
    Example("S009", None, "There are 1.846 households.", "There are 1,846 households."),
    Example("S009", None, "Revenue rose 4,5 percent.", "Revenue rose 1.846 percent over 12,500 households."),
)

FAMILY = Family(
    (END_MARK, SPACES, PERCENT, COMRADE, QUOTES, SPELLING, COUNTRY, MARK_SPACE, FIGURES),
    pair=(marks, words, figures),
    examples=EXAMPLES,
)
