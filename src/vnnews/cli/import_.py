"""`vnnews import`: articles from files, archives, folders and standard input, stored with the bytes they came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.errors import VnnewsError
    from vnnews.read import ReadFailure
    from vnnews.read.source import Source

Paths = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Files, archives or folders, or - for pasted text.")
]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("import")(import_)


def import_(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder to store articles in.")] = Path(),
    as_json: Annotated[
        bool, typer.Option("--json", help="One article a line on standard output; nothing is stored.")
    ] = False,
) -> None:
    """Read articles from files or pasted text and store them (<id>.article.json)."""
    run = _Run(out, as_json=as_json)
    for path in paths:
        run.all(path)
    raise typer.Exit(run.exit_code)


class _Run:
    """One run of the command: what was written and what failed."""

    def __init__(self, out: Path, *, as_json: bool) -> None:
        self.out, self.as_json = out, as_json
        self.done = self.failed = 0

    @property
    def exit_code(self) -> int:
        """0 all written, 1 some failed, 3 nothing could be done."""
        if not self.failed:
            return 0
        return 1 if self.done else 3

    def all(self, path: str) -> None:
        """Read, store and report what is in one path."""
        from vnnews.article import Article
        from vnnews.errors import VnnewsError

        try:
            for source, found in _found(path):
                if isinstance(found, Article):
                    self._keep(found, source)
                else:
                    self._fail(found.error, found.origin)
        except VnnewsError as error:
            self._fail(error, path)

    def _fail(self, error: VnnewsError, subject: str) -> None:
        from vnnews.cli.output import complain

        complain(error, "" if subject in error.message else subject)
        self.failed += 1

    def _keep(self, article: Article, source: Source | None) -> None:
        from vnnews.cli.output import print_json
        from vnnews.read.store import save

        if self.as_json:
            print_json(article.to_json())
        else:
            _show(article, save(article, source.data if source else b"", self.out))
        self.done += 1


def _found(path: str) -> Iterator[tuple[Source | None, Article | ReadFailure]]:
    """The articles in a path or on standard input, with the bytes they were read from."""
    import sys

    from vnnews.read import read_with_bytes
    from vnnews.read.formats import read_stream

    return read_with_bytes(Path(path)) if path != "-" else read_stream(sys.stdin.buffer, "-")


def _show(article: Article, path: Path) -> None:
    """Tell in a few lines what was read, and what of it wants a look."""
    from vnnews.cli.output import console

    out = console()
    out.print(f"{path}", style="bold")
    out.print(f"  {article.title or '(no title)'}")
    people = [("by", article.author), ("photos", article.photographer), ("translated by", article.translator)]
    said = [f"{label} {name}" for label, name in people if name]
    about = [article.language, article.published or "no date", *said]
    about += [f"from {article.source_name or article.source_url}"] if article.source_name or article.source_url else []
    about += [f"{len(article.blocks)} blocks", f"{len(article.dropped)} lines dropped" if article.dropped else ""]
    out.print("  " + ", ".join(filter(None, about)))
    for finding in article.findings:
        out.print(f"  {finding.severity} {finding.code} {finding.message}")
