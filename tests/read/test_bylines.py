"""Lines that name who did what, in the forms of many houses; and lines of prose that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.article import Article
from vnnews.read.html.bylines import named_alone, read_byline
from vnnews.read.html.forms import Credits, photographers, split_credit
from vnnews.read.page import read_page
from vnnews.read.source import Source

TEXT = "Hội nghị đã nghe báo cáo kết quả công tác dân vận năm 2018 và thảo luận nhiệm vụ trọng tâm của năm 2019."
BOTH = {"author": "Hà Linh", "photographer": "Hà Linh"}
LINES: list[tuple[str, dict[str, str]]] = [
    ("Tin, ảnh: Hà Linh", BOTH),
    ("Tin và ảnh: Hà Linh (Trung tâm Văn hóa huyện)", BOTH),
    ("Tin, chùm ảnh: Hà Linh", BOTH),
    ("Bài, ảnh, clip: Hà Linh", BOTH),
    ("Lời và ảnh: Hà Linh", BOTH),
    ("Text and photos: Ha Linh", {"author": "Ha Linh", "photographer": "Ha Linh"}),
    ("Bài: Hà Linh; Ảnh: Văn Bích", {"author": "Hà Linh", "photographer": "Văn Bích"}),
    ("Ảnh: Văn Bích – Lời: Hà Linh", {"author": "Hà Linh", "photographer": "Văn Bích"}),
    ("THỰC HIỆN: HÀ LINH - ẢNH: VĂN BÍCH", {"author": "Hà Linh", "photographer": "Văn Bích"}),
    ("Hà Linh - Ảnh: Văn Bích", {"author": "Hà Linh", "photographer": "Văn Bích"}),
    ("HA LINH – Photos: Van Bich", {"author": "Ha Linh", "photographer": "Van Bich"}),
    ("Ảnh trong bài: Tác giả", {"photographer": "Tác giả"}),
    ("CTV: Hà Linh Biên tập: Ngô Quang", {"author": "Hà Linh"}),
    ("PV: Hà Linh - Đức Huy", {"author": "Hà Linh - Đức Huy"}),
    ("Phóng viên: Hà Linh; Quay phim: Đức Huy", {"author": "Hà Linh"}),
    ("Ghi chép của Hà Linh", {"author": "Hà Linh"}),
    ("Người viết: Hà Linh - Phòng Văn hóa và Thông tin", {"author": "Hà Linh"}),
    ("Tác giả: Hà Linh/Báo Bình Minh", {"author": "Hà Linh", "source_name": "Báo Bình Minh"}),
    ("Theo Hà Linh (Báo Bình Minh)", {"author": "Hà Linh", "source_name": "Báo Bình Minh"}),
    ("Hà Linh - Nguồn: Báo Bình Minh", {"author": "Hà Linh", "source_name": "Báo Bình Minh"}),
    ("Theo TTXVN", {"source_name": "TTXVN"}),
    ("By Ha Linh – Translated by Van Bich", {"author": "Ha Linh", "translator": "Van Bich"}),
    ("Reported by Ha Linh, translated by Van Bich", {"author": "Ha Linh", "translator": "Van Bich"}),
    ("Lược dịch: Hà Linh", {"translator": "Hà Linh"}),
    ("Hà Linh lược dịch (theo The Guardian)", {"translator": "Hà Linh", "source_name": "The Guardian"}),
    ("Hà Linh ghi", {"author": "Hà Linh"}),
    ("Hà Linh thực hiện; ảnh: Minh Tú", {"author": "Hà Linh", "photographer": "Minh Tú"}),
    ("Tổng thuật: Hà Linh", {"author": "Hà Linh"}),
    ("Compiled by Ha Linh", {"author": "Ha Linh"}),
    ("Notes by Ha Linh", {"author": "Ha Linh"}),
    ("News and photos by Ha Linh", {"author": "Ha Linh", "photographer": "Ha Linh"}),
    ("Source: VNA. Translated by Van Bich", {"source_name": "VNA", "translator": "Van Bich"}),
    ("Author: Ha Linh, Photographer: Van Bich", {"author": "Ha Linh", "photographer": "Van Bich"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), LINES)
def test_labelled_lines_are_read(line: str, told: dict[str, str]) -> None:
    assert read_byline(line) == Credits(**told)


@pytest.mark.parametrize(
    "line",
    [
        "Theo kế hoạch, đợt ra quân kéo dài đến hết tháng 7.",
        "Tin vui đến với bà con xã Long Sơn",
        "Ảnh hưởng của bão số 9: hàng trăm nhà tốc mái",
        "Nội dung: Hội nghị bàn ba vấn đề",
        "Bài học từ Đồng Tháp",
        "Các đại biểu dự lễ khởi công. Ảnh: Văn Bích",
        "Video: Toàn cảnh buổi lễ",
        "Hà Linh và các bạn tham gia hội trại",
        "By the end of June, 40 households had moved.",
    ],
)
def test_prose_and_captions_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("Minh Hằng/VOV-Tây Bắc", "Minh Hằng", "VOV-Tây Bắc"),
        ("Phương Nga - TTXVN", "Phương Nga", "TTXVN"),
        ("(Xuân Trường)", "Xuân Trường", None),
        ("Hà My (Theo Reuters)", "Hà My", "Reuters"),
        ("B.T (Tổng hợp)", "B.T", None),
        ("Ngọc Hải – P.TCCB-LĐ", "Ngọc Hải", None),
        ("Hồng Vân - T.H", "Hồng Vân - T.H", None),
        ("Hồng Vân - Trường Giang", "Hồng Vân - Trường Giang", None),
        ("Ban Mai", "Ban Mai", None),
        ("Đoàn Văn Khải, Phó Trưởng phòng Tư pháp", "Đoàn Văn Khải", None),
        ("ThS. Hà Linh - Trường Chính trị tỉnh", "ThS. Hà Linh", None),
    ],
)
def test_names_are_parted_from_what_they_belong_to(line: str, author: str, source: str | None) -> None:
    assert named_alone(line) == Credits(author=author, source_name=source)


@given(st.text(alphabet="Tin ảnhBàiTheoHàLinhdịchbyPhoto:;,–-/().|Ả", max_size=60))
def test_any_line_is_read_or_left_alone(line: str) -> None:
    assert read_byline(line) is None or isinstance(read_byline(line), Credits)


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Lò gốm cổ. Ảnh - Vũ Long", "Lò gốm cổ", "Vũ Long"),
        ("Du khách nặn gốm ẢNH: ĐÌNH NGUYÊN", "Du khách nặn gốm", "ĐÌNH NGUYÊN"),
        ("Lò gốm (Ảnh do Ban Quản lý làng cung cấp)", "Lò gốm", "Ban Quản lý làng cung cấp"),
        ("Bức ảnh do ông chụp năm 1972", "Bức ảnh do ông chụp năm 1972", None),
    ],
)
def test_credits_leave_the_caption(caption: str, text: str, credit: str | None) -> None:
    assert split_credit(caption) == (text, credit)


def test_a_picture_by_the_author_names_the_author() -> None:
    assert photographers(["Tác giả", "Minh Quyết/TTXVN"], "Hà Linh") == "Hà Linh, Minh Quyết"
    assert photographers(["T.G"], None) is None
    assert photographers(["H.L"], "Hà Linh") == "Hà Linh"


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ('<div class="info">Hà Linh - 09:12 11/03/2022</div>', "Hà Linh"),
        ("<div><b>Hà Linh</b> <span>Thứ sáu, 11/03/2022 07:20 (GMT+7)</span></div>", "Hà Linh"),
        (
            "<table><tr><td>Ngày đăng:</td><td>11/03/2022</td></tr><tr><td>Tác giả:</td><td>Hà Linh</td></tr></table>",
            "Hà Linh",
        ),
        ('<div class="byline"><i>By</i> <b>Ha Linh</b><span>11/03/2022 - 10:20</span></div>', "Ha Linh"),
        (
            '<div><img src="/ava.png"><span>Hà Linh, Văn Bích</span></div><span>11/03/2022 06:44</span>',
            "Hà Linh, Văn Bích",
        ),
        ("<div>11/03/2022, Tác giả: Hà Linh | Nguồn: Báo Bình Minh | <a>Đọc bài viết</a></div>", "Hà Linh"),
        ("<div><b>Bắc Ninh</b> <span>Thứ sáu, 11/03/2022 07:20</span></div>", None),
        ("<div><b>Thời Sự</b> <span>Thứ sáu, 11/03/2022 07:20</span></div>", None),
    ],
)
def test_a_name_beside_the_date_is_the_author_but_no_section_or_province(above: str, author: str | None) -> None:
    article = _read(
        f"<h1>Hội nghị tổng kết công tác dân vận năm 2021</h1>{above}<div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
    )
    assert (article.author, article.published) == (author, "2022-03-11")
    assert [b.text for b in article.blocks] == [TEXT, f"{TEXT} Hết."]


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ('<div class="article-sign"><p>T.H</p></div>', "T.H"),
        ('<p align="right"><i>Nhóm phóng viên Thời sự</i></p>', "Nhóm phóng viên Thời sự"),
        ("<p>(Xuân Trường)</p>", "Xuân Trường"),
        ('<div class="author-info"><div>Hà Linh An</div><div>halinh@binhminh.example</div></div>', "Hà Linh An"),
        ('<p align="right"><b>Hà Linh</b></p><p align="right"><i>(Ảnh: Tác giả)</i></p>', "Hà Linh"),
    ],
)
def test_signatures_below_the_text_leave_it(below: str, author: str) -> None:
    article = _read(f"<h1>Hội nghị tổng kết công tác dân vận</h1><div><p>{TEXT}</p><p>{TEXT} Hết.</p>{below}</div>")
    assert article.author == author
    assert [b.text for b in article.blocks] == [TEXT, f"{TEXT} Hết."]


def test_comments_under_a_heading_are_dropped_but_an_opinion_piece_stays() -> None:
    comments = f"<div><h3>Ý kiến bạn đọc (2)</h3><p>{TEXT[::-1]}</p></div>"
    article = _read(f"<h1>Hội nghị tổng kết công tác dân vận</h1><div><p>{TEXT}</p><p>{TEXT} Hết.</p>{comments}</div>")
    assert [b.text for b in article.blocks] == [TEXT, f"{TEXT} Hết."]
    opinion = _read(
        f"<div><p>Bình luận</p><h2>Dân vận phải khéo, phải gần dân</h2><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
    )
    assert [b.text for b in opinion.blocks][-2:] == [TEXT, f"{TEXT} Hết."]


def _read(body: str) -> Article:
    html = f"<html><head><title>Hội nghị</title></head><body>{body}</body></html>"
    return read_page(html, Source(html.encode(), "page", "2026-01-01T00:00:00Z"), "utf-8")


def test_the_writer_of_an_essay_stands_above_it() -> None:
    above = '<p align="right"><b>ThS. Hà Linh</b></p><p align="right"><i>Trường Chính trị tỉnh</i></p>'
    article = _read(f"<h1>Hội nghị tổng kết công tác dân vận</h1><div>{above}<p>{TEXT}</p><p>{TEXT} Hết.</p></div>")
    assert (article.author, len(article.blocks)) == ("ThS. Hà Linh", 2)


def test_all_persons_that_the_head_names_are_authors() -> None:
    data = '{"@type":"NewsArticle","author":[{"@type":"Person","name":"Hà Linh"},{"@type":"Person","name":"Văn Bích"}]}'
    article = _read(
        f'<script type="application/ld+json">{data}</script><h1>Hội nghị tổng kết</h1><p>{TEXT}</p><p>{TEXT} Hết.</p>'
    )
    assert article.author == "Hà Linh - Văn Bích"


@pytest.mark.parametrize(
    ("claimed", "shown"),
    [
        ("Hội nghị tổng kết công tác", "Hội nghị tổng kết công tác dân vận khéo năm 2018"),
        ("Hoi nghi tong ket cong tac dan van", "Hội nghị tổng kết công tác dân vận"),
    ],
)
def test_a_title_that_the_head_cuts_or_writes_without_marks_is_taken_from_the_page(claimed: str, shown: str) -> None:
    html = (
        f"<html><head><title>{claimed}</title></head><body><div>{shown}</div><div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
    )
    assert read_page(html, Source(html.encode(), "page", "2026-01-01T00:00:00Z"), "utf-8").title == shown


def test_a_short_text_with_a_picture_is_not_all_caption() -> None:
    body = f'<p>{TEXT}</p><p align="center"><img src="a.jpg"></p><p align="center">Các đội thi</p><p>Đội 4 nhất.</p>'
    article = _read(f"<h1>Hội nghị tổng kết</h1><div>{body}<p align='right'>Tin, bài, ảnh: Hà Linh</p></div>")
    assert [(b.kind, b.text) for b in article.blocks] == [
        ("paragraph", TEXT), ("figure", "Các đội thi"), ("paragraph", "Đội 4 nhất."),
    ]  # fmt: skip
    assert article.photographer == "Hà Linh"


def test_a_line_of_day_and_counter_without_signs_between_is_dropped() -> None:
    line = "17/05/2023 08:33 AM Đã xem: 76"
    article = _read(f"<h1>Hội nghị tổng kết</h1><div><div>{line}</div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>")
    assert [b.text for b in article.blocks] == [TEXT, f"{TEXT} Hết."]
