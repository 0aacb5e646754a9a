"""XLIFF 1.2, for the tools that read no other: the draft out as bilingual trans-units, and their targets back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vnnews import __version__
from vnnews.draft.model import Draft, State
from vnnews.draft.xliff import parse
from vnnews.errors import InputError
from vnnews.review.returned import Returned

_NS = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: dict[State, str] = {
    "initial": "needs-translation",
    "translated": "needs-review-translation",
    "reviewed": "signed-off",
    "final": "final",
}
_BACK: dict[str, State] = {"signed-off": "reviewed", "final": "reviewed"}


def dumps(draft: Draft) -> bytes:
    """The draft as XLIFF 1.2 (UTF-8): one trans-unit a segment, findings as notes."""
    root = etree.Element(f"{{{_NS}}}xliff", nsmap={None: _NS}, version="1.2")
    file = etree.SubElement(root, f"{{{_NS}}}file", original=draft.article.provenance.origin, datatype="plaintext")
    file.set("source-language", draft.article.language)
    file.set("target-language", "en")
    header = etree.SubElement(file, f"{{{_NS}}}header")
    etree.SubElement(
        header, f"{{{_NS}}}tool", {"tool-id": "vnnews", "tool-name": "vnnews", "tool-version": __version__}
    )
    body = etree.SubElement(file, f"{{{_NS}}}body")
    for s in draft.segments:
        unit = etree.SubElement(body, f"{{{_NS}}}trans-unit", id=s.id, approved="yes" if s.approved else "no")
        etree.SubElement(unit, f"{{{_NS}}}source").text = s.source
        if s.target is not None:
            etree.SubElement(unit, f"{{{_NS}}}target", state=_STATES[s.state]).text = s.target
        for f in draft.findings:
            if f.segment == s.id and f.suppressed is None:
                etree.SubElement(unit, f"{{{_NS}}}note", {"from": "vnnews"}).text = f"{f.code}: {f.message}"
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def loads(data: bytes, where: str) -> Iterator[Returned]:
    """The segments of an XLIFF 1.2 file as they came back; inline codes give only their text.

    Raises InputError with the line of a damage, or when it is no XLIFF 1.2.
    """
    root = parse(data, where)
    if root.tag != f"{{{_NS}}}xliff":
        raise InputError(f"{where}: not an XLIFF 1.2 file", "give the file that the other tool saved")
    for unit in root.iter(f"{{{_NS}}}trans-unit"):
        target = unit.find(f"{{{_NS}}}target")
        text = None if target is None else "".join(target.itertext())
        state = _BACK.get((target.get("state") if target is not None else None) or "")
        if unit.get("approved") == "yes":
            state = "reviewed"
        yield Returned(unit.get("id") or "", text, state)
