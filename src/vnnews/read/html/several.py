"""Pages that hold several whole articles one under the other, without links to pages of their own.

Bulletins and old portals print a day's news so. The articles are known by being alike: siblings of one name, each with
a headline that does not link elsewhere, prose, and a day or a byline of its own. The parts of a long text have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from vnnews.read.html.bylines import read_byline
from vnnews.read.html.dateforms import find_date
from vnnews.read.html.title import is_headline
from vnnews.read.html.tree import Weight, text_of

_LEAST_PROSE = 150
_LABEL = 90
_DATE_WORDS = 8


def articles_in(weights: dict[HtmlElement, Weight]) -> list[HtmlElement]:
    """The elements of a page that each hold one of several articles, in order; none where there is one only.

    They must hold most of the page's prose: a text with a list of teasers under it is one article.
    """
    best: list[HtmlElement] = []
    for parent, weight in weights.items():
        if weight.prose < 2 * _LEAST_PROSE:
            continue
        for alike in _alike(parent):
            found = [e for e in alike if e in weights and weights[e].prose >= _LEAST_PROSE]
            if len(found) < 2 or not all(_is_article(e, weights) for e in found):
                continue
            if sum(weights[e].prose for e in found) > sum(weights[e].prose for e in best):
                best = found
    whole = max((w.prose for w in weights.values()), default=0)
    return best if sum(weights[e].prose for e in best) * 2 > whole else []


def _alike(parent: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The children of an element by tag and class, where several have the same."""
    groups: dict[tuple[str, str], list[HtmlElement]] = {}
    for child in parent:
        groups.setdefault((str(child.tag), child.get("class") or ""), []).append(child)
    return (group for group in groups.values() if len(group) > 1)


def _is_article(element: HtmlElement, weights: dict[HtmlElement, Weight]) -> bool:
    inside = [e for e in element.iterdescendants() if e in weights]
    headlines = [e for e in inside if is_headline(e, weights[e])]
    if not headlines or any(link.get("href") for e in headlines for link in (*e.iter("a"), *e.iterancestors("a"))):
        return False
    return any(_signs(text_of(e)) for e in inside if 0 < weights[e].text <= _LABEL and e not in headlines)


def _signs(text: str) -> bool:
    """Whether a short line gives a day or names a writer, as a text of its own has it."""
    return read_byline(text) is not None or (find_date(text) is not None and len(text.split()) <= _DATE_WORDS)
