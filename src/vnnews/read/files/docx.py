"""Word documents (.docx): the text as it stands when all changes are accepted, fonts of old encodings undone by run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from vnnews.article import Article, Image, Mark, MarkKind
from vnnews.errors import InputError
from vnnews.read import legacy
from vnnews.read.captions import is_caption
from vnnews.read.lines import Line
from vnnews.read.pasted import compose
from vnnews.read.source import Source
from vnnews.vietnamese.normalise import clean

READER = "docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_MOST = 8_000_000
_SKIPPED = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}footnoteReference",
    f"{_W}commentReference",
    f"{_W}delText",
    f"{_W}instrText",
}
_CAPTION_WORDS = 45


def read(source: Source) -> list[Article]:
    """The article in a document. Raises InputError for damaged or hostile files, NoArticleError without text."""
    document = _open(source.data)
    lines = [*document.lines()]
    encoding = "utf-8" if not document.old else f"utf-8 with {' and '.join(sorted(document.old))}"
    return [compose(_tied(lines), source, encoding, reader=READER)]


@dataclass
class _Document:
    """The parts of a document that its text needs; `old` collects the encodings that its fonts told."""

    body: etree._Element
    styles: dict[str, _Style]
    links: dict[str, str]
    default_font: str = ""
    old: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[Line]:
        """The paragraphs and tables in order."""
        for element in self.body.iterchildren(f"{_W}p", f"{_W}tbl", f"{_W}sdt"):
            yield from self._element(element)

    def _element(self, element: etree._Element) -> Iterator[Line]:
        if element.tag == f"{_W}p":
            yield from self._paragraph(element)
        elif element.tag == f"{_W}tbl":
            yield from self._table(element)
        else:
            for inner in element.iterfind(f"{_W}sdtContent/*"):
                yield from self._element(inner)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        """A table as one line; a frame of one column, used to place pictures, as the paragraphs in it."""
        rows = [list(row.iterfind(f"{_W}tc")) for row in table.iterfind(f"{_W}tr")]
        if max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    for element in cell:
                        yield from self._element(element)
            return
        text = "\n".join("\t".join(self._cell(cell) for cell in row) for row in rows)
        if text.strip():
            header = table.find(f".//{_W}tblHeader") is not None
            yield Line(clean(text), kind="table", header=header, gap=True)

    def _cell(self, cell: etree._Element) -> str:
        return " ".join(" ".join(line.text.split()) for p in cell.iter(f"{_W}p") for line in self._paragraph(p))

    def _paragraph(self, p: etree._Element) -> Iterator[Line]:
        style = self.styles.get(_value(p, "pPr/pStyle") or "", _Style())
        text, marks = self._runs(p, style.font or self.default_font)
        pictured = next(p.iter(_A_BLIP), None) is not None
        image = Image() if pictured else None
        if not text.strip() and image is None:
            return
        pushed = _value(p, "pPr/jc") in ("right", "end")
        numbered = p.find(f"{_W}pPr/{_W}numPr") is not None and style.level is None
        for i, (part, own) in enumerate(_parts(text, marks)):
            kind = "figure" if image else ("heading" if style.level else None)
            line = Line(part, kind, style.level, pushed, i == 0, own, image)  # type: ignore[arg-type]  # a literal of BlockKind
            yield replace(line, text=f"- {part}", marks=_moved(own, 2)) if numbered and part and not image else line

    def _runs(self, p: etree._Element, font: str) -> tuple[str, list[Mark]]:
        """The text of a paragraph and its marks, deleted runs left out."""
        text, marks = "", list[Mark]()
        for run, link in _walk(p, None):
            piece = self._piece(run, font)
            for kind in _kinds(run):
                marks.append(Mark(len(text), len(text) + len(piece), kind))
            href = self.links.get(link) if link else None
            if href and href.startswith(("http://", "https://", "mailto:")):
                marks.append(Mark(len(text), len(text) + len(piece), "link", href))
            text += piece
        return text, _merged(marks)

    def _piece(self, run: etree._Element, font: str) -> str:
        own = run.find(f"{_W}rPr/{_W}rFonts")
        name = (own.get(f"{_W}ascii") or own.get(f"{_W}hAnsi") or font) if own is not None else font
        named = self.styles.get(_value(run, "rPr/rStyle") or "")
        name = named.font if named and named.font else name
        out = ""
        for element in run:
            if element.tag == f"{_W}t":
                out += self._undone(element.text or "", name)
            elif element.tag == f"{_W}tab":
                out += "\t"
            elif element.tag in (f"{_W}br", f"{_W}cr") and element.get(f"{_W}type") != "page":
                out += "\n"
            elif element.tag == f"{_W}noBreakHyphen":
                out += "-"
        return out

    def _undone(self, text: str, font: str) -> str:
        """Text typed in a font of an old encoding as Vietnamese; the fonts' names tell which."""
        low = font.lower()
        encoding = "tcvn3" if low.startswith(".vn") else ("vni-windows" if low.startswith("vni") else None)
        encoding = "vps" if low.startswith("vps") else encoding
        raw = legacy.surface_bytes(text) if encoding and not text.isascii() else None
        if encoding is None or (raw is None and not (low.startswith(".vn") and low.endswith("h"))):
            return text
        if raw is not None:
            self.old.add(encoding)
            text = legacy.decode_legacy(raw, encoding)
        return text.upper() if encoding == "tcvn3" and low.rstrip("0123456789 ").endswith("h") else text


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says: the level of a heading (1 for a title), a font."""

    level: int | None = None
    font: str = ""


def _walk(element: etree._Element, link: str | None) -> Iterator[tuple[etree._Element, str | None]]:
    """The runs of a paragraph that stand in the final text, each with the link it lies in."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}r":
            yield child, link
        elif child.tag != f"{_W}pPr" and isinstance(child.tag, str):
            yield from _walk(child, child.get(f"{_R}id") if child.tag == f"{_W}hyperlink" else link)


