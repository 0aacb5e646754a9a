"""What on a page is never the journalist's own: menus, related lists, share bars, counters, comments, adverts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from vnnews.read.html.tree import INVISIBLE, Weight, is_hidden, text_of, tokens

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
        r"shar\w*|social\w*|addthis\w*|fb-?like|like-?share|fb-root|zalo\w*|facebook|twitter|sendsocial|bookmark\w*|"
        r"follow\w*|copy-?link|link-?source\w*|chia-?se|a2a|at-?share\w*"
    ),
    "comments": r"comments?|commentbox|fbcomment|binh-?luan|ykien|y-kien|ykcb|respond|disqus\w*|gop-?y|reaction|cmbl",
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
        r"font-?size|print-?(?:btn|button|link|icon)|(?:btn|button|link)-?print|in-bai|text-?size|zoom\w*|tool-?bar|weather|thoi-?tiet|ty-?gia|calendar|popup|modal|"
        r"newsletter|subscribe|login|register|search|counter|visitors?|truy-?cap|luot-?xem|view-?count|thong-?ke|"
        r"statistics?|hit-?counter|cookie\w*|captcha|lich-cong-tac|web-?links?|lienket|lien-ket|video-?box|"
        r"box-?video|player\w*|audio\w*|tts|nghe-bai|listen\w*|gotop|back-?to-?top|back-?folder|toast|tooltip"
    ),
    "footer": r"\w*footer\w*|copyright|ban-?quyen|ft-?info",
    "author box": r"author-?(?:box|bio|card|desc\w*|detail-?bio)|about-?author|box-?author\w*",
}
_REASONS = {reason: re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_\-\d])") for reason, words in _WORDS.items()}
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _REASONS.values()))
SHARED_NAMES = frozenset({"share bar", "page furniture", "menu", "advertisement", "rating", "tags", "author box"})
"""Reasons whose words also name wrappers of whole pages; such an element goes only while it holds little prose."""

WRAPPERS = frozenset(("html", "body", "main", "article", "form"))
"""Elements that wrap text; content systems write categories and tags of the post into their class."""

HOLDS_ARTICLE = 400
"""An element with this much prose in it is not taken for furniture because of its name alone."""


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


def junk_reason(element: HtmlElement, weight: Weight) -> str | None:
    """Why an element is junk, or None where nothing speaks against it."""
    if element.tag in INVISIBLE:
        return "not text"
    if is_hidden(element):
        return "hidden"
    if element.tag in ALWAYS:
        return "page furniture"
    words = tokens(element)
    reason = _named_reason(words) if words else None
    if reason in SHARED_NAMES and (weight.prose >= HOLDS_ARTICLE or element.tag in WRAPPERS):
        return None
    return reason


def _named_reason(words: str) -> str | None:
    if not _ANY.search(words):
        return None
    return next(reason for reason, pattern in _REASONS.items() if pattern.search(words))
