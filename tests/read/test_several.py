"""Pages with several whole articles, and pages that only look so."""

from __future__ import annotations

import pytest

from vnnews.read import read_source
from vnnews.read.source import Source

TEXT = (
    "Hội nghị đã nghe báo cáo kết quả công tác dân vận chính quyền năm 2018, thảo luận nhiệm vụ trọng tâm của năm 2019 "
    "và nghe ý kiến của đại diện 14 xã, thị trấn về những việc còn chậm."
)
TITLES = ("Tổng kết công tác dân vận năm 2018", "Ra quân trồng cây tại hồ Khe Mây", "Khánh thành cầu thôn Đồng Tâm")


def item(n: int, title: str, *, tag: str = "div", sign: str = "", link: bool = False) -> str:
    shown = f'<a href="/tin/{n}.html">{title}</a>' if link else title
    return f'<{tag} class="bai" id="b{n}"><h2>{shown}</h2>{sign}<p>{TEXT}</p><p>{TEXT[::-1]}</p></{tag}>'


def read(body: str, url: str | None = "https://xa.example.vn/ban-tin?ngay=12") -> list[tuple[str | None, str | None]]:
    html = f"<html><head><title>Bản tin</title></head><body>{body}</body></html>"
    return [
        (a.title, a.url) for a in read_source(Source(html.encode(), "page", "2026-01-01T00:00:00Z", url, "text/html"))
    ]


@pytest.mark.parametrize("sign", ["<div>12/03/2019</div>", '<p align="right">Tin, ảnh: Hà Linh</p>'])
def test_each_whole_article_is_one_with_an_address_of_its_own(sign: str) -> None:
    found = read("<h1>Bản tin ngày 12/3</h1>" + "".join(item(n, t, sign=sign) for n, t in enumerate(TITLES)))
    assert found == [(t, f"https://xa.example.vn/ban-tin?ngay=12#b{n}") for n, t in enumerate(TITLES)]


def test_their_text_and_day_stay_apart() -> None:
    html = "".join(item(n, t, sign=f"<div>1{n}/03/2019</div>") for n, t in enumerate(TITLES))
    page = f"<html><body>{html}</body></html>"
    found = read_source(Source(page.encode(), "page.html", "2026-01-01T00:00:00Z", None, "text/html"))
    assert [a.published for a in found] == ["2019-03-10", "2019-03-11", "2019-03-12"]
    assert all([b.text for b in a.blocks] == [TEXT, TEXT[::-1]] for a in found)
    assert len({a.id for a in found}) == 3


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Bản tin</h1>" + "".join(item(n, t) for n, t in enumerate(TITLES)),
        "<h1>Tổng kết năm 2018</h1><div>12/03/2019</div>"
        + "".join(item(n, t, tag="section") for n, t in enumerate(TITLES)),
        item(1, TITLES[0], sign="<div>12/03/2019</div>") + f"<p>{TEXT}</p>",
    ],
)
def test_parts_of_one_article_stay_together(body: str) -> None:
    assert len(read(body)) == 1


def test_articles_that_link_to_pages_of_their_own_are_not_taken_apart() -> None:
    body = "".join(item(n, t, sign="<div>12/03/2019</div>", link=True) for n, t in enumerate(TITLES))
    assert len(read(body)) == 1
