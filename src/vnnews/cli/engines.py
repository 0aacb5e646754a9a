"""`vnnews engines`: which translation engines there are, what each sends where, and whether it works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from vnnews.settings import Settings
    from vnnews.translate.engines.base import EngineInfo

Name = Annotated[str, typer.Argument(help="The engine's name.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    engines = typer.Typer(
        help="The translation engines: alone it lists them; show, test, install.", no_args_is_help=False
    )
    engines.callback(invoke_without_command=True)(overview)
    engines.command("show")(show)
    engines.command("test")(test)
    engines.command("install")(install)
    engines.command("manifest")(manifest)
    app.add_typer(engines, name="engines")


def overview(context: typer.Context, as_json: AsJson = False) -> None:
    """The translation engines: which there are, whether text leaves the machine, whether they are ready."""
    if context.invoked_subcommand is not None:
        return
    from vnnews.cli.output import print_json
    from vnnews.settings import load
    from vnnews.translate.engines import NAMES, choose

    settings = load()
    rows = [_facts(name, settings) for name in NAMES]
    if as_json:
        for row in rows:
            print_json(row)
        return
    _table(rows, choose(settings))


def _table(rows: list[dict[str, Any]], chosen: str) -> None:
    from rich.table import Table

    from vnnews.cli.output import console

    table = Table(box=None, pad_edge=False, padding=(0, 1))
    for name in ("engine", "text goes to", "ready", "what it is, or what is missing"):
        table.add_column(name, overflow="fold")
    for row in rows:
        goes = row["host"] if row["leaves_machine"] else "stays here"
        mark = " *" if row["name"] == chosen else ""
        table.add_row(row["name"] + mark, goes, "yes" if row["ready"] else "no", row["missing"] or row["summary"])
    out = console()
    out.print(table, soft_wrap=False)
    out.print("* is used unless you name another: --engine NAME, or engine = NAME in vnnews.toml.")


def _facts(name: str, settings: Settings) -> dict[str, Any]:
    from vnnews.translate.engines import describe, module

    info = describe(name, settings)
    missing = module(name).ready(settings)
    return {
        "name": name,
        "summary": info.summary,
        "leaves_machine": info.leaves_machine,
        "host": info.host if info.leaves_machine else None,
        "ready": missing is None,
        "missing": missing,
        "manners": list(info.manners),
        "price": info.price,
        "key": info.key,
        "licence": info.licence,
    }


def show(name: Name, as_json: AsJson = False) -> None:
    """Show what an engine is sent, where that goes, what it costs and what it needs."""
    from vnnews.cli.output import print_json
    from vnnews.settings import load
    from vnnews.translate.engines import describe
    from vnnews.translate.engines.net import breaker

    settings = load()
    info = describe(name, settings)
    facts = _facts(name, settings) | {"left_alone_until": breaker(settings).until(info.host) or None}
    if as_json:
        print_json(facts)
        return
    for line in _lines(info, facts):
        print(line)


def _lines(info: EngineInfo, facts: dict[str, Any]) -> list[str]:
    import time

    sent = (
        f"each sentence goes to {info.host}, protected as: {', '.join(info.manners)}"
        if info.leaves_machine
        else f"nothing leaves this machine; Items are protected as: {', '.join(info.manners)}"
    )
    price = (
        "not known"
        if info.price is None
        else "free"
        if not info.price
        else f"about ${info.price:g} a million characters"
    )
    lines = [f"{info.name}: {info.summary}", f"  sent     {sent}", f"  price    {price}"]
    if info.licence:
        lines.append(f"  licence  {info.licence}")
    if info.key:
        from vnnews.translate.engines.keys import find_key, how_to

        lines.append(f"  key      {'there' if find_key(info) else how_to(info)}")
    lines.append(f"  limits   {info.max_chars} characters and {info.batch} texts a request")
    lines.append(f"  ready    {facts['missing'] or 'yes'}")
    left = (facts["left_alone_until"] or 0) - time.time()
    if left > 0:
        lines.append(
            f"  resting  left alone for {left:.0f} s after failures; lift it with: vnnews engines test {info.name}"
        )
    return lines


SENTENCE = "Hội nghị bắt đầu lúc 8 giờ."


def test(
    name: Name,
    offline: Annotated[bool, typer.Option("--offline", help="Refuse to use the network.")] = False,
) -> None:
    """Send one harmless sentence to an engine and show the answer; a resting server is asked again."""
    import time

    from vnnews.settings import load
    from vnnews.translate.engines import choose, describe, open_bare
    from vnnews.translate.engines.base import EngineContext, Request
    from vnnews.translate.engines.net import breaker

    settings = load(engine=name, offline=offline or None)
    choose(settings)
    breaker(settings).lift(describe(name, settings).host)
    engine = open_bare(name, settings)
    start = time.perf_counter()
    try:
        answer = next(iter(engine.translate([Request(SENTENCE)], EngineContext())))
    finally:
        engine.close()
    if answer.error is not None:
        raise answer.error
    print(f"{SENTENCE}\n{answer.text}\n{name} works ({time.perf_counter() - start:.1f} s)")


def install(
    name: Name,
    url: Annotated[str | None, typer.Option(help="The server's folder with manifest.json.", show_default=False)] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Refuse to use the network.")] = False,
) -> None:
    """Fetch the model of an engine: progress is shown, a broken fetch goes on, checksums are compared."""
    from vnnews.cli.output import console
    from vnnews.errors import UsageError
    from vnnews.settings import load
    from vnnews.translate.engines import info
    from vnnews.translate.engines.install import install as fetch

    settings = load(offline=offline or None)
    extra = info(name).extra
    if name != "embedded":
        cure = f"pip install 'vnnews[{extra}]', then: vnnews engines show {name}" if extra else "it needs none"
        raise UsageError(f"{name} has no model that could be fetched here", cure)
    source = url or settings.engines.get(name, {}).get("install_url")
    if not source:
        raise UsageError(
            "no server is named",
            "pip install packages/vnnews-model-vi-en, from a checkout; or name a server with --url",
        )
    from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

    with Progress(
        "fetching", BarColumn(), DownloadColumn(), TransferSpeedColumn(), console=console(stderr=True)
    ) as bar:
        task = bar.add_task("", total=None)
        folder = fetch(name, str(source), settings, lambda done, all_: bar.update(task, completed=done, total=all_))
    print(f"installed in {folder}; try it: vnnews engines test {name}")


def manifest(
    folder: Annotated[Path, typer.Argument(help="A folder with a model.")],
    version: Annotated[str, typer.Option(help="The model's version.")] = "1",
) -> None:
    """Write manifest.json into a folder, so that others can install the model from your server."""
    import json

    from vnnews.files import write_atomic
    from vnnews.translate.engines.install import MANIFEST, manifest_of

    write_atomic(folder / MANIFEST, json.dumps(manifest_of(folder, folder.resolve().name, version), indent=1) + "\n")
    print(f"written {folder / MANIFEST}")
