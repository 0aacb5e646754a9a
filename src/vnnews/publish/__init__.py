"""Publish: Draft or English Article to files, through the gate, with credits and record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from vnnews.article import Article
from vnnews.clock import now
from vnnews.draft.model import Draft
from vnnews.errors import ConflictError
from vnnews.publish.compose import page_of
from vnnews.publish.history import Order
from vnnews.publish.page import Credits, Page, Writer
from vnnews.publish.settings import Site, site_of
from vnnews.settings import Settings

__all__ = ["Credits", "Order", "Page", "Published", "Site", "Writer", "page_of", "publish", "site_of", "take_down"]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the page, the files that changed, remarks, and until when the page waits (else None)."""

    page: Page
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    waiting: str | None = None


def publish(subject: Draft | Article, path: Path, settings: Settings, site: Site, order: Order) -> Published:
    """Check, compose and write the page of a draft or English article that was read from `path`.

    Only what changed is written. The draft's approved segments become final. Raises Refused where the gate is shut,
    GateError for an embargoed or withdrawn page, InputError where the article or the disk does not let us.
    """
    from vnnews.draft import log, store
    from vnnews.publish import files, gate, history
    from vnnews.publish.ledger import Ledger
    from vnnews.publish.record import record_of

    draft = subject if isinstance(subject, Draft) else None
    article = subject.article if isinstance(subject, Draft) else subject
    seen = store.fingerprint(path) if draft else ""
    # Composed before the checks: what cannot be published at all needs no list of findings.
    page = page_of(subject, settings, site, translator=order.translator, title=order.title, topics=order.topics)
    outcome = gate.examine(subject, settings, log.read(path) if draft else None)
    if not order.force:
        gate.demand(outcome)
    forced_at = None if outcome.open else now()
    made = not order.title and not article.title
    page = replace(page, record=record_of(subject, outcome, title_made=made, forced_at=forced_at))
    with store.locked(order.out / "publications"):
        ledger = Ledger(order.out)
        waiting = history.wait(ledger, page, order.not_before)
        if waiting:
            return Published(page, waiting=waiting)
        page = history.name(ledger, page, order.out)
        page, event = history.against(page, history.read(order.out, page.slug), order)
        if draft and store.fingerprint(path) != seen:
            raise ConflictError(f"{path}: changed while it was published", "publish it again")
        changed = files.write(page, files.writers(site), order.out)
        if event:
            ledger.add(event, page.id, slug=page.slug, forced=forced_at is not None)
    if draft and (event or any(s.state == "reviewed" for s in draft.segments)):
        store.mark_published(path, draft, page=page.slug, forced=forced_at is not None)
    return Published(page, tuple(changed), tuple(_remarks(page)))


def take_down(key: str, reason: str, site: Site, out: Path) -> Published:
    """Withdraw a published page, named by its file or id: a tombstone is left, and the record of it."""
    from vnnews.draft import store
    from vnnews.publish import files, history
    from vnnews.publish.ledger import Ledger

    with store.locked(out / "publications"):
        page = history.withdraw(Ledger(out), key, reason, out)
        return Published(page, tuple(files.bury(page, site, out)))


def _remarks(page: Page) -> list[str]:
    out = []
    if page.record["title_made"]:
        out.append("the article has no title, its first words stand for one; give a title with --title")
    if not page.credits.byline:
        out.append("no author is known and no translator named; name the translator with --translator")
    if page.record["forced"]:
        out.append("published with --force: the page's record lists the errors that stand")
    return out
