"""The command line: one module a command; this one builds the app and turns every error into a line with a cure."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated

import typer

from vnnews import __version__

COMMANDS = (
    "init", "fetch", "import_", "translate", "update", "review", "check", "publish", "batch",
    "glossary", "memory", "engines",
)  # fmt: skip
"""The command modules, in the order of the help; each has `register(app)` and imports what is heavy when it runs."""

START = """\
Start here:
  vnnews init                 a newsroom folder with settings and a house glossary
  vnnews import PAGE.html     read an article from a file (or - for pasted text)
  vnnews translate PAGE.html  draft the English and list what to look at
  vnnews publish DRAFT.xlf    write the reviewed draft as HTML and Markdown
All commands: vnnews --help"""


def _version(asked: bool) -> None:
    if asked:
        print(f"vnnews {__version__}")
        raise typer.Exit


def build() -> typer.Typer:
    """The whole command-line application."""
    app = typer.Typer(
        name="vnnews",
        help="Translate and publish Vietnamese government news.",
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback()
    def start(
        context: typer.Context,
        version: Annotated[
            bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
        ] = False,
    ) -> None:
        if context.invoked_subcommand is None:
            print(START)

    for name in COMMANDS:
        importlib.import_module(f"vnnews.cli.{name}").register(app)
    return app


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    from vnnews.cli.output import complain, use_utf8
    from vnnews.errors import VnnewsError

    use_utf8()
    if arguments is not None:
        sys.argv[1:] = arguments
    try:
        build()()
    except BrokenPipeError:
        # Whoever read our output (head, less) has stopped: not an error, and nothing is left to say it to.
        sys.stderr.close()
        sys.exit(141)
    except VnnewsError as error:
        complain(error)
        sys.exit(error.exit_code)
