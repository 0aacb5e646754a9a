"""Join: two people's copies of one draft made one again, from the texts that both began with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

from vnnews.draft import log, store
from vnnews.draft.model import Draft, Fate, Segment, State
from vnnews.errors import InputError
from vnnews.translate.update import CONFLICT, Update, merge

_DECISIONS = ("edited", "approved", "fate", "suppressed", "unsuppressed", "imported", "undone")
_Said = tuple[str | None, State, Fate]


@dataclass(frozen=True, slots=True)
class Joined:
    """The merged draft, the ids taken from the other copy, those in conflict, and what only the other copy has."""

    draft: Draft
    taken: tuple[str, ...]
    conflicts: tuple[str, ...]
    unknown: tuple[Segment, ...]


def join(path: Path, other: Path, *, dry_run: bool = False) -> Joined:
    """Take what a colleague changed in the copy `other` into the draft at `path`, and their log's decisions with it.

    Where both changed a sentence, the text at `path` stands, the other is a candidate, and a finding lists it.
    Raises InputError when the copies are not of one article, ConflictError when somebody writes `path` meanwhile.
    """
    seen = store.fingerprint(path)
    mine, theirs = store.load(path), store.load(other)
    if mine.article.id != theirs.article.id:
        raise InputError(f"{other}: is a draft of another article than {path}", "give a copy of the same draft")
    events, more = log.read(path).events, log.read(other).events
    shared = [a for a, _ in takewhile(lambda both: both[0] == both[1], zip(events, more, strict=False))]
    done = merge(theirs, mine, _base((mine, theirs), shared or events))
    known = {s.id for s in mine.segments}
    result = Joined(
        done.draft,
        done.carried,
        _conflicts(mine, done),
        tuple(s for s in theirs.segments if s.id not in known and s.touched),
    )
    if not dry_run:
        store.save(done.draft, path, expected=seen)
        for event in more[len(shared) :]:
            if event["event"] in _DECISIONS and event not in events:
                log.append(path, **event)
        segments = {i: {"target": done.draft.segment(i).target} for i in done.carried}
        log.append(path, "joined", file=other.name, segments=segments, conflicts=list(result.conflicts))
    return result


def _conflicts(mine: Draft, done: Update) -> tuple[str, ...]:
    return tuple(f.segment or "" for f in done.draft.findings if f.code == CONFLICT.code and f not in mine.findings)


def _base(copies: tuple[Draft, Draft], events: list[dict[str, Any]]) -> dict[str, Segment]:
    """The segments as they were after these events: what the machine said, and what people did to it."""
    said: dict[str, _Said] = {}
    touched: set[str] = set()
    for event in events:
        _follow(said, touched, event)
    out = {}
    for segments in ([s for s in copy.segments if s.id in said] for copy in copies):
        for s in segments:
            target, state, fate = said[s.id]
            if s.id not in touched and s.target == target and not s.approved:
                state = s.state  # the log does not keep the state that a machine's text began with
            elif s.id in out:
                continue
            out[s.id] = replace(s, target=target, state=state, fate=fate)
    return out


def _follow(said: dict[str, _Said], touched: set[str], event: dict[str, Any]) -> None:
    """Bring the texts, states and fates to where they were after an event."""
    identity = event.get("segment") or ""
    target, state, fate = said.get(identity, (None, "initial", "kept"))
    match event["event"]:
        case "created" | "updated":
            for i, machine in event["segments"].items():
                if i not in touched:
                    said[i] = (machine["target"], "translated" if machine["target"] else "initial", "kept")
        case "edited":
            said[identity] = (event["target"], "translated", fate)
            touched.add(identity)
        case "approved":
            said[identity] = (target, event["state"], fate)
            touched.add(identity)
        case "fate":
            said[identity] = (target, state, event["fate"])
            touched.add(identity)
        case "undone":
            said[identity] = (event["target"], event["state"], event.get("fate", fate))
        case "imported":
            for i, change in event["segments"].items():
                said[i] = (change["target"], cast("State", change["state"]), said.get(i, (None, "initial", "kept"))[2])
                touched.add(i)
