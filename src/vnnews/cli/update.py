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
    merge: Annotated[Path | None, typer.Option(help="A colleague's copy of the draft, to be taken in.")] = None,
    engine: Annotated[str | None, typer.Option(help="The engine (vnnews engines lists them).")] = None,
    offline: Annotated[bool | None, typer.Option("--offline/--online", help="Refuse what needs a network.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
) -> None:
    """Redo what nobody touched after a change of glossary, engine, style or source; keep and flag people's work."""
    from vnnews.cli.output import complain
    from vnnews.errors import UsageError, VnnewsError
    from vnnews.settings import load

    if (source or merge) and len(drafts) > 1:
        raise UsageError("--source and --merge are for one draft", "update the others without it")
    if source and merge:
        raise UsageError("--source and --merge exclude each other", "merge first, then update")
    settings = load(engine=engine, offline=offline)
    failed = []
    for path in drafts:
        try:
            if merge is not None:
                _merge(path, merge, settings, dry_run)
            else:
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


def _merge(path: Path, other: Path, settings: Settings, dry_run: bool) -> None:
    """Take a colleague's copy in; a conflict is listed and both texts are kept."""
    from vnnews.cli.output import console
    from vnnews.review.join import join
    from vnnews.translate.memory.approved import remember

    done = join(path, other, dry_run=dry_run)
    if not dry_run:
        keep = remember(settings, path)
        for segment in map(done.draft.segment, done.taken):
            if segment.approved:
                keep(done.draft, segment)
    out = console()
    out.print(f"{path}: {len(done.taken)} taken from {other}, {len(done.conflicts)} in conflict")
    for identity in done.taken:
        out.print(f"+ {done.draft.segment(identity).target or ''}", style="green")
    for identity in done.conflicts:
        segment = done.draft.segment(identity)
        out.print(f"conflict {identity}", style="bold red")
        out.print(f"  stands  {segment.target or ''}")
        out.print(f"  offered {segment.candidates[0].target}")
    for segment in done.unknown:
        out.print(f"only in {other}: {segment.target or ''}", style="yellow")


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
