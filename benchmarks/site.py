"""How long the site over many pages takes: the first build, one with nothing new, one with one new page.

    python benchmarks/site.py [PAGES]

The pages are made up: 12 paragraphs of about 300 letters, a picture, a table; two in three with their Vietnamese.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from pathlib import Path

from vnnews import __version__
from vnnews.article import Block, Image, block, number_repeats
from vnnews.publish.page import Credits, Page, Pair
from vnnews.publish.settings import Site
from vnnews.publish.site import build

SENTENCES = (
    "The district People's Committee directed its agencies to carry out administrative reform in step {n}.",
    "In 2019, {n} files were settled at the one-stop shop, an increase of 14 percent over the year before.",
    "Leaders of the department asked communes and towns to go on with the work of digital transformation.",
)
TOPICS = ("Digital government", "Agriculture", "Education", "Health")


def sample(n: int) -> Page:
    """The made-up page number `n`."""
    text = [" ".join(SENTENCES).format(n=n * 12 + k) for k in range(12)]
    blocks: list[Block] = [block("paragraph", t) for t in text]
    blocks.insert(1, block("figure", f"Scene {n}", image=Image(f"https://images.example/{n}.jpg")))
    blocks.insert(
        6, block("table", "Unit\tFiles\n" + "\n".join(f"Commune {k}\t{n + k}" for k in range(8)), header=True)
    )
    day = f"{2010 + n % 14}-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
    at = f"2026-01-{n % 28 + 1:02d}T10:00:00Z"
    body = number_repeats(blocks)
    pairs = tuple(Pair(b.id, f"Câu tiếng Việt số {n} của đoạn này. {b.text}", b.text) for b in body) if n % 3 else ()
    credits = Credits(
        "Hong Thai", "Duc Tam", byline="By Hong Thai – Translated by Duc Tam", source_url="http://a.example/"
    )
    record = {
        "vnnews": __version__,
        "source": {"url": None, "sha256": "ab" * 32, "retrieved": at, "reader": "page", "encoding": "utf-8"},
        "title": "article",
        "checks": {"run": [], "standing": {}, "suppressed": []},
        "forced": None,
    }
    return Page(
        id=f"{n:012x}",
        slug=f"{day}-news-number-{n}",
        title=f"News number {n} of the province",
        lead=text[0],
        blocks=body,
        credits=credits,
        published=day,
        record=record,
        topics=(TOPICS[n % 4],),
        issued=at,
        modified=at,
        original_title="Tin" if pairs else None,
        pairs=pairs,
    )


def main(pages: int) -> None:
    """Make the pages, build three times and print a table."""
    site = Site("News", "https://news.example.vn/", formats=("html", "markdown", "bilingual"), linked=True)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for n in range(pages):
            page = sample(n)
            (out / f"{page.slug}.json").write_text(page.dumps(), encoding="utf-8")
        print(f"vnnews {__version__}, Python {platform.python_version()}, {platform.machine()}, {pages} pages")
        print("| build | pages rendered | files written | seconds |\n| --- | --- | --- | --- |")
        _timed("first", site, out)
        _timed("nothing new", site, out)
        page = sample(pages)
        (out / f"{page.slug}.json").write_text(page.dumps(), encoding="utf-8")
        _timed("one new page", site, out)


def _timed(name: str, site: Site, out: Path) -> None:
    start = time.perf_counter()
    built = build(site, out)
    print(f"| {name} | {built.rendered} | {len(built.files)} | {time.perf_counter() - start:.1f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
