"""Writing files so that nothing is ever half there: atomic replace, and exclusive creation."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from vnnews.errors import InputError


def write_atomic(path: Path, data: str | bytes, *, durable: bool = True) -> None:
    """Write `data` (text as UTF-8, line ends as they are) to `path`, whole or not at all.

    Folders are made. `durable` waits until the disk has it; without, a power cut can bring back the file as it was,
    which is right for what can be made again. Raises InputError when the disk does not let us (full, read-only, no
    permission).
    """
    raw = data.encode() if isinstance(data, str) else data
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise InputError(f"cannot write {path}: {error.strerror or error}", "choose another --out") from error


def _umask() -> int:
    """The process's umask, which mkstemp ignores; reading it means setting it twice."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
