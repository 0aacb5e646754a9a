"""What is tried where a page shows no article: text that only a script would show, at last a library.

    data       the text in the page's data islands: JSON-LD, the state that script frameworks carry with a page
    unshown    the text in elements that a browser with scripts does not show: noscript, textarea, srcdoc
    library    trafilatura, where it is installed (vnnews[fallback])

Each stage gives the text it found as one element put into the page, so that the fields are read as on any other page.
"""

from __future__ import annotations

import html as markup
import importlib.util
import json
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring, tostring

from vnnews.read.html.head import read_claims
from vnnews.read.html.tree import line, parse, text_of

BODY = "vnnews-recovered"
"""The id of the element that holds what was recovered."""
LIBRARY = "trafilatura"
_LEAST = 120
_LEVELS = 12
_TEXT_KEYS = re.compile(r"(?:article|news|post|detail)?_?-?(?:body|content|html|text|detail|noi_?dung)", re.I)
_DATA = re.compile(r"json", re.I)
_MARKUP = re.compile(r"<(?:p|div|br|h\d|li|figure)\b", re.I)
_UNSHOWN = ("noscript", "textarea", "iframe")
_LINKED = 25
_MANY, _OF_MANY, _OF_FEW = 12, 0.2, 2.0
"""How many linked titles are many, and how much longer than the text they may be, if many or few."""


def recovered(html: str) -> Iterator[tuple[str, HtmlElement]]:
    """(stage, page with an element `BODY` that holds the text) of every stage that finds one, likeliest first.

    Pages that are mostly titles linking elsewhere are left alone: a list must not be taken for an article.
    """
    for stage, find in _STAGES.items():
        root = parse(html)
        fragment = find(root, html)
        if fragment is None or _is_list(root, fragment):
            continue
        fragment.set("id", BODY)
        body = root.find("body")
        (root if body is None else body).append(fragment)
        yield stage, root


def has_library() -> bool:
    """Whether the library of the last stage is installed."""
    return importlib.util.find_spec(LIBRARY) is not None


def _is_list(root: HtmlElement, fragment: HtmlElement) -> bool:
    """Whether a page is mostly titles that link elsewhere; one that calls itself an article may hold many."""
    titles = [len(text) for text in map(text_of, root.iter("a")) if len(text) >= _LINKED]
    share = _OF_MANY if len(titles) >= _MANY and not read_claims(root, None).is_article else _OF_FEW
    return sum(titles) > share * len(text_of(fragment))


def _in_data(root: HtmlElement, html: str) -> HtmlElement | None:
    """The one long text that the page's data hold under a name for it; where there are several, they are a list."""
    found: list[str] = []
    for script in root.iter("script"):
        if script.text and (_DATA.search(script.get("type") or "") or script.get("id") == "__NEXT_DATA__"):
            found += _texts(_load(script.text), 0)
    texts = list(dict.fromkeys(found))
    return _element(texts[0]) if len(texts) == 1 else None


def _load(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _texts(data: Any, depth: int) -> Iterator[str]:
    """The strings that are long enough to be a text and stand under a key that says so."""
    if depth > _LEVELS:
        return
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        if isinstance(value, str) and isinstance(key, str):
            if _TEXT_KEYS.fullmatch(key) and len(line(value)) >= _LEAST:
                yield value
        else:
            yield from _texts(value, depth + 1)


def _unshown(root: HtmlElement, html: str) -> HtmlElement | None:
    """The longest text in an element that a browser with scripts does not show."""
    inside = [e.get("srcdoc") or _inner(e) for e in root.iter(*_UNSHOWN)]
    elements = [e for e in map(_element, inside) if e is not None and len(text_of(e)) >= _LEAST]
    return max(elements, key=lambda e: len(text_of(e)), default=None)


def _inner(element: HtmlElement) -> str:
    """What stands inside an element, as markup; of a textarea as it would be typed."""
    parts = [element.text or "", *(tostring(child, encoding="unicode") for child in element)]
    return "".join(parts).strip()


def _by_library(root: HtmlElement, html: str) -> HtmlElement | None:
    """What trafilatura makes of the page, with more in it rather than less."""
    if not has_library():
        return None
    import trafilatura

    logging.getLogger(LIBRARY).setLevel(logging.CRITICAL)
    found = trafilatura.extract(html, output_format="html", favor_recall=True, include_comments=False)
    return _element(found) if found and len(line(found)) >= _LEAST else None


def _element(text: str) -> HtmlElement | None:
    """A text, marked up or in plain lines, as one element."""
    if not _MARKUP.search(text):
        text = "".join(f"<p>{markup.escape(paragraph)}</p>" for paragraph in text.split("\n") if paragraph.strip())
    try:
        return fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, ValueError):
        return None


_STAGES: dict[str, Callable[[HtmlElement, str], HtmlElement | None]] = {
    "data": _in_data,
    "unshown": _unshown,
    "library": _by_library,
}
