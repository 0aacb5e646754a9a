"""`vnnews init`: a newsroom folder with settings, a house glossary and a roster."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

SETTINGS = """\
# Settings of this newsroom. A flag of a command wins over VNNEWS_* variables, those over this file.

# translator = "Le Van A"           # printed in the byline: By X – Translated by Le Van A
# reviewer = "Tran Thi B"
# province = "Long An"              # whose "UBND tỉnh" is meant, for the checks
glossary = ["glossary/house.tsv"]   # your terms; they override the built-in ones entry by entry
roster = ["glossary/roster.tsv"]    # people with posts and gender: settles Chairman or Chairwoman
memory = "memory.sqlite"

# Out of the box nothing leaves this machine. To use a service, name it (vnnews engines lists them):
# engine = "google"
"""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("init")(init)


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to set up.")] = Path(),
) -> None:
    """Set up a newsroom folder: vnnews.toml, a house glossary and a roster. What is there already stays."""
    from vnnews.cli.output import note
    from vnnews.files import write_atomic
    from vnnews.glossary import tables
    from vnnews.vietnamese.roster import Roster

    for name, text in (
        ("vnnews.toml", SETTINGS),
        ("glossary/house.tsv", tables.write(())),
        ("glossary/roster.tsv", Roster.HEADER),
    ):
        path = folder / name
        if path.exists():
            note(f"kept     {path}")
        else:
            write_atomic(path, text)
            note(f"written  {path}")
    note(f"Next: edit {folder / 'vnnews.toml'}, then vnnews translate PAGE")
