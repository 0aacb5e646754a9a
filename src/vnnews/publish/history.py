"""The life of a page after its first day: updates, corrections, embargo, takedown, return. Names stay for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vnnews.article import Article
from vnnews.clock import now
from vnnews.draft.model import Draft
from vnnews.errors import GateError, InputError, UsageError
from vnnews.publish.ledger import Ledger
from vnnews.publish.page import Correction, Page


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for when publishing, beside the settings. `out` is the folder of the pages.

    `not_before` is a day or moment in ISO 8601 (without offset: local time); the page waits until then. `correction`
    is the note that readers get. `restore` brings a withdrawn page back. `images` is where the article's pictures
    were fetched (else the folder images beside it).
    """

    out: Path
    force: bool = False
    translator: str | None = None
    title: str | None = None
    topics: tuple[str, ...] = ()
    correction: str | None = None
    not_before: str | None = None
    restore: bool = False
    images: Path | None = None


def moment(text: str) -> str:
    """A day or moment in ISO 8601 as a moment in UTC to the second. Raises UsageError if it is none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date", "write 2026-01-31 or 2026-01-31T06:00+07:00") from error
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def wait(ledger: Ledger, page: Page, not_before: str | None) -> str | None:
    """Until when the page has to wait, if it has; a new embargo is noted in the ledger, a past one lifts the old.

    Raises GateError where the page is under an embargo that the call does not speak of.
    """
    entry = ledger.find(page.id)
    standing = entry.embargo if entry and entry.embargo and entry.embargo > now() else None
    if not_before is None:
        if standing:
            raise GateError(f"under embargo until {standing}", "wait, or set another time with --not-before")
        return None
    until = moment(not_before)
    if until <= now():
        return None
    if until != standing:
        ledger.add("embargoed", page.id, until=until)
    return until


def find(ledger: Ledger, identity: str, slug: str, out: Path) -> Page | None:
    """The page of an article as it was last published, by the ledger or by the name that it would get."""
    entry = ledger.find(identity)
    before = read(out, entry.slug if entry and entry.slug else slug)
    return before if before and before.id == identity else None


def name(ledger: Ledger, page: Page, before: Page | None, out: Path) -> Page:
    """The page under the name it was first given; a new page steps around the names of others."""
    if before:
        return replace(page, slug=before.slug)
    owner = ledger.owner(page.slug) or getattr(read(out, page.slug), "id", page.id)
    return page if owner == page.id else replace(page, slug=f"{page.slug}-{page.id[:6]}")


def read(out: Path, slug: str) -> Page | None:
    """The page as last written, from its sidecar; None where there is none."""
    path = out / f"{slug}.json"
    try:
        return Page.loads(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}", "publish the draft again into another --out") from error


def remember(order: Order, subject: Draft | Article, before: Page | None) -> Order:
    """The order with what was given when the page was last published and would be lost now: no credit ever is."""
    if before is None or before.withdrawn:
        return order
    article = subject.article if isinstance(subject, Draft) else subject
    named = article.translator or (isinstance(subject, Draft) and subject.translator)
    return replace(
        order,
        translator=order.translator or (None if named else before.credits.translator),
        title=order.title or (before.title if before.record.get("title") == "given" else None),
        topics=order.topics or before.topics,
    )


def against(page: Page, before: Page | None, order: Order) -> tuple[Page, str | None]:
    """The page with what its history adds, and the event for the ledger (None where nothing is new).

    Raises GateError for a withdrawn page without `restore`, UsageError for a correction of what was never published.
    """
    if before is None:
        if order.correction:
            raise UsageError("there is no published page to correct", "publish it without --correction")
        return replace(page, issued=now(), modified=now()), "published"
    if before.withdrawn and not order.restore:
        raise GateError(f"{before.slug} was withdrawn on {before.withdrawn['at'][:10]}", "bring it back with --restore")
    page = replace(
        page,
        issued=before.issued,
        modified=before.modified,
        corrections=_corrections(before, order.correction),
        record=_kept_record({**page.record, "replaces": before.record.get("replaces")}, before.record),
    )
    if _revised(page, before):
        page = replace(page, modified=now(), record={**page.record, "replaces": _revision(page, before)})
    if before.withdrawn:
        return page, "restored"
    if page.corrections != before.corrections:
        return page, "corrected"
    return page, None if page.to_json() == before.to_json() else "updated"


def versions(page: Page, before: Page | None) -> dict[str, str]:
    """What the ledger says of an event beside its name: the version that stands now, and the one that it replaces."""
    said = {"version": page.digest}
    if before and not before.withdrawn and before.digest != page.digest:
        said["replaces"] = before.digest
    return said


def _revised(page: Page, before: Page) -> bool:
    """Whether readers get other words, or the same words of a source that was changed."""
    return page.digest != before.digest or _source(page) != _source(before)


def _revision(page: Page, before: Page) -> dict[str, Any]:
    """Which version of itself a page replaces: since when it stood, its hash, the source it was made of."""
    return {
        "modified": before.modified,
        "digest": before.digest,
        "source_sha256": _source(before),
        "source_changed": _source(page) != _source(before),
    }


def _source(page: Page) -> str | None:
    sha256 = page.record.get("source", {}).get("sha256")
    return sha256 if isinstance(sha256, str) else None


def _corrections(before: Page, note: str | None) -> tuple[Correction, ...]:
    if not note or note in (n.note for n in before.corrections):
        return before.corrections
    return (*before.corrections, Correction(now()[:10], note))


def _kept_record(record: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """The record as it was, if only the moment of forcing differs."""
    same = {**record, "forced": {**(record.get("forced") or {}), "at": None}}
    old = {**before, "forced": {**(before.get("forced") or {}), "at": None}}
    return before if same == old else record


def withdraw(ledger: Ledger, key: str, reason: str, out: Path) -> tuple[Page, Page]:
    """A published page, named by its id or name (with or without suffix), and its tombstone, noted in the ledger."""
    stem = Path(key).name.removesuffix(".html").removesuffix(".md").removesuffix(".json")
    entry = ledger.find(stem)
    before = read(out, entry.slug if entry else stem)
    if before is None:
        raise InputError(f"no page {key} was published in {out}", "give the page's name or id, and its folder as --out")
    if before.withdrawn:
        return before, before
    page = Page(
        id=before.id,
        slug=before.slug,
        title=before.title,
        blocks=(),
        credits=type(before.credits)(),
        published=before.published,
        issued=before.issued,
        modified=now(),
        corrections=before.corrections,
        withdrawn={"at": now(), "reason": reason},
        record=before.record,
    )
    ledger.add("withdrawn", page.id, slug=page.slug, reason=reason)
    return before, page
