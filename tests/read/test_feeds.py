"""Feeds, sitemaps and lists, in the forms that Vietnamese sites serve them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from vnnews.errors import InputError, UsageError
from vnnews.read.feeds import Entry, read_feed, read_list, read_sitemap
from vnnews.read.harvest import check_day, join, stem_and_part
from vnnews.read.page import read_page
from vnnews.read.source import Source

HOME = "https://hoathanh.example.vn/"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Tin tức</title><link>https://hoathanh.example.vn/</link>
<item><title>Khai mạc hội thi</title><link>/tin/1.html</link><pubDate>Mon, 11 Mar 2019 20:00:00 GMT</pubDate></item>
<item><title><![CDATA[Bế mạc &amp; trao giải]]></title><link>https://hoathanh.example.vn/tin/2.html#x</link>
<dc:date>2019-03-10</dc:date></item>
<item><title>Không có địa chỉ</title></item>
<item><title>Trùng</title><link>https://hoathanh.example.vn/tin/1.html</link></item>
<item><title>Chỉ có guid</title><guid isPermaLink="true">https://hoathanh.example.vn/tin/3.html</guid>
<pubDate>hôm qua</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Lễ hội</title>
<link rel="self" href="/atom/9"/><link rel="alternate" href="/tin/9.html"/>
<published>2019-03-11T23:30:00+07:00</published>
<updated>2020-01-01T00:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="x"><title>Cũ</title><link>http://hoathanh.example.vn/cu.asp?id=7</link></item></rdf:RDF>"""


def test_rss_with_relative_links_dates_and_repeats() -> None:
    assert read_feed(RSS.encode(), HOME) == [
        Entry(f"{HOME}tin/1.html", "2019-03-12", "Khai mạc hội thi"),
        Entry(f"{HOME}tin/2.html", "2019-03-10", "Bế mạc & trao giải"),
        Entry(f"{HOME}tin/3.html", None, "Chỉ có guid"),
    ]


def test_atom_and_rdf() -> None:
    assert read_feed(ATOM.encode(), HOME) == [Entry(f"{HOME}tin/9.html", "2019-03-11", "Lễ hội")]
    assert read_feed(RDF.encode(), HOME) == [Entry("http://hoathanh.example.vn/cu.asp?id=7", None, "Cũ")]


@pytest.mark.parametrize("data", [b"", b"<html><body>x</body></html>", b"{}", b"\x00\x01"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_feed(data, HOME)


def test_entities_of_a_feed_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    bad = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'
    bad += "<rss><channel><item><link>/1</link><title>&a;</title></item></channel></rss>"
    assert "geheim" not in str(read_feed(bad.encode(), HOME))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9)
    )
    assert (
        len(str(read_feed(f"{bomb}]><rss><item><link>/1</link><title>&a8;</title></item></rss>".encode(), HOME))) < 500
    )


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://hoathanh.example.vn/a.html</loc><lastmod>2019-03-12T01:00:00Z</lastmod></url>
<url><loc>https://hoathanh.example.vn/b.html</loc><news:news><news:publication_date>2019-03-01</news:publication_date>
<news:title>Tin B</news:title></news:news></url><url><lastmod>2019</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/s1.xml.gz</loc>
<lastmod>2018-12-31</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_sitemaps_also_packed(pack: type[bytes]) -> None:
    entries, further = read_sitemap(pack(SITEMAP.encode()), HOME)
    assert entries == [Entry(f"{HOME}a.html", "2019-03-12"), Entry(f"{HOME}b.html", "2019-03-01", "Tin B")]
    assert further == []


def test_a_sitemap_of_sitemaps() -> None:
    assert read_sitemap(INDEX.encode(), HOME) == ([], [Entry(f"{HOME}s1.xml.gz", "2018-12-31")])


def test_a_sitemap_that_unpacks_to_an_absurd_size_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        read_sitemap(gzip.compress(b"<urlset>" + b" " * 120_000_000), HOME)


def test_a_list_gives_its_articles_and_its_next_page() -> None:
    html = (Path(__file__).parent / "pages" / "list.html").read_text(encoding="utf-8")
    entries, following = read_list(html, f"{HOME}tin")
    assert [e.title for e in entries] == [
        "Hội nghị tổng kết công tác dân vận năm 2019", "Kiểm tra vệ sinh an toàn thực phẩm dịp Tết",
        "Trao nhà đại đoàn kết cho hộ nghèo", "Tập huấn kỹ thuật trồng rau an toàn",
    ]  # fmt: skip
    assert following == f"{HOME}tin?page=2"


