"""Cache: what engines have answered, on disk, so that nothing is asked (or paid) twice and a broken run goes on.

The key is made of everything that decides the answer. Each answer is stored as it arrives.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from vnnews.translate.engines.base import Answer, Engine, EngineContext, EngineInfo, Request

_NO_MATTER = frozenset({"key", "delay", "tries", "timeout", "patience", "jobs"})
"""Settings that do not change an answer."""


class Cached:
    """An engine with a cache before it. `table` is its part of the settings (keys are never among it)."""

    def __init__(self, engine: Engine, folder: Path, table: dict[str, Any]) -> None:
        self._engine = engine
        self._table = {k: v for k, v in table.items() if k not in _NO_MATTER}
        self._db = _open(folder / "answers.sqlite")

    @property
    def info(self) -> EngineInfo:
        """That of the engine."""
        return self._engine.info

    @property
    def version(self) -> str:
        """That of the engine."""
        return self._engine.version

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Known answers from the disk, the others from the engine; equal requests are asked once."""
        keys = [self._key(r, context) for r in requests]
        answers = {key: found for key in keys if (found := self._find(key)) is not None}
        asked = {key: r for key, r in zip(keys, requests, strict=True) if key not in answers}
        fresh = zip(asked, self._engine.translate(list(asked.values()), context), strict=True)
        for key in keys:
            while key not in answers:
                got, answer = next(fresh)
                self._keep(got, answer)
                answers[got] = answer
            yield answers[key]

    def close(self) -> None:
        """Close the engine and the file."""
        self._engine.close()
        self._db.close()

    def _key(self, r: Request, context: EngineContext) -> str:
        parts = (
            self.info.name, self.version, self._table, r.text, r.manner, r.terms, r.before, r.after, r.attempt,
            context.source, context.target, context.glossary_hash, context.style,
        )  # fmt: skip
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def _find(self, key: str) -> Answer | None:
        with suppress(sqlite3.Error):
            row = self._db.execute("SELECT text, score, words FROM scored WHERE key=?", (key,)).fetchone()
            return Answer(row[0], score=row[1], words=tuple(map(tuple, json.loads(row[2])))) if row else None
        return None

    def _keep(self, key: str, answer: Answer) -> None:
        """Store an answer; a full or busy disk costs only the saving."""
        if answer.text is not None:
            with suppress(sqlite3.Error), self._db:
                said = (key, answer.text, answer.score, json.dumps(answer.words, ensure_ascii=False))
                self._db.execute("INSERT OR REPLACE INTO scored VALUES (?, ?, ?, ?)", said)


def _open(path: Path) -> sqlite3.Connection:
    """The file, made if absent; where it cannot be, a cache that lasts as long as the run."""
    for place in (str(path), ":memory:"):
        with suppress(OSError, sqlite3.Error):
            if place != ":memory:":
                path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(place, timeout=10)
            db.execute("PRAGMA journal_mode=WAL")
            db.execute(
                "CREATE TABLE IF NOT EXISTS scored "
                "(key TEXT PRIMARY KEY, text TEXT NOT NULL, score REAL, words TEXT NOT NULL) WITHOUT ROWID"
            )
            return db
    raise AssertionError("a database in memory can always be opened")
