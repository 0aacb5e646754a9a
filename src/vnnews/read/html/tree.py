"""The parsed page and what the other modules ask of it."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from vnnews.errors import NoArticleError
from vnnews.read.html.depth import flatten, without_boxes
from vnnews.vietnamese.normalise import clean

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "amp-story", "amp-accordion"
    )
)  # fmt: skip
"""Elements that begin a new line; everything else stands inside one."""

INVISIBLE = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "canvas",
        "select", "option", "button", "input", "textarea", "datalist", "head", "link", "meta", "param", "audio",
        "video", "map", "area"
    )
)  # fmt: skip
"""Elements whose text nobody reads as part of an article."""

PROSE = 40
"""From this many letters on, a run of text outside links counts as prose: shorter runs are labels."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def parse(html: str) -> HtmlElement:
    """The page as a tree; comments and processing instructions are left out.

    Raises NoArticleError when there is no markup and no text in it at all.
    """
    text = unicodedata.normalize("NFC", html.replace("\0", ""))
    root, too_deep = _tree(text)
    if too_deep:
        root, _ = _tree(without_boxes(text))
    flatten(root)
    for element in root.xpath("//*[contains(name(), '-')]"):
        _known_by_name(element)
    return root


def _tree(text: str) -> tuple[HtmlElement, bool]:
    """The tree of some markup, and whether the parser gave up on its depth."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise NoArticleError("the page is empty", "save the page again, with its text in view") from error
    return root, any("depth" in entry.message.lower() for entry in parser.error_log)


def _known_by_name(element: HtmlElement) -> None:
    """Make a custom element (<news-body>) a plain one with its name as class; AMP's own are known."""
    name = str(element.tag)
    if name.startswith("amp-"):
        return
    parent = element.getparent()
    inline = parent is not None and parent.tag in ("p", "span", "a", "b", "i", "strong", "em")
    element.tag = "span" if inline else "div"
    element.set("class", f"{element.get('class') or ''} {name}".strip())


def line(text: str) -> str:
    """Cleaned text on one line: runs of white space become one space, none at the ends."""
    return _short_line(text) if len(text) <= _SHORT else " ".join(clean(text).split())


@functools.lru_cache(maxsize=4_000)
def _short_line(text: str) -> str:
    """`line` of a label or heading, which the steps of reading ask for again and again and pages of a site share."""
    return " ".join(clean(text).split())


_SHORT = 120


def text_of(element: HtmlElement) -> str:
    """All text under an element that is meant to be read, as one line; blocks are parted by a space."""
    if not len(element):
        return line(element.text) if element.text and element.tag not in INVISIBLE else ""
    runs: list[str] = []
    _collect(element, runs)
    return line("".join(runs))


def _collect(element: HtmlElement, runs: list[str]) -> None:
    """Add what is read of an element to `runs`; a list, for nested generators hand each run up every level."""
    tag = element.tag
    if tag in INVISIBLE:
        return
    apart = tag in BLOCKS or tag == "br"
    if apart:
        runs.append(" ")
    if text := element.text:
        runs.append(text)
    for child in element:
        _collect(child, runs)
        if tail := child.tail:
            runs.append(tail)
    if apart:
        runs.append(" ")


def tokens(element: HtmlElement) -> str:
    """Class, id and kindred attributes as lower-case words: "relatedNews-box" gives "related news-box"."""
    given = element.keys()
    if not given:
        return ""
    return _words(" ".join([element.get(name, "") for name in _NAMING if name in given]))


_NAMING = ("class", "id", "type", "role", "data-component")


@functools.lru_cache(maxsize=20_000)
def _words(names: str) -> str:
    return _HUMP.sub(" ", names).lower()


def is_hidden(element: HtmlElement) -> bool:
    """Whether the page itself hides the element from its readers."""
    if not element.keys():
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


@dataclass(slots=True)
class Weight:
    """How much an element holds, in characters: all text, text inside links, prose; and its place in the page.

    `place` counts elements in document order, `last` is the place of the last element inside.
    """

    text: int = 0
    links: int = 0
    prose: int = 0
    place: int = 0
    last: int = 0

    def holds(self, other: Weight) -> bool:
        """Whether the other element is this one or stands inside it."""
        return self.place <= other.place <= self.last

    @property
    def link_share(self) -> float:
        """The share of the text that stands inside links, 0 to 1."""
        return self.links / self.text if self.text else 0.0


def weigh(root: HtmlElement) -> dict[HtmlElement, Weight]:
    """The weight of every element under `root`, in document order; prose is text outside links in longer runs."""
    weights = {element: Weight(0, 0, 0, place, place) for place, element in enumerate(root.iter("*"))}
    boxes: set[HtmlElement] = set()
    for element, own in reversed(weights.items()):
        if element.tag not in INVISIBLE:
            _weigh_one(element, own, weights, boxes)
        elif len(element):
            own.last = weights[element[-1]].last
    return weights


def _weigh_one(element: HtmlElement, own: Weight, weights: dict[HtmlElement, Weight], boxes: set[HtmlElement]) -> None:
    """Fill in one element's weight from its children's; `boxes` remembers which hold a block."""
    text = element.text
    direct = len(text.strip()) if text else 0
    linked = links = prose = boxed = 0
    holds_block = False
    for child in element:
        inner = weights[child]
        own.last = inner.last
        if child.tag in BLOCKS or child in boxes:
            holds_block = True
            boxed += inner.text
            prose += inner.prose
            links += inner.links
        else:
            direct += inner.text
            linked += inner.links
        if tail := child.tail:
            direct += len(tail.strip())
    own.text = boxed + direct
    if holds_block:
        boxes.add(element)
    if element.tag == "a":
        own.links = own.text
        return
    own.links = links + linked
    if direct - linked >= PROSE and linked * 2 < direct:
        prose += direct - linked
    own.prose = prose


def units(weights: dict[HtmlElement, Weight]) -> Iterator[tuple[HtmlElement, int]]:
    """(element, prose) of the innermost elements with prose of their own."""
    for element, weight in weights.items():
        if weight.prose:
            own = weight.prose - sum(weights[c].prose for c in element if c in weights)
            if own > 0:
                yield element, own
