"""Pages that show no text: it is taken from their data or unshown parts, at last by a library; lists are left alone."""

from __future__ import annotations

import json

import pytest

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.html import recover
from vnnews.read.page import read_page
from vnnews.read.source import Source

TITLE = "Khởi công tuyến kè chống sạt lở sông Vàm"
TEXTS = (
    "Sáng 20/2, Ban Quản lý dự án tỉnh khởi công tuyến kè dài 2,3 km, bảo vệ 410 hộ dân ven sông Vàm.",
    "Dự kiến công trình hoàn thành trước mùa lũ năm 2025, đúng dịp kỷ niệm 30 năm thành lập huyện.",
)
MARKED = "".join(f"<p>{text}</p>" for text in TEXTS)
LINES = "".join(f'<div class="t">{line}</div>' for line in (
    "Chiều 22/12, Hội Cựu chiến binh", "xã Phước Lợi tổ chức gặp mặt", "kỷ niệm 71 năm ngày thành lập",
    "Quân đội nhân dân Việt Nam.", "Dự buổi gặp có 84 hội viên đại", "diện cho 11 chi hội trong xã.",
))  # fmt: skip


def read(body: str) -> Article:
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    return read_page(html, Source(html.encode(), "page", "2026-01-01T00:00:00Z"), "utf-8")


def data(value: object, kind: str = "application/json") -> str:
    return f'<div id="app"></div><script type="{kind}">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        (data({"@type": "NewsArticle", "articleBody": "\n\n".join(TEXTS)}, "application/ld+json"), "data"),
        (data({"props": {"page": [{"title": TITLE, "content": MARKED}]}}), "data"),
        (f'<div id="root"></div><noscript>{MARKED}</noscript>', "not show"),
        (f"<form><textarea>{TEXTS[0]}\n{TEXTS[1]}</textarea></form>", "not show"),
        (f'<iframe srcdoc="{MARKED}"></iframe>', "not show"),
    ],
)
def test_text_that_only_a_script_shows_is_taken_with_a_finding(body: str, stage: str) -> None:
    article = read(body)
    assert article.title == TITLE
    assert tuple(b.text for b in article.blocks) == TEXTS
    told = [f.message for f in article.findings if f.code == "R006"]
    assert len(told) == 1 and stage in told[0]


def test_the_library_finds_what_no_stage_of_ours_does() -> None:
    pytest.importorskip("trafilatura")
    article = read(LINES)
    assert "84 hội viên" in " ".join(b.text for b in article.blocks)
    assert [f.code for f in article.findings if f.severity == "warning"] == ["R006"]


def test_without_the_library_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recover, "LIBRARY", "no_such_library")
    with pytest.raises(NoArticleError) as caught:
        read(LINES)
    assert "vnnews[fallback]" in caught.value.cure


def test_pages_read_in_the_usual_way_have_no_such_finding() -> None:
    assert "R006" not in {f.code for f in read(f"<h1>{TITLE}</h1>{MARKED}").findings}


@pytest.mark.parametrize(
    "body",
    [
        data([{"content": MARKED}, {"content": MARKED.replace("Vàm", "Trà")}]),
        "".join(f'<li><a href="/tin-{n}">{TITLE} đợt {n} năm nay</a></li>' for n in range(20)) + LINES,
        "<noscript>Hãy bật JavaScript để xem trang.</noscript>",
    ],
)
def test_lists_and_empty_pages_stay_refused(body: str) -> None:
    with pytest.raises(NoArticleError):
        read(body)
