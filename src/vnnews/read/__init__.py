"""Read: bytes to Article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.errors import InputError, VnnewsError

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.read.source import Source


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Something among several that could not be read; `origin` says what, as a person would write it."""

    origin: str
    error: VnnewsError


def read_source(source: Source) -> list[Article]:
    """The articles in some bytes, by what the bytes are.

    Raises InputError (NoArticleError, EncodingError) when there is none to be had; of an archive with several files,
    only when none can be read.
    """
    from vnnews.read.formats import read_bytes

    return read_bytes(source)


def read_path(path: Path) -> Iterator[Article | ReadFailure]:
    """The articles in a file, an archive or a folder, one after the other; what cannot be read is told in between.

    Raises InputError when the path itself cannot be opened or holds nothing to read.
    """
    for _, found in read_with_bytes(path):
        yield found


def read_with_bytes(path: Path) -> Iterator[tuple[Source | None, Article | ReadFailure]]:
    """As `read_path`, each article with the bytes it was read from."""
    from vnnews.read.formats import walk

    yield from walk(path)


def read_one(path: Path) -> Article:
    """The one article in a file; raises InputError when there is none or there are several."""
    found = list(read_path(path))
    for item in found:
        if isinstance(item, ReadFailure):
            raise item.error
    if len(found) != 1 or isinstance(found[0], ReadFailure):
        raise InputError(f"{path}: {len(found)} articles where one is wanted", "give a file with one article")
    return found[0]
