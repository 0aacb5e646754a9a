"""Data for machines on a page: schema.org NewsArticle, and how JSON stands safely inside HTML."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from vnnews.publish.addresses import safe_image, safe_link
from vnnews.publish.inline import one_line
from vnnews.publish.page import Page
from vnnews.publish.pictures import source_of
from vnnews.publish.settings import Site

LONGEST_SUMMARY = 200
"""Letters of a summary that is made from the beginning of the text."""


def data_block(data: dict[str, Any]) -> Markup:
    """JSON for a script element of a data type: nothing in it can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def images_of(page: Page, site: Site) -> list[str]:
    """The full addresses of the pictures that the page shows: of its own copies, where the site has an address."""
    found = []
    for b in page.blocks:
        source = source_of(b.image, page)
        if source and not source.startswith("http"):
            source = site.url_of(source) or safe_image(b.image.url if b.image else None)
        found += [source] if source else []
    return found


def summary_of(page: Page) -> str | None:
    """What a page is about in a sentence or two: its lead, else the beginning of its text."""
    if page.lead:
        return page.lead
    first = one_line(next((b.text for b in page.blocks if b.kind == "paragraph"), ""))[0]
    if len(first) <= LONGEST_SUMMARY:
        return first or None
    return first[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def linked_data(page: Page, site: Site) -> dict[str, Any]:
    """The page as a schema.org NewsArticle; what is not known is not there."""
    c = page.credits
    own = site.url_of(f"{page.slug}.html")
    original = safe_link(page.original_url)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": own,
        "headline": page.title,
        "description": summary_of(page),
        "inLanguage": page.language,
        "datePublished": page.issued if page.original_title else page.published or page.issued,
        "dateModified": page.modified,
        "dateline": page.dateline,
        "keywords": list(page.topics),
        "author": _person(c.author),
        "translator": _person(c.translator),
        "editor": _person(c.reviewer),
        "creditText": credit_text(page),
        "image": images_of(page, site),
        "isBasedOn": original or safe_link(c.source_url),
        "translationOfWork": _original(page, original),
        "publisher": _publisher(site),
        "mainEntityOfPage": own,
        "correction": [
            {"@type": "CorrectionComment", "datePublished": n.day, "text": n.note} for n in page.corrections
        ],
    }
    return _known(data)


def credit_text(page: Page) -> str:
    """All credits in one line."""
    c = page.credits
    source = f"Source: {c.source_name or c.source_url}" if c.source_name or c.source_url else ""
    return ". ".join(part.rstrip(".") for part in (c.byline, c.photos, c.review, source, c.machine) if part)


def _original(page: Page, url: str | None) -> dict[str, Any] | None:
    if not url and not page.original_title:
        return None
    return _known(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "inLanguage": "vi",
            "headline": page.original_title,
            "datePublished": page.published if page.original_title else None,
            "author": _person(page.original_author),
        }
    )


def _publisher(site: Site) -> dict[str, Any] | None:
    return _known({"@type": "Organization", "name": site.name, "url": site.base_url}) if site.name else None


def _person(names: str | None) -> list[dict[str, Any]]:
    """One person or several ("A - B", "A and B")."""
    found = re.split(r"\s+[-–—]\s+|\s*[,;&]\s*|\s+and\s+|\s+và\s+", names or "")
    return [{"@type": "Person", "name": name} for name in found if name]


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
