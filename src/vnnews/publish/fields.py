"""Fields: a page taken apart for the forms of a content management system."""

from __future__ import annotations

import json
from typing import Any

from vnnews.publish.addresses import safe_image, safe_link
from vnnews.publish.html import block_html, credit_words
from vnnews.publish.inline import cells, lines, one_line, plain, text_of
from vnnews.publish.metadata import credit_text
from vnnews.publish.page import Page
from vnnews.publish.settings import Site

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
}  # fmt: skip


class FieldsWriter:
    """Writes `<slug>.fields.json`, for scripts that feed a content management system."""

    suffix = ".fields.json"

    def render(self, page: Page) -> str:
        """The fields as a JSON object."""
        if page.withdrawn:
            return ""
        return json.dumps(fields_of(page), ensure_ascii=False, indent=1) + "\n"


def writer(site: Site) -> FieldsWriter:
    """The writer of fields; the site does not matter."""
    return FieldsWriter()


def fields_of(page: Page) -> dict[str, Any]:
    """Title, lead, body, captions and credits, each clean and by itself.

    `body_html` has plain elements only (no classes, no figures: pictures are uploaded apart), `body_text` none.
    """
    c = page.credits
    return {
        "title": page.title,
        "lead": page.lead,
        "body_html": body_html(page),
        "body_text": body_text(page),
        "figures": [
            {
                "image": safe_image(b.image.url) if b.image else None,
                "caption": plain(b.text),
                "credit": credit_words(b.image) or None if b.image else None,
            }
            for b in page.blocks
            if b.kind == "figure"
        ],
        "byline": c.byline,
        "photos": c.photos,
        "review": c.review,
        "source": one_line(c.source_name or c.source_url or "")[0],
        "source_url": safe_link(c.source_url),
        "machine": c.machine,
        "credits": credit_text(page),
        "published": page.published,
        "slug": page.slug,
        "topics": list(page.topics),
    }


def body_html(page: Page) -> str:
    """The text of a page without its figures, in plain elements."""
    import nh3

    html = "\n".join(block_html(b) for b in page.blocks if b.kind != "figure")
    attributes = {"a": {"href"}, "th": {"scope"}}
    return nh3.clean(html, tags=_TAGS, attributes=attributes, url_schemes={"http", "https", "mailto"}, link_rel=None)


def body_text(page: Page) -> str:
    """The text of a page without its figures, a blank line between blocks; cells are parted by tabs."""
    out = []
    for b in page.blocks:
        if b.kind == "table":
            rows = cells(b.text, b.marks)
            out.append("\n".join("\t".join(text_of(cell) for cell in row) for row in rows))
        elif b.kind != "figure":
            said = [text_of(line) for line in lines(b.text, b.marks) if line]
            signs = (f"{n}. " if b.ordered else "- " for n in range(1, len(said) + 1))
            listed = [sign + line for sign, line in zip(signs, said, strict=True)]
            out.append("\n".join(listed if b.kind == "list" else said))
    return "\n\n".join(out) + "\n"
