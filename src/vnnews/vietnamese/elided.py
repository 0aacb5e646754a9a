"""What a sentence leaves out because it says it elsewhere: the currency of "96,5 tỷ đồng, ngân sách huyện 31,8 tỷ",
the scale and unit of the first of two amounts, "từ 3,6 lên 4,5 triệu đồng".
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from vnnews.item import Item, Quantity
from vnnews.vietnamese.numbers import SCALES, figure
from vnnews.vietnamese.surroundings import stands_alone

_NEIGHBOURS = 8
"""Items to each side of an amount that may tell its currency."""
_REACH = 32
_MONEY_BEFORE = re.compile(
    r"(?<!\w)(?:nợ(?: [^\W\d_]+)?|lãi|lời|lỗ|giá|vé|vốn|góp|lương|thưởng|phạt|tốn|vay|phí|thuế|thu nhập|doanh thu"
    r"|tiền(?: [^\W\d_]+)?"
    r"|giải (?:đặc biệt|nhất|nhì|ba|tư|khuyến khích)"
    r"|lợi|tiết kiệm|đòi|trả|nộp|chi|kiếm|đền|bồi thường|tiêu)"
    r"(?: (?:được|đến|từ|hết|hơn|gần|khoảng|trên|tới|dưới|thêm|chừng|ngót(?: nghét)?|xấp xỉ|còn)){0,2} \Z",
    re.IGNORECASE,
)
"""Words that an amount after them is money by: nợ thuế hơn 2 tỷ 300 triệu, lời ngót nghét 180 triệu."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)|\n")


def with_elided_currency(text: str, items: list[Item]) -> list[Item]:
    """The items with the currency of "96,5 tỷ, ngân sách huyện 31,8 tỷ" where their sentence is about đồng.

    An amount whose currency was found so tells that of its neighbours.
    """
    once = _with_currency(text, items)
    return once if once == items else _with_currency(text, once)


_PRICED = re.compile(
    r"/(?:lượng|suất|kg|ký|tạ|tấn|lít|m2|m²|m3|m³|sào|công|vé|con|quả|bó|bộ|chiếc|tháng|phòng)(?!\w)", re.IGNORECASE
)
"""After an amount that stands alone: what has that price."""


def _with_currency(text: str, items: list[Item]) -> list[Item]:
    """The items with the currency that the words and amounts around them tell."""
    return [
        Item(item.span, "money", replace(item.value, unit="VND"))
        if item.kind == "number"
        and isinstance(item.value, Quantity)
        and item.value.low >= 1000
        and _lacks_currency(text, item)
        and (
            _is_split(text, item)
            or _are_billions(text, items, i)
            or _near_money(text, items, i)
            or _says_money(text, item.span[0])
            or _PRICED.match(text, item.span[1])
        )
        else item
        for i, item in enumerate(items)
    ]


_CHANGED_TO = re.compile(r" (?:lên|xuống|còn|xuống còn|lên đến|lên tới|thành) ")


def with_elided_scale(text: str, items: list[Item]) -> list[Item]:
    """The items with the scale and unit of "từ 1,9 lên 2,6 triệu m3", "200 lên 300 đồng" in both of its amounts."""
    out = list(items)
    for i, (first, second) in enumerate(pairwise(items)):
        start, end = first.span
        whole = _CHANGED_TO.fullmatch(text, end, second.span[0]) and text[:start].lower().endswith("từ ")
        scale = _scale(text[slice(*second.span)]) if whole else 1
        bare = figure(text[start:end])
        if scale > 1 and bare is not None and isinstance(second.value, Quantity) and second.value.high is None:
            out[i] = Item(first.span, second.kind, replace(second.value, low=bare * scale, per=()))
        elif whole and second.kind == "money" and first.kind == "number" and bare is not None and bare >= _LEAST_PRICE:
            out[i] = Item(first.span, "money", Quantity(bare, unit=_unit(second)))
    return out


_LEAST_PRICE = 100
"""From which on a bare number before an amount in full is one too: từ 200.000 lên 300.000 đồng."""


def _scale(written: str) -> int:
    """What an amount is multiplied with in words: a million in "2,6 triệu m3", a billion in "2 tỷ đồng"."""
    scale = 1
    for word in written.lower().split():
        scale *= SCALES.get(word, 1)
    return scale


def _lacks_currency(text: str, item: Item) -> bool:
    """Whether an amount ends with a scale and nothing that is counted follows: "31,8 tỷ", "20 nghìn/suất"."""
    start, end = item.span
    before_it, _, last = text[start:end].lower().rpartition(" ")
    scaled = last in SCALES or last == "rưỡi" or (last.isdigit() and before_it.rpartition(" ")[2] in SCALES)
    return scaled and stands_alone(text, end)


def _is_split(text: str, item: Item) -> bool:
    """Whether an amount is told in two scales or like "2 triệu 3", as only money is."""
    return _SPLIT.fullmatch(text, *item.span) is not None


_BILLIONS = re.compile(r"(?:tỷ|tỉ)(?: rưỡi)?\Z", re.IGNORECASE)
_COUNTED_IN_BILLIONS = re.compile(r"(?<!\w)(?:dân số|người|lượt|con|cây|sản lượng)(?!\w)", re.IGNORECASE)
_FAR = 60


def _are_billions(text: str, items: list[Item], index: int) -> bool:
    """Whether an amount that stands alone is in billions, as little else than money is: "dư nợ xã hội 1.130 tỷ"."""
    start, end = items[index].span
    if not _BILLIONS.search(text, start, end) or _COUNTED_IN_BILLIONS.search(text, max(0, start - _FAR), start):
        return False
    return all(other.kind != "money" or _unit(other) == "VND" for other in items)


def _unit(item: Item) -> str | None:
    """What an amount is of."""
    return item.value.unit if isinstance(item.value, Quantity) else None


_SPLIT = re.compile(r"[\d.]+ (?:tỷ|tỉ|triệu) \d+(?: (?:triệu|nghìn|ngàn))?", re.IGNORECASE)


def _says_money(text: str, at: int) -> bool:
    """Whether the words before an amount say that it is money."""
    return _MONEY_BEFORE.search(text, max(0, at - _REACH), at) is not None


def _near_money(text: str, items: list[Item], index: int) -> bool:
    """Whether an amount in đồng stands in the same sentence."""
    place = items[index].span[0]
    before, after = items[max(0, index - _NEIGHBOURS) : index], items[index + 1 : index + 1 + _NEIGHBOURS]
    for others in (reversed(before), after):
        for other in others:
            low, high = sorted((other.span[0], place))
            if _SENTENCE_END.search(text, low, high):
                break
            if isinstance(other.value, Quantity) and other.value.unit == "VND":
                return True
    return False
