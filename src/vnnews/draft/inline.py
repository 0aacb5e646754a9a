"""Inline content of XLIFF: text with marks as nested pc elements, and back.

A mark is a `pc` with type and subType; a link's address is in the unit's originalData. Marks that cross are cut so
that they nest. Characters that XML cannot hold are `cp` elements. The target's codes bear the ids of the
source's codes of the same kind and address, as the specification asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from vnnews.article import Mark, MarkKind

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_FORBIDDEN = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff])")
_TYPES: dict[MarkKind, tuple[str, str]] = {
    "link": ("link", "vnnews:link"),
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "underline": ("fmt", "xlf:u"),
    "sub": ("fmt", "vnnews:sub"),
    "sup": ("fmt", "vnnews:sup"),
    "code": ("fmt", "vnnews:code"),
}
_KINDS = {subtype: kind for kind, (_, subtype) in _TYPES.items()}

Look = tuple[MarkKind, str | None]


@dataclass
class Codes:
    """The inline codes of one unit: ids given so far, and the addresses of its links."""

    addresses: dict[str, str] = field(default_factory=dict)
    issued: int = 0
    open_in_source: list[tuple[Look, str]] = field(default_factory=list)

    @classmethod
    def of_unit(cls, unit: etree._Element) -> Codes:
        """What a unit read from a file says of its codes."""
        data = unit.iterfind(f"{{{_CORE}}}originalData/{{{_CORE}}}data")
        return cls({d.get("id") or "": d.text or "" for d in data})

    def begin_segment(self) -> None:
        """Forget the codes of the last segment's source, which its target has used."""
        self.open_in_source.clear()

    def identity(self, look: Look, side: Literal["source", "target"]) -> str:
        """The id of a code; in the target that of the first unused source code of the same look, if any."""
        if side == "target":
            for i, (other, identity) in enumerate(self.open_in_source):
                if other == look:
                    del self.open_in_source[i]
                    return identity
        self.issued += 1
        identity = f"m{self.issued}"
        if side == "source":
            self.open_in_source.append((look, identity))
        return identity

    def address(self, href: str) -> str:
        """The id under which an address stands in originalData."""
        for identity, known in self.addresses.items():
            if known == href:
                return identity
        identity = f"d{len(self.addresses) + 1}"
        self.addresses[identity] = href
        return identity

    def original_data(self) -> etree._Element | None:
        """The originalData element of the unit, if there is anything in it."""
        if not self.addresses:
            return None
        element = etree.Element(f"{{{_CORE}}}originalData")
        for identity, href in self.addresses.items():
            etree.SubElement(element, f"{{{_CORE}}}data", id=identity).text = _FORBIDDEN.sub("", href)
        return element


def write_inline(
    parent: etree._Element, text: str, marks: tuple[Mark, ...], codes: Codes, side: Literal["source", "target"]
) -> None:
    """Put `text` with its marks into a source or target element."""
    stack: list[tuple[etree._Element, int]] = [(parent, len(text))]
    position = 0
    for mark in nested(marks, len(text)):
        position = _close(stack, text, position, mark.start)
        _put_text(stack[-1][0], text[position : mark.start])
        position = mark.start
        stack.append((_open(stack[-1][0], mark, codes, side), mark.end))
    position = _close(stack, text, position, len(text))
    _put_text(parent, text[position:])


def _close(stack: list[tuple[etree._Element, int]], text: str, position: int, until: int) -> int:
    """Write on to the end of every open code that ends at or before `until`; gives the position reached."""
    while len(stack) > 1 and stack[-1][1] <= until:
        element, end = stack.pop()
        _put_text(element, text[position:end])
        position = end
    return position


def _open(parent: etree._Element, mark: Mark, codes: Codes, side: Literal["source", "target"]) -> etree._Element:
    type_, subtype = _TYPES[mark.kind]
    identity = codes.identity((mark.kind, mark.href), side)
    element = etree.SubElement(parent, f"{{{_CORE}}}pc", id=identity, type=type_, subType=subtype)
    if mark.href is not None:
        data = codes.address(mark.href)
        element.set("dataRefStart", data)
        element.set("dataRefEnd", data)
    return element


def nested(marks: tuple[Mark, ...], length: int) -> list[Mark]:
    """The marks in document order, cut so that any two are nested or apart; empty ones are dropped."""
    out: list[Mark] = []
    todo = sorted((m for m in marks if 0 <= m.start < m.end <= length), key=mark_order, reverse=True)
    open_ends: list[int] = []
    while todo:
        mark = todo.pop()
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            cut = open_ends[-1]
            todo.append(Mark(cut, mark.end, mark.kind, mark.href))
            todo.sort(key=mark_order, reverse=True)
            mark = Mark(mark.start, cut, mark.kind, mark.href)
        open_ends.append(mark.end)
        out.append(mark)
    return out


def mark_order(mark: Mark) -> tuple[int, int, str, str]:
    """The sorting key of marks: by start, the longer first."""
    return (mark.start, -mark.end, mark.kind, mark.href or "")


def _put_text(element: etree._Element, text: str) -> None:
    for part in _FORBIDDEN.split(text):
        if _FORBIDDEN.fullmatch(part):
            etree.SubElement(element, f"{{{_CORE}}}cp", hex=f"{ord(part):04X}")
        elif part and len(element):
            element[-1].tail = (element[-1].tail or "") + part
        elif part:
            element.text = (element.text or "") + part


def read_inline(element: etree._Element | None, codes: Codes) -> tuple[str, tuple[Mark, ...]]:
    """The text of a source or target element and the marks in it; unknown inline elements give only their text."""
    if element is None:
        return "", ()
    marks: list[Mark] = []
    text = _read(element, "", marks, codes)
    return text, tuple(sorted(marks, key=mark_order))


def _read(element: etree._Element, text: str, marks: list[Mark], codes: Codes) -> str:
    text += element.text or ""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        start = len(text)
        if name == "cp":
            text += chr(int(child.get("hex") or "20", 16))
        elif name:
            text = _read(child, text, marks, codes)
        kind = _KINDS.get(child.get("subType") or "") if name == "pc" else None
        if kind and len(text) > start:
            href = codes.addresses.get(child.get("dataRefStart") or "") if kind == "link" else None
            marks.append(Mark(start, len(text), kind, href))
        text += child.tail or ""
    return text
