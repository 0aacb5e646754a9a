"""XLIFF 2.1: a Draft as one file that translation tools read, and back. docs/draft-format.md is the mapping.

Core elements carry what every tool knows; what XLIFF has no word for is in the metadata module (categories
"vnnews:...") and in attributes of our own namespace. Texts are NFC with white space preserved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, cast

from lxml import etree

from vnnews import __version__
from vnnews.article import Article, Block, BlockKind, Image, Language, Mark, Provenance
from vnnews.draft.inline import Codes, mark_order, read_inline, write_inline
from vnnews.draft.model import Candidate, Draft, Fate, GlossaryRef, Origin, OriginKind, Segment, State, TermUse
from vnnews.errors import InputError
from vnnews.finding import Finding, Severity, Side

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MDA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLS = "urn:oasis:names:tc:xliff:glossary:2.0"
MTC = "urn:oasis:names:tc:xliff:matches:2.0"
OWN = "https://vnnews.invalid/ns/draft/1"
_NAMESPACES = {None: CORE, "mda": MDA, "gls": GLS, "mtc": MTC, "vn": OWN}
_XML = "http://www.w3.org/XML/1998/namespace"

_ARTICLE_FIELDS = (
    "author", "photographer", "translator", "published", "source_name", "url", "original_url",
)  # fmt: skip
_PROVENANCE_FIELDS = ("origin", "retrieved", "sha256", "reader", "reader_version", "encoding")
_PRIORITY: dict[Severity, str] = {"error": "1", "warning": "4", "info": "8"}


def dumps(draft: Draft) -> bytes:
    """The draft as an XLIFF 2.1 document, UTF-8 with declaration; equal drafts give equal bytes."""
    root = etree.Element(_core("xliff"), nsmap=cast("dict[str, str]", _NAMESPACES))
    root.set("version", "2.1")
    root.set("srcLang", draft.article.language)
    root.set("trgLang", "en")
    file = etree.SubElement(root, _core("file"), id=f"a{draft.article.id}", original=draft.article.provenance.origin)
    file.set(f"{{{_XML}}}space", "preserve")
    file.append(_file_metadata(draft))
    _add_notes(file, [(f, "article") for f in draft.article.findings] + [(f, "draft") for f in draft.findings])
    segments = {key: list(group) for key, group in groupby(draft.segments, key=lambda s: s.block)}
    for unit in ("title", "lead"):
        if unit in segments:
            file.append(_unit(unit, None, segments[unit]))
    for block in draft.article.blocks:
        file.append(_unit(block.id, block, segments.get(block.id, [])))
    _indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def loads(data: bytes, where: str) -> Draft:
    """Read a draft; `where` names the file in messages. Raises InputError with the line of the damage.

    A file that another tool stripped of our metadata raises InputError too: `store.load` then goes to the log.
    """
    root = parse(data, where)
    file = root.find(_core("file"))
    if file is None or root.get("version") not in ("2.0", "2.1"):
        raise InputError(f"{where}: not an XLIFF 2 file with one article", "give a draft made by: vnnews translate")
    meta = _metadata(file)
    if "vnnews:article" not in meta:
        raise InputError(f"{where}: the article's metadata are missing", "keep the .log.jsonl beside the draft")
    try:
        return _draft(file, meta)
    except (KeyError, ValueError, IndexError) as error:
        raise InputError(f"{where}: damaged draft ({error!r})", "go back to an older copy") from error


def parse(data: bytes, where: str) -> etree._Element:
    """Parse XML from outside safely: no entities, no network. Raises InputError with the line of the damage."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{where}, line {error.lineno}: {error.msg}", "go back to an older copy") from error


def targets(root: etree._Element) -> Iterator[tuple[str, str, str | None, tuple[Mark, ...], State]]:
    """(segment id, source, target, target marks, state) of every segment, for files that other tools have changed."""
    for unit in root.iter(_core("unit")):
        codes = Codes.of_unit(unit)
        for element in unit.iter(_core("segment")):
            source, _ = read_inline(element.find(_core("source")), codes)
            target, marks = _target(element, codes)
            yield element.get("id") or "", source, target, marks, cast("State", element.get("state") or "initial")


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _own(name: str) -> str:
    return f"{{{OWN}}}{name}"


# --- writing ---------------------------------------------------------------------------------------------------


