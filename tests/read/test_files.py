"""File formats, made by other programs' rules here: documents, mail, archives, and hostile files."""

from __future__ import annotations

import gzip
import io
import struct
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from vnnews.article import Article
from vnnews.errors import InputError, NoArticleError
from vnnews.read import ReadFailure, legacy, read_one, read_path, read_source
from vnnews.read.formats import raw
from vnnews.read.source import Source

FIRST = "Sáng nay, Ủy ban nhân dân huyện tổ chức hội nghị triển khai kế hoạch cải cách hành chính năm 2024."
SECOND = "Đến dự có lãnh đạo các phòng, ban chuyên môn và đại diện mười một xã, thị trấn trên địa bàn huyện."
TITLE = "Huyện triển khai kế hoạch cải cách"
TEXT = f"{TITLE}\nĐăng ngày 5/3/2024\n{FIRST}\n{SECOND}\nTin, ảnh: Hà Vi\n"
PAGE = (
    f"<!doctype html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class='content'>"
    f"<p>{FIRST}</p><p>{SECOND}</p></div></body></html>"
)


def source(data: bytes, name: str = "-", **more: str) -> Source:
    return Source(data, name, "2026-01-01T00:00:00Z", **more)


def one(data: bytes, name: str = "-") -> Article:
    (article,) = read_source(source(data, name))
    return article


def texts(article: Article) -> list[str]:
    return [b.text for b in article.blocks]


# Text and Markdown


def test_text_by_content_not_by_name() -> None:
    article = one(TEXT.encode(), "strange.dat")
    assert (article.title, article.published, article.author) == (TITLE, "2024-03-05", "Hà Vi")
    assert texts(article) == [FIRST, SECOND]


def test_several_articles_behind_a_listing() -> None:
    other = "Khai giảng lớp học chữ Khmer"
    text = f"1. {TITLE}\n2. {other}\n\n{TITLE}\n{FIRST}\n\n{other}\n{SECOND}\n"
    found = read_source(source(text.encode()))
    assert [(a.title, texts(a)) for a in found] == [(TITLE, [FIRST]), (other, [SECOND])]


def test_no_split_without_a_listing() -> None:
    assert len(read_source(source(f"{TITLE}\n{FIRST}\n{TITLE}\n{SECOND}".encode()))) == 1


def test_markdown() -> None:
    text = (
        f"---\ntitle: {TITLE}\nauthor: Hà Vi\ndate: 2024-03-05\n---\n\n## Kết quả\n\n{FIRST} Xem "
        f"[kế hoạch](https://a.example/k) **số 1**.\n\n![Quang cảnh](a.jpg)\n\n- một\n- hai\n\n> {SECOND}\n\n"
        "| Xã | Hộ |\n|---|---|\n| A | 1 |\n"
    )
    article = one(text.encode(), "a.md")
    assert (article.title, article.author, article.published) == (TITLE, "Hà Vi", "2024-03-05")
    assert [b.kind for b in article.blocks] == ["heading", "paragraph", "figure", "list", "quote", "table"]
    paragraph = article.blocks[1]
    assert paragraph.text.endswith("Xem kế hoạch số 1.")
    assert [(paragraph.text[m.start : m.end], m.kind, m.href) for m in paragraph.marks] == [
        ("kế hoạch", "link", "https://a.example/k"),
        ("số 1", "bold", None),
    ]
    assert article.blocks[5].header


def test_page_in_an_old_encoding_with_its_capitals_font() -> None:
    raw = (
        b"<html><title>x</title><body><p><b><font face='.VnTimeH'>%s</font></b></p>"
        b"<font face='.VnTime'><p>%s</p><p>%s</p></font>"
    )
    article = one(raw % tuple(legacy.encode_legacy(t, "tcvn3") for t in (TITLE, FIRST, SECOND)), "a.htm")
    assert article.provenance.encoding == "tcvn3"
    assert TITLE.upper() in [article.title, *texts(article)]
    assert texts(article)[-1].lower() == SECOND.lower()


