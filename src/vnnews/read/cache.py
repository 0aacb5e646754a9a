"""Pages fetched before, kept on disk, so that a server only has to say that nothing changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from vnnews.files import write_atomic


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer kept: the address it came from in the end, its type, and the marks to ask for changes with."""

    url: str
    content_type: str | None
    etag: str | None
    modified: str | None
    sha256: str


class Cache:
    """A folder of kept answers, by requested URL; one body file however many URLs lead to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, url: str) -> tuple[Kept, bytes] | None:
        """What is kept for a URL; None where nothing is, or where it is damaged."""
        try:
            kept = Kept(**json.loads(self._entry(url).read_text(encoding="utf-8")))
            data = self._body(kept.sha256).read_bytes()
        except (OSError, ValueError, TypeError):
            return None
        return (kept, data) if hashlib.sha256(data).hexdigest() == kept.sha256 else None

    def keep(self, url: str, kept: Kept, data: bytes) -> None:
        """Keep an answer for a URL in place of what was kept for it."""
        write_atomic(self._body(kept.sha256), data)
        write_atomic(self._entry(url), json.dumps(asdict(kept)))

    def _entry(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.json"

    def _body(self, sha256: str) -> Path:
        return self._folder / "bodies" / sha256[:2] / sha256
