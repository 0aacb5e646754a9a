"""Currencies that a sentence leaves out because it has said them: 96,5 tỷ đồng, ngân sách huyện 31,8 tỷ."""

from __future__ import annotations

import re
from dataclasses import replace

from vnnews.item import Item, Quantity
from vnnews.vietnamese.numbers import SCALES
from vnnews.vietnamese.surroundings import stands_alone

_NEIGHBOURS = 8
"""Items to each side of an amount that may tell its currency."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)|\n")


def with_elided_currency(text: str, items: list[Item]) -> list[Item]:
    """The items with the currency of "96,5 tỷ, ngân sách huyện 31,8 tỷ" where their sentence is about đồng."""
    return [
        Item(item.span, "money", replace(item.value, unit="VND"))
        if item.kind == "number"
        and isinstance(item.value, Quantity)
        and item.value.low >= 1000
        and _lacks_currency(text, item)
        and _near_money(text, items, i)
        else item
        for i, item in enumerate(items)
    ]


def _lacks_currency(text: str, item: Item) -> bool:
    """Whether an amount ends with a scale and nothing that is counted follows: "31,8 tỷ", "20 nghìn/suất"."""
    start, end = item.span
    last = text[start:end].lower().rsplit(" ", 1)[-1]
    return (last in SCALES or last == "rưỡi") and stands_alone(text, end)


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
