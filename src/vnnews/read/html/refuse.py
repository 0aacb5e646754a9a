"""Pages that hold no article: not found, front pages and lists, pages whose text only a script would load."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from vnnews.errors import NoArticleError
from vnnews.read.html.head import Claims
from vnnews.read.html.pieces import Piece
from vnnews.read.html.tree import Weight, text_of

_PAGE = r"(?:trang|bài viết|bài báo|bản tin|nội dung|địa chỉ|đường dẫn|liên kết|tin)"
_ASKED = r"(?: (?:web|này|mà|bạn|quý|khách|vị|đang|cần|yêu|cầu|tìm|kiếm|truy|cập|xem))*"
_GONE = r"(?:không (?:tồn tại|tìm thấy|có|hợp lệ)|đã (?:bị )?(?:xóa|xoá|gỡ)|khong ton tai)"
_MISSING = re.compile(
    rf"^\W*404\W*(?:$|[-–|:]|not|page|error|lỗi|không|trang)|\b(?:lỗi|error|http|trang|page)\W*404\b|"
    rf"not found|page (?:does ?n.t|doesn't) exist|can.t be found|không tìm thấy|khong tim thay|"
    rf"^\W*(?:xin lỗi\W*)?{_PAGE}{_ASKED} {_GONE}|access denied|forbidden|just a moment|"
    r"runtime error|server error|^\W*lỗi(?: (?:máy chủ|hệ thống|truy cập)|\W*$)|object moved|"
    r"^đăng nhập(?: hệ thống)?\W*$",
    re.I,
)
"""Titles of pages that are not there."""
_NOTICE = re.compile(
    rf"{_PAGE}\b.{{0,40}}\b(?:bạn|quý (?:vị|khách|độc giả)|yêu cầu|truy cập)\b.{{0,60}}{_GONE}|nothing was found at|"
    r"page (?:you|that).{0,60}(?:not|n.t) (?:be found|exist|available)|no longer (?:exists|available)|"
    r"(?:you must|please) (?:log|sign) in|"
    r"(?:bạn|vui lòng|quý khách) (?:cần |phải |hãy )*đăng nhập.{0,40} để (?:xem|đọc|tiếp)|"
    r"(?:trang|website|hệ thống|cổng)\b.{0,60}\bbảo trì\b.{0,100}(?:quay lại|trở lại|thông cảm)|under maintenance|"
    r"có lỗi xảy ra.{0,80}(?:thử lại|liên hệ)|checking (?:your browser|if the site)|"
    r"(?:bật|cho phép|enable|turn on) java ?script",
    re.I,
)
"""What such pages say to the visitor."""
_FRONT = re.compile(r"^/?(?:(?:index|default|home|trang-?chu)(?:\.\w+)?)?/?$", re.I)
_ENOUGH = 600
_LEAST = 60
_TEASERS = 3
_TITLE_LENGTH = 25
_SECTION_WORDS = 5
_MANY_TIMES = 2
_LINKED = 0.5
_CURE = "give the address of the article itself, or save its page from the browser once the text is in view"


def refuse_missing(title: str | None, text_length: int) -> None:
    """Raise NoArticleError for a page that says of itself that it is not there."""
    if title and text_length < _ENOUGH and _MISSING.search(title):
        raise NoArticleError("the page says that the article is not there", "look for the article's present address")


def refuse_notice(pieces: list[Piece]) -> None:
    """Raise NoArticleError for a short text that tells the visitor that the page is missing, closed or broken."""
    texts = [p.text for p in pieces]
    if sum(map(len, texts)) < _ENOUGH and any(_NOTICE.search(text) for text in texts):
        raise NoArticleError("the page says that the article is not to be had", "look at it in a browser")


def refuse_front(claims: Claims, address: str | None) -> None:
    """Raise NoArticleError for a site's front page."""
    for url in filter(None, (address, claims.home)):
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and not parts.query and _FRONT.match(parts.path):
            raise NoArticleError("the page is the front page of a site", _CURE)


def refuse_list(pieces: list[Piece]) -> None:
    """Raise NoArticleError when what was found is teasers of other articles, or too little to be a text."""
    if sum(len(p.text) for p in pieces) < _LEAST:
        raise no_text()
    text = [p for p in pieces if p.kind != "figure" and p.text]
    linked = [p for p in text if p.covered_by("link")]
    length = sum(len(p.text) for p in text)
    if len(linked) >= _TEASERS and (
        len(linked) * 4 >= len(text) or sum(len(p.text) for p in linked) > length * _LINKED
    ):
        raise NoArticleError("the page is a list of articles", _CURE)


def refuse_teasers(weights: dict[HtmlElement, Weight], body: HtmlElement, heading: HtmlElement | None) -> None:
    """Raise NoArticleError when the page is mostly titles of articles that it links to, and hardly text.

    `weights` are of the whole page. Only for pages that do not call themselves an article: those carry long lists too.
    """
    linked = sum(w.text for e, w in weights.items() if e.tag == "a" and w.text >= _TITLE_LENGTH)
    of_section = heading is None or len(text_of(heading).split()) <= _SECTION_WORDS
    if of_section and linked > _MANY_TIMES * weights[body].text:
        raise NoArticleError("the page is a list of articles", _CURE)


class NoTextError(NoArticleError):
    """No text was found on a page, which need not mean that it holds none."""


def without_library(error: NoTextError) -> NoTextError:
    """The same error with the library named that might find the text, for where it is not installed."""
    return NoTextError(str(error), f'{_CURE}; pip install "vnnews[fallback]" adds a library that finds more')


def no_text() -> NoTextError:
    """The error for a page on which no text was found."""
    return NoTextError("there is no article on the page", _CURE)