def test_a_list_leaves_out_menus_tags_files_and_other_sites() -> None:
    html = """<nav><a href="/chuyen-muc-tin-trong-huyen-hoa-thanh-12345">Tin trong huyện Hòa Thành</a></nav>
    <a href="/tag/nong-thon-moi-kieu-mau-2019">Nông thôn mới kiểu mẫu 2019</a>
    <a href="/vb/quyet-dinh-123456.pdf">Quyết định số 123</a>
    <a href="https://other.example/bai-viet-rat-hay-123456.html">Một bài viết rất hay ở trang khác</a>
    <a href="/tin/bai-viet-123456.html"><img src="a.jpg"></a>
    <a href="/tin/bai-viet-123456.html">Một bài viết của huyện nhà</a>"""
    assert read_list(html, HOME)[0] == [Entry(f"{HOME}tin/bai-viet-123456.html", None, "Một bài viết của huyện nhà")]


@pytest.mark.parametrize(
    ("url", "stem", "part"),
    [
        ("https://a.vn/tin/bai-1234.html", "/tin/bai-1234.html", 1),
        ("https://a.vn/tin/bai-1234.html?page=2", "/tin/bai-1234.html", 2),
        ("https://a.vn/tin/bai-1234/3", "/tin/bai-1234", 3), ("https://a.vn/bai/page/2/", "/bai", 2),
        ("https://a.vn/bai-viet-p2.html", "/bai-viet.html", 2), ("https://a.vn/x?id=5&trang=2", "/x?id=5", 2),
    ],
)  # fmt: skip
def test_knows_the_parts_of_a_divided_article(url: str, stem: str, part: int) -> None:
    assert stem_and_part(url) == (stem, part)


def test_parts_are_joined_without_repeats() -> None:
    def part(text: str, tail: str = "") -> str:
        opening = "Mở đầu chung của mọi phần, đủ dài để là một đoạn văn."
        return f"<h1>Phóng sự dài kỳ về vùng biên</h1><div><p>{opening}</p><p>{text}</p>{tail}</div>"

    sources = [
        Source(b"", f"{HOME}a?page={n}", "2026-01-01T00:00:00Z", f"{HOME}bai-viet-dai-12345.html?page={n}")
        for n in (1, 2)
    ]
    one = read_page(part("Phần một kể chuyện người lính gác nơi cột mốc số 12 trong mùa đông."), sources[0], "utf-8")
    two = read_page(
        part("Phần hai kể chuyện lớp học xóa mù chữ bên kia đèo.", "<p><b>Lê Hồng</b></p>"), sources[1], "utf-8"
    )
    whole = join(one, two)
    assert [b.text.split()[1] for b in whole.blocks] == ["đầu", "một", "hai"]
    assert whole.author == "Lê Hồng"
    assert whole.id == one.id


def test_days_are_checked() -> None:
    assert check_day("2024-12-31") == "2024-12-31"
    assert check_day(None) is None
    with pytest.raises(UsageError):
        check_day("31/12/2024")


@pytest.mark.parametrize(
    ("address", "pager", "following"),
    [
        (
            "https://a.vn/tin",
            '<a href="/tin?page=1">1</a><a href="/tin?page=2">2</a><a href="/tin?page=3">3</a>',
            "/tin?page=2",
        ),
        ("https://a.vn/tin?page=2", '<a href="/tin?page=1">1</a><b>2</b><a href="/tin?page=3">3</a>', "/tin?page=3"),
        ("https://a.vn/tin?page=3", '<a href="/tin?page=1">1</a><a href="/tin?page=2">2</a><b>3</b>', None),
        ("https://a.vn/tin", '<b>1</b><a href="/tin?page=1">2</a><a href="/tin?page=2">3</a>', "/tin?page=1"),
        ("https://a.vn/tin?page=1", '<a href="/tin?page=0">1</a><b>2</b><a href="/tin?page=2">3</a>', "/tin?page=2"),
        (
            "https://a.vn/tin/trang-2.html",
            '<a href="/tin/trang-1.html">1</a><a href="/tin/trang-3.html">3</a>',
            "/tin/trang-3.html",
        ),
        ("https://a.vn/tin", '<a href="https://b.vn/tin?page=2">2</a><a href="/nam-2019">2019</a>', None),
    ],
)
def test_a_list_goes_on_behind_its_next_page_number(address: str, pager: str, following: str | None) -> None:
    _, found = read_list(f"<html><body><div>{pager}</div></body></html>", address)
    assert found == (f"https://a.vn{following}" if following else None)
