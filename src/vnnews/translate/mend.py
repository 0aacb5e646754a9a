"""Mend: what putting Items into a sentence breaks, put right: articles, capitals, spaces, end marks, quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnnews.english.articles import indefinite, plural
from vnnews.translate.protect import Bound, Restored
from vnnews.vietnamese.normalise import clean

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "′": "'"})
_DOUBLED = re.compile(r"\b(the|of|in|on|at|to|for|by|and|Mr\.|Ms\.) (?:the )?(?=\1 )")
_ECHO = re.compile(r"\b(?!there|never)([a-z]{5,}) (?=\1\b)")
"""A longer word at once twice, which English never means: the village village convention."""

_SEVERAL = re.compile(r"(?:(?<![\d.,])(?!1 )\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|many|several)) $")
_COUNTED = re.compile(r"[a-z'’-]*[a-rt-z]$")
"""The last word of a noun that can be counted and is not plural: no name, abbreviation or code (COVID-19, GDP)."""
_MASS = re.compile(
    r"\b(?:access|advice|aquaculture|commerce|corruption|data|development|education|e-government|electricity|"
    r"employment|equipment|forestry|funding|growth|health|healthcare|housing|information|infrastructure|insurance|"
    r"labor|land|livestock|management|medicine|money|news|poverty|production|progress|research|rice|safety|sanitation|"
    r"security|software|technology|tourism|traffic|transformation|transport|transportation|waste|water|work|"
    r"(?!building|meeting|hearing|sitting|painting|briefing|gathering|ranking|warning)\w+ing)$"
)
"""Ends of nouns that are not counted, or seldom: eight digital transformation projects, never transformations."""
_NEXT = re.compile(
    r"(?:-| (?!as\b|is\b|has\b|was\b|this\b|its\b|across\b|versus\b|towards\b)[a-z][a-z'’-]*s\b| people\b)"
)
"""What follows a noun that stands for an adjective: a plural (12 business household records)."""

_OF_A_UNIT = re.compile(r"(?:[A-Z]\w* ){1,4}(?:province|city|district|commune|ward|town|township)'s\b")
"""A unit's name with possessive, which has no article: not "The Nam Dinh province's"."""

_ARTICLES = re.compile(r"(?:(?<![\w'-])(?:a|an|the)|^(?:The|An|A)) (?=(?:the|a|an) )")
_AN = re.compile(r"\ban (?=[bcdfgj-np-tv-z][a-z])")
"""Before a consonant: an cashless fair. The other way round "a" may be a letter (points a and b)."""
_HONORIFIC = re.compile(r"\b(Mr|Ms|Mrs)\.? (?=(?:Mr|Ms|Mrs)\.? )")
_BEFORE = re.compile(r"(?:(?:^|(?<=[\s\"(]))(?:a|an|The)|^A|^An) $")
_LOWER = re.compile(r" [a-z]")
_END_MARK = re.compile(r"\s*\.?\s*/\s*\.?\s*$")


def mend(text: str, *, ended: bool, headline: bool = False) -> str:
    """The English of one segment in clean form.

    `ended` says whether the Vietnamese ends with a stop, which the English then has too; a headline has none.
    The closing "./." of Vietnamese documents stays out (house style), quotation marks are straight.
    """
    text = " ".join(clean(text).translate(_QUOTES).split())
    text = _END_MARK.sub(".", text) if _END_MARK.search(text) and not re.search(r"\w/\w*$", text) else text
    text = _ARTICLES.sub("", text)
    text = _HONORIFIC.sub("", text)
    text = _ECHO.sub("", _DOUBLED.sub("", text))
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    text = re.sub(r"\(\s+", "(", text)
    text = _AN.sub("a ", text)
    text = re.sub(r"(?<=[a-z])- (?!(?:and|or|to)\b)(?=[a-z])", "-", text)
    text = re.sub(r"\.\.(?!\.)", ".", text) if "..." not in text else text
    return _ends(_starts(text), ended=ended, headline=headline)


def around(answer: Restored, bound: Sequence[Bound], *, sentence: bool = False) -> str:
    """The text with the article before each Item put right: a e-government -> an e-government, of The -> of the.

    Before a name that takes none an engine's "a" or "an" falls away; in a whole `sentence` a body that begins it gets
    its "The", and a common noun after a number its plural.
    """
    text = answer.text
    first = answer.placed[0] if answer.placed else None
    for place in reversed(answer.placed):
        item = bound[place.index].item
        if item.kind == "term" and _SEVERAL.search(text[: place.start]):
            many = _several(text[place.start : place.end], bound[place.index].forms, text[place.end :])
            text = text[: place.start] + many + text[place.end :]
        before = _BEFORE.search(text[: place.start])
        if before is None:
            continue
        word = before[0].rstrip()
        if word == "The" and item.kind == "place" and _OF_A_UNIT.match(text, place.start):
            fixed = ""
        elif word == "The":
            fixed = "the " if before.start() else "The "
        elif item.kind in ("person", "place", "document"):
            fixed = ""
        else:
            right = indefinite(text[place.start : place.end])
            fixed = f"{right.capitalize() if word[0] == 'A' else right} "
        text = text[: before.start()] + fixed + text[place.start :]
    if sentence and first is not None and first.start == 0 and _LOWER.match(text, first.end):
        subject = bound[first.index]
        return f"The {text}" if subject.item.kind == "institution" and subject.article == "the" else text
    return text


def _several(noun: str, forms: Sequence[str], after: str) -> str:
    """The plural of a noun that follows a number, itself where it has none or only describes the noun after it."""
    many = plural(noun)
    counted = many in forms and _COUNTED.search(noun) and not _MASS.search(noun)
    return many if counted and not _NEXT.match(after) else noun


def _starts(text: str) -> str:
    """The text with its first letter a capital; a figure, quote or name in small letters (e-mail, iOS) stays."""
    match = re.match(r"[\"'(]*([a-z])", text)
    if not match or re.match(r"[\"'(]*[a-z]+[A-Z]", text):
        return text
    return text[: match.start(1)] + match[1].upper() + text[match.end(1) :]


def _ends(text: str, *, ended: bool, headline: bool) -> str:
    if headline:
        return text[:-1] if text.endswith(".") and not text.endswith("..") else text
    if ended and text and text[-1] not in ".!?…:;\"')":
        return f"{text}."
    return text
