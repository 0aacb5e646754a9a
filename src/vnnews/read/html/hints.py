"""What the markup tells of an element besides its text: how it is set, whether it is a caption, which picture it is."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from vnnews.read.html.tree import text_of, tokens

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:\w*caption\w*|chu-?thich\w*|img-?(?:note|desc|title)|image-?(?:note|desc\w*)|photo-?(?:note|desc\w*)|"
    r"wp-caption-text|desc-?img|note-?img|[a-z]?cap)(?=$|[\s_-])"
)
_CENTRE = re.compile(r"text-align\s*:\s*center", re.I)
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.I)
_ALIGNED = re.compile(
    r"(?:^|\s)(?:(?P<centre>text-?center|align-?center|rte-?center|has-text-align-center)|"
    r"text-?right|align-?right|rte-?right|has-text-align-right)(?=$|\s)"
)
"""Classes that Bootstrap, CKEditor, Drupal and WordPress set for alignment."""
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_BOLD_CLASS = re.compile(r"(?:^|\s)(?:f(?:ont)?-?(?:semi)?bold|fw-?(?:bold|semibold|[67]00)|bold|dam)(?:\s|$)")
_ICON = re.compile(
    r"(?:^|[/_.-])(?:icons?|ico|logo\w*|spacer|blank|pixel|transparent|loading|emoticons?|smil\w+|bullet\w*|arrow\w*|"
    r"print(?:er)?|email|rss|facebook|zalo|twitter|button\w*|btn\w*)(?=[/_.-]|$)", re.I
)  # fmt: skip
_SIZE = re.compile(r"^\s*(\d+)\s*(?:px)?\s*$")
_LONGEST_CAPTION = 300
_SENTENCE = 160
_LINES = 2
"""Lines that stand with a picture in one box: its caption and its credit. More are a short text."""
_SMALLEST = 60


def is_bold(element: HtmlElement) -> bool:
    """Whether a block sets all its text in bold by style or class."""
    style = element.get("style")
    return bool((style and _BOLD_STYLE.search(style)) or _BOLD_CLASS.search(element.get("class") or ""))


def alignment(element: HtmlElement) -> str:
    """How an element aligns its text: "left", "right", "centre", or "" where it does not say."""
    style, align = element.get("style") or "", (element.get("align") or "").lower()
    named = _ALIGNED.search(tokens(element))
    if element.tag == "center" or align in ("center", "middle") or _CENTRE.search(style) or (named and named["centre"]):
        return "centre"
    if align == "right" or _RIGHT.search(style) or named:
        return "right"
    return "left" if align or "text-align" in style else ""


def is_caption(element: HtmlElement) -> bool:
    """Whether an element is named a caption by its class or id."""
    words = tokens(element)
    return bool(words and _CAPTION.search(words))


def frames_picture(element: HtmlElement) -> bool:
    """Whether the element is a box around a picture, so that the words in it are the caption."""
    if element.find(".//img") is None and element.find(".//amp-img") is None:
        return False
    if element.tag == "figure":
        return True
    if element.tag not in ("p", "center", "table", "div", "td"):
        return False
    if element.tag in ("div", "td") and sum(not len(e) and bool(text_of(e)) for e in element.iter("p", "div")) > _LINES:
        return False
    text = text_of(element)
    return bool(text) and len(text) <= _LONGEST_CAPTION and not (text.endswith(".") and len(text) > _SENTENCE)


def picture_url(element: HtmlElement, base: str | None) -> str | None:
    """The address of the picture that an img element stands for; None for icons, counters and placeholders."""
    sizes = [_SIZE.match(element.get(side) or "") for side in ("width", "height")]
    if any(size and int(size[1]) < _SMALLEST for size in sizes):
        return None
    for name in ("data-original", "data-src", "data-lazy-src", "data-lazy", "src", "data-srcset", "srcset"):
        value = (element.get(name) or "").strip()
        if name.endswith("srcset"):
            value = value.split(",")[-1].split()[0] if value.split(",")[-1].split() else ""
        if value and not value.startswith("data:") and not _ICON.search(value.rsplit("/", 1)[-1]):
            return absolute(base, value)
    return None


def absolute(base: str | None, href: str | None) -> str | None:
    """A link as an absolute web address where that is possible; None for scripts, anchors and empty ones."""
    href = (href or "").strip()
    if not href or href.startswith("#"):
        return None
    try:
        full = urljoin(base or "", href)
        scheme = urlsplit(full).scheme
    except ValueError:
        return None
    return full if scheme in ("", "http", "https", "mailto") else None
