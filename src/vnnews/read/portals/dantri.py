"""Dân trí. Seen: a page of 2026-03; its classes are generated utility names, so the recipe holds to ids and order."""

from vnnews.read.portals import Recipe

RECIPES = (
    Recipe(
        name="dantri",
        hosts=("dantri.com.vn",),
        seen="2026-03-07",
        body="//*[@id='desktop-in-article']",
        title="//article/h1",
        lead="//article/h1/following-sibling::h2[1]",
        published="//article//time",
    ),
)
