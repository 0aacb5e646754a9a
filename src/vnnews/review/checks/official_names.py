"""T: official English names, also where there is no source: wrong forms, slips of a letter, names of another time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from vnnews.finding import Finding, Rule, Severity
from vnnews.glossary import Glossary, Term
from vnnews.glossary.glossary import built_in_abbreviations
from vnnews.review.checks.base import Example, Family, Pair
from vnnews.review.checks.forms import find
from vnnews.review.phrases import Phrases
from vnnews.vietnamese.normalise import fold

ANYWHERE = Rule(
    "T006",
    "never-used",
    "warning",
    "A form that the term base calls wrong in any English text (its column en_only_safe).",
    needs_source=False,
)
TIME = Rule(
    "T007",
    "name-of-another-time",
    "info",
    "A body is called by a name that it did not have on the day of the article: not yet, or no longer.",
    needs_source=False,
)
NEAR = Rule(
    "T008",
    "near-official-name",
    "warning",
    "The name of a body nearly is an official one: a letter or an ending differs.",
    needs_source=False,
)

AMBIGUOUS = Rule(
    "T009",
    "ambiguous-abbreviation",
    "info",
    "An abbreviation of the Vietnamese has several readings, and the English says none of them.",
)

_BODIES = "organisation"
_JOINED = ("-", ",", "&", "/")
"""Signs that make an abbreviation part of a longer one when no space stands between (VH-TT, TT&DL)."""
_CAPITALS = re.compile(r"[A-ZĐ](?<!\w.)[A-ZĐ]{1,5}\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_GOES_ON = re.compile(r"[\w'-]|,? (?:and|&) [A-Z]|, [A-Z]\w+ and [A-Z]")
"""What must not follow a name: it would be the beginning of a longer one (Ministry of Industry and Trade)."""
_PAST = re.compile(r"\b(?:former|formerly|then|old|previous|dissolved|predecessor)\W+(?:the )?$", re.I)
_FIGURE = re.compile(r"[\d.;:()]")
_SLIP = 2
_LEAST_LETTERS = 5


_ENDS_NOT = re.compile(r"[\w-]|(?<=:)\S")
"""What must not follow a wrong form: it is another word then."""


@lru_cache(maxsize=4)
def _wrong_forms(glossary: Glossary) -> tuple[dict[str, Term], Phrases]:
    """Forms in small letters with their terms, and a finder for all; those of the seas and islands are W's."""
    right = {form.lower(): term for term in glossary.terms for form in term.en_only_safe}
    right = {form: term for form, term in right.items() if form not in _OF_WORDING}
    return right, Phrases(right, _ENDS_NOT)


_OF_WORDING = {"south china sea", "xisha islands", "xisha", "nansha islands", "nansha"}


def never_used(pair: Pair) -> Iterator[Finding]:
    """Forms that are wrong in any English text; where the source has the very term, T002 tells them."""
    right, wrong = _wrong_forms(pair.context.glossary)
    for span in wrong.find(pair.lower):
        term = right[pair.lower[slice(*span)]]
        if _in_another_name(pair, span) or (pair.source and fold(term.vi) in fold(pair.source)):
            continue
        sure: Severity = "warning" if term.kind == _BODIES else "info"
        message = f"{pair.target[slice(*span)]!r} is not used; say {term.en!r}"
        yield ANYWHERE.at(pair.id, message, span=span, suggestion=term.en, severity=sure)


def _in_another_name(pair: Pair, wrong: tuple[int, int]) -> bool:
    """Whether the words are part of a longer name that is right (Party Civil Affairs Committee)."""
    for name in _holders(pair.context.glossary, pair.lower[slice(*wrong)]):
        at = pair.lower.find(name)
        while at >= 0:
            if at <= wrong[0] and wrong[1] <= at + len(name):
                return True
            at = pair.lower.find(name, at + 1)
    return False


@lru_cache(maxsize=256)
def _holders(glossary: Glossary, form: str) -> frozenset[str]:
    """Right English of the term base that holds a wrong form, in small letters."""
    said = (name.lower() for term in glossary.terms for name in (term.en, *term.alternatives))
    return frozenset(name for name in said if form in name)


def _names(term: Term) -> tuple[str, ...]:
    return tuple(n for n in (term.en, *term.alternatives) if n[:1].isupper() and " " in n)


@lru_cache(maxsize=16)
def _of_other_times(glossary: Glossary, day: date) -> tuple[dict[str, Term], Phrases]:
    """Names of bodies that no body has on that day, with their terms and a finder for all."""
    bodies = [t for t in glossary.terms if t.kind == _BODIES]
    valid = {name for t in bodies if t.valid_on(day) for name in _names(t)}
    other = {name: t for t in bodies if not t.valid_on(day) for name in _names(t) if name not in valid}
    return other, Phrases(other, _GOES_ON)


@lru_cache(maxsize=4)
def _all_bodies(glossary: Glossary) -> Phrases:
    bodies = (t for t in glossary.terms if t.kind == _BODIES and t.use == "protect")
    return Phrases({name for t in bodies for name in _names(t)}, _GOES_ON)


def bodies_named(glossary: Glossary, english: str) -> list[str]:
    """The names of bodies of the term base that stand in an English text."""
    return [english[start:end] for start, end in _all_bodies(glossary).find(english)]


def is_told_as_former(english: str, at: int) -> bool:
    """Whether what begins at a place of the English is called former, old or dissolved."""
    return _PAST.search(english[:at]) is not None


