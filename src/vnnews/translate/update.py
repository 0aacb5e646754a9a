"""Update: a draft made anew after a change of glossary, engine, style or source, with every person's work kept.

Pure functions from drafts to drafts; asking the engine is `translate_article`'s part, files are the command's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from vnnews.draft.model import Candidate, Draft, Segment, TermUse
from vnnews.finding import Finding, Rule

CHANGED_TERMS = Rule(
    "U001", "update-would-change", "warning",
    "After the update the machine would say this sentence otherwise; a person's text was kept.",
)  # fmt: skip
SOURCE_CHANGED = Rule(
    "U002", "source-changed", "warning",
    "The Vietnamese sentence changed after a person had worked on its English, which is offered as a candidate.",
)  # fmt: skip
SOURCE_GONE = Rule(
    "U003", "source-gone", "warning", "The Vietnamese sentence was removed; a person's English of it left the draft."
)
CONFLICT = Rule(
    "U004", "conflicting-edits", "error",
    "Two people changed the same sentence; one text stands, the other is offered as a candidate.",
)  # fmt: skip
RULES = (CHANGED_TERMS, SOURCE_CHANGED, SOURCE_GONE, CONFLICT)

_ALIKE = 0.6
"""From this likeness on a changed sentence is taken for a new version of the old one, not for another sentence."""


@dataclass(frozen=True, slots=True)
class Update:
    """The updated draft, its update findings included, and what was done by segment id."""

    draft: Draft
    redone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[Segment, ...] = ()


def update(old: Draft, fresh: Draft, base: Mapping[str, str | None]) -> Update:
    """Take the machine's `fresh` draft (of the same or a changed article) and put the people's work of `old` into it.

    `base` holds the machine's last text of each old segment. Untouched segments take the fresh text; touched ones
    with the same source keep text, state and origin, and get a finding with a ready patch where the glossary or the
    machine now says it otherwise. A touched segment whose source changed becomes a candidate of its successor, which
    stands at state initial or translated; one whose source is gone is reported with its text.
    """
    partner = pair_up(old.segments, fresh.segments)
    segments: list[Segment] = []
    findings: list[Finding] = []
    done: dict[str, list[str]] = {"redone": [], "kept": [], "carried": [], "new": []}
    for segment in fresh.segments:
        before = partner.get(segment.id)
        taken, found, what = _settle(before, segment, base)
        segments.append(taken)
        findings += found
        done[what].append(segment.id)
    paired = {s.id for s in partner.values()}
    gone = tuple(s for s in old.segments if s.id not in paired and s.touched and s.target)
    findings += [SOURCE_GONE.at(None, f"removed: {s.id}", side="source", suggestion=s.target) for s in gone]
    into = {s.id: new for new, s in partner.items()}
    segments = [replace(s, into=into.get(s.into, s.into)) if s.into else s for s in segments]
    # What was found in the machine's English says nothing about the text that a person left there.
    told = [f for f in fresh.findings if f.segment not in done["kept"] or f.side == "source"]
    draft = replace(
        fresh,
        segments=tuple(segments),
        findings=(*told, *findings),
        translator=old.translator or fresh.translator,
        reviewer=old.reviewer or fresh.reviewer,
    )
    return Update(draft, **{k: tuple(v) for k, v in done.items()}, gone=gone)


def _settle(
    before: Segment | None, fresh: Segment, base: Mapping[str, str | None]
) -> tuple[Segment, list[Finding], str]:
    if before is None:
        return fresh, [], "new"
    if before.source != fresh.source:
        if not (before.touched and before.target):
            return fresh, [], "redone"
        offered = Candidate(before.source, before.target, _likeness(before.source, fresh.source), "before the change")
        changed = replace(fresh, state="initial", candidates=(offered, *fresh.candidates))
        return changed, [_whole(SOURCE_CHANGED, fresh, "the source changed", before.target)], "redone"
    if not before.touched and before.fate == "kept":
        return fresh, [], "redone" if before.target != fresh.target else "carried"
    kept = replace(
        fresh,
        target=before.target,
        target_marks=before.target_marks,
        state=before.state,
        origin=before.origin,
        fate=before.fate,
        into=before.into,
    )
    return kept, [*_patches(before, fresh, base.get(before.id))], "kept"


def _patches(before: Segment, fresh: Segment, base: str | None) -> Iterator[Finding]:
    """What a person's text would need after the update: the new words of each changed term, else the fresh text."""
    changed = [(old, new) for old in before.terms for new in fresh.terms if _renamed(old, new)]
    for old, new in changed:
        span = _only(before.target or "", (old.target, *old.accepted))
        if span is not None and _only(before.target or "", (new.target, *new.accepted)) is None:
            message = f"{old.source!r} is now {new.target!r}"
            yield CHANGED_TERMS.at(fresh.id, message, span=span, suggestion=new.target)
    if not changed and fresh.target not in (None, before.target, base):
        kept = replace(fresh, target=before.target)
        yield _whole(CHANGED_TERMS, kept, "the machine would now say this otherwise", fresh.target)


