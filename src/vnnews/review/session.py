"""Session: one person's review of one draft, kept on disk after every step.

Every action changes the draft, saves it and writes the log before it returns, so that nothing is lost whenever the
person stops. The terminal, Word and other tools are only different hands on these actions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from vnnews.draft import log, store
from vnnews.draft.log import SuppressionKey
from vnnews.draft.model import Draft, Fate, Origin, Segment
from vnnews.errors import UsageError
from vnnews.finding import Finding
from vnnews.review import suppressions
from vnnews.review.examine import LASTING, lasting
from vnnews.vietnamese.normalise import clean

Check = Callable[[Draft], tuple[Finding, ...]]
Remember = Callable[[Draft, Segment], None]


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at: a finding of a segment or (segment None) of the article, or a segment to be approved."""

    segment: str | None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    """What undoing a change of a segment brings back: the segment and the findings that the change settled."""

    segment: Segment
    settled: tuple[Finding, ...]


@dataclass
class Session:
    """A review by one person. `check` makes the findings of a draft, `remember` stores an approved pair.

    `approvals` is how many different people must approve a segment before it counts as reviewed.
    """

    path: Path
    by: str
    check: Check
    remember: Remember = lambda draft, segment: None
    approvals: int = 1
    draft: Draft = field(init=False)
    _seen: str = field(init=False)
    _done: list[_Done | SuppressionKey] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.draft = store.load(self.path)
        self._seen = store.fingerprint(self.path)
        self._recheck()

    def stops(self) -> list[Stop]:
        """What is left to look at, in reading order: of each segment its standing findings, else its approval.

        An approved segment is looked at again only for what an update or a merge has found since. One that was merged
        or left out is looked at for findings only: of a merged one, what the sentence it went into does not say. What
        was found about the article as a whole, such as a removed sentence, comes last.
        """
        standing: dict[str, list[Finding]] = {}
        for f in self.draft.findings:
            if f.suppressed is None and f.segment is not None:
                standing.setdefault(f.segment, []).append(f)
        out: list[Stop] = []
        for s in self.draft.segments:
            found = standing.get(s.id, [])
            if s.approved:
                out += [Stop(s.id, f) for f in found if f.code in LASTING]
            elif s.fate in ("merged", "omitted"):
                out += [Stop(s.id, f) for f in found]
            else:
                out += [Stop(s.id, f) for f in found] or [Stop(s.id)]
        return [*out, *(Stop(None, f) for f in self.draft.findings if f.segment is None and f.suppressed is None)]

    def begin(self) -> int:
        """The stop to begin with: the first one at or after the segment that was last worked on, else the first."""
        order: dict[str | None, int] = {s.id: n for n, s in enumerate(self.draft.segments)}
        events = [e for e in log.read(self.path).events if e.get("segment") in order and e.get("by")]
        if not events:
            return 0
        last = order[events[-1]["segment"]]
        stops = enumerate(self.stops())
        return next((n for n, stop in stops if order.get(stop.segment, len(order)) >= last), 0)

    def edit(self, identity: str, target: str) -> None:
        """Set the English of a segment. The text becomes NFC and loses white space at its ends."""
        before = self.draft.segment(identity)
        said = clean(target).strip()
        if said == before.target:
            return
        origin = Origin("human", self.by)
        self._change(before, replace(before, target=said, target_marks=(), state="translated", origin=origin))
        log.append(self.path, "edited", segment=identity, by=self.by, was=before.target, target=said)

    def accept(self, finding: Finding) -> None:
        """Put a finding's suggestion in place of the words it points at.

        Raises UsageError when it has none or points at the source.
        """
        if finding.suggestion is None or finding.segment is None or finding.side != "target":
            raise UsageError("this finding has no suggestion to accept", "edit the sentence")
        target = self.draft.segment(finding.segment).target or ""
        start, end = finding.span
        self.edit(finding.segment, target[:start] + finding.suggestion + target[end:])

    def approve(self, identity: str) -> None:
        """Approve the English of a segment; it counts as reviewed once enough different people have.

        Raises UsageError for a segment without English.
        """
        before = self.draft.segment(identity)
        if before.target is None:
            raise UsageError(f"{identity} has no English yet", "edit it first")
        enough = len(approvers(self.path, before) | {self.by}) >= self.approvals
        after = replace(before, state="reviewed") if enough else before
        self._change(before, after)
        log.append(self.path, "approved", segment=identity, by=self.by, state=after.state, hash=before.hash)
        if enough:
            self.remember(self.draft, after)

    def decide(self, identity: str, fate: Fate, into: str | None = None) -> None:
        """Say what became of a sentence on purpose: kept, merged (into another), moved or omitted."""
        before = self.draft.segment(identity)
        if into is not None:
            try:
                self.draft.segment(into)
            except KeyError:
                raise UsageError(f"there is no segment {into}", "give the id of the segment it went into") from None
        self._change(before, replace(before, fate=fate, into=into))
        log.append(self.path, "fate", segment=identity, by=self.by, fate=fate, into=into)

    def suppress(self, finding: Finding, reason: str) -> None:
        """Put a finding aside with a reason; it comes back when either side of its segment changes."""
        hashes = suppressions.hashes_of(self.draft)
        self._done.append(suppressions.suppress(self.path, finding, hashes, reason, self.by))
        self._recheck()

    def undo(self) -> str | None:
        """Take the last action back; gives the segment it was about ("" for the article), None where none is left."""
        if not self._done:
            return None
        last = self._done.pop()
        if not isinstance(last, _Done):
            suppressions.take_back(self.path, last, self.by)
            self._recheck()
            return last[1]
        segment = last.segment
        self._save(replace(self.draft.with_segments([segment]), findings=(*self.draft.findings, *last.settled)))
        was = {"target": segment.target, "state": segment.state, "fate": segment.fate}
        log.append(self.path, "undone", segment=segment.id, by=self.by, **was)
        return segment.id

    def _change(self, before: Segment, after: Segment) -> None:
        """Put a person's decision on a segment in place, which settles what an update had found about it."""
        settled = tuple(f for f in self.draft.findings if f.segment == after.id and f.code in LASTING)
        left = tuple(f for f in self.draft.findings if f not in settled)
        self._save(replace(self.draft.with_segments([after]), findings=left))
        self._done.append(_Done(before, settled))

    def _save(self, draft: Draft) -> None:
        draft = self._checked(replace(draft, reviewer=self.by))
        self._seen = store.save(draft, self.path, expected=self._seen)
        self.draft = draft

    def _recheck(self) -> None:
        self.draft = self._checked(self.draft)

    def _checked(self, draft: Draft) -> Draft:
        """The draft with its findings made anew, and what has been put aside and still holds marked as such.

        No check can find again what an update or a merge found: that stays until somebody decides on the segment.
        """
        found = (*lasting(draft), *self.check(draft))
        kept = log.read(self.path)
        return replace(draft, findings=suppressions.put_aside(found, suppressions.hashes_of(draft), kept))


def approvers(path: Path, segment: Segment) -> set[str]:
    """Who has approved this very pair before, by the log of the draft at `path`."""
    events = log.read(path).events
    return {e["by"] for e in events if e["event"] == "approved" and e.get("hash") == segment.hash}
