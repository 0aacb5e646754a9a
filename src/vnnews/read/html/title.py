"""The title: the headline as the reader sees it, without the site's name around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from vnnews.read.html.head import Claims
from vnnews.read.html.tree import line, text_of, tokens

_LONGEST = 300
_ALIKE = 60
"""From this likeness (0 to 100) on, a heading of the page and a claimed title are taken for the same title."""
_PARTS = re.compile(r"\s+(?:[|»«›·•]|::|-|–|—|::?\.|\.::?|:\.|\.:)\s+|\s*\|\s*|\s*::\s*|\s*(?:\.:|:\.)\s*")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:\w*title\w*|head-?line|\w*tieu-?de\w*|entry-title|subject|tde|td-?bai\w*)(?=$|[\s_-])"
)
_NOT_NAMED = re.compile(
    r"site-?title|box-?title|title-?(?:box|cate|block|menu|page)|cate\w*-?title|web-?title|widget|relat|lien-?quan|khac"
)
_SITE = re.compile(
    r"^(?:báo\b|tạp chí|cổng (?:thông tin|ttđt|tt)|trang (?:thông tin|chủ|tin)|đài (?:phát thanh|pt|th)|website\b|"
    r"portal\b|tin tức$|chi tiết|(?:news )?detail$|news$|home$|ttxvn$|vietnamplus$)"
    r"|\b(?:online|portal|newspaper|điện tử)$|^https?:|^www\.|^\w+(?:\.\w+)*\.(?:vn|com|net|org)$",
    re.I,
)
_OWNER = re.compile(r"^(?:ubnd\b|[uủ][ỷy] ban nhân dân|sở\b|bộ\b|cục\b|tỉnh\b|huyện\b|department of|ministry of)", re.I)
"""Names that stand behind a title as the site's owner but before it as the article's subject."""


def find_title(root: HtmlElement, claims: Claims, address: str | None) -> tuple[str | None, HtmlElement | None]:
    """The title and the element that shows it; (None, None) where the page has none.

    What stands on the page wins over what the head claims, as long as one of both confirms the other.
    """
    sites = _site_names(claims, address)
    claimed = [t for t in (strip_site(t, sites) for t in claims.titles) if t]
    shown = list(_headings(root))
    best = _agreeing(shown, claimed)
    if best is not None:
        return best
    element = _same_text(root, claimed)
    if element is not None:
        return text_of(element), element
    if len(shown) == 1 and not _is_site(shown[0][0], sites):
        return shown[0]
    named = _named(root, sites)
    if named is not None:
        return named
    return (claimed[0], None) if claimed else (None, None)


def strip_site(title: str, sites: tuple[str, ...]) -> str:
    """A claimed title without the site's or section's name before or after it; "" when nothing else is in it."""
    spans = list(_pieces(title))
    if len(spans) > 1:
        while spans and _is_site(title[slice(*spans[-1])], sites, owner=True):
            spans.pop()
    while spans and (_is_site(title[slice(*spans[0])], sites) if len(spans) > 1 else _is_named(title, sites)):
        del spans[0]
    return line(title[spans[0][0] : spans[-1][1]]) if spans else ""


def _pieces(title: str) -> Iterator[tuple[int, int]]:
    """Spans of the stretches between separators."""
    start = 0
    for mark in _PARTS.finditer(title):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < len(title):
        yield start, len(title)


def _site_names(claims: Claims, address: str | None) -> tuple[str, ...]:
    host = urlsplit(address or claims.canonical or "").hostname or ""
    names = [*claims.sites, host, host.removeprefix("www."), host.removeprefix("www.").split(".")[0]]
    return tuple(_plain(n) for n in names if n)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", "", text.casefold())


def _is_named(text: str, sites: tuple[str, ...]) -> bool:
    """Whether a text is one of the names the site gives itself, give or take a word."""
    plain = _plain(text)
    return not plain or any(plain == s or (len(s) > 4 and s in plain and len(plain) < len(s) + 14) for s in sites)


def _is_site(text: str, sites: tuple[str, ...], *, owner: bool = False) -> bool:
    """Whether a piece of a title is a name of the site, not of the article."""
    if _is_named(text, sites):
        return True
    return len(text.split()) <= 14 and bool(_SITE.search(text) or (owner and _OWNER.search(text)))


def _headings(root: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """The first-level headings with text, in order."""
    found = []
    for element in root.iter("h1"):
        text = text_of(element)
        if 3 < len(text) <= _LONGEST:
            found.append((text, element))
    return found


def _agreeing(shown: list[tuple[str, HtmlElement]], claimed: list[str]) -> tuple[str, HtmlElement] | None:
    """The heading of the page that a claimed title confirms best."""
    best, best_score = None, float(_ALIKE)
    for text, element in shown:
        for claim in claimed:
            score = fuzz.token_set_ratio(text.casefold(), claim.casefold())
            if score > best_score:
                best, best_score = (text, element), score
    return best


def _same_text(root: HtmlElement, claimed: list[str]) -> HtmlElement | None:
    """The deepest element that shows a claimed title and nothing else, outside links where there is a choice."""
    wanted = {_plain(t) for t in claimed if len(t) > 12}
    if not wanted:
        return None
    linked: HtmlElement | None = None
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "strong", "b", "td", "font", "a"):
        if len(element) > 3:
            continue
        text = text_of(element)
        if len(text) <= _LONGEST and _plain(text) in wanted:
            if not any(a.tag == "a" for a in (element, *element.iterancestors())) and element.find(".//a") is None:
                return _deepest(element)
            linked = linked if linked is not None else element
    return linked


def _deepest(element: HtmlElement) -> HtmlElement:
    """The same text one level further in, as far as it goes."""
    text = text_of(element)
    for child in element:
        if isinstance(child.tag, str) and text_of(child) == text:
            return _deepest(child)
    return element


def _named(root: HtmlElement, sites: tuple[str, ...]) -> tuple[str, HtmlElement] | None:
    """An element whose class says that it is a title and whose text looks like one."""
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "td", "font", "strong"):
        words = tokens(element)
        if not words or not _NAMED.search(words) or _NOT_NAMED.search(words):
            continue
        if element.tag == "span" and element.getparent() is not None and element.getparent().tag == "a":
            continue
        text = text_of(element)
        if 12 < len(text) <= _LONGEST and element.find(".//a") is None and not _is_site(text, sites):
            return text, element
    return None
