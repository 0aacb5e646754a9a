"""Ask: sentences put to an engine step by step until the answer is good; the best answer of each is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vnnews.errors import EngineError, EngineNonsense
from vnnews.translate.clauses import clauses_of, join
from vnnews.translate.engines.base import Answer, Engine, EngineContext, Manner, Request
from vnnews.translate.mend import mend
from vnnews.translate.plan import Step, steps
from vnnews.translate.protect import Bound, Placed, Restored, protect, restore
from vnnews.translate.recover import recover
from vnnews.translate.verify import Verdict, verify


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence to be translated with the Items that are carried through; `before` and `after` are its neighbours."""

    source: str
    bound: tuple[Bound, ...] = ()
    before: str = ""
    after: str = ""
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best answer to a task, or the error in its place. `text` is mended English, `placed` its Items."""

    text: str | None
    placed: tuple[Placed, ...] = ()
    verdict: Verdict = field(default_factory=lambda: Verdict(("empty",)))
    manner: Manner = "plain"
    error: EngineError | None = None


Progress = Callable[[int, int], None]
"""Told how many of how many sentences are done."""


def ask(
    tasks: Sequence[Task], engine: Engine, context: EngineContext, progress: Progress = lambda done, total: None
) -> list[Outcome]:
    """The outcomes of the tasks, in order; equal tasks are asked once, and only what was not good is asked again."""
    unique = list(dict.fromkeys(tasks))
    best: dict[Task, Outcome] = {}
    for step in steps(engine.info):
        open_tasks = [t for t in unique if _worth(best.get(t), t, step)]
        if not open_tasks:
            continue
        stopped = _take(best, open_tasks, step, engine, context)
        progress(sum(o.verdict.good for o in best.values()), len(unique))
        if stopped:
            break
    return [best[task] for task in tasks]


def _worth(known: Outcome | None, task: Task, step: Step) -> bool:
    """Whether a step can still better what is known of a task."""
    if known is None:
        return True
    if known.error is not None:
        return isinstance(known.error, EngineNonsense)
    if known.verdict.good:
        return False
    if step.how == "loosened":
        return 0 < len(known.verdict.lost) < len(task.bound) and known.manner == step.manner
    if step.how == "clauses":
        return len(clauses_of(task.source, task.bound)) > 1
    return step.manner != "plain" or known.manner != "plain"


def _take(best: dict[Task, Outcome], tasks: Sequence[Task], step: Step, engine: Engine, context: EngineContext) -> bool:
    """Ask for the tasks in one way and keep what is better; True when the engine can give nothing more."""
    parts = [_parts(task, best.get(task), step) for task in tasks]
    requests = [_request(task, part, step) for task, its in zip(tasks, parts, strict=True) for part in its]
    answers = iter(list(engine.translate(requests, context)))
    failed = 0
    for task, its in zip(tasks, parts, strict=True):
        outcome = _outcome(task, its, [next(answers) for _ in its], step)
        known = best.get(task)
        failed += outcome.error is not None
        if known is None or known.text is None or (outcome.text is not None and _better(outcome, known)):
            best[task] = outcome
    return failed == len(tasks)


def _better(new: Outcome, known: Outcome) -> bool:
    return new.verdict.weight < known.verdict.weight


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into one request: a stretch of the task's source from `start`, and the Items in it.

    `loose` are the indexes of Items that stand inline, without their sign.
    """

    start: int
    text: str
    bound: tuple[Bound, ...]
    loose: frozenset[int] = frozenset()


def _parts(task: Task, known: Outcome | None, step: Step) -> list[_Part]:
    if step.how == "clauses":
        return [
            _Part(start, task.source[start:end], tuple(b.moved(-start) for b in task.bound if b.within(start, end)))
            for start, end in clauses_of(task.source, task.bound)
        ]
    loose = frozenset(known.verdict.lost) if known is not None and step.how == "loosened" else frozenset()
    return [_Part(0, task.source, task.bound, loose)]


def _request(task: Task, part: _Part, step: Step) -> Request:
    terms = tuple((b.source_in(part.text), b.english) for b in part.bound if b.english)
    return Request(
        protect(part.text, part.bound, step.manner, part.loose),
        step.manner,
        terms if step.manner in ("glossary", "prompt") else (),
        task.before,
        task.after,
        step.attempt,
    )


def _outcome(task: Task, parts: Sequence[_Part], answers: Sequence[Answer], step: Step) -> Outcome:
    error = next((a.error for a in answers if a.error is not None), None)
    if error is not None:
        return Outcome(None, manner=step.manner, error=error)
    said = [restore(a.text or "", p.bound, step.manner) for a, p in zip(answers, parts, strict=True)]
    whole = said[0] if len(said) == 1 else join(said, [len(p.bound) for p in parts])
    return finish(task, whole, step.manner)


def finish(task: Task, answer: Restored, manner: Manner) -> Outcome:
    """The outcome of a restored answer: what was lost recovered where the engine's own wording of it is found."""
    recovered = recover(answer, task.bound)
    if manner == "inline" and answer.text == protect(task.source, task.bound, "inline"):  # nothing was translated
        return Outcome(answer.text, answer.placed, verify(task.source, task.bound, answer), manner)
    text = mend(recovered.text, ended=task.source.rstrip().endswith((".", "./.", "…")), headline=task.headline)
    settled = restore(text, task.bound, "plain")
    final = Restored(text, settled.placed, answer.leftover)
    return Outcome(text, final.placed, verify(task.source, task.bound, final), manner)
