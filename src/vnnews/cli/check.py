"""`vnnews check`: findings only, of drafts, XLIFF, TMX, TSV, pairs of articles and English articles alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.review.checks.consistency import Archive
    from vnnews.review.selection import Selection
    from vnnews.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check")(check)


def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Drafts, XLIFF, TMX, TSV (id, vi, en), articles.")] = None,
    source: Annotated[Path | None, typer.Option(help="The Vietnamese article, with --target.")] = None,
    target: Annotated[Path | None, typer.Option(help="Its English translation, with --source.")] = None,
    select: Annotated[str | None, typer.Option(help="Only these codes or families: N,T001.")] = None,
    ignore: Annotated[str | None, typer.Option(help="Not these codes or families.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="Known findings: written if absent, else left out.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend in drafts what is safe to mend.")] = False,
    suppress: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE[:SEGMENT]", help="Put a finding aside, with --reason (repeatable)."),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why it does not count.")] = "",
    by: Annotated[str | None, typer.Option("--by", help="Your name. [default: reviewer of vnnews.toml]")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List every rule.")] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="Ask the author about slips of the Vietnamese.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One finding a line.")] = False,
) -> None:
    """Look for what a translator must see. Exit code 1 when errors stand."""
    from vnnews.cli.output import complain
    from vnnews.errors import UsageError, VnnewsError
    from vnnews.review.checks.consistency import Archive
    from vnnews.review.selection import Selection
    from vnnews.settings import load

    if rules or (files and [str(f) for f in files] == ["rules"]):
        _rules(as_json)
        return
    if (source is None) != (target is None):
        raise UsageError("--source and --target belong together", "give both articles")
    if not files and source is None:
        raise UsageError("nothing to check", "name a draft, a TSV, TMX or XLIFF file, or an article")
    if questions:
        if not files or source is not None:
            raise UsageError("--questions is about Vietnamese texts", "name articles, drafts, TSV, TMX or XLIFF files")
        _questions(files, as_json)
        return
    settings, selection = load(reviewer=by), Selection.of(select, ignore)
    jobs = [(str(f), [f]) for f in files or []]
    if source is not None and target is not None:
        jobs.append((str(target), [source, target]))
    if suppress or reason:
        if len(jobs) != 1:
            raise UsageError("findings are put aside in one file at a time", "name one file")
        _put_aside(jobs[0][1], settings, suppress or [], reason)
    failed, errors, archive = [], 0, Archive()
    for name, paths in jobs:
        try:
            errors += _one(name, paths, settings, selection, archive, baseline, fix, as_json)
        except VnnewsError as error:
            complain(error, name)
            failed.append(error)
    if failed and len(failed) == len(jobs):
        raise typer.Exit(max(e.exit_code for e in failed))
    if failed or errors:
        raise typer.Exit(1)


def _one(
    name: str,
    paths: list[Path],
    settings: Settings,
    selection: Selection,
    archive: Archive,
    baseline: Path | None,
    fix: bool,
    as_json: bool,
) -> int:
    """Check one file (or pair of articles), show what is found; gives the number of standing errors."""
    from vnnews.cli.findings import show_findings
    from vnnews.cli.output import console, note, print_json
    from vnnews.finding import standing
    from vnnews.review import inputs
    from vnnews.review.baseline import without_known

    if fix:
        note(f"{name}: {inputs.mend(paths[0], settings, selection)} mended")
    found = [f for f in inputs.check(paths, settings, archive) if selection.takes(f.code)]
    if baseline is not None:
        found = without_known(found, baseline, name)
    if as_json:
        for f in found:
            print_json({"file": name, **f.to_json()})
    else:
        console().print(name)
        show_findings(found)
    return len(standing(found))


def _put_aside(paths: list[Path], settings: Settings, which: list[str], reason: str) -> None:
    """Put findings aside with a reason before the file is checked."""
    from vnnews.cli.output import note
    from vnnews.errors import UsageError
    from vnnews.review import inputs

    if not (which and reason.strip()):
        raise UsageError("--suppress and --reason belong together", 'vnnews check FILE --suppress CODE --reason "why"')
    if not settings.reviewer:
        raise UsageError("who puts it aside?", 'say it with --by "Your Name", or reviewer = ... in vnnews.toml')
    for one in which:
        for f in inputs.suppress(paths, settings, one, reason, settings.reviewer):
            note(f"put aside  {f.code} in {f.segment or 'the article as a whole'}: {f.message}")


def _questions(files: list[Path], as_json: bool) -> None:
    """Print what to ask the authors of Vietnamese texts; nothing where nothing is to be asked."""
    from vnnews.cli.output import complain
    from vnnews.errors import VnnewsError

    failed: list[VnnewsError] = []
    for file in files:
        try:
            _ask(file, as_json)
        except VnnewsError as error:
            complain(error, str(file))
            failed.append(error)
    if failed:
        raise typer.Exit(max(e.exit_code for e in failed) if len(failed) == len(files) else 1)


def _ask(file: Path, as_json: bool) -> None:
    from dataclasses import asdict

    from vnnews.cli.output import console, print_json
    from vnnews.review.inputs import vietnamese_texts
    from vnnews.review.questions import ask

    for title, texts in vietnamese_texts(file):
        asked = list(ask(texts))
        if as_json:
            for question in asked:
                print_json({"file": str(file), "title": title, **asdict(question)})
        elif asked:
            console().print(title or str(file))
            for question in asked:
                console().print(f"\n- {question.vi}\n  {question.en}")


def _rules(as_json: bool) -> None:
    from dataclasses import asdict

    from vnnews.cli.output import console, print_json
    from vnnews.review.checks import RULES

    for rule in sorted(RULES, key=lambda r: r.code):
        if as_json:
            print_json(asdict(rule))
        else:
            console().print(f"{rule.code}  {rule.name:<22} {rule.severity:<8} {rule.summary}")
