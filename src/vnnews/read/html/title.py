"""The title: the headline as the reader sees it, without the site's name around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from vnnews.read.html.dateforms import find_date
from vnnews.read.html.head import Claims
from vnnews.read.html.tree import BLOCKS, Weight, line, text_of, tokens, units
from vnnews.vietnamese.normalise import strip_marks

_LONGEST = 300
_LONG_PIECE = 20
_LEAST_WORDS = 4
"""A shorter text that repeats a claimed title is a title only as a heading; else it names a section of the site."""
_HEADING_TAGS = ("h1", "h2", "h3", "h4")
_LONG_RAW = 2000
_REACH, _FADE = 40, 0.05
_ALIKE = 60
"""From this likeness (0 to 100) on, a heading of the page and a claimed title are taken for the same title."""
_PARTS = re.compile(r"\s+(?:[|»«›·•]|::|-|–|—|::?\.|\.::?|:\.|\.:)\s+|\s*\|\s*|\s*::\s*|\s*(?:\.:|:\.)\s*")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:\w*title\w*|head-?line|\w*tieu[ -]?de\w*|entry-title|subject|tde|tit|td-?bai\w*)(?=$|[\s_-])"
)
_NOT_NAMED = re.compile(
    r"site-?title|box-?title|portlet-?title|title-?(?:box|cate|block|menu|page)|cate\w*-?title|web-?title|widget|relat|lien-?quan|khac"
)
_SITE = re.compile(
    r"^(?:báo\b(?! (?:động|cáo|hiệu|hại|ơn|đáp|giá|tin|chí|oán))|tạp chí|cổng (?:thông tin|ttđt|tt)|"
    r"trang (?:thông tin|chủ|tin)|đài (?:phát thanh|pt|th)|website\b|"
    r"portal\b|tin tức$|chi tiết(?: (?:tin|bài viết|tin tức))?$|in bài(?: viết)?$|bản in$|xem tin$|(?:news )?detail$|"
    r"news$|home$|ttxvn$|vietnamplus$)"
    r"|\b(?:online|portal|newspaper|điện tử)$|^https?:|^www\.|^\w+(?:\.\w+)*\.(?:vn|com|net|org)$",
    re.I,
)
_LARGE_FONTS = ("4", "5", "6", "7", "+1", "+2", "+3")
_HEADER = re.compile(r"(?:^|\s)(?:head|header|banner|logo|top|brand|site-?(?:name|title))(?:\s|$)")
_SIZE = re.compile(r"font-size\s*:\s*(\d+)")
_LARGE = re.compile(r"(?:^|\s)text-[2-6]?xl(?:\s|$)|(?:^|\s)fs-?[1-3](?:\s|$)")
_OWNER = re.compile(r"^(?:ubnd\b|[uủ][ỷy] ban nhân dân|sở\b|bộ\b|cục\b|tỉnh\b|huyện\b|department of|ministry of)", re.I)
"""Names that stand behind a title as the site's owner but before it as the article's subject."""


def find_title(root: HtmlElement, claims: Claims, address: str | None) -> tuple[str | None, HtmlElement | None]:
    """The title and the element that shows it; (claim, None) when nothing on the page confirms what the head claims.

    What stands on the page wins over what the head claims, as long as one of both confirms the other.
    """
    sites = _site_names(claims, address)
    claimed = [t for t in (strip_site(t, sites) for t in claims.titles) if t]
    shown = [
        (text, element)
        for text, element in _headings(root)
        if not _is_site(text, sites) and not _in_site_name(text, claims, sites)
    ]
    best = _agreeing(shown, claimed)
    if best is not None:
        return best
    element = _same_text(root, [*claimed, *_parts(claims.titles)])
    if element is None:
        element = _fuller_text(root, claimed)
    if element is not None:
        return text_of(element), element
    if len(shown) == 1:
        return shown[0]
    return (claimed[0], None) if claimed and not _SITE.search(claimed[0]) else (None, None)


def nearest_title(
    weights: dict[HtmlElement, Weight], body: HtmlElement, claims: Claims, address: str | None
) -> tuple[str, HtmlElement] | None:
    """The element that stands like a title closest before the text: a heading, a title by class, large or bold type."""
    sites = _site_names(claims, address)
    elements = list(weights)
    inside = (e for e, _ in units(weights) if weights[body].holds(weights[e]))
    begin = next((weights[e].place for e in inside if not _holds_block(e)), weights[body].place)
    best, best_score = None, 0.0
    for element in elements[max(0, begin - _REACH) : begin + 1]:
        score = _stands_out(element) - (begin - weights[element].place) * _FADE
        if (
            score > best_score
            and _fits(element, weights[element])
            and not _in_site_name(text_of(element), claims, sites)
            and not _is_site(text_of(element), sites)
        ):
            best, best_score = element, score
    return (text_of(best), best) if best is not None else None


def _holds_block(element: HtmlElement) -> bool:
    return any(e.tag in BLOCKS for e in element.iterdescendants())


def is_headline(element: HtmlElement, weight: Weight) -> bool:
    """Whether an element stands out as headlines do, and is worded like one."""
    return (
        _stands_out(element) >= _HEADLINE and _fits(element, weight) and len(text_of(element).split()) >= _LEAST_WORDS
    )


_HEADLINE = 3.0


def _fits(element: HtmlElement, weight: Weight) -> bool:
    """Whether an element's text could be a headline: neither label nor paragraph, no link, no date."""
    text = text_of(element) if 10 < weight.text <= _LONGEST else ""
    unlinked = weight.links * 2 < weight.text or _is_own_heading(element)
    return bool(text) and unlinked and not text.endswith((".", ":")) and find_date(text) is None


