"""`vnnews memory`: the translation memory in and out, searched, aligned and pruned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from vnnews.settings import Settings
    from vnnews.translate.memory import Memory, Unit, UnitState
    from vnnews.translate.memory.concordance import Rendition

MemoryFile = Annotated[Path | None, typer.Option("--memory", help="The memory file. [default: memory of vnnews.toml]")]

app = typer.Typer(help="Translation memory: find, import, export, align, stats, prune.", rich_markup_mode=None)


def register(parent: typer.Typer) -> None:
    """Add the commands to the application."""
    parent.add_typer(app, name="memory")


def _open(path: Path | None) -> tuple[Memory, Settings]:
    from vnnews.errors import UsageError
    from vnnews.settings import load
    from vnnews.translate.memory import Memory

    settings = load(memory=path)
    if settings.memory is None:
        raise UsageError("no memory is set", "name one with --memory FILE, or memory = ... in vnnews.toml")
    return Memory.open(settings.memory), settings


def _store(memory: Memory, settings: Settings, units: Iterable[Unit]) -> int:
    """Add units with the Items of their sources; gives how many were new."""
    from vnnews.newsroom import context_for
    from vnnews.vietnamese import recognise

    context = context_for(settings)
    return memory.add((unit, recognise(unit.source, context)) for unit in units)


@app.command("find")
def find(
    words: Annotated[str, typer.Argument(help="Vietnamese words, with or without marks, or English ones.")],
    memory: MemoryFile = None,
    language: Annotated[
        Literal["vi", "en"] | None, typer.Option("--in", help="Language of the words. [default: vi, then en]")
    ] = None,
    most: Annotated[int, typer.Option(min=0, help="How many examples of each rendition to show.")] = 2,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line: a rendition.")] = False,
) -> None:
    """How did we say this? The renditions of the words with counts, each with pairs as examples."""
    from vnnews.cli.output import note, print_json
    from vnnews.newsroom import context_for, style_for
    from vnnews.translate.memory.concordance import concordance

    opened, settings = _open(memory)
    languages: tuple[Literal["vi", "en"], ...] = (language,) if language else ("vi", "en")
    for each in languages:
        if found := concordance(opened, words, each, context_for(settings), style_for(settings)):
            break
    else:
        note(f"nothing in the memory holds {words!r}")
        return
    for rendition in found:
        if as_json:
            print_json(_as_data(rendition, most))
        else:
            _show(rendition, most)


def _as_data(rendition: Rendition, most: int) -> dict[str, object]:
    names = ("source", "target", "state", "reviewer", "article", "day")
    examples = [
        {name: getattr(e.unit, name) for name in names} | {"count": e.count, "at": e.words, "rendition_at": e.rendition}
        for e in rendition.examples[:most]
    ]
    return {"rendition": rendition.text or None, "count": rendition.count, "examples": examples}


def _show(rendition: Rendition, most: int) -> None:
    from rich.text import Text

    from vnnews.cli.output import console

    out = console()
    out.print(Text(f"{rendition.count:>5}  {rendition.text or '(said otherwise, or left out)'}"))
    for example in rendition.examples[:most]:
        unit = example.unit
        told = ", ".join(filter(None, (unit.state, unit.reviewer, unit.article, unit.day)))
        times = f" ({example.count} times)" if example.count > 1 else ""
        out.print(Text(f"       {unit.source}\n       {unit.target}\n       [{told}]{times}\n"))


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="TMX files, or TSV files with the columns vi and en.")],
    memory: MemoryFile = None,
    starter: Annotated[bool, typer.Option("--starter", help="Mark the pairs as a starter memory.")] = False,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Vouch for the pairs: offer them like your own.")
    ] = False,
) -> None:
    """Store the pairs of TMX or TSV files. Without --starter or --reviewed they are kept but not offered."""
    from vnnews.cli.output import note
    from vnnews.errors import UsageError

    if starter and reviewed:
        raise UsageError("--starter and --reviewed exclude each other")
    state: UnitState = "starter" if starter else "reviewed" if reviewed else "unreviewed"
    opened, settings = _open(memory)
    for path in files:
        marked = " unless the file says otherwise" if path.suffix.lower() == ".tmx" else ""
        note(
            f"{path}: {_store(opened, settings, _read(path, state))} new pairs ({state}{marked}), {len(opened)} in all"
        )


def _read(path: Path, state: UnitState) -> Iterator[Unit]:
    from vnnews.translate.memory import tables, tmx

    return tmx.read(path, state) if path.suffix.lower() in (".tmx", ".xml") else tables.read(path, state)


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="The TMX file to write.")],
    memory: MemoryFile = None,
) -> None:
    """Write the whole memory as TMX 1.4b."""
    from vnnews.cli.output import note
    from vnnews.translate.memory import tmx

    note(f"{file}: {tmx.write(_open(memory)[0].units(), file)} pairs")


@app.command("align")
def align(
    vietnamese: Annotated[Path, typer.Argument(help="The Vietnamese article (any file that import reads).")],
    english: Annotated[Path, typer.Argument(help="Its English translation.")],
    memory: MemoryFile = None,
    store: Annotated[bool, typer.Option("--store", help="Store the sure pairs (else they are only shown).")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Pair the sentences of an article and its translation; only pairs with evidence are ever stored."""
    from vnnews.cli.output import console, note, print_json
    from vnnews.read import read_one
    from vnnews.translate.memory.pairs import paired

    source, target = read_one(vietnamese), read_one(english)
    units = []
    for pair in paired(source, target):
        if as_json:
            print_json({"source": pair.source, "target": pair.target, "sure": pair.sure})
        else:
            console().print(f"{'sure' if pair.sure else '   ?'}  {pair.source}\n      {pair.target}\n")
        if pair.sure:
            units.append(pair.unit(source, str(english)))
    if store:
        opened, settings = _open(memory)
        note(f"{_store(opened, settings, units)} new pairs stored, {len(opened)} in all")


@app.command("stats")
def stats(
    memory: MemoryFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
) -> None:
    """How many pairs, by state, origin, year and reviewer."""
    from vnnews.cli.output import console, print_json

    opened = _open(memory)[0]
    found = opened.stats()
    if as_json:
        print_json({"pairs": len(opened), **found})
        return
    out = console()
    out.print(f"{len(opened)} pairs")
    for name, counts in found.items():
        for value, count in list(counts.items())[:12]:
            out.print(f"  {name:<9} {value or '-':<40} {count:>8}")


@app.command("prune")
def prune(
    memory: MemoryFile = None,
    origin: Annotated[str | None, typer.Option(help="Only pairs from this file or draft.")] = None,
    before: Annotated[str | None, typer.Option(help="Only pairs of articles before this day (YYYY-MM-DD).")] = None,
    state: Annotated[str | None, typer.Option(help="Only pairs in this state: reviewed, starter, unreviewed.")] = None,
) -> None:
    """Remove pairs that fit every given condition."""
    from datetime import date
    from typing import cast

    from vnnews.cli.output import note
    from vnnews.errors import UsageError

    if not (origin or before or state):
        raise UsageError("prune needs a condition", "give --origin, --before or --state")
    if state and state not in ("reviewed", "starter", "unreviewed"):
        raise UsageError(f"no state is called {state!r}", "give reviewed, starter or unreviewed")
    try:
        day = date.fromisoformat(before) if before else None
    except ValueError as error:
        raise UsageError(f"{before!r} is not a day", "write it like 2018-08-09") from error
    opened = _open(memory)[0]
    gone = opened.prune(origin=origin, before=day, state=cast("UnitState | None", state))
    note(f"{gone} pairs removed, {len(opened)} left")
