"""Single lines of a body: those that are furniture of the page go, bold lines that head a part become headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from vnnews.article import Dropped, Language
from vnnews.read.furniture import is_list_entry, junk_reason
from vnnews.read.html.bylines import read_byline
from vnnews.read.html.dateforms import find_date
from vnnews.read.html.forms import looks_like_name
from vnnews.read.html.pieces import Piece
from vnnews.read.metadata import read_day

_AT_THE_END = frozenset(("footer", "form", "map"))
"""Kinds of furniture whose forms a notice may use in its text ("Địa chỉ: ..."); they count at the end only."""
_KEPT_LINK = re.compile(r"https?:|\W*(?:tệp|file|tập tin|tài liệu|attach)", re.I)
_LONGEST = 200
_DATE_LINE = 60
_ALIKE = 80
"""From this likeness (0 to 100) on, a claimed title and a line of the text are the same title."""
_TOP = 4
_LEAST_TITLE = 10
_BOTTOM = 4
_IMPRINT_LENGTH = 600
_HEADING = 140
_CLOSED = re.compile(r"[.!?:;,…]$")


def drop_lines(pieces: list[Piece], known: set[str]) -> tuple[list[Piece], list[Dropped]]:
    """The pieces without lines of furniture, and what went; `known` are title and lead, which bodies may repeat."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    listing = False
    for i, piece in enumerate(pieces):
        reason = None if piece.kind == "figure" else _reason(piece, top=i < _TOP, known=known)
        if reason is None and i >= len(pieces) - _BOTTOM and _is_imprint(piece.text):
            reason = "footer"
        if reason is None and listing and _is_entry(piece):
            reason = "related list"
        listing = reason == "related list"
        if reason is None:
            kept.append(piece)
        elif reason:
            dropped.append(Dropped(piece.text, reason))
    return kept, dropped


def _is_entry(piece: Piece) -> bool:
    """Whether a line is an entry of a list of articles: mostly a link, or a title with a day behind it."""
    linked = sum(m.end - m.start for m in piece.marks if m.kind == "link")
    return linked * 2 > len(piece.text) or (linked > 0 and is_list_entry(piece.text))


def title_among(pieces: list[Piece], claimed: str | None) -> int | None:
    """The place of a headline among the first pieces of a text: a heading, or a short line in bold; else None.

    `claimed` is the title that the page's head gives and nothing outside the text shows; then the headline must be
    much like it. Where there is none either, a short first line will do.
    """
    for i, piece in enumerate(pieces[:_TOP]):
        if piece.kind == "figure":
            continue
        set_off = piece.kind == "heading" or piece.covered_by("bold")
        fits = _LEAST_TITLE < len(piece.text) <= _LONGEST and not piece.text.endswith((".", ":"))
        if claimed is None:
            set_off = set_off or piece.kind == "paragraph"
        elif fuzz.token_set_ratio(claimed.casefold(), piece.text.casefold()) < _ALIKE:
            return None
        return i if set_off and fits and len(pieces) > i + 1 else None
    return None


def _reason(piece: Piece, *, top: bool, known: set[str]) -> str | None:
    """Why a line goes; "" where it is kept elsewhere (title, lead); None for the journalist's own."""
    if top and re.sub(r"[\W_]+", "", piece.text.casefold()) in known:
        return ""
    if not piece.text[:1].isalnum() and not any(c.isalnum() for c in piece.text):
        return "ornament"
    if len(piece.text) > _LONGEST:
        return None
    if top and len(piece.text) <= _DATE_LINE and piece.kind == "paragraph" and _is_date_line(piece.text):
        return "date"
    if top and _is_posting(piece.text):
        return "byline"
    if _is_pointer(piece):
        return "related list"
    if _PAGER.match(piece.text) and any(m.kind == "link" for m in piece.marks):
        return "menu"
    parts = [part for part in re.split(r"\s*[|•]\s*", piece.text) if part]
    reasons = [_furniture(part, heading=piece.kind == "heading") for part in parts]
    return reasons[0] if all(reasons) else None


def _furniture(text: str, *, heading: bool) -> str | None:
    """What kind of furniture a line is by its form; of a heading only that of a list of other articles."""
    reason = junk_reason(text)
    if reason in _AT_THE_END or (heading and reason != "related list"):
        return None
    return None if reason == "link" and _KEPT_LINK.match(text) else reason


def _is_posting(text: str) -> bool:
    """Whether a line says who posted when, and nothing else: "A - B | 12/03/2019", "By A | March 15, 2022"."""
    if find_date(text) is None:
        return False
    ways = [[part for part in beside.split(text) if part] for beside in _BESIDE]
    return any(len(parts) > 1 and all(map(_is_posted, parts)) for parts in ways)


