"""Who wrote, photographed and translated: where on a page that is said, and which of several sayings counts.

A line that the journalists put under their text wins over a name in the page's frame (often the account that posted
it), and that over what the head claims.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from vnnews.read.headline import is_section
from vnnews.read.html.bylines import COPY_BUTTON, is_marked, is_role, named_alone, read_byline
from vnnews.read.html.dateforms import find_date
from vnnews.read.html.forms import NOBODY, Credits, is_nobody, is_office, looks_like_name, read_names
from vnnews.read.html.head import Claims
from vnnews.read.html.inline import cut
from vnnews.read.html.junk import junk_reason
from vnnews.read.html.pieces import Piece
from vnnews.read.html.tree import Weight, line, text_of, tokens

_SOURCE = re.compile(r"(?:^|[\s_-])(?:source|source-?name|nguon\w*|news-?source|\w+-source)(?=$|[\s_-])")
_NOT_SOURCE = re.compile(r"link|url|copy|original|origin\b|resource")
_BEFORE, _AFTER, _INTO = 25, 45, 15
"""How many elements before the title, after the text and into it, at both ends, may name somebody."""
_LONGEST = 120
_LAST = 6
"""How many of the last lines may be credits; above them a line of that form is part of the text."""
_SIGNED_WITHIN = re.compile(r"[.!?…”\"/)]\s*$")
_OFFICIAL = re.compile(
    r"^(?:TM|KT|TL|TUQ|Q)\.|^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|NƠI NHẬN)"
)


def framed_people(
    weights: dict[HtmlElement, Weight], heading: HtmlElement | None, body: HtmlElement | None, site: Iterable[str]
) -> Credits:
    """The people and the source that elements around title and text name; `site` are the site's own names."""
    own = {_plain(s) for s in site}
    found = NOBODY
    first = weights[heading].last if heading is not None and heading in weights else -1
    last = weights[body].place if body is not None else -1
    for element in _around(weights, heading, body):
        weight = weights[element]
        if not 0 < weight.text <= _LONGEST:
            continue
        if found.author is None:
            text = text_of(element)
            found = found.or_else(_posted(text)).or_else(_beside_date(element, text))
            if first < weight.place < last and element.tag in _ROWS and ":" in text:
                found = found.or_else(read_byline(text) or NOBODY)
        words = _marks(element)
        if not words:
            continue
        if found.author is None and is_marked(words) and not _in_junk(element):
            found = found.or_else(_without_site(_named(element), own))
        elif found.source_name is None and not len(element) and _SOURCE.search(words) and not _NOT_SOURCE.search(words):
            found = found.or_else(_sourced(element))
    return found


def _marks(element: HtmlElement) -> str:
    """What the markup calls an element: its `tokens`, property and relation."""
    if not element.keys():
        return ""
    return f"{tokens(element)} {element.get('itemprop') or ''} {element.get('rel') or ''}".strip()


@functools.lru_cache(maxsize=4_000)
def _posted(text: str) -> Credits:
    """The credits in a line of a name or labelled names and a date: "Hồng Vân - Quốc Thái | 12/03/2019 08:00"."""
    if find_date(text) is None:
        return NOBODY
    found = NOBODY
    for part in _BESIDE.split(_MOMENT.sub(" | ", text)):
        labelled = read_byline(part) if ":" in part or _KICKER.match(part) else None
        if labelled is not None:
            found = found.or_else(labelled)
        elif _could_sign(part) and not _OFFICIAL.search(part) and not _is_place(part):
            found = found.or_else(named_alone(part))
    return found


def _beside_date(element: HtmlElement, text: str) -> Credits:
    """The author in an element that holds a name and stands beside one that holds the date."""
    if len(element) or not 2 < len(text) <= _POSTED or element.tag in _HEADING_TAGS or not _could_sign(text):
        return NOBODY
    box, parent = element, element.getparent()
    if parent is not None and text_of(parent) == text:
        box = parent
    beside = [*islice(box.itersiblings(), _NEIGHBOURS), *islice(box.itersiblings(preceding=True), _NEIGHBOURS)]
    dated = any(find_date(near) is not None for near in map(text_of, beside) if len(near) <= _POSTED)
    return named_alone(text) if dated and not _is_place(text) else NOBODY


@functools.lru_cache(maxsize=4_000)
def _could_sign(text: str) -> bool:
    if _DIGIT.search(text) or not looks_like_name(text) or read_byline(text) is not None:
        return False
    return not is_office(text) and not _OFFICE.search(text) and not is_section(text.casefold())


_DIGIT = re.compile(r"\d")