def _file_metadata(draft: Draft) -> etree._Element:
    a = draft.article
    article: dict[str, Any] = {"id": a.id, "language": a.language}
    article.update({name: getattr(a, name) for name in _ARTICLE_FIELDS})
    provenance = {name: getattr(a.provenance, name) for name in _PROVENANCE_FIELDS}
    made = {
        "vnnews": __version__,
        "glossary.name": draft.glossary.name,
        "glossary.version": draft.glossary.version,
        "glossary.hash": draft.glossary.hash,
        "translator": draft.translator,
        "reviewer": draft.reviewer,
    }
    metadata = etree.Element(f"{{{MDA}}}metadata")
    for category, values in (("article", article), ("provenance", provenance), ("draft", made)):
        _add_group(metadata, category, values)
    return metadata


def _add_group(metadata: etree._Element, category: str, values: dict[str, Any]) -> None:
    """A group of name/value pairs; None is left out, so a missing name reads back as None."""
    group = etree.SubElement(metadata, f"{{{MDA}}}metaGroup", category=f"vnnews:{category}")
    for name, value in values.items():
        if value is not None:
            etree.SubElement(group, f"{{{MDA}}}meta", type=name).text = str(value)


def _add_notes(file: etree._Element, findings: list[tuple[Finding, str]]) -> None:
    if not findings:
        return
    notes = etree.SubElement(file, _core("notes"))
    for number, (finding, owner) in enumerate(findings, 1):
        note = etree.SubElement(notes, _core("note"), id=f"n{number}", appliesTo=finding.side)
        note.set("category", f"vnnews:{finding.code}")
        note.set("priority", _PRIORITY[finding.severity])
        for name in ("id", "name", "severity", "segment", "suggestion"):
            if getattr(finding, name) is not None:
                note.set(_own(name), getattr(finding, name))
        note.set(_own("span"), f"{finding.span[0]} {finding.span[1]}")
        note.set(_own("of"), owner)
        if finding.suppressed:
            aside = finding.suppressed
            note.set(_own("suppressed"), f"{aside.at} {aside.by}\n{aside.reason}")
        note.text = finding.message


def _unit(identity: str, block: Block | None, segments: list[Segment]) -> etree._Element:
    unit = etree.Element(_core("unit"), id=identity)
    codes = Codes()
    bodies: list[etree._Element] = []
    for segment in segments:
        bodies.append(_segment(segment, codes))
        if segment.separator:
            ignorable = etree.Element(_core("ignorable"))
            write_inline(etree.SubElement(ignorable, _core("source")), segment.separator, (), codes, "source")
            bodies.append(ignorable)
    if not segments:
        unit.set("translate", "no")
        bodies.append(_bare(block))
    for part in (_unit_metadata(block, segments), _terms(segments), _matches(segments), codes.original_data()):
        if part is not None:
            unit.append(part)
    unit.extend(bodies)
    return unit


def _bare(block: Block | None) -> etree._Element:
    """The body of a unit with nothing to translate, such as a picture without a caption."""
    element = etree.Element(_core("segment"))
    etree.SubElement(element, _core("source")).text = block.text if block else ""
    return element


def _segment(segment: Segment, codes: Codes) -> etree._Element:
    element = etree.Element(_core("segment"), id=segment.id, state=segment.state)
    if segment.origin is not None:
        element.set("subState", f"vnnews:{segment.origin.kind}")
    codes.begin_segment()
    write_inline(etree.SubElement(element, _core("source")), segment.source, segment.source_marks, codes, "source")
    if segment.target is not None:
        target = etree.SubElement(element, _core("target"))
        write_inline(target, segment.target, segment.target_marks, codes, "target")
    return element


def _unit_metadata(block: Block | None, segments: list[Segment]) -> etree._Element | None:
    metadata = etree.Element(f"{{{MDA}}}metadata")
    if block is not None:
        image = block.image
        values: dict[str, Any] = {"kind": block.kind, "level": block.level}
        values["ordered"] = "yes" if block.ordered else None
        values["header"] = "yes" if block.header else None
        if image is not None:
            values.update(
                {"image": "yes", "image.url": image.url, "image.alt": image.alt, "image.credit": image.credit}
            )
        _add_group(metadata, "block", values)
    for s in segments:
        values = {"segment": s.id, "into": s.into}
        if s.fate != "kept":
            values["fate"] = s.fate
        if s.origin is not None:
            values.update({f"origin.{k}": v for k, v in s.origin.to_json().items()})
        if any(v is not None for k, v in values.items() if k != "segment"):
            _add_group(metadata, "segment", values)
    return metadata if len(metadata) else None


def _terms(segments: list[Segment]) -> etree._Element | None:
    glossary = etree.Element(f"{{{GLS}}}glossary")
    for s in segments:
        for use in s.terms:
            entry = etree.SubElement(glossary, f"{{{GLS}}}glossEntry", ref=f"#{s.id}")
            entry.set(_own("span"), f"{use.source_span[0]} {use.source_span[1]}")
            entry.set(_own("kind"), use.kind)
            etree.SubElement(entry, f"{{{GLS}}}term").text = use.source
            for english in (use.target, *use.accepted):
                etree.SubElement(entry, f"{{{GLS}}}translation").text = english
    return glossary if len(glossary) else None


