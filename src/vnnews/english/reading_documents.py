"""Reading references to documents and parts of laws out of English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.english.documents import OTHER_KINDS
from vnnews.english.reading_dates import day_at
from vnnews.item import DocumentRef, Item
from vnnews.vietnamese.documents import CLAUSE_ORDER, KINDS, NUMBERED

_NAMES = sorted({*KINDS.values(), *(name for names in OTHER_KINDS.values() for name in names)}, key=len, reverse=True)
_FIRST_KIND = {
    name: kind for kind, names in reversed(OTHER_KINDS.items()) for name in names if name not in KINDS.values()
}
_TELEGRAM = re.compile(r"/C[DĐ]\b")
_CODE = (
    r"\d+[a-zđA-EĐ]?(?:/(?:19|20)\d\d)?[/-](?:QH\d{1,2}|[A-ZĐƯ][A-Za-zĐđƯư]{0,7}\d{0,3}"
    r"(?:[-/&][A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3})+"
    r"|(?:QD|NQ|CT|TB|KH|BC|TTr|HD|KL|CV|ND|TT|CTr|CTPH|QCPH|CD|QC|UBTVQH\d{1,2}))(?![\w/])"
)
_DOCUMENT = re.compile(rf"(?:\b(?P<kind>{'|'.join(_NAMES)}) )?(?:\b(?P<no>Nos?)\.? ?)?(?<![\w/-])(?P<code>{_CODE})")
_NUMBERED = re.compile(rf"\b(?P<kind>{'|'.join(NUMBERED)}) No\.? (?P<code>\d+[a-z]?)(?![\w/-]|[.,]\d)")
_OF_YEAR = re.compile(
    rf"\b(?P<kind>{'|'.join(NUMBERED)}) (?:No\.? ?)?(?P<code>\d{{1,4}}[a-z]?/(?:19|20)\d\d)(?![\w/-]|[.,]\d)"
)
"""A number with its year and no letters: Decree No. 100/2019."""
_DATED = re.compile(r",? (?:dated|of|issued on|signed on) (?=[A-Z0-9])")
_SIGN = r"(?:\d{1,3}[a-z]?|[IVX]{1,5}|[a-z]{1,2}|đ)(?!\w|\.\w)"
_CLAUSES = tuple(name.lower() for name in CLAUSE_ORDER)
_CLAUSE = rf"(?:{'|'.join(CLAUSE_ORDER)}) {_SIGN}"
_PLURAL = re.compile(
    rf"\b(?P<name>{'|'.join(CLAUSE_ORDER)})s (?P<signs>{_SIGN}(?:, {_SIGN})*,? and {_SIGN})", re.IGNORECASE
)
_PROVISION = re.compile(rf"\b{_CLAUSE}(?:(?:,? of |, )(?:the )?{_CLAUSE})*", re.IGNORECASE)


def read(text: str) -> Iterator[Item]:
    """The documents and parts of laws that a text names; an 820-CV boat has so many horsepower."""
    for found in _DOCUMENT.finditer(text) if "/" in text or "-" in text else ():
        if found["code"].endswith("-CV") and not (found["kind"] or found["no"]):
            continue
        end, when = found.end(), None
        dated = _DATED.match(text, end)
        day = day_at(text, dated.end()) if dated else None
        if day and day.value.year and day.value.day:
            end, when = day.end, day.value
        kind = _FIRST_KIND.get(found["kind"], found["kind"])
        if kind == "Official Letter" and _TELEGRAM.search(found["code"]):
            kind = "Official Telegram"
        start = found.start() if found["kind"] or found["no"] else found.start("code")
        yield Item((start, end), "document", DocumentRef(found["code"], kind, when))
    for found in _NUMBERED.finditer(text) if " No" in text else ():
        dated = _DATED.match(text, found.end())
        day = day_at(text, dated.end()) if dated else None
        if day and day.value.year and day.value.day:
            yield Item((found.start(), day.end), "document", DocumentRef(found["code"], found["kind"], day.value))
    for found in _OF_YEAR.finditer(text) if "/" in text else ():
        yield Item(found.span(), "document", DocumentRef(found["code"], found["kind"]))
    lower = text.lower()
    if any(name in lower for name in _CLAUSES):
        yield from _provisions(text)


def _provisions(text: str) -> Iterator[Item]:
    for found in _PROVISION.finditer(text):
        parts = _parts(found.group())
        if parts and (len(parts) > 1 or next(iter(parts)) in ("Article", "Clause", "Chapter", "Point")):
            code = ", ".join(f"{name} {parts[name]}" for name in CLAUSE_ORDER if name in parts)
            yield Item(found.span(), "document", DocumentRef(code, "provision"))
    for found in _PLURAL.finditer(text):
        for sign in re.compile(rf"(?<![a-z]){_SIGN}").finditer(text, *found.span("signs")):
            if sign.group() != "and":
                start = found.start() if sign.start() == found.start("signs") else sign.start()
                yield Item((start, sign.end()), "document", DocumentRef(f"{found['name']} {sign.group()}", "provision"))


def _parts(words: str) -> dict[str, str]:
    """The parts of "Point dd, Clause 2, Article 5" by name; empty where an ordinary word only looks like one."""
    parts: dict[str, str] = {}
    for found in re.finditer(rf"({'|'.join(CLAUSE_ORDER)}) (\S+?)(?=,| of |\Z)", words, re.IGNORECASE):
        name, sign = found[1].capitalize(), found[2]
        if not found[1][0].isupper() and len(parts) == 0 and not sign[0].isdigit():
            return {}
        parts[name] = "đ" if sign == "dd" else sign
    return parts
