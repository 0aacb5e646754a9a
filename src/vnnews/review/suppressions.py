"""Suppressions: findings that people put aside, as long as what they looked at has not changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vnnews.draft.log import Log
from vnnews.draft.model import Draft, pair_hash
from vnnews.finding import Finding


def put_aside(findings: Iterable[Finding], draft: Draft, kept: Log) -> tuple[Finding, ...]:
    """The findings with the log's suppressions, which hold as long as neither side of their segment has changed."""
    hashes = {s.id: s.hash for s in draft.segments}
    out = []
    for f in findings:
        pair = hashes.get(f.segment, "") if f.segment else pair_hash("", None)
        out.append(replace(f, suppressed=kept.suppressions.get((f.code, f.segment or "", pair))))
    return tuple(out)
