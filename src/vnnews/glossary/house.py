"""The house's own table: adding to it and taking in entries from other files, without touching what is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnnews.files import write_atomic
from vnnews.glossary import tables
from vnnews.glossary.term import Term


def merge(path: Path, terms: Iterable[Term]) -> tuple[int, int]:
    """Put `terms` into the table at `path`, made if absent; gives how many were new and how many replaced one.

    An entry of the same key is replaced, all other lines keep their order. Raises InputError when the table is
    malformed or cannot be written: a table that cannot be read whole is never rewritten.
    """
    entries = {term.key: term for term in tables.read(path, path.stem)} if path.exists() else {}
    new = replaced = 0
    for term in terms:
        known = entries.get(term.key)
        if known is None:
            new += 1
        elif tables.cells(known) != tables.cells(term):
            replaced += 1
        entries[term.key] = term
    if new or replaced or not path.exists():
        write_atomic(path, tables.write(entries.values()))
    return new, replaced
