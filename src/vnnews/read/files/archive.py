"""Archives of files (.zip): each member as a source of its own, nothing ever unpacked to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from vnnews.errors import EncodingError, InputError
from vnnews.read import ReadFailure
from vnnews.read.encodings import decode
from vnnews.read.source import Source

_MOST_MEMBERS = 200_000
_MOST_BYTES = 64_000_000
_MOST_RATIO = 400
_RATIO_FROM = 8_000_000
_UTF8_NAME = 0x800


def members(file: IO[bytes] | bytes, origin: str, retrieved: str) -> Iterator[Source | ReadFailure]:
    """The files in an archive, one at a time; what is damaged, locked or hostile comes as a failure.

    Raises InputError when the archive itself is damaged or has far too many members.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("the archive is damaged", "pack it again, or unpack it and import the folder") from error
    with archive:
        found = [m for m in archive.infolist() if not m.is_dir()]
        if len(found) > _MOST_MEMBERS:
            raise InputError("the archive has too many files", "unpack it, and import the folder")
        for member in found:
            name = _name(member)
            if _is_clutter(name):
                continue
            try:
                yield Source(_bytes(archive, member, name), f"{origin}/{name}", retrieved)
            except InputError as error:
                yield ReadFailure(f"{origin}/{name}", error)


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name; those not marked as UTF-8 were written in the machine's encoding and read as code page 437."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return decode(member.filename.encode("cp437")).text
    except (UnicodeEncodeError, EncodingError, InputError):
        return member.filename


def _is_clutter(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].startswith(".")


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """A member's bytes; they are never trusted to be as many as the archive says."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        raise InputError("its name leads out of the archive; it was left alone", "rename it, and pack it again")
    if member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * max(member.compress_size, 1):
        raise InputError("it unpacks to a suspicious size and was left alone", "unpack it yourself if you trust it")
    try:
        with archive.open(member) as file:
            data = file.read(_MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise InputError("it is damaged", "pack it again") from error
    except RuntimeError as error:
        raise InputError("it is locked with a password", "unpack it yourself, and import the file") from error
    if len(data) > _MOST_BYTES:
        raise InputError("it is larger than 64 MB", "unpack it, and split it")
    return data
