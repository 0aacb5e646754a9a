"""Theme: the templates, built in and the newsroom's own, run in a sandbox with everything escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vnnews import __version__
from vnnews.errors import UsageError
from vnnews.publish.addresses import safe_link
from vnnews.publish.html import text_html
from vnnews.publish.inline import name_spans
from vnnews.publish.metadata import data_block, images_of, linked_data, summary_of
from vnnews.publish.page import Page
from vnnews.publish.settings import Site
from vnnews.publish.words import day_in_words

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

SHEETS = {
    "index.html": ("lists.css",),
    "list.html": ("lists.css",),
    "archive.html": ("lists.css",),
    "bilingual.html": ("bilingual.css",),
    "paste.html": ("paste.css",),
}
"""What a template needs beside style.css."""


class Theme:
    """The templates of a site. A file in the folder [site] templates replaces the built-in one of the same name;
    there `{% extends "vnnews/article.html" %}` reaches the built-in."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
        from slugify import slugify

        built_in = PackageLoader("vnnews.publish", "templates")
        own = [FileSystemLoader(self.site.templates)] if self.site.templates else []
        environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*own, built_in, PrefixLoader({"vnnews": built_in})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters["words"] = lambda text, spans=(): Markup(text_html(text, spans))
        environment.filters["credit"] = lambda text, *names: Markup(text_html(text, name_spans(text, *names)))
        environment.filters["slug"] = slugify
        environment.filters["day"] = lambda day: day_in_words(day, day_first=self.site.day_first)
        environment.globals["site"] = self.site
        environment.globals["version"] = __version__
        return environment

    def render(self, template: str, **values: Any) -> str:
        """A template with these values. Raises UsageError, naming file and line, for a template that fails."""
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
        from jinja2.exceptions import SecurityError

        try:
            css, csp = self.sheet(template)
            return self._environment.get_template(template).render(css=css, csp=csp, **values)
        except TemplateSyntaxError as error:
            raise _broken(f"{error.filename or template}, line {error.lineno}: {error.message}") from error
        except (TemplateNotFound, SecurityError, TemplateError, TypeError, ValueError, ArithmeticError) as error:
            raise _broken(f"template {template}: {error}") from error

    @lru_cache(maxsize=16)  # noqa: B019 (a theme lives as long as the run)
    def sheet(self, template: str) -> tuple[Markup, str]:
        """The style of a template, without comments and blanks, and the content security policy that allows just it.

        It stands in every page, so that a page is one file.
        """
        css = "".join(self._source(name) for name in ("style.css", *SHEETS.get(template, ())))
        css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        css = re.sub(r"\s+", " ", css)
        css = re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").replace(": ", ":").strip().replace("</", "<\\/")
        digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
        return Markup(css), (
            f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src *; style-src 'sha256-{digest}'"
        )

    def _source(self, name: str) -> str:
        loader = self._environment.loader
        assert loader is not None
        return loader.get_source(self._environment, name)[0]

    @property
    def digest(self) -> str:
        """A hash over all templates in force: when it changes, every page must be made anew."""
        names = sorted(self._environment.list_templates())
        texts = "\x1f".join(f"{n}\x1f{self._source(n)}" for n in names)
        return hashlib.sha256(f"{__version__}\x1f{texts}".encode()).hexdigest()[:16]

    def article(self, page: Page, body: str) -> str:
        """An article's page."""
        if page.withdrawn:
            return self.render("withdrawn.html", page=page)
        linked = linked_data(page, self.site)
        return self.render(
            "article.html",
            page=page,
            body=Markup(body),
            linked=linked,
            linked_data=data_block(linked),
            record=data_block(page.record),
            images=images_of(page, self.site),
            summary=summary_of(page),
            **self.addresses(page),
        )

    def addresses(self, page: Page) -> dict[str, Any]:
        """The addresses that a page names, each safe or None."""
        return {
            "source_url": safe_link(page.credits.source_url),
            "original_url": safe_link(page.original_url),
            "own_url": self.site.url_of(f"{page.slug}.html"),
            "bilingual": f"{page.slug}.bilingual.html" if page.pairs and "bilingual" in self.site.formats else None,
        }


def _broken(message: str) -> UsageError:
    return UsageError(message, "mend the template, or take it out of the [site] templates folder")
