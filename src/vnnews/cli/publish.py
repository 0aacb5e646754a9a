"""`vnnews publish`: reviewed drafts and English articles as pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.draft.model import Draft
    from vnnews.errors import VnnewsError
    from vnnews.publish import Published, Site
    from vnnews.read import ReadFailure


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("publish")(publish)


def publish(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DRAFT|ARTICLE", help="Drafts (.xlf), articles (.article.json), pages or texts."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder of the pages.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Publish though errors stand; the record tells it.")] = False,
    translator: Annotated[str | None, typer.Option(help="Who translated, for the byline.")] = None,
    title: Annotated[str | None, typer.Option(help="A title in place of the article's own.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="A topic of the page (repeatable).")] = None,
    format_: Annotated[
        list[str] | None, typer.Option("--format", help="html, markdown, paste, docx, bilingual (repeatable).")
    ] = None,
    flavor: Annotated[str | None, typer.Option(help="Of Markdown: plain, hugo, jekyll, pelican, zola, mkdocs.")] = None,
    correction: Annotated[str | None, typer.Option(help="A correction note on a published page.")] = None,
    not_before: Annotated[str | None, typer.Option(help="Embargo: 2026-01-31 or 2026-01-31T06:00+07:00.")] = None,
    images: Annotated[
        Path | None, typer.Option(help="Where the pictures were fetched. [default: images, beside]")
    ] = None,
    take_down: Annotated[str | None, typer.Option(metavar="PAGE", help="Withdraw a page; a tombstone stays.")] = None,
    reason: Annotated[str, typer.Option(help="Why it is withdrawn, for the tombstone.")] = "",
    restore: Annotated[bool, typer.Option("--restore", help="Bring a withdrawn page back.")] = False,
    site: Annotated[
        bool, typer.Option("--site", help="Renew index, archives, feed and sitemap over all pages in --out.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each page.")] = False,
) -> None:
    """Write reviewed drafts and English articles as HTML and Markdown with credits.

    Every check runs again; while errors stand a page is refused and each error is listed with its cure.
    """
    from vnnews import publish as publishing
    from vnnews import settings as all_settings
    from vnnews.errors import UsageError, VnnewsError

    settings = all_settings.load()
    house = publishing.site_of(
        settings,
        formats=tuple(format_) if format_ else None,
        flavor=flavor,
        linked=site or publishing.is_site(out) or None,
    )
    order = publishing.Order(out, force, translator, title, tuple(topic or ()), correction, not_before, restore, images)
    if not (inputs or take_down or site):
        raise UsageError("nothing to publish", "give drafts or articles: vnnews publish DRAFT.xlf")
    if title and len(inputs or []) > 1:
        raise UsageError("--title is for one article", "publish them one by one")
    if take_down:
        _report(publishing.take_down(take_down, reason, house, out), json)
    failed: list[VnnewsError] = []
    done = 0
    for subject, path in _subjects(inputs or [], failed):
        try:
            _report(publishing.publish(subject, path, settings, house, order), json)
            done += 1
        except UsageError:
            raise
        except VnnewsError as error:
            _refuse(error, path, json)
            failed.append(error)
    if site or publishing.is_site(out):
        _renew(house, out, json)
    if failed:
        raise typer.Exit(1 if done or take_down or site else min(e.exit_code for e in failed))


def _subjects(inputs: list[Path], failed: list[VnnewsError]) -> Iterator[tuple[Draft | Article, Path]]:
    """The drafts and articles of the given paths; what cannot be read is told and put into `failed`."""
    from vnnews.article import Article
    from vnnews.cli.output import complain
    from vnnews.draft import store
    from vnnews.errors import VnnewsError

    for path in inputs:
        try:
            if path.suffix == ".xlf":
                yield store.load(path), path
            else:
                for found in _read(path):
                    if isinstance(found, Article):
                        yield found, path
                    else:
                        complain(found.error, found.origin)
                        failed.append(found.error)
        except VnnewsError as error:
            complain(error, str(path))
            failed.append(error)


def _read(path: Path) -> Iterator[Article | ReadFailure]:
    """The articles in a file, or on standard input for "-"."""
    from vnnews.read import read_path, read_source

    if str(path) != "-":
        yield from read_path(path)
        return
    import sys

    from vnnews.clock import now
    from vnnews.read.source import Source

    yield from read_source(Source(sys.stdin.buffer.read(), "-", now()))


def _refuse(error: VnnewsError, path: Path, as_json: bool) -> None:
    from vnnews.cli.output import complain, note, print_json
    from vnnews.publish.gate import Refused, reasons

    if isinstance(error, Refused) and as_json:
        refused = [f.to_json() for f in error.outcome.errors]
        print_json({"source": str(path), "refused": refused, "unapproved": list(error.outcome.unapproved or ())})
    elif isinstance(error, Refused):
        for line in reasons(error.outcome, path):
            note(f"  {line}")
    complain(error, str(path))


def _report(done: Published, as_json: bool) -> None:
    from vnnews.cli.output import note, print_json

    page = done.page
    if as_json:
        print_json(
            {
                "id": page.id,
                "page": page.slug,
                "files": [str(f) for f in done.files],
                "waiting_until": done.waiting,
                "record": page.record,
            }
        )
    elif done.waiting:
        print(f"waits until {done.waiting}: {page.title}")
    elif not done.files:
        print(f"unchanged  {page.slug}")
    else:
        for path in done.files:
            print(f"written    {path}")
    for remark in done.notes:
        note(f"note: {remark}")


def _renew(house: Site, out: Path, as_json: bool) -> None:
    from vnnews.cli.output import note, print_json
    from vnnews.publish.site import build

    built = build(house, out)
    for message in built.damaged:
        note(f"left out: {message}")
    if as_json:
        print_json({"pages": built.pages, "rendered": built.rendered, "files": [str(f) for f in built.files]})
    else:
        print(f"site       {out / 'index.html'}: {built.pages} pages, {built.rendered} rendered anew")
    if not house.base_url:
        note("note: no feed and no sitemap without an address: set [site] base_url in vnnews.toml")
