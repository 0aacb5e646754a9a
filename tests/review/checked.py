"""The findings of pairs, as several tests of checks ask for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_pairs
from vnnews.settings import Settings


def findings(*pairs: tuple[str, str], on: date | None = None) -> tuple[Finding, ...]:
    settings = Settings()
    triples = [(str(n), vi, en) for n, (vi, en) in enumerate(pairs, 1)]
    return check_pairs(triples, replace(context_for(settings), published=on), style_for(settings))


def codes(vi: str, en: str, *, info: bool = False) -> set[str]:
    return {f.code for f in findings((vi, en)) if info or f.severity != "info"}
