"""The bilingual edition: Vietnamese and English side by side, sentence by sentence."""

from __future__ import annotations

from itertools import groupby

from vnnews.publish.page import Page
from vnnews.publish.settings import Site


class BilingualWriter:
    """Writes `<slug>.bilingual.html` for pages that come from a draft."""

    suffix = ".bilingual.html"

    def __init__(self, site: Site) -> None:
        from vnnews.publish.theme import Theme

        self._theme = Theme(site)

    def render(self, page: Page) -> str:
        """The edition as HTML; nothing for a page without its Vietnamese."""
        if page.withdrawn or not page.pairs:
            return ""
        kinds = {b.id: b.kind for b in page.blocks} | {"lead": "lead"}
        groups = [
            {"kind": kinds.get(block, "paragraph"), "pairs": list(pairs)}
            for block, pairs in groupby(page.pairs, key=lambda p: p.block)
            if block != "title"
        ]
        return self._theme.render("bilingual.html", page=page, groups=groups, **self._theme.addresses(page))


def writer(site: Site) -> BilingualWriter:
    """The writer of the bilingual edition of a site."""
    return BilingualWriter(site)
