"""A batch: sources through workers, in order, with a journal that lets any run go on where another ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal

from vnnews.batch.journal import Entry, Journal, Result
from vnnews.batch.stages import PAGES, Plan, Task, Work, work
from vnnews.clock import fixed, now
from vnnews.errors import VnnewsError
from vnnews.read import ReadFailure
from vnnews.read.formats import raw
from vnnews.read.source import Source

Redo = Literal["glossary", "engine", "vnnews", "all"]
Report = Callable[[str, Result], None]


@dataclass
class Summary:
    """How a run ended: how many sources of each outcome, how many were left alone, and what is out of date."""

    outcomes: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    stale: int = 0

    def count(self, outcome: str) -> None:
        """One more of this outcome."""
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


@dataclass(frozen=True)
class Wish:
    """Which sources of earlier runs to take again: those out of date in something, those that failed or were held."""

    redo: frozenset[str] = frozenset()
    retry: bool = False


def run(
    roots: Iterable[Path],
    plan: Plan,
    journal: Journal,
    *,
    jobs: int,
    wish: Wish,
    made_with: dict[str, str],
    report: Report = lambda locator, result: None,
) -> Summary:
    """Take every source below the roots through the stages that it still needs; gives the summary.

    Results are finished in the order of the sources, whatever worker is first. A source is done only when the journal
    says so; a killed run repeats what was in flight. `made_with` names the versions that outputs depend on.
    """
    summary = Summary()
    flight: deque[tuple[Entry, Task, Future[Work]]] = deque()
    workers = Workers(jobs, plan)

    def land() -> None:
        entry, task, future = flight.popleft()
        _settle(entry, workers.result(task, future), plan, journal, made_with, summary, report)

    try:
        for entry, source in _wanted(roots, journal, wish, made_with, summary, report):
            task = Task(source, entry.seen)
            flight.append((entry, task, workers.submit(task)))
            if len(flight) >= 2 * jobs + 2:
                land()
        while flight:
            land()
    finally:
        workers.close()
    return summary


class Workers:
    """Worker processes that outlive one of them: what was in flight when one died is done again, one by one."""

    def __init__(self, jobs: int, plan: Plan) -> None:
        self._jobs, self._plan = jobs, plan
        self._pool = self._fresh(jobs)

    @staticmethod
    def _fresh(jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))

    def submit(self, task: Task) -> Future[Work]:
        """Send a task to a worker; a pool in which one has died is replaced first."""
        try:
            return self._pool.submit(work, task, self._plan)
        except BrokenProcessPool:
            self._pool = self._fresh(self._jobs)
            return self._pool.submit(work, task, self._plan)

    def result(self, task: Task, future: Future[Work]) -> Work:
        """What came of a task; one whose worker dies even when it is alone has failed."""
        try:
            return future.result()
        except BrokenProcessPool:
            with self._fresh(1) as alone:
                return self._alone(alone.submit(work, task, self._plan))
        except Exception as error:  # noqa: BLE001  # a fault of ours must not end a batch of thousands
            return Work(message=f"a fault of vnnews ({type(error).__name__})", cure="report it with the source")

    @staticmethod
    def _alone(future: Future[Work]) -> Work:
        try:
            return future.result()
        except BrokenProcessPool:
            return Work(message="the worker process died", cure="see whether the file is sound and memory is left")

    def close(self) -> None:
        """End the workers; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


def _wanted(
    roots: Iterable[Path],
    journal: Journal,
    wish: Wish,
    made_with: dict[str, str],
    summary: Summary,
    report: Report,
) -> Iterator[tuple[Entry, Source]]:
    """The sources that need work, with their entries; all others are counted."""
    for item in _raw(roots):
        if isinstance(item, ReadFailure):
            entry = journal.see(item.origin, "", now())
            result = Result("failed", message=item.error.message, cure=item.error.cure)
            _finish(entry, result, journal, made_with, summary, report)
            continue
        entry = journal.see(item.origin, item.sha256, now())
        twin = journal.same_content(item.sha256, item.origin)
        if twin is not None and twin < item.origin and entry.outcome in ("pending", "duplicate"):
            if entry.outcome == "pending":
                _finish(entry, Result("duplicate", message=twin), journal, made_with, summary, report)
            else:
                summary.unchanged += 1
        elif _due(entry, wish, made_with, summary):
            yield entry, item
        else:
            summary.unchanged += 1


def _raw(roots: Iterable[Path]) -> Iterator[Source | ReadFailure]:
    for root in roots:
        try:
            yield from raw(root)
        except VnnewsError as error:
            yield ReadFailure(str(root), error)


def _due(entry: Entry, wish: Wish, made_with: dict[str, str], summary: Summary) -> bool:
    if entry.outcome == "pending":
        return True
    if entry.outcome in ("failed", "held"):
        return wish.retry
    stale = {name for name, version in made_with.items() if entry.made_with.get(name) != version}
    if stale and ("all" in wish.redo or stale & wish.redo):
        return True
    summary.stale += bool(stale)
    return "all" in wish.redo


def _settle(
    entry: Entry,
    done: Work,
    plan: Plan,
    journal: Journal,
    made_with: dict[str, str],
    summary: Summary,
    report: Report,
) -> None:
    """Publish what a worker made and write the entry off."""
    if done.message and not done.articles:
        result = Result("failed", seconds=done.seconds, message=done.message, cure=done.cure)
    else:
        with fixed(entry.seen):
            result = _published(done, plan)
    _finish(entry, result, journal, made_with, summary, report)


def _published(done: Work, plan: Plan) -> Result:
    """The result with every English text among the articles published; what the gate holds back is told."""
    held, files = "", []
    articles = []
    for record in done.articles:
        pages, why = _publish(record, plan)
        held = held or why
        articles.append({**record, "pages": pages})
        files += [p for p in (record["article"], record["draft"], *pages) if p]
    outcome: Any = "failed" if done.message else "held" if held else "done"
    cure = done.cure or ("mend the draft, or see it with: vnnews check" if held else "")
    return Result(outcome, tuple(articles), tuple(files), done.seconds, done.message or held, cure)


def _publish(record: dict[str, Any], plan: Plan) -> tuple[list[str], str]:
    """The pages of one article (paths below the output folder), and why it was held back."""
    from vnnews import publish as publishing
    from vnnews.draft import store
    from vnnews.read.store import load

    if record["language"] == "vi" and not record["draft"]:
        return [], ""
    path = plan.out / (record["draft"] or record["article"])
    subject = store.load(path) if record["draft"] else load(path)
    site = publishing.site_of(plan.settings)
    try:
        page = publishing.publish(subject, path, plan.settings, site, publishing.Order(plan.out / PAGES)).page
    except VnnewsError as error:
        return [], error.message
    names = sorted((plan.out / PAGES).glob(f"{page.slug}.*"))
    return [str(p.relative_to(plan.out)) for p in names], ""


def _finish(
    entry: Entry, result: Result, journal: Journal, made_with: dict[str, str], summary: Summary, report: Report
) -> None:
    journal.finish(entry, result, made_with)
    summary.count(result.outcome)
    report(entry.locator, result)
