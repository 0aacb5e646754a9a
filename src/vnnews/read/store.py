"""The store of articles: one JSON file an article, and the bytes it was read from under their hash."""

from __future__ import annotations

from pathlib import Path

from vnnews.article import Article
from vnnews.errors import InputError
from vnnews.files import write_atomic

SUFFIX = ".article.json"
ORIGINALS = "originals"


def path_for(article: Article, out: Path) -> Path:
    """Where an article stands in a folder."""
    return out / f"{article.id}{SUFFIX}"


def dumps(article: Article) -> bytes:
    """What an article's file holds."""
    return (article.dumps() + "\n").encode()


def save(article: Article, data: bytes, out: Path) -> Path:
    """Write an article and the bytes it was read from into `out`; gives the article's file.

    The bytes go first, so that no article ever stands without them. The same article is written anew, the same
    bytes are not. Raises InputError when the disk does not let us.
    """
    original = out / ORIGINALS / article.provenance.sha256
    if not original.exists():
        write_atomic(original, data)
    path = path_for(article, out)
    write_atomic(path, dumps(article))
    return path


def load(path: Path) -> Article:
    """The article in a file; raises InputError when it cannot be read or is none."""
    try:
        return Article.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as an article", "import the original again") from error
