"""A batch: sources through workers, decided and finished in order, so that any run goes on where another ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from vnnews.batch import stages
from vnnews.batch.claims import Claims
from vnnews.batch.finish import Finisher
from vnnews.batch.journal import Entry, Journal, Result
from vnnews.batch.stages import Plan, Work
from vnnews.batch.workers import Call, WorkerLost, Workers
from vnnews.clock import now
from vnnews.errors import VnnewsError
from vnnews.read import ReadFailure
from vnnews.read.formats import raw
from vnnews.read.source import Source
from vnnews.read.store import ORIGINALS

if TYPE_CHECKING:
    from vnnews.read.fetch import Fetcher
    from vnnews.read.harvest import Wanted

Report = Callable[[str, Result], None]
Found = Iterable[Source | ReadFailure]
Lot = list[tuple[Entry, Source]]

MOST = 8
"""How many sources are sent to a worker at once at most: each sending costs as much as writing an item off."""
_MOST_BYTES = 1_000_000
_MOMENT = 0.5
"""Seconds that a source waits for others at most, but for the time that the next one takes to come."""


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
    from vnnews.read.harvest import named

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


@dataclass(frozen=True)
class _Made:
    """A source of which all is made but translations, those that other sources have, and what is being translated."""

    entry: Entry
    work: Work
    linked: list[Result]
    translating: Call | None

    @property
    def is_ready(self) -> bool:
        """Whether nothing has to be waited for."""
        return self.translating is None or self.translating.is_done


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
        self._window = jobs + 2
        _sweep(plan.out)
        self._workers = Workers(jobs, plan)
        self._finisher = Finisher(plan)
        self._sources, self._articles = Claims(journal), Claims(journal)
        self._reading: deque[tuple[Lot, Call]] = deque()
        self._making: deque[_Made] = deque()
        self.summary = Summary()

    def run(self, found: Found) -> Summary:
        """Take every source through the stages that it still needs; gives the summary.

        Two lines of bounded length: lots of sources being read, and sources whose articles are being translated.
        Decisions (which article is which source's, which repeats another) and endings follow the order of the sources,
        whatever worker is first.
        """
        try:
            for lot in lots(self._wanted(found)):
                # What is written of these sources tells times that only the journal knows.
                self._journal.commit()
                tasks = [(source, entry.seen, entry.begun) for entry, source in lot]
                self._reading.append((lot, self._workers.submit(stages.read, tasks)))
                self._drain(self._window)
            self._drain(0)
        finally:
            self._workers.close()
            _sweep(self._plan.out)
        return self.summary

    def _drain(self, most: int) -> None:
        """Shorten the lines: that of lots to `most`, the other to as many sources as these hold, less what is ready."""
        while len(self._reading) > most:
            lot, call = self._reading.popleft()
            for (entry, _), work in zip(lot, self._answers(call), strict=True):
                self._decide(entry, work)
                while self._making and (self._making[0].is_ready or len(self._making) > most * MOST):
                    self._land()
        while not most and self._making:
            self._land()
        self._journal.commit()

    def _answers(self, call: Call) -> list[Work]:
        """What came of a call; nothing that is done waits uncommitted for it."""
        if not call.is_done:
            self._journal.commit()
        answers = self._workers.results(call)
        return [Work(message=str(a), cure=_LOST) if isinstance(a, WorkerLost) else a for a in answers]

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
        wanted = self._plan.pairs.originals
        return any(wanted.get(a["id"], a.get("original")) != a.get("original") for a in entry.result.articles)

    def _is_missing(self, entry: Entry) -> bool:
        names = [name for a in entry.result.articles for name in (a["article"], a["draft"]) if name]
        return not all((self._plan.out / name).is_file() for name in names)

    def _decide(self, entry: Entry, work: Work) -> None:
        """Settle which articles of the next source that was read are its own, and send them to be translated."""
        self._articles.begin(entry.locator)
        linked: list[Result] = []
        for made in list(work.articles):
            article = made.record["id"]
            key = f"article:{article}"
            owner = self._articles.claim(key, entry.locator)
            if owner is not None:
                linked.append(Result("duplicate", seconds=work.seconds, message=owner, repeats=key))
                work.articles.remove(made)
                made.drop(self._plan.out)
            elif made.sketch:
                made.record["like"] = self._articles.said_before(article, made.sketch, entry.locator)
        wanted = [m for m in work.articles if m.untranslated is not None and m.record["like"] is None]
        call = self._workers.submit(stages.translate, [(wanted, entry.begun)]) if wanted else None
        self._making.append(_Made(entry, work, linked, call))

    def _land(self) -> None:
        """Put in place what was made of the next source and write it off."""
        made = self._making.popleft()
        work = made.work
        if made.translating:
            (done,) = self._answers(made.translating)
            drafted = {m.record["id"]: m for m in done.articles}
            work.articles = [drafted.get(m.record["id"], m) for m in work.articles]
            work.seconds |= done.seconds
            work.message, work.cure = work.message or done.message, work.cure or done.cure
        if made.linked and not work.articles and not work.message:
            self._end(made.entry, made.linked[0])
        else:
            self._end(made.entry, self._finisher.finish(work, made.entry.begun))

    def _end(self, entry: Entry, result: Result) -> None:
        keys, _ = self._sources.end(entry.locator)
        more, sketches = self._articles.end(entry.locator)
        self._journal.finish(entry, result, self._made_with, [*keys, *more], sketches)
        self.summary.count(result.outcome)
        self._report(entry.locator, result)


def lots(wanted: Iterable[tuple[Entry, Source]]) -> Iterator[Lot]:
    """The sources in lots that are worth sending: of some number, some length, or what comes in a moment."""
    lot: Lot = []
    begun = 0.0
    for item in wanted:
        begun = begun if lot else monotonic()
        lot.append(item)
        if len(lot) >= MOST or sum(len(s.data) for _, s in lot) >= _MOST_BYTES or monotonic() - begun > _MOMENT:
            yield lot
            lot = []
    if lot:
        yield lot


def _sweep(out: Path) -> None:
    """Remove what writing left half done when the last run was killed, and what no article was kept of."""
    for folder in ("", stages.ARTICLES, f"{stages.ARTICLES}/{ORIGINALS}", stages.DRAFTS, stages.PAGES):
        for path in (out / folder).glob(".*.tmp"):
            path.unlink(missing_ok=True)


_LOST = "see whether the file is sound and memory is left, then: vnnews batch --retry failed"
