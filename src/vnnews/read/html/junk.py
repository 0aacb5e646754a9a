"""What on a page is never the journalist's own: menus, related lists, share bars, counters, comments, adverts."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from vnnews.read.html.tree import BLOCKS, INVISIBLE, Weight, is_hidden, text_of, tokens

ALWAYS = frozenset(("nav", "footer", "aside", "dialog", "menu"))
"""Elements whose very name says that they stand beside the text."""

_WORDS = {
    "related list": (
        r"relat\w*|lien ?quan|lien-quan|lienquan|tin-?khac|tinkhac|other-?news|othernews|tin-?cung|cung-?chuyen-?muc|"
        r"tincung\w*|samecate\w*|same-cate|more-?news|morenews|see-?more|xem-?them|read-?more|readmore|docthem|"
        r"doc-?them|tin-?moi|tin-?nong|latest|most-?read|mostview|doc-nhieu|xem-nhieu|popular|trending|recommend\w*|"
        r"goi-y|suggest\w*|next-?post|prev-?post|post-navigation|hot-?news|box-category|tin-lien|"
        r"news-other|list-news|older|newer|tin-ngay|tintuckhac|baivietkhac|bai-viet-khac|lstnews|outbrain|taboola"
    ),
    "tags": r"tags?|hash-?tag\w*|tag-?\w*cloud|keywords?|tu-?khoa|tag-?detail|tag-?list|post-tags?",
    "share bar": (
        r"shar\w*|social\w*|addthis\w*|fb-?like|like-?share|fb-root|zalo\w*|facebook|twitter|sendsocial|"
        r"follow\w*|copy-?link|link-?source\w*|chia-?se|a2a|at-?share\w*"
    ),
    "comments": (
        r"comments?|commentbox|fbcomment|cmts?|binh-?luan|ykien|y-kien|ykcb|respond|disqus\w*|gop-?y|reaction|cmbl"
    ),
    "rating": r"rating|rate|vote|votes|star|stars|danh-?gia|bieuquyet|poll|like|dislike|reac\w*|emoji",
    "advertisement": (
        r"ads?|adv|advert\w*|quang-?cao|qc|sponsor\w*|promo(?:tion)?s?|admzone\w*|adsbygoogle|dfp|banners?|bannerqc|"
        r"ad-?slot|ad-?box|ads-?\w*"
    ),
    "menu": (
        r"menu\w*|nav|navbar|navigation|breadcrumbs?|bread-?crumb\w*|topnav|mainnav|sub-?menu|skip-?link\w*|"
        r"pagination|pager|paging|sitemap|crumbs?|duongdan"
    ),
    "page furniture": (
        r"sidebar\w*|side-?bar|widget-area|toolbars?|tools|"
        r"font-?size|print-?(?:btn|button|link|icon)|(?:btn|button|link)-?print|in-bai|text-?size|zoom\w*|tool-?bar|weather|thoi-?tiet|ty-?gia|calendar|"
        r"newsletter|subscribe|login|register|search|counter|visitors?|truy-?cap|luot-?xem|view-?count|thong-?ke|"
        r"statistics?|hit-?counter|captcha|lich-cong-tac|web-?links?|lienket|lien-ket|video-?box|"
        r"box-?video|player\w*|audio\w*|tts|nghe-bai|listen\w*|gotop|back-?to-?top|back-?folder"
    ),
    "popup": r"pop-?up\w*|modal\w*|lightbox|overlay|tooltip|toast|cookie\w*",
    "footer": r"\w*footer\w*|copyright|ban-?quyen|ft-?info",
    "author box": r"author-?(?:box|bio|card|desc\w*|detail-?bio)|about-?author|box-?author\w*",
}
_REASONS = {reason: re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_\-\d])") for reason, words in _WORDS.items()}
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _REASONS.values()))
_BUTTON = re.compile(r"\s*javascript:\s*(?:window\.)?(?:print|close|history)\b", re.I)
"""Links that print or close the page or go back."""
SHARED_NAMES = frozenset({"share bar", "page furniture", "menu", "advertisement", "rating", "tags", "author box"})
"""Reasons whose words also name wrappers of whole pages; such an element goes only while it holds little prose."""

WRAPPERS = frozenset(("html", "body", "main", "article", "form"))
"""Elements that wrap text; content systems write categories and tags of the post into their class."""

HOLDS_ARTICLE = 400
"""An element with this much prose in it is not taken for furniture because of its name alone."""


_HEADING_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6", "div", "p", "span", "strong", "b", "td", "a", "li", "label"))
_LONGEST_HEADING = 40
_LABEL = 80
_SHORTEST_TITLE = 12
_LIST_HEADING = re.compile(
    r"^\W*(?:(?:các |những )?(?:tin|bài|bài viết|tin bài|thông tin) (?:liên quan|khác|cùng (?:chuyên mục|loại|chủ đề)|"
    r"mới(?: hơn| nhất| đăng)?|cũ(?: hơn)?|đã đăng|đã đưa|nổi bật|trước đó|tiếp theo)|cùng chuyên mục|"
    r"có thể bạn quan tâm|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|"
    r"related (?:news|articles?|posts?)|latest (?:news?|posts?)|other news|"
    r"more news|recent posts|mới nhất|xem thêm|đọc thêm)\W*$", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Removed:
    """An element taken out of the tree: where it stood, what it said, why it went."""

    parent: HtmlElement
    text: str
    reason: str


def prune(root: HtmlElement, weights: dict[HtmlElement, Weight], keep: list[HtmlElement]) -> list[Removed]:
    """Take the junk out of `root`, in place; elements that hold one of `keep` stay. Gives back what went and why."""
    guarded = {ancestor for element in keep for ancestor in (element, *element.iterancestors())}
    removed: list[Removed] = []
    pending = [root]
    while pending:
        parent = pending.pop()
        for child in list(parent):
            if not isinstance(child.tag, str):
                continue
            reason = None if child in guarded else junk_reason(child, weights.get(child) or Weight())
            if reason is None:
                pending.append(child)
                continue
            text = "" if child.tag in INVISIBLE else text_of(child)
            child.drop_tree()
            if text:
                removed.append(Removed(parent, text, reason))
    return removed


def drop_headed_lists(root: HtmlElement, weights: dict[HtmlElement, Weight], keep: list[HtmlElement]) -> list[Removed]:
    """Take out lists of other articles that only their heading gives away ("Tin cùng chuyên mục"), in place.

    `weights` may be those from before pruning.
    """
    guarded = {ancestor for element in keep for ancestor in (element, *element.iterancestors())}
    removed: list[Removed] = []
    for heading in [e for e in root.iter(*_HEADING_TAGS) if 0 < weights[e].text <= _LONGEST_HEADING]:
        if heading in guarded or not _LIST_HEADING.match(text_of(heading)):
            continue
        for element in _headed(heading, guarded, weights):
            parent = element.getparent()
            if parent is not None:
                removed.append(Removed(parent, text_of(element), "related list"))
                element.drop_tree()
    return removed


def drop_comments(root: HtmlElement, weights: dict[HtmlElement, Weight], keep: list[HtmlElement]) -> list[Removed]:
    """Take out boxes of readers' comments that only their heading gives away ("Ý kiến bạn đọc (3)"), in place.

    A box with most of the page's prose in it is the article, under a section of that name.
    """
    guarded = {ancestor for element in keep for ancestor in (element, *element.iterancestors())}
    removed: list[Removed] = []
    for heading in [e for e in root.iter(*_HEADING_TAGS) if 0 < weights[e].text <= _LONGEST_HEADING]:
        box = heading.getparent()
        if box is None or box in guarded or box.tag in WRAPPERS or not _COMMENTS_HEADING.match(text_of(heading)):
            continue
        outer = box.getparent()
        if outer is not None and _begins(heading, box) and weights[box].prose * 2 < weights[root].prose:
            removed.append(Removed(outer, text_of(box), "comments"))
            box.drop_tree()
    return removed


_COMMENTS_HEADING = re.compile(
    r"^\W*(?:ý kiến (?:của )?(?:bạn|độc giả|người) ?(?:đọc)?|bình luận|phản hồi|"
    r"(?:viết|gửi|thêm) (?:bình luận|phản hồi)|"
    r"(?:reader )?comments?|leave a (?:reply|comment))\s*(?:\(?\d+\)?)?\W*$", re.I
)  # fmt: skip


def _headed(heading: HtmlElement, guarded: set[HtmlElement], weights: dict[HtmlElement, Weight]) -> list[HtmlElement]:
    """The heading of a list with what belongs to it: its whole box, or the siblings with links that follow it."""
    box = heading
    parent = box.getparent()
    while parent is not None and parent not in guarded and _begins(box, parent) and _is_teasers(parent, weights):
        box, parent = parent, parent.getparent()
    if box is not heading:
        return [box]
    out = [box]
    for following in box.itersiblings():
        if following in guarded or (weights[following].text and not _is_teasers(following, weights)):
            break
        out.append(following)
    return out if any(weights[e].links for e in out[1:]) else []


def _is_teasers(element: HtmlElement, weights: dict[HtmlElement, Weight]) -> bool:
    """Whether an element holds titles that link to articles, each with at most a paragraph about it."""
    inside = [element, *element.iterdescendants()]
    titles = sum(e.tag == "a" and weights[e].text >= _SHORTEST_TITLE for e in inside if e in weights)
    paragraphs = sum(own > 0 for e in inside if e in weights for own in [_own_prose(e, weights)])
    return titles > 0 and paragraphs <= titles and _starts_linked(element)


def _own_prose(element: HtmlElement, weights: dict[HtmlElement, Weight]) -> int:
    return weights[element].prose - sum(weights[c].prose for c in element if c in weights)


def _starts_linked(element: HtmlElement) -> bool:
    """Whether the first longer text in an element is a link, dates and bullets before it aside."""
    for inner in element.iter():
        if inner.tag == "a" and len(text_of(inner)) >= _SHORTEST_TITLE:
            return True
        if len((inner.text or "").strip()) > _LONGEST_HEADING:
            return False
    return False


def _begins(child: HtmlElement, parent: HtmlElement) -> bool:
    """Whether nothing that is read stands in the parent before the child."""
    before = [parent.text or "", *(text_of(e) + (e.tail or "") for e in child.itersiblings(preceding=True))]
    return not "".join(before).strip()


def junk_reason(element: HtmlElement, weight: Weight) -> str | None:
    """Why an element is junk, or None where nothing speaks against it."""
    if element.tag in INVISIBLE:
        return "not text"
    if is_hidden(element):
        return "hidden"
    if element.tag in ALWAYS:
        return "page furniture"
    if element.tag == "a" and weight.text <= _LABEL and _BUTTON.match(element.get("href") or ""):
        return "page furniture"
    words = tokens(element)
    reason = _named_reason(words) if words else None
    if reason in SHARED_NAMES and (
        weight.prose >= HOLDS_ARTICLE or element.tag in WRAPPERS or _is_sentence(element, weight)
    ):
        return None
    return reason


def _is_sentence(element: HtmlElement, weight: Weight) -> bool:
    """Whether an inline element holds whole sentences: law portals make links for saving out of paragraphs."""
    return element.tag not in BLOCKS and weight.text > _LABEL


@functools.lru_cache(maxsize=20_000)
def _named_reason(words: str) -> str | None:
    if not _ANY.search(words):
        return None
    return next(reason for reason, pattern in _REASONS.items() if pattern.search(words))
