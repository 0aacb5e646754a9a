"""Markdown reads just as the HTML does, whatever the text and its marks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import samples
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vnnews.article import Block, Image, Mark, block
from vnnews.publish.html import block_html, sanitise
from vnnews.publish.markdown import block_markdown, body
from vnnews.publish.page import Page
from vnnews.publish.settings import FLAVORS, site_of

COMMONMARK = MarkdownIt("commonmark").enable("table")


class _Reader(HTMLParser):
    """The text of HTML as it is read (blanks and lines apart) and which letters stand under which marks."""

    MARKS = frozenset(["strong", "em", "u", "sub", "sup", "code", "a"])
    BREAKS = frozenset(
        ["p", "br", "li", "td", "th", "tr", "h2", "h3", "h4", "blockquote", "figcaption", "figure", "img", "table"]
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.marked: list[tuple[str, frozenset[str]]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BREAKS:
            self.text += " "
        if tag in self.MARKS:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.MARKS:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += [(c, frozenset(self._open)) for c in data if not c.isspace()]


def _same(b: Block) -> None:
    markdown = block_markdown(b)
    rendered = COMMONMARK.render(markdown)
    ours, theirs = _Reader(sanitise(block_html(b))), _Reader(rendered)
    assert theirs.text.split() == ours.text.split(), markdown
    assert theirs.marked == ours.marked, markdown


_SIGNS = st.text(alphabet=st.sampled_from("ab1 .,*_`[]()<>&#+-=!|~$\\{}:;\"'/^?@%đờ–…€\u00a0"), max_size=30)
_WORDS = st.sampled_from(
    ["# a", "1. x", "1) x", "- a", "+ a", "* a", "> q", "---", "===", "***", "```", "~~~", "<b>", "<!-- x -->",
     "&amp;", "&lt;", "&#65;", "[a](b)", "![a](b)", "[a]: b", "http://a.b", "<http://a.b>", "a@b.c", "\\*", "{{ x }}",
     "{% x %}", "{: .a}", "| a | b |", "|---|", "    code", "a  ", "!!! note", "=", "-", "`a`", "**b**", "_i_", "a_b_c",
     "5*3*2", "Q&A", "Đờn ca tài tử"]
)  # fmt: skip
_TEXT = st.lists(_SIGNS | _WORDS | st.text(max_size=8), min_size=1, max_size=6).map(" ".join)
_KINDS = st.sampled_from(["bold", "italic", "underline", "sub", "sup", "code", "link"])


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(["paragraph", "list", "table", "quote", "heading", "figure"]))
    lines = draw(st.lists(_TEXT, min_size=1, max_size=3))
    text = ("\t" if kind == "table" and draw(st.booleans()) else "\n").join(lines)
    made = block(kind, text, level=2, ordered=draw(st.booleans()), header=draw(st.booleans()))
    size = len(made.text)
    spans = draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size), _KINDS), max_size=4))
    marks = [
        Mark(min(a, b), max(a, b), k, "https://x.example/?q=(1)&copy;" if k == "link" else None) for a, b, k in spans
    ]
    image = Image(credit=draw(st.none() | _SIGNS)) if kind == "figure" else None
    return block(kind, made.text, marks=marks, level=2, ordered=made.ordered, header=made.header, image=image)


@given(_blocks())
@settings(max_examples=400, deadline=None)
@example(block("paragraph", "a\\", marks=[Mark(0, 1, "bold")]))
@example(block("paragraph", "look!here", marks=[Mark(5, 9, "link", "https://a.example")]))
def test_a_block_reads_the_same_in_markdown_and_html(b: Block) -> None:
    _same(b)


@pytest.mark.parametrize("kind", ["paragraph", "list", "quote", "heading", "table"])
@pytest.mark.parametrize(
    "text",
    ["# a", "1986. Năm", "2) x", "- x", "+ x", "---", "a\n---", "a\n===", "> a", "```\nx\n```", "    x",
     "<script>x</script>", "[x]: http://y", "&copy; 2020", "a  \nb", "\\", "a\\\nb", "*",
     "|a|b|\n|-|-|", ": x", "{{ site.x }} {% raw %}",
     "~~x~~"],
)  # fmt: skip
def test_signs_of_markdown_in_a_text_are_text(kind: str, text: str) -> None:
    _same(block(kind, text, level=3))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("The bold word", [Mark(4, 8, "bold")], "The **bold** word"),
        ("The bold word", [Mark(4, 9, "bold")], "The **bold** word"),
        ("an italic word", [Mark(3, 9, "italic")], "an _italic_ word"),
        ("unbelievable", [Mark(2, 9, "italic")], "un<em>believa</em>ble"),
        ("unbelievable", [Mark(2, 9, "bold")], "un**believa**ble"),
        ("both at once", [Mark(0, 4, "bold"), Mark(0, 4, "italic")], "**_both_** at once"),
        ("see here", [Mark(4, 8, "link", "http://a.example/x y")], "see [here](http://a.example/x%20y)"),
        ("see here", [Mark(4, 8, "link", "javascript:alert(1)")], "see here"),
        ("run `x` now", [Mark(4, 7, "code")], "run `` `x` `` now"),
        ("run x now", [Mark(3, 6, "code")], "run `x` now"),
        ("Q&A at R & D", [], "Q&amp;A at R & D"),
        ("Decree No. 43/2011/ND-CP", [], "Decree No. 43/2011/ND-CP"),
        ("VND4.5 billion (84 percent)", [], "VND4.5 billion (84 percent)"),
    ],
)
def test_markdown_is_as_a_person_would_write_it(text: str, marks: list[Mark], expected: str) -> None:
    assert block_markdown(block("paragraph", text, marks=marks)) == expected


def test_the_whole_page_keeps_every_block() -> None:
    rendered = COMMONMARK.render(body(samples.page()))
    assert re.findall(r"<(h2|ul|ol|table|blockquote|img)\b", rendered) == [
        "img",
        "h2",
        "ul",
        "ol",
        "table",
        "blockquote",
    ]
    assert rendered.count("<li>") == 5


def _front(page: Page, flavor: str) -> tuple[str, str]:
    from vnnews.publish.markdown import MarkdownWriter

    _, front, text = MarkdownWriter(site_of(samples.SETTINGS, flavor=flavor)).render(page).split("---\n", 2)
    return front, text


@pytest.mark.parametrize("flavor", FLAVORS)
def test_front_matter_holds_title_day_and_every_credit(flavor: str) -> None:
    page = samples.page(samples.english(title="Colons: and “quotes” - # all"))
    front, text = _front(page, flavor)
    if flavor == "pelican":
        data = dict(line.split(": ", 1) for line in front.splitlines())
        assert data["Title"] == page.title
        assert data["Date"] == "2018-08-10"
        assert data["Authors"] == "Hong Thai"
        assert data["Translator"] == "Duc Tam"
    else:
        data = yaml.safe_load(front)
        assert data["title"] == page.title
        assert str(data["date"]) == "2018-08-10"
        own = data | data.get("params", {}) | data.get("extra", {})
        assert (own["author"], own["translator"], own["photographer"]) == ("Hong Thai", "Duc Tam", "Thu Hà")
        assert own["source_url"] == "http://news.example/vi/1.html"
    assert "By Hong Thai – Translated by Duc Tam  \nPhotos: Thu Hà  \nSource: [Báo Mỹ Xuân]" in text
    assert text.lstrip().startswith("# ") == (flavor in ("plain", "mkdocs"))


def test_zola_takes_only_the_keys_it_knows() -> None:
    data = yaml.safe_load(_front(samples.page(), "zola")[0])
    assert set(data) <= {
        "title",
        "description",
        "date",
        "updated",
        "slug",
        "authors",
        "extra",
        "weight",
        "draft",
        "taxonomies",
    }


def test_an_undated_article_gets_no_day() -> None:
    assert "date" not in yaml.safe_load(_front(samples.page(samples.english(published=None)), "plain")[0])


def test_templates_of_site_generators_find_nothing_to_run() -> None:
    text = _front(samples.page(), "jekyll")[1]
    assert not re.search(r"\{\{|\{%|\{:", text)
