"""Finishing: the pages, logs and journal entry of a source, in the order of the sources, by the batch itself."""

from __future__ import annotations

import hashlib
import time

from vnnews import publish as publishing
from vnnews.batch.journal import Outcome, Result
from vnnews.batch.stages import PAGES, Made, Plan, Work
from vnnews.clock import fixed
from vnnews.draft import log
from vnnews.errors import VnnewsError
from vnnews.files import write_atomic
from vnnews.publish.files import SIDECAR, writers
from vnnews.publish.ledger import Ledger


class Finisher:
    """Publishes what workers made. Keeps the ledger of the pages open over the whole batch."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._site = publishing.site_of(plan.settings)
        self._suffixes = (*(w.suffix for w in writers(self._site).values()), SIDECAR)
        self._ledger = Ledger(plan.out / PAGES, durable=False)

    def finish(self, done: Work, begun: str) -> Result:
        """Publish every English text among the articles; gives the result for the journal.

        What the gate holds back is told. Every file is the same however often this is repeated.
        """
        held = ""
        started = time.perf_counter()
        for made in done.articles:
            with fixed(begun):
                why = self._publish(made)
            held = held or why
        if any(made.subject is not None for made in done.articles):
            done.seconds["publish"] = time.perf_counter() - started
        files = {name: digest for made in done.articles for name, digest in made.files.items()}
        outcome: Outcome = "failed" if done.message else "held" if held else "done"
        cure = done.cure or ("mend it with vnnews review, or list it with vnnews check" if held else "")
        records = tuple(made.record for made in done.articles)
        return Result(outcome, records, files, done.seconds, done.message or held, cure)

    def _publish(self, made: Made) -> str:
        """Publish one article and complete its log; gives why it was held back, "" if it was not."""
        if made.subject is None or made.outcome is None:
            return ""
        path = self._plan.out / (made.record["draft"] or made.record["article"])
        why, lines = "", made.log
        many = publishing.Many(self._ledger, made.outcome)
        order = publishing.Order(self._plan.out / PAGES)
        try:
            page = publishing.publish(made.subject, path, self._plan.settings, self._site, order, many).page
        except VnnewsError as error:
            why = error.message
        else:
            made.record["pages"] = self._note(made, page.slug)
            lines += log.line("published", page=page.slug, forced=False)
        if made.record["draft"]:
            write_atomic(log.path_of(path), lines, durable=False)
            name = log.path_of(path).relative_to(self._plan.out).as_posix()
            made.files[name] = hashlib.sha256(lines.encode()).hexdigest()
        return why

    def _note(self, made: Made, slug: str) -> list[str]:
        """The files of a page, with their hashes noted."""
        names = [f"{PAGES}/{slug}{suffix}" for suffix in self._suffixes]
        names = [n for n in names if (self._plan.out / n).is_file()]
        for name in names:
            made.files[name] = hashlib.sha256((self._plan.out / name).read_bytes()).hexdigest()
        return names
