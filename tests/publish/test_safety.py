"""Attacks, published in every format that a browser opens: in Chromium no script runs and no request is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import samples
import vectors
from markdown_it import MarkdownIt

from external import CHROMIUM_FLAGS, require
from vnnews.article import Article, Block, Image, Mark, block, number_repeats
from vnnews.publish.addresses import safe_image, safe_link
from vnnews.publish.formats import open_writer
from vnnews.publish.markdown import body as markdown_body
from vnnews.publish.page import Correction, Page, Pair
from vnnews.publish.settings import Site, site_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ALLOWED = "https://images.example/"
BATCHES = [*sorted(vectors.MARKUP), "addresses"]


def _blocks(text: str, address: str | None) -> list[Block]:
    marks = [Mark(0, len(text), "link", address), Mark(0, 2, "bold")] if address else [Mark(0, 3, "italic")]
    image = Image(address or "https://images.example/ok.png", text, text)
    return [
        block("paragraph", text, marks=marks),
        block("heading", text, level=2),
        block("list", f"{text}\n{text}", marks=marks),
        block("table", f"{text}\t{text}\n{text}\tx", header=True),
        block("quote", text),
        block("figure", text, image=image),
        block("figure", "", image=image),
    ]


def _article(text: str, address: str | None = None) -> Article:
    return samples.english(
        title=f"{text} title",
        lead=text,
        author=text,
        translator=text,
        photographer=text,
        source_name=text,
        blocks=number_repeats(_blocks(text, address)),
        url=address or text,
        original_url=address or text,
    )


def _page(article: Article, text: str, site: Site) -> Page:
    page = samples.page(article, site, topics=(text,))
    record = {**page.record, "x": text, "source": {**page.record["source"], "url": text}}
    return replace(
        page,
        corrections=(Correction("2020-01-01", text),),
        record=record,
        original_title=text,
        original_author=text,
        pairs=(Pair("lead", text, text),),
    )


def _pages(batch: str) -> Iterator[tuple[str, str]]:
    """(what, HTML) of a batch: a page for each attack, and one with all of them in each other format."""
    site = site_of(replace(samples.SETTINGS, newsroom="<b>x"), formats=("html", "bilingual"), linked=True)
    attacks = (
        [(a, a) for a in vectors.ADDRESSES] if batch == "addresses" else [(t, None) for t in vectors.MARKUP[batch]]
    )
    for text, address in attacks:
        yield f"html: {text}", _html("html", _page(_article(text, address), text, site), site)
    everything = number_repeats([b for text, address in attacks for b in _blocks(text, address)])
    texts = [text for text, _ in attacks]
    page = _page(samples.english(blocks=everything, lead=texts[0]), texts[-1], site)
    page = replace(page, pairs=tuple(Pair("lead", text, text) for text in texts))
    for name in ("paste", "bilingual"):
        yield name, _html(name, page, site)
    rendered = MarkdownIt("commonmark").enable("table").render(markdown_body(page))
    yield "markdown", f"<!DOCTYPE html><meta charset=utf-8><title>x</title>{rendered}"


def _html(name: str, page: Page, site: Site) -> str:
    html = open_writer(name, site).render(page)
    assert isinstance(html, str)
    assert html
    return html


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("playwright")
    path = require("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


def _open(browser: Browser, pages: list[tuple[str, str]]) -> list[str]:
    """Open each page, wake what waits for a hand (focus, hover), and give what happened that must not."""
    told: list[str] = []
    now = ""
    context = browser.new_context()

    def answer(route: Any) -> None:
        if route.request.url == "https://page.example/":
            route.fulfill(body=dict(pages)[now], content_type="text/html; charset=utf-8")
        elif route.request.url.startswith(ALLOWED) and route.request.resource_type == "image":
            route.fulfill(body=b"", content_type="image/png")
        else:
            told.append(f"request {route.request.url} by {now}")
            route.abort()

    context.route("**/*", answer)
    context.expose_function("hit", lambda: told.append(f"script by {now}"))
    tab = context.new_page()
    tab.on("dialog", lambda dialog: (told.append(f"dialog by {now}"), dialog.dismiss()))
    for what, _ in pages:
        now = what
        tab.goto("https://page.example/", wait_until="load")
        tab.evaluate(
            """() => { for (const e of document.querySelectorAll('*')) {
                 e.focus && e.focus(); e.dispatchEvent(new MouseEvent('mouseover'));
                 if (e.tagName === 'DETAILS') e.open = true;
                 if (e.tagName === 'A' && !/^(https?|mailto):/.test(e.protocol + '')) hit(); } }"""
        )
        elements = tab.evaluate(
            "() => [...document.querySelectorAll("
            "'script:not([type$=json]), iframe, object, embed, form, link[rel=stylesheet]')]"
            ".map(e => e.outerHTML.slice(0, 80))"
        )
        told += [f"element {e} by {now}" for e in elements]
    context.close()
    return told


@pytest.mark.external
@pytest.mark.parametrize("batch", BATCHES)
def test_no_script_runs_and_no_request_is_made(browser: Browser, batch: str) -> None:
    assert _open(browser, list(_pages(batch))) == []


@pytest.mark.external
def test_the_browser_would_tell(browser: Browser) -> None:
    bad = [
        ("script", "<!DOCTYPE html><script>hit()</script>"),
        ("handler", "<!DOCTYPE html><img src=x:x onerror=hit()>"),
        ("request", "<!DOCTYPE html><img src=//evil.example/i.png>"),
        ("link", "<!DOCTYPE html><a href='javascript:hit()'>x</a>"),
    ]
    told = "\n".join(_open(browser, bad))
    for what, _ in bad:
        assert f"by {what}" in told


def test_there_are_enough_attacks() -> None:
    assert len(vectors.ALL) + len(vectors.ADDRESSES) >= 80


@pytest.mark.parametrize("address", vectors.ADDRESSES)
def test_an_address_is_plain_web_or_not_there(address: str) -> None:
    for safe in (safe_link(address), safe_image(address)):
        assert safe is None or (safe.startswith("https://images.example/") and not set(safe) & set("\"'<>` \\"))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?a=1&b=2#c", "https://a.example/x?a=1&b=2#c"),
        ("http://a.example/ảnh 1.jpg", "http://a.example/%E1%BA%A3nh%201.jpg"),
        ("http://a.example/%E1%BA%A3nh", "http://a.example/%E1%BA%A3nh"),
        ("http://báo.example/x", "http://b%C3%A1o.example/x"),
        ("HTTP://A.example/", "HTTP://A.example/"),
        ("/relative/x.html", None),
        ("#top", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_of_the_web_are_kept(address: str | None, expected: str | None) -> None:
    assert safe_link(address) == expected


def test_mail_is_a_link_but_no_picture() -> None:
    assert safe_link("mailto:a@b.example") == "mailto:a@b.example"
    assert safe_image("mailto:a@b.example") is None


def test_a_template_of_the_newsroom_runs_in_a_sandbox(tmp_path: Path) -> None:
    from vnnews.errors import UsageError

    (tmp_path / "credits.html").write_text("{{ page.__class__.__mro__[1].__subclasses__() }}")
    writer = open_writer("html", replace(site_of(samples.SETTINGS), templates=tmp_path))
    with pytest.raises(UsageError, match="unsafe"):
        writer.render(samples.page())
