"""A draft as the JSON object of docs/schemas/translate.schema.json, for other programs."""

from __future__ import annotations

from typing import Any

from vnnews.draft.model import Draft, Segment
from vnnews.translate.protect import find_form


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """{article, segments, findings, engines, glossary}; where each term stands in the target is computed here."""
    return {
        "article": draft.article.to_json(),
        "segments": [_segment(s, draft) for s in draft.segments],
        "findings": [f.to_json() for f in draft.findings],
        "engines": draft.engines(),
        "glossary": {"name": draft.glossary.name, "version": draft.glossary.version, "hash": draft.glossary.hash},
    }


def _segment(segment: Segment, draft: Draft) -> dict[str, Any]:
    return {
        "id": segment.id,
        "block": segment.block,
        "source": segment.source,
        "target": segment.target,
        "state": segment.state,
        "origin": segment.origin.to_json() if segment.origin else None,
        "terms": _terms(segment),
        "findings": [f.id for f in draft.findings if f.segment == segment.id],
    }


def _terms(segment: Segment) -> list[dict[str, Any]]:
    """The protected Items with their spans; `target_span` is null where none of the right forms stands."""
    taken: list[tuple[int, int]] = []
    spans: dict[int, tuple[int, int]] = {}
    uses = list(enumerate(segment.terms))
    for n, use in sorted(uses, key=lambda p: -len(p[1].target)):
        span = find_form(segment.target or "", (use.target, *use.accepted), taken)
        if span is not None:
            taken.append(span)
            spans[n] = span
    return [
        {
            "source": use.source,
            "target": use.target,
            "source_span": list(use.source_span),
            "target_span": list(spans[n]) if n in spans else None,
        }
        for n, use in uses
    ]
