"""An article's pictures on disk: each stored once, by hash; a list keeps caption, credit and source to each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from vnnews.article import Article
from vnnews.errors import VnnewsError
from vnnews.files import write_atomic
from vnnews.read.fetch import Fetcher

_ENDINGS = {"image/jpeg": ".jpg", "image/jpg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
            "image/avif": ".avif", "image/bmp": ".bmp", "image/tiff": ".tif"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture fetched: its address, its file relative to the list, and what must be printed with it."""

    url: str
    file: str
    sha256: str
    media: str
    caption: str
    credit: str | None
    source_url: str | None
    source_name: str | None


def fetch_pictures(
    article: Article, out: Path, fetcher: Fetcher
) -> tuple[list[Picture], list[tuple[str, VnnewsError]]]:
    """Fetch the pictures of an article into `out`/images and write `out`/images/<article id>.json.

    Gives back the pictures, and (address, error) of those that could not be had; no failure stops the others.
    """
    pictures: list[Picture] = []
    failures: list[tuple[str, VnnewsError]] = []
    for url, caption, credit in _wanted(article):
        try:
            data, media = fetcher.picture(url)
        except VnnewsError as error:
            failures.append((url, error))
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        name = sha256[:32] + _ENDINGS.get(media, ".img")
        if not (out / "images" / name).exists():
            write_atomic(out / "images" / name, data)
        credit = credit or article.photographer
        pictures.append(Picture(url, name, sha256, media, caption, credit, article.url, article.source_name))
    if pictures:
        listing = json.dumps([asdict(p) for p in pictures], ensure_ascii=False, indent=1)
        write_atomic(out / "images" / f"{article.id}.json", listing + "\n")
    return pictures, failures


def _wanted(article: Article) -> Iterator[tuple[str, str, str | None]]:
    """(address, caption, credit) of the figures whose picture has a full address, each address once."""
    seen: set[str] = set()
    for block in article.blocks:
        url = block.image.url if block.image else None
        if url and url.startswith(("http://", "https://")) and url not in seen:
            seen.add(url)
            yield url, block.text, block.image.credit if block.image else None
