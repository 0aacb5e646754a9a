"""Ask: sentences put to an engine step by step until the answer is good; the best answer of each is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from vnnews.errors import EngineError, EngineNonsense
from vnnews.translate.clauses import MOST, clauses_of, join
from vnnews.translate.engines.base import Answer, Engine, EngineContext, Manner, Request
from vnnews.translate.mend import around, mend
from vnnews.translate.plan import Step, steps
from vnnews.translate.protect import Bound, Placed, Restored, protect, restore
from vnnews.translate.recover import recover
from vnnews.translate.verify import AGAIN, Verdict, Words, verify


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
    leads = [lead_of(task) for task in tasks]
    outcomes = _asked([_without(t, n) for t, n in zip(tasks, leads, strict=True)], engine, context, progress)
    return [_with_lead(o, t.source[:n]) for o, t, n in zip(outcomes, tasks, leads, strict=True)]


_LEAD = re.compile(r"(?:[-–—•*+·]|\d{1,2}[.)]|[a-zđ]\))\s+(?=\S)")


def lead_of(task: Task) -> int:
    """How many letters at the beginning are a bullet or a number of a list, which no engine needs to see."""
    found = _LEAD.match(task.source)
    if found is None or any(b.item.span[0] < found.end() for b in task.bound):
        return 0
    return found.end()


def _without(task: Task, count: int) -> Task:
    if not count:
        return task
    return replace(task, source=task.source[count:], bound=tuple(b.moved(-count) for b in task.bound))


def _with_lead(outcome: Outcome, lead: str) -> Outcome:
    if not lead or outcome.text is None:
        return outcome
    placed = tuple(Placed(p.index, p.start + len(lead), p.end + len(lead)) for p in outcome.placed)
    return replace(outcome, text=lead + outcome.text, placed=placed)


def _asked(tasks: Sequence[Task], engine: Engine, context: EngineContext, progress: Progress) -> list[Outcome]:
    """The outcomes of tasks without leads."""
    unique = list(dict.fromkeys(tasks))
    known = {task: _Known({n for n, b in enumerate(task.bound) if b.carried}) for task in unique}
    for step in steps(engine.info):
        requests = [(task, _parts(task, known[task], step)) for task in unique if _worth(known[task], task, step)]
        requests = [(task, parts) for task, parts in requests if known[task].is_new(parts, step)]
        if not requests:
            continue
        stopped = _take(known, requests, step, engine, context)
        progress(sum(k.best is not None and k.best.verdict.good for k in known.values()), len(unique))
        if stopped:
            break
    return [known[task].outcome for task in tasks]


@dataclass
class _Known:
    """What is known of a task: which Items are to be carried, the best outcome so far, and what was asked already."""

    carried: set[int]
    best: Outcome | None = None
    asked: set[tuple[Manner, int, tuple[str, ...]]] = field(default_factory=set)

    @property
    def outcome(self) -> Outcome:
        """The best outcome; a task that was never asked has failed."""
        return self.best or Outcome(None)

    def is_new(self, parts: Sequence[_Part], step: Step) -> bool:
        """Whether these requests have not been sent before; notes that they are now."""
        key = (step.manner, step.attempt, tuple(p.written(step.manner) for p in parts))
        if key in self.asked:
            return False
        self.asked.add(key)
        return True

    def take(self, outcome: Outcome) -> None:
        """Keep an outcome if it is the better one; Items that it lost are carried from now on."""
        self.carried.update(outcome.verdict.lost)
        if self.best is None or self.best.text is None or _better(outcome, self.best):
            self.best = outcome


def _better(new: Outcome, best: Outcome) -> bool:
    return new.text is not None and new.verdict.weight < best.verdict.weight


def _worth(known: _Known, task: Task, step: Step) -> bool:
    """Whether a step can still better what is known of a task."""
    best = known.best
    if best is None:
        return True
    if best.error is not None:
        return isinstance(best.error, EngineNonsense)
    if best.verdict.good:
        return False
    if {"strange", "tense"}.issuperset(best.verdict.faults):
        # The Items are right: only the same question asked harder may say the rest better.
        again = best.verdict.doubt > AGAIN or "tense" in best.verdict.faults
        return again and step.how == "whole" and step.attempt > 0 and step.manner == best.manner
    if step.how == "loosened":
        return 0 < len(best.verdict.lost) < len(task.bound) and best.manner == step.manner
    return step.how != "clauses" or len(clauses_of(task.source, task.bound)) > 1


def _take(
    known: dict[Task, _Known],
    asked: Sequence[tuple[Task, list[_Part]]],
    step: Step,
    engine: Engine,
    context: EngineContext,
) -> bool:
    """Ask for the tasks in one way and keep what is better; True when the engine can give nothing more."""
    requests = [_request(task, part, step) for task, parts in asked for part in parts]
    answers = engine.translate(requests, context)
    failed = 0
    for task, parts in asked:
        outcome = _outcome(task, parts, [next(answers) for _ in parts], step)
        failed += outcome.error is not None
        known[task].take(outcome)
    return failed == len(asked)


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into one request: a stretch of the task's source and the Items in it, by the way they go."""

    text: str
    bound: tuple[Bound, ...]
    loose: frozenset[int] = frozenset()

    def written(self, manner: Manner) -> str:
        """The text as the engine gets it."""
        return protect(self.text, self.bound, manner, self.loose)


