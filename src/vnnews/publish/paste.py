"""The paste pack: a page for the editor's own eyes, from which each field is copied into a form with two keys."""

from __future__ import annotations

from markupsafe import Markup

from vnnews.publish.fields import fields_of
from vnnews.publish.page import Page
from vnnews.publish.settings import Site


class PasteWriter:
    """Writes `<slug>.paste.html`."""

    suffix = ".paste.html"

    def __init__(self, site: Site) -> None:
        from vnnews.publish.theme import Theme

        self._theme = Theme(site)

    def render(self, page: Page) -> str:
        """The pack as HTML."""
        if page.withdrawn:
            return ""
        fields = fields_of(page)
        return self._theme.render("paste.html", page=page, fields=fields, body=Markup(fields["body_html"]))


def writer(site: Site) -> PasteWriter:
    """The writer of paste packs of a site."""
    return PasteWriter(site)
