"""A draft from its log and the bare segments of an XLIFF file that another tool has rewritten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vnnews.article import Mark
from vnnews.draft.log import Log
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, State

Bare = tuple[str, str, str | None, tuple[Mark, ...], State]
"""(segment id, source, target, target marks, state), as `xliff.targets` gives them."""


def rebuild(log: Log, created: dict[str, Any], bare: list[Bare]) -> Draft:
    """The draft: article, segmentation and origins from the log, targets and states from the file.

    A target that differs from the machine's text in the log is a person's work and gets a human origin.
    Segments that the file no longer has keep the machine's text.
    """
    assert log.article is not None
    found = {identity: (target, marks, state) for identity, _, target, marks, state in bare}
    segments = []
    for identity, said in created["segments"].items():
        source, base, origin = log.base[identity]
        segment = Segment(identity, said["block"], source, said["separator"], target=base, origin=origin)
        if base is not None:
            segment = replace(segment, state="translated")
        if identity in found:
            target, marks, state = found[identity]
            changed = target != base and target is not None
            segment = replace(
                segment,
                target=target,
                target_marks=marks,
                state=state,
                origin=Origin("human") if changed else origin,
            )
        segments.append(segment)
    return Draft(log.article, tuple(segments), GlossaryRef("", "", created["glossary"]))
