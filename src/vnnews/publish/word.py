"""DOCX: the page as a Word document with the same credits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from vnnews.article import Block, Image
from vnnews.publish.addresses import safe_image, safe_link
from vnnews.publish.html import credit_words
from vnnews.publish.inline import Line, Node, Span, cells, lines, one_line
from vnnews.publish.page import Page
from vnnews.publish.settings import Site
from vnnews.publish.words import day_in_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of the entries of the archive, so that equal pages give equal bytes."""
PICTURE_WIDTH = 15
"""Of embedded pictures, in centimetres: the width of the text."""
LISTS = {True: "List", False: "List Bullet"}


class WordWriter:
    """Writes `<slug>.docx`."""

    suffix = ".docx"

    def __init__(self, site: Site) -> None:
        self._site = site

    def render(self, page: Page) -> bytes:
        """The document as the bytes of its file; nothing for a withdrawn page."""
        if page.withdrawn:
            return b""
        import docx

        document = docx.Document()
        _properties(document, page)
        _add(document, lines(page.title, (), page.foreign.get("title", ())), "Title")
        if page.lead:
            _add(document, lines(page.lead, (), page.foreign.get("lead", ())), "Subtitle")
        byline = (
            page.credits.byline,
            page.credits.byline_vi,
            day_in_words(page.published, day_first=self._site.day_first),
        )
        _add(document, [(line,) for line in byline if line], "Normal")
        for n in page.corrections:
            heading = Span("bold", None, (f"Correction, {day_in_words(n.day, day_first=self._site.day_first)}: ",))
            _add(document, [(heading, one_line(n.note)[0])], "Normal")
        for block in page.blocks:
            _block(document, block, page)
        _add(document, list(_credits(page, self._site)), "Normal")
        return _settled(document)


def writer(site: Site) -> WordWriter:
    """The DOCX writer of a site."""
    return WordWriter(site)


def _properties(document: Document, page: Page) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    core = document.core_properties
    core.title, core.author, core.language = page.title[:255], (page.credits.author or "")[:255], "en-US"
    core.last_modified_by, core.comments, core.revision = "", "", 1
    core.created, core.modified = (datetime.fromisoformat(m or "2000-01-01") for m in (page.issued, page.modified))
    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    properties.append(language)


def _block(document: Document, block: Block, page: Page) -> None:
    foreign = page.foreign.get(block.id, ())
    if block.kind == "table":
        _table(document, block, foreign)
        return
    said = [line for line in lines(block.text, block.marks, foreign) if line]
    match block.kind:
        case "heading":
            _add(document, said, f"Heading {block.level or 2}")
        case "list":
            for number, line in enumerate(said, 1):
                # Word's own numbering would count on from the list before.
                _add(document, [(f"{number}. ", *line) if block.ordered else line], LISTS[block.ordered])
        case "quote":
            _add(document, said, "Quote")
        case "figure":
            _figure(document, block.image or Image(), said, page)
        case _:
            _add(document, said, "Normal")


def _figure(document: Document, image: Image, said: list[Line], page: Page) -> None:
    """The picture, where we have our own copy, else its address; and the caption."""
    if words := credit_words(image):
        credit: Node = f"({words})"
        said = [*said[:-1], (*said[-1], " ", credit)] if said else [(credit,)]
    src = safe_image(image.url)
    if src and not _embed(document, image, page):
        said = [*said, (Span("link", src, ("Picture",)),)]
    _add(document, said, "Caption")


def _embed(document: Document, image: Image, page: Page) -> bool:
    """Put the own copy of a picture into the document; tells whether there is one that Word can show."""
    from docx.image.exceptions import UnrecognizedImageError
    from docx.shared import Cm

    name = page.pictures.get(image.url or "")
    if page.pictures_at is None or name is None:
        return False
    try:
        document.add_picture(str(page.pictures_at / name), width=Cm(PICTURE_WIDTH))
    except (UnrecognizedImageError, OSError, ValueError, KeyError):
        return False
    return True


def _table(document: Document, block: Block, foreign: Iterable[tuple[int, int]]) -> None:
    rows = cells(block.text, block.marks, foreign)
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid")
    for number, (row, target) in enumerate(zip(rows, table.rows, strict=True)):
        for cell, place in zip(row, target.cells, strict=False):
            head = block.header and number == 0
            _write(place.paragraphs[0], (Span("bold", None, cell),) if head and cell else cell, {})
    document.add_paragraph()


def _credits(page: Page, site: Site) -> Iterable[Line]:
    c = page.credits
    for text in (c.photos, c.review):
        if text:
            yield (text,)
    if c.source_name or c.source_url:
        name, href = one_line(c.source_name or c.source_url or "")[0], safe_link(c.source_url)
        yield (f"{site.credits.source} ", Span("link", href, (name,)) if href else name)
    if c.machine:
        yield (Span("italic", None, (c.machine,)),)


def _add(document: Document, said: list[Line], style: str) -> None:
    """A paragraph of these lines, parted by line breaks; none for nothing."""
    if not said:
        return
    paragraph = document.add_paragraph(style=style)
    for number, line in enumerate(said):
        if number:
            paragraph.add_run().add_break()
        _write(paragraph, line, {})


def _write(paragraph: Paragraph, nodes: Iterable[Node], look: dict[str, Any]) -> None:
    for node in nodes:
        if isinstance(node, Span):
            inner = {**look, node.kind: node.href or True}
            _write(paragraph, node.children, inner)
            continue
        run = paragraph.add_run(node)
        _dress(run, look)
        if "link" in look:
            _link(paragraph, run, look["link"])


def _dress(run: Run, look: dict[str, Any]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run.bold, run.italic = look.get("bold"), look.get("italic")
    run.underline = True if "underline" in look or "link" in look else None
    # Both are one setting in Word: to clear the one would clear the other.
    if "sup" in look:
        run.font.superscript = True
    elif "sub" in look:
        run.font.subscript = True
    if "code" in look:
        run.font.name = "Consolas"
    if "foreign" in look:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        cast("Any", run._element.get_or_add_rPr()).append(language)


def _link(paragraph: Paragraph, run: Run, address: str) -> None:
    """Put a run into a hyperlink; python-docx has no call for it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    cast("Any", run._element).addprevious(link)
    link.append(run._element)


def _settled(document: Document) -> bytes:
    """The file with fixed times inside, so that equal pages give equal bytes."""
    first = io.BytesIO()
    document.save(first)
    second = io.BytesIO()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            new.writestr(zipfile.ZipInfo(entry, _EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return second.getvalue()
