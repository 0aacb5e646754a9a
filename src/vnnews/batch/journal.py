"""The journal: what a batch has seen and done, in SQLite beside its outputs.

One row an item: a source (a file, or a member of an archive) by its locator and content hash. Work in flight is not in
the journal; an item is written as done only after its last output is written, so a killed run loses nothing
but what it was working on, and the next run repeats exactly that. What is written here stands with `commit`, so that
several items cost one transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from vnnews.batch.likeness import Sketch
from vnnews.errors import ConflictError, InputError

Outcome = Literal["pending", "done", "held", "failed", "duplicate"]
"""held: drafted, but the gate did not let the page out; duplicate: another source has the same bytes or article."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS item (
  id INTEGER PRIMARY KEY, locator TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, seen TEXT NOT NULL, begun TEXT NOT NULL,
  outcome TEXT NOT NULL, made_with TEXT NOT NULL, result TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS claim (key TEXT PRIMARY KEY, locator TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_locator ON claim (locator);
CREATE TABLE IF NOT EXISTS sketch (
  article TEXT PRIMARY KEY, locator TEXT NOT NULL, bins BLOB NOT NULL, facts BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS sketch_locator ON sketch (locator);
CREATE TABLE IF NOT EXISTS band (key INTEGER, article TEXT, PRIMARY KEY (key, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS root (path TEXT PRIMARY KEY);
"""


_COLUMNS = "locator, sha256, seen, begun, outcome, made_with, result"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an item: a record for each article, files with their sha256, seconds by stage, or the failure.

    A duplicate's message is the source that had its content first, and `repeats` the key of that content; a record's
    "like" is the id of an article that says the same.
    """

    outcome: Outcome
    articles: tuple[dict[str, Any], ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""
    repeats: str = ""

    def to_json(self) -> dict[str, Any]:
        """The result as the journal and the report keep it."""
        return {
            "outcome": self.outcome,
            "articles": list(self.articles),
            "files": self.files,
            "seconds": self.seconds,
            "message": self.message,
            "cure": self.cure,
            "repeats": self.repeats,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        """The reverse of `to_json`."""
        return cls(**{**data, "articles": tuple(data["articles"])})


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the journal. `made_with` names versions of what its outputs depend on (glossary, engine, ...).

    `seen` is when the content was first seen, `begun` when the work on it was last begun: the times in its records.
    """

    locator: str
    sha256: str
    seen: str
    begun: str
    outcome: Outcome
    made_with: dict[str, str]
    result: Result


class Journal:
    """The journal of one output folder, held by one process at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._fresh: set[str] = set()

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
        """Release the folder; what is not committed is forgotten."""
        self._db.close()

    def commit(self) -> None:
        """Let stand what was written since the last time; raises InputError when the disk does not let us."""
        if self._db.in_transaction:
            with self._writing():
                self._db.execute("COMMIT")

    def roots(self, given: Iterable[Path] = ()) -> list[Path]:
        """Remember the roots of this run, and give all that were ever named, by name."""
        self._db.executemany("INSERT OR IGNORE INTO root VALUES (?)", [(str(p.resolve()),) for p in given])
        return [Path(row[0]) for row in self._db.execute("SELECT path FROM root ORDER BY path")]

    def see(self, locator: str, sha256: str, at: str) -> Entry:
        """The entry of a source, made if it is new; changed content makes it pending again, seen at `at`."""
        entry = self.find(locator)
        if entry is not None and entry.sha256 == sha256:
            return entry
        if entry is None:
            self._fresh.add(locator)
        fresh = Entry(locator, sha256, at, at, "pending", {}, Result("pending"))
        self._write(fresh)
        return fresh

    def begin_again(self, entry: Entry, at: str) -> Entry:
        """The entry made pending for work that begins `at`: a run that is broken off goes on with it."""
        fresh = Entry(entry.locator, entry.sha256, entry.seen, at, "pending", {}, Result("pending"))
        self._write(fresh)
        return fresh

    def find(self, locator: str) -> Entry | None:
        """The entry of a locator, or None."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM item WHERE locator=?", (locator,)).fetchone()
        return _entry(row) if row else None

    def finish(
        self, entry: Entry, result: Result, made_with: dict[str, str], keys: Iterable[str], sketches: dict[str, Sketch]
    ) -> None:
        """Write what came of an entry and what it claims, after all its outputs are written."""
        done = Entry(entry.locator, entry.sha256, entry.seen, entry.begun, result.outcome, made_with, result)
        with self._writing():
            if entry.locator in self._fresh:
                self._fresh.remove(entry.locator)  # it has claimed nothing yet
            else:
                self._forget_claims(entry.locator)
            self._insert(done)
            self._db.executemany("INSERT OR REPLACE INTO claim VALUES (?,?)", [(k, entry.locator) for k in keys])
            for article, sketch in sketches.items():
                row = (article, entry.locator, sketch.bins, sketch.facts)
                self._db.execute("INSERT OR REPLACE INTO sketch VALUES (?,?,?,?)", row)
                bands = [(key, article) for key in sketch.bands()]
                self._db.executemany("INSERT OR IGNORE INTO band VALUES (?,?)", bands)

    def _forget_claims(self, locator: str) -> None:
        own = self._db.execute("SELECT article, bins, facts FROM sketch WHERE locator=?", (locator,)).fetchall()
        for article, bins, facts in own:
            bands = [(key, article) for key in Sketch(bins, facts).bands()]
            self._db.executemany("DELETE FROM band WHERE key=? AND article=?", bands)
        self._db.execute("DELETE FROM sketch WHERE locator=?", (locator,))
        self._db.execute("DELETE FROM claim WHERE locator=?", (locator,))

    def owner(self, key: str) -> str | None:
        """The source that has claimed a key, if one has."""
        row = self._db.execute("SELECT locator FROM claim WHERE key=?", (key,)).fetchone()
        return row[0] if row else None

    def alike(self, sketch: Sketch) -> list[tuple[str, str, Sketch]]:
        """Articles that may be like a sketch, in the order of their ids: id, source and sketch."""
        bands = sketch.bands()
        rows = self._db.execute(
            "SELECT article, locator, bins, facts FROM sketch WHERE article IN "
            f"(SELECT article FROM band WHERE key IN ({','.join('?' * len(bands))})) ORDER BY article",
            bands,
        )
        return [(article, locator, Sketch(bins, facts)) for article, locator, bins, facts in rows]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            if not self._db.in_transaction:
                self._db.execute("BEGIN")
            yield
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise InputError(
                f"the journal cannot be written ({error})", "free some disk space, then run it again"
            ) from error

    def _write(self, entry: Entry) -> None:
        with self._writing():
            self._insert(entry)

    def _insert(self, entry: Entry) -> None:
        self._db.execute(
            f"INSERT INTO item ({_COLUMNS}) VALUES (?,?,?,?,?,?,?) ON CONFLICT (locator) DO UPDATE SET "
            "sha256=excluded.sha256, seen=excluded.seen, begun=excluded.begun, outcome=excluded.outcome, "
            "made_with=excluded.made_with, result=excluded.result",
            (
                entry.locator,
                entry.sha256,
                entry.seen,
                entry.begun,
                entry.outcome,
                json.dumps(entry.made_with, sort_keys=True),
                json.dumps(entry.result.to_json(), ensure_ascii=False, sort_keys=True),
            ),
        )

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of their locators."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM item ORDER BY locator")
        for row in rows:
            yield _entry(row)


def _entry(row: tuple[Any, ...]) -> Entry:
    locator, sha256, seen, begun, outcome, made_with, result = row
    return Entry(locator, sha256, seen, begun, outcome, json.loads(made_with), Result.from_json(json.loads(result)))
