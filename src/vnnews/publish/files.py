"""The files of a page: each format and the sidecar, written only where they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from vnnews.files import holds, write_atomic
from vnnews.publish.compose import with_topics
from vnnews.publish.formats import FORMATS, open_writer
from vnnews.publish.page import Page, Writer
from vnnews.publish.pictures import remove_unused
from vnnews.publish.settings import Site

SIDECAR = ".json"


def write_if_changed(path: Path, content: str | bytes, *, durable: bool = True) -> bool:
    """Write a file unless it holds just this already; tells whether it was written. `durable`: see write_atomic."""
    raw = content.encode() if isinstance(content, str) else content
    if holds(path, raw):
        return False
    write_atomic(path, raw, durable=durable)
    return True


def rendered(page: Page, writers: dict[str, Writer], site: Site) -> dict[str, bytes]:
    """The files of a page by name: every format that has something to say, and the sidecar last."""
    shown = with_topics(page, site)
    contents = {f"{page.slug}{writer.suffix}": writer.render(shown) for writer in writers.values()}
    contents[f"{page.slug}{SIDECAR}"] = page.dumps()
    return {name: c.encode() if isinstance(c, str) else c for name, c in contents.items() if c}


def write(
    contents: Mapping[str, bytes], out: Path, *, durable: bool = True, announce: Callable[[], None] = lambda: None
) -> list[Path]:
    """Write what `rendered` gave into `out`; gives the paths of the files that changed.

    The sidecar comes last: where it stands, the other files are there, and `announce` was called, by which the event
    gets into the ledger.
    """
    *formats, sidecar = contents
    changed = [out / name for name in formats if write_if_changed(out / name, contents[name], durable=durable)]
    announce()
    if write_if_changed(out / sidecar, contents[sidecar], durable=durable):
        changed.append(out / sidecar)
    return changed


def writers(site: Site) -> dict[str, Writer]:
    """The writers of the formats that the site asks for."""
    return {name: open_writer(name, site) for name in site.formats}


def bury(before: Page, page: Page, site: Site, out: Path) -> list[Path]:
    """Put the tombstone `page` in place of the HTML of the page `before` and remove its other files, pictures too that
    no other page shows; gives all paths."""
    changed = []
    for name in FORMATS:
        writer = open_writer(name, site)
        path = out / f"{page.slug}{writer.suffix}"
        if name != "html" and path.exists():
            path.unlink()
            changed.append(path)
    tombstone = rendered(page, {"html": open_writer("html", site)}, site)
    return changed + remove_unused(before, out) + write(tombstone, out)
