"""Articles from the network: one page or several that belong together, and all that a feed, sitemap or list names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from vnnews.article import Article, number_repeats
from vnnews.errors import NoArticleError, UsageError, VnnewsError
from vnnews.files import write_atomic
from vnnews.read.feeds import Entry, read_feed, read_list, read_sitemap
from vnnews.read.fetch import Fetcher
from vnnews.read.html.tree import parse
from vnnews.read.source import Source

_MOST_PARTS = 20
_MOST_SITEMAPS = 200
_PART = re.compile(
    r"[?&](?:page|trang|p|pg|paged)=(\d{1,2})$|/(?:page/|trang-)?(\d{1,2})/?$|[-_/](?:p|page|trang)-?(\d{1,2})(?=\.\w{3,5}$|/?$)"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An article with the pages it was read from, in order."""

    article: Article
    sources: tuple[Source, ...]


def fetch_article(url: str, fetcher: Fetcher) -> Fetched:
    """The article at a URL; the further pages of a divided one are fetched and joined to it.

    Raises what `Fetcher.get` raises, and NoArticleError when the page holds no article.
    """
    found = fetch_articles(url, fetcher)
    if len(found) != 1:
        raise NoArticleError(
            f"there are {len(found)} articles at this address", f"store them all with: vnnews fetch {url}"
        )
    return found[0]


def fetch_articles(url: str, fetcher: Fetcher) -> list[Fetched]:
    """The articles at a URL: as `fetch_article`, or several where the page holds several whole ones."""
    from vnnews.read import read_source

    source = fetcher.get(url)
    articles = read_source(source)
    if len(articles) > 1:
        return [Fetched(article, (source,)) for article in articles]
    return [_with_parts(_only(articles), source, fetcher)]


def _with_parts(article: Article, source: Source, fetcher: Fetcher) -> Fetched:
    """The article with the further pages of it, as far as they can be had."""
    from vnnews.read import read_source

    sources = [source]
    while len(sources) < _MOST_PARTS:
        following = _next_part(sources[-1], seen={s.origin for s in sources})
        if following is None:
            break
        try:
            source = fetcher.get(following)
            article = join(article, _only(read_source(source)))
        except VnnewsError:
            break
        sources.append(source)
    return Fetched(article, tuple(sources))


def _only(articles: list[Article]) -> Article:
    if len(articles) != 1:
        raise NoArticleError("there is no single article at this address", "give the address of the article itself")
    return articles[0]


def join(article: Article, more: Article) -> Article:
    """One article from two parts of it: the text goes on, what only the later part tells is taken from there."""
    known = {b.text for b in article.blocks}
    blocks = [*article.blocks, *(b for b in more.blocks if b.text not in known or not b.text)]
    return replace(
        article,
        blocks=number_repeats(replace(b, id=b.id.split("-")[0]) for b in blocks),
        author=article.author or more.author,
        photographer=article.photographer or more.photographer,
        translator=article.translator or more.translator,
        source_name=article.source_name or more.source_name,
        original_url=article.original_url or more.original_url,
        dropped=article.dropped + more.dropped,
    )


def stem_and_part(url: str) -> tuple[str, int]:
    """A page's address without its page number, and the number (1 where none stands in it)."""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    found = _PART.search(path)
    if found is None:
        return path.rstrip("/"), 1
    return (path[: found.start()] + path[found.end() :]).rstrip("/"), int(next(filter(None, found.groups())))


def _next_part(source: Source, seen: set[str]) -> str | None:
    """The address of the part after this page of an article, as one of its links names it."""
    from vnnews.read.encodings import decode
    from vnnews.read.feeds import links

    if source.url is None or b"<" not in source.data[:2000]:
        return None
    stem, part = stem_and_part(source.url)
    if not stem or stem == "/":
        return None
    root = parse(decode(source.data, declared=source.content_type).text)
    for url in links(root, source.url):
        if url not in seen and stem_and_part(url) == (stem, part + 1):
            return url
    return None


def from_feed(url: str, fetcher: Fetcher) -> Iterator[Entry]:
    """The articles that a feed names."""
    source = fetcher.get(url)
    yield from read_feed(source.data, source.url or url)


def from_sitemap(url: str, fetcher: Fetcher, since: str | None = None) -> Iterator[Entry]:
    """The pages that a sitemap and the sitemaps in it name; sitemaps that ended before `since` are left out."""
    pending, seen = [url], {url}
    while pending:
        source = fetcher.get(pending.pop(0))
        entries, further = read_sitemap(source.data, source.url or url)
        yield from entries
        fresh = [e.url for e in further if e.url not in seen and not (since and e.published and e.published < since)]
        seen.update(fresh)
        pending += fresh[: max(0, _MOST_SITEMAPS - len(seen))]


def from_list(url: str, fetcher: Fetcher, pages: int) -> Iterator[Entry]:
    """The articles that a page of links names, and those on up to `pages` pages that go on from it."""
    from vnnews.read.encodings import decode

    seen: set[str] = set()
    address: str | None = url
    for _ in range(pages):
        if address is None or address in seen:
            return
        seen.add(address)
        source = fetcher.get(address)
        html = decode(source.data, declared=source.content_type).text
        entries, address = read_list(html, source.url or address)
        fresh = [e for e in entries if e.url not in seen]
        if not fresh:
            return
        seen.update(e.url for e in fresh)
        yield from fresh


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run is to fetch: addresses of articles, of feeds, sitemaps and lists, and where to stop.

    `pages` is how far lists are followed, `since` an ISO day, `most` the number of articles.
    """

    urls: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    pages: int = 1
    since: str | None = None
    most: int | None = None

    def is_too_old(self, published: str | None) -> bool:
        """Whether a day is known and lies before the one from which on articles are wanted."""
        return self.since is not None and published is not None and published < self.since


def named(wanted: Wanted, fetcher: Fetcher) -> Iterator[tuple[str, Iterator[Entry]]]:
    """(address, its articles) for everything wanted; asking for the articles may raise InputError for that address.

    Articles known to be too old are left out, and so is what was named before.
    """
    seen: set[str] = set()

    def fresh(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if entry.url not in seen and not wanted.is_too_old(entry.published):
                seen.add(entry.url)
                yield entry

    for url in wanted.urls:
        yield url, fresh([Entry(url)])
    for url in wanted.feeds:
        yield url, fresh(from_feed(url, fetcher))
    for url in wanted.sitemaps:
        yield url, fresh(from_sitemap(url, fetcher, wanted.since))
    for url in wanted.lists:
        yield url, fresh(from_list(url, fetcher, wanted.pages))


def store(fetched: Fetched, out: Path) -> Path:
    """Store an article in a folder with the bytes of all its pages; gives the article's file."""
    from vnnews.read.store import save

    for source in fetched.sources[1:]:
        write_atomic(out / "originals" / source.sha256, source.data)
    return save(fetched.article, fetched.sources[0].data, out)


def pair(original: Path, translation: Path, out: Path) -> None:
    """Note in `out`/pairs.tsv that one stored article translates the other."""
    path = out / "pairs.tsv"
    known = path.read_text(encoding="utf-8") if path.exists() else "original\ttranslation\n"
    row = f"{original.name}\t{translation.name}\n"
    if row not in known:
        write_atomic(path, known + row)


def check_day(day: str | None) -> str | None:
    """An ISO day as given by the user; raises UsageError for anything else."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise UsageError(f"{day}: not a day", "write it as 2024-12-31") from error
