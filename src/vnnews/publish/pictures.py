"""Pictures that were fetched with an article, for pages that show their own copies."""

from __future__ import annotations

import io
import json
import math
import re
from pathlib import Path

from vnnews.article import Image
from vnnews.errors import InputError
from vnnews.publish.addresses import safe_image
from vnnews.publish.page import Page

FOLDER = "images"
_NAME = re.compile(r"[0-9a-f]{16,64}\.(?:jpg|png|gif|webp|avif|bmp|tif)")
"""What the fetcher calls a picture: its hash. No other file is ever copied into a site."""

LONGEST_SIDE = 1600
"""Pixels: twice the width of the text on a page, for screens of double density."""
_MOST_PIXELS, _QUALITY = 80_000_000, 85


def fetched(folder: Path, article: str) -> dict[str, str]:
    """The pictures of an article (by id) that were fetched into `folder`: address to file name.

    Nothing where none were fetched. Raises InputError for a damaged list.
    """
    listing = folder / f"{article}.json"
    try:
        entries = json.loads(listing.read_text(encoding="utf-8"))
        found = {e["url"]: e["file"] for e in entries}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{listing}: not a list of pictures ({error!r})", "fetch the article again") from error
    return {url: name for url, name in found.items() if _NAME.fullmatch(str(name)) and (folder / name).is_file()}


def copy(page: Page, out: Path) -> list[Path]:
    """Copy a page's own pictures into those of the pages in `out`, fit for the web; gives the files that are new."""
    from vnnews.publish.files import write_if_changed

    folder = page.pictures_at or out / FOLDER
    targets = [(folder / name, out / FOLDER / name) for name in page.pictures.values()]
    return [target for source, target in targets if write_if_changed(target, fitted(source.read_bytes()))]


def fitted(data: bytes) -> bytes:
    """A picture with no side longer than `LONGEST_SIDE` pixels, in the format it came in, turned as its camera says.

    As it is where it is small enough, moves, or cannot be read as a picture; what a resized one said of its camera and
    place is left out.
    """
    from PIL import Image as Pictures
    from PIL import ImageOps

    try:
        with Pictures.open(io.BytesIO(data)) as picture:
            kind, moves = picture.format, getattr(picture, "is_animated", False)
            if moves or max(picture.size) <= LONGEST_SIDE or math.prod(picture.size) > _MOST_PIXELS:
                return data
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Pictures.Resampling.LANCZOS)
            out = io.BytesIO()
            upright.save(out, kind, quality=_QUALITY, optimize=True, icc_profile=picture.info.get("icc_profile"))
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Pictures.DecompressionBombError):
        return data


def source_of(image: Image | None, page: Page) -> str | None:
    """Where a page finds a picture: its own copy, relative to the page, else the address on the web."""
    if image is None or image.url is None:
        return None
    own = page.pictures.get(image.url)
    return f"{FOLDER}/{own}" if own and _NAME.fullmatch(own) else safe_image(image.url)


def sources(page: Page) -> list[str]:
    """Where the page finds the pictures that it shows, in order."""
    return [source for b in page.blocks if (source := source_of(b.image, page))]


def remove_unused(page: Page, out: Path) -> list[Path]:
    """Remove the copies of a withdrawn page's pictures that no other page in `out` shows."""
    names = {n for n in page.pictures.values() if _NAME.fullmatch(n)}
    for sidecar in out.glob("*.json"):
        if not names:
            break
        if sidecar.name != f"{page.slug}.json":
            text = sidecar.read_text(encoding="utf-8", errors="replace")
            names = {n for n in names if n not in text}
    gone = [out / FOLDER / n for n in sorted(names) if (out / FOLDER / n).is_file()]
    for path in gone:
        path.unlink()
    return gone
