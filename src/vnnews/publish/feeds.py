"""Atom feed and sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from vnnews.publish.settings import Site

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_URLS = 50_000
"""What the sitemap protocol lets one file hold."""


def atom(entries: Sequence[dict[str, Any]], site: Site) -> str:
    """The newest pages as an Atom feed (RFC 4287); the site must have an address.

    An entry's id is a tag URI (RFC 4151) of the article's own id: it stays when the page moves.
    """
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    home = site.url_of("index.html") or ""
    _put(feed, "id", home)
    _put(feed, "title", site.name or "News")
    if site.description:
        _put(feed, "subtitle", site.description)
    _put(feed, "updated", max((e["modified"] for e in entries), default="1970-01-01T00:00:00Z"))
    _put(feed, "link", "", rel="self", type="application/atom+xml", href=site.url_of("feed.xml") or "")
    _put(feed, "link", "", rel="alternate", type="text/html", href=home)
    host = urlsplit(home).hostname
    for e in entries:
        entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
        _put(entry, "id", f"tag:{host},{e['issued'][:4]}:{e['id']}")
        _put(entry, "title", e["title"])
        _put(entry, "link", "", rel="alternate", type="text/html", href=site.url_of(f"{e['slug']}.html") or "")
        _put(entry, "published", e["issued"])
        _put(entry, "updated", e["modified"])
        _put(etree.SubElement(entry, f"{{{ATOM}}}author"), "name", e["author"] or site.name or host or "")
        if e["translator"]:
            _put(etree.SubElement(entry, f"{{{ATOM}}}contributor"), "name", e["translator"])
        for topic in e["topics"]:
            _put(entry, "category", "", term=topic)
        if e["lead"]:
            _put(entry, "summary", e["lead"])
    return _text(feed)


def sitemap(entries: Sequence[dict[str, Any]], site: Site) -> Iterator[tuple[str, str]]:
    """(file name, content) of the sitemap: one file, or an index over several where they are too many for one."""
    pages = [(site.url_of(f"{e['slug']}.html") or "", e["modified"]) for e in entries]
    pages.insert(0, (site.url_of("index.html") or "", max((m for _, m in pages), default="")))
    pieces = [pages[i : i + MOST_URLS] for i in range(0, len(pages), MOST_URLS)]
    if len(pieces) == 1:
        yield "sitemap.xml", _urls("urlset", "url", pages)
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(pieces) + 1)]
    for name, piece in zip(names, pieces, strict=True):
        yield name, _urls("urlset", "url", piece)
    yield "sitemap.xml", _urls("sitemapindex", "sitemap", [(site.url_of(name) or "", "") for name in names])


def _urls(root: str, item: str, urls: Sequence[tuple[str, str]]) -> str:
    element = etree.Element(f"{{{SITEMAP}}}{root}", nsmap={None: SITEMAP})
    for address, modified in urls:
        url = etree.SubElement(element, f"{{{SITEMAP}}}{item}")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
        if modified:
            etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = modified
    return _text(element)


def _put(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if text:
        element.text = text


def _text(root: etree._Element) -> str:
    etree.indent(root, "")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).decode() + "\n"
