"""Vietnamese: recognise what has one right English form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnnews.vietnamese.context import Context

if TYPE_CHECKING:
    from vnnews.item import Item

__all__ = ["Context", "recognise"]


def recognise(text: str, context: Context) -> list[Item]:
    """The Items of `text` (NFC, any length), sorted by place, none overlapping; spans are code points of `text`.

    See `vnnews.vietnamese.recognition`, which is loaded when first needed.
    """
    from vnnews.vietnamese.recognition import recognise as run

    return run(text, context)
