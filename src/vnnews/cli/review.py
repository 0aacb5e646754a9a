"""`vnnews review`: findings one by one in the terminal; Word, XLIFF 1.2 and OmegaT out and in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.draft.model import Draft
    from vnnews.finding import Finding
    from vnnews.review.returned import Returned, Taken
    from vnnews.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("review")(review)


def review(
    draft: Annotated[Path, typer.Argument(help="The draft (.xlf), or an English article alone.")],
    by: Annotated[str | None, typer.Option("--by", help="Your name. [default: reviewer of vnnews.toml]")] = None,
    word: Annotated[Path | None, typer.Option(help="A Word table: written if absent, else taken back.")] = None,
    xliff: Annotated[Path | None, typer.Option(help="XLIFF 1.2: written if absent, else taken back.")] = None,
    omegat: Annotated[Path | None, typer.Option(help="An OmegaT project: made if absent, else taken back.")] = None,
    stats: Annotated[bool, typer.Option("--stats", help="Words by origin and match, per translator.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --stats or taking back: one object.")] = False,
) -> None:
    """Go through a draft finding by finding: accept, edit, suppress, approve. Everything is kept at once.

    Of an English article alone the findings are shown, to be put aside with a reason.
    """
    from vnnews.errors import UsageError
    from vnnews.settings import load

    settings = load(reviewer=by)
    if draft.suffix.lower() != ".xlf" and (stats or word or xliff or omegat):
        raise UsageError(f"{draft} is no draft (.xlf)", "an article alone is only reviewed in the terminal")
    if stats:
        _stats(draft, as_json)
        return
    tools = {"word": word, "xliff": xliff, "omegat": omegat}
    given = {name: path for name, path in tools.items() if path is not None}
    if not given:
        _terminal(draft, settings)
    for name, path in given.items():
        _exchange(draft, name, path, settings, as_json)


def _name(settings: Settings) -> str:
    """Who is reviewing; raises UsageError when nobody said."""
    from vnnews.errors import UsageError

    if not settings.reviewer:
        raise UsageError("who is reviewing?", 'say it with --by "Your Name", or reviewer = ... in vnnews.toml')
    return settings.reviewer


def _terminal(path: Path, settings: Settings) -> None:
    import sys

    from vnnews.cli.output import console
    from vnnews.errors import UsageError
    from vnnews.review.session import Session
    from vnnews.review.terminal import Review, ask, edit_elsewhere, read_key
    from vnnews.translate.memory.approved import remember

    if not sys.stdin.isatty():
        raise UsageError("the review needs a terminal", "use --word for a table in Word, or vnnews check for a list")
    if path.suffix.lower() != ".xlf":
        _english(path, settings)
        return
    session = Session(path, _name(settings), _check(settings), remember(settings, path), _approvals(settings))
    Review(session, console(), read_key, ask, edit_elsewhere).run()


def _english(path: Path, settings: Settings) -> None:
    from vnnews.cli.output import console
    from vnnews.review.english import EnglishReview
    from vnnews.review.inputs import english_article
    from vnnews.review.terminal import ask, read_key

    _name(settings)
    EnglishReview(path, english_article(path), settings, console(), read_key, ask).run()


def _approvals(settings: Settings) -> int:
    return 2 if settings.two_approvals else 1


def _check(settings: Settings) -> Callable[[Draft], tuple[Finding, ...]]:
    from vnnews.newsroom import context_for, style_for
    from vnnews.review.checks import check_draft

    style = style_for(settings)
    return lambda draft: check_draft(draft, context_for(settings, draft.article), style)


def _exchange(path: Path, tool: str, file: Path, settings: Settings, as_json: bool) -> None:
    from vnnews.cli.output import note
    from vnnews.draft import store
    from vnnews.review.returned import sent, take_back
    from vnnews.translate.memory.approved import remember

    draft = store.load(path)
    if file.exists():
        rows = _rows(tool, file, draft, path)
        keep, enough = remember(settings, path), _approvals(settings)
        taken = take_back(path, file, tool, _name(settings), rows, remember=keep, approvals=enough)
        _tell(taken, path, as_json)
        return
    _write(tool, file, draft, path)
    sent(path, draft, file, tool)
    note(f"written  {file}\nNext: when it comes back, the same command takes it back")


def _write(tool: str, file: Path, draft: Draft, path: Path) -> None:
    from vnnews.files import write_atomic
    from vnnews.review import omegat, word, xliff12

    if tool == "omegat":
        omegat.write(draft, file, path.stem)
    else:
        write_atomic(file, word.dumps(draft) if tool == "word" else xliff12.dumps(draft))


def _rows(tool: str, file: Path, draft: Draft, path: Path) -> list[Returned]:
    from vnnews.errors import InputError
    from vnnews.review import omegat, word, xliff12

    if tool == "omegat":
        return list(omegat.read(draft, file, path.stem))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}", "give the file that came back") from error
    return list((word if tool == "word" else xliff12).loads(data, str(file)))


def _tell(taken: Taken, path: Path, as_json: bool) -> None:
    from vnnews.cli.output import note, print_json

    if as_json:
        print_json(
            {
                "changed": list(taken.changed),
                "conflicts": list(taken.conflicts),
                "unknown": list(taken.unknown),
                "comments": taken.comments,
            }
        )
        return
    count = len(taken.changed)
    note(f"{count} sentence{'' if count == 1 else 's'} changed in {path}")
    for identity in taken.conflicts:
        note(f"conflict: {identity} was changed on both sides; the draft's text stands, the other is offered")
    for identity in taken.unknown:
        note(f"unknown:  {identity} is not in this draft")
    for identity, comment in taken.comments.items():
        note(f"comment:  {identity}: {comment}")


def _stats(path: Path, as_json: bool) -> None:
    from dataclasses import asdict

    from vnnews.cli.output import console, print_json
    from vnnews.draft import log, store
    from vnnews.review.stats import figures

    found = figures(store.load(path), log.read(path))
    if as_json:
        print_json(asdict(found))
        return
    out = console()
    out.print(f"{found.words} Vietnamese syllables in {found.segments} segments, {found.approved} approved")
    for title, counts in (("by origin", found.by_origin), ("by match", found.by_match), ("by person", found.by_person)):
        for name, words in counts.items():
            out.print(f"  {title:<10} {name:<24} {words:>7}")
    if found.edit_distance is not None:
        out.print(f"  changed from the machine's text: {found.edit_distance:.0%} of its words")
    if found.minutes is not None:
        out.print(f"  from first to last action: {found.minutes} minutes")
