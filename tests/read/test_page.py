"""Pages of many manners, read by eye first: every field, every block, and what must not be let in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.page import read_page
from vnnews.read.source import Source

PAGES = Path(__file__).parent / "pages"


def read(html: str, url: str | None = "https://hoathanh.example.vn/tin/bai-viet-1234.html") -> Article:
    return read_page(html, Source(html.encode(), url or "-", "2026-01-01T00:00:00Z", url), "utf-8")


def saved(name: str) -> Article:
    return read((PAGES / f"{name}.html").read_text(encoding="utf-8"))


FIELDS: dict[str, dict[str, Any]] = {
    "asp-portal": {
        "title": "Nông dân Hòa Thành trúng mùa dưa hấu Tết", "lead": None, "author": "H.V", "published": "2014-01-21",
        "kinds": ["paragraph", "figure", "heading", "paragraph", "paragraph", "paragraph"],
        "captions": ("Thương lái thu mua dưa hấu tại ruộng ở xã Long Thành",), "language": "vi",
    },
    "blogspot": {
        "title": "Hội thảo mô hình nuôi dê ở Long Sơn", "author": "Kim Hoàng", "photographer": "Kim Hoàng",
        "published": "2016-11-24", "kinds": ["figure", "paragraph", "paragraph", "paragraph"],
        "captions": ("Tham quan chuồng nuôi của hộ ông Sơn Ngọc Thạch",),
        "url": "https://xalongson.example.blogspot.com/2016/11/hoi-thao.html",
    },
    "english-agency": {
        "title": "Coastal province to expand mangrove belt", "author": "Kim Loan", "source_name": "VNA",
        "lead": "The mangrove belt along the province's 72-km coast will grow by 1,200 hectares before 2026, "
        "according to a plan approved on Monday.", "published": "2022-03-15", "language": "en",
        "captions": ("Volunteers plant seedlings at low tide",),
        "kinds": ["figure", "paragraph", "paragraph", "heading", "paragraph"],
    },
    "joomla15": {
        "title": "Công đoàn ngành Y tế trao 40 suất quà cho bệnh nhân nghèo", "lead": None, "author": "Phạm Thảo",
        "published": "2014-03-12", "kinds": ["paragraph"] * 3,
    },
    "legal-answer": {
        "title": "Điều kiện hưởng trợ giúp pháp lý miễn phí", "author": None, "source_name": "Cổng TTĐT Chính phủ",
        "published": "2021-08-05", "kinds": ["paragraph"] * 8,
    },
    "top-byline": {
        "title": "Giữ lửa nghề gốm bên sông Cổ", "author": "Hồng Vân - Quốc Thái", "source_name": "Báo Trung Du",
        "lead": "Làng gốm Cổ Lão từng có hơn 60 lò đỏ lửa quanh năm. Nay chỉ còn bốn gia đình bám nghề, nhưng lớp "
        "trẻ đang tìm đường trở lại.", "published": "2019-03-12", "captions": ("Bà Đỗ Thị Tý bên bàn xoay.",),
        "kinds": ["paragraph", "figure", "paragraph", "paragraph", "paragraph"],
    },
    "vnpt-portal": {
        "title": "Ra mắt mô hình “Dân vận khéo” trong giữ gìn vệ sinh kênh mương", "author": "Vũ Thị Nga",
        "photographer": "Vũ Thị Nga", "published": "2020-09-17",
        "lead": "Sau hai tháng vận động, 312 hộ dân thôn Đông đã tự tháo dỡ chuồng trại lấn chiếm, trả lại hơn 2 km "
        "lòng mương thông thoáng.", "captions": ("Đoàn viên thanh niên vớt bèo trên mương tiêu thôn Đông.",),
        "kinds": ["paragraph", "figure", "paragraph", "paragraph"],
    },
    "english-portal": {
        "title": "Delta farmers learn to measure salinity by phone", "author": "NTL", "translator": "Bich Van",
        "published": "2019-03-05", "captions": ("At the opening session",), "language": "en",
        "kinds": ["paragraph", "figure", "paragraph", "paragraph", "paragraph"],
    },
    "interview": {
        "title": "Sẽ không để học sinh vùng lũ thiếu sách", "author": "Nguyễn Hoàng", "published": "2012-08-27",
        "kinds": ["paragraph"] * 5, "captions": (),
    },
    "notice": {
        "title": "Thông báo tuyển dụng viên chức năm 2023", "lead": None, "author": None, "published": "2023-05-15",
        "kinds": ["paragraph", "table", "list", "paragraph", "paragraph", "paragraph"],
    },
    "photo-news": {
        "title": "[Ảnh] Mùa gặt trên ruộng bậc thang Sín Chải", "author": "Vừ A Dơ", "published": "2022-10-02",
        "source_name": "SLM", "kinds": ["figure"] * 5,
        "captions": (
            "Ruộng bậc thang Sín Chải nhìn từ đèo Khau Pha", "Phụ nữ Mông gùi lúa về bản",
            "Trẻ em theo mẹ ra đồng ngày cuối tuần.", "Đập lúa bằng máng gỗ, cách làm đã có từ nhiều đời.",
        ),
    },
    "short-news-long-list": {
        "title": "Tạm ngừng cấp nước tại phường 5", "lead": None, "author": None, "published": "2020-06-03",
        "kinds": ["paragraph"],
    },
    "simple": {
        "title": "Khai giảng lớp dệt chiếu", "lead": None, "author": "Út Lành", "published": None,
        "kinds": ["paragraph", "list", "quote", "figure", "paragraph", "paragraph"],
        "captions": ("Học viên thực hành trên khung dệt",),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_fields_are_as_the_page_shows_them(name: str) -> None:
    article = saved(name)
    found = {"kinds": [b.kind for b in article.blocks]}
    found |= {field: getattr(article, field) for field in FIELDS[name] if field != "kinds"}
    assert found == FIELDS[name]


JUNK = re.compile(
    r"Giấy phép|Lượt|Cơ quan chủ quản|online|Latest|100%|Map of|Xem thêm|Đọc nhiều|Tin liên quan|cùng chuyên mục|"
    r"Trang chủ|Quản trị viên|quantri|nhận xét|Tổng Biên tập|Các bài|Published"
)


@pytest.mark.parametrize("name", FIELDS)
def test_nothing_of_the_junk_is_kept(name: str) -> None:
    article = saved(name)
    assert not [text for _, text in article.texts() if JUNK.search(text)]


def test_what_was_dropped_near_the_text_is_told() -> None:
    dropped = {d.text: d.reason for d in saved("english-portal").dropped}
    assert dropped["100%"] == "zoom"
    assert dropped["Published on 05 - 03 - 2019"] == "date"
    assert ("Xem thêm: Miễn học phí cho học sinh vùng ngập sâu", "link") in [
        (d.text, d.reason) for d in saved("interview").dropped
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("not-found", "says that the article is not there"),
        ("script-only", "no article on the page"),
        ("list", "list of articles"),
    ],
)
def test_pages_without_an_article_are_refused_with_a_cure(name: str, message: str) -> None:
    with pytest.raises(NoArticleError, match=message) as raised:
        saved(name)
    assert raised.value.cure


@pytest.mark.parametrize(
    "html", ["", "   ", "<html></html>", "<!-- -->", "<p>Chào</p>", "\x00\x00", "<title>x</title>"]
)
def test_nothing_to_read_is_refused(html: str) -> None:
    with pytest.raises(NoArticleError):
        read(html)


def test_a_front_page_is_refused() -> None:
    html = (PAGES / "simple.html").read_text(encoding="utf-8")
    with pytest.raises(NoArticleError, match="front page"):
        read(html, "https://baobinhson.example.vn/")


TEXT = (
    "Sáng 12/3, Ủy ban nhân dân huyện tổ chức hội nghị tổng kết công tác dân vận chính quyền năm 2019 và triển khai "
    "nhiệm vụ năm 2020, với sự tham dự của đại diện lãnh đạo các phòng, ban và 14 xã, thị trấn."
)


def page(body: str, *, head: str = "", title: str = "Hội nghị tổng kết công tác dân vận chính quyền") -> str:
    return f'<html lang="vi"><head>{head}</head><body><h1>{title}</h1><div class="x">{body}</div></body></html>'


def test_inline_marks_cover_exactly_their_words() -> None:
    article = read(page(f'<p>Theo <b>ông  A</b>, xem <a href="/kh">kế <i>hoạch</i></a> số 12.</p><p>{TEXT}</p>'))
    block = article.blocks[0]
    assert block.text == "Theo ông A, xem kế hoạch số 12."
    assert [(m.kind, block.text[m.start : m.end], m.href) for m in block.marks] == [
        ("bold", "ông A", None),
        ("link", "kế hoạch", "https://hoathanh.example.vn/kh"),
        ("italic", "hoạch", None),
    ]


def test_scripts_in_links_and_pictures_are_not_carried() -> None:
    article = read(
        page(f'<p><a href="javascript:alert(1)">Bấm</a> {TEXT}</p><p><img src="data:image/png;base64,xx"></p>')
    )
    assert article.blocks[0].marks == ()
    assert [b.kind for b in article.blocks] == ["paragraph"]


def test_line_breaks_part_paragraphs_but_not_a_sentence_that_goes_on() -> None:
    article = read(
        page(f"<div>{TEXT}<br><br>Đến dự có đồng chí Chủ tịch<br>và các phó chủ tịch huyện.<br>- Mục một</div>")
    )
    assert [b.text for b in article.blocks] == [
        TEXT, "Đến dự có đồng chí Chủ tịch và các phó chủ tịch huyện.", "- Mục một",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Địa chỉ: số 12 đường Trần Phú, phường 1.", "Điện thoại: 0291.3844000; email: phongnoivu@example.vn",
        "Tệp đính kèm: Quyết định số 12/QĐ-UBND", "https://dichvucong.example.vn",
        "Bản đồ quy hoạch sử dụng đất xã Long Sơn",
        "Bản quyền phần mềm là nội dung được thanh tra trong đợt này.",
    ],
)  # fmt: skip
def test_lines_of_a_notice_are_not_taken_for_furniture(line: str) -> None:
    article = read(page(f"<p>{TEXT}</p><p>{line}</p>"))
    assert [b.text for b in article.blocks] == [TEXT, line]


@pytest.mark.parametrize(
    "line",
    [
        "© Báo Bình Minh. Ghi rõ nguồn khi phát hành lại.", "Copyright 2019 Hoa Thanh Portal. All rights reserved.",
        "Giấy phép số 12/GP-STTTT. Chịu trách nhiệm chính: Chánh Văn phòng.", "Lượt xem: 1.024",
        "Chia sẻ Facebook Zalo",
        "Tags: dân vận, hội nghị", "A- A A+", "Quay lại | Đầu trang | Bản in", "117 online users", "Quảng cáo",
    ],
)  # fmt: skip
def test_furniture_below_the_text_is_dropped_and_told(line: str) -> None:
    article = read(page(f"<p>{TEXT}</p><p>{line}</p>"))
    assert [b.text for b in article.blocks] == [TEXT]
    assert line in [d.text for d in article.dropped]


def test_tables_keep_rows_and_columns() -> None:
    article = saved("notice")
    table = next(b for b in article.blocks if b.kind == "table")
    assert table.text.split("\n") == [
        "STT\tVị trí\tSố lượng\t", "\t\tHuyện\tXã", "1\tBác sĩ\t4\t2", "2\tĐiều dưỡng\t6\t5",
    ]  # fmt: skip
    assert table.header


def test_nested_lists_become_one_list_in_order() -> None:
    article = read(page(f"<p>{TEXT}</p><ol><li>Một<ul><li>Một a</li></ul></li><li><p>Hai</p></li></ol>"))
    block = article.blocks[1]
    assert (block.kind, block.ordered, block.text) == ("list", True, "Một\nMột a\nHai")


SIGNATURES = [
    ('<p align="right"><b>Thanh Tùng</b></p>', {"author": "Thanh Tùng"}),
    ("<p><b>Thanh Tùng</b></p>", {"author": "Thanh Tùng"}),
    (f"<p>{'&nbsp;' * 40}Thanh Bằng</p>", {"author": "Thanh Bằng"}),
    ("<p>Tin, ảnh: Lê Hồng</p>", {"author": "Lê Hồng", "photographer": "Lê Hồng"}),
    ("<p><em>Bài và ảnh: LÊ HỒNG - CAO SƠN</em></p>", {"author": "Lê Hồng - Cao Sơn"}),
    ('<p style="text-align:right">Hà Vân (tổng hợp)</p>', {"author": "Hà Vân"}),
    ("<p>PV Ngọc Lan</p>", {"author": "Ngọc Lan"}),
    ('<p align="right"><b>PV</b></p>', {"author": "PV"}),
    ("<p>Tác giả bài viết: Y Nuê Niê</p>", {"author": "Y Nuê Niê"}),
    ("<p>Tác giả: quantri</p>", {"author": None}),
    ('<p align="right"><b>Super User</b></p>', {"author": None}),
    ("<p>Theo TTXVN</p>", {"author": None, "source_name": "TTXVN"}),
    ("<p>Nguồn: Báo Bình Minh</p>", {"author": None, "source_name": "Báo Bình Minh"}),
    (
        "<p>By Hoang Nam – Translated by Thu Hà</p>",
        {"author": "Hoang Nam", "translator": "Thu Hà"},
    ),
    ("<p>Written by NX<br>Translated by Sac Xanh</p>", {"author": "NX", "translator": "Sac Xanh"}),
    ("<p>Ảnh: Tư Liệu</p><p>Lê Hồng</p>", {"author": "Lê Hồng", "photographer": "Tư Liệu"}),
]


@pytest.mark.parametrize(("line", "wanted"), SIGNATURES)
def test_signatures_in_all_forms(line: str, wanted: dict[str, str | None]) -> None:
    article = read(page(f"<p>{TEXT}</p><p>{TEXT[::-1]}</p>{line}"))
    assert {field: getattr(article, field) for field in wanted} == wanted
    assert len(article.blocks) == 2 or wanted == {"author": None}


def test_a_bold_name_at_the_end_of_the_last_paragraph_is_the_author() -> None:
    article = read(page(f"<p>{TEXT}</p><p>{TEXT} <strong>Minh Thư</strong></p>"))
    assert article.author == "Minh Thư"
    assert article.blocks[-1].text == TEXT


def test_the_signer_of_a_document_is_not_its_author() -> None:
    article = read(page(f"<p>{TEXT}</p><p><b>CHỦ TỊCH</b></p><p><b>Trần Văn Sơn</b></p>"))
    assert article.author is None
    assert article.blocks[-1].text == "Trần Văn Sơn"


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("24/11/2016", "2016-11-24"), ("08:15 SA 12/03/2014", "2014-03-12"), ("10 - 08 - 2018", "2018-08-10"),
        ("Thứ Sáu, 9/8/2019 | 14:05 GMT+7", "2019-08-09"), ("16h05' - 27/09/2012", "2012-09-27"),
        ("21 tháng 6 năm 2011", "2011-06-21"), ("Đăng ngày 24/11/2016", "2016-11-24"), ("August 9, 2019", "2019-08-09"),
        ("29 Tháng Hai, 2016", "2016-02-29"), ("Tháng Mười Một 5, 2016", "2016-11-05"), ("Th2 29, 2016", "2016-02-29"),
        ("5 tháng Năm năm 2016", "2016-05-05"), ("07/05/13 08:00", "2013-05-07"),
        ("9 Aug 2019", "2019-08-09"), ("2020-02-29", "2020-02-29"), ("31/02/2019", None), ("01/01/0001", None),
    ],
)  # fmt: skip
def test_dates_in_all_forms(shown: str, day: str | None) -> None:
    assert read(page(f'<div class="date">{shown}</div><p>{TEXT}</p>')).published == day


def test_a_date_on_the_page_wins_over_a_broken_claim() -> None:
    head = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert read(page(f"<span>12/03/2019</span><p>{TEXT}</p>", head=head)).published == "2019-03-12"


def test_a_claimed_time_is_moved_to_vietnam() -> None:
    head = '<meta property="article:published_time" content="2019-03-11T20:00:00Z">'
    assert read(page(f"<p>{TEXT}</p>", head=head)).published == "2019-03-12"


@pytest.mark.parametrize(
    ("claimed", "site"),
    [
        ("{} | Báo Bình Minh", "Báo Bình Minh"), ("{} - Báo Bình Minh điện tử", "Báo Bình Minh"),
        ("{} :: baobinhminh.vn", ""),
        ("Cổng TTĐT huyện Hòa Thành - {}", ""), ("Báo Bình Minh", "Báo Bình Minh"), ("Trang chủ - Tin tức - {}", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["h1", "h2", "div"])
def test_the_title_is_without_the_sites_name(claimed: str, site: str, tag: str) -> None:
    title = "Hội nghị tổng kết công tác dân vận - Những kết quả nổi bật"
    head = f'<title>{claimed.format(title)}</title><meta property="og:site_name" content="{site}">'
    html = f'<html><head>{head}</head><body><{tag} class="title">{title}</{tag}><div><p>{TEXT}</p></div></body></html>'
    assert read(html).title == title


def test_json_ld_is_read_through_graphs_and_double_escapes() -> None:
    data = (
        '{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],'
        '"headline":"H&amp;#7897;i ngh&#7883; d&acirc;n v&#7853;n",'
        '"author":[{"@type":"Person","name":"Lê Hồng"}],"datePublished":"2019-03-12T08:00:00+07:00"}]}'
    )
    html = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>{TEXT}</p></body></html>'
    article = read(html)
    assert (article.title, article.author, article.published) == ("Hội nghị dân vận", "Lê Hồng", "2019-03-12")


@pytest.mark.parametrize(
    "name", ["admin", "Báo Bình Minh", "hoathanh.example.vn", "https://facebook.com/x", "Super User"]
)
def test_claimed_accounts_and_papers_are_nobody(name: str) -> None:
    head = f'<meta name="author" content="{name}"><meta property="og:site_name" content="Báo Bình Minh">'
    assert read(page(f"<p>{TEXT}</p>", head=head)).author is None


PARTS = [
    "<p>", "</p>", "<div class='related'>", "</div>", "<b>", "</b>", "<br>", "<table><tr><td>", "</table>", "<h1>",
    "</h1>", "<ul><li>", "</ul>", "<img src='a.jpg'>", "<figure>", "<figcaption>", "</figure>", "<a href='x'>", "</a>",
    TEXT, "Ảnh: A", "e\u0302\u0301", "&nbsp;" * 20, "<script>", "</script>", "<!--", "-->", "<form>", "\x00",
    "12/3/2019",
    "<blockquote>", "<span style='display:none'>",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_no_markup_breaks_the_reader(parts: list[str]) -> None:
    try:
        article = read("".join(parts))
    except NoArticleError:
        return
    assert Article.loads(article.dumps()) == article
    for block in article.blocks:
        assert all(0 <= m.start < m.end <= len(block.text) for m in block.marks)
    assert len({b.id for b in article.blocks}) == len(article.blocks)


FIRST = "Sáng 12/3, Ủy ban nhân dân huyện tổ chức hội nghị tổng kết công tác dân vận và triển khai nhiệm vụ năm 2020."
SECOND = "Hội nghị biểu dương 14 tập thể và 21 cá nhân có thành tích xuất sắc trong phong trào dân vận khéo của huyện."
THIRD = "Phó Bí thư Huyện ủy đề nghị các xã tiếp tục đối thoại trực tiếp với nhân dân ít nhất hai lần mỗi năm."
HEAD = "Tổng kết công tác dân vận chính quyền năm 2019"
BARE = {
    "a title that links to its own page": (
        f'<title>Sở Nội vụ</title><table><tr><td><a href="?m=1">Tin tức</a></td><td>'
        f'<div class="tieude"><a href="?id=5">{HEAD}</a></div>'
        f'<div class="ngay">(13/03/2020)</div><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></td></tr></table>',
        HEAD, "2020-03-13", None,
    ),
    "spans in one cell": (
        f'<table><tr><td><span class="bigtitle">{HEAD}</span><br><span class="date">Thứ 6, 13/03/2020 08:00</span><br>'
        f'<span class="content"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>'
        '<p align="right"><b>Lê Ánh Tuyết</b></p></span></td></tr></table>',
        HEAD, "2020-03-13", "Lê Ánh Tuyết",
    ),
    "lines in the body element, a list behind them": (
        f"<h1>{HEAD}</h1>13/03/2020<br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}<br><br>"
        "<i>Tin và ảnh: Hồng Vân</i><br><br>Các tin khác:<br>"
        "<a href=1>Khai mạc hội thao ngành giáo dục</a> (12/03/2020)<br>"
        "<a href=2>Khởi công trường mầm non</a> (11/03/2020)<br>",
        HEAD, "2020-03-13", "Hồng Vân",
    ),
    "a title in bold only": (
        f"<title>Trang chủ</title><p align=center><b>{HEAD}</b></p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
        HEAD, None, None,
    ),
    "a Word export": (
        f"<title>{HEAD}</title><div class=WordSection1><p class=MsoNormal align=center><b><span>{HEAD}</span></b></p>"
        "<p class=MsoNormal>"
        f"<span>{FIRST}<o:p></o:p></span></p><p class=MsoNormal>{SECOND}</p><p>{THIRD}</p>"
        "<p align=right><b>Hồng Vân</b></p></div>",
        HEAD, None, "Hồng Vân",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BARE)
def test_pages_with_hardly_any_structure(name: str) -> None:
    html, title, day, author = BARE[name]
    article = read(html)
    assert (article.title, article.published, article.author) == (title, day, author)
    assert [b.text for b in article.blocks] == [FIRST, SECOND, THIRD]
