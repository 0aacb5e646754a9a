"""`vnnews translate`: addresses, files or articles made into English drafts, with what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.draft.model import Draft
    from vnnews.errors import VnnewsError
    from vnnews.read import ReadFailure
    from vnnews.settings import Settings
    from vnnews.translate.engines.base import Engine, EngineInfo
    from vnnews.translate.limits import Limits


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("translate")(translate)


def translate(
    sources: Annotated[
        list[str], typer.Argument(metavar="SRC...", help="Addresses, files, *.article.json, or - for standard input.")
    ],
    engine: Annotated[
        str | None, typer.Option(help="The engine to ask (vnnews engines lists them).", show_default=False)
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Refuse everything that needs a network.")] = False,
    out: Annotated[
        Path | None, typer.Option(help="The folder for drafts (default: here; none with --json).", show_default=False)
    ] = None,
    translator: Annotated[
        str | None, typer.Option(help="The name for the byline: By X – Translated by ...", show_default=False)
    ] = None,
    max_chars: Annotated[
        int | None, typer.Option(min=0, help="Ask a network engine for no more than this.", show_default=False)
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option(min=0, help="The same in US dollars, by the engine's price.", show_default=False)
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, help="Sentences at once, for an engine on this machine (default: cores).", show_default=False
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One draft a line on standard output.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only the names of the drafts.")] = False,
) -> None:
    """Translate articles into drafts (<date>-<slug>.xlf) and list what to look at.

    Without --engine nothing leaves this machine.
    """
    from vnnews.cli.output import complain
    from vnnews.errors import VnnewsError
    from vnnews.settings import load
    from vnnews.translate.engines import choose, open_engine
    from vnnews.translate.engines.threads import with_jobs
    from vnnews.translate.limits import Limits

    settings = load(engine=engine, offline=offline or None, translator=translator)
    limits = Limits(max_chars, max_cost)
    name = choose(settings)
    opened = open_engine(name, with_jobs(settings, name, jobs))
    run = _Run(settings, out, as_json=as_json, quiet=quiet)
    try:
        for source in sources:
            for article in run.articles(source):
                try:
                    run.one(article, opened, limits)
                except VnnewsError as error:
                    run.failed.append(error)
                    complain(error, source)
    finally:
        opened.close()
    raise typer.Exit(run.exit_code)


class _Run:
    """One run of the command: what was written and what failed."""

    def __init__(self, settings: Settings, out: Path | None, *, as_json: bool, quiet: bool) -> None:
        self.settings, self.out = settings, out
        self.as_json, self.quiet = as_json, quiet
        self.failed: list[VnnewsError] = []
        self.done = 0

    @property
    def exit_code(self) -> int:
        """0 all written, 1 some failed, else the code of what stopped everything."""
        if not self.failed:
            return 0
        return 1 if self.done else max(e.exit_code for e in self.failed)

    def articles(self, source: str) -> Iterator[Article]:
        """The articles of one source; what cannot be read is told and counted."""
        from vnnews.article import Article
        from vnnews.cli.output import complain
        from vnnews.errors import VnnewsError

        try:
            for found in _found(source, self.settings):
                if isinstance(found, Article):
                    yield found
                else:
                    self.failed.append(found.error)
                    complain(found.error, found.origin)
        except VnnewsError as error:
            self.failed.append(error)
            complain(error, source)

    def one(self, article: Article, engine: Engine, limits: Limits) -> None:
        """Translate one article, write its draft and tell about it."""
        from vnnews.draft import store

        limits.spend(article, engine.info)
        draft = self._with_progress(article, engine)
        path = None
        if self.out is not None or not self.as_json:
            path = store.path_for(article, self.out or Path())
            store.create(draft, path)
        self.done += 1
        if path is None or self.as_json:
            from vnnews.cli.output import print_json
            from vnnews.translate.json import draft_to_json

            print_json(draft_to_json(draft))
        elif self.quiet:
            print(path)
        else:
            _show(draft, path, engine)

    def _with_progress(self, article: Article, engine: Engine) -> Draft:
        from rich.progress import Progress

        from vnnews.cli.output import console
        from vnnews.translate import translate_article

        screen = console(stderr=True)
        with Progress(console=screen, transient=True, disable=self.quiet or not screen.is_terminal) as bar:
            task = bar.add_task("translating", total=None)
            return translate_article(
                article,
                self.settings,
                engine=engine,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )


def _found(source: str, settings: Settings) -> Iterator[Article | ReadFailure]:
    """The articles at an address, in a file or on standard input."""
    import sys

    from vnnews.clock import now
    from vnnews.read import read_path, read_source
    from vnnews.read.source import Source

    if source == "-":
        yield from read_source(Source(sys.stdin.buffer.read(), "-", now()))
    elif source.lower().startswith(("http://", "https://")):
        from vnnews.read.fetch import Fetcher
        from vnnews.read.harvest import fetch_article

        with Fetcher(settings) as fetcher:
            yield fetch_article(source, fetcher).article
    else:
        yield from read_path(Path(source))


def _show(draft: Draft, path: Path, engine: Engine) -> None:
    """The summary on the screen: where the draft is, who said what, what to look at."""
    from vnnews.cli.findings import show_findings
    from vnnews.cli.output import console

    out = console()
    info = engine.info
    out.print(f"written {path}", style="bold")
    said = ", ".join(f"{n} by {name}" for name, n in draft.engines().items()) or "none translated"
    untold = sum(s.target is None for s in draft.segments)
    out.print(f"  {len(draft.segments)} segments: {said}" + (f", {untold} without English" if untold else ""))
    out.print(f"  {_consent(info)}")
    for line in _doubts(draft, path):
        out.print(f"  {line}")
    show_findings(draft.findings, draft)
    again = "run it again: only what has no English is asked for"
    if untold == len(draft.segments):
        out.print(f"Next: {again}")
        return
    edit = f"vnnews review {path}, or edit it in any XLIFF editor; then vnnews publish {path}"
    out.print(f"Next: {again}; or {edit}" if untold else f"Next: {edit}")


def _doubts(draft: Draft, path: Path) -> Iterator[str]:
    """How many sentences are doubtful and which, and how many questions there are to the author."""
    from vnnews.review import questions
    from vnnews.translate.findings import DOUBTFUL

    doubtful = {f.segment for f in draft.findings if f.code == DOUBTFUL.code}
    named = [s.id for s in draft.segments if s.id in doubtful]
    if named:
        yield f"{len(named)} of {len(draft.segments)} sentences doubtful: {', '.join(named)}"
    asked = len(list(questions.ask(text for _, text in draft.article.texts())))
    if asked:
        yield f"questions to the author: {asked} (vnnews check --questions {path})"


def _consent(info: EngineInfo) -> str:
    """Which engine saw the text, and whether it left the machine."""
    if info.leaves_machine:
        return f"the text was sent to {info.host} ({info.name})"
    return f"nothing left this machine (engine: {info.name}; others: vnnews engines)"