def _is_own_heading(element: HtmlElement) -> bool:
    """Whether a linked text is still a headline: named so, and alone, as old portals link a title to its own page."""
    links = [e for e in element.iter("a") if text_of(e)]
    alone = len(links) == 1 and text_of(links[0]) == text_of(element)
    return alone and (element.tag in ("h1", "h2") or bool(_NAMED.search(tokens(element))))


def _stands_out(element: HtmlElement) -> float:
    """How much an element looks like a headline, by its name, its class and the size of its type."""
    words, style = tokens(element), (element.get("style") or "").lower()
    if words and _NOT_NAMED.search(words):
        return 0.0
    size = _SIZE.search(style)
    large = (size is not None and int(size[1]) >= 16) or bool(_LARGE.search(words))
    large = large or (element.tag == "font" and (element.get("size") or "") in _LARGE_FONTS)
    score = {"h1": 5.0, "h2": 4.0, "h3": 3.5, "h4": 3.0, "dt": 3.0}.get(str(element.tag), 0.0)
    return max(score, 3.5 if words and _NAMED.search(words) else 0.0, 3.0 if large else 0.0)


def _parts(titles: tuple[str, ...]) -> list[str]:
    """The pieces of claimed titles that are long enough to be a title themselves, longest first."""
    pieces = {title[start:end].strip() for title in titles for start, end in _pieces(title)}
    return sorted((p for p in pieces if len(p) > _LONG_PIECE), key=len, reverse=True)


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
    return _NO_LETTER.sub("", text.casefold())


_NO_LETTER = re.compile(r"\W+")
_LETTER = re.compile(r"\w")


def _is_named(text: str, sites: tuple[str, ...]) -> bool:
    """Whether a text is one of the names the site gives itself, give or take a word."""
    plain = _plain(text)
    return not plain or any(plain == s or (len(s) > 4 and s in plain and len(plain) < len(s) + 14) for s in sites)


def _is_site(text: str, sites: tuple[str, ...], *, owner: bool = False) -> bool:
    """Whether a piece of a title is a name of the site, not of the article."""
    if _is_named(text, sites):
        return True
    return len(text.split()) <= 14 and bool(_SITE.search(text) or (owner and _OWNER.search(text)))


def _in_site_name(text: str, claims: Claims, sites: tuple[str, ...]) -> bool:
    """Whether a heading is part of a claimed title that holds nothing but the site's name."""
    plain = _plain(text)
    return any(plain in _plain(t) and (not strip_site(t, sites) or _is_site(t, sites)) for t in claims.titles)


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
            score = _likeness(text.casefold(), claim.casefold())
            if score > best_score:
                best, best_score = (text, element), score
    return best


def _likeness(shown: str, claim: str) -> float:
    """How alike two titles are, 0 to 100; a claim cut short counts as far as it goes, a site's name in it does not."""
    whole = fuzz.token_sort_ratio(shown, claim)
    if min(len(shown), len(claim)) * 2 < max(len(shown), len(claim)) or len(claim) < _LONG_PIECE:
        return whole
    return max(whole, fuzz.partial_ratio(shown, claim))


def _same_text(root: HtmlElement, claimed: list[str]) -> HtmlElement | None:
    """The deepest element that shows a claimed title and nothing else, outside links where there is a choice."""
    wanted = {_plain(t) for t in claimed if len(t) > 12}
    first = {plain[:1] for plain in wanted}
    if not wanted:
        return None
    linked: HtmlElement | None = None
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "strong", "b", "td", "font", "a"):
        if len(element) > 3:
            continue
        folded = "".join(element.itertext())[:_LONG_RAW].casefold()
        letter = _LETTER.search(folded)
        # The first letter settles it for nearly all.
        if (letter[0] if letter else "") not in first or _NO_LETTER.sub("", folded) not in wanted:
            continue
        text = text_of(element)
        if len(text.split()) < _LEAST_WORDS and element.tag not in _HEADING_TAGS:
            continue
        if len(text) <= _LONGEST and _plain(text) in wanted and not _in_header(element):
            if not any(a.tag == "a" for a in (element, *element.iterancestors())) and element.find(".//a") is None:
                return _deepest(element)
            linked = linked if linked is not None else element
    return linked


def _fuller_text(root: HtmlElement, claimed: list[str]) -> HtmlElement | None:
    """The element that shows more of a title than the head claims: cut short there, left-out words, without marks."""
    wanted = [words for t in claimed if not _SITE.search(t) and len(words := _bare(t)) >= _LEAST_WORDS]
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "strong", "b", "td", "font") if wanted else ():
        if len(element) > 1 or element.find(".//a") is not None:
            continue
        text = text_of(element)
        if not len(text) <= _LONGEST or text.endswith((".", ":")) or _in_header(element) or _SITE.search(text):
            continue
        shown = _bare(text)
        if any(len(shown) <= _FULLER * len(words) and _in_order(words, shown) for words in wanted):
            return _deepest(element)
    return None


_FULLER = 3


def _bare(text: str) -> list[str]:
    """The words of a text without case and marks."""
    return re.findall(r"\w+", strip_marks(text).casefold())


def _in_order(words: list[str], others: list[str]) -> bool:
    """Whether all words stand among the others, in their order."""
    rest = iter(others)
    return all(word in rest for word in words)


def _in_header(element: HtmlElement) -> bool:
    """Whether an element stands in the page's head band, where the site writes its own name."""
    around = [element, *element.iterancestors()][:4]
    return any(e.tag == "header" or _HEADER.search(tokens(e)) for e in around)


def _deepest(element: HtmlElement) -> HtmlElement:
    """The same text one level further in, as far as it goes."""
    text = text_of(element)
    for child in element:
        if isinstance(child.tag, str) and text_of(child) == text:
            return _deepest(child)
    return element