# Word


def docx(*paragraphs: str, font: str | None = None) -> bytes:
    document = Document()
    for text in paragraphs:
        run = document.add_paragraph().add_run(text)
        if font:
            run.font.name = font
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx() -> None:
    document = Document()
    document.add_heading(TITLE, level=0)
    paragraph = document.add_paragraph("Sáng nay, ")
    paragraph.add_run("Ủy ban nhân dân huyện").bold = True
    paragraph.add_run(FIRST.split("huyện", 1)[1])
    table = document.add_table(rows=2, cols=2)
    for i, word in enumerate(["Xã", "Số hộ", "Long Hòa", "120"]):
        table.cell(i // 2, i % 2).text = word
    document.add_paragraph("Các mục tiêu", style="Heading 2")
    document.add_paragraph(SECOND)
    document.add_paragraph("Hà Vi").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = io.BytesIO()
    document.save(out)
    article = one(out.getvalue())
    assert (article.title, article.author) == (TITLE, "Hà Vi")
    assert [(b.kind, b.text) for b in article.blocks] == [
        ("paragraph", FIRST), ("table", "Xã\tSố hộ\nLong Hòa\t120"), ("heading", "Các mục tiêu"), ("paragraph", SECOND),
    ]  # fmt: skip
    (mark,) = article.blocks[0].marks
    assert article.blocks[0].text[mark.start : mark.end] == "Ủy ban nhân dân huyện"


@pytest.mark.parametrize(
    ("font", "encoding"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni-windows"), ("VPS Times", "vps")]
)
def test_docx_fonts_of_old_encodings(font: str, encoding: str) -> None:
    lines = [legacy.encode_legacy(t, encoding).decode("latin-1") for t in (TITLE, FIRST, SECOND)]
    if encoding == "vps":
        lines = [line for line in lines if all(ord(c) >= 32 for c in line)]
    article = one(docx(*lines, font=font))
    assert encoding in article.provenance.encoding
    assert texts(article)[-1].lower() == SECOND.lower()


def test_docx_capitals_font_and_modern_run_beside_it() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run(legacy.encode_legacy("ủy ban", "tcvn3").decode("latin-1")).font.name = ".VnTimeH"
    paragraph.add_run(" huyện Tân Trụ họp bàn về công việc của quý hai năm 2024.").font.name = "Times New Roman"
    document.add_paragraph(SECOND)
    out = io.BytesIO()
    document.save(out)
    assert texts(one(out.getvalue()))[0] == "ỦY BAN huyện Tân Trụ họp bàn về công việc của quý hai năm 2024."


def test_docx_without_styles() -> None:
    document = Document()
    document.add_paragraph().add_run(TITLE).bold = True
    document.add_paragraph(FIRST)
    document.add_paragraph().add_run("Mục tiêu của năm nay").bold = True
    document.add_paragraph(SECOND)
    out = io.BytesIO()
    document.save(out)
    article = one(out.getvalue())
    assert article.title == TITLE
    assert [(b.kind, b.marks) for b in article.blocks] == [("paragraph", ()), ("heading", ()), ("paragraph", ())]


def test_docx_changes_are_taken_as_accepted() -> None:
    document = Document()
    paragraph = document.add_paragraph("Hội nghị diễn ra ")
    for tag, inner, text in (("w:del", "w:delText", "hôm qua "), ("w:ins", "w:t", "hôm nay ")):
        change = OxmlElement(tag)
        change.append(parse_xml(f'<w:r {nsdecls("w")}><{inner} xml:space="preserve">{text}</{inner}></w:r>'))
        paragraph._p.append(change)
    paragraph.add_run("tại trụ sở Ủy ban nhân dân huyện, với sự tham dự của các xã.")
    assert paragraph._p.find(qn("w:del")) is not None
    out = io.BytesIO()
    document.save(out)
    assert texts(one(out.getvalue())) == [
        "Hội nghị diễn ra hôm nay tại trụ sở Ủy ban nhân dân huyện, với sự tham dự của các xã."
    ]


def _zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_docx_bomb_and_entities() -> None:
    with pytest.raises(InputError, match="8 MB"):
        one(_zipped({"word/document.xml": b"<a>" + b" " * 70_000_000 + b"</a>"}), "a.docx")
    body = b'<!DOCTYPE w [<!ENTITY x "y">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    with pytest.raises(InputError, match="entities"):
        one(_zipped({"word/document.xml": body}), "a.docx")
    for broken in (b"<w:document", b"", b"\xff\xfe"):
        with pytest.raises(InputError):
            one(_zipped({"word/document.xml": broken}), "a.docx")


# PDF


def pdf(pages: list[list[str]]) -> bytes:
    """A small PDF with a text layer, one line under the other."""
    return placed_pdf([[(60, 760 - 14 * i, line.encode("latin-1")) for i, line in enumerate(p)] for p in pages])


def placed_pdf(pages: list[list[tuple[int, int, bytes]]], face: str = "Helvetica") -> bytes:
    """A small PDF whose text is set piece by piece at places in points; bytes as in windows-1252."""
    kind = b"/Type1" if face == "Helvetica" else b"/TrueType"
    font = b"<< /Type /Font /Subtype %s /BaseFont /%s /Encoding /WinAnsiEncoding >>" % (kind, face.encode())
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for pieces in pages:
        shown = [b"BT /F1 11 Tf %d %d Td <%s> Tj ET" % (x, y, text.hex().encode()) for x, y, text in pieces]
        stream = b"\n".join(shown)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


LEFT = [
    "The committee of the district met on Monday",
    "to review the first half of the year, and it",
    "heard what the communes had to say about",
    "the roads, the schools and the new wells.",
    "Forty people took part in the meeting, most",
    "of them from the hill villages in the north.",
]
RIGHT = [
    "The chairman asked the communes to hand in",
    "their plans by the end of next month so that",
    "the council can vote on them in the autumn.",
    "Work on the first of the wells is to begin as",
    "soon as the rains are over, the chairman said",
    "at the end of the meeting of the committee.",
]
HEAD = "District reviews its work, asks communes for plans and readies the wells"
BELOW = "The next meeting of the committee takes place at the town hall on the third of August, as announced."


@pytest.mark.parametrize("by_rows", [True, False])
def test_pdf_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    columns = [[(x, 700 - 14 * i, t.encode()) for i, t in enumerate(c)] for x, c in ((50, LEFT), (320, RIGHT))]
    pieces = [p for row in zip(*columns, strict=True) for p in row] if by_rows else [*columns[0], *columns[1]]
    article = one(placed_pdf([[(50, 740, HEAD.encode()), *pieces, (50, 560, BELOW.encode())]]))
    assert article.title == HEAD
    assert " ".join(texts(article)) == " ".join([*LEFT, *RIGHT, BELOW])


def test_pdf_table_is_no_columns() -> None:
    rows = [(x, 600 - 14 * i, t) for i in range(6) for x, t in ((60, b"Commune %d" % i), (330, b"%d wells" % (10 + i)))]
    article = one(
        placed_pdf([[(60, 740, b"District reviews its work"), (60, 700, FIRST_EN), *rows, (60, 480, FIRST_EN)]])
    )
    assert "Commune 3 13 wells" in " ".join(texts(article))


FIRST_EN = b"The committee of the district met on Monday to review the first half of the year."


def test_pdf_in_an_abc_font() -> None:
    words = f"{FIRST} {SECOND}".split()
    lines = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    set_ = [(60, 700 - 14 * i, legacy.encode_legacy(line, "tcvn3")) for i, line in enumerate(lines)]
    article = one(placed_pdf([[(60, 740, legacy.encode_legacy(TITLE, "tcvn3")), *set_]]))
    assert "tcvn3" in article.provenance.encoding
    assert (article.title or "").lower() == TITLE.lower()
    assert " ".join(texts(article)).lower() == f"{FIRST} {SECOND}".lower()


WIDE = f"{FIRST} {SECOND} Các xã phải nộp báo cáo trước ngày 15 tháng này để huyện tổng hợp, trình Hội đồng nhân dân."


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("face", "encoding"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni-windows")])
def test_pdf_in_fonts_of_old_encodings_and_columns(face: str, encoding: str, columns: int) -> None:
    words = WIDE.split()
    size = 12 // columns
    lines = [" ".join(words[i : i + size]) for i in range(0, len(words), size)]
    half = -(-len(lines) // columns)
    placed = [(50 + 270 * (i // half), 700 - 14 * (i % half), line) for i, line in enumerate(lines)]
    pieces = [(x, y, legacy.encode_legacy(text, encoding)) for x, y, text in [(50, 740, TITLE), *placed]]
    article = one(placed_pdf([pieces], face))
    assert encoding in article.provenance.encoding
    assert (article.title or "").lower() == TITLE.lower()
    assert [text.lower() for text in texts(article)] == [WIDE.lower()]


def test_pdf_words_divided_at_the_lines_end_are_put_together() -> None:
    lines = [
        "The committee of the district met on Monday to review the first half of the ad-",
        "ministrative year, and it heard what the fifteen communes had to say about the con-",
        "struction of roads, and about a well-known and half-finished school in the town.",
    ]
    article = one(pdf([["District reviews its work", "", *lines]]))
    assert "administrative year" in " ".join(texts(article))
    assert "the construction of roads, and about a well-known and half-finished" in " ".join(texts(article))


def test_pdf() -> None:
    pages = [
        ["Official Gazette", "District reviews its work", "",
         "The committee of the district met on Monday to review the first half", "1"],
        ["Official Gazette", "of the year and to hear what the communes had to say about the roads,", "2"],
        ["Official Gazette", "the schools and the wells that are to be built before the next rainy season.", "3"],
    ]  # fmt: skip
    article = one(pdf(pages))
    text = " ".join(texts(article))
    assert article.provenance.reader == "pdf"
    assert "Official" not in text
    assert "first half of the year" in text
    assert "about the roads, the schools" in text


def test_pdf_scan_and_damage() -> None:
    with pytest.raises(NoArticleError, match="pictures"):
        one(pdf([[""]]))
    with pytest.raises(InputError, match="damaged"):
        one(b"%PDF-1.4\nnothing more")


# Mail and saved pages


def test_mail_whose_charset_lies() -> None:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "a@example.org"
    message["MIME-Version"] = "1.0"
    message.set_content("x")
    raw = legacy.encode_legacy(f"{FIRST}\n\n{SECOND}\n", "vni-windows")
    head = message.as_bytes().split(b"\n\n")[0].replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    article = one(head.replace(b"7bit", b"8bit") + b"\n\n" + raw)
    assert (article.title, article.provenance.reader) == (TITLE, "mail")
    assert texts(article) == [FIRST, SECOND]


def test_saved_page() -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://tin.example/a"
    message["MIME-Version"] = "1.0"
    message.set_content(PAGE, subtype="html")
    article = one(message.as_bytes(), "a.mhtml")
    assert (article.url, article.title, article.provenance.reader) == ("https://tin.example/a", TITLE, "html")


# Archives


def test_zip_with_vietnamese_names() -> None:
    data = _zipped({"bài một.txt": TEXT.encode(), "ảnh.jpg": b"\xff\xd8\xff", "hai/b.html": PAGE.encode()})
    found = read_source(source(data, "a.zip"))
    assert [a.provenance.origin for a in found] == ["a.zip/bài một.txt", "a.zip/hai/b.html"]


def test_zip_names_written_in_the_machines_encoding() -> None:
    name = "Báo cáo tình hình kinh tế.txt"
    data = _zipped({"X" * len(name.encode()): TEXT.encode()}).replace(b"X" * len(name.encode()), name.encode())
    assert one(data, "a.zip").provenance.origin == f"a.zip/{name}"


def test_zip_bomb_traversal_and_nesting(tmp_path: Path) -> None:
    bomb = _zipped({"a.txt": b"\0" * 70_000_000})
    path = tmp_path / "a.zip"
    path.write_bytes(
        _zipped({"../../evil.txt": b"x", "inner.zip": bomb, "b.txt": b"\0" * 9_000_000, "ok.txt": TEXT.encode()})
    )
    found = list(read_path(path))
    failures = [f.error.message for f in found if isinstance(f, ReadFailure)]
    assert [a.title for a in found if isinstance(a, Article)] == [TITLE]
    assert len(failures) == 3
    assert any("out of the archive" in m for m in failures)
    assert any("archive within an archive" in m for m in failures)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip"]


def test_zip_that_lies_about_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(_zipped({"a.txt": b" " * 70_000_000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    path.write_bytes(data)
    found = list(read_path(path))
    assert found
    assert all(isinstance(f, ReadFailure) for f in found)


def warc(*answers: tuple[str, bytes]) -> bytes:
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    for url, answer in answers:
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(answer)}\r\n\r\n"
        out += head.encode() + answer + b"\r\n\r\n"
    return out


def answer(body: bytes, status: str = "200 OK", extra: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n".encode() + body


def test_zip_links_lead_nowhere(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("ok.txt", TEXT)
    assert [type(f).__name__ for f in read_path(path)] == ["ReadFailure", "Article"]


def test_warc(tmp_path: Path) -> None:
    page = PAGE.encode()
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    data = warc(
        ("https://tin.example/a", answer(page)),
        ("https://tin.example/b", answer(page, "404 Not Found")),
        ("https://tin.example/c", answer(chunked, extra="Transfer-Encoding: chunked\r\n")),
        ("https://tin.example/d", answer(gzip.compress(page), extra="Content-Encoding: gzip\r\n")),
    )
    for name, packed in (("a.warc", data), ("a.warc.gz", gzip.compress(data))):
        path = tmp_path / name
        path.write_bytes(packed)
        assert [a.url for a in read_path(path) if isinstance(a, Article)] == [f"https://tin.example/{x}" for x in "acd"]


def test_warc_cut_off_keeps_what_stood_before(tmp_path: Path) -> None:
    data = warc(("https://tin.example/a", answer(PAGE.encode())), ("https://tin.example/b", answer(PAGE.encode())))
    for name, cut in (("a.warc", data[:-200]), ("a.warc.gz", gzip.compress(data)[:-30])):
        path = tmp_path / name
        path.write_bytes(cut)
        found = list(read_path(path))
        assert isinstance(found[-1], ReadFailure)
    assert isinstance(next(read_path(tmp_path / "a.warc")), Article)


def test_packed_text_and_its_bomb() -> None:
    assert one(gzip.compress(TEXT.encode()), "a.txt.gz").title == TITLE
    for data in (gzip.compress(b"a" * 70_000_000), gzip.compress(TEXT.encode())[:-12], b"\x1f\x8bnothing"):
        with pytest.raises(InputError):
            one(data, "a.txt.gz")


# Folders, single files, the rest


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "x").write_text(TEXT, encoding="utf-8")
    found = list(read_path(tmp_path))
    assert [type(f).__name__ for f in found] == ["Article", "Article", "ReadFailure"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_files_of_folders_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = [
        "b.txt",
        "b/z.txt",
        "b/a/y.txt",
        "b-1.txt",
        "a.txt",
        "c/.hidden/x.txt",
        "c/page_files/x.txt",
        "originals/x.txt",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("A text of a few words.", encoding="utf-8")
    (tmp_path / "c" / "up").symlink_to(tmp_path)
    found = [Path(item.origin).relative_to(tmp_path).as_posix() for item in raw(tmp_path)]
    assert found == ["a.txt", "b/a/y.txt", "b/z.txt", "b-1.txt", "b.txt"]


def test_folder_links_out_of_it_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (tmp_path / "private.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(tmp_path / "private.txt")
    (folder / "round").symlink_to(folder)
    found = list(read_path(folder))
    assert [type(f).__name__ for f in found] == ["Article", "Article", "ReadFailure"]
    assert isinstance(found[2], ReadFailure)
    assert "leads out of the folder" in found[2].error.message


def test_stored_articles_are_read_back(tmp_path: Path) -> None:
    article = one(TEXT.encode())
    path = tmp_path / "a.article.json"
    path.write_text(article.dumps(), encoding="utf-8")
    assert read_one(path) == article


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"), (b" \n ", "empty"), (b"\xd0\xcf\x11\xe0rest", "old Word"), (b"{\\rtf1 x}", "Rich Text"),
        (b"\xff\xd8\xff\xe0", "picture"), (b"Rar!x", "RAR"), (b"PK\x03\x04broken", "damaged"),
        (b"\x7fELF\0\0\0\1" * 50, "binary"), (b'{"schema": "vnnews/article/1"}', "damaged"),
    ],
)  # fmt: skip
def test_refused_with_a_reason(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        one(data)
    assert caught.value.cure


def _children(code: str, *arguments: str) -> list[str]:
    """What a Python program prints line by line; its last line is its peak memory in kilobytes."""
    tail = "\nprint(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    done = subprocess.run([sys.executable, "-c", code + tail, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


READ = """
import sys
from pathlib import Path
from vnnews.errors import InputError
from vnnews.read import ReadFailure, read_path
try:
    for item in read_path(Path(sys.argv[1])):
        print(item.error.message if isinstance(item, ReadFailure) else item.title)
except InputError as error:
    print(error.message)
"""


on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")


@on_linux
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml"])
def test_a_line_of_a_gigabyte_is_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"word " * 1000)
        file.truncate(1_000_000_000)
    said, memory = _children(READ, str(path))
    assert said == "the file is larger than 64 MB"
    assert int(memory) < 300_000


@on_linux
def test_a_web_archive_with_a_gigabyte_in_one_record_is_read_around_it(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tin.example/%s\r\nContent-Length: %d\r\n\r\n"
    with path.open("wb") as file:
        file.write(head % (b"big", 1_000_000_000))
        file.seek(1_000_000_000, 1)
        page = answer(PAGE.encode())
        file.write(b"\r\n\r\n" + head % (b"a", len(page)) + page + b"\r\n\r\n")
    *said, memory = _children(READ, str(path))
    assert said == ["the record is larger than 32 MB", TITLE]
    assert int(memory) < 300_000


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.eml"])
def test_a_text_that_no_article_is_as_long_as_is_refused(name: str) -> None:
    head = b"MIME-Version: 1.0\nSubject: News\nContent-Type: text/plain\n\n" if name == "a.eml" else b""
    with pytest.raises(InputError, match="longer than 8 MB"):
        one(head + b"the committee of the district met on Monday. " * 200_000, name)


def test_pictures_embedded_in_a_page_do_not_count() -> None:
    picture = b"<img src='data:image/png;base64," + b"iVBORw0KGgo" * 1_000_000 + b"'>"
    assert one(PAGE.encode().replace(b"<p>", picture + b"<p>", 1), "a.html").title == TITLE


@pytest.mark.parametrize("line", ["a b " * 1_000_000, "ấ " * 1_000_000])
def test_a_long_line_of_words_is_one_paragraph(line: str) -> None:
    assert texts(one(line.encode())) == [line.strip()]


@pytest.mark.parametrize("line", [b"a" * 5_000_000, b"&#7843;" * 500_000])
def test_a_long_line_without_words_is_no_article(line: bytes) -> None:
    with pytest.raises(NoArticleError):
        one(line)
