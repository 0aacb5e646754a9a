"""Where to find articles: RSS and Atom feeds, sitemaps, and pages that list articles."""

from __future__ import annotations

import email.utils
import html
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from vnnews.errors import InputError
from vnnews.read.html.dates import iso_day, vietnam_day
from vnnews.read.html.tree import line, parse, text_of

_MOST_UNPACKED = 100_000_000
_SHORTEST_TITLE = 18
_ARTICLE_PATH = re.compile(
    r"\d{4,}|\.(?:html?|htm|aspx|chn|shtml|php|vnp|vgp|bbp|epi)$|/[a-z\d]+(?:-[a-z\d]+){4,}|[?&](?:id|itemid|articleid|p)=\d+",
    re.I,
)
_NOT_ARTICLE = re.compile(
    r"/(?:tag|tags|tu-khoa|chu-de|author|tac-gia|category|chuyen-muc|search|tim-kiem|rss|login|dang-nhap|lien-he|contact|"
    r"gioi-thieu|video|podcast|page)(?:/|$)|\.(?:pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif|mp3|mp4)$",
    re.I,
)
_NEXT = re.compile(
    r"^(?:trang (?:sau|tiếp|kế)|tiếp theo|tiếp|sau|xem tiếp|next(?: page)?|older(?: posts)?|[›»>]|&gt;|>>)\W*$", re.I
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed, sitemap or list names: absolute address, ISO day where stated, title where stated."""

    url: str
    published: str | None = None
    title: str | None = None


def read_feed(data: bytes, address: str) -> list[Entry]:
    """The entries of an RSS (0.9 to 2.0, RDF) or Atom feed, in its order; dates are days in Vietnam.

    Raises InputError when `data` is no feed.
    """
    root = _xml(data)
    items = [e for e in root.iter() if _local(e) in ("item", "entry")]
    if _local(root) not in ("rss", "rdf", "feed") and not items:
        raise InputError("not an RSS or Atom feed", "give the address of the feed, or use --list for a page of links")
    entries = (_entry(item, address) for item in items)
    return _once(e for e in entries if e is not None)


def read_sitemap(data: bytes, address: str) -> tuple[list[Entry], list[Entry]]:
    """The pages and the further sitemaps that a sitemap names. Raises InputError when `data` is no sitemap."""
    root = _xml(_unzip(data))
    kind = _local(root)
    if kind not in ("urlset", "sitemapindex"):
        raise InputError("not a sitemap", "give the address of the sitemap, often /sitemap.xml")
    named = []
    for child in root:
        where = _text(child, "loc")
        if where:
            day = _day(_text(child, "publication_date") or _text(child, "lastmod"))
            named.append(Entry(urljoin(address, where), day, _text(child, "title") or None))
    return ([], _once(named)) if kind == "sitemapindex" else (_once(named), [])


def read_list(page: str, address: str) -> tuple[list[Entry], str | None]:
    """The articles that a page of links names, in its order, and the address of the list's next page, if any."""
    root = parse(page)
    following = _next_page(root, address)
    _prune_menus(root)
    found: dict[str, str] = {}
    for link in root.iter("a"):
        url, title = _target(link, address), text_of(link) or line(link.get("title") or "")
        if url and len(title) > len(found.get(url, "")):
            found[url] = title
    return [Entry(url, None, title) for url, title in found.items() if len(title) >= _SHORTEST_TITLE], following


def _prune_menus(root: HtmlElement) -> None:
    """Take menus, footers and the like out of a list page; unlike in articles, lists of links stay."""
    for element in list(root.iter("nav", "footer", "header")):
        if element.getparent() is not None and element.find(".//article") is None:
            element.drop_tree()


def _next_page(root: HtmlElement, address: str) -> str | None:
    """The address of the page that goes on after this one: rel=next, or a link called "next"; same site only."""
    for element in root.iter("link", "a"):
        named = "next" in (element.get("rel") or "").lower().split()
        if named or (element.tag == "a" and _NEXT.match(text_of(element) or line(element.get("title") or ""))):
            url = _absolute(element.get("href"), address)
            if url and urlsplit(url).netloc == urlsplit(address).netloc and url != address:
                return url
    return _next_number(root, address)


def _next_number(root: HtmlElement, address: str) -> str | None:
    """The address behind the next number of a row of page numbers ("1 2 3"), for lists with nothing more telling."""
    found: dict[int, str] = {}
    from_zero = False
    for link in root.iter("a"):
        shown, url = text_of(link), _absolute(link.get("href"), address)
        number = _page_number(url) if url else None
        if url is None or number is None or not shown.isdecimal() or urlsplit(url).netloc != urlsplit(address).netloc:
            continue
        if number in (int(shown), int(shown) - 1):
            found.setdefault(number, url)
            from_zero = from_zero or number < int(shown)
    here = _page_number(address)
    if here is None:
        here = 0 if from_zero else 1
    return found.get(min((n for n in found if n > here), default=-1))


_PAGE_NUMBER = re.compile(
    r"[?&](?:page|trang|p|pg|paged|start|pageindex|currentpage|cur)=(\d{1,4})(?:&|$)|/(?:page|trang|p)[/-]?(\d{1,4})(?:\.\w+)?/?$",
    re.I,
)


def _page_number(url: str) -> int | None:
    """The page number in the address of a list's page."""
    found = _PAGE_NUMBER.search(url)
    return int(found[1] or found[2]) if found else None


def links(root: HtmlElement, address: str) -> Iterator[str]:
    """The absolute web addresses that a page links to, in order."""
    for element in root.iter("link", "a"):
        url = _absolute(element.get("href"), address)
        if url:
            yield url


def _target(link: HtmlElement, address: str) -> str | None:
    """Where a link leads, when that looks like an article of the same site."""
    url = _absolute(link.get("href"), address)
    if url is None or _site(url) != _site(address):
        return None
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return url if _ARTICLE_PATH.search(path) and not _NOT_ARTICLE.search(parts.path) else None


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")


def _absolute(href: str | None, address: str) -> str | None:
    try:
        url = urljoin(address, (href or "").strip()).split("#")[0]
        return url if href and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _xml(data: bytes) -> etree._Element:
    """The root of an XML document; no entity of it is resolved and nothing outside it is read."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("not XML", "give the address of a feed or sitemap") from error
    if root is None:
        raise InputError("not XML", "give the address of a feed or sitemap")
    return root


def _unzip(data: bytes) -> bytes:
    """Sitemaps may be gzip files; one that unpacks to an absurd size is refused."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        unpacker = zlib.decompressobj(wbits=31)
        out = unpacker.decompress(data, _MOST_UNPACKED)
    except zlib.error as error:
        raise InputError("a damaged gzip file", "try again") from error
    if unpacker.unconsumed_tail:
        raise InputError("the sitemap is too large", "give one of the sitemaps that it is made of")
    return out


def _local(element: etree._Element) -> str:
    """The element's name without its namespace, in lower case; "" for what is no element."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (e for e in element.iter() if _local(e) == name and e is not element)


def _text(element: etree._Element, name: str) -> str:
    return line(next((e.text or "" for e in _children(element, name)), ""))


def _entry(item: etree._Element, address: str) -> Entry | None:
    links = list(_children(item, "link"))
    alternate = [e.get("href") for e in links if e.get("href") and e.get("rel", "alternate") == "alternate"]
    texts = [e.text for e in links if e.text and e.text.strip()]
    guid = next((e.text for e in _children(item, "guid") if e.get("isPermaLink") != "false"), None)
    url = _absolute(next(iter([*alternate, *texts, guid]), None), address)
    if url is None:
        return None
    stamps = (_text(item, name) for name in ("published", "pubdate", "date", "issued", "updated"))
    return Entry(
        url, next((day for day in map(_day, stamps) if day), None), html.unescape(_text(item, "title")) or None
    )


def _day(stamp: str) -> str | None:
    """The day in Vietnam of an RFC 822 or ISO 8601 time stamp; None for anything else."""
    day = iso_day(stamp)
    if day or not stamp:
        return day
    try:
        return vietnam_day(email.utils.parsedate_to_datetime(stamp))
    except (ValueError, TypeError):
        return None


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without repeated addresses."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.url, entry)
    return list(first.values())
