"""A batch: sources through workers, decided and finished in order, so that any run goes on where another ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from vnnews.batch import stages
from vnnews.batch.claims import Claims
from vnnews.batch.finish import Finisher
from vnnews.batch.journal import Entry, Journal, Result
from vnnews.batch.stages import Plan, Read, Task, Work
from vnnews.batch.workers import Call, WorkerLost, Workers
from vnnews.clock import now
from vnnews.errors import VnnewsError
from vnnews.read import ReadFailure
from vnnews.read.fetch import Fetcher
from vnnews.read.formats import raw
from vnnews.read.harvest import Wanted, named
from vnnews.read.source import Source
from vnnews.read.store import ORIGINALS

Report = Callable[[str, Result], None]
Found = Iterable[Source | ReadFailure]


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
    retry: frozenset[str] = frozenset()


def sources(roots: Iterable[Path]) -> Iterator[Source | ReadFailure]:
    """The bytes of everything in the roots that may hold an article, in the order of the names."""
    for root in sorted(set(roots)):
        try:
            yield from raw(root)
        except VnnewsError as error:
            yield ReadFailure(str(root), error)


def fetched(wanted: Wanted, fetcher: Fetcher, journal: Journal, *, again: bool) -> Iterator[Source | ReadFailure]:
    """The pages that addresses, feeds, sitemaps and lists name, fetched politely one after the other.

    A page that the journal has is not fetched again, unless `again` is set.
    """
    for address, entries in named(wanted, fetcher):
        try:
            for entry in entries:
                known = journal.find(entry.url)
                if again or known is None or known.outcome in ("pending", "failed"):
                    yield _page(entry.url, fetcher)
        except VnnewsError as error:
            yield ReadFailure(address, error)


def _page(url: str, fetcher: Fetcher) -> Source | ReadFailure:
    try:
        return replace(fetcher.get(url), origin=url)
    except VnnewsError as error:
        return ReadFailure(url, error)


class Batch:
    """One run over sources. `made_with` names the versions that outputs depend on."""

    def __init__(
        self,
        plan: Plan,
        journal: Journal,
        *,
        jobs: int,
        wish: Wish,
        made_with: dict[str, str],
        report: Report = lambda locator, result: None,
    ) -> None:
        self._plan, self._journal = plan, journal
        self._wish, self._made_with, self._report = wish, made_with, report
        self._window = 2 * jobs + 2
        _sweep(plan.out)
        self._workers = Workers(jobs)
        self._finisher = Finisher(plan)
        self._sources, self._articles = Claims(journal), Claims(journal)
        self._reading: deque[tuple[Entry, Source, Call]] = deque()
        self._making: deque[tuple[Entry, dict[str, float], list[Result], Call | Work]] = deque()
        self.summary = Summary()

    def run(self, found: Found) -> Summary:
        """Take every source through the stages that it still needs; gives the summary.

        Two lines of bounded length: sources being read, and articles being made. Decisions (which article is which
        source's, which repeats another) and endings follow the order of the sources, whatever worker is first.
        """
        try:
            for entry, source in self._wanted(found):
                # The articles are read as of the day the content was first seen, worked on as of this work's beginning.
                call = self._workers.submit(stages.read, source, entry.seen, self._plan.translate)
                self._reading.append((entry, source, call))
                self._drain(self._window)
            self._drain(0)
        finally:
            self._workers.close()
        return self.summary

    def _drain(self, most: int) -> None:
        while len(self._reading) > most:
            self._decide()
            while len(self._making) > self._window:
                self._land()
        while not most and self._making:
            self._land()

    def _wanted(self, found: Found) -> Iterator[tuple[Entry, Source]]:
        """The sources that need work, with their entries; all others are counted."""
        for item in found:
            if isinstance(item, ReadFailure):
                entry = self._journal.see(item.origin, "", now())
                self._end(entry, Result("failed", message=item.error.message, cure=item.error.cure))
                continue
            entry = self._journal.see(item.origin, item.sha256, now())
            if entry.outcome != "duplicate" and not self._due(entry):
                self.summary.unchanged += 1
                continue
            self._sources.begin(entry.locator)
            key = f"bytes:{item.sha256}"
            twin = self._sources.claim(key, entry.locator)
            if entry.outcome == "duplicate" and self._is_still(entry.result, key, twin):
                self._sources.end(entry.locator)
                self.summary.unchanged += 1
            elif twin is not None:
                self._end(entry, Result("duplicate", message=twin, repeats=key))
            else:
                yield (entry if entry.outcome == "pending" else self._journal.begin_again(entry, now())), item

    def _due(self, entry: Entry) -> bool:
        """Whether a source needs work: new or broken off, wished for again, or robbed of what was made of it."""
        if entry.outcome == "pending":
            return True
        if entry.outcome == "failed" or entry.outcome in self._wish.retry:
            return entry.outcome in self._wish.retry
        stale = {name for name, version in self._made_with.items() if entry.made_with.get(name) != version}
        if "all" in self._wish.redo or stale & self._wish.redo or self._is_missing(entry) or self._has_original(entry):
            return True
        self.summary.stale += bool(stale)
        return False

    def _is_still(self, known: Result, key: str, twin: str | None) -> bool:
        """Whether a duplicate repeats what it did: the same bytes, or an article that is the same source's still."""
        owner = twin if known.repeats == key else self._journal.owner(known.repeats)
        return owner == known.message

    def _has_original(self, entry: Entry) -> bool:
        """Whether an article of the source was paired since with an original that its page does not name yet."""
        wanted = self._plan.originals
        return any(wanted.get(a["id"], a.get("original")) != a.get("original") for a in entry.result.articles)

    def _is_missing(self, entry: Entry) -> bool:
        names = [name for a in entry.result.articles for name in (a["article"], a["draft"]) if name]
        return not all((self._plan.out / name).is_file() for name in names)

    def _decide(self) -> None:
        """Settle which articles of the next source that was read are its own, and send them to be made."""
        entry, source, call = self._reading.popleft()
        try:
            found: Read = self._workers.result(call)
        except WorkerLost as error:
            found = Read(message=str(error), cure=_LOST)
        self._articles.begin(entry.locator)
        tasks: list[Task] = []
        linked: list[Result] = []
        for article, sketch in found.articles:
            key = f"article:{article.id}"
            owner = self._articles.claim(key, entry.locator)
            if owner is not None:
                linked.append(Result("duplicate", seconds=found.seconds, message=owner, repeats=key))
                continue
            like = sketch and self._articles.said_before(article.id, sketch, entry.locator)
            tasks.append(Task(article, source, entry.begun, like or None))
        work: Call | Work = Work(message=found.message, cure=found.cure)
        if tasks:
            work = self._workers.submit(stages.make, tasks, self._plan)
        self._making.append((entry, found.seconds, linked, work))

    def _land(self) -> None:
        """Publish what was made of the next source and write it off."""
        entry, seconds, linked, work = self._making.popleft()
        try:
            done: Work = work if isinstance(work, Work) else self._workers.result(work)
        except WorkerLost as error:
            done = Work(message=str(error), cure=_LOST)
        done.seconds = {**seconds, **done.seconds}
        if linked and not done.articles and not done.message:
            self._end(entry, linked[0])
        else:
            self._end(entry, self._finisher.finish(done, entry.begun))

    def _end(self, entry: Entry, result: Result) -> None:
        keys, _ = self._sources.end(entry.locator)
        more, sketches = self._articles.end(entry.locator)
        self._journal.finish(entry, result, self._made_with, [*keys, *more], sketches)
        self.summary.count(result.outcome)
        self._report(entry.locator, result)


def _sweep(out: Path) -> None:
    """Remove what writing left half done when the last run was killed."""
    for folder in ("", stages.ARTICLES, f"{stages.ARTICLES}/{ORIGINALS}", stages.DRAFTS, stages.PAGES):
        for path in (out / folder).glob(".*.tmp"):
            path.unlink(missing_ok=True)


_LOST = "see whether the file is sound and memory is left, then: vnnews batch --retry failed"
