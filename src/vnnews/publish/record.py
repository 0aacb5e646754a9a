"""The record of a page: where its text came from, who and what worked on it, what was checked."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vnnews import __version__
from vnnews.article import Article
from vnnews.clock import now
from vnnews.draft.model import Draft
from vnnews.finding import Finding
from vnnews.publish.credits import shown
from vnnews.publish.gate import Outcome


def record_of(subject: Draft | Article, outcome: Outcome, *, title_given: bool) -> dict[str, Any]:
    """The record as a JSON object (docs/schemas/record.schema.json, "record").

    "title" tells where the title is from: the "article", "given" by a person, or the "beginning" of a text without
    one. "forced" holds what the gate was passed over, with --force; "replaces" is the version of the page before this
    one (`history` knows it).
    """
    draft = subject if isinstance(subject, Draft) else None
    article = subject.article if isinstance(subject, Draft) else subject
    p = article.provenance
    record: dict[str, Any] = {
        "vnnews": __version__,
        "source": {
            "url": article.url,
            "sha256": p.sha256,
            "retrieved": p.retrieved,
            "reader": f"{p.reader} {p.reader_version}",
            "encoding": p.encoding,
        },
        "title": "given" if title_given else "article" if article.title else "beginning",
        "checks": {
            "run": list(outcome.codes),
            "standing": _standing(outcome.findings),
            "suppressed": [_suppressed(f) for f in outcome.findings if f.suppressed],
        },
        "forced": None
        if outcome.open
        else {
            "at": now(),
            "errors": [{"code": f.code, "segment": f.segment, "message": f.message} for f in outcome.errors],
            "unapproved": len(outcome.unapproved or ()),
        },
        "replaces": None,
    }
    if draft is not None:
        record |= _of_draft(draft)
    return record


def _of_draft(draft: Draft) -> dict[str, Any]:
    segments = shown(draft)
    g = draft.glossary
    return {
        "segments": {
            "total": len(segments),
            "approved": sum(s.approved for s in segments),
            "untranslated": sum(s.target is None for s in segments),
            "left_out": sum(s.fate == "omitted" for s in draft.segments),
            "merged": sum(s.fate == "merged" for s in draft.segments),
        },
        "engines": _shares(draft),
        "glossary": {"name": g.name, "version": g.version, "hash": g.hash},
        "translator": draft.translator,
        "reviewer": draft.reviewer,
    }


def _shares(draft: Draft) -> list[dict[str, Any]]:
    """Who or what supplied the sentences that stand on the page, the largest share first."""
    counts: Counter[tuple[str, str | None, str | None]] = Counter()
    segments = shown(draft)
    for s in segments:
        if s.origin is not None and s.target is not None:
            person = s.origin.kind == "human"
            counts[s.origin.kind, None if person else s.origin.engine, None if person else s.origin.version] += 1
    return [
        {"kind": kind, "engine": engine, "version": version, "segments": n, "share": round(n / len(segments), 4)}
        for (kind, engine, version), n in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    ]


def _standing(findings: tuple[Finding, ...]) -> dict[str, int]:
    counts = Counter(f.severity for f in findings if f.suppressed is None)
    return {severity: counts[severity] for severity in ("error", "warning", "info")}


def _suppressed(f: Finding) -> dict[str, Any]:
    assert f.suppressed is not None
    aside = f.suppressed
    return {"code": f.code, "segment": f.segment, "reason": aside.reason, "by": aside.by, "at": aside.at}
