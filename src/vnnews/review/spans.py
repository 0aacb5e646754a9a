"""Where the English of a segment's terms stands, to be shown to people."""

from __future__ import annotations

from vnnews.draft.model import Segment


def english_spans(segment: Segment) -> list[tuple[int, int]]:
    """Where the English of the terms stands in the target, first come first served; what is not found is left out."""
    spans: list[tuple[int, int]] = []
    for use in segment.terms:
        for form in (use.target, *use.accepted):
            start = (segment.target or "").find(form)
            span = (start, start + len(form))
            if form and start >= 0 and all(span[1] <= a or b <= span[0] for a, b in spans):
                spans.append(span)
                break
    return spans
