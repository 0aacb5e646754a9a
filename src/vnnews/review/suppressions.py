"""Suppressions: findings that people put aside, as long as what they looked at has not changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vnnews.draft.log import Log, SuppressionKey
from vnnews.draft.model import Draft, pair_hash
from vnnews.finding import Finding


def key_of(finding: Finding, draft: Draft) -> SuppressionKey:
    """What a suppression of a finding is kept under: it lapses when either side of the finding's segment changes.

    A finding about the article as a whole has no segment: its own words stand in, so that one such finding put aside
    does not hide the next.
    """
    return _key(finding, {s.id: s.hash for s in draft.segments})


def put_aside(findings: Iterable[Finding], draft: Draft, kept: Log) -> tuple[Finding, ...]:
    """The findings with the log's suppressions, which hold as long as neither side of their segment has changed."""
    hashes = {s.id: s.hash for s in draft.segments}
    return tuple(replace(f, suppressed=kept.suppressions.get(_key(f, hashes))) for f in findings)


def _key(finding: Finding, hashes: Mapping[str, str]) -> SuppressionKey:
    if finding.segment is None:
        return finding.code, "", pair_hash(finding.message, finding.suggestion)
    return finding.code, finding.segment, hashes.get(finding.segment, "")
