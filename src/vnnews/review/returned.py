"""What comes back from other tools: the texts that went out are in the log, so each change is seen for what it is.

A file leaves with `sent`, which notes the text of every segment in the log under the file's name; `take_back` merges
what returned, three ways, with what happened to the draft meanwhile. Nothing is overwritten: where both sides
changed a segment, the draft's text stands and the returned one is a candidate with a finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vnnews.draft import log, store
from vnnews.draft.model import Draft, Origin, Segment, State
from vnnews.errors import InputError
from vnnews.review.session import Remember, approvers
from vnnews.translate.update import CONFLICT, Update, merge
from vnnews.vietnamese.normalise import clean


@dataclass(frozen=True, slots=True)
class Returned:
    """A segment as it came back; `comment` is what the person wrote beside it, `state` None where the tool has none."""

    id: str
    target: str | None
    state: State | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file back did: ids of segments changed, in conflict, unknown to the draft, and the comments."""

    changed: tuple[str, ...]
    conflicts: tuple[str, ...]
    unknown: tuple[str, ...]
    comments: dict[str, str]


def sent(path: Path, draft: Draft, file: Path, tool: str) -> None:
    """Note in the draft's log what went out, under the file's name."""
    segments = {s.id: {"target": s.target, "state": s.state} for s in draft.segments}
    log.append(path, "exported", tool=tool, file=file.name, segments=segments)


def take_back(
    path: Path,
    file: Path,
    tool: str,
    by: str,
    rows: Iterable[Returned],
    *,
    remember: Remember = lambda draft, segment: None,
    approvals: int = 1,
) -> Taken:
    """Merge the returned segments into the draft at `path`, save it and note it in the log.

    What came back approved counts as approved by `by`: it is reviewed when that makes `approvals` different people,
    and then given to `remember`. Raises InputError when nothing of that name was ever sent out for this draft,
    ConflictError when somebody writes the draft at the same moment.
    """
    seen = store.fingerprint(path)
    theirs = store.load(path)
    base = _base(path, file, theirs)
    known = {s.id: s for s in theirs.segments}
    rows = list(rows)
    mine = theirs.with_segments(
        _changed(known[r.id], base[r.id], r, by) for r in rows if r.id in known and r.id in base
    )
    done = _counted(path, theirs, merge(mine, theirs, base), by, approvals)
    approved = [s for s in done.draft.segments if s.id in _newly_approved(theirs, mine)]
    changed = _differing(theirs, done)
    comments = {r.id: r.comment for r in rows if r.comment}
    conflicts = tuple(
        f.segment or "" for f in done.draft.findings if f.code == CONFLICT.code and f not in theirs.findings
    )
    if changed or conflicts:
        store.save(done.draft, path, expected=seen)
    said = {i: {"target": s.target, "state": s.state} for i, s in ((i, done.draft.segment(i)) for i in changed)}
    log.append(
        path, "imported", by=by, tool=tool, file=file.name, segments=said, conflicts=conflicts, comments=comments
    )
    for segment in approved:
        if segment.id not in conflicts:
            log.append(path, "approved", segment=segment.id, by=by, state=segment.state, hash=segment.hash)
            if segment.approved:
                remember(done.draft, segment)
    return Taken(changed, conflicts, tuple(r.id for r in rows if r.id not in known), comments)


def _newly_approved(theirs: Draft, mine: Draft) -> set[str]:
    """The segments that came back approved and were not so in the draft."""
    before = {s.id: s for s in theirs.segments}
    return {s.id for s in mine.segments if s.approved and not before[s.id].approved}


def _counted(path: Path, theirs: Draft, done: Update, by: str, approvals: int) -> Update:
    """The merge with those segments back in translation that not enough people have approved."""
    fresh = _newly_approved(theirs, done.draft)
    few = [
        replace(s, state="translated")
        for s in done.draft.segments
        if s.id in fresh and len(approvers(path, s) | {by}) < approvals
    ]
    return replace(done, draft=done.draft.with_segments(few))


def _base(path: Path, file: Path, now: Draft) -> dict[str, Segment]:
    """The segments as they were when the file went out."""
    out = [e for e in log.read(path).events if e["event"] == "exported" and e["file"] == file.name]
    if not out:
        raise InputError(
            f"{file}: no file of this name was made from {path}",
            "give it back the name it had, or name the right draft",
        )
    went = out[-1]["segments"]
    return {s.id: replace(s, **went[s.id], target_marks=()) for s in now.segments if s.id in went}


def _changed(now: Segment, base: Segment, row: Returned, by: str) -> Segment:
    """The segment as the other tool left it: the base with its text and state, as a person's work if it changed."""
    target = clean(row.target).strip() if row.target else None
    if target == base.target or target is None:
        return replace(base, state=row.state or base.state)
    return replace(now, target=target, target_marks=(), state=row.state or "translated", origin=Origin("human", by))


def _differing(theirs: Draft, done: Update) -> tuple[str, ...]:
    before = {s.id: (s.target, s.state) for s in theirs.segments}
    return tuple(s.id for s in done.draft.segments if (s.target, s.state) != before[s.id])
