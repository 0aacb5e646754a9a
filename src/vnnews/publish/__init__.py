"""Publish: Draft or English Article to files, through the gate, with credits and record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.article import Article
from vnnews.draft.model import Draft
from vnnews.errors import ConflictError
from vnnews.publish.compose import page_of
from vnnews.publish.history import Order
from vnnews.publish.page import Credits, Page, Writer
from vnnews.publish.settings import Site, site_of
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.publish.gate import Outcome
    from vnnews.publish.ledger import Ledger

__all__ = [
    "Credits",
    "Order",
    "Page",
    "Published",
    "Site",
    "Writer",
    "is_site",
    "page_of",
    "publish",
    "site_of",
    "take_down",
]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the page, the files that changed, remarks, and until when the page waits (else None)."""

    page: Page
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    waiting: str | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """What publishing page after page keeps: the open ledger, and what the checks said of the subject just now.

    Its pages can all be made again, so that nothing waits for the disk; the drafts are left as they are.
    """

    ledger: Ledger
    outcome: Outcome


def publish(
    subject: Draft | Article, path: Path, settings: Settings, site: Site, order: Order, many: Many | None = None
) -> Published:
    """Check, compose and write the page of a draft or English article that was read from `path`.

    Only what changed is written. `many` is given where a batch publishes. The draft's approved segments become final.
    Raises Refused where the gate is shut, GateError for an embargoed or withdrawn page, InputError where the article
    or the disk does not let us.
    """
    from vnnews.draft import log, store
    from vnnews.publish import files, gate, history, pictures
    from vnnews.publish.ledger import Ledger
    from vnnews.publish.record import record_of

    draft = subject if isinstance(subject, Draft) else None
    seen = store.fingerprint(path) if draft else ""
    with store.locked(order.out / "publications"):
        ledger = many.ledger if many else Ledger(order.out)
        ledger.refresh()
        # Composed before the checks: what cannot be published at all needs no list of findings.
        page = page_of(subject, settings, site)
        before = history.find(ledger, page.id, page.slug, order.out)
        order = history.remember(order, subject, before)
        page = page_of(subject, settings, site, translator=order.translator, title=order.title, topics=order.topics)
        outcome = many.outcome if many else gate.examine(subject, settings, log.read(path) if draft else None)
        if not order.force:
            gate.demand(outcome)
        folder = order.images or path.parent / pictures.FOLDER
        page = replace(
            page,
            record=record_of(subject, outcome, title_given=bool(order.title)),
            pictures=pictures.fetched(folder, page.id),
            pictures_at=folder,
        )
        waiting = history.wait(ledger, page, order.not_before)
        if waiting:
            return Published(page, waiting=waiting)
        page, event = history.against(history.name(ledger, page, before, order.out), before, order)
        if draft and store.fingerprint(path) != seen:
            raise ConflictError(f"{path}: changed while it was published", "publish it again")
        changed = pictures.copy(page.pictures.values(), folder, order.out)

        def announce() -> None:
            if event:
                versions = history.versions(page, before)
                ledger.add(event, page.id, slug=page.slug, forced=not outcome.open, **versions)

        writers = files.writers(site)
        changed += files.write(page, writers, site, order.out, durable=not many, announce=announce)
    if draft and not many and (event or any(s.state == "reviewed" for s in draft.segments)):
        store.mark_published(path, draft, page=page.slug, forced=not outcome.open)
    return Published(page, tuple(changed), tuple(_remarks(page)))


def take_down(key: str, reason: str, site: Site, out: Path) -> Published:
    """Withdraw a published page, named by its file or id: a tombstone is left, and the record of it."""
    from vnnews.draft import store
    from vnnews.publish import files, history
    from vnnews.publish.ledger import Ledger

    with store.locked(out / "publications"):
        before, page = history.withdraw(Ledger(out), key, reason, out)
        return Published(page, tuple(files.bury(before, page, site, out)))


def is_site(out: Path) -> bool:
    """Whether the folder holds a site, so that a new page there links to the index."""
    from vnnews.publish.site import STATE

    return (out / STATE).exists()


def _remarks(page: Page) -> list[str]:
    out = []
    if page.record["title"] == "beginning":
        out.append("the article has no title, its first words stand for one; give a title with --title")
    if not page.credits.byline:
        out.append("no author is known and no translator named; name the translator with --translator")
    if page.record["forced"]:
        out.append("published with --force: the page's record lists the errors that stand")
    return out
