"""The site: index, archives by month and topic, feed and sitemap over all pages of a folder.

Everything is made from the pages' sidecars. A state file remembers what each held, so that only pages that are new,
changed or under changed templates are rendered again; lists are always made, and written where they differ.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vnnews.errors import InputError
from vnnews.publish.compose import with_topics
from vnnews.publish.feeds import atom, sitemap
from vnnews.publish.files import SIDECAR, write_if_changed
from vnnews.publish.formats import open_writer
from vnnews.publish.metadata import summary_of
from vnnews.publish.page import SCHEMA, Page, Writer
from vnnews.publish.pictures import sources
from vnnews.publish.settings import Site
from vnnews.publish.theme import Theme
from vnnews.publish.words import month_in_words

STATE = ".vnnews-site.json"
FRONT = 30
"""Entries on the front page."""
LIST = 200
"""Entries on one page of an archive."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: pages in the site, pages rendered, files written or removed, and sidecars it cannot read."""

    pages: int
    rendered: int
    files: tuple[Path, ...]
    damaged: tuple[str, ...] = ()


@dataclass
class _State:
    digest: str = ""
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)


def build(site: Site, out: Path) -> Built:
    """Build or renew the site over the pages in `out`. Raises InputError where the disk does not let us."""
    theme = Theme(site)
    digest = hashlib.sha256(f"{theme.digest}\x1f{site!r}".encode()).hexdigest()[:16]
    before = _read_state(out)
    known = before.pages if before.digest == digest else {}
    state = _State(digest)
    formats = ["html"] + (["bilingual"] if "bilingual" in site.formats else [])
    writers = {name: open_writer(name, site) for name in formats}
    changed: list[Path] = []
    damaged: list[str] = []
    rendered = 0
    for path, stamp in _sidecars(out):
        entry = known.get(path.name)
        if entry is None or entry["stamp"] != stamp:
            try:
                entry, written = _render(path, stamp, writers, site)
            except InputError as error:
                damaged.append(error.message)
                continue
            if entry is None:
                continue
            changed += written
            rendered += 1
        state.pages[path.name] = entry
    entries = sorted(state.pages.values(), key=lambda e: (e["day"], e["issued"], e["slug"]), reverse=True)
    files = dict(lists([e for e in entries if not e["withdrawn"]], theme, site))
    changed += [out / name for name, content in files.items() if write_if_changed(out / name, content, durable=False)]
    changed += list(_remove(out, set(before.lists) - set(files)))
    state.lists = sorted(files)
    write_if_changed(out / STATE, json.dumps(vars(state), ensure_ascii=False), durable=False)
    return Built(len(entries), rendered, tuple(changed), tuple(damaged))


def _read_state(out: Path) -> _State:
    try:
        return _State(**json.loads((out / STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return _State()  # absent or damaged: everything is made anew


def _sidecars(out: Path) -> Iterator[tuple[Path, list[int]]]:
    """The candidates for sidecars in order of name, with what tells that a file changed."""
    try:
        with os.scandir(out) as found:
            files = sorted((f for f in found if f.name.endswith(SIDECAR) and f.name[0] != "."), key=lambda f: f.name)
    except OSError as error:
        raise InputError(
            f"cannot read {out}: {error.strerror or error}", "give the folder of the pages as --out"
        ) from error
    for f in files:
        if not f.name.endswith((".fields.json", ".article.json")):
            status = f.stat()
            yield Path(f.path), [status.st_mtime_ns, status.st_size]


def _render(
    path: Path, stamp: list[int], writers: dict[str, Writer], site: Site
) -> tuple[dict[str, Any] | None, list[Path]]:
    """Render the page of a sidecar; gives its entry for the lists (None for JSON of another kind) and what changed."""
    text = path.read_text(encoding="utf-8")
    if SCHEMA not in text[:200]:
        return None, []
    page = with_topics(Page.loads(text, str(path)), site)
    files = []
    for writer in writers.values():
        content = writer.render(page)
        target = path.with_name(f"{page.slug}{writer.suffix}")
        if content and write_if_changed(target, content, durable=False):
            files.append(target)
    return entry_of(page, stamp), files


def entry_of(page: Page, stamp: list[int]) -> dict[str, Any]:
    """What the lists need to know of a page. `day` is the original's, else that of issue, for the order only."""
    return {
        "stamp": stamp,
        "id": page.id,
        "slug": page.slug,
        "title": page.title,
        "lead": summary_of(page),
        "published": page.published,
        "day": page.published or page.issued[:10],
        "issued": page.issued,
        "modified": page.modified,
        "topics": list(page.topics),
        "byline": page.credits.byline,
        "author": page.credits.author,
        "translator": page.credits.translator,
        "image": next(iter(sources(page)), None),
        "withdrawn": bool(page.withdrawn),
    }


def lists(entries: list[dict[str, Any]], theme: Theme, site: Site) -> Iterator[tuple[str, str]]:
    """All files over many pages: name and content."""
    from slugify import slugify

    months: dict[str, list[dict[str, Any]]] = {}
    topics: dict[str, tuple[str, list[dict[str, Any]]]] = {}
    for e in entries:
        months.setdefault(e["published"][:7] if e["published"] else "undated", []).append(e)
        # Topics whose names differ by signs alone are one, since their file would be one.
        for stem, topic in {f"topic-{slugify(t)}": t for t in e["topics"]}.items():
            topics.setdefault(stem, (topic, []))[1].append(e)
    yield "index.html", theme.render("index.html", entries=entries[:FRONT], more=len(entries) > FRONT)
    overview = [(m, _month_title(m), len(found)) for m, found in sorted(months.items(), reverse=True)]
    named = [(f"{stem}.html", topic, len(found)) for stem, (topic, found) in sorted(topics.items())]
    yield "archive.html", theme.render("archive.html", months=overview, topics=named)
    for month, found in months.items():
        yield from _pages_of_list(f"month-{month}", _month_title(month), found, theme)
    for stem, (topic, found) in topics.items():
        yield from _pages_of_list(stem, topic, found, theme)
    if site.base_url:
        yield "feed.xml", atom(entries[: site.feed_length], site)
        yield from sitemap(entries, site)


def _month_title(month: str) -> str:
    return "Without a date" if month == "undated" else month_in_words(month)


def _pages_of_list(stem: str, title: str, entries: list[dict[str, Any]], theme: Theme) -> Iterator[tuple[str, str]]:
    pieces = [entries[i : i + LIST] for i in range(0, len(entries), LIST)]
    names = [f"{stem}.html" if n == 1 else f"{stem}-{n}.html" for n in range(1, len(pieces) + 1)]
    for n, (name, piece) in enumerate(zip(names, pieces, strict=True)):
        yield (
            name,
            theme.render(
                "list.html",
                title=title,
                entries=piece,
                number=n + 1,
                total=len(pieces),
                newer=names[n - 1] if n else None,
                older=names[n + 1] if n + 1 < len(names) else None,
            ),
        )


def _remove(out: Path, names: Iterable[str]) -> Iterator[Path]:
    """Remove lists that have no entries any more."""
    for name in sorted(names):
        (out / name).unlink(missing_ok=True)
        yield out / name
