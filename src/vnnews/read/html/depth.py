"""Pages that nest hundreds of elements, as unclosed tags make them: brought to a depth at which they can be walked."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

DEEPEST = 150
"""Elements below this depth become siblings of the one that held them; the order of the text stays."""
_TOO_DEEP = etree.XPath(f"boolean(//*[count(ancestor::*) > {DEEPEST}])")
_BOXES = re.compile(
    r"</?(?:div|span|font|b|i|u|strong|em|center|section|article|big|small|blockquote|a|ul|ol|dl)\b[^>]*>", re.I
)


def without_boxes(html: str) -> str:
    """The markup without the elements that nest; for pages deeper than the parser goes at all."""
    return _BOXES.sub(" ", html)


def flatten(root: HtmlElement) -> None:
    """Make a tree no deeper than `DEEPEST`, in place."""
    if not _TOO_DEEP(root):
        return
    pending = [(root, 0)]
    while pending:
        element, depth = pending.pop()
        children = list(element)
        if depth < DEEPEST:
            pending += [(child, depth + 1) for child in children]
        elif children:
            _hoist(element, children)
            pending += [(child, depth) for child in children]


def _hoist(element: HtmlElement, children: list[HtmlElement]) -> None:
    """Put children behind the element that held them; what followed it follows the last of them."""
    tail, element.tail = element.tail, None
    anchor = element
    for child in children:
        anchor.addnext(child)
        anchor = child
    anchor.tail = (anchor.tail or "") + (tail or "") or None
