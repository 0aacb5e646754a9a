"""TMX 1.4b: the memory out to other tools and back, streaming both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from lxml import etree

from vnnews import __version__
from vnnews.errors import InputError
from vnnews.translate.memory.unit import Unit, UnitState

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PROPS = {"state": "x-vnnews-state", "article": "x-vnnews-article", "day": "x-vnnews-day", "style": "x-vnnews-style",
          "origin": "x-vnnews-origin", "before": "x-context-pre", "after": "x-context-post"}  # fmt: skip
_NAMES = {prop: name for name, prop in _PROPS.items()}


def write(units: Iterable[Unit], path: Path) -> int:
    """Write units to a TMX 1.4b file, one after the other; gives how many. Raises InputError on a bad disk."""
    count = 0
    try:
        with etree.xmlfile(str(path), encoding="utf-8") as file:
            file.write_declaration(standalone=None)
            with file.element("tmx", version="1.4"):
                file.write(_header(), pretty_print=True)
                with file.element("body"):
                    for unit in units:
                        file.write(_tu(unit), pretty_print=True)
                        count += 1
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}", "choose another name") from error
    return count


def _header() -> etree._Element:
    return etree.Element(
        "header",
        {
            "creationtool": "vnnews",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "vnnews",
            "adminlang": "en",
            "srclang": "vi",
            "datatype": "plaintext",
        },
    )


def _tu(unit: Unit) -> etree._Element:
    tu = etree.Element("tu")
    if unit.reviewer:
        tu.set("creationid", unit.reviewer)
    for name, prop in _PROPS.items():
        value = getattr(unit, name)
        if value:
            etree.SubElement(tu, "prop", type=prop).text = value
    for language, text in (("vi", unit.source), ("en", unit.target)):
        tuv = etree.SubElement(tu, "tuv", {_LANG: language})
        etree.SubElement(tuv, "seg").text = text
    return tu


def read(path: Path, state: UnitState = "unreviewed") -> Iterator[Unit]:
    """The Vietnamese-English units of a TMX file, streaming; inline codes are dropped, other languages passed over.

    A unit that does not say its state gets `state`. Raises InputError with the line of a damage.
    """
    try:
        events = etree.iterparse(
            str(path), events=("end",), tag="tu", resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, tu in events:
            unit = _unit(tu, path, state)
            if unit is not None:
                yield unit
            _forget(tu)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}, line {error.lineno}: {error.msg}", "export the file again") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}", "give the path of a TMX file") from error


def _forget(tu: etree._Element) -> None:
    """Free a unit and those before it, so that a file of any size is read in little memory."""
    tu.clear()
    body = tu.getparent()
    while body is not None and tu.getprevious() is not None:
        del body[0]


def _unit(tu: etree._Element, path: Path, state: UnitState) -> Unit | None:
    texts: dict[str, str] = {}
    for tuv in tu.iterfind("tuv"):
        language = (tuv.get(_LANG) or tuv.get("lang") or "").lower()[:2]
        seg = tuv.find("seg")
        if seg is not None:
            texts[language] = " ".join(_plain(seg).split())
    if not texts.get("vi") or not texts.get("en"):
        return None
    props = {_NAMES[p.get("type") or ""]: p.text or "" for p in tu.iterfind("prop") if p.get("type") in _NAMES}
    said = props.get("state")
    return Unit(
        source=texts["vi"],
        target=texts["en"],
        state=cast("UnitState", said) if said in ("reviewed", "starter", "unreviewed") else state,
        reviewer=tu.get("changeid") or tu.get("creationid"),
        article=props.get("article"),
        day=props.get("day") or _day(tu.get("changedate") or tu.get("creationdate")),
        style=props.get("style", ""),
        origin=props.get("origin") or path.name,
        before=props.get("before", ""),
        after=props.get("after", ""),
    )


def _plain(seg: etree._Element) -> str:
    """The text of a segment without its codes: bpt, ept, it and ph hold markup, hi and sub hold text."""
    out = seg.text or ""
    for child in seg:
        if isinstance(child.tag, str) and etree.QName(child).localname in ("hi", "sub"):
            out += _plain(child)
        out += child.tail or ""
    return out


def _day(stamp: str | None) -> str | None:
    """The ISO day of a TMX time stamp such as 20180809T081500Z."""
    if not stamp or len(stamp) < 8 or not stamp[:8].isdigit():
        return None
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
