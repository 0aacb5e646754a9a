"""Pages out of the ordinary: cut, huge, deep, empty; and who took the pictures."""

from __future__ import annotations

import cProfile

import pytest

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.html.forms import photographers
from vnnews.read.page import read_page
from vnnews.read.source import Source

TITLE = "Xã Hòa Lộc tổng kết năm"
PARAGRAPH = "<p>Sáng nay, xã tổ chức hội nghị tổng kết công tác năm và triển khai nhiệm vụ mới cho các đơn vị.</p>"


def read(body: str, title: str = TITLE) -> Article:
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    address = "https://tin.example.vn/bai-1.html"
    return read_page(html, Source(html.encode("utf-8", "replace"), address, "2026-01-01T00:00:00Z", address), "utf-8")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (PARAGRAPH * 4, ""),
        (PARAGRAPH * 2 + "\0\x01" + PARAGRAPH * 2, TITLE),
        (PARAGRAPH * 4 + "<ul><li>một" * 200, TITLE),
        (PARAGRAPH * 4 + '<table><tr><td colspan="100000000">a</td><td rowspan="99999999">b</td></tr></table>', TITLE),
    ],
)
def test_odd_pages_are_read(body: str, title: str) -> None:
    article = read(body, title)
    assert article.title == (title or None)
    assert sum(b.kind == "paragraph" for b in article.blocks) >= 4


@pytest.mark.parametrize("body", ["", "<p>Xin chào</p>"])
def test_pages_without_reachable_text_are_refused(body: str) -> None:
    with pytest.raises(NoArticleError):
        read(body)


def test_work_grows_with_the_page_not_with_its_square() -> None:
    """Counted in calls of functions, which are the same on every machine."""

    def calls(lines: int) -> int:
        body = "<div>" + "Sáng nay xã họp tổng kết năm nay.<br>" * lines + "</div>"
        profile = cProfile.Profile()
        article = profile.runcall(read, body)
        assert len(article.blocks) == lines
        return sum(entry.callcount for entry in profile.getstats())

    calls(100)
    assert calls(4000) < 12 * calls(500)


@pytest.mark.parametrize(
    ("credits", "named"),
    [
        (["Thu Cúc"], "Thu Cúc"),
        (["Trịnh Bửu", "Thiên Lý", "Trịnh Bửu"], "Trịnh Bửu, Thiên Lý"),
        (["ĐÌNH VƯỢNG", "Đ.V."], "Đình Vượng"),
        (["TTXVN"], "TTXVN"),
        (["Internet", "minh họa", "Bệnh viện cung cấp", "NVCC", "PV"], None),
        ([], None),
    ],
)
def test_photographers_come_from_the_credits_of_pictures(credits: list[str], named: str | None) -> None:
    assert photographers(credits) == named


def test_a_photographer_under_the_text_wins_over_credits() -> None:
    figure = '<figure><img src="/a.jpg"><figcaption>Toàn cảnh. Ảnh: Thu Cúc</figcaption></figure>'
    assert read(PARAGRAPH * 3 + figure).photographer == "Thu Cúc"
    assert read(PARAGRAPH * 3 + figure + "<p align='right'>Tin, ảnh: Lê Nam</p>").photographer == "Lê Nam"


def test_the_office_under_a_writers_name_is_dropped_and_told() -> None:
    signed = "<div align='right'><b>Trần Quốc Định</b></div><div align='right'>Phòng Đào tạo</div>"
    article = read(PARAGRAPH * 3 + signed)
    assert article.author == "Trần Quốc Định"
    assert ("Phòng Đào tạo", "byline") in [(d.text, d.reason) for d in article.dropped]


def test_a_caption_above_the_text_is_kept() -> None:
    picture = '<div class="pic"><figure><img src="/a.jpg"><figcaption>Quang cảnh hội nghị</figcaption></figure></div>'
    assert read(f"{picture}<div class='bodytext'>{PARAGRAPH * 4}</div>").captions == ("Quang cảnh hội nghị",)


@pytest.mark.parametrize(
    ("opening", "closing"), [("<div>", "</div>"), ("<b>", ""), ("<font size=2>", ""), ("<span><div>", "</div></span>")]
)
@pytest.mark.parametrize("depth", [300, 1500, 20000])
def test_deeply_nested_pages_are_read_whole_and_in_order(opening: str, closing: str, depth: int) -> None:
    numbered = [PARAGRAPH.replace("xã tổ", f"xã số {n} tổ") for n in range(4)]
    article = read(f"<div>{opening * depth}{opening.join(numbered)}{closing * (depth + 3)}</div>")
    assert [f"xã số {n} tổ" in block.text for n, block in enumerate(article.blocks)] == [True] * 4
