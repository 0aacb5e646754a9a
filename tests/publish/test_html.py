"""HTML pages: what stands in them, valid by the Nu checker, accessible by axe, readable at every width."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import samples
from lxml import html as lxml_html

from external import CHROMIUM_FLAGS, require
from vnnews.article import Article, Image, block, number_repeats
from vnnews.draft.model import Draft, Segment
from vnnews.finding import Rule
from vnnews.publish.formats import open_writer
from vnnews.publish.gate import Outcome
from vnnews.publish.html import HtmlWriter
from vnnews.publish.page import Correction, Page
from vnnews.publish.record import record_of
from vnnews.publish.settings import site_of
from vnnews.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITE = site_of(samples.SETTINGS)
BUDGET = 12 * 1024


def _draft() -> Draft:
    made = samples.draft("Reform inspected", "On August 9 the team came.", None, "It left.", "It wrote.")
    return replace(made, segments=(*made.segments[:3], replace(made.segments[3], fate="omitted"), *made.segments[4:]))


def _long() -> Article:
    """As much as a real page has: 40 paragraphs, wide table, long words, many corrections."""
    words = "The district People's Committee directed its agencies to carry out administrative reform. " * 5
    wide = "\n".join("\t".join(f"Column {c} of row {r}" for c in range(12)) for r in range(6))
    return samples.english(
        blocks=number_repeats(
            [
                *samples.BLOCKS,
                *(block("paragraph", f"{n} {words}") for n in range(40)),
                block("table", wide, header=True),
                block("paragraph", "http://very-long.example/" + "x" * 300),
                block("figure", "", image=Image("https://images.example/c.jpg", "Toàn cảnh hội nghị")),
            ]
        )
    )


@lru_cache(maxsize=1)
def _every_page() -> tuple[tuple[str, str], ...]:
    """(name, HTML) of every kind of page there is, with everything in it and with next to nothing."""
    return tuple(_make_every_page())


def _make_every_page() -> Iterator[tuple[str, str]]:
    site = site_of(samples.SETTINGS, formats=("html", "bilingual", "paste"), linked=True)
    bare = site_of(Settings())
    finding = (
        Rule("N001", "number", "error", "")
        .at("s1", "84 is missing <b>")
        .suppress("right so", "B", "2026-01-01T00:00:00Z")
    )
    full = samples.page(_draft(), replace(site, credits=replace(site.credits, both_languages=True)), topics=("A & B",))
    record = record_of(_draft(), Outcome(("N001",), (finding, replace(finding, suppressed=None))), title_given=False)
    full = replace(full, record=record, corrections=(Correction("2020-01-31", "It was 84, not 48."),))
    poor = samples.page(
        samples.english(
            title=None, lead=None, author=None, translator=None, photographer=None, published=None, source_name=None,
            url=None, original_url=None, blocks=number_repeats([block("paragraph", "One sentence.")]),
        ),
        bare,
    )  # fmt: skip
    gone = replace(full, blocks=(), withdrawn={"at": "2026-01-02T00:00:00Z", "reason": "Asked by the source"})
    yield "article", _html("html", samples.page(), SITE)
    yield "long", _html("html", samples.page(_long()), SITE)
    yield "draft", _html("html", full, site)
    yield "poor", _html("html", poor, bare)
    yield "withdrawn", _html("html", gone, site)
    yield "paste", _html("paste", full, site)
    yield "bilingual", _html("bilingual", full, site)
    from vnnews.publish.site import entry_of, lists
    from vnnews.publish.theme import Theme

    entries = [entry_of(p, [0, 0]) for p in (full, samples.page(), poor)]
    for name, content in lists(entries, Theme(site), site):
        if name.endswith(".html"):
            yield name.removesuffix(".html"), content


def _html(name: str, page: Page, site: Any) -> str:
    content = open_writer(name, site).render(page)
    assert isinstance(content, str)
    return content


def _tree(page: Page, site: Any = SITE) -> Any:
    return lxml_html.document_fromstring(HtmlWriter(site).render(page))


def test_each_block_stands_in_its_element() -> None:
    tree = _tree(samples.page())
    body = tree.find_class("body")[0]
    assert [e.tag for e in body] == ["p", "figure", "h2", "ul", "ol", "div", "blockquote", "figure", "p"]
    assert [e.text_content() for e in body.iter("strong")] == ["one-stop shop"]
    assert body.xpath(".//sub/text()") == ["2"]
    assert body.xpath(".//a/@href") == ["https://example.vn/a?b=1&c=%282%29"]
    assert body.xpath(".//th/@scope") == ["col", "col"]


def test_a_source_that_the_rules_know_is_named_in_english() -> None:
    made = samples.draft("Reform inspected", "It came.", None, "It left.")
    page = samples.page(replace(made, article=replace(made.article, source_name="Sở Thông tin và Truyền thông")))
    assert page.credits.source_name == "Department of Information and Communications"


def test_a_picture_is_credited_in_english_letters() -> None:
    made = samples.draft("Reform inspected", "It came.", None, "It left.")
    figure = block("figure", "Quang cảnh", image=Image("https://example.vn/a.jpg", credit="Thu Cúc"))
    seen = Segment(f"{figure.id}.1", figure.id, "Quang cảnh", target="A view", state="reviewed")
    article = replace(made.article, blocks=(*made.article.blocks, figure))
    tree = _tree(samples.page(replace(made, article=article, segments=(*made.segments, seen))))
    assert "(Photo: Thu Cuc)" in tree.text_content()


def test_language_is_told_of_every_part() -> None:
    made = samples.draft("Reform inspected", "It came.", None, "It left.")
    page = samples.page(replace(made, article=replace(made.article, source_name="Quê mình đây", photographer="Lê Thu")))
    tree = _tree(page)
    assert tree.get("lang") == "en"
    assert [e.text_content() for e in tree.xpath("//*[@lang='vi']")] == ["Câu số 2 của bài.", "Quê mình đây"]
    assert "Photos: Le Thu" in tree.text_content()
    tree = _tree(samples.page())
    spans = [e.text_content() for e in tree.xpath("//span[@lang='vi']")]
    assert spans == ["Thanh Bình", "Đờn ca tài tử", "Thu Hà", "Báo Mỹ Xuân"]


def test_a_picture_without_english_words_tells_the_language_of_its_text() -> None:
    image = Image("https://images.example/a.jpg", "Toàn cảnh hội nghị")
    tree = _tree(samples.page(samples.english(blocks=(block("figure", "", image=image),))))
    assert tree.xpath("//img/@lang") == ["vi"]


def test_credits_stand_on_the_page() -> None:
    text = " ".join(_tree(samples.page()).xpath("//article")[0].text_content().split())
    assert "By Hong Thai – Translated by Duc Tam" in text
    assert "Photos: Thu Hà Source: Báo Mỹ Xuân" in text
    assert _tree(samples.page()).xpath("//p[@class='source']/a/@href") == ["http://news.example/vi/1.html"]


def test_addresses_of_the_page_only_where_they_are_known() -> None:
    known = _tree(samples.page())
    own = "https://news.example.vn/en/2018-08-10-one-stop-shop-opens-in-my-xuan.html"
    assert known.xpath("//link[@rel='canonical']/@href") == [own]
    assert known.xpath("//link[@hreflang]/@href") == [own, "http://news.example/vi/1.html"]
    homeless = _tree(samples.page(), site_of(Settings()))
    assert not homeless.xpath("//link[@rel='canonical'] | //link[@hreflang] | //meta[@property='og:url']")
    lonely = _tree(samples.page(samples.english(original_url=None)))
    assert lonely.xpath("//link[@rel='canonical']/@href") == [own]
    assert not lonely.xpath("//link[@hreflang]")


def test_open_graph() -> None:
    tree = _tree(samples.page())
    graph = {m.get("property"): m.get("content") for m in tree.xpath("//meta[@property]")}
    assert graph["og:title"] == "One-stop shop opens in My Xuan"
    assert graph["og:type"] == "article"
    assert graph["og:image"] == "https://images.example/a%20b.jpg"
    assert graph["og:site_name"] == "Ba Dinh News"
    assert graph["article:published_time"] == "2018-08-10"


def _linked(page: Page) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_tree(page).xpath("//script[@type='application/ld+json']")[0].text)
    return data


def test_linked_data_of_a_translated_draft() -> None:
    data = _linked(replace(samples.page(_draft(), translator="Duc Tam"), modified="2026-12-01T00:00:00Z"))
    assert data["@type"] == "NewsArticle"
    assert data["author"] == [{"@type": "Person", "name": "Thanh Binh"}]
    assert data["translator"] == [{"@type": "Person", "name": "Duc Tam"}]
    assert data["isBasedOn"] == "http://news.example/vi/2.html"
    assert data["datePublished"] == "2026-11-26T10:00:00Z"
    assert data["dateModified"] == "2026-12-01T00:00:00Z"
    original = data["translationOfWork"]
    assert original["inLanguage"] == "vi"
    assert original["headline"] == "Kiểm tra cải cách hành chính"
    assert original["datePublished"] == "2016-11-24"
    assert original["author"] == [{"@type": "Person", "name": "Thanh Bình"}]
    assert data["creditText"].startswith(
        "By Thanh Binh – Translated by Duc Tam. Source: http://news.example/vi/2.html. "
    )


def test_linked_data_of_an_english_article() -> None:
    article = samples.english(lead=None, author="Van Lam - Hoai Nhi")
    data = _linked(samples.page(article))
    assert data["datePublished"] == "2018-08-10"
    assert data["dateline"] == "Hanoi"
    assert [a["name"] for a in data["author"]] == ["Van Lam", "Hoai Nhi"]
    assert "url" in data["translationOfWork"]


def test_what_is_not_known_is_not_said() -> None:
    page = samples.page(samples.english(author=None, translator=None, published=None, original_url=None, url=None))
    data = _linked(page)
    assert not {"author", "translator", "translationOfWork", "isBasedOn"} & set(data)
    assert not _tree(page).find_class("byline")


def test_the_record_stands_in_the_page() -> None:
    record = json.loads(_tree(samples.page(_draft())).xpath("//script[@id='record']")[0].text)
    assert record["source"]["sha256"] == "ab" * 32
    assert record["segments"] == {"total": 4, "approved": 3, "untranslated": 1, "left_out": 1, "merged": 0}
    assert record["engines"][0] == {
        "kind": "engine", "engine": "embedded", "version": "1.0", "segments": 3, "share": 0.75,
    }  # fmt: skip
    assert record["glossary"] == {"name": "vnnews", "version": "1", "hash": "abc123"}


@pytest.mark.parametrize("subject", [samples.english(), _long(), _draft()], ids=["english", "long", "draft"])
def test_a_page_is_small(subject: Article | Draft) -> None:
    page = samples.page(subject, site_of(samples.SETTINGS, formats=("html", "bilingual"), linked=True))
    content = HtmlWriter(SITE).render(page)
    text = lxml_html.document_fromstring(content).find_class("body")[0]
    assert len(content.encode()) - len(lxml_html.tostring(text, encoding="unicode").encode()) <= BUDGET


def test_equal_pages_give_equal_bytes() -> None:
    assert HtmlWriter(SITE).render(samples.page()) == HtmlWriter(site_of(samples.SETTINGS)).render(samples.page())


@pytest.mark.external
def test_pages_are_valid_by_the_nu_checker(tmp_path: Path) -> None:
    java, jar = require("java"), require("vnu")
    for name, content in _every_page():
        (tmp_path / f"{name}.html").write_text(content, encoding="utf-8")
    done = subprocess.run(
        [java, "-Xss4m", "-jar", jar, "--format", "json", *map(str, sorted(tmp_path.glob("*.html")))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = [
        f"{m['url'].rsplit('/', 1)[-1]}: {m.get('type')}: {m['message']}"
        for m in json.loads(done.stderr)["messages"]
        # Of data blocks, which no browser runs, the checker thinks that the policy blocks them.
        if "Inline script violates Content Security Policy" not in m["message"]
    ]
    assert messages == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("playwright")
    path = require("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


def _show(browser: Browser, content: str, **context: Any) -> Any:
    tab = browser.new_context(bypass_csp=True, **context).new_page()
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="9" height="9"/></svg>'
    tab.route("**/*", lambda route: route.fulfill(body=picture, content_type="image/svg+xml"))
    tab.set_content(content)
    return tab


@pytest.mark.external
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_by_axe(browser: Browser, scheme: str) -> None:
    axe = Path(require("axe")).read_text(encoding="utf-8")
    found = []
    for name, content in _every_page():
        tab = _show(browser, content, color_scheme=scheme)
        tab.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
        tab.evaluate(axe)
        for violation in tab.evaluate("() => axe.run().then(r => r.violations)"):
            found.append(f"{name}: {violation['impact']}: {violation['id']}: {violation['nodes'][0]['html'][:100]}")
        tab.context.close()
    assert found == []


@pytest.mark.external
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_no_page_scrolls_sideways(browser: Browser, width: int) -> None:
    """A window of 640 points is one of 1280 at 200 percent zoom, 320 one at 400 percent (WCAG 1.4.10)."""
    wide = []
    for name, content in _every_page():
        tab = _show(browser, content, viewport={"width": width, "height": 800})
        if tab.evaluate("() => document.documentElement.scrollWidth") > width:
            wide.append(name)
        tab.context.close()
    assert wide == []


@pytest.mark.external
def test_text_grows_to_twice_its_size(browser: Browser) -> None:
    tab = _show(browser, dict(_every_page())["long"], viewport={"width": 1280, "height": 800})
    tab.add_style_tag(content="html{font-size:200%}")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 1280
    clipped = "() => [...document.querySelectorAll('h1,p,li,td')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert tab.evaluate(clipped) == 0
    assert (
        float(re.sub("px", "", tab.evaluate("() => getComputedStyle(document.querySelector('.body p')).fontSize")))
        >= 36
    )


@pytest.mark.external
def test_print_is_black_on_white_with_addresses(browser: Browser) -> None:
    tab = _show(browser, dict(_every_page())["article"], color_scheme="dark")
    tab.emulate_media(media="print")
    style = "(e, p) => getComputedStyle(document.querySelector(e), p)"
    assert tab.evaluate(f"() => ({style})('body').color") == "rgb(0, 0, 0)"
    assert "example.vn" in tab.evaluate(f"() => ({style})('.body a', '::after').content")
    assert tab.evaluate(f"() => ({style})('.skip').display") == "none"
    assert tab.pdf()[:5] == b"%PDF-"


@pytest.mark.external
def test_dark_mode_is_dark(browser: Browser) -> None:
    tab = _show(browser, dict(_every_page())["article"], color_scheme="dark")
    red, green, blue = map(
        int, re.findall(r"\d+", tab.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    )
    assert max(red, green, blue) < 60


@pytest.mark.external
def test_one_click_takes_a_whole_field_of_the_paste_pack(browser: Browser) -> None:
    tab = _show(browser, dict(_every_page())["paste"])
    for number in range(tab.locator(".take").count()):
        field = tab.locator(".take").nth(number)
        field.click(position={"x": 20, "y": 20})
        taken = tab.evaluate("() => getSelection().toString()")
        assert taken.split() == field.inner_text().split()