_BESIDE = (
    re.compile(r"\s*[|•·]\s*"),
    re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+"),
    re.compile(r"\s*[|•·]\s*|(?:(?<=\d)|(?<=[AaPp][Mm]))\s+(?=(?!(?:[AaPp][Mm]|SA|CH)\b)[^\W\d_]{2})"),
)
"""What parts the things said in a line about the posting; the last way is where no sign parts day and counter."""


def _is_posted(part: str) -> bool:
    told = _is_date_line(part) or read_byline(part) is not None or looks_like_name(part)
    return told or junk_reason(part) is not None


def _is_pointer(piece: Piece) -> bool:
    """Whether a line is an arrow and a link to another article."""
    arrow = _ARROW.match(piece.text)
    return arrow is not None and any(
        m.kind == "link" and m.start <= arrow.end() and m.end >= len(piece.text) - 1 for m in piece.marks
    )


_PAGER = re.compile(
    r"^(?:(?:trang|page|phần)\s*:?)?(?:\W*(?:\d{1,2}|trước|sau|tiếp(?: theo)?|next|previous|trang (?:trước|sau)))+\W*$",
    re.I,
)
_ARROW = re.compile(r"(?:[>»›►▶]|&gt;)+\s*")
_IMPRINT = re.compile(
    r"giấy phép (?:số|hoạt động|thiết lập|xuất bản)|cơ quan chủ quản|chịu trách nhiệm (?:chính|xuất bản|nội dung)|"
    r"ghi rõ nguồn|(?:tổng biên tập|trưởng ban biên tập)\s*:|copyright|©|bản quyền|lượt truy cập|"
    r"all rights reserved",
    re.I,
)
_OWNED = re.compile(
    r"\W*(?:©|\(c\)|copyright|all rights|bản quyền (?:thuộc|của|©|\d)|"
    r"(?:url|link|đường dẫn) (?:của )?(?:bản tin|bài viết|trang))",
    re.I,
)


def _is_imprint(text: str) -> bool:
    """Whether one of the last lines belongs to the site: it begins like a footer, or has two phrases of an imprint."""
    phrases = {m[0].casefold() for m in _IMPRINT.finditer(text[:_IMPRINT_LENGTH])}
    return len(text) <= _IMPRINT_LENGTH and (_OWNED.match(text) is not None or len(phrases) >= 2)


_BUTTONS = re.compile(
    r"(?:[\s|•,-]+(?:print|e-?mail|share|in|in (?:bài(?: viết)?|trang(?: này)?)|gửi (?:email|bài viết)|chia sẻ))+$",
    re.I,
)
_POSTED = re.compile(
    r"^(?:được )?(?:đăng|gửi|viết|posted|submitted|published|written) (?:bởi|by|ngày|lúc|vào|on)\b", re.I
)


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and the words around one, and perhaps buttons behind it, nothing else."""
    text = _BUTTONS.sub("", text)
    return read_day(text) is not None or (_POSTED.match(text) is not None and find_date(text) is not None)


def with_headings(pieces: list[Piece]) -> list[Piece]:
    """The pieces with short wholly bold lines between paragraphs as headings."""
    out = []
    for i, piece in enumerate(pieces):
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if following is not None and following.kind != "heading" and _heads(piece) and not _heads(following):
            piece = replace(piece, kind="heading", level=3)
        if piece.kind == "heading":
            piece = replace(piece, marks=tuple(m for m in piece.marks if m.kind != "bold"))
        out.append(piece)
    return out


def _heads(piece: Piece) -> bool:
    text = piece.text
    return (
        piece.kind == "paragraph"
        and piece.align != "right"
        and len(text) <= _HEADING
        and piece.covered_by("bold")
        and not piece.covered_by("italic")
        and not _CLOSED.search(text)
    )


_SMALL = "ăâđêôơưàảãạáằẳẵặắầẩẫậấèẻẽẹéềểễệếìỉĩịíòỏõọóồổỗộốờởỡợớùủũụúừửữựứỳỷỹỵý"
_VIETNAMESE = frozenset(_SMALL + _SMALL.upper())


def language_of(texts: Sequence[str]) -> Language:
    """ "vi" for Vietnamese, "en" for English: by the share of words with Vietnamese letters."""
    words = " ".join(texts).split()
    marked = sum([not _VIETNAMESE.isdisjoint(w) for w in words if not w.isascii()])
    return "vi" if marked * 5 > len(words) else "en"
