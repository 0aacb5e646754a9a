"""The site: lists, feed, sitemap, and that a second build does only what is new."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import samples
from lxml import etree
from lxml import html as lxml_html

from vnnews.article import block, number_repeats
from vnnews.publish import take_down
from vnnews.publish.feeds import MOST_URLS, sitemap
from vnnews.publish.fields import fields_of
from vnnews.publish.files import rendered, write, writers
from vnnews.publish.formats import FORMATS, open_writer
from vnnews.publish.page import Page
from vnnews.publish.settings import Site, site_of
from vnnews.publish.site import LIST, build
from vnnews.settings import Settings

SITE = site_of(samples.SETTINGS, linked=True)
ATOM = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _put(out: Path, n: int, site: Site = SITE, **changes: object) -> Page:
    values = {
        "id": f"{n:012x}",
        "title": f"One-stop shop number {n}",
        "published": f"2018-{n % 12 + 1:02d}-10",
    } | changes
    page = samples.page(samples.english(**values))
    page = replace(page, issued=f"2026-11-{n % 28 + 1:02d}T10:00:00Z", modified=f"2026-11-{n % 28 + 1:02d}T10:00:00Z")
    write(rendered(page, writers(site), site), out)
    return page


def _links(path: Path) -> Iterator[str]:
    yield from lxml_html.document_fromstring(path.read_text(encoding="utf-8")).xpath("//main//a/@href")


def test_every_page_is_found_from_the_front_page_and_no_link_is_dead(tmp_path: Path) -> None:
    for n in range(40):
        _put(tmp_path, n)
    _put(tmp_path, 99, published=None)
    assert build(SITE, tmp_path).pages == 41
    reached, todo = set(), ["index.html"]
    while todo:
        name = todo.pop()
        if name in reached:
            continue
        reached.add(name)
        found = [h for h in _links(tmp_path / name) if not h.startswith("http")]
        assert all((tmp_path / h).is_file() for h in found), name
        todo += [h for h in found if h.endswith(".html")]
    assert reached == {p.name for p in tmp_path.glob("*.html")}
    assert "month-undated.html" in reached
    assert "topic-digital-government.html" in reached


def test_a_second_build_does_nothing_and_a_third_only_what_is_new(tmp_path: Path) -> None:
    for n in range(5):
        _put(tmp_path, n)
    build(SITE, tmp_path)
    again = build(SITE, tmp_path)
    assert (again.rendered, again.files) == (0, ())
    page = _put(tmp_path, 7, published="2020-02-02")
    third = build(SITE, tmp_path)
    assert third.rendered == 1
    names = {p.name for p in third.files}
    assert names == {
        "index.html",
        "archive.html",
        "month-2020-02.html",
        "topic-digital-government.html",
        "feed.xml",
        "sitemap.xml",
    }
    assert (tmp_path / f"{page.slug}.html").is_file()


def test_changed_settings_make_every_page_anew(tmp_path: Path) -> None:
    _put(tmp_path, 1)
    build(SITE, tmp_path)
    renamed = build(replace(SITE, name="Another name"), tmp_path)
    assert renamed.rendered == 1
    assert "Another name" in next(tmp_path.glob("2018*.html")).read_text(encoding="utf-8")


def test_topics_of_the_settings_reach_old_pages(tmp_path: Path) -> None:
    _put(tmp_path, 1)
    build(SITE, tmp_path)
    build(replace(SITE, topics=(("Offices", ("one-stop shop",)),)), tmp_path)
    assert (tmp_path / "topic-offices.html").is_file()
    assert not (tmp_path / "topic-digital-government.html").exists()


def test_a_withdrawn_page_leaves_the_lists_but_not_its_place(tmp_path: Path) -> None:
    page = _put(tmp_path, 1)
    _put(tmp_path, 2)
    build(SITE, tmp_path)
    take_down(page.slug, "", SITE, tmp_path)
    build(SITE, tmp_path)
    assert (tmp_path / f"{page.slug}.html").is_file()
    for path in [*tmp_path.glob("*.xml"), tmp_path / "index.html"]:
        assert page.slug not in path.read_text(encoding="utf-8")
    assert not (tmp_path / "month-2018-02.html").exists()


def test_damaged_sidecars_are_told_and_other_json_is_left_alone(tmp_path: Path) -> None:
    _put(tmp_path, 1)
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "bad.json").write_text('{"schema": "vnnews/page/1", "id": ')
    built = build(SITE, tmp_path)
    assert built.pages == 1
    assert len(built.damaged) == 1
    assert "bad.json" in built.damaged[0]


def test_long_lists_are_parted(tmp_path: Path) -> None:
    site = replace(SITE, formats=("html",), topics=())
    for n in range(LIST + 5):
        _put(tmp_path, n, site, published="2018-05-05", title=f"T {n}")
    build(site, tmp_path)
    assert len([h for h in _links(tmp_path / "month-2018-05.html") if h.startswith("2018")]) == LIST
    assert len([h for h in _links(tmp_path / "month-2018-05-2.html") if h.startswith("2018")]) == 5
    assert "month-2018-05.html" in list(_links(tmp_path / "month-2018-05-2.html"))


def test_the_feed_is_atom_with_ids_that_stay(tmp_path: Path) -> None:
    page = _put(tmp_path, 3, title="A & B <c>\x0b")
    build(SITE, tmp_path)
    feed = etree.parse(tmp_path / "feed.xml")
    assert feed.findtext("a:title", namespaces=ATOM) == "Ba Dinh News"
    assert feed.findtext("a:entry/a:title", namespaces=ATOM) == "A & B <c>"
    assert feed.findtext("a:entry/a:id", namespaces=ATOM) == f"tag:news.example.vn,2026:{page.id}"
    links = feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert links == [f"https://news.example.vn/en/{page.slug}.html"]
    assert feed.findtext("a:entry/a:author/a:name", namespaces=ATOM) == "Hong Thai"
    assert feed.findtext("a:entry/a:contributor/a:name", namespaces=ATOM) == "Duc Tam"
    for required in ("id", "updated", "title"):
        assert feed.findtext(f"a:{required}", namespaces=ATOM)
        assert feed.findtext(f"a:entry/a:{required}", namespaces=ATOM)


def test_the_sitemap_names_every_page_and_parts_where_it_must(tmp_path: Path) -> None:
    page = _put(tmp_path, 3)
    build(SITE, tmp_path)
    urls = etree.parse(tmp_path / "sitemap.xml").xpath("//s:loc/text()", namespaces=ATOM)
    assert urls == ["https://news.example.vn/en/index.html", f"https://news.example.vn/en/{page.slug}.html"]
    many = [{"slug": f"p{n}", "modified": "2026-11-01T00:00:00Z"} for n in range(MOST_URLS + 1)]
    assert [name for name, _ in sitemap(many, SITE)] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]


def test_topics_that_differ_by_signs_alone_are_one_list(tmp_path: Path) -> None:
    for n, topic in enumerate(["A & B", "A, B"]):
        page = replace(
            samples.page(samples.english(id=f"{n}" * 12, title=f"T {n}"), topics=(topic,)), issued="2026-01-01"
        )
        write(rendered(page, writers(SITE), SITE), tmp_path)
    build(SITE, tmp_path)
    assert len([h for h in _links(tmp_path / "topic-a-b.html") if h.startswith("2018")]) == 2


@pytest.mark.parametrize(
    "title", ["Index", "Archive", "Topic: digital government", "Month 2018-05", "Feed", "Sitemap 1"]
)
def test_no_page_takes_the_name_of_a_list(title: str) -> None:
    assert samples.page(samples.english(title=title, published=None)).slug.endswith("-012345")


def test_without_an_address_there_is_no_feed_and_no_sitemap(tmp_path: Path) -> None:
    site = site_of(Settings(), linked=True)
    _put(tmp_path, 1, site)
    build(site, tmp_path)
    assert not list(tmp_path.glob("*.xml"))
    assert "http" not in "".join(_links(tmp_path / "index.html"))


# --- every format ---------------------------------------------------------------------------------------------------


def _text(content: str | bytes, name: str) -> str:
    if isinstance(content, str):
        return content
    assert name == "docx"
    return "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "bilingual"])
def test_every_format_has_title_text_and_all_credits(name: str) -> None:
    page = samples.page()
    text = _text(open_writer(name, SITE).render(page), name)
    for words in (page.title, "The team was received", "By Hong Thai – Translated by Duc Tam", "Báo Mỹ Xuân", "Thu Hà"):
        assert words in text, words
    assert "1,846" in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_for_equal_pages(name: str) -> None:
    made = samples.draft("Title", "One.", None, "Two.")
    assert open_writer(name, SITE).render(samples.page(made)) == open_writer(name, SITE).render(samples.page(made))


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "html"])
def test_of_a_withdrawn_page_only_the_tombstone_is_left(name: str) -> None:
    page = replace(samples.page(samples.draft("T", "One.")), withdrawn={"at": "2026-01-01T00:00:00Z", "reason": ""})
    assert not open_writer(name, SITE).render(page)


def test_fields_are_clean() -> None:
    fields = fields_of(samples.page())
    assert json.loads(json.dumps(fields)) == fields
    assert "class=" not in fields["body_html"]
    assert "<figure" not in fields["body_html"]
    assert "<strong>one-<em>stop</em> shop</strong>" in fields["body_html"]
    assert "- First * item\n- Second _item_" in fields["body_text"]
    assert "1. One\n2. Two" in fields["body_text"]
    assert "My Xuan | Ha\t1,846" in fields["body_text"]
    assert [f["caption"] for f in fields["figures"]] == ["The working session", "A caption alone"]
    assert fields["figures"][0]["credit"] == "Photo: Thanh Bình"
    assert fields["credits"] == "By Hong Thai – Translated by Duc Tam. Photos: Thu Hà. Source: Báo Mỹ Xuân"


def test_word_keeps_marks_lists_tables_and_links() -> None:
    data = open_writer("docx", SITE).render(samples.page())
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    paragraphs = document.paragraphs
    runs = [r for p in paragraphs for r in p.runs]
    assert "".join(r.text for r in runs if r.bold) == "one-stop shop"
    assert [r.text for r in runs if r.font.subscript] == ["2"]
    assert [p.text for p in paragraphs if p.style.name == "List Bullet"][:2] == [
        "First * item",
        "Second _item_",
    ]
    assert [p.text for p in paragraphs if p.style.name == "List"] == ["1. One", "2. Two"]
    assert [c.text for c in document.tables[0].rows[1].cells] == ["My Xuan | Ha", "1,846"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"https://example.vn/a?b=1&amp;c=%282%29" in archive.read("word/_rels/document.xml.rels")
        assert b'w:val="vi-VN"' in archive.read("word/document.xml")
    assert document.core_properties.title == "One-stop shop opens in My Xuan"


def test_the_bilingual_edition_sets_sentence_beside_sentence() -> None:
    page = samples.page(samples.draft("Title", "One.", None))
    tree = lxml_html.document_fromstring(str(open_writer("bilingual", SITE).render(page)))
    pairs = [
        [p.text_content() for p in pair.iter("p")]
        for pair in tree.xpath("//div[starts-with(@class, 'group')]/div[@class='pair']")
    ]
    assert pairs == [["Câu số 1 của bài.", "One."], ["Câu số 2 của bài.", "–"]]
    assert all(p[0].get("lang") == "vi" for p in tree.xpath("//div[starts-with(@class, 'group')]/div[@class='pair']"))


def test_an_english_article_has_no_bilingual_edition() -> None:
    assert open_writer("bilingual", SITE).render(samples.page()) == ""


def test_blocks_of_nothing_but_blanks_do_not_show() -> None:
    page = samples.page(samples.english(blocks=number_repeats([block("paragraph", " "), block("paragraph", "x")])))
    assert [b.text for b in page.blocks] == ["x"]
