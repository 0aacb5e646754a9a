"""Reading the tables of names and grammar that are shipped in `glossary/names`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnnews.errors import InputError
from vnnews.glossary.glossary import data_folder


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a tab-separated table with a header, in the order of `columns`; a column that lacks is empty.

    Raises InputError where the file cannot be read as UTF-8 or lacks the first of the columns.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", "save the table as tab-separated UTF-8 text") from error
    header = lines[0].split("\t") if lines else []
    if columns[0] not in header:
        raise InputError(f"{path}: no column {columns[0]!r}", f"columns: {', '.join(columns)}")
    places = [header.index(c) if c in header else -1 for c in columns]
    for line in lines[1:]:
        cells = line.split("\t")
        if line.strip():
            yield tuple(cells[p].strip() if 0 <= p < len(cells) else "" for p in places)


def built_in(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a shipped table of `glossary/names`."""
    return rows(data_folder() / "names" / name, columns)


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