def of_its_time(pair: Pair) -> Iterator[Finding]:
    """Names of bodies against the article's day, except where the Vietnamese itself has the name of that time."""
    day = pair.context.published
    if day is None:
        return
    terms, others = _of_other_times(pair.context.glossary, day)
    for span in others.find(pair.target):
        name = pair.target[slice(*span)]
        term = terms[name]
        if (pair.source and fold(term.vi) in fold(pair.source)) or is_told_as_former(pair.target, span[0]):
            continue
        if term.valid_from and day < term.valid_from:
            message = f"{name} is a name since {term.valid_from}, after the day of the article"
            yield TIME.at(pair.id, message, span=span, severity="warning")
        else:
            yield TIME.at(pair.id, f"{name} was a name until {term.valid_to}", span=span)


@lru_cache(maxsize=4)
def _masked(glossary: Glossary) -> tuple[frozenset[str], frozenset[str], dict[tuple[str, ...], list[str]]]:
    """Names of bodies and ministers, their first words, and each name with a word masked to the words in its place."""
    names = {name for t in glossary.terms if t.kind == _BODIES for name in _names(t)}
    names |= {f"Minister{name.removeprefix('Ministry')}" for name in names if name.startswith("Ministry of ")}
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        words = _WORD.findall(name)
        for i in range(1, len(words)):
            if len(words) > 2 and len(words[i]) >= _LEAST_LETTERS:
                index[(*words[:i], "", *words[i + 1 :])].append(words[i])
    return frozenset(names), frozenset(name.split()[0] for name in names), dict(index)


@lru_cache(maxsize=4)
def _posts(glossary: Glossary) -> frozenset[str]:
    """The words of posts: a Minister is no misspelt Ministry."""
    titles = (t for t in glossary.terms if t.kind != _BODIES and t.en[:1].isupper())
    return frozenset(word for t in titles for word in t.en.split())


def near_official(pair: Pair) -> Iterator[Finding]:
    """Names that differ from an official one in a single word, and there by one or two letters."""
    if pair.source:
        return
    names, heads, index = _masked(pair.context.glossary)
    posts = _posts(pair.context.glossary)
    words = list(_WORD.finditer(pair.target))
    for start, head in enumerate(words):
        if head[0] not in heads:
            continue
        for end in range(min(len(words), start + 9), start + 2, -1):
            found = _slip([w[0] for w in words[start:end]], index, posts)
            span = (head.start(), words[end - 1].end())
            written = pair.target[slice(*span)]
            if found and written not in names and not _FIGURE.search(written) and not _known_elsewhere(pair, span):
                place, right = start + found[0], found[1]
                at = words[place].span()
                yield NEAR.at(pair.id, f"{written} is {right} in its official name", span=at, suggestion=right)
                break


def _known_elsewhere(pair: Pair, span: tuple[int, int]) -> bool:
    """Whether T006 tells the same words."""
    wrong = _wrong_forms(pair.context.glossary)[1]
    return any(start < span[1] and span[0] < end for start, end in wrong.find(pair.lower))


def _slip(words: list[str], index: dict[tuple[str, ...], list[str]], posts: frozenset[str]) -> tuple[int, str] | None:
    """The place of the one word that is wrong, and the right word; None where no official name is near."""
    for i in range(1, len(words)):
        for right in index.get((*words[:i], "", *words[i + 1 :]), ()):
            written = words[i].removesuffix("s").removesuffix("'") if "'" in words[i] else words[i]
            inflected = written.lower() in (right.lower(), f"{right}s".lower(), f"{right}es".lower())
            if not inflected and written not in posts and DamerauLevenshtein.distance(written, right) <= _SLIP:
                return i, right
    return None


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(reading.abbreviation for reading in built_in_abbreviations())


def ambiguous(pair: Pair) -> Iterator[Finding]:
    """Abbreviations that the Vietnamese does not settle and for which the English has chosen no reading."""
    source = pair.source or ""
    if _ambiguous().isdisjoint(_CAPITALS.findall(source)):
        return
    for match in pair.context.glossary.match(source, pair.context.published):
        inside = source[: match.start].endswith(_JOINED) or source[match.end :].startswith(("-", "&", "/"))
        if len(match.choices) < 2 or inside:
            continue
        said = [f for t in match.choices for f in (t.en, *t.alternatives, *filter(None, [t.abbr_en]))]
        if find(said, pair.lower) is None:
            span = (match.start, match.end)
            readings = ", ".join(f"{t.vi} ({t.en})" for t in match.choices)
            yield AMBIGUOUS.at(pair.id, f"{source[slice(*span)]} may be {readings}", side="source", span=span)


EXAMPLES = (
    Example(
        "T006",
        None,
        "The Homeland Front gave presents to poor households.",
        "The Vietnam Fatherland Front gave presents to poor households.",
    ),
    Example(
        "T007",
        None,
        "The Ministry of Agriculture and Environment issued a circular.",
        "The Ministry of Agriculture and Rural Development issued a circular.",
        on=date(2018, 8, 9),
    ),
    Example(
        "T007",
        None,
        "The Ministry of Transport opened the road.",
        "The Ministry of Construction opened the road.",
        on=date(2025, 9, 2),
    ),
    Example(
        "T008",
        None,
        "The Ministry of Home Affair issued a circular.",
        "The Ministry of Home Affairs issued a circular.",
    ),
    Example(
        "T008",
        None,
        "The Deputy Minister of Natural Resource and Environment spoke.",
        "The Deputy Minister of Natural Resources and Environment spoke.",
    ),
    Example(
        "T009",
        "BTC đã họp sáng nay.",
        "The meeting was held this morning.",
        "The Ministry of Finance met this morning.",
    ),
)

FAMILY = Family(
    (ANYWHERE, TIME, NEAR, AMBIGUOUS), pair=(never_used, of_its_time, near_official, ambiguous), examples=EXAMPLES
)