def _parts(task: Task, known: _Known, step: Step) -> list[_Part]:
    bound = [replace(b, carried=n in known.carried) for n, b in enumerate(task.bound)]
    if step.how == "clauses" or (step.manner == "braces" and len(task.source.split()) > MOST):
        return [
            _Part(task.source[start:end], tuple(b.moved(-start) for b in bound if b.within(start, end)))
            for start, end in clauses_of(task.source, bound)
        ]
    lost = known.best.verdict.lost if known.best is not None and step.how == "loosened" else ()
    return [_Part(task.source, tuple(bound), frozenset(lost))]


def _request(task: Task, part: _Part, step: Step) -> Request:
    terms = tuple((b.source_in(part.text), b.english) for b in part.bound if b.english)
    given = terms if step.manner in ("glossary", "prompt") else ()
    return Request(part.written(step.manner), step.manner, given, task.before, task.after, step.attempt)


def _outcome(task: Task, parts: Sequence[_Part], answers: Sequence[Answer], step: Step) -> Outcome:
    error = next((a.error for a in answers if a.error is not None), None)
    if error is not None:
        return Outcome(None, manner=step.manner, error=error)
    words = [word for a in answers for word in a.words]
    said = [restore(a.text or "", p.bound, step.manner) for a, p in zip(answers, parts, strict=True)]
    whole = said[0] if len(said) == 1 else join(said, [len(p.bound) for p in parts])
    return finish(task, whole, step.manner, words)


def finish(task: Task, answer: Restored, manner: Manner, words: Words = ()) -> Outcome:
    """The outcome of a restored answer: what was lost recovered where the engine's own wording of it is found.

    `words` says how sure the engine was of each.
    """
    recovered = recover(answer, task.bound)
    if manner == "inline" and answer.text == protect(task.source, task.bound, "inline"):  # nothing was translated
        return Outcome(answer.text, answer.placed, verify(task.source, task.bound, answer), manner)
    ended = task.source.rstrip().endswith((".", "./.", "…"))
    text = around(recovered, task.bound, sentence=ended and not task.headline)
    text = mend(text, ended=ended, headline=task.headline)
    # Mending moves letters, so that the Items are looked for again in the mended text.
    settled = restore(text, task.bound, "plain")
    final = Restored(text, settled.placed, answer.leftover)
    return Outcome(text, final.placed, verify(task.source, task.bound, final, words), manner)
