"""What stands above a text on its page: the pictures between title and text, and what comes before the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from vnnews.read.html.figures import tie_captions
from vnnews.read.html.pieces import Piece, cut_up
from vnnews.read.html.tree import Weight, tokens

_CAPTION = 300
_PORTRAIT = re.compile(r"\bava(?:tar?|\d)*\b|author|tac-?gia|noavatar|\busers?\b|profile|logo|banner")


def pictures_above(
    weights: dict[HtmlElement, Weight], heading: HtmlElement | None, body: HtmlElement, base: str | None
) -> list[Piece]:
    """The figures that stand between title and text, outside both; portraits of authors do not count."""
    if heading is None or heading not in weights:
        return []
    begin, end = weights[heading].last, weights[body].place
    pictures = [e for e, w in weights.items() if e.tag in ("img", "amp-img") and begin < w.place < end]
    boxes = dict.fromkeys(_box(e, begin, weights) for e in pictures if not _is_portrait(e))
    return [p for b in boxes for p in tie_captions(cut_up(b, base)) if p.kind == "figure"]


def _box(picture: HtmlElement, begin: int, weights: dict[HtmlElement, Weight]) -> HtmlElement:
    """The largest element around a picture that holds no prose and not the title."""
    box = picture
    for parent in picture.iterancestors():
        if parent not in weights or weights[parent].place <= begin or weights[parent].text > _CAPTION:
            break
        box = parent
    above = picture.getparent()
    return above if box is picture and above is not None else box


def _is_portrait(picture: HtmlElement) -> bool:
    """Whether a picture shows the author or stands for the site, by the names around it."""
    around = [picture, *picture.iterancestors()][:4]
    return any(_PORTRAIT.search(tokens(e)) for e in around) or bool(_PORTRAIT.search(picture.get("src") or ""))


def up(element: HtmlElement, body: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """(parent, child) from an element of the body up to the body."""
    child = element
    while child is not body:
        parent = child.getparent()
        if parent is None:
            return
        yield parent, child
        child = parent


def prose_before(heading: HtmlElement, body: HtmlElement, weights: dict[HtmlElement, Weight]) -> int:
    """How much prose of the body stands before an element of it."""
    siblings = (e for _, child in up(heading, body) for e in child.itersiblings(preceding=True))
    return sum(weights[e].prose for e in siblings if e in weights)
