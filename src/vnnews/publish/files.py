"""The files of a page: each format and the sidecar, written only where they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vnnews.files import write_atomic
from vnnews.publish.compose import with_topics
from vnnews.publish.formats import FORMATS, open_writer
from vnnews.publish.page import Page, Writer
from vnnews.publish.pictures import remove_unused
from vnnews.publish.settings import Site

SIDECAR = ".json"


def write_if_changed(path: Path, content: str | bytes, *, durable: bool = True) -> bool:
    """Write a file unless it holds just this already; tells whether it was written. `durable`: see write_atomic."""
    raw = content.encode() if isinstance(content, str) else content
    try:
        if path.read_bytes() == raw:
            return False
    except OSError:
        pass  # absent or unreadable: writing tells
    write_atomic(path, raw, durable=durable)
    return True


def write(
    page: Page,
    writers: dict[str, Writer],
    site: Site,
    out: Path,
    *,
    durable: bool = True,
    announce: Callable[[], None] = lambda: None,
) -> list[Path]:
    """Write the page in every format and its sidecar into `out`; gives the paths of the files that changed.

    The sidecar comes last: where it stands, the other files are there, and `announce` was called, by which the event
    gets into the ledger.
    """
    files: dict[Path, str | bytes] = {}
    shown = with_topics(page, site)
    for writer in writers.values():
        content = writer.render(shown)
        if content:
            files[out / f"{page.slug}{writer.suffix}"] = content
    changed = [path for path, content in files.items() if write_if_changed(path, content, durable=durable)]
    announce()
    sidecar = out / f"{page.slug}{SIDECAR}"
    return [*changed, sidecar] if write_if_changed(sidecar, page.dumps(), durable=durable) else changed


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
    return changed + remove_unused(before, out) + write(page, {"html": open_writer("html", site)}, site, out)
