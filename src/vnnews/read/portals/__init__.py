"""Recipes: where the fields stand on the pages of systems of which real pages were seen, by host and by date.

A recipe only points; everything it does not point at is found by the general way, and so is everything on a page
where it points at nothing. One module a system, each with `RECIPES`; a new one is picked up by being there.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Recipe:
    """XPath expressions for the fields on the pages of `hosts` (and their subdomains); empty ones are left open.

    `seen` is the ISO day of the pages that the recipe was written from. When a system changes its pages, a newer
    recipe is put before the older one, which goes on serving the archive: the first whose `body` is on the page wins.
    """

    name: str
    hosts: tuple[str, ...]
    seen: str
    body: str
    title: str = ""
    lead: str = ""
    author: str = ""
    published: str = ""
    drop: tuple[str, ...] = ()


def by_class(name: str, tag: str = "*") -> str:
    """XPath for elements that carry a class."""
    return f"//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


@cache
def recipes() -> tuple[Recipe, ...]:
    """All recipes, newest page seen first."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    found: list[Recipe] = []
    for name in names:
        found += importlib.import_module(f"{__name__}.{name}").RECIPES
    return tuple(sorted(found, key=lambda r: r.seen, reverse=True))


def recipe_for(root: HtmlElement, address: str | None) -> Recipe | None:
    """The recipe that fits a page: of its host, and with a body where it says."""
    host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    for recipe in recipes() if host else ():
        if any(host == h or host.endswith(f".{h}") for h in recipe.hosts) and first(root, recipe.body) is not None:
            return recipe
    return None


def every(root: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements at an XPath, in document order; none for an empty path."""
    found = root.xpath(path) if path else []
    return [e for e in found if isinstance(e, HtmlElement)] if isinstance(found, list) else []


def first(root: HtmlElement, path: str) -> HtmlElement | None:
    """The first element at an XPath; None for an empty path or where nothing stands there."""
    return next(iter(every(root, path)), None)
