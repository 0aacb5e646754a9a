"""Every recipe on a self-written page in the manner of its system, and on the real pages it was written from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.html.tree import parse, text_of
from vnnews.read.page import read_page
from vnnews.read.portals import Recipe, first, recipe_for, recipes
from vnnews.read.source import Source

PAGES = Path(__file__).parent / "pages" / "portals"
REAL = Path(__file__).parents[3] / "shared" / "html"
TITLE = "Hội nghị tổng kết công tác dân vận chính quyền"
LEAD = "Năm 2019, công tác dân vận chính quyền của huyện có nhiều đổi mới, gần dân và sát cơ sở hơn."


def read(html: str, url: str, *, with_recipes: bool = True) -> Article:
    return read_page(html, Source(html.encode(), url, "2026-01-01T00:00:00Z", url), "utf-8", recipes=with_recipes)


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
@pytest.mark.parametrize("with_recipes", [True, False])
def test_a_page_of_each_system_is_read_with_its_recipe_and_without(recipe: Recipe, with_recipes: bool) -> None:
    html = (PAGES / f"{recipe.name}.html").read_text(encoding="utf-8")
    url = f"https://www.{recipe.hosts[0]}/tin/bai-viet-1234.html"
    assert recipe_for(parse(html), url) is recipe
    article = read(html, url, with_recipes=with_recipes)
    assert (article.title, article.lead, article.published) == (TITLE, LEAD, "2019-03-12")
    assert [b.kind for b in article.blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_each_path_of_a_recipe_points_at_something(recipe: Recipe) -> None:
    root = parse((PAGES / f"{recipe.name}.html").read_text(encoding="utf-8"))
    for name in ("body", "title", "lead", "author", "published"):
        path = getattr(recipe, name)
        element = first(root, path)
        assert not path or (element is not None and text_of(element)), f"{name} of {recipe.name}"


def test_a_recipe_is_for_its_hosts_only() -> None:
    root = parse((PAGES / "vnexpress.html").read_text(encoding="utf-8"))
    assert recipe_for(root, "https://vnexpress.net.example.org/a") is None
    assert recipe_for(root, None) is None
    assert recipe_for(parse("<p>changed</p>"), "https://vnexpress.net/a") is None


def real_pages() -> list[tuple[str, str, str, str]]:
    """(name, kind, address, HTML) of the saved pages beside the repository."""
    found = []
    for path in sorted(REAL.glob("*.html")):
        about = path.with_suffix(".txt").read_text(encoding="utf-8")
        kind, url = re.search(r"^kind: (\w+)", about, re.M), re.search(r"^url: (\S+)", about, re.M)
        if kind and url:
            found.append((path.stem, kind[1], url[1], path.read_bytes().decode("utf-8", "replace")))
    return found


@pytest.mark.skipif(not REAL.exists(), reason="no saved pages beside the repository")
def test_the_general_way_finds_on_real_pages_what_the_recipes_find() -> None:
    articles = [(name, url, html) for name, kind, url, html in real_pages() if kind == "article"]
    assert len(articles) >= 9
    for name, url, html in articles:
        one, other = read(html, url), read(html, url, with_recipes=False)
        for field in ("title", "lead", "author", "published", "blocks"):
            assert getattr(one, field) == getattr(other, field), f"{field} of {name}"


@pytest.mark.skipif(not REAL.exists(), reason="no saved pages beside the repository")
def test_real_lists_are_no_articles() -> None:
    lists = [(name, url, html) for name, kind, url, html in real_pages() if kind == "list"]
    taken = []
    for name, url, html in lists:
        try:
            read(html, url)
        except NoArticleError:
            continue
        taken.append(name)
    assert taken == []