def _renamed(old: TermUse, new: TermUse) -> bool:
    """Whether the glossary says the same Vietnamese in new words, and the old ones no longer count."""
    here = (old.source, old.source_span) == (new.source, new.source_span)
    return here and old.target != new.target and old.target not in new.accepted


def _only(text: str, forms: Iterable[str]) -> tuple[int, int] | None:
    """Where one of `forms` stands in a text as whole words, if it stands there once."""
    for form in forms:
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _whole(rule: Rule, segment: Segment, message: str, suggestion: str | None) -> Finding:
    """A finding whose suggestion takes the place of all the English there is."""
    return rule.at(segment.id, message, span=(0, len(segment.target or "")), suggestion=suggestion)


def pair_up(old: Sequence[Segment], new: Sequence[Segment]) -> dict[str, Segment]:
    """Which old segment each new one continues, by new id: equal sources in order first, then the most alike between.

    Every old segment is used at most once.
    """
    matcher = SequenceMatcher(None, [s.source for s in old], [s.source for s in new], autojunk=False)
    out: dict[str, Segment] = {}
    left_old: list[Segment] = []
    left_new: list[Segment] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            out.update({n.id: o for o, n in zip(old[a:b], new[c:d], strict=True)})
        else:
            left_old += old[a:b]
            left_new += new[c:d]
    _pair_moved(left_old, left_new, out)
    scored = sorted(
        ((_likeness(o.source, n.source), i, j) for i, o in enumerate(left_old) for j, n in enumerate(left_new)),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, i, j in scored:
        if score >= _ALIKE and i not in used_old and j not in used_new:
            out[left_new[j].id] = left_old[i]
            used_old.add(i)
            used_new.add(j)
    return out


def _pair_moved(left_old: list[Segment], left_new: list[Segment], out: dict[str, Segment]) -> None:
    """Pair sentences that are the same but stand elsewhere now, and take them out of both lists."""
    for new in list(left_new):
        same = next((o for o in left_old if o.source == new.source), None)
        if same is not None:
            out[new.id] = same
            left_old.remove(same)
            left_new.remove(new)


def _likeness(a: str, b: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a.split(), b.split())


def merge(mine: Draft, theirs: Draft, base: Mapping[str, Segment]) -> Update:
    """Three-way merge of two people's versions of one draft; `base` holds the segments both began with, by id.

    What only one side changed is taken. Where both changed the same segment differently, their text stands, mine
    is offered as a candidate, and a finding lists the conflict.
    """
    mine_by_id = {s.id: s for s in mine.segments}
    segments: list[Segment] = []
    findings: list[Finding] = []
    kept, carried = [], []
    for other in theirs.segments:
        own = mine_by_id.get(other.id, other)
        start = _said(base.get(other.id, other))
        if _said(own) in (_said(other), start):
            segments.append(other)
        elif _said(other) == start:
            segments.append(own)
            carried.append(own.id)
        else:
            kept.append(other.id)
            findings.append(_whole(CONFLICT, other, "two people changed this sentence", own.target))
            offered = Candidate(own.source, own.target or "", 1.0, "conflicting edit")
            segments.append(replace(other, candidates=(offered, *other.candidates)))
    draft = replace(theirs, segments=tuple(segments), findings=(*theirs.findings, *findings))
    return Update(draft, kept=tuple(kept), carried=tuple(carried))


def _said(segment: Segment) -> tuple[str | None, str, str]:
    return segment.target, segment.state, segment.fate
