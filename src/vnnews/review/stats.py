"""Figures of a review: words by origin and match, per person, distance from the machine's text, time span."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from vnnews.draft.log import Log
from vnnews.draft.model import Draft, Segment

_BANDS = ((1.0, "100%"), (0.95, "95-99%"), (0.85, "85-94%"), (0.75, "75-84%"), (0.5, "50-74%"))


@dataclass(frozen=True, slots=True)
class Figures:
    """What newsrooms count and pay by. Words are Vietnamese syllables.

    `edit_distance` is the share of the machine's words that people changed (None where there was no machine),
    `minutes` the time from the first to the last action of people (None without any).
    """

    segments: int
    words: int
    approved: int
    by_origin: dict[str, int]
    by_match: dict[str, int]
    by_person: dict[str, int]
    edit_distance: float | None
    minutes: int | None


def figures(draft: Draft, log: Log) -> Figures:
    """The figures of a draft and its log."""
    origins: Counter[str] = Counter()
    bands: Counter[str] = Counter()
    for s in draft.segments:
        origins[s.origin.kind if s.origin else "none"] += _words(s)
        bands[_band(s)] += _words(s)
    return Figures(
        segments=len(draft.segments),
        words=sum(map(_words, draft.segments)),
        approved=sum(s.approved for s in draft.segments),
        by_origin=dict(origins.most_common()),
        by_match=dict(bands.most_common()),
        by_person=_by_person(draft, log),
        edit_distance=_distance(draft, log),
        minutes=_minutes(log),
    )


def _words(segment: Segment) -> int:
    return len(segment.source.split())


def _band(segment: Segment) -> str:
    score = max((c.score for c in segment.candidates), default=0.0)
    if segment.origin is not None and segment.origin.kind == "memory":
        score = segment.origin.score or 1.0
    return next((name for least, name in _BANDS if score >= least), "no match")


def _by_person(draft: Draft, log: Log) -> dict[str, int]:
    """Words of the segments that each person edited or approved, each segment once for each person."""
    words = {s.id: _words(s) for s in draft.segments}
    pairs = {(e["by"], e["segment"]) for e in log.events if e["event"] in ("edited", "approved")}
    pairs |= {(e["by"], i) for e in log.events if e["event"] == "imported" for i in e["segments"]}
    out: Counter[str] = Counter()
    for person, segment in pairs:
        out[person] += words.get(segment, 0)
    return dict(sorted(out.items()))


def _distance(draft: Draft, log: Log) -> float | None:
    from rapidfuzz.distance import Indel

    changed = total = 0.0
    for s in draft.segments:
        base = log.base.get(s.id, ("", None, None))[1]
        if base and s.target is not None:
            words = len(base.split())
            changed += words * Indel.normalized_distance(base.split(), s.target.split())
            total += words
    return changed / total if total else None


def _minutes(log: Log) -> int | None:
    times = [datetime.fromisoformat(e["at"]) for e in log.events if e.get("by")]
    return round((max(times) - min(times)).total_seconds() / 60) if times else None
