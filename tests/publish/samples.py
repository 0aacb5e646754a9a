"""Articles and drafts that the tests publish. The texts are made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vnnews.article import Article, Block, Image, Mark, Provenance, block, number_repeats
from vnnews.draft import store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment
from vnnews.publish import Site, page_of, site_of
from vnnews.publish.gate import Outcome
from vnnews.publish.page import Page
from vnnews.publish.record import record_of
from vnnews.settings import Settings

PROVENANCE = Provenance("x.html", "2026-11-26T10:00:00Z", "ab" * 32, "page", "0.1.0", "utf-8")
SETTINGS = Settings(
    newsroom="Ba Dinh News",
    site={
        "base_url": "https://news.example.vn/en",
        "topics": {"Digital government": ["one-stop shop", "e-government"]},
    },
)
CLEAN = Outcome(("N001", "T001"), ())
ENGINE, HUMAN = Origin("engine", "embedded", "1.0", None, "tokens"), Origin("human")

TEXT = "Hanoi (VNA) – The one-stop shop received 1,846 files; H2O and E = mc2."


def marked(phrase: str, kind: str, href: str | None = None) -> Mark:
    """A mark over a phrase of TEXT."""
    start = TEXT.index(phrase)
    return Mark(start, start + len(phrase), kind, href)  # type: ignore[arg-type]  # test data


BLOCKS = number_repeats(
    [
        block(
            "paragraph",
            TEXT,
            marks=[
                marked("one-stop shop", "bold"),
                marked("stop", "italic"),
                marked("received", "link", "https://example.vn/a?b=1&c=(2)"),
                Mark(TEXT.index("2O"), TEXT.index("2O") + 1, "sub"),
                Mark(TEXT.index("c2") + 1, TEXT.index("c2") + 2, "sup"),
            ],
        ),
        block("figure", "The working session", image=Image("https://images.example/a b.jpg", "A hall", "Thanh Bình")),
        block("heading", "What was said", level=4),
        block("list", "First * item\nSecond _item_\n1. third"),
        block("list", "One\nTwo", ordered=True),
        block("table", "Unit\tFiles\nMy Xuan | Ha\t1,846\nAn Dong\t635,584", header=True),
        block("quote", "The province was decisive.\nIt goes on."),
        block("figure", "A caption alone"),
        block("paragraph", "Music of the Đờn ca tài tử was played.\n# no heading {{ no }} <b>mark</b> & no &amp; sign"),
    ]
)  # fmt: skip


def english(**changes: object) -> Article:
    """An English article with everything in it."""
    article = Article(
        "0123456789ab",
        "One-stop shop opens in My Xuan",
        BLOCKS,
        "en",
        PROVENANCE,
        lead="The team was received by the district's leaders.",
        author="Hong Thai",
        translator="Duc Tam",
        photographer="Thu Hà",
        published="2018-08-10",
        source_name="Báo Mỹ Xuân",
        url="http://news.example/en/1.html",
        original_url="http://news.example/vi/1.html",
    )
    return replace(article, **changes)  # type: ignore[arg-type]  # test data


def vietnamese(blocks: tuple[Block, ...], **changes: object) -> Article:
    """A Vietnamese article of these blocks."""
    article = Article(
        "abcdefabcdef",
        "Kiểm tra cải cách hành chính",
        blocks,
        "vi",
        PROVENANCE,
        author="Thanh Bình",
        published="2016-11-24",
        url="http://news.example/vi/2.html",
    )
    return replace(article, **changes)  # type: ignore[arg-type]  # test data


def draft(*targets: str | None, origin: Origin = ENGINE, state: str = "reviewed", **changes: object) -> Draft:
    """A draft with a title and one paragraph of as many sentences as there are further targets."""
    sources = [f"Câu số {n} của bài." for n in range(1, len(targets))]
    blocks = number_repeats([block("paragraph", " ".join(sources))])
    units = [("title", "Kiểm tra cải cách hành chính", ""), *((blocks[0].id, s, " ") for s in sources)]
    segments = tuple(
        Segment(f"s{n}", unit, source, separator, target=target, state=state if target else "initial", origin=origin if target else None)  # type: ignore[arg-type]  # noqa: E501  # test data
        for n, ((unit, source, separator), target) in enumerate(zip(units, targets, strict=True), 1)
    )  # fmt: skip
    made = Draft(vietnamese(blocks), segments, GlossaryRef("vnnews", "1", "abc123"))
    return replace(made, **changes)  # type: ignore[arg-type]  # test data


def page(subject: Article | Draft | None = None, site: Site | None = None, **named: object) -> Page:
    """The page of an article or draft, checked clean, as it is before it is written."""
    subject = subject or english()
    made = page_of(subject, SETTINGS, site or site_of(SETTINGS), **named)  # type: ignore[arg-type]  # test data
    record = record_of(subject, CLEAN, title_given=False)
    return replace(made, record=record, issued="2026-11-26T10:00:00Z", modified="2026-11-26T10:00:00Z")


def saved(made: Draft, folder: Path) -> Path:
    """The draft on disk."""
    path = folder / "draft.xlf"
    store.create(made, path)
    return path