def _matches(segments: list[Segment]) -> etree._Element | None:
    matches = etree.Element(f"{{{MTC}}}matches")
    for s in segments:
        for c in s.candidates:
            match = etree.SubElement(matches, f"{{{MTC}}}match", ref=f"#{s.id}", type="tm", origin=c.origin)
            match.set("similarity", f"{c.score * 100:.4g}")
            etree.SubElement(match, _core("source")).text = c.source
            etree.SubElement(match, _core("target")).text = c.target
    return matches if len(matches) else None


def _indent(root: etree._Element) -> None:
    """One element a line down to segments; what holds text is left alone, since white space counts there."""
    for element in root.iter(_core("xliff"), _core("file"), _core("notes"), _core("unit"), f"{{{MDA}}}metadata",
                             f"{{{MDA}}}metaGroup", f"{{{GLS}}}glossary", f"{{{MTC}}}matches"):  # fmt: skip
        element.text = "\n"
        for child in element:
            child.tail = "\n"
    root.tail = None


# --- reading ---------------------------------------------------------------------------------------------------


def _metadata(element: etree._Element) -> dict[str, dict[str, str]]:
    """The name/value groups of an element's own metadata by category (of equal categories the last)."""
    return dict(_groups(element))


def _groups(element: etree._Element) -> Iterator[tuple[str, dict[str, str]]]:
    for group in element.iterfind(f"{{{MDA}}}metadata/{{{MDA}}}metaGroup"):
        yield group.get("category") or "", {m.get("type") or "": m.text or "" for m in group}


def _draft(file: etree._Element, meta: dict[str, dict[str, str]]) -> Draft:
    segments: list[Segment] = []
    blocks: list[Block] = []
    texts: dict[str, str] = {}
    for unit in file.iterfind(_core("unit")):
        mine, leftover = _read_unit(unit)
        segments.extend(mine)
        text = "".join(s.source + s.separator for s in mine) or leftover
        if unit.get("id") in ("title", "lead"):
            texts[unit.get("id") or ""] = text
        else:
            blocks.append(_block(unit, text, mine))
    findings = list(_findings(file))
    article, made = meta["vnnews:article"], meta["vnnews:draft"]
    return Draft(
        article=Article(
            id=article["id"],
            title=texts.get("title"),
            lead=texts.get("lead"),
            blocks=tuple(blocks),
            language=cast("Language", article["language"]),
            provenance=Provenance(**{n: meta["vnnews:provenance"].get(n, "") for n in _PROVENANCE_FIELDS}),
            findings=tuple(f for f, owner in findings if owner == "article"),
            author=article.get("author"),
            photographer=article.get("photographer"),
            translator=article.get("translator"),
            published=article.get("published"),
            source_name=article.get("source_name"),
            url=article.get("url"),
            original_url=article.get("original_url"),
        ),
        segments=tuple(segments),
        glossary=GlossaryRef(made["glossary.name"], made["glossary.version"], made["glossary.hash"]),
        findings=tuple(f for f, owner in findings if owner == "draft"),
        translator=made.get("translator"),
        reviewer=made.get("reviewer"),
    )


def _read_unit(unit: etree._Element) -> tuple[list[Segment], str]:
    """The segments of a unit in order, and the text of a unit that has none (translate="no")."""
    codes = Codes.of_unit(unit)
    extra = {g["segment"]: g for c, g in _groups(unit) if c == "vnnews:segment"}
    out: list[Segment] = []
    for element in unit.iterfind("*"):
        if element.tag == _core("segment"):
            if unit.get("translate") == "no":
                return [], read_inline(element.find(_core("source")), codes)[0]
            out.append(_read_segment(element, unit, codes, extra.get(element.get("id") or "", {})))
        elif element.tag == _core("ignorable") and out:
            separator, _ = read_inline(element.find(_core("source")), codes)
            out[-1] = replace(out[-1], separator=out[-1].separator + separator)
    return out, ""


def _read_segment(element: etree._Element, unit: etree._Element, codes: Codes, extra: dict[str, str]) -> Segment:
    source, source_marks = read_inline(element.find(_core("source")), codes)
    target, target_marks = _target(element, codes)
    identity = element.get("id") or ""
    return Segment(
        id=identity,
        block=unit.get("id") or "",
        source=source,
        source_marks=source_marks,
        target=target,
        target_marks=target_marks,
        state=cast("State", element.get("state") or "initial"),
        origin=_origin(extra),
        terms=tuple(_read_terms(unit, identity)),
        candidates=tuple(_read_matches(unit, identity)),
        fate=cast("Fate", extra.get("fate", "kept")),
        into=extra.get("into"),
    )


