"""`vnnews glossary`: look terms up, add, list, check, exchange, mine texts for new ones, show them in a text."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

if TYPE_CHECKING:
    from vnnews.glossary.glossary import Glossary
    from vnnews.glossary.term import Term

Json = Annotated[bool, typer.Option("--json", help="One object a line.")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="Only what was in force on that day (2018-05-31).")]
Kind = Annotated[str | None, typer.Option("--kind", help="Only this kind, such as organisation or position.")]
House = Annotated[
    Path | None, typer.Option("--house", help="The house table to write to. [default: first of vnnews.toml]")
]
FormatName = Annotated[
    str | None, typer.Option("--format", help="csv, tbx, omegat, deepl-tsv, deepl-csv or tsv. [default: by file name]")
]

app = typer.Typer(rich_markup_mode=None)


def register(parent: typer.Typer) -> None:
    """Add the commands to the application."""
    parent.add_typer(app, name="glossary")


@app.callback()
def start() -> None:
    """Terms: find, add, list, lint, import, export, mine, apply."""


@app.command("find")
def find(
    words: Annotated[list[str], typer.Argument(help="Vietnamese (with or without diacritics), English or short form.")],
    on: On = None,
    as_json: Json = False,
) -> None:
    """How do we say this? Terms that hold the words, the closest first."""
    from vnnews.cli.output import note

    query = " ".join(words)
    found = [term for term in _load().find(query) if term.valid_on(_day(on))]
    _print(found, as_json)
    if not found:
        note(f"no term holds {query!r}" + (f" in force on {on}" if on else ""))


@app.command("list")
def list_(
    kind: Kind = None,
    layer: Annotated[str | None, typer.Option("--layer", help="Only this layer: vnnews, or a house table.")] = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """All terms in force, house layers included."""
    _print(_select(kind, layer, on), as_json)


@app.command("add")
def add(
    vi: Annotated[str, typer.Argument(help="The Vietnamese.")],
    en: Annotated[str, typer.Argument(help="Its preferred English, without article.")],
    alternative: Annotated[list[str] | None, typer.Option("--alternative", help="Also right; may be repeated.")] = None,
    forbidden: Annotated[list[str] | None, typer.Option("--forbidden", help="Wrong; may be repeated.")] = None,
    abbreviation: Annotated[list[str] | None, typer.Option("--abbreviation", help="Short form in Vietnamese.")] = None,
    short_en: Annotated[str, typer.Option("--short-en", help="Short form in English.")] = "",
    kind: Annotated[str, typer.Option("--kind", help="Such as organisation, position, document.")] = "phrase",
    level: Annotated[str, typer.Option("--level", help="central, province, district, commune or any.")] = "any",
    valid_from: Annotated[str, typer.Option("--from", metavar="DAY", help="First day it applies.")] = "",
    valid_to: Annotated[str, typer.Option("--to", metavar="DAY", help="First day it no longer applies.")] = "",
    use: Annotated[str, typer.Option("--use", help="protect, prefer or consult.")] = "protect",
    remark: Annotated[str, typer.Option("--note", help="A remark for colleagues.")] = "",
    house: House = None,
) -> None:
    """Put one term into the house table; an entry of the same words, kind, level and first day is replaced."""
    from vnnews.cli.output import note
    from vnnews.errors import UsageError
    from vnnews.glossary import house as tables_of_house
    from vnnews.glossary.tables import term_of
    from vnnews.vietnamese.normalise import clean

    path = _house(house)
    row = {
        "vi": clean(vi).strip(), "en": en.strip(), "kind": kind, "level": level, "use": use, "note": remark,
        "en_alternatives": "; ".join(alternative or ()), "en_forbidden": "; ".join(forbidden or ()),
        "abbr_vi": "; ".join(abbreviation or ()), "abbr_en": short_en, "valid_from": valid_from, "valid_to": valid_to,
    }  # fmt: skip
    try:
        term = term_of(row, path.stem)
    except ValueError as error:
        raise UsageError(str(error)) from error
    new, replaced = tables_of_house.merge(path, [term])
    note(f"{path}: {'added' if new else 'replaced' if replaced else 'already had'} {term.vi}")


@app.command("lint")
def lint(
    files: Annotated[list[Path] | None, typer.Argument(help="House tables. [default: those of vnnews.toml]")] = None,
    built_in: Annotated[bool, typer.Option("--built-in", help="Also list flaws of the built-in base.")] = False,
    as_json: Json = False,
) -> None:
    """What is wrong with the house tables, with line and cure. Exit code 1 if anything is."""
    from vnnews.cli.output import note, print_json
    from vnnews.glossary.lint import lint as run
    from vnnews.settings import load

    paths = tuple(files) if files else load().glossary
    flaws = run(paths, built_in=built_in or not paths)
    for flaw in flaws:
        if as_json:
            print_json(
                {
                    "file": str(flaw.path),
                    "line": flaw.line,
                    "rule": flaw.rule,
                    "message": flaw.message,
                    "cure": flaw.cure,
                }
            )
        else:
            print(f"{flaw.path}, line {flaw.line}: {flaw.rule}: {flaw.message}. Cure: {flaw.cure}")
    if flaws:
        raise typer.Exit(1)
    note("nothing to mend")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The glossary to take in.")],
    format_name: FormatName = None,
    house: House = None,
) -> None:
    """Take the terms of another tool's glossary into the house table; the built-in base stays as it is."""
    from vnnews.cli.output import note
    from vnnews.errors import InputError
    from vnnews.glossary import exchange
    from vnnews.glossary import house as tables_of_house

    path = _house(house)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}", "mend the path") from error
    terms = exchange.read(data, format_name or exchange.guess_format(file.name), path.stem, str(file))
    new, replaced = tables_of_house.merge(path, terms)
    note(f"{path}: {new} added, {replaced} replaced, {len(terms) - new - replaced} already there")


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="The file to write, or - for standard output.")],
    format_name: FormatName = None,
    kind: Kind = None,
    layer: Annotated[str | None, typer.Option("--layer", help="Only this layer: vnnews, or a house table.")] = None,
    on: On = None,
) -> None:
    """Write the terms for a spreadsheet (csv), OmegaT, DeepL or any tool that reads TBX."""
    from vnnews.cli.output import note
    from vnnews.errors import UsageError
    from vnnews.files import write_atomic
    from vnnews.glossary import exchange

    to_stdout = str(file) == "-"
    if to_stdout and not format_name:
        raise UsageError("standard output needs a format", "say it with --format")
    terms = _select(kind, layer, on)
    data = exchange.format_of(format_name or exchange.guess_format(file.name)).write(terms)
    if to_stdout:
        sys.stdout.buffer.write(data)
    else:
        write_atomic(file, data)
        note(f"{file}: {len(terms)} terms")


