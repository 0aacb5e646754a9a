"""Single lines of a body: those that are furniture of the page go, bold lines that head a part become headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vnnews.article import Dropped, Language
from vnnews.read.html.forms import find_date, looks_like_name, read_byline
from vnnews.read.html.pieces import Piece

_FORMS = {
    "related list": (
        r"^[>»›•*+–-]*\s*(?:xem thêm|đọc thêm|mời (?:các )?bạn (?:xem|đọc)|(?:tin|bài|bài viết) liên quan|"
        r"tin (?:mới|khác|nóng)(?: (?:hơn|nhất))?|các tin (?:khác|liên quan|cũ hơn|mới hơn)|(?:tin )?cùng chuyên mục|"
        r"có thể bạn quan tâm|đọc tiếp|tham khảo thêm|see also|read more|related (?:news|articles?)|"
        r"latest (?:news?|new)|more news|other news)\s*(?::.*|\W*)$"
    ),
    "share bar": (
        r"^(?:chia sẻ(?: bài viết| lên .*)?|share|tweet|like|google ?\+|facebook|zalo|twitter|copy link|lưu bài viết|"
        r"bình luận(?: \(\d+\))?|gửi bình luận|in bài(?: viết)?|in trang|bản in|gửi email|print|email)\W*$"
    ),
    "counter": (
        r"^(?:•\s*)?(?:lượt (?:xem|truy cập|đọc)|số lượt (?:xem|truy cập)|views?|tổng (?:số )?(?:lượt )?truy cập|"
        r"đang (?:truy cập|online|trực tuyến)|tất cả|hôm nay|hits)\s*:?\s*[\d.,]+\W*$|"
        r"^[\d.,]+\s*(?:lượt (?:xem|đọc|truy cập)|views?|online users?|users? online)\W*$"
    ),
    "zoom": r"^(?:100%|a\s*[-+]|cỡ chữ.*|[-+]\s*100%\s*[-+]|phóng to|thu nhỏ)$",
    "tags": r"^(?:tags?|từ kh[óo][áa]|keywords?|chủ đề)\s*:.*$",
    "menu": (
        r"^(?:(?:về |lên )?đầu trang|quay lại|trở về|trở lại|trang chủ|back(?: to top)?|home)\W*$|"
        r"^(?:trở lại|quay lại|về) (?:trang|chuyên mục) .{0,40}$"
    ),
    "footer": (
        r"^(?:©|\(c\)|copyright|bản quyền).*|"
        r"^(?:url|link|đường dẫn|địa chỉ)\s+(?:của\s+)?(?:bản tin|bài viết|trang)\b.*"
    ),
    "advertisement": r"^(?:quảng cáo|advertisement|tài trợ|nội dung tài trợ)\W*$",
    "video": r"^(?:video|clip|nghe (?:audio|đọc bài).*|mời xem video.*|xem video.*|[▶►].*)\W*$",
}
_JUNK = [(reason, re.compile(form, re.I)) for reason, form in _FORMS.items()]
_LONGEST = 200
_DATE_LINE = 60
_TOP = 4
_BOTTOM = 4
_IMPRINT_LENGTH = 600
_HEADING = 140
_CLOSED = re.compile(r"[.!?:;,…]$")


def drop_lines(pieces: list[Piece], known: set[str]) -> tuple[list[Piece], list[Dropped]]:
    """The pieces without lines of furniture, and what went; `known` are title and lead, which bodies may repeat."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    for i, piece in enumerate(pieces):
        reason = None if piece.kind == "figure" else _reason(piece, top=i < _TOP, known=known)
        if reason is None and i >= len(pieces) - _BOTTOM and _is_imprint(piece.text):
            reason = "footer"
        if reason is None:
            kept.append(piece)
        elif reason:
            dropped.append(Dropped(piece.text, reason))
    return kept, dropped


def _reason(piece: Piece, *, top: bool, known: set[str]) -> str | None:
    """Why a line goes; "" where it is kept elsewhere (title, lead); None for the journalist's own."""
    if top and re.sub(r"[\W_]+", "", piece.text.casefold()) in known:
        return ""
    if not any(c.isalnum() for c in piece.text):
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
    reasons = [next((reason for reason, form in _JUNK if form.match(part)), None) for part in parts]
    return reasons[0] if all(reasons) else None


def _is_posting(text: str) -> bool:
    """Whether a line says who posted when, and nothing else: "A - B | 12/03/2019", "By A | March 15, 2022"."""
    parts = [part for part in re.split(r"\s*\|\s*", text) if part]
    told = [_is_date_line(part) or read_byline(part) is not None or looks_like_name(part) for part in parts]
    return len(parts) > 1 and all(told) and find_date(text) is not None


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
    r"ghi rõ nguồn|(?:tổng biên tập|trưởng ban biên tập|phụ trách)\s*:|copyright|©|bản quyền|lượt truy cập|"
    r"tòa soạn\s*:|trụ sở\s*:|điện thoại\s*:|email\s*:|fax\s*:|all rights reserved", re.I
)  # fmt: skip


def _is_imprint(text: str) -> bool:
    """Whether one of the last lines is the site's imprint: two of its phrases, in no more than a short paragraph."""
    return len(text) <= _IMPRINT_LENGTH and len({m[0].casefold() for m in _IMPRINT.finditer(text)}) >= 2


_DATE_WORDS = re.compile(
    r"đăng|ngày|lúc|cập|nhật|thứ|chủ|hai|ba|tư|năm|sáu|bảy|tháng|giờ|phút|xuất|bản|được|vào|thời|gian|sa|ch|published|"
    r"posted|updated|on|date|at|time|am|pm|gmt|h|\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|"
    r"february|march|april|may|june|july|august|september|october|november|december", re.I
)  # fmt: skip


_POSTED = re.compile(
    r"^(?:được )?(?:đăng|gửi|viết|posted|submitted|published|written) (?:bởi|by|ngày|lúc|vào|on)\b", re.I
)


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and the words around one, nothing else."""
    if find_date(text) is None:
        return False
    words = re.findall(r"[^\W_]+", text)
    return bool(_POSTED.match(text)) or all(_DATE_WORDS.fullmatch(w) or w.isdecimal() for w in words)


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


_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàảãạáằẳẵặắầẩẫậấèẻẽẹéềểễệếìỉĩịíòỏõọóồổỗộốờởỡợớùủũụúừửữựứỳỷỹỵý]", re.I)


def language_of(texts: Sequence[str]) -> Language:
    """ "vi" for Vietnamese, "en" for English: by the share of words with Vietnamese letters."""
    words = " ".join(texts).split()
    marked = sum(bool(_VIETNAMESE.search(w)) for w in words)
    return "vi" if marked * 5 > len(words) else "en"
