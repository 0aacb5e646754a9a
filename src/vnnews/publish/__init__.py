"""Publish: Draft or English Article to files, through the gate, with credits and record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    "Composed",
    "Credits",
    "Order",
    "Page",
    "Published",
    "Site",
    "Writer",
    "compose",
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
class Composed:
    """A page as it is to be written: its event for the ledger (None where nothing is new) with what is told of it.

    `stepped` tells that it steps around the name of another page, `waiting` until when it has to wait; then nothing is
    written.
    """

    page: Page
    event: str | None = None
    told: dict[str, Any] = field(default_factory=dict)
    stepped: bool = False
    waiting: str | None = None

    def announce(self, ledger: Ledger) -> None:
        """Tell the ledger of the event, if there is one."""
        if self.event:
            ledger.add(self.event, self.page.id, slug=self.page.slug, **self.told)


def publish(subject: Draft | Article, path: Path, settings: Settings, site: Site, order: Order) -> Published:
    """Check, compose and write the page of a draft or English article that was read from `path`.

    Only what changed is written. The draft's approved segments become final. Raises Refused where the gate is shut,
    GateError for an embargoed or withdrawn page, InputError where the article or the disk does not let us.
    """
    from vnnews.draft import log, store
    from vnnews.publish import files, gate, pictures
    from vnnews.publish.ledger import Ledger

    draft = subject if isinstance(subject, Draft) else None
    seen = store.fingerprint(path) if draft else ""
    with store.locked(order.out / "publications"):
        ledger = Ledger(order.out)

        def outcome() -> Outcome:
            return gate.examine(subject, settings, log.read(path))

        done = compose(subject, path, settings, site, order, ledger, outcome)
        page = done.page
        if done.waiting:
            return Published(page, waiting=done.waiting)
        if draft and store.fingerprint(path) != seen:
            raise ConflictError(f"{path}: changed while it was published", "publish it again")
        changed = pictures.copy(page, order.out)
        contents = files.rendered(page, files.writers(site), site)
        changed += files.write(contents, order.out, announce=lambda: done.announce(ledger))
    if draft and (done.event or any(s.state == "reviewed" for s in draft.segments)):
        store.mark_published(path, draft, page=page.slug, forced=done.told["forced"])
    return Published(page, tuple(changed), tuple(_remarks(page)))


def compose(
    subject: Draft | Article,
    path: Path,
    settings: Settings,
    site: Site,
    order: Order,
    ledger: Ledger,
    examined: Callable[[], Outcome],
) -> Composed:
    """The page that `publish` writes, with its name, credits, record and history as the ledger stands.

    `examined` gives what the checks say of the subject. Nothing is written, but that an embargo is noted in the ledger.
    Raises as `publish`.
    """
    from vnnews.publish import gate, history, pictures
    from vnnews.publish.record import record_of

    # Composed before the checks: what cannot be published at all needs no list of findings.
    page = page_of(subject, settings, site)
    before = history.find(ledger, page.id, page.slug, order.out)
    order = history.remember(order, subject, before)
    if order.translator or order.title or order.topics:
        page = page_of(subject, settings, site, translator=order.translator, title=order.title, topics=order.topics)
    outcome = examined()
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
        return Composed(page, waiting=waiting)
    named = history.name(ledger, page, before, order.out)
    stepped = before is None and named.slug != page.slug
    page, event = history.against(named, before, order)
    return Composed(page, event, {"forced": not outcome.open, **history.versions(page, before)}, stepped)


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
