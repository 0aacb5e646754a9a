"""A Word table for translators who sit at Word: number, Vietnamese, English, findings, comment; and it back.

The segment's id stands under its number, so rows may be sorted or removed. Tracked changes are read as their final
text, Word comments and the comment column are both kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from vnnews.errors import InputError
from vnnews.review.returned import Returned
from vnnews.review.spans import english_spans

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row

    from vnnews.draft.model import Draft, Segment

HEAD = ("No.", "Vietnamese", "English", "Findings", "Comment")
_WIDTHS = (1.6, 8.4, 8.4, 5.2, 3.4)
_SHADE = "E2EFDA"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = re.compile(r"\S+\.\d+(?:-\d+)?$")


def dumps(draft: Draft) -> bytes:
    """The draft as a .docx with one row a segment, the terms shaded on both sides."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.3)
    document.add_heading(draft.article.title or draft.article.id, level=1)
    document.add_paragraph("Change the English column; say anything in the last one. Save as .docx and give it back.")
    _table(document, draft)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: Document, draft: Draft) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, HEAD, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _repeat_head(table.rows[0])
    for number, segment in enumerate(draft.segments, 1):
        _fill(table.add_row(), number, segment, draft)
    # Word goes by the cells' widths, LibreOffice by the columns'.
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)


def _repeat_head(row: _Row) -> None:
    """Let the head stand on every page."""
    from docx.oxml.parser import OxmlElement

    head: Any = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(head)


def _fill(row: _Row, number: int, segment: Segment, draft: Draft) -> None:
    from docx.shared import Pt, RGBColor

    cells = row.cells
    cells[0].paragraphs[0].add_run(str(number))
    small = cells[0].add_paragraph().add_run(segment.id)
    small.font.size = Pt(6)
    small.font.color.rgb = RGBColor(0x80, 0x80, 0x80)
    _shaded(cells[1], segment.source, [use.source_span for use in segment.terms])
    _shaded(cells[2], segment.target or "", english_spans(segment))
    findings = [f for f in draft.findings if f.segment == segment.id and f.suppressed is None]
    cells[3].text = "\n".join(f"{f.code} {f.message}" for f in findings)


def _shaded(cell: _Cell, text: str, spans: list[tuple[int, int]]) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    paragraph = cell.paragraphs[0]
    position = 0
    for start, end in sorted(spans):
        paragraph.add_run(text[position:start])
        run = paragraph.add_run(text[start:end])
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            shade.set(qn(f"w:{name}"), value)
        run._r.get_or_add_rPr().append(shade)
        position = end
    paragraph.add_run(text[position:])


def loads(data: bytes, where: str) -> Iterator[Returned]:
    """The rows of a table that came back, by segment id, in their final text.

    Raises InputError when it is no Word file or has no such table.
    """
    from docx import Document

    try:
        document = Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"{where}: not a Word file (.docx)", "save it in Word as .docx, not .doc or .pdf") from error
    rows = [tr for table in document.element.body.iter(f"{_W}tbl") for tr in table.iterfind(f"{_W}tr")]
    found = [r for tr in rows if (r := _row(tr, _comments(document))) is not None]
    if not found:
        raise InputError(f"{where}: the table with the segments is not there", "keep the number column as it was")
    yield from found


def _row(tr: Any, comments: dict[str, str]) -> Returned | None:
    cells = list(tr.iterfind(f"{_W}tc"))
    if len(cells) < 3:
        return None
    identity = _final(cells[0]).split()
    if not identity or not _ID.match(identity[-1]):
        return None
    said = [_final(cells[4])] if len(cells) > 4 else []
    said += [comments[i] for i in dict.fromkeys(_references(tr)) if i in comments]
    return Returned(identity[-1], " ".join(_final(cells[2]).split()) or None, None, "\n".join(s for s in said if s))


def _final(element: Any) -> str:
    """The text as it stands when every tracked change is accepted; paragraphs are parted by line ends."""
    paragraphs = []
    for paragraph in element.iter(f"{_W}p"):
        out = ""
        for node in paragraph.iter():
            if any(a.tag in (f"{_W}del", f"{_W}moveFrom") for a in node.iterancestors()):
                continue
            if node.tag == f"{_W}t":
                out += node.text or ""
            elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                out += " "
            elif node.tag == f"{_W}noBreakHyphen":
                out += "-"
        paragraphs.append(out)
    return "\n".join(paragraphs).strip()


def _references(tr: Any) -> Iterator[str]:
    for reference in tr.iter(f"{_W}commentReference"):
        yield reference.get(f"{_W}id") or ""


def _comments(document: Document) -> dict[str, str]:
    """Word's own comments by id, with the name of who wrote them."""
    out = {}
    for comment in document.comments:
        out[str(comment.comment_id)] = f"{comment.author}: {comment.text}" if comment.author else comment.text
    return out
