"""Findings: what somebody should look at, with a stable code, and the rules that make them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]
Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding, declared beside the code that makes it.

    `code` is a family letter and three digits (`N001`) and never changes its meaning; `name` is the words
    used on the command line; `summary` is the one docs line; `needs_source` says whether the rule can only
    be applied where the Vietnamese is at hand; `default` whether it runs without being selected.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    needs_source: bool = True
    default: bool = True

    def at(
        self,
        segment: str | None,
        message: str,
        *,
        side: Side = "target",
        span: tuple[int, int] = (0, 0),
        suggestion: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Make a finding of this rule; `span` counts code points of the NFC text of that side."""
        key = "\x1f".join((self.code, segment or "", side, f"{span[0]}-{span[1]}", message))
        identity = hashlib.sha256(key.encode()).hexdigest()[:10]
        return Finding(
            id=f"f{identity}",
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            segment=segment,
            side=side,
            span=span,
            message=message,
            suggestion=suggestion,
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding was put aside, by whom, and when (ISO 8601, UTC)."""

    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `span` is [start, end) in code points of the NFC text of `side`."""

    id: str
    code: str
    name: str
    severity: Severity
    segment: str | None
    side: Side
    span: tuple[int, int]
    message: str
    suggestion: str | None = None
    suppressed: Suppression | None = None

    def suppress(self, reason: str, by: str, at: str) -> Finding:
        """The same finding, put aside with a reason."""
        return replace(self, suppressed=Suppression(reason, by, at))

    def to_json(self) -> dict[str, Any]:
        """The finding as the JSON object of docs/schemas/finding.schema.json."""
        aside = self.suppressed
        return {
            "id": self.id,
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "segment": self.segment,
            "side": self.side,
            "span": list(self.span),
            "message": self.message,
            "suggestion": self.suggestion,
            "suppressed": aside and {"reason": aside.reason, "by": aside.by, "at": aside.at},
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """The reverse of `to_json`; raises KeyError or TypeError on a malformed object."""
        aside = data.get("suppressed")
        return cls(
            id=data["id"],
            code=data["code"],
            name=data["name"],
            severity=data["severity"],
            segment=data["segment"],
            side=data["side"],
            span=(data["span"][0], data["span"][1]),
            message=data["message"],
            suggestion=data.get("suggestion"),
            suppressed=Suppression(**aside) if aside else None,
        )


def standing(findings: Iterable[Finding], severity: Severity = "error") -> list[Finding]:
    """The findings of one severity that nobody has put aside."""
    return [f for f in findings if f.severity == severity and f.suppressed is None]


def gathered(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """The first finding of every rule in every segment, in order, with how many more of the kind there are."""
    first: dict[tuple[str | None, str], Finding] = {}
    more: dict[tuple[str | None, str], int] = {}
    for f in findings:
        key = (f.segment, f.code)
        if f.segment is not None and key in first:
            more[key] += 1
        else:
            key = key if f.segment is not None else (f.id, f.code)
            first[key], more[key] = f, 0
    return [(f, more[key]) for key, f in first.items()]
