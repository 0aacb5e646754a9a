"""The lead (sapo): the summary paragraph between the title and the text, and the dateline code in front of it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from vnnews.read.html.head import Claims
from vnnews.read.html.pieces import Piece
from vnnews.read.html.tree import Weight, text_of, tokens, units

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:\w*sapo\w*|lead|leadin|\w*-lead|article-?(?:summary|lead|intro|description)|tom[ -]?tat\w*|"
    r"trich[ -]?dan|"
    r"trich[ -]?yeu|mo[ -]?ta|hometext|news-?hometext|home-?text|sum|\w*summary\w*|introtext|intro|excerpt|"
    r"field-name-field-(?:lead|intro|summary\w*)|"
    r"standfirst|sub[ -]?head|description|desc|dek|news-?desc\w*|short-?content|short-?desc\w*|brief|chapeau|"
    r"gioi-?thieu|detail-?head)(?=$|[\s_-])"
)
_LONGEST = 1200
_SHORTEST = 30
_OPENING = 60
_ALONE = 45
_NEAR = 60
_INTO_BODY = 12
_OF_FORM = re.compile(r"Mso|drop|first|align|text-|has-|justify", re.I)
"""Classes that tell how a paragraph looks, not what it is."""
_APART = 3
"""A body of fewer paragraphs does not tell by its classes which of them is the lead."""
_SENTENCE = re.compile(r"[.!?…][\"”')]?$")
_BARE = re.compile(r"^([A-ZĐ]{2,8}(?:\.VN)?)\s[-–—]\s(?=[\"“]?[^\W\d_a-z])")
_BRACKET = re.compile(r"^\s*[(\[]\s*([\w.,&@ /-]{2,40}?)\s*[)\]]\s*[-–—.:,]*\s*")


def find_lead(
    weights: dict[HtmlElement, Weight], claims: Claims, title: HtmlElement | None, body: HtmlElement
) -> HtmlElement | None:
    """The element that shows the lead, between the title and the text or at the text's beginning; None without one."""
    nearby = _between(weights, title, body)
    for element in nearby:
        if _NAMED.search(tokens(element)) and _fits(element):
            return element
    claimed = {_opening(d) for d in claims.descriptions if len(d) >= _SHORTEST}
    for element in nearby:
        if not weights[body].holds(weights[element]) and _fits(element) and _opening(text_of(element)) in claimed:
            return element
    alone = _standing_alone(weights, title, body)
    return alone if alone is not None else _classed_apart(weights, title, body)


def _classed_apart(
    weights: dict[HtmlElement, Weight], title: HtmlElement | None, body: HtmlElement
) -> HtmlElement | None:
    """The first paragraph, where it has a class of its own and all that follow it share another ("pHead", "pBody")."""
    begin = weights[title].last if title is not None else -1
    paragraphs = [
        e for e in body.iter("p") if e in weights and weights[e].place > begin and weights[e].text >= _OPENING
    ]
    classes = [(e.get("class") or "").strip() for e in paragraphs]
    if len(classes) < _APART or not classes[0] or _OF_FORM.search(classes[0]):
        return None
    apart = classes[0] != classes[1] and len(set(classes[1:])) == 1
    return paragraphs[0] if apart and _fits(paragraphs[0]) else None


def _standing_alone(
    weights: dict[HtmlElement, Weight], title: HtmlElement | None, body: HtmlElement
) -> HtmlElement | None:
    """The one paragraph that stands between title and text, in neither."""
    if title is None:
        return None
    begin, end = weights[title].last, weights[body].place
    found = [e for e, _ in units(weights) if begin < weights[e].place < end and not weights[e].holds(weights[body])]
    if len(found) != 1 or not _fits(found[0]) or weights[found[0]].link_share or weights[found[0]].text < _ALONE:
        return None
    return found[0] if _SENTENCE.search(text_of(found[0])) else None


def lead_among(pieces: list[Piece]) -> int | None:
    """The place of the lead among the first pieces of the body, where the markup sets one paragraph off; else None."""
    for i, piece in enumerate(pieces[:4]):
        if piece.kind == "figure" or piece.caption:
            continue
        if piece.kind not in ("paragraph", "heading", "quote") or not _SHORTEST <= len(piece.text) <= _LONGEST:
            return None
        others = [p for p in pieces[i + 1 :] if p.kind == "paragraph" and len(p.text) > _OPENING]
        set_off = piece.covered_by("bold") or (piece.kind == "heading" and len(piece.text) > 90)
        if set_off and len(piece.text) > _OPENING and others and not all(p.covered_by("bold") for p in others):
            return i
        return None
    return None


def split_code(text: str) -> tuple[str | None, str]:
    """A dateline code in front of a lead, and the rest: "(TTXVN) - Sáng nay..." gives ("TTXVN", "Sáng nay...")."""
    found = _BRACKET.match(text) or _BARE.match(text)
    if found is None or len(text) - found.end() < _SHORTEST:
        return None, text
    return found[1].strip(), text[found.end() :]


def _between(weights: dict[HtmlElement, Weight], title: HtmlElement | None, body: HtmlElement) -> list[HtmlElement]:
    """The elements after the title, in order, up to the first few of the body; none that hold title or body."""
    begin = weights[title].last if title is not None else weights[body].place - _NEAR
    end = max(weights[body].place, begin) + _INTO_BODY
    return [
        e
        for e, w in weights.items()
        if begin < w.place <= min(end, weights[body].last) and not (e is body or w.holds(weights[body]))
    ]


def _fits(element: HtmlElement) -> bool:
    return _SHORTEST <= len(text_of(element)) <= _LONGEST


def _opening(text: str) -> str:
    return re.sub(r"\W+", "", split_code(text)[1].casefold())[:_OPENING]
