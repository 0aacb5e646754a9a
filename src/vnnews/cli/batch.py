"""`vnnews batch`: whole archives, resumable and in parallel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.batch.journal import Journal, Result
    from vnnews.batch.run import Found, Summary, Wish
    from vnnews.batch.stages import Plan
    from vnnews.read.harvest import Wanted
    from vnnews.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("batch")(batch)


def batch(
    out: Annotated[Path, typer.Option(help="The folder of the outputs and the journal.")],
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Files, folders, zips, WARCs. [default: those of the last runs]")
    ] = None,
    urls: Annotated[Path | None, typer.Option(help="A text file of addresses, one a line.")] = None,
    feed: Annotated[list[str] | None, typer.Option(help="A feed to take the articles of (repeatable).")] = None,
    sitemap: Annotated[list[str] | None, typer.Option(help="A sitemap, the same.")] = None,
    lists: Annotated[list[str] | None, typer.Option("--list", help="A page that lists articles, the same.")] = None,
    pages: Annotated[int, typer.Option(min=1, help="How many pages of a list to follow.")] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses inside your own network too.")
    ] = False,
    no_translate: Annotated[
        bool, typer.Option("--no-translate", help="Clean, credit and convert only; Vietnamese is stored.")
    ] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes. [default: one a processor]")] = None,
    redo: Annotated[
        list[str] | None,
        typer.Option(help="Take again what is out of date in: glossary, engine, template, vnnews, all (repeatable)."),
    ] = None,
    retry: Annotated[
        list[str] | None, typer.Option(help="Take again what is: failed, held by the gate, or all (repeatable).")
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Only list which English articles translate which: OUT/pairs.tsv.")
    ] = False,
    take_pairs: Annotated[
        bool, typer.Option("--take-pairs", help="Take the list's pairs into memory and pages, then run.")
    ] = False,
    engine: Annotated[str | None, typer.Option(help="The engine (vnnews engines lists them).")] = None,
    offline: Annotated[bool | None, typer.Option("--offline/--online", help="Refuse what needs a network.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a source, and the summary last.")] = False,
) -> None:
    """Read, translate, check and publish many articles. A killed run goes on where it was; nothing is done twice."""
    from vnnews.batch import report
    from vnnews.batch.journal import Journal
    from vnnews.batch.run import Wish
    from vnnews.errors import UsageError
    from vnnews.settings import load

    settings = load(engine=engine, offline=offline)
    wish = Wish(
        _among(redo, ("glossary", "engine", "template", "vnnews", "all"), "redo"),
        _among(retry, ("failed", "held", "all"), "retry"),
    )
    if pairs:
        _list_pairs(out, as_json)
        return
    journal = Journal.open(out)
    try:
        wanted = _wanted(urls, feed, sitemap, lists, pages)
        roots = [p.resolve() for p in sources or ()]
        if not roots and wanted is None:
            roots = journal.roots()
        if not roots and wanted is None:
            raise UsageError("nothing to do", "name files or folders")
        journal.roots(roots)
        if take_pairs:
            _take_pairs(out, settings)
        batch = _Run(_plan(out, settings, not no_translate), journal, jobs, wish, as_json)
        with _found(roots, wanted, settings, journal, wish, allow_private) as found:
            summary = batch.run(found)
        written = report.write(journal, out)
    finally:
        journal.close()
    _tell(summary, written, as_json)
    if any(summary.outcomes.get(o) for o in ("failed", "held")):
        raise typer.Exit(1)


def _among(given: list[str] | None, known: tuple[str, ...], option: str) -> frozenset[str]:
    """The words given for an option, "all" standing for all; raises UsageError for one that is not known."""
    from vnnews.errors import UsageError

    for word in set(given or ()) - set(known):
        raise UsageError(f"nothing to {option} is called {word!r}", f"say {', '.join(known[:-1])} or {known[-1]}")
    return frozenset(known if "all" in (given or ()) else given or ())


def _list_pairs(out: Path, as_json: bool) -> None:
    """Show the proposed pairs; the file of them is the only thing that is written."""
    from vnnews.batch.pairlist import LIST, propose
    from vnnews.cli.output import console, note, print_json

    twins = propose(out)
    for t in twins:
        if as_json:
            print_json({"vi": t.vi.id, "en": t.en.id, "score": t.score, "sure": t.sure, "evidence": t.evidence})
        else:
            console().print(f"{'yes' if t.sure else ' ? '} {t.score:.2f}  {t.vi.title}\n          {t.en.title}")
    sure = sum(t.sure for t in twins)
    note(f"{sure} sure pairs, {len(twins) - sure} to be looked at: write yes or no into {out / LIST}")
    note(f"Next: vnnews batch --take-pairs --out {out}")


def _take_pairs(out: Path, settings: Settings) -> None:
    from vnnews.batch.pairlist import take
    from vnnews.cli.output import note

    done = take(out, settings)
    kept = "no memory is set" if done.stored is None else f"{done.stored} new sentence pairs in the memory"
    note(f"{done.pairs} pairs taken, {done.linked} with the address of the original; {kept}")


def _plan(out: Path, settings: Settings, translate: bool) -> Plan:
    from vnnews.batch.pairlist import taken
    from vnnews.batch.stages import Plan
    from vnnews.translate.engines import choose

    return Plan(out.resolve(), settings, translate, choose(settings) if translate else "", taken(out))


def _made_with(plan: Plan) -> dict[str, str]:
    """The versions of what outputs depend on."""
    from vnnews import __version__
    from vnnews.newsroom import context_for
    from vnnews.publish.settings import site_of

    return {
        "vnnews": __version__,
        "glossary": context_for(plan.settings).glossary.hash if plan.translate else "",
        "engine": plan.engine,
        "template": site_of(plan.settings).version,
    }


def _wanted(
    urls: Path | None,
    feeds: list[str] | None,
    sitemaps: list[str] | None,
    listed: list[str] | None,
    pages: int,
) -> Wanted | None:
    """What is to be fetched, None where nothing is. Raises InputError for a list that cannot be read."""
    if not (urls or feeds or sitemaps or listed):
        return None
    from vnnews.errors import InputError
    from vnnews.read.harvest import Wanted

    try:
        lines = urls.read_text(encoding="utf-8-sig").split("\n") if urls else []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {urls}", "give a text file (UTF-8) with an address a line") from error
    named = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return Wanted(tuple(named), tuple(feeds or ()), tuple(sitemaps or ()), tuple(listed or ()), pages)


@contextmanager
def _found(
    roots: list[Path], wanted: Wanted | None, settings: Settings, journal: Journal, wish: Wish, private: bool
) -> Iterator[Found]:
    """The sources of a run; what is fetched comes after what lies on the disk."""
    from vnnews.batch.run import fetched, sources

    if wanted is None:
        yield sources(roots)
        return
    from itertools import chain

    from vnnews.read.fetch import Fetcher

    with Fetcher(settings, allow_private=private) as fetcher:
        again = bool(wish.redo or wish.retry)
        yield chain(sources(roots), fetched(wanted, fetcher, journal, again=again))


@dataclass(frozen=True)
class _Run:
    """One run of the command, with its progress bar."""

    plan: Plan
    journal: Journal
    jobs: int | None
    wish: Wish
    as_json: bool

    def run(self, found: Found) -> Summary:
        """Take the sources through the batch; tells each as asked for."""
        import os

        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        from vnnews.batch.run import Batch
        from vnnews.cli.output import console

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console(stderr=True), transient=True) as bar:
            task = bar.add_task("articles", total=None)

            def report(locator: str, result: Result) -> None:
                bar.advance(task)
                self._tell(locator, result)

            made_with = _made_with(self.plan)
            jobs = self.jobs or os.cpu_count() or 1
            batch = Batch(self.plan, self.journal, jobs=jobs, wish=self.wish, made_with=made_with, report=report)
            return batch.run(found)

    def _tell(self, locator: str, result: Result) -> None:
        from vnnews.cli.output import complain, print_json
        from vnnews.errors import VnnewsError

        if self.as_json:
            print_json({"source": locator, **result.to_json()})
        elif result.outcome in ("failed", "held"):
            complain(VnnewsError(result.message, result.cure), locator)


def _tell(summary: Summary, written: Path, as_json: bool) -> None:
    from vnnews.cli.output import console, print_json

    if as_json:
        print_json({"outcomes": summary.outcomes, "unchanged": summary.unchanged, "stale": summary.stale})
        return
    out = console()
    counts = [f"{n} {name}" for name, n in sorted(summary.outcomes.items())]
    counts += [f"{summary.unchanged} unchanged"] if summary.unchanged else []
    out.print(", ".join(counts) or "nothing to do")
    if summary.stale:
        out.print(f"{summary.stale} made with an older glossary, engine or vnnews: take them again with --redo all")
    out.print(f"report: {written}")
