"""TBX-Basic (ISO 30042:2019, TBX version 3), written in its DCA style; DCA, DCT and the older martif are read.

A Term is a concept entry: kind as subjectField, one language section for the Vietnamese with its abbreviations and one
for the English with preferred, admitted and deprecated terms. What TBX-Basic has no category for (level, dates, use,
case, confidence, forms wrong in any text) stands in notes that begin with "vnnews" and a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from vnnews.glossary import tables
from vnnews.glossary.term import Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFERRED, _ADMITTED, _DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_WRONG = ("deprecated", "superseded", "obsolete")
"""How the statuses begin that say a term is not to be used; older files have deprecatedTerm without "-admn-sts"."""
_SHORT = {"abbreviation", "acronym", "shortForm", "initialism"}
_CODES = {"vie": "vi", "eng": "en"}
_KEPT_IN_NOTES = ("level", "valid_from", "valid_to", "confidence", "use", "case")
_MARK = "vnnews "
_ENTRIES, _LANGUAGES, _TERMS = {"conceptEntry", "termEntry"}, {"langSec", "langSet"}, {"termSec", "tig", "ntig"}


def write(terms: Iterable[Term]) -> bytes:
    """A TBX file with one concept entry a term, in the order given."""
    root = etree.Element(f"{{{NAMESPACE}}}tbx", nsmap={None: NAMESPACE}, attrib={"type": "TBX-Basic", "style": "dca"})
    root.set(f"{_XML}lang", "vi")
    description = _add(_add(_add(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _add(description, "p", "Vietnamese government terms, written by vnnews")
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        _write_entry(_add(body, "conceptEntry", id=f"c{number}"), term)
    tree = etree.ElementTree(root)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(data: bytes, layer: str) -> list[Term]:
    """The Terms of a TBX file, entries without both languages left out. Raises ValueError for what is no TBX."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"no well-formed XML: {error}") from error
    if _name(root) not in {"tbx", "martif", "TBX"}:
        raise ValueError(f"the file is <{_name(root)}>, not TBX")
    terms = [term for entry in _all(root, _ENTRIES) if (term := _read_entry(entry, layer)) is not None]
    if not terms and next(_all(root, _ENTRIES), None) is not None:
        found = ", ".join(sorted({_language(section) or "none" for section in _all(root, _LANGUAGES)}))
        raise ValueError(f"no entry has both a Vietnamese and an English term; languages of the file: {found}")
    return terms


def _write_entry(entry: etree._Element, term: Term) -> None:
    _add(entry, "descrip", term.kind, type="subjectField")
    if term.source:
        _add(entry, "admin", term.source, type="source")
    if term.note:
        _add(entry, "note", term.note)
    cells = dict(zip(tables.COLUMNS, tables.cells(term), strict=True))
    kept = {name: cells[name] for name in _KEPT_IN_NOTES} | {"en_only_safe": cells["en_only_safe"]}
    for name, value in kept.items():
        if value:
            _add(entry, "note", f"{_MARK}{name}: {value}")
    vietnamese = _add(entry, "langSec", lang="vi")
    _write_term(vietnamese, term.vi, _PREFERRED, "fullForm")
    for short in term.abbr_vi:
        _write_term(vietnamese, short, _ADMITTED, "abbreviation")
    english = _add(entry, "langSec", lang="en")
    _write_term(english, term.en, _PREFERRED, "fullForm")
    for other in term.alternatives:
        _write_term(english, other, _ADMITTED, "fullForm")
    if term.abbr_en:
        _write_term(english, term.abbr_en, _ADMITTED, "abbreviation")
    for wrong in term.forbidden:
        _write_term(english, wrong, _DEPRECATED, "fullForm")


def _write_term(section: etree._Element, text: str, status: str, form: str) -> None:
    part = _add(section, "termSec")
    _add(part, "term", text)
    _add(part, "termNote", status, type="administrativeStatus")
    _add(part, "termNote", form, type="termType")


def _add(
    parent: etree._Element, tag: str, text: str | None = None, *, lang: str = "", **attributes: str
) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    if lang:
        child.set(f"{_XML}lang", lang)
    child.text = text
    return child


def _read_entry(entry: etree._Element, layer: str) -> Term | None:
    vietnamese = _forms(entry, "vi")
    english = _forms(entry, "en")
    names, short_names = _in_use(vietnamese)
    right, short = _in_use(english)
    if not names or not right:
        return None
    notes = [text for child in entry if _name(child) == "note" and (text := _text(child))]
    row = dict(note.removeprefix(_MARK).split(": ", 1) for note in notes if note.startswith(_MARK) and ": " in note)
    kind = _value(entry, "subjectField")
    row |= {
        "vi": names[0],
        "en": right[0],
        "en_alternatives": "; ".join([*right[1:], *short[1:]]),
        "en_forbidden": "; ".join(text for text, status, _ in english if status.startswith(_WRONG)),
        "abbr_vi": "; ".join([*names[1:], *short_names]),
        "abbr_en": next(iter(short), ""),
        "kind": kind if kind in tables.KINDS else "",
        "note": " ".join(note for note in notes if not note.startswith(_MARK)),
        "source": _value(entry, "source"),
    }
    return tables.term_of(row, layer)


def _in_use(forms: list[tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    """The full and the short forms that may be used; a short one stands for the full one where there is none."""
    used = [(text, form in _SHORT) for text, status, form in forms if not status.startswith(_WRONG)]
    full, short = [text for text, is_short in used if not is_short], [text for text, is_short in used if is_short]
    return (full, short) if full else (short[:1], short[1:])


def _forms(entry: etree._Element, language: str) -> list[tuple[str, str, str]]:
    """Text, administrative status and type of the terms in one language, preferred ones first."""
    found = []
    for section in _all(entry, _LANGUAGES):
        if _language(section) == language:
            for part in _all(section, _TERMS):
                term = next(_all(part, {"term"}), None)
                text = _text(term) if term is not None else ""
                if text:
                    status = _value(part, "administrativeStatus") or _value(part, "normativeAuthorization")
                    found.append((text, status, _value(part, "termType")))
    return sorted(found, key=lambda form: not form[1].startswith("preferred"))


def _language(section: etree._Element) -> str:
    """The language of a section in two letters: vi of vi-VN, VI_vn or vie."""
    code = (section.get(f"{_XML}lang") or section.get("lang") or "").lower().replace("_", "-").split("-")[0]
    return _CODES.get(code, code)


def _value(parent: etree._Element, category: str) -> str:
    """The content of a data category, in DCA (an attribute names it) or DCT style (the element's name is it)."""
    for child in parent.iter():
        if isinstance(child.tag, str) and (child.get("type") == category or _name(child) == category):
            return _text(child)
    return ""


def _all(parent: etree._Element, names: set[str]) -> Iterator[etree._Element]:
    return (child for child in parent.iter() if isinstance(child.tag, str) and _name(child) in names)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: etree._Element) -> str:
    """What the element says; entities of a DTD stay out of it, unexpanded."""
    return " ".join("".join(element.itertext("{*}*")).split())