def _is_place(text: str) -> bool:
    """Whether a text is the name of a province or district, as labels over articles are."""
    from vnnews.vietnamese.gazetteer import gazetteer

    return gazetteer().level(text) in ("province", "district")


_HEADING_TAGS = ("h1", "h2", "h3")
_NEIGHBOURS = 3
_ROWS = ("tr", "li", "p", "div", "dd", "span")
_POSTED = 60
_BESIDE = re.compile(r"\s*[|•·]\s*")
_MOMENT = re.compile(
    r"[\s,|•·–—-]*(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)\b|"
    r"(?:lúc |ngày )?\d{1,2}(?:[:/.-]\d{1,4}|h\d{2}|g\d{2})+|"
    r"\b(?:sa|ch|am|pm)\b|\(?gmt ?\+ ?\d+\)?|\b(?:ngày|lúc|đăng|cập nhật)\b)[\s,|•·:–—-]*",
    re.I,
)
"""What of a line is date, time and the words around them."""


def _around(
    weights: dict[HtmlElement, Weight], heading: HtmlElement | None, body: HtmlElement | None
) -> list[HtmlElement]:
    """The elements from a little above the title to a little below the text, in order."""
    if body is None:
        return []
    first = weights[heading if heading is not None else body].place - _BEFORE
    begin, end = weights[body].place + _INTO, weights[body].last - _INTO
    last = weights[body].last + _AFTER
    return [e for e, w in weights.items() if first <= w.place <= last and not begin < w.place < end]


def _in_junk(element: HtmlElement) -> bool:
    """Whether the element stands among comments or related articles, whose authors are not this article's."""
    small = Weight()
    return any(junk_reason(e, small) in ("comments", "related list", "advertisement") for e in element.iterancestors())


def _named(element: HtmlElement) -> Credits:
    """The credits in an element that is marked as an author's; several names inside it are joined."""
    labelled = read_byline(text_of(element))
    if labelled is not None:
        return labelled
    parts = [text_of(e) for e in element.iter("a", "span", "p", "li", "strong", "b", "div") if not len(e)]
    names = list(dict.fromkeys(n for n in map(read_names, parts) if n and not is_role(n)))
    whole = named_alone(text_of(element))
    return whole if whole.author else Credits(author=" - ".join(names[:5]) or None)


def _sourced(element: HtmlElement) -> Credits:
    text = COPY_BUTTON.sub("", text_of(element))
    labelled = read_byline(text)
    if labelled is not None:
        return labelled
    return Credits(source_name=text) if 1 < len(text) <= 60 and text[0].isalnum() and not text.isdecimal() else NOBODY


def _without_site(credits: Credits, own: set[str]) -> Credits:
    """The credits without an author who is the site itself."""
    return replace(credits, author=None) if credits.author and _plain(credits.author) in own else credits


def _plain(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())


_NO_LETTER = re.compile(r"[\W_]+")


def claimed_people(claims: Claims, address: str | None) -> Credits:
    """The author whom the head claims, when that is a person: no account, no address, not the site or its owner."""
    own = [_plain(s) for s in (*claims.sites, address or "")]
    for name in claims.authors:
        people = read_names(line(name))
        plain = _plain(name)
        is_site = any(plain in s or s in plain for s in own if s)
        if people and len(people.split()) >= 2 and not is_site and not _OFFICE.search(people):
            return Credits(author=people)
    return NOBODY


_OFFICE = re.compile(
    r"\b(?:báo|online|news|portal|cổng|sở|ủy ban|uỷ ban|ubnd|văn phòng|trung tâm|tỉnh|đài|cục|ban|tòa soạn|vietnam|"
    r"newspaper|điện tử|trang|media|tạp chí)\b", re.I
)  # fmt: skip


_OFFICE_WORDS = 10


def signed(pieces: list[Piece]) -> tuple[Credits, list[Piece]]:
    """The credits in the lines at the end and the beginning of a text, and the pieces without those lines."""
    kept = list(pieces)
    found = NOBODY
    at = len(kept) - 1
    for _ in range(_LAST):
        while at >= 0 and kept[at].kind == "figure":
            at -= 1
        if at <= 0:
            break
        credits = _signature(kept, at)
        if credits is None:
            found = found.or_else(_sign_within(kept, at)) if found.author is None else found
            break
        found = credits.or_else(found)
        del kept[at]
        at -= 1
    return found.or_else(_opening(kept)), kept


