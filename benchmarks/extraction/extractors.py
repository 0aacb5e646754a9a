"""The extractors compared, each a function from (html, url) to an Extraction; an import error means: not installed."""

from __future__ import annotations

from collections.abc import Callable

from measure import Extraction

Extractor = Callable[[str, str], Extraction]


def vnnews(recipes: bool) -> Extractor:
    """This project's reader, with portal recipes or without."""
    from vnnews.errors import NoArticleError
    from vnnews.read.page import read_page
    from vnnews.read.source import Source

    def extract(html: str, url: str) -> Extraction:
        try:
            a = read_page(html, Source(html.encode(), url, "2026-01-01T00:00:00Z", url), "utf-8", recipes=recipes)
        except NoArticleError:
            return Extraction()
        text = "\n".join(b.text for b in a.blocks if b.kind != "figure")
        return Extraction(
            text, a.title, a.lead, a.author, a.photographer, a.translator, a.published, a.captions,
            a.source_name, a.original_url,
        )  # fmt: skip

    return extract


def trafilatura() -> Extractor:
    """trafilatura in its default mode."""
    from trafilatura import bare_extraction

    def extract(html: str, url: str) -> Extraction:
        found = bare_extraction(html, url=url, with_metadata=True)
        if found is None:
            return Extraction()
        return Extraction(found.text or "", found.title, found.description, found.author, published=found.date)

    return extract


def newspaper4k() -> Extractor:
    """newspaper4k with its Vietnamese defaults."""
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False
    config.language = "vi"

    def extract(html: str, url: str) -> Extraction:
        article = Article(url, config=config)
        article.download(input_html=html)
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else None
        authors = " - ".join(article.authors) or None
        return Extraction(article.text, article.title, article.meta_description or None, authors, published=day)

    return extract


def readability() -> Extractor:
    """readability-lxml; its summary is turned into text by lxml."""
    from lxml.html import fromstring
    from readability import Document

    def extract(html: str, url: str) -> Extraction:
        document = Document(html, url=url)
        summary = document.summary()
        return Extraction("\n".join(fromstring(summary).itertext()) if summary.strip() else "", document.short_title())

    return extract


def resiliparse() -> Extractor:
    """resiliparse's main-content mode; it gives text only."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def extract(html: str, url: str) -> Extraction:
        tree = HTMLTree.parse(html)
        return Extraction(extract_plain_text(tree, main_content=True, alt_texts=False), tree.title or None)

    return extract


EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "vnnews": lambda: vnnews(recipes=True),
    "vnnews, recipes off": lambda: vnnews(recipes=False),
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
}
