"""Recall: what the translation memory has for a sentence, taken as it is, made to fit, or offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Self

from vnnews.clock import now
from vnnews.draft.model import Candidate
from vnnews.english import accepted
from vnnews.item import Item
from vnnews.settings import Settings
from vnnews.translate.ask import Task
from vnnews.vietnamese import recognise

if TYPE_CHECKING:
    from vnnews.english.style import Style
    from vnnews.translate.memory import Match, Memory
    from vnnews.vietnamese.context import Context


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the memory has: a target to take (None: none is sure enough), and what it offers beside.

    `adapted` tells that figures, dates or names of the target were replaced.
    """

    target: str | None = None
    score: float | None = None
    origin: str | None = None
    candidates: tuple[Candidate, ...] = ()
    adapted: bool = False


class Recall:
    """The memory of the settings, open for one article; without one nothing is ever found."""

    def __init__(self, settings: Settings, context: Context, style: Style) -> None:
        self._path = settings.memory
        self._context = context
        self._style, self._style_name = style, ""
        self._today = date.fromisoformat(now()[:10])
        self._memory: Memory | None = None

    def __enter__(self) -> Self:
        """Open the memory if its file is there; raises InputError when it is no memory."""
        if self._path is not None and self._path.exists():
            from vnnews.translate.memory import Memory
            from vnnews.translate.memory.unit import style_name

            self._style_name = style_name(self._style)
            self._memory = Memory.open(self._path)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._memory is not None:
            self._memory.close()

    def find(self, task: Task) -> Recalled:
        """The memory's answer for a sentence: equal pairs are taken, those that differ in Items are made to fit."""
        if self._memory is None:
            return Recalled()
        items = recognise(task.source, self._context)
        matches = self._memory.lookup(
            task.source, items, before=task.before, after=task.after, style=self._style_name, today=self._today
        )
        offered = tuple(Candidate(m.unit.source, m.unit.target, m.score, m.unit.origin) for m in matches)
        for match in matches:
            target = self._fitting(match, items)
            if target is not None:
                return Recalled(target, match.score, match.unit.origin or "memory", offered, match.kind == "items")
        return Recalled(candidates=offered)

    def _fitting(self, match: Match, items: Sequence[Item]) -> str | None:
        from vnnews.translate.memory.repair import adapt

        if match.kind in ("context", "exact"):
            return match.unit.target
        if match.kind != "items":
            return None
        old = recognise(match.unit.source, self._context)
        return adapt(match.unit.target, old, items, lambda item: accepted(item, self._style))
