"""Examine: every finding that stands against a draft or an English article, with what people have put aside."""

from __future__ import annotations

from vnnews.article import Article
from vnnews.draft.log import Log
from vnnews.draft.model import Draft
from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_article, check_draft
from vnnews.review.suppressions import hashes_of, put_aside
from vnnews.settings import Settings
from vnnews.translate.update import RULES as _UPDATES

LASTING = frozenset(rule.code for rule in _UPDATES)
"""What an update or a merge found: no check can find it again, so it counts from the draft until somebody decides."""


def lasting(draft: Draft) -> tuple[Finding, ...]:
    """The findings of a draft that no check can find again."""
    return tuple(f for f in draft.findings if f.code in LASTING)


def examine(subject: Draft | Article, settings: Settings, kept: Log) -> tuple[Finding, ...]:
    """The findings of all checks, and those that last; `kept` is the log beside the file."""
    found: tuple[Finding, ...]
    if isinstance(subject, Draft):
        style = style_for(settings)
        found = (*lasting(subject), *check_draft(subject, context_for(settings, subject.article), style))
    else:
        found = check_article(subject, context_for(settings, subject), style_for(settings))
    return put_aside(found, hashes_of(subject), kept)
