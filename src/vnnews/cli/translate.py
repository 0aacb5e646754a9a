"""`vnnews translate`: articles to drafts, with a summary and the findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.draft.model import Draft
    from vnnews.settings import Settings
    from vnnews.translate.engines.base import Engine


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("translate")(translate)


def translate(
    sources: Annotated[list[str], typer.Argument(help="URLs, files, *.article.json, or - for pasted text.")],
    out: Annotated[Path, typer.Option(help="The folder for drafts.")] = Path(),
    engine: Annotated[str | None, typer.Option(help="The engine (vnnews engines lists them).")] = None,
    offline: Annotated[bool | None, typer.Option("--offline/--online", help="Refuse what needs a network.")] = None,
    translator: Annotated[str | None, typer.Option(help="Who translates: printed in the byline.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line; nothing is written.")] = False,
) -> None:
    """Draft the English of articles and list what the translator must look at."""
    from vnnews.cli.output import complain
    from vnnews.errors import VnnewsError
    from vnnews.settings import load
    from vnnews.translate.engines import choose, open_engine

    settings = load(engine=engine, offline=offline, translator=translator)
    opened = open_engine(choose(settings), settings)
    failed, done = [], 0
    try:
        for source in sources:
            try:
                for article in _articles(source, settings):
                    _one(article, settings, opened, None if as_json else out)
                    done += 1
            except VnnewsError as error:
                complain(error, source)
                failed.append(error)
    finally:
        opened.close()
    if failed:
        raise typer.Exit(1 if done else max(e.exit_code for e in failed))


def _articles(source: str, settings: Settings) -> Iterator[Article]:
    """The articles of a source; raises its failure."""
    if source.startswith(("http://", "https://")):
        from vnnews.read import read_source
        from vnnews.read.fetch import fetch

        yield from read_source(fetch(source, settings))
        return
    from vnnews.read import ReadFailure, read_path

    for found in read_path(Path(source)):
        if isinstance(found, ReadFailure):
            raise found.error
        yield found


def _one(article: Article, settings: Settings, engine: Engine, out: Path | None) -> None:
    """Translate one article; write the draft and show what to look at, or (out None) print it as JSON."""
    from vnnews.cli.output import print_json
    from vnnews.draft import store

    draft = _with_progress(article, settings, engine)
    if out is None:
        from vnnews.translate.json import draft_to_json

        print_json(draft_to_json(draft))
        return
    path = store.path_for(article, out)
    store.create(draft, path)
    _show(draft, path, engine)


def _with_progress(article: Article, settings: Settings, engine: Engine) -> Draft:
    from rich.progress import Progress

    from vnnews.cli.output import console
    from vnnews.translate import translate_article

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("translating", total=None)
        return translate_article(
            article, settings, engine=engine, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )


def _show(draft: Draft, path: Path, engine: Engine) -> None:
    from vnnews.cli.findings import show_findings
    from vnnews.cli.output import console

    out = console()
    out.print(f"{path}")
    origins = ", ".join(f"{count} by {name}" for name, count in draft.engines().items())
    out.print(f"  {len(draft.segments)} segments: {origins or 'none translated'}")
    out.print(f"  {_consent(draft, engine)}")
    show_findings(draft.findings, draft)
    out.print(f"Next: vnnews review {path}, or edit it in any XLIFF editor; then vnnews publish {path}")


def _consent(draft: Draft, engine: Engine) -> str:
    """Which engine saw the text, and whether it left the machine."""
    info = engine.info
    if info.leaves_machine:
        return f"the text was sent to {info.host} ({info.name})"
    hint = "" if info.translates else "; to have sentences translated, see: vnnews engines"
    return f"nothing left this machine (engine: {info.name}){hint}"