def _signature(pieces: list[Piece], at: int) -> Credits | None:
    """The credits that a whole line is, labelled or a bare name that stands like a signature; else None."""
    piece = pieces[at]
    if piece.kind not in ("paragraph", "heading") or len(piece.text) > 2 * _LONGEST:
        return None
    labelled = read_byline(piece.text)
    if labelled is not None:
        return labelled
    text = piece.text
    if is_nobody(text) or (piece.signed and "@" in text):
        return NOBODY
    if piece.align == "right" and is_office(text) and len(text.split()) <= _OFFICE_WORDS:
        named_above = at > 1 and pieces[at - 1].align == "right" and looks_like_name(pieces[at - 1].text)
        return NOBODY if named_above else Credits(author=text)
    before = next((p for p in reversed(pieces[:at]) if p.kind != "figure"), None)
    if before is not None and _OFFICIAL.match(before.text):
        return None
    if _GROUP.fullmatch(text) and (piece.align == "right" or piece.covered_by("bold") or piece.covered_by("italic")):
        return Credits(author=text)
    bracketed = text.startswith("(") and text.endswith(")")
    set_off = (
        piece.align == "right" or piece.signed or bracketed or piece.covered_by("bold") or piece.covered_by("italic")
    )
    if looks_like_name(text.strip("()"), least_words=1 if piece.align == "right" or piece.signed else 2):
        short = len(text.split()) <= _NAME_WORDS
        return named_alone(text) if set_off or short else None
    return None


_NAME_WORDS = 5
_GROUP = re.compile(r"(?:nhóm )?(?:pv|phóng viên|tác giả)(?: [\w-]+){0,5}", re.I)
"""How reporters sign together, or one without a name: "Nhóm phóng viên Thời sự"."""


def _sign_within(pieces: list[Piece], at: int) -> Credits:
    """A bold name at the very end of the last paragraph; it is cut off there."""
    piece = pieces[at]
    last = max((m for m in piece.marks if m.kind == "bold"), key=lambda m: m.end, default=None)
    if last is None or last.end < len(piece.text) - 1 or last.start == 0 or piece.kind != "paragraph":
        return NOBODY
    name, rest = piece.text[last.start :], piece.text[: last.start]
    if not _SIGNED_WITHIN.search(rest):
        return NOBODY
    credits = read_byline(name) or (named_alone(name) if looks_like_name(name) else None)
    if credits is None:
        return NOBODY
    text, marks = cut(piece.text, piece.marks, 0, last.start)
    pieces[at] = replace(piece, text=text, marks=marks)
    return credits


def _opening(pieces: list[Piece]) -> Credits:
    """Credits in a line among the first two, labelled or a name set to the right; it is taken out, with its office."""
    if len(pieces) > 2 and pieces[0].align == "right" and looks_like_name(pieces[0].text):
        writer = named_alone(pieces.pop(0).text)
        if pieces[0].align == "right" and is_office(pieces[0].text):
            del pieces[0]
        return writer
    for at, piece in enumerate(pieces[:2]):
        if piece.kind == "paragraph" and len(piece.text) <= _LONGEST:
            credits = read_byline(piece.text)
            if credits is not None and (":" in piece.text or _KICKER.match(piece.text)):
                del pieces[at]
                return credits
    return NOBODY


_KICKER = re.compile(r"\W*(?:\S+ ){1,3}của |\W*(?:written |story |text )?by ", re.I)
"""How a line over a text names its writer without a colon: "Ghi chép của A", "By A"."""


def after_text(weights: dict[HtmlElement, Weight], body: HtmlElement) -> Credits:
    """The credits in short lines right after the text: labelled, or a bare name that stands right or bold."""
    found = NOBODY
    last = weights[body].last
    for element, weight in weights.items():
        if not last < weight.place <= last + _SIGNED_AFTER or not 0 < weight.text <= _LONGEST:
            continue
        text = text_of(element)
        credits = read_byline(text)
        near = weight.place <= last + _SIGNED_NEAR and not len(element)
        if credits is None and (near or _stands_right(element)) and _is_personal(text, element):
            credits = named_alone(text)
        found = found.or_else(credits) if credits is not None else found
    return found


_SIGNED_AFTER, _SIGNED_NEAR = 12, 2


def _is_personal(text: str, element: HtmlElement) -> bool:
    """Whether a text is people's names, not an office's, and not what a label before it names otherwise."""
    parent = element.getparent()
    labelled = parent is not None and read_byline(text_of(parent)) is not None
    return looks_like_name(text) and not labelled and not _OFFICE.search(text)


def _stands_right(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        (element.get("align") or "").lower() == "right" or "text-align:right" in style or element.tag in ("b", "strong")
    )
