"""The ledger of a folder of published pages: one JSON object a line, only ever appended to.

It tells which article stands under which name, so that a name once given is kept for good, and what happened to it:
published, updated, corrected, embargoed, withdrawn, restored.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnnews.clock import now
from vnnews.errors import InputError

NAME = "publications.jsonl"


@dataclass
class Entry:
    """Where an article stands: its name, whether it was published or withdrawn, and until when it has to wait."""

    id: str
    slug: str = ""
    published: bool = False
    withdrawn: bool = False
    embargo: str | None = None


class Ledger:
    """The ledger of the folder `out`; an absent file is an empty ledger.

    `durable`: whether adding waits until the disk has it, see `write_atomic`.
    """

    def __init__(self, out: Path, *, durable: bool = True) -> None:
        self.path = out / NAME
        self.entries: dict[str, Entry] = {}
        self._slugs: dict[str, str] = {}
        self._last: dict[str, dict[str, Any]] = {}
        self._known = 0
        self._durable = durable
        self.refresh()

    def refresh(self) -> None:
        """Take in what others have added since; raises InputError when the file cannot be read."""
        for event in self._events():
            self._take(event)

    def find(self, key: str) -> Entry | None:
        """The entry of an article's id or of a page's name."""
        return self.entries.get(key) or self.entries.get(self._slugs.get(key, ""))

    def owner(self, slug: str) -> str | None:
        """The id of the article that has this name."""
        return self._slugs.get(slug)

    def add(self, event: str, identity: str, **values: Any) -> None:
        """Append an event with the time of now; raises InputError when the disk does not let us.

        The same event told twice at the same time is one: a broken run repeats what it had begun.
        """
        line = {"at": now(), "event": event, "id": identity, **values}
        if self._last.get(identity) == line:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+") as file:
                file.seek(max(file.tell() - 1, 0))
                begin = b"" if file.read(1) in (b"", b"\n") else b"\n"
                file.write(begin + json.dumps(line, ensure_ascii=False).encode() + b"\n")
                file.flush()
                if self._durable:
                    os.fsync(file.fileno())
                self._known = file.tell()
        except OSError as error:
            raise InputError(f"cannot write {self.path}: {error.strerror or error}", "choose another --out") from error
        self._take(line)

    def _events(self) -> Iterator[dict[str, Any]]:
        try:
            with self.path.open("rb") as file:
                file.seek(self._known)
                lines = file.read().decode("utf-8").split("\n")
                self._known = file.tell()
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"cannot read {self.path}: {error}", "go back to an older copy") from error
        for line in lines:
            # A line that is no whole event is what an interrupted write left: the pages themselves tell the rest.
            with contextlib.suppress(ValueError):
                event = json.loads(line)
                if isinstance(event, dict) and "event" in event and "id" in event:
                    yield event

    def _take(self, event: dict[str, Any]) -> None:
        entry = self.entries.setdefault(event["id"], Entry(event["id"]))
        self._last[entry.id] = event
        if event.get("slug"):
            entry.slug = event["slug"]
            self._slugs[entry.slug] = entry.id
        match event["event"]:
            case "published" | "updated" | "corrected" | "restored":
                entry.published, entry.withdrawn, entry.embargo = True, False, None
            case "withdrawn":
                entry.withdrawn = True
            case "embargoed":
                entry.embargo = event["until"]


class Blank(Ledger):
    """The ledger as if nothing were published: workers of a batch compose by it, who do not know what others do."""

    def refresh(self) -> None:
        """Take in nothing."""