_SWITCHES: tuple[tuple[str, MarkKind], ...] = (("b", "bold"), ("i", "italic"), ("u", "underline"))


def _kinds(run: etree._Element) -> list[MarkKind]:
    """The marks that a run's own properties set."""
    out = [kind for name, kind in _SWITCHES if _is_on(run.find(f"{_W}rPr/{_W}{name}"))]
    place = _value(run, "rPr/vertAlign")
    shifted: dict[str, MarkKind] = {"superscript": "sup", "subscript": "sub"}
    return [*out, shifted[place]] if place in shifted else out


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{_W}val") not in ("0", "false", "none")


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(_W + name for name in path.split("/")))
    return found.get(f"{_W}val") if found is not None else None


def _merged(marks: list[Mark]) -> list[Mark]:
    """Marks of one kind that touch, as one."""
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.start)):
        last = out[-1] if out else None
        if mark.start == mark.end:
            continue
        if last and (last.kind, last.href, last.end) == (mark.kind, mark.href, mark.start):
            out[-1] = replace(last, end=mark.end)
        else:
            out.append(mark)
    return sorted(out, key=lambda m: (m.start, m.end))


def _parts(text: str, marks: list[Mark]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """The parts of a paragraph between line breaks, cleaned and stripped, each with its marks."""
    at = 0
    for raw in text.split("\n"):
        part = clean(raw).strip()
        lead = len(raw) - len(raw.lstrip())
        fits = len(clean(raw)) == len(raw)
        own = (
            _moved([m for m in marks if m.start < at + len(raw) and m.end > at], -(at + lead), len(part))
            if fits
            else ()
        )
        if part or "\n" not in text:
            yield part, own
        at += len(raw) + 1


def _moved(marks: list[Mark] | tuple[Mark, ...], by: int, size: int = 1 << 30) -> tuple[Mark, ...]:
    moved = (replace(m, start=max(m.start + by, 0), end=min(m.end + by, size)) for m in marks)
    return tuple(m for m in moved if m.start < m.end)


def _tied(lines: list[Line]) -> list[Line]:
    """The lines with each picture's caption, the short line below it, in the picture's block."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last is not None and last.kind == "figure" and not last.text and line.kind is None and _captions(line):
            out[-1] = replace(last, text=line.text, marks=())
        else:
            out.append(line)
    return out


def _captions(line: Line) -> bool:
    words = len(line.text.split())
    italic = sum(m.end - m.start for m in line.marks if m.kind == "italic") >= len(line.text) - 2
    return words <= _CAPTION_WORDS and (is_caption(line.text) or italic or not line.text.endswith((".", "!", "?", ":")))


def _open(data: bytes) -> _Document:
    """The parts of a document; every part is bounded, entities are not resolved."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = _part(archive, "word/document.xml")
            styles, links = _part(archive, "word/styles.xml"), _part(archive, "word/_rels/document.xml.rels")
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, EOFError, OSError, NotImplementedError) as error:
        raise InputError("the Word document is damaged", "open it in Word or LibreOffice, and save it again") from error
    body = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise InputError("the Word document has no text part", "save it as .docx from Word or LibreOffice")
    named = _styles(styles)
    targets = {e.get("Id", ""): e.get("Target", "") for e in links} if links is not None else {}
    return _Document(body, named, targets, _default_font(styles, named))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:
        data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise InputError("the Word document unpacks to more than 8 MB of text", "split it, or save it as plain text")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise InputError("the Word document declares XML entities, which no real one does", "save it anew from Word")
    return root


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    out: dict[str, _Style] = {}
    for style in root.iterfind(f"{_W}style") if root is not None else ():
        name = (_value(style, "name") or "").lower()
        level = (
            1 if name == "title" else (int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else None)
        )
        base = out.get(_value(style, "basedOn") or "", _Style())
        out[style.get(f"{_W}styleId", "")] = _Style(level or base.level, _font(style) or base.font)
        if style.get(f"{_W}default") in ("1", "true") and style.get(f"{_W}type") == "paragraph":
            out[""] = out[style.get(f"{_W}styleId", "")]
    return out


def _font(style: etree._Element) -> str:
    fonts = style.find(f"{_W}rPr/{_W}rFonts")
    return (fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi") or "") if fonts is not None else ""


def _default_font(root: etree._Element | None, styles: dict[str, _Style]) -> str:
    default = root.find(f"{_W}docDefaults/{_W}rPrDefault") if root is not None else None
    own = styles.get("", _Style()).font
    return own or (_font(default) if default is not None else "")
