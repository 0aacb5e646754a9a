"""`vnnews update`: drafts made anew after a change, with every person's work kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.draft.model import Draft
    from vnnews.settings import Settings
    from vnnews.translate.update import Update


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("update")(update)


def update(
    drafts: Annotated[list[Path], typer.Argument(help="Drafts (.xlf).")],
    source: Annotated[Path | None, typer.Option(help="The changed article (any file that import reads).")] = None,
    engine: Annotated[str | None, typer.Option(help="The engine (vnnews engines lists them).")] = None,
    offline: Annotated[bool | None, typer.Option("--offline/--online", help="Refuse what needs a network.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
) -> None:
    """Redo what nobody touched after a change of glossary, engine, style or source; keep and flag people's work."""
    from vnnews.cli.output import complain
    from vnnews.errors import UsageError, VnnewsError
    from vnnews.settings import load

    if source is not None and len(drafts) > 1:
        raise UsageError("--source is for one draft", "update the others without it")
    settings = load(engine=engine, offline=offline)
    failed = []
    for path in drafts:
        try:
            _one(path, source, settings, dry_run)
        except VnnewsError as error:
            complain(error, str(path))
            failed.append(error)
    if failed:
        raise typer.Exit(max(e.exit_code for e in failed) if len(failed) == len(drafts) else 1)


def _one(path: Path, source: Path | None, settings: Settings, dry_run: bool) -> None:
    from vnnews.draft import log, store
    from vnnews.translate import translate_article
    from vnnews.translate.update import update

    seen = store.fingerprint(path)
    old = store.load(path)
    article = _article(source, old)
    fresh = translate_article(article, settings)
    done = update(old, fresh, {identity: said[1] for identity, said in log.read(path).base.items()})
    _show(path, old, done)
    if dry_run:
        return
    store.save(done.draft, path, expected=seen)
    values = log.created(fresh) | ({"article": None} if source is None else {})
    gone = {s.id: s.target for s in done.gone}
    log.append(path, "updated", **values, gone=gone)


def _article(source: Path | None, old: Draft) -> Article:
    """The article to translate: the changed one, which keeps the identity of the old, or the old one."""
    from dataclasses import replace

    from vnnews.read import read_one

    return old.article if source is None else replace(read_one(source), id=old.article.id)


def _show(path: Path, old: Draft, done: Update) -> None:
    from vnnews.cli.output import console

    out = console()
    before = {s.id: s.target for s in old.segments}
    out.print(
        f"{path}: {len(done.carried)} unchanged, {len(done.redone)} redone, {len(done.kept)} kept as people left them, "
        f"{len(done.new)} new, {len(done.gone)} gone"
    )
    for s in done.draft.segments:
        if s.id in (*done.redone, *done.new):
            if s.id in before:
                out.print(f"- {before[s.id] or ''}", style="red")
            out.print(f"+ {s.target or s.source}", style="green")
    for f in done.draft.findings:
        if f.code.startswith("U"):
            out.print(f"{f.severity} {f.code} {f.segment or ''} {f.message}: {f.suggestion or ''}", style="yellow")
