"""Finishing: what workers made of a source is put in place, in the order of the sources, by the batch itself."""

from __future__ import annotations

import hashlib
import time

from vnnews.batch.journal import Outcome, Result
from vnnews.batch.stages import PAGES, Made, Plan, Work, compose
from vnnews.clock import fixed
from vnnews.draft import log, store
from vnnews.errors import VnnewsError
from vnnews.files import put_in_place, write_atomic
from vnnews.publish import Composed, pictures
from vnnews.publish.ledger import Ledger


class Finisher:
    """Puts in place what workers made, and gives names. Keeps the ledger of the pages open over the whole batch."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ledger = Ledger(plan.out / PAGES, durable=False)

    def finish(self, done: Work, begun: str) -> Result:
        """Put the files of every article in place and tell the ledger of the pages; gives the result for the journal.

        What the gate holds back is told. Every file is the same however often this is repeated.
        """
        held, started = "", time.perf_counter()
        try:
            for made in done.articles:
                with fixed(begun):
                    self._keep(made)
                held = held or made.held
        except VnnewsError as error:
            done.message, done.cure = error.message, error.cure
            for made in done.articles:
                made.drop(self._plan.out)
        done.seconds["finish"] = time.perf_counter() - started
        kept = [made for made in done.articles if made.record["article"] in made.files]
        names = {name: digest for made in kept for name, digest in made.files.items()}
        outcome: Outcome = "failed" if done.message else "held" if held else "done"
        cure = done.cure or ("mend it with vnnews review, or list it with vnnews check" if held else "")
        records = tuple(made.record for made in kept)
        return Result(outcome, records, names, done.seconds, done.message or held, cure)

    def _keep(self, made: Made) -> None:
        """Put one article's files and page in place, and complete the log of its draft."""
        for name in made.files:
            self._put(made, name)
        lines = made.log
        if made.page is not None:
            self._publish(made)
        if made.page is not None:
            made.files |= made.pages
            made.record["pages"] = list(made.pages)
            lines += log.line("published", page=made.page.page.slug, forced=False)
        if made.record["draft"]:
            path = log.path_of(self._plan.out / made.record["draft"])
            write_atomic(path, lines, durable=False)
            made.files[path.relative_to(self._plan.out).as_posix()] = hashlib.sha256(lines.encode()).hexdigest()

    def _publish(self, made: Made) -> None:
        """Put the page in place under its name, or compose it anew where that is not to be had."""
        folder = self._plan.out / PAGES
        with store.locked(folder / "publications"):
            self._ledger.refresh()
            if made.page is None or not self._is_free(made.page):
                made.drop(self._plan.out)
                compose(made, self._plan, self._ledger)
            if made.page is None:
                return
            pictures.copy(made.page.page, folder)
            *formats, sidecar = made.pages
            for name in formats:
                self._put(made, name)
            # The sidecar comes last: where it stands, the other files and the event do.
            made.page.announce(self._ledger)
            self._put(made, sidecar)

    def _is_free(self, composed: Composed) -> bool:
        """Whether the ledger knows nothing of page and name that its worker, who has no ledger, could not know."""
        page = composed.page
        entry = self._ledger.find(page.id)
        if self._ledger.owner(page.slug) not in (None, page.id):
            return False
        return entry is None or (entry.slug == page.slug and entry.embargo is None and not composed.stepped)

    def _put(self, made: Made, name: str) -> None:
        if name in made.staged:
            path = self._plan.out / name
            put_in_place(path.with_name(made.staged[name]), path)
            del made.staged[name]
