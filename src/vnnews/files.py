"""Writing files so that nothing is ever half there: atomic replace, and exclusive creation."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from vnnews.errors import InputError


def write_atomic(path: Path, data: str | bytes, *, durable: bool = True) -> None:
    """Write `data` (text as UTF-8, line ends as they are) to `path`, whole or not at all.

    Folders are made. `durable` waits until the disk has it; without, a power cut can bring back the file as it was,
    which is right for what can be made again. Raises InputError when the disk does not let us (full, read-only, no
    permission).
    """
    put_in_place(write_beside(path, data, durable=durable), path)


def write_beside(path: Path, data: str | bytes, *, durable: bool = True) -> Path:
    """Write what `path` is to hold into a hidden file beside it, for `put_in_place`; gives that. Raises as above."""
    raw = data.encode() if isinstance(data, str) else data
    temporary = path.parent / f".{path.name[:40]}.{os.urandom(8).hex()}.tmp"
    try:
        with _created(temporary) as file:
            file.write(raw)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise _unwritten(path, error) from error
    return temporary


def put_in_place(temporary: Path, path: Path) -> None:
    """Let the file that `write_beside` made become `path`. Raises as above."""
    try:
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise _unwritten(path, error) from error


def holds(path: Path, data: bytes) -> bool:
    """Whether a file holds just this already; one that is absent or cannot be read does not: writing tells."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _created(path: Path) -> BinaryIO:
    """A new file open for writing, its folder made where it is not there."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")


def _unwritten(path: Path, error: OSError) -> InputError:
    return InputError(f"cannot write {path}: {error.strerror or error}", "choose another --out")
