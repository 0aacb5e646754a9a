"""Fix: what can be mended in a draft without a person's judgement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.clock import now
from vnnews.draft import log, store
from vnnews.draft.model import Segment
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import SAFE, check_draft
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.finding import Finding
    from vnnews.review.selection import Selection


def mend_draft(path: Path, settings: Settings, selection: Selection) -> int:
    """Put the suggestions of safe rules in place in a draft's unapproved segments; gives how many."""
    from dataclasses import replace

    seen = store.fingerprint(path)
    draft = store.load(path)
    found = check_draft(draft, context_for(settings, draft.article), style_for(settings))
    safe = [f for f in found if f.code in SAFE and f.suggestion is not None and selection.takes(f.code)]
    changed = []
    count = 0
    for segment in draft.segments:
        mine = [f for f in safe if f.segment == segment.id]
        if mine and not segment.approved and segment.target is not None:
            changed.append(replace(segment, target=_applied(segment, mine), target_marks=()))
            count += len(mine)
    if changed:
        store.save(draft.with_segments(changed), path, expected=seen)
        log.append(path, "mended", segments={s.id: s.target for s in changed}, on=now())
    return count


def _applied(segment: Segment, findings: list[Finding]) -> str:
    text = segment.target or ""
    for f in sorted(findings, key=lambda f: f.span, reverse=True):
        text = text[: f.span[0]] + (f.suggestion or "") + text[f.span[1] :]
    return text