@app.command("mine")
def mine(
    folder: Annotated[Path, typer.Argument(help="A folder with articles (*.article.json) or text files.")],
    least: Annotated[int, typer.Option("--least", min=1, help="Show what occurs at least so often.")] = 2,
    examples: Annotated[int, typer.Option("--examples", min=0, help="Sentences to show for each.")] = 1,
    from_edits: Annotated[
        bool, typer.Option("--from-edits", help="From drafts: terms that people said otherwise in several articles.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Abbreviations and bodies in your texts that no term covers, with counts and examples."""
    from vnnews.cli.output import note, print_json
    from vnnews.glossary.mine import mine as run
    from vnnews.glossary.mine import read_folder

    if from_edits:
        _mine_edits(folder, least, as_json)
        return
    found = run(read_folder(folder), _load(), least, examples)
    for one in found:
        if as_json:
            print_json(
                {"text": one.text, "kind": one.kind, "count": one.count, "files": len(one.files),
                 "meaning": one.meaning, "examples": one.examples}
            )  # fmt: skip
        else:
            meaning = f" = {one.meaning}" if one.meaning else ""
            print(
                f"{one.count:>5}  {one.text}{meaning}  ({one.kind}, {len(one.files)} text{'s' * (len(one.files) != 1)})"
            )
            for example in one.examples:
                print(f"         {example}")
    if not found:
        note("every abbreviation and body is known")


def _mine_edits(folder: Path, least: int, as_json: bool) -> None:
    """Print what people changed alike in at least `least` articles, as terms to add."""
    from vnnews.cli.output import note, print_json
    from vnnews.glossary.edits import proposals, read_drafts

    found = proposals(read_drafts(folder), least)
    for one in found:
        if as_json:
            print_json(
                {"vi": one.vi, "machine": one.machine, "en": one.english, "count": one.count,
                 "articles": len(one.articles), "example": one.example}
            )  # fmt: skip
        else:
            print(f"{one.count:>5}  {one.vi} = {one.english}  (not {one.machine}; {len(one.articles)} articles)")
            print(f"         {one.example}")
    keep = "To keep one: vnnews glossary add VIETNAMESE ENGLISH"
    note(keep if found else f"no term was changed alike in {least} articles")


@app.command("apply")
def apply(
    file: Annotated[Path, typer.Argument(help="A Vietnamese text, or - for standard input.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day of the text (2018-05-31).")] = None,
    choices: Annotated[
        bool, typer.Option("--choices", help="Also mark words that bind nobody, with the forms to choose from.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Print a text with everything marked that has one right English form, and that form beside it."""
    from dataclasses import replace

    from vnnews.cli.output import note, print_json
    from vnnews.english import render
    from vnnews.newsroom import context_for, style_for
    from vnnews.read.html.lines import language_of
    from vnnews.settings import load
    from vnnews.vietnamese import recognise
    from vnnews.vietnamese.normalise import clean

    settings = load()
    text = clean(_read_text(file))
    if len(text.split()) >= _FEW_WORDS and language_of([text]) == "en":
        note(f"{file}: this is no Vietnamese with its marks; what is marked in it may be wrong")
    context = replace(context_for(settings), published=_day(on))
    items = recognise(text, context)
    style = style_for(settings)
    found = [_Mark(*item.span, item.kind, (render(item, style),)) for item in items]
    if choices:
        taken = {at for item in items for at in range(*item.span)}
        found += [
            _Mark(match.start, match.end, "choice", (match.term.en, *match.term.alternatives))
            for match in context.glossary.advise(text, context.published)
            if taken.isdisjoint(range(match.start, match.end))
        ]
        found.sort()
    if as_json:
        for start, end, kind, forms in found:
            also = {"also": list(forms[1:])} if kind == "choice" else {}
            print_json({"span": [start, end], "kind": kind, "vi": text[start:end], "en": forms[0]} | also)
    else:
        print(_marked(text, found))


_FEW_WORDS = 5
"""From so many words on it is said that a text is not in Vietnamese."""


class _Mark(NamedTuple):
    """What `apply` shows of [start, end): its kind ("choice" where nothing binds) and its English forms."""

    start: int
    end: int
    kind: str
    forms: tuple[str, ...]


def _marked(text: str, found: list[_Mark]) -> str:
    """The text with each Item as [Vietnamese → English] and each choice as {Vietnamese ~ form; form}."""
    out, at = [], 0
    for start, end, kind, forms in found:
        mark = "{{{} ~ {}}}" if kind == "choice" else "[{} → {}]"
        out += [text[at:start], mark.format(text[start:end], "; ".join(forms))]
        at = end
    return "".join([*out, text[at:]]).rstrip("\n")


def _load() -> Glossary:
    from vnnews.glossary.glossary import Glossary
    from vnnews.settings import load

    return Glossary.load(load().glossary)


def _select(kind: str | None, layer: str | None, on: str | None) -> list[Term]:
    from vnnews.errors import UsageError
    from vnnews.glossary.tables import KINDS

    if kind is not None and kind not in KINDS:
        raise UsageError(f"no kind is called {kind!r}", f"known: {', '.join(KINDS)}")
    day = _day(on)
    terms = _load().terms
    layers = sorted({term.layer for term in terms})
    layer = Path(layer).stem if layer is not None else None
    if layer is not None and layer not in layers:
        raise UsageError(f"no layer in force is called {layer!r}", f"known: {', '.join(layers)}")
    return [term for term in terms if kind in (None, term.kind) and layer in (None, term.layer) and term.valid_on(day)]


def _house(path: Path | None) -> Path:
    from vnnews.errors import UsageError
    from vnnews.settings import load

    if path is not None:
        return path
    layers = load().glossary
    if not layers:
        raise UsageError("no house table is set", "name one with --house FILE, or make a newsroom: vnnews init")
    return layers[0]


def _day(text: str | None) -> date | None:
    from vnnews.errors import UsageError

    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"{text!r} is not a day", "write it like 2018-05-31") from error


def _read_text(file: Path) -> str:
    from vnnews.errors import InputError

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}", "mend the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8", "convert it, or read it in with: vnnews import") from error


def _print(terms: list[Term], as_json: bool) -> None:
    from vnnews.cli.output import print_json

    for term in terms:
        if as_json:
            print_json(_as_json(term))
        else:
            print(_as_text(term))


def _as_json(term: Term) -> dict[str, Any]:
    return {
        "vi": term.vi, "en": term.en, "alternatives": list(term.alternatives), "forbidden": list(term.forbidden),
        "abbr_vi": list(term.abbr_vi), "abbr_en": term.abbr_en, "kind": term.kind, "level": term.level,
        "valid_from": term.valid_from and term.valid_from.isoformat(),
        "valid_to": term.valid_to and term.valid_to.isoformat(), "note": term.note, "use": term.use,
        "layer": term.layer,
    }  # fmt: skip


def _as_text(term: Term) -> str:
    """An entry as a translator reads it: the pair on one line, what else is known indented below."""
    short = f" ({', '.join(term.abbr_vi)})" if term.abbr_vi else ""
    lines = [f"{term.vi}{short} = {term.en}" + (f" ({term.abbr_en})" if term.abbr_en else "")]
    about = [term.kind, *([term.level] if term.level != "any" else []), f"use: {term.use}", term.layer]
    if term.valid_from or term.valid_to:
        about.insert(2, f"{term.valid_from or ''}..{term.valid_to or ''}")
    details = [("also", "; ".join(term.alternatives)), ("not", "; ".join(term.forbidden)), ("note", term.note)]
    lines += [f"    {label}: {text}" for label, text in details if text]
    return "\n".join([*lines, f"    {', '.join(about)}"])
