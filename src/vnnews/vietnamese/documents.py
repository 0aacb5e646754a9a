"""References to documents and to parts of laws: "Quyết định số 1605/QĐ-TTg ngày 27/8/2010", "khoản 2 Điều 5".

Kinds and prefixes after Decree 30/2020/NĐ-CP and Decree 34/2016/NĐ-CP (see reference conventions, section 6).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnnews.item import DocumentRef
from vnnews.vietnamese.dates import date

KINDS = {
    "nghị quyết": "Resolution", "nghị quyết liên tịch": "Joint Resolution", "quyết định": "Decision",
    "nghị định": "Decree", "chỉ thị": "Directive", "thông tư": "Circular", "thông tư liên tịch": "Joint Circular",
    "công văn": "Official Letter", "công điện": "Official Telegram", "kế hoạch": "Plan", "thông báo": "Notice",
    "báo cáo": "Report", "tờ trình": "Submission", "hướng dẫn": "Guidance", "kết luận": "Conclusion",
    "chương trình": "Program", "giấy mời": "Invitation", "luật": "Law", "bộ luật": "Code", "pháp lệnh": "Ordinance",
    "quy chế": "Regulation", "quy định": "Regulation", "đề án": "Scheme", "lệnh": "Order", "văn bản": "Document",
    "thông tri": "Circular Letter", "thông báo kết luận": "Notice of Conclusion", "giấy phép": "License",
    "hợp đồng": "Contract", "biên bản": "Minutes", "quy chế phối hợp": "Coordination Regulation",
    "qđ": "Decision", "nq": "Resolution", "nđ": "Decree", "ct": "Directive", "tt": "Circular", "kh": "Plan",
    "cv": "Official Letter",
    "chương trình hành động": "Action Program", "chương trình phối hợp": "Coordination Program",
}  # fmt: skip
"""Kinds of document, in lower case, to their English."""

_KINDS = "|".join(sorted(KINDS, key=len, reverse=True))
_CODE = re.compile(
    r"(?P<number>\d+[a-zđA-EĐ]?)(?P<year>/(?:19|20)\d\d)?(?P<rest>\s?[/-]\s?"
    r"(?:QH\d{1,2}|[A-ZĐƯ][A-Za-zĐđƯư]{0,7}(?:\d{0,3})(?:\s?[-/&]\s?[A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3})+"
    r"|(?:QĐ|NQ|CT|TB|KH|BC|TTr|HD|KL|CV|NĐ|TT|CTr|CTPH|QCPH|CĐ|QC|UBTVQH\d{1,2})(?!\w)))(?![\w/])"
)
_NUMBER = re.compile(r"\d+[a-zđ]?(?![\w%/-]|[.,]\d)")
_OF_YEAR = re.compile(r"\d{1,4}[a-zđ]?/(?:19|20)\d\d(?![\w%/-]|[.,]\d)")
"""A number with its year and no letters: Nghị định 100/2019."""
NUMBERED = ("Decision", "Directive", "Decree", "Resolution", "Circular", "Official Letter", "Official Telegram")
"""Kinds that are also named by a number alone and their date: "Chỉ thị số 34 ngày 3/12/2008"."""

_LEAD = re.compile(rf"(?<!\w)(?:(?P<kind>{_KINDS}) )?(?:(?P<no>(?:số|Số)[: ]\s?))?\Z", re.IGNORECASE)
_DATED = re.compile(r",? (?:ký |ra |đề |ban hành |được ban hành )?(?=(?:ngày )\d)", re.IGNORECASE)
_OUT_OF_PLACE = re.compile(r"(?:km|kg|Mbps|GB|MB)\b")
_LONGEST_LEAD = 34

_CLAUSES = {"phần": "Part", "chương": "Chapter", "mục": "Section", "tiểu mục": "Subsection", "điều": "Article",
            "khoản": "Clause", "điểm": "Point", "tiết": "Item"}  # fmt: skip
CLAUSE_ORDER = ("Part", "Chapter", "Section", "Subsection", "Article", "Clause", "Point", "Item")
"""The parts of a law from large to small; `provision` writes its code in this order."""

_CLAUSE = re.compile(
    r"(?P<word>phần|chương|tiểu mục|mục|điều|khoản|điểm)\s(?P<sign>\d{1,3}[a-zđ]?(?!\w|[.,]\d|\s?(?:%|triệu|tỷ"
    r"|tỉ|nghìn|ngàn|đồng|usd|giờ))"
    r"|[IVX]{1,5}(?!\w)|[a-zđ](?:\.\d)?(?!\w))",
    re.IGNORECASE,
)
_SENT = re.compile(
    r" (?!của|này|luật|bộ luật|nghị|thông|quy|hiến|pháp|về|và|nêu|trên|được|quyết)[^\W\d_]", re.IGNORECASE
)
"""After "điều 4 xe" (sent four engines), which only looks like an Article."""
_SIGN = re.compile(r"(?<!\w)(?:\d{1,3}[a-zđ]?|[a-zđ])(?!\w)")
_WORD = re.compile(r"điểm|khoản", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:(?:, | và |,? hoặc )(?:(?:điểm|khoản) )?(?:\d{1,3}[a-zđ]?|[a-zđ])(?![\w%/-]|[.,]\d))+"
    r"(?=,? (?:của |thuộc )?(?:khoản|điều|mục|chương|luật|bộ luật|nghị|thông|quy|quyết|hiến|pháp)(?!\w))",
    re.IGNORECASE,
)
"""Further signs of one kind, before the whole that they are parts of: "(điểm a), b và c khoản 1"."""
_NEXT_CLAUSE = re.compile(r",?\s(?:của |thuộc )?", re.IGNORECASE)


class Referred(NamedTuple):
    """A reference over [start, end)."""

    start: int
    end: int
    value: DocumentRef


def document(text: str, at: int, floor: int) -> Referred | None:
    """The document whose code begins at `at`, with its kind and "số" before it (not before `floor`) and its date."""
    found = _CODE.match(text, at)
    of_year = _OF_YEAR.match(text, at) if found is None else None
    bare = of_year or _NUMBER.match(text, at) if found is None else None
    found = found or bare
    if found is None or (bare is None and _OUT_OF_PLACE.match(found["rest"].lstrip(" /-"))):
        return None
    dated = _DATED.match(text, found.end())
    if bare is not None and of_year is None and dated is None:
        return None
    lead = _LEAD.search(text, max(floor, at - _LONGEST_LEAD), at)
    assert lead is not None, "every part of it is optional"
    kind = KINDS[lead["kind"].lower()] if lead["kind"] else None
    if bare is not None and kind not in NUMBERED:
        return None
    end, when = found.end(), None
    if dated:
        day = date(text, dated.end() + len("ngày "), end)
        if day and day.value.day and day.value.year and not day.value.end and not day.value.also:
            end, when = day.end, day.value
    if bare is not None and of_year is None and when is None:
        return None
    code = re.sub(r"\s", "", found.group())
    return Referred(lead.start() if lead.group() else at, end, DocumentRef(code, kind, when))


def provision(text: str, at: int) -> Referred | None:
    """The part of a law named at `at`: "điểm đ khoản 2 Điều 5" is the code "Article 5, Clause 2, Point đ".

    Several of one kind follow each other: "điểm a, b khoản 1" is "Clause 1, Point a, Point b".

    A lone "điểm 3", "mục 3", "phần 2" or "khoản a" is none: those are ordinary words.
    """
    parts: dict[str, list[str]] = {}
    end, position = at, at
    while True:
        found = _CLAUSE.match(text, position)
        if found is None:
            break
        word, sign = found["word"].lower(), found["sign"]
        if _CLAUSES[word] in parts or (word != "điểm" and sign.isalpha() and not sign.isupper()):
            break
        listed = _LISTED.match(text, found.end())
        if listed and _WORD.search(listed.group()) and (parts or set(_WORD.findall(listed.group().lower())) != {word}):
            listed = None
        end = listed.end() if listed else found.end()
        parts[_CLAUSES[word]] = [sign, *(_SIGN.findall(listed.group()) if listed else ())]
        joint = _NEXT_CLAUSE.match(text, end)
        if joint is None:
            break
        position = joint.end()
    if not parts or (len(parts) == 1 and not _stands_alone(text[at:end], *parts)):
        return None
    if text.startswith("điều ", at) and len(parts) == 1 and _SENT.match(text, end):
        return None
    code = ", ".join(f"{name} {sign}" for name in CLAUSE_ORDER for sign in parts.get(name, ()))
    return Referred(at, end, DocumentRef(code, "provision"))


def _stands_alone(words: str, name: str) -> bool:
    """Whether a single part is surely one of a law: an Article, a Clause, a Chapter, "Điểm đ"."""
    if name in ("Article", "Clause"):
        return words[-1].isdigit() or words[-2].isdigit()
    if name == "Chapter":
        return words[0].isupper()
    return name == "Point" and words[0].isupper() and words[-1].islower() and len(words) == len("Điểm đ")
