"""Lines that say who did what, as a small grammar.

    line  = [names] {role names}     "Bài: A – Ảnh: B", "By A – Translated by B", "A (theo C)", "Theo A/Báo C"
    role  = words for it, at the beginning of the line or with a colon, in Vietnamese or English
    names = people, each perhaps with an office or medium behind a stroke, a dash or in brackets

What stands between two parts (dash, semicolon, stroke, comma, space) is not looked at: houses differ freely there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from vnnews.read.html.forms import (
    END,
    LONGEST_NAMES,
    NOBODY,
    Credits,
    is_medium,
    is_the_author,
    looks_like_name,
    part_names,
    read_names,
)

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:\w*author\w*|tac[ -]?gia\w*|by-?line\w*|by|credits?|writer|reporter|journalist|"
    r"nguoi[ -]?viet|but[ -]?danh|created-?by|username|signature|sign)(?=$|[\s_-])"
)
_NOT_CLASS = re.compile(r"avatar|avata|more-?name|\blink|desc\b|bio\b|follow|social|share|comment|icon|img|list-sw")
COPY_BUTTON = re.compile(r"\s*(?:copy link|sao chép liên kết|lấy link)\W*$", re.I)
"""What a button beside a source line says."""
_URL = re.compile(r"https?://\S+|www\.\S+")
_AND = r"(?:\s*[,&/+–-]\s*|\s+và\s+|\s+)"
_PICTURES = r"(?:(?:chùm |các |bộ )?(?:hình ảnh|ảnh|hình))"
_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (rf"(?:tin|bài|lời|thực hiện|nội dung)(?:{_AND}(?:bài|tin|clip|video))?{_AND}{_PICTURES}(?:{_AND}(?:clip|video))?",
     ("author", "photographer")),
    (r"(?:text|story|words|stories|news) (?:and|&) (?:photos?|pictures)(?: by)?", ("author", "photographer")),
    (rf"{_PICTURES}(?: trong bài)?|photos?(?: by)?|pictures? by|photo credit|photographers?", ("photographer",)),
    (r"người dịch|biên dịch|lược dịch|chuyển ngữ|dịch|bản dịch|translated by|translation(?: by)?|translator",
     ("translator",)),
    (r"theo|nguồn(?: tin| bài)?|source|trích(?: từ)?|according to", ("source_name",)),
    (r"(?:tin, bài |bài |tin )?(?:của )?(?:nhóm )?(?:phóng viên|tác giả)(?: bài viết| thực hiện)?|người viết|"
     r"viết bởi|bài viết|"
     r"(?:tin(?:\s*[,/–-]\s*|\s+)bài|bài|tin|lời|nội dung)(?: của)?|thực hiện|ctv|cộng tác viên|"
     r"nhóm (?:pv|phóng viên)|pv|"
     r"(?:tản văn|tản mạn|tùy bút|bút ký|phóng sự|ký sự|ghi chép|truyện ngắn|hồi ký|nhật ký) của|"
     r"người thực hiện|biên soạn|"
     r"tổng hợp|tổng thuật|tường thuật|lược ghi|ghi|sưu tầm|đưa tin|"
     r"written by|by|author|reported by|reporter|"
     r"(?:story|text|notes|news|feature|report|interview|essay|compiled) by|bút danh|phỏng vấn", ("author",)),
    (r"(?:người |ban )?biên tập|btv|quay phim|hình hiệu|kỹ thuật|thiết kế|trình bày|đồ họa|dựng(?: phim)?|clip|video|"
     r"edited by|editor|graphics?(?: by)?|design(?:ed)?(?: by)?|camera(?:man)?", ()),
)  # fmt: skip
"""The roles; the last ones are read over: nobody who is to be named under a translation."""
_SPOKEN = r"(?:translated|written|reported|photos?|pictures|edited|compiled) by|người dịch"
"""Roles that go without a colon also within a line."""
_PATTERNS = [(re.compile(words, re.I), fields) for words, fields in _ROLES]
_ANY = "|".join(f"(?:{words})" for words, _ in _ROLES)
_FIRST = re.compile(rf"[(\[]?\s*(?P<role>{_ANY})(?:\s*\.?(?P<colon>:)\s*|\s+)(?=\S)", re.I)
_INNER = re.compile(
    rf"(?:^|(?<=[\s(;,|/–—-]))(?P<role>(?:{_ANY})(?=\s*:\s*\S)|(?:{_SPOKEN})(?=\s+\S))\s*(?P<colon>:)?\s*", re.I
)
_ALOUD = re.compile(rf"\b(?:{_SPOKEN})\s", re.I)
_APART = re.compile(r"[\s(;,|/–—-]+$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a line: the fields its role fills, None without a role; whether a colon stood there; the rest."""

    fields: tuple[str, ...] | None
    colon: bool
    text: str


@functools.lru_cache(maxsize=20_000)
def is_marked(words: str) -> bool:
    """Whether an element is named the author's by its class or id; `words` as `tree.tokens` gives them."""
    return bool(_CLASS.search(words)) and not _NOT_CLASS.search(words)


def is_role(text: str) -> bool:
    """Whether a text is the word for a role alone: "By", "Tác giả"."""
    return any(pattern.fullmatch(text) for pattern, _ in _PATTERNS)


@functools.lru_cache(maxsize=4_000)  # of the same lines again and again, and sites repeat theirs
def read_byline(text: str) -> Credits | None:
    """What a labelled line says ("Tin, ảnh: A", "By A – Translated by B", "Theo TTXVN"); None for any other line."""
    text = END.sub("", COPY_BUTTON.sub("", text.strip().strip("()[]*")))
    if not text or len(text) > 2 * LONGEST_NAMES:
        return None
    parts = list(_parts(text))
    if all(part.fields is None for part in parts) and not _DID.fullmatch(part_names(text)[0]):
        return None
    credits = NOBODY
    for part in parts:
        told = _told(part)
        if told is None:
            return None
        credits = credits.or_else(told)
    return credits


def named_alone(text: str) -> Credits:
    """The credits in a line that holds nothing but names, and perhaps the medium they belong to."""
    return _named(text, ("author",)) or NOBODY


def _named(text: str, fields: tuple[str, ...]) -> Credits | None:
    """People in the fields of their role; what they did, said behind their names, wins: "A ghi", "B lược dịch"."""
    names, belonging = part_names(text.strip().strip("()[]"))
    did = _DID.fullmatch(names)
    if did:
        names, fields = did["names"], ("translator",) if "dịch" in did["did"].lower() else ("author",)
    people = read_names(names)
    if people is None:
        return None
    cited = belonging is not None and (is_medium(belonging) or bool(_CITED.search(text)))
    return Credits(
        **dict.fromkeys(fields, people), source_name=belonging if cited and fields[0] != "photographer" else None
    )


_DID = re.compile(
    r"(?P<names>.+?)\s+[(]?(?P<did>thực hiện|ghi(?: lại| chép)?|lược ghi|tổng thuật|tường thuật|tổng hợp|biên soạn|"
    r"sưu tầm|lược dịch|biên dịch|chuyển ngữ|dịch)[)]?",
    re.I,
)
_CITED = re.compile(r"\((?:theo|nguồn)\b", re.I)


def _parts(text: str) -> Iterator[_Part]:
    """The line cut at its roles; names before the first role come as a part without one."""
    first = _FIRST.match(text)
    marks = [first] if first else []
    if ":" in text or _ALOUD.search(text):
        marks += _INNER.finditer(text, first.end() if first else 0)
    if not marks or marks[0].start() > 0:
        before = text[: marks[0].start()] if marks else text
        yield _Part(None, False, before)
    for mark, following in zip_longest(marks, marks[1:]):
        rest = text[mark.end() : following.start() if following else len(text)]
        yield _Part(
            _fields(mark["role"]), mark["colon"] is not None, END.sub("", _APART.sub("", rest)) if following else rest
        )


def _fields(role: str) -> tuple[str, ...]:
    return next((fields for pattern, fields in _PATTERNS if pattern.fullmatch(role)), ())


def _told(part: _Part) -> Credits | None:
    """What one part says; None when it is no statement of that kind."""
    if part.fields is None:
        names = _APART.sub("", part.text)
        if not names:
            return NOBODY
        closed = part.text.rstrip().endswith((".", "!", "?", ":"))
        told = looks_like_name(names) or _DID.fullmatch(part_names(names)[0]) is not None
        return _named(names, ("author",)) if told and not closed else None
    if part.fields == ("source_name",):
        return _source(part.text, colon=part.colon)
    if part.fields == ("photographer",) and is_the_author(part.text):
        return Credits(photographer=part.text)
    if not part.fields:
        return NOBODY if part.colon and read_names(part.text) else None
    return _named(part.text, part.fields)


def _source(rest: str, *, colon: bool) -> Credits | None:
    """A source line: an address, or a short name. "Theo ..." without a colon must not be the start of a sentence."""
    url = _URL.search(rest)
    if url:
        name = END.sub("", rest[: url.start()].strip(" (-–")) or None
        return Credits(source_name=name, original_url=url[0].rstrip(".,);"))
    if len(rest) > 60 or (not colon and (len(rest.split()) > 8 or "," in rest)):
        return None
    writer = named_alone(rest)
    if writer.author and writer.source_name:
        return writer
    if not colon and len(rest.split()) > 6:
        return None
    return Credits(source_name=rest) if rest[:1].isupper() or colon else None
