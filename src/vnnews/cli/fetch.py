"""`vnnews fetch`: articles from the network, politely, stored with the bytes they were read from."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.read.feeds import Entry
    from vnnews.read.fetch import Fetcher
    from vnnews.read.harvest import Fetched, Wanted

Urls = Annotated[list[str] | None, typer.Argument(help="Addresses of articles.", show_default=False)]
Feeds = Annotated[list[str] | None, typer.Option("--feed", help="An RSS or Atom feed.", show_default=False)]
Sitemaps = Annotated[list[str] | None, typer.Option("--sitemap", help="A sitemap.", show_default=False)]
Lists = Annotated[list[str] | None, typer.Option("--list", help="A page that lists articles.", show_default=False)]

_BESIDE_STATE = 16
"""Columns that spinner and clock take."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("fetch")(fetch)


def fetch(
    urls: Urls = None,
    feeds: Feeds = None,
    sitemaps: Sitemaps = None,
    lists: Lists = None,
    pages: Annotated[int, typer.Option(min=1, help="How many pages of a list to follow.")] = 1,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Leave out articles before this day.")] = None,
    most: Annotated[int | None, typer.Option(min=1, help="Stop after so many articles.", show_default=False)] = None,
    out: Annotated[Path, typer.Option(help="The folder to store them in.")] = Path(),
    images: Annotated[bool, typer.Option("--images", help="Fetch the pictures too.")] = False,
    originals: Annotated[
        bool, typer.Option("--originals", help="Fetch the Vietnamese text that an English page names as its source.")
    ] = False,
    delay: Annotated[float, typer.Option(min=0.0, help="Seconds between two requests to a host.")] = 1.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses inside your own network too.")
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Refuse to use the network.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One article a line on standard output.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell only what went wrong.")] = False,
) -> None:
    """Download articles politely, extract and store them."""
    from vnnews.errors import UsageError
    from vnnews.read.fetch import Fetcher, Limits
    from vnnews.read.harvest import Wanted, check_day
    from vnnews.settings import load

    wanted = Wanted(
        tuple(urls or ()), tuple(feeds or ()), tuple(sitemaps or ()), tuple(lists or ()), pages, check_day(since), most
    )
    if not (urls or feeds or sitemaps or lists):
        raise UsageError("nothing to fetch", "give an address, or --feed, --sitemap or --list with one")
    settings = load(offline=offline or None)
    with Fetcher(settings, allow_private=allow_private, limits=Limits(delay=delay)) as fetcher:
        run = _Run(fetcher, out, images=images, originals=originals, as_json=as_json, quiet=quiet)
        with run.shown():
            run.all(wanted)
    raise typer.Exit(run.exit_code)


class _Run:
    """One run of the command: what was stored, what failed, and how it is told."""

    def __init__(
        self, fetcher: Fetcher, out: Path, *, images: bool, originals: bool, as_json: bool, quiet: bool
    ) -> None:
        self.fetcher, self.out = fetcher, out
        self.images, self.originals, self.as_json, self.quiet = images, originals, as_json, quiet
        self.stored: dict[str, Path] = {}
        self.failed = 0
        self._look: Callable[[str], None] = lambda what: None

    @contextlib.contextmanager
    def shown(self) -> Iterator[None]:
        """Show on a terminal, while the block runs, what is being fetched and how much is done; elsewhere nothing."""
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        from vnnews.cli.output import console

        screen = console(stderr=True)
        columns = (SpinnerColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
        with Progress(*columns, console=screen, transient=True, disable=self.quiet or not screen.is_terminal) as bar:
            task = bar.add_task("")
            self._look = lambda what: bar.update(task, description=self._state(what, screen.width))
            try:
                yield
            finally:
                self._look = lambda what: None

    def _state(self, what: str, width: int) -> str:
        """The line under a running fetch: what is done, what goes on; cut to the screen."""
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{len(self.stored)} stored{failed}  {what}"[: max(20, width - _BESIDE_STATE)]

    def _note(self, message: str) -> None:
        from vnnews.cli.output import note

        if not self.quiet:
            note(message)

    @property
    def exit_code(self) -> int:
        """0 all good, 1 some failed, 3 nothing could be had."""
        if not self.failed:
            return 0
        return 1 if self.stored else 3

    def all(self, wanted: Wanted) -> None:
        """Fetch, store and report every article that is wanted."""
        from vnnews.errors import VnnewsError
        from vnnews.read.harvest import fetch_articles

        for entry in self._named(wanted):
            if wanted.most is not None and len(self.stored) >= wanted.most:
                return
            self._look(entry.url)
            try:
                for fetched in fetch_articles(entry.url, self.fetcher):
                    if not wanted.is_too_old(fetched.article.published):
                        self._keep(fetched)
            except VnnewsError as error:
                self._fail(error, entry.url)

    def _named(self, wanted: Wanted) -> Iterator[Entry]:
        from vnnews.errors import VnnewsError
        from vnnews.read.harvest import named

        for address, entries in named(wanted, self.fetcher):
            self._look(address)
            try:
                yield from entries
            except VnnewsError as error:
                self._fail(error, address)

    def _fail(self, error: Exception, subject: str) -> None:
        from vnnews.cli.output import complain
        from vnnews.errors import VnnewsError

        assert isinstance(error, VnnewsError)
        complain(error, "" if error.message.startswith(subject) else subject)
        self.failed += 1

    def _keep(self, fetched: Fetched) -> None:
        """Store an article once, with its pictures and its original where asked for."""
        from vnnews.cli.output import print_json
        from vnnews.read.harvest import store

        article = fetched.article
        if article.id in self.stored:
            return
        path = self.stored[article.id] = store(fetched, self.out)
        if self.as_json:
            print_json(article.to_json())
        else:
            self._note(f"{path}  {article.title or '(no title)'}")
        if self.images:
            self._pictures(fetched)
        if article.original_url:
            self._original(fetched, path)

    def _pictures(self, fetched: Fetched) -> None:
        from vnnews.read.images import fetch_pictures

        self._look(f"pictures of {fetched.article.url or fetched.article.id}")
        pictures, failures = fetch_pictures(fetched.article, self.out, self.fetcher)
        for url, error in failures:
            self._fail(error, url)
        self._note(f"  {len(pictures)} picture{'s' if len(pictures) != 1 else ''} in {self.out / 'images'}")

    def _original(self, fetched: Fetched, path: Path) -> None:
        """Fetch or at least name the text that the page translates."""
        from vnnews.errors import VnnewsError
        from vnnews.read.harvest import fetch_article, pair, store

        original = fetched.article.original_url
        assert original is not None
        if not self.originals:
            self._note(f"  its Vietnamese original: {original} (fetch it with --originals)")
            return
        try:
            found = fetch_article(original, self.fetcher)
            pair(store(found, self.out), path, self.out)
        except VnnewsError as error:
            self._fail(error, original)
