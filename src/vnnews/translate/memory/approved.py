"""Approved: what people approve becomes a unit of the memory, with everything that later look-ups weigh."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.clock import now
from vnnews.newsroom import context_for, style_for
from vnnews.translate.memory.store import Memory
from vnnews.translate.memory.unit import Unit, style_name
from vnnews.vietnamese import recognise

if TYPE_CHECKING:
    from vnnews.draft.model import Draft, Segment
    from vnnews.settings import Settings


def remember(settings: Settings, path: Path) -> Callable[[Draft, Segment], None]:
    """A function that stores an approved pair of the draft at `path`; it does nothing where no memory is set.

    Raises InputError when the memory cannot be written, UsageError for a style that cannot be read.
    """
    file = settings.memory
    if file is None:
        return lambda draft, segment: None
    style = style_name(style_for(settings))

    def store(draft: Draft, segment: Segment) -> None:
        if segment.target is not None:
            unit = unit_of(draft, segment, settings.reviewer or draft.reviewer, style, path.name)
            with Memory.open(file) as memory:
                memory.add([(unit, recognise(segment.source, context_for(settings, draft.article)))])

    return store


def unit_of(draft: Draft, segment: Segment, reviewer: str | None, style: str, origin: str) -> Unit:
    """The approved pair with its neighbours; an article that states no day counts as of today."""
    order = [s.source for s in draft.segments]
    at = next(n for n, s in enumerate(draft.segments) if s.id == segment.id)
    return Unit(
        segment.source,
        segment.target or "",
        "reviewed",
        reviewer,
        draft.article.id,
        draft.article.published or now()[:10],
        style,
        origin,
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )
