"""Article: JSON round trip, ids from content, refusal of what is no article."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.article import Article, Dropped, Image, Mark, Provenance, article_id, block, number_repeats
from vnnews.errors import InputError
from vnnews.finding import Finding

PROVENANCE = Provenance("a.html", "2026-01-01T00:00:00Z", "0" * 64, "page", "1", "utf-8")
TEXT = st.text(min_size=1, max_size=30)


@given(st.none() | TEXT, st.lists(TEXT, max_size=4), st.none() | TEXT)
def test_an_article_survives_json(title: str | None, texts: list[str], author: str | None) -> None:
    blocks = [block("paragraph", t, marks=[Mark(0, 1, "link", "/x")]) for t in texts]
    blocks += [block("heading", "H", level=2), block("list", "a\nb", ordered=True), block("table", "a\tb", header=True)]
    blocks += [block("figure", "Quang cảnh", image=Image("https://example.vn/a.jpg", "alt", "Ảnh: A"))]
    article = Article(
        "0123456789ab", title, number_repeats(blocks), "vi", PROVENANCE, author=author, published="2018-08-09",
        findings=(Finding("f1", "R001", "no-title", "warning", None, "source", (0, 0), "none"),),
        dropped=(Dropped("Trang chủ", "menu"),),
    )  # fmt: skip
    assert Article.loads(article.dumps()) == article
    assert "\n" not in article.dumps()


def test_the_source_url_is_the_original_if_there_is_one() -> None:
    article = Article("i", None, (), "en", PROVENANCE, url="https://a.vn")
    assert article.source_url == "https://a.vn"
    assert replace(article, original_url="https://b.vn").source_url == "https://b.vn"


def test_ids_come_from_content_and_are_unique() -> None:
    first, second, other = number_repeats([block("paragraph", "x"), block("paragraph", "x"), block("quote", "x")])
    assert (second.id, len({first.id, second.id, other.id})) == (f"{first.id}-2", 3)
    assert block("paragraph", "hoà").id == block("paragraph", "hoa\u0300").id


def test_an_address_makes_the_id_permanent() -> None:
    before, after = [block("paragraph", "x")], [block("paragraph", "y")]
    assert article_id("https://a.vn/1", "T", before) == article_id("https://a.vn/1", "U", after)
    assert article_id(None, "T", before) != article_id(None, "T", after)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "vnnews/article/9"}', '{"schema": "vnnews/article/1"}', "x"]
)
def test_what_is_no_article_is_refused(text: str) -> None:
    with pytest.raises(InputError) as told:
        Article.loads(text)
    assert told.value.cure


def test_keys_of_the_json_are_the_interface() -> None:
    keys = list(json.loads(Article("i", None, (), "en", PROVENANCE).dumps()))
    assert keys == [
        "schema", "id", "title", "lead", "author", "photographer", "translator", "published", "source_name", "url",
        "original_url", "source_url", "language", "captions", "blocks", "findings", "dropped", "provenance",
    ]  # fmt: skip
