"""The journal: what a batch has seen and done, in SQLite beside its outputs.

One row an item: a source (a file, or a member of an archive) by its locator and content hash. Work in flight is not in
the journal; an item is written as done only after its last output is on the disk, so a killed run loses nothing
but what it was working on, and the next run repeats exactly that.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from vnnews.errors import ConflictError, InputError

Outcome = Literal["pending", "done", "held", "failed", "duplicate"]
"""held: drafted, but the gate did not let the page out; duplicate: another source has the same bytes."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS item (
  id INTEGER PRIMARY KEY, locator TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, seen TEXT NOT NULL,
  outcome TEXT NOT NULL, made_with TEXT NOT NULL, result TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS item_outcome ON item (outcome);
CREATE INDEX IF NOT EXISTS item_sha256 ON item (sha256);
CREATE TABLE IF NOT EXISTS root (path TEXT PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an item: articles and files, counts of findings by code, seconds by stage, or the failure."""

    outcome: Outcome
    articles: tuple[dict[str, Any], ...] = ()
    files: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""

    def to_json(self) -> dict[str, Any]:
        """The result as the journal and the report keep it."""
        return {
            "outcome": self.outcome,
            "articles": list(self.articles),
            "files": list(self.files),
            "seconds": self.seconds,
            "message": self.message,
            "cure": self.cure,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        """The reverse of `to_json`."""
        return cls(**{**data, "articles": tuple(data["articles"]), "files": tuple(data["files"])})


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the journal. `made_with` names versions of what its outputs depend on (glossary, engine, ...)."""

    locator: str
    sha256: str
    seen: str
    outcome: Outcome
    made_with: dict[str, str]
    result: Result


class Journal:
    """The journal of one output folder, held by one process at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """Open or make the journal of an output folder.

        Raises ConflictError when another batch holds it, InputError when the folder cannot be written.
        """
        path = folder / ".vnnews" / "journal.sqlite"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=0.2, isolation_level=None)
            db.execute("PRAGMA locking_mode=EXCLUSIVE")
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.execute("BEGIN IMMEDIATE")
            for statement in _SCHEMA.split(";"):
                db.execute(statement)
            db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise ConflictError(
                    f"{folder}: another batch is at work in this folder", "wait for it to end, or choose another --out"
                ) from error
            raise InputError(f"{folder}: {error}", "choose another --out") from error
        except (OSError, sqlite3.Error) as error:
            raise InputError(f"{folder}: cannot keep a journal here ({error})", "choose another --out") from error
        return cls(db)

    def close(self) -> None:
        """Release the folder."""
        self._db.close()

    def roots(self, given: Iterable[Path] = ()) -> list[Path]:
        """Remember the roots of this run, and give all that were ever named, by name."""
        self._db.executemany("INSERT OR IGNORE INTO root VALUES (?)", [(str(p.resolve()),) for p in given])
        return [Path(row[0]) for row in self._db.execute("SELECT path FROM root ORDER BY path")]

    def see(self, locator: str, sha256: str, at: str) -> Entry:
        """The entry of a source, made if it is new; changed content makes it pending again, seen at `at`."""
        entry = self.find(locator)
        if entry is not None and entry.sha256 == sha256:
            return entry
        fresh = Entry(locator, sha256, at, "pending", {}, Result("pending"))
        self._write(fresh)
        return fresh

    def find(self, locator: str) -> Entry | None:
        """The entry of a locator, or None."""
        row = self._db.execute(
            "SELECT locator, sha256, seen, outcome, made_with, result FROM item WHERE locator=?", (locator,)
        ).fetchone()
        return _entry(row) if row else None

    def finish(self, entry: Entry, result: Result, made_with: dict[str, str]) -> None:
        """Write what came of an entry: one transaction, after all its outputs are on the disk."""
        self._write(Entry(entry.locator, entry.sha256, entry.seen, result.outcome, made_with, result))

    def _write(self, entry: Entry) -> None:
        try:
            self._db.execute(
                "INSERT INTO item (locator, sha256, seen, outcome, made_with, result) VALUES (?,?,?,?,?,?) "
                "ON CONFLICT (locator) DO UPDATE SET sha256=excluded.sha256, seen=excluded.seen, "
                "outcome=excluded.outcome, made_with=excluded.made_with, result=excluded.result",
                (
                    entry.locator,
                    entry.sha256,
                    entry.seen,
                    entry.outcome,
                    json.dumps(entry.made_with, sort_keys=True),
                    json.dumps(entry.result.to_json(), ensure_ascii=False, sort_keys=True),
                ),
            )
        except sqlite3.Error as error:
            raise InputError(
                f"the journal cannot be written ({error})", "free some disk space, then run it again"
            ) from error

    def same_content(self, sha256: str, locator: str) -> str | None:
        """The locator of another item, first by name, that has the same bytes and was not itself a duplicate."""
        row = self._db.execute(
            "SELECT MIN(locator) FROM item WHERE sha256=? AND locator<>? AND outcome<>'duplicate'", (sha256, locator)
        ).fetchone()
        return row[0] if row else None

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of their locators."""
        rows = self._db.execute("SELECT locator, sha256, seen, outcome, made_with, result FROM item ORDER BY locator")
        for row in rows:
            yield _entry(row)


def _entry(row: tuple[Any, ...]) -> Entry:
    locator, sha256, seen, outcome, made_with, result = row
    return Entry(locator, sha256, seen, outcome, json.loads(made_with), Result.from_json(json.loads(result)))
