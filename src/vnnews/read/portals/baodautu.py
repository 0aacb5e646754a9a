"""Báo Đầu tư. Seen: a page of 2026-03."""

from vnnews.read.portals import Recipe, by_class

RECIPES = (
    Recipe(
        name="baodautu",
        hosts=("baodautu.vn",),
        seen="2026-03-07",
        body="//*[@id='content_detail_news']",
        title=by_class("title-detail", "div"),
        lead=by_class("sapo_detail", "div"),
        author=by_class("author", "a"),
        published=by_class("post-time", "span"),
    ),
)
