"""Checks: one module a family of findings, and the three ways to run them: drafts, pairs, English alone."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence

from vnnews.article import Article
from vnnews.draft.model import Draft
from vnnews.english.style import Style
from vnnews.finding import Finding, Rule
from vnnews.review.checks import (
    bounds,
    completeness,
    consistency,
    content,
    editing,
    former_places,
    negation,
    official_names,
    opposites,
    people_places,
    posts,
    style,
    terms,
    values,
    wording,
)
from vnnews.review.checks.base import Family, Pair, Paragraph, Whole
from vnnews.review.checks.fates import paragraphs_of
from vnnews.translate import findings as translating
from vnnews.translate import update as updating
from vnnews.vietnamese import Context

FAMILIES: tuple[Family, ...] = tuple(
    m.FAMILY
    for m in (
        terms,
        official_names,
        former_places,
        values,
        bounds,
        people_places,
        posts,
        completeness,
        content,
        negation,
        opposites,
        style,
        editing,
        wording,
        consistency,
    )
)

_PAIR_CHECKS = tuple(check for family in FAMILIES for check in family.pair)
_PARAGRAPH_CHECKS = tuple(check for family in FAMILIES for check in family.paragraph)

RULES: tuple[Rule, ...] = (*(r for f in FAMILIES for r in f.rules), *translating.RULES, *updating.RULES)
"""Every rule that can make a finding of a draft."""

SAFE = frozenset({"S001", "S002", "S003", "S005", "S006", "S007", "S008", "S010", "S014"})
"""Codes whose suggestion may be put in place without asking anybody."""


def check_draft(draft: Draft, context: Context, style: Style) -> tuple[Finding, ...]:
    """All findings of a draft's segments, with what was merged, moved or left out on purpose."""
    empty = (s for s in draft.segments if s.target is None and s.fate in ("kept", "moved"))
    found = [completeness.EMPTY.at(s.id, "the sentence has no English", side="source") for s in empty]
    return (*found, *_run(paragraphs_of(draft, context, style)))


def check_pairs(pairs: Iterable[tuple[str, str, str]], context: Context, style: Style) -> tuple[Finding, ...]:
    """All findings of (id, Vietnamese, English) triples, each a paragraph of its own."""
    return tuple(_run(Paragraph([Pair(i, vi, en, context, style)]) for i, vi, en in pairs))


def check_article(article: Article, context: Context, style: Style) -> tuple[Finding, ...]:
    """The findings of an English article that need no source, with those of its reading."""
    paragraphs = (Paragraph([Pair(i, None, text, context, style)]) for i, text in article.texts())
    return (*article.findings, *_run(paragraphs))


def _run(paragraphs: Iterable[Paragraph]) -> list[Finding]:
    """All findings of the paragraphs.

    The collector of cycles rests meanwhile: it would walk the term base again and again, and what is made here has no
    cycles.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return _found(list(paragraphs))
    finally:
        if resting:
            gc.enable()


def _found(paragraphs: Sequence[Paragraph]) -> list[Finding]:
    found: list[Finding] = []
    for paragraph in paragraphs:
        for pair in paragraph.pairs:
            for pair_check in _PAIR_CHECKS if pair.target else ():
                found.extend(pair_check(pair))
        for paragraph_check in _PARAGRAPH_CHECKS:
            found.extend(paragraph_check(paragraph))
    whole = Whole([pair for paragraph in paragraphs for pair in paragraph.pairs if pair.target])
    for family in FAMILIES:
        for whole_check in family.whole:
            found.extend(whole_check(whole))
    return found
