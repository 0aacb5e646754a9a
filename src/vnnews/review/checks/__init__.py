"""Checks: one module a family of findings, and the three ways to run them: drafts, pairs, English alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
    """All findings of a draft's segments; those left out or merged on purpose are read with their paragraph."""
    pairs: list[tuple[str, Pair]] = []
    empty = []
    for s in draft.segments:
        if s.fate in ("omitted", "merged"):
            continue
        if s.target is None:
            empty.append(completeness.EMPTY.at(s.id, "the sentence has no English", side="source"))
        else:
            pairs.append((s.block, Pair(s.id, s.source, s.target, context, style, s.block == "title")))
    return (*empty, *_run(pairs))


def check_pairs(pairs: Iterable[tuple[str, str, str]], context: Context, style: Style) -> tuple[Finding, ...]:
    """All findings of (id, Vietnamese, English) triples, each a paragraph of its own."""
    return tuple(_run([(i, Pair(i, vi, en, context, style)) for i, vi, en in pairs]))


def check_article(article: Article, context: Context, style: Style) -> tuple[Finding, ...]:
    """The findings of an English article that need no source, with those of its reading."""
    pairs = [(i, Pair(i, None, text, context, style)) for i, text in article.texts()]
    return (*article.findings, *_run(pairs))


def _run(pairs: Sequence[tuple[str, Pair]]) -> Iterator[Finding]:
    paragraphs = [Paragraph([p for _, p in group]) for _, group in groupby(pairs, key=lambda x: x[0])]
    whole = Whole([p for _, p in pairs], paragraphs)
    for paragraph in paragraphs:
        for pair in paragraph.pairs:
            for pair_check in _PAIR_CHECKS:
                yield from pair_check(pair)
        for paragraph_check in _PARAGRAPH_CHECKS:
            yield from paragraph_check(paragraph)
    for family in FAMILIES:
        for whole_check in family.whole:
            yield from whole_check(whole)
