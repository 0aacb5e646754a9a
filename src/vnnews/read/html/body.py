"""Which element holds the text: the page's own word, names that content systems use, then density of prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from vnnews.read.html.tree import BLOCKS, Weight, tokens, units

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:article-?body|article-?content|content-?article|post-?content|entry-?content|story-?body|"
    r"main-?content|detail-?content|content-?detail|detail-?cmain|news-?content|content-?news|news-?detail|detail-?news|"
    r"fck_?detail|body-?html|news-?bodyhtml|bodytext|body-?text|journal-?content-?article|field-name-body|"
    r"field--name-body|ms-rtestate-field|\w*noi[ -]?dung\w*|chi[ -]?tiet\w*|the-?content|td-post-content|content-?fck|"
    r"cms-?body|content-?body|article__body|singular-content|contentdetail|mainbody|divcontent|post-body)(?=$|[\s_-])"
)
_NAME_BONUS = 1.6
_FADE = 0.55
"""What of a paragraph's weight reaches the next ancestor: the nearest common one of most paragraphs wins."""
_REACH = 5
_WIDEST, _WIDER = 3, 0.2
_BEFORE_TITLE = 0.25
_UNNAMED_LINES = frozenset(
    (
        "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "span", "font", "blockquote", "pre"
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """The element that holds the text, and which stage of the cascade found it."""

    element: HtmlElement
    stage: str


def find_body(
    weights: dict[HtmlElement, Weight], title: HtmlElement | None, given: HtmlElement | None = None
) -> Body | None:
    """The body of an article in a pruned page; None when there is no prose. `given` is what a recipe points at."""
    if given is not None and weights[given].text:
        return Body(given, "recipe")
    declared = _declared(weights)
    best = _densest(weights, title)
    if declared is not None and (best is None or weights[declared].prose * 2 >= weights[best].prose):
        return Body(declared, "declared")
    return Body(_widen(best, weights, title), "density") if best is not None else None


def _declared(weights: dict[HtmlElement, Weight]) -> HtmlElement | None:
    """The element that the page's microdata call the article's body."""
    marked = [e for e in weights if "articleBody" in (e.get("itemprop") or "")]
    return max(marked, key=lambda e: weights[e].text, default=None)


def _densest(weights: dict[HtmlElement, Weight], title: HtmlElement | None) -> HtmlElement | None:
    scores: dict[HtmlElement, float] = {}
    begin = weights[title].place if title is not None else 0
    for unit, prose in units(weights):
        share = float(prose) * (_BEFORE_TITLE if weights[unit].last < begin else 1.0)
        here = unit.getparent() if unit.tag in _UNNAMED_LINES else unit
        reach = _REACH
        while here is not None and here.tag != "html" and reach:
            if here.tag in BLOCKS:
                scores[here] = scores.get(here, 0.0) + share
                share *= _FADE
                reach -= 1
            here = here.getparent()
    return max(scores, key=lambda e: _rated(e, scores[e], weights[e]), default=None)


def _rated(element: HtmlElement, score: float, weight: Weight) -> float:
    words = tokens(element)
    bonus = _NAME_BONUS if words and _NAMED.search(words) else 1.0
    return score * bonus * (1.0 - weight.link_share)


def _widen(element: HtmlElement, weights: dict[HtmlElement, Weight], title: HtmlElement | None) -> HtmlElement:
    """The nearest ancestor that holds markedly more of the text, when what it adds is prose and not lists of links."""
    parent = element.getparent()
    for _ in range(_WIDEST):
        if parent is None or parent.tag in ("body", "html"):
            break
        if title is not None and weights[parent].holds(weights[title]) and not weights[element].holds(weights[title]):
            break
        more_prose = weights[parent].prose - weights[element].prose
        more_links = weights[parent].links - weights[element].links
        if more_prose >= _WIDER * weights[element].prose and more_links * 3 < more_prose:
            element = parent
        parent = parent.getparent()
    return element
