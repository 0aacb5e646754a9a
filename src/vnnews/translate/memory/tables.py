"""Pairs from spreadsheets: TSV with a header that has the columns vi and en."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from vnnews.errors import InputError
from vnnews.translate.memory.unit import Unit, UnitState
from vnnews.vietnamese.normalise import clean


def read(path: Path, state: UnitState = "unreviewed") -> Iterator[Unit]:
    """The units of a TSV file (UTF-8). Rows of one `article`, where that column is there, are neighbours.

    Raises InputError for a file that cannot be read or has no such columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}", "give a TSV file in UTF-8") from error
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not {"vi", "en"} <= set(rows[0]):
        raise InputError(f"{path}: no columns vi and en in the first line", "name the columns in the first line")
    for i, row in enumerate(rows):
        if row["vi"] and row["en"]:
            before = rows[i - 1]["vi"] if i and _together(rows[i - 1], row) else ""
            after = rows[i + 1]["vi"] if i + 1 < len(rows) and _together(row, rows[i + 1]) else ""
            yield Unit(
                source=clean(row["vi"]),
                target=row["en"],
                state=state,
                article=row.get("article"),
                day=row.get("day"),
                origin=path.name,
                before=clean(before or ""),
                after=clean(after or ""),
            )


def _together(row: dict[str, str], other: dict[str, str]) -> bool:
    return bool(row.get("article")) and row.get("article") == other.get("article")
