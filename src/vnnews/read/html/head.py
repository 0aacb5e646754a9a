"""What a page claims about itself: JSON-LD, Open Graph, meta elements, link elements.

Claims are made by a content management system, not by the journalist; the field modules weigh them against the page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from vnnews.read.html.tree import line

ARTICLE_TYPES = frozenset(
    (
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting",
        "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "SocialMediaPosting",
        "Report"
    )
)  # fmt: skip
_LEFTOVER_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.I)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.abstract")
_AUTHORS = ("article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "sailthru.date", "parsely-pub-date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claims:
    """The page's word for its fields, likeliest first; texts on one line, entities resolved, empty ones left out.

    `is_article` is the word of its JSON-LD only: many a list calls itself "article" in og:type. `canonical` is the
    page's permanent address, `home` a front page that it gives as its address instead.
    """

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    canonical: str | None = None
    home: str | None = None
    language: str | None = None
    is_article: bool = False


def read_claims(root: HtmlElement, address: str | None) -> Claims:
    """Everything claimed in the page's head and data islands; `address` resolves relative links."""
    meta = _meta(root)
    linked = list(_articles(root))
    page_title = line(root.findtext(".//title") or "")
    claimed = _address(root, meta, address)
    is_home = claimed is not None and not urlsplit(claimed).path.strip("/") and not urlsplit(claimed).query
    return Claims(
        titles=_unique([_string(a.get("headline")) for a in linked], _pick(meta, _TITLES), [page_title]),
        descriptions=_unique([_string(a.get("description")) for a in linked], _pick(meta, _DESCRIPTIONS)),
        authors=_unique(
            [" - ".join(filter(None, _names(a.get("author")))) for a in linked],
            [n for a in linked for n in _names(a.get("author"))],
            _pick(meta, _AUTHORS),
        ),
        dates=_unique(
            [_string(a.get(k)) for a in linked for k in ("datePublished", "dateCreated")], _pick(meta, _DATES)
        ),
        sites=_unique(
            _pick(meta, ("og:site_name", "application-name", "apple-mobile-web-app-title")),
            [n for a in linked for n in _names(a.get("publisher"))],
        ),
        canonical=None if is_home else claimed,
        home=claimed if is_home else None,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        is_article=bool(linked),
    )


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _string(element.get("content"))
        if name and content:
            out.setdefault(name.strip().lower(), []).append(content)
    return out


def _pick(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _unique(*groups: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group if value))


def _string(value: Any) -> str:
    """A claimed text on one line; content systems often escape twice, so entities left over are resolved."""
    if not isinstance(value, str):
        return ""
    for _ in range(2):
        if not _LEFTOVER_ENTITY.search(value):
            break
        value = html.unescape(value)
    return line(value)


def _names(value: Any) -> list[str]:
    """The names in a JSON-LD author or publisher: a string, an object, or a list of either."""
    if isinstance(value, list):
        return [n for v in value for n in _names(v)]
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value) if isinstance(value, list) else [_string(value)]
    return [_string(value)]


def _articles(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield from _walk(_load(script.text), depth=0)


def _load(text: str) -> Any:
    """JSON as found in pages: line ends inside strings and a CDATA or comment wrapper are forgiven."""
    text = text.strip().removeprefix("//<![CDATA[").removeprefix("<!--").removesuffix("-->").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The article objects in a JSON-LD value, also inside @graph and lists."""
    if depth > 6:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _walk(entry, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind in ARTICLE_TYPES for kind in named):
            yield data
        else:
            yield from _walk(data.get("@graph"), depth + 1)


def _address(root: HtmlElement, meta: dict[str, list[str]], address: str | None) -> str | None:
    """The page's permanent address: rel=canonical, else og:url."""
    links = [e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for href in [*links, *meta.get("og:url", ())]:
        try:
            full: str = urljoin(address or "", (href or "").strip())
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return full
    return None


def base_of(root: HtmlElement, address: str | None) -> str | None:
    """The address that the page's relative links are relative to: its base element's, else its own."""
    for element in root.iter("base"):
        try:
            return urljoin(address or "", (element.get("href") or "").strip()) or address
        except ValueError:
            break
    return address
