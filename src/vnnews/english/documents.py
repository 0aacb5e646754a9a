"""References to documents and parts of laws in English, in every form that counts as right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from vnnews.english.dates import moment_forms
from vnnews.english.style import Style
from vnnews.item import DocumentRef
from vnnews.vietnamese.normalise import strip_marks

OTHER_KINDS = {
    "Official Letter": ("Official Dispatch", "Dispatch", "Letter", "Document", "Official Document"),
    "Official Telegram": ("Dispatch", "Official Dispatch", "Telegram", "Urgent Dispatch", "Urgent Telegram"),
    "Notice": ("Announcement", "Notification"), "Submission": ("Proposal", "Report", "Statement"),
    "Guidance": ("Guideline", "Guidelines", "Instruction", "Guiding Document"), "Program": ("Programme",),
    "Scheme": ("Project", "Plan"), "Regulation": ("Rule", "Regulations"), "Document": ("Official Letter", "Dispatch"),
    "Action Program": ("Program", "Action Programme"), "Directive": ("Instruction",), "Conclusion": ("Conclusions",),
    "Notice of Conclusion": ("Notice", "Conclusion"), "License": ("Permit", "Licence"), "Minutes": ("Record",),
}  # fmt: skip
"""Other names in use for a kind of document."""

_SMALL_LETTERS = {"đ": "dd"}


def document_forms(value: DocumentRef, style: Style) -> Iterator[str]:
    """Every English form of a reference that counts as right, the one of the style first."""
    if value.kind == "provision":
        yield from _provision(value.code)
        return
    code = strip_marks(value.code)
    kinds = [value.kind, *OTHER_KINDS.get(value.kind, ())] if value.kind else []
    named = [f"{kind} No. {code}" for kind in kinds] or [f"No. {code}"]
    if value.date is not None:
        days = list(dict.fromkeys(moment_forms(value.date, style)))
        joints = (" dated ", " of ") if style.document_date == "dated" else (" of ", " dated ")
        yield from (f"{name}{joint}{day}" for name in named for joint in joints for day in days[:3])
    yield from named
    yield from (f"{kind} {code}" for kind in kinds)
    yield from (f"No. {code}", f"No {code}", code)


def _provision(code: str) -> Iterator[str]:
    """ "Article 5, Clause 2, Point đ" in the English order: Point dd, Clause 2, Article 5; Points a and b, Clause 1."""
    named = (part.partition(" ") for part in code.split(", "))
    parts = [_part(name, [sign for _, _, sign in some]) for name, some in groupby(named, itemgetter(0))]
    small_first = [one[0] for one in reversed(parts)]
    yield ", ".join(small_first)
    yield " of ".join(small_first)
    yield ", ".join(one[0] for one in parts)
    if len(parts) == 1:
        yield from parts[0][1:]
    yield ", ".join(one[-1] for one in reversed(parts))


def _part(name: str, signs: list[str]) -> tuple[str, ...]:
    """The ways to write one part, or several of a kind: Point dd, Point đ, Points a and b.

    Point d with its mark lost counts as another point.
    """
    ways = ([_SMALL_LETTERS.get(sign, sign) for sign in signs], signs)
    if len(signs) == 1:
        return tuple(dict.fromkeys(f"{name} {sign}" for (sign,) in ways))
    return tuple(dict.fromkeys(f"{name}s {', '.join(some[:-1])} and {some[-1]}" for some in ways))
