"""VietNamNet. Seen: a page of 2026-03."""

from vnnews.read.portals import Recipe, by_class

RECIPES = (
    Recipe(
        name="vietnamnet",
        hosts=("vietnamnet.vn",),
        seen="2026-03-07",
        body="//*[@id='maincontent']",
        title=by_class("content-detail-title", "h1"),
        lead=by_class("content-detail-sapo", "h2"),
        published=by_class("publish-date", "div"),
    ),
)
