"""The memory in one SQLite file: units, an index of syllable pairs, and the look-up."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Literal

from rapidfuzz.distance import Indel

from vnnews.article import Language
from vnnews.errors import InputError
from vnnews.item import Item
from vnnews.translate.memory.unit import Unit, UnitState, digest, grams, skeleton
from vnnews.vietnamese.normalise import clean, fold, strip_marks

LOWEST = 0.7
"""The default lower limit of a fuzzy match, as in most translation tools."""

_POSTINGS = 4000
"""How many index entries one look-up may read: enough to find what shares rare pairs, and bounded in time."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS unit (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL, reviewer TEXT, article TEXT,
  day TEXT, style TEXT NOT NULL, origin TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  digest BLOB NOT NULL, bones TEXT NOT NULL, bones_digest BLOB NOT NULL,
  UNIQUE (digest, target, before, after));
CREATE INDEX IF NOT EXISTS unit_bones ON unit (bones_digest);
CREATE TABLE IF NOT EXISTS gram (gram INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (gram, unit)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS phrase USING fts5(source, target, content='');
CREATE TABLE IF NOT EXISTS gram_count (gram INTEGER PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
"""
_COLUMNS = "source, target, state, reviewer, article, day, style, origin, before, after"
_INDEX = "INSERT INTO phrase (rowid, source, target) VALUES (?, ?, ?)"
_WORD = re.compile(r"\w+")
_UNREVIEWED: dict[UnitState, float] = {"reviewed": 0.0, "starter": 0.01, "unreviewed": 0.05}

MatchKind = Literal["context", "exact", "items", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Match:
    """A unit found for a sentence. `score` is 0 to 1 after penalties; `kind` says what differs.

    context: nothing, the neighbours too; exact: nothing; items: only figures, dates or names, which
    `repair.adapt` replaces; fuzzy: words.
    """

    unit: Unit
    score: float
    kind: MatchKind


class Memory:
    """A translation memory. One object serves one thread; several processes may have the file open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path | None) -> Memory:
        """Open the memory at `path`, made if absent (None: one in the working memory, for a single run).

        Raises InputError when the file is no memory or cannot be opened.
        """
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path or ":memory:", timeout=10)
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.executescript(_SCHEMA)
            _renew(db)
        except (OSError, sqlite3.Error) as error:
            raise InputError(
                f"{path}: not a translation memory ({error})", "name another with: memory = ..."
            ) from error
        return cls(db)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT COUNT(*) FROM unit").fetchone()[0])

    def add(self, units: Iterable[tuple[Unit, Sequence[Item]]]) -> int:
        """Store units, each with the Items of its source, in one transaction; gives how many were new.

        A pair that is there already with the same neighbours keeps its place; a better state replaces a worse.
        """
        new = 0
        with self._db:
            for unit, items in units:
                new += self._add(unit, items)
        return new

    def _add(self, unit: Unit, items: Sequence[Item]) -> int:
        source = clean(unit.source)
        bones = skeleton(source, items)
        row = (source, unit.target, unit.state, unit.reviewer, unit.article, unit.day, unit.style, unit.origin,
               unit.before, unit.after, digest(source), " ".join(bones), digest(" ".join(bones)))  # fmt: skip
        done = self._db.execute(
            f"INSERT OR IGNORE INTO unit ({_COLUMNS}, digest, bones, bones_digest) VALUES ({','.join('?' * 13)})", row
        )
        if not done.rowcount:
            self._promote(unit, row[10])
            return 0
        self._db.execute(_INDEX, (done.lastrowid, *_plain(source, unit.target)))
        found = grams(bones)
        self._db.executemany("INSERT INTO gram VALUES (?, ?)", [(g, done.lastrowid) for g in found])
        self._db.executemany(
            "INSERT INTO gram_count VALUES (?, 1) ON CONFLICT (gram) DO UPDATE SET n = n + 1", [(g,) for g in found]
        )
        return 1

    def _promote(self, unit: Unit, key: object) -> None:
        """A pair stored before as starter or unreviewed, now approved, gets the reviewer's name."""
        if unit.state == "reviewed":
            self._db.execute(
                "UPDATE unit SET state='reviewed', reviewer=?, article=?, day=?, origin=? WHERE digest=? AND target=? "
                "AND before=? AND after=? AND state<>'reviewed'",
                (unit.reviewer, unit.article, unit.day, unit.origin, key, unit.target, unit.before, unit.after),
            )

    def lookup(
        self,
        source: str,
        items: Sequence[Item],
        *,
        before: str = "",
        after: str = "",
        style: str = "",
        today: date | None = None,
        lowest: float = LOWEST,
        most: int = 5,
        states: Sequence[UnitState] = ("reviewed", "starter"),
    ) -> list[Match]:
        """The best matches for a sentence, best first, none under `lowest`.

        `items` are the sentence's own; `states` which units may be offered; `today` turns on the penalty for age
        (a hundredth for each five years), `style` the one for another style (two hundredths).
        """
        bones = skeleton(clean(source), items)
        found: dict[tuple[str, str], Match] = {}
        for unit, its_bones in self._candidates(source, bones, states):
            kind, score = _compare(source, bones, unit, its_bones, before, after)
            score -= _penalty(unit, style, today)
            key = (unit.source, unit.target)
            if score >= lowest and (key not in found or found[key].score < score):
                found[key] = Match(unit, round(score, 4), kind)
        return sorted(found.values(), key=lambda m: (-m.score, m.unit.day or "", m.unit.target))[:most]

    def _candidates(
        self, source: str, bones: list[str], states: Sequence[UnitState]
    ) -> Iterator[tuple[Unit, list[str]]]:
        marks = ",".join("?" * len(states))
        wanted = self._near(bones)
        rows = self._db.execute(
            f"SELECT id, bones, {_COLUMNS} FROM unit "
            f"WHERE (digest=? OR bones_digest=?) AND state IN ({marks}) LIMIT 200",
            (digest(source), digest(" ".join(bones)), *states),
        ).fetchall()
        seen = {row[0] for row in rows}
        wanted = [i for i in wanted if i not in seen]
        rows += self._db.execute(
            f"SELECT id, bones, {_COLUMNS} FROM unit "
            f"WHERE id IN ({','.join('?' * len(wanted))}) AND state IN ({marks})",
            (*wanted, *states),
        ).fetchall()
        for row in rows:
            yield Unit(*row[2:]), row[1].split()

    def _near(self, bones: list[str]) -> list[int]:
        """The units that share most of the rarest syllable pairs, within a bounded number of index entries."""
        mine = grams(bones)
        counts = dict(
            self._db.execute(f"SELECT gram, n FROM gram_count WHERE gram IN ({','.join('?' * len(mine))})", mine)
        )
        shared: Counter[int] = Counter()
        left = _POSTINGS
        for gram in sorted(counts, key=lambda g: (counts[g], g)):
            if counts[gram] > left and shared:
                break
            rows = self._db.execute("SELECT unit FROM gram WHERE gram=? LIMIT ?", (gram, left)).fetchall()
            shared.update(row[0] for row in rows)
            left -= len(rows)
            if left <= 0:
                break
        return [unit for unit, _ in shared.most_common(40)]

    def holding(self, words: str, language: Language) -> Iterator[tuple[Unit, int]]:
        """Units whose side in `language` may hold `words`, with how often each pair is stored; most first.

        Found by syllables without marks, English by the beginning of the last word. Neighbours and style are left out.
        """
        column, more = ("source", "") if language == "vi" else ("target", "*")
        phrase = " ".join(_WORD.findall(strip_marks(fold(words))))
        if phrase:
            rows = self._db.execute(
                "SELECT source, target, state, reviewer, article, day, COUNT(*) FROM unit WHERE id IN "
                "(SELECT rowid FROM phrase WHERE phrase MATCH ?) GROUP BY source, target ORDER BY 7 DESC, 1",
                (f'{column} : "{phrase}" {more}',),
            )
            yield from ((Unit(*row[:6]), row[6]) for row in rows)

    def units(self) -> Iterator[Unit]:
        """Every unit, in the order of storing."""
        for row in self._db.execute(f"SELECT {_COLUMNS} FROM unit ORDER BY id"):
            yield Unit(*row)

    def stats(self) -> dict[str, dict[str, int]]:
        """Numbers of units by state, by origin, by year of the article and by reviewer."""
        out: dict[str, dict[str, int]] = {}
        for name, column in (
            ("state", "state"), ("origin", "origin"), ("year", "substr(day, 1, 4)"), ("reviewer", "reviewer"),
        ):  # fmt: skip
            rows = self._db.execute(f"SELECT COALESCE({column}, ''), COUNT(*) FROM unit GROUP BY 1 ORDER BY 2 DESC, 1")
            out[name] = dict(rows.fetchall())
        return out

    def prune(self, *, origin: str | None = None, before: date | None = None, state: UnitState | None = None) -> int:
        """Remove the units that fit every given condition; gives how many. Without a condition none is removed."""
        conditions = {"origin=?": origin, "day<?": before and before.isoformat(), "state=?": state}
        given = {k: v for k, v in conditions.items() if v is not None}
        if not given:
            return 0
        rows = self._db.execute(
            f"SELECT id, source, target FROM unit WHERE {' AND '.join(given)}", tuple(given.values())
        ).fetchall()
        with self._db:
            for row in rows:
                self._remove(*row)
        return len(rows)

    def _remove(self, identity: int, source: str, target: str) -> None:
        self._db.execute(
            "UPDATE gram_count SET n = n - 1 WHERE gram IN (SELECT gram FROM gram WHERE unit=?)", (identity,)
        )
        for table, column in (("gram", "unit"), ("unit", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column}=?", (identity,))
        self._db.execute(
            "INSERT INTO phrase (phrase, rowid, source, target) VALUES ('delete', ?, ?, ?)",
            (identity, *_plain(source, target)),
        )


def _plain(source: str, target: str) -> tuple[str, str]:
    """A pair as the index of phrases has it: folded, without marks."""
    return strip_marks(fold(source)), strip_marks(fold(target))


def _renew(db: sqlite3.Connection) -> None:
    """Index the pairs of a file made when only the Vietnamese was indexed, with its marks (table concordance)."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name='concordance'").fetchone():
        with db:
            db.execute("BEGIN IMMEDIATE")
            rows = db.execute("SELECT id, source, target FROM unit")
            db.executemany(_INDEX, ((i, *_plain(source, target)) for i, source, target in rows))
            db.execute("DROP TABLE concordance")


def _compare(
    source: str, bones: list[str], unit: Unit, its_bones: list[str], before: str, after: str
) -> tuple[MatchKind, float]:
    if clean(source) == unit.source:
        same = (before or after) and (clean(before), clean(after)) == (clean(unit.before), clean(unit.after))
        return ("context", 1.0) if same else ("exact", 0.99)
    if bones == its_bones:
        return "items", 0.97
    return "fuzzy", min(0.96, Indel.normalized_similarity(bones, its_bones))


def _penalty(unit: Unit, style: str, today: date | None) -> float:
    penalty = _UNREVIEWED[unit.state]
    if style and unit.style and style != unit.style:
        penalty += 0.02
    if today is not None and unit.day:
        years = max(0, today.year - int(unit.day[:4]))
        penalty += 0.01 * (years // 5)
    return penalty
