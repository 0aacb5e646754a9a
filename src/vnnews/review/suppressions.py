"""Suppressions: findings that people put aside, as long as what they looked at has not changed.

They are kept in the log beside the file that was checked: a draft, an English article, a table of pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from vnnews.article import Article
from vnnews.draft import log
from vnnews.draft.log import Log, SuppressionKey
from vnnews.draft.model import Draft, pair_hash
from vnnews.errors import UsageError
from vnnews.finding import Finding

Hashes = Mapping[str, str]
"""A hash of what stands in each segment, by its id."""


def hashes_of(subject: Draft | Article) -> Hashes:
    """Of each segment of a draft both sides, of each block of an English article its text."""
    if isinstance(subject, Draft):
        return {s.id: s.hash for s in subject.segments}
    return {i: pair_hash("", text) for i, text in subject.texts()}


def key_of(finding: Finding, hashes: Hashes) -> SuppressionKey:
    """What a suppression of a finding is kept under: it lapses when what stands in the finding's segment changes.

    A finding about the article as a whole has no segment: its own words stand in, so that one such finding put aside
    does not hide the next.
    """
    if finding.segment is None:
        return finding.code, "", pair_hash(finding.message, finding.suggestion)
    return finding.code, finding.segment, hashes.get(finding.segment, "")


def put_aside(findings: Iterable[Finding], hashes: Hashes, kept: Log) -> tuple[Finding, ...]:
    """The findings with the log's suppressions, which hold as long as their segment has not changed."""
    return tuple(replace(f, suppressed=kept.suppressions.get(key_of(f, hashes))) for f in findings)


def suppress(path: Path, finding: Finding, hashes: Hashes, reason: str, by: str) -> SuppressionKey:
    """Note in the log of the file at `path` why a finding does not count; gives the key to take it back with.

    Raises UsageError when no reason is given, InputError when the log cannot be written.
    """
    if not reason.strip():
        raise UsageError("a suppression needs a reason", "say why the finding does not count")
    key = code, _, digest = key_of(finding, hashes)
    log.append(path, "suppressed", code=code, segment=finding.segment, hash=digest, reason=reason.strip(), by=by)
    return key


def take_back(path: Path, key: SuppressionKey, by: str) -> None:
    """Let a finding count again."""
    code, segment, digest = key
    log.append(path, "unsuppressed", code=code, segment=segment or None, hash=digest, by=by)