def _target(element: etree._Element, codes: Codes) -> tuple[str | None, tuple[Mark, ...]]:
    target = element.find(_core("target"))
    return (None, ()) if target is None else read_inline(target, codes)


def _origin(extra: dict[str, str]) -> Origin | None:
    if "origin.kind" not in extra:
        return None
    score = extra.get("origin.score")
    return Origin(
        kind=cast("OriginKind", extra["origin.kind"]),
        engine=extra.get("origin.engine"),
        version=extra.get("origin.version"),
        score=float(score) if score else None,
        manner=extra.get("origin.manner"),
    )


def _read_terms(unit: etree._Element, segment: str) -> Iterator[TermUse]:
    for entry in unit.iterfind(f"{{{GLS}}}glossary/{{{GLS}}}glossEntry"):
        if entry.get("ref") == f"#{segment}":
            english = [t.text or "" for t in entry.iterfind(f"{{{GLS}}}translation")]
            yield TermUse(
                source=entry.findtext(f"{{{GLS}}}term") or "",
                source_span=_span(entry.get(_own("span"))),
                target=english[0],
                kind=entry.get(_own("kind")) or "term",
                accepted=tuple(english[1:]),
            )


def _read_matches(unit: etree._Element, segment: str) -> Iterator[Candidate]:
    for match in unit.iterfind(f"{{{MTC}}}matches/{{{MTC}}}match"):
        if match.get("ref") == f"#{segment}":
            yield Candidate(
                source=match.findtext(_core("source")) or "",
                target=match.findtext(_core("target")) or "",
                score=float(match.get("similarity") or 0) / 100,
                origin=match.get("origin") or "",
            )


def _block(unit: etree._Element, text: str, segments: list[Segment]) -> Block:
    values = _metadata(unit)["vnnews:block"]
    image = None
    if "image" in values:
        image = Image(values.get("image.url"), values.get("image.alt"), values.get("image.credit"))
    return Block(
        id=unit.get("id") or "",
        kind=cast("BlockKind", values["kind"]),
        text=text,
        marks=tuple(sorted(_joined(segments), key=mark_order)),
        level=int(values["level"]) if "level" in values else None,
        ordered="ordered" in values,
        header="header" in values,
        image=image,
    )


def _joined(segments: Iterable[Segment]) -> Iterator[Mark]:
    """The marks of a block from those of its segments; what was cut at a segment's end is joined again."""
    offset = gap = 0
    waiting: list[Mark] = []
    for s in segments:
        moved = [Mark(m.start + offset, m.end + offset, m.kind, m.href) for m in s.source_marks]
        carried: list[Mark] = []
        for mark in waiting:
            more = next((m for m in moved if m.start == offset and _continues(mark, m, gap)), None)
            if more is None:
                yield mark
            else:
                moved.remove(more)
                carried.append(replace(mark, end=more.end))
        end = offset + len(s.source)
        offset, gap = end + len(s.separator), len(s.separator)
        waiting = [m for m in (*carried, *moved) if m.end == end]
        yield from (m for m in (*carried, *moved) if m.end != end)
    yield from waiting


def _continues(mark: Mark, more: Mark, gap: int) -> bool:
    """Whether `more` is the rest of `mark` after a separator of `gap` code points."""
    return gap > 0 and (mark.kind, mark.href, mark.end + gap) == (more.kind, more.href, more.start)


def _findings(file: etree._Element) -> Iterator[tuple[Finding, str]]:
    for note in file.iterfind(f"{_core('notes')}/{_core('note')}"):
        category = note.get("category") or ""
        if category.startswith("vnnews:") and note.get(_own("id")):
            finding = Finding(
                id=note.get(_own("id")) or "",
                code=category.removeprefix("vnnews:"),
                name=note.get(_own("name")) or "",
                severity=cast("Severity", note.get(_own("severity")) or "warning"),
                segment=note.get(_own("segment")),
                side=cast("Side", note.get("appliesTo") or "target"),
                span=_span(note.get(_own("span"))),
                message=note.text or "",
                suggestion=note.get(_own("suggestion")),
            )
            aside = note.get(_own("suppressed"))
            if aside:
                head, _, reason = aside.partition("\n")
                at, _, by = head.partition(" ")
                finding = finding.suppress(reason, by, at)
            yield finding, note.get(_own("of")) or "draft"


def _span(text: str | None) -> tuple[int, int]:
    start, end = (text or "0 0").split()
    return int(start), int(end)
