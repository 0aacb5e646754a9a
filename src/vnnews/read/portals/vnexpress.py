"""VnExpress. Seen: pages of 2025-10 and 2026-03."""

from vnnews.read.portals import Recipe, by_class

RECIPES = (
    Recipe(
        name="vnexpress",
        hosts=("vnexpress.net",),
        seen="2026-03-07",
        body=by_class("fck_detail", "article"),
        title=by_class("title-detail", "h1"),
        lead=by_class("description", "p"),
        published=by_class("date", "span"),
    ),
)
