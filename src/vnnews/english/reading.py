"""Reading English prose: the numbers, amounts, shares, measures, dates, periods and documents in it, as values."""

from __future__ import annotations

from vnnews.english import reading_dates, reading_documents, reading_quantities
from vnnews.item import Item


def read_values(text: str) -> list[Item]:
    """The values that an English text states, left to right, of the same types as `vietnamese.values.find` gives.

    Spans count code points of `text` and do not overlap. A lone "one" and "a" are no values. The code of a document
    stands as it is written, without Vietnamese marks.
    """
    taken = bytearray(len(text))
    items: list[Item] = []
    for reader in (reading_documents.read, reading_dates.read, reading_quantities.read):
        for item in reader(text):
            start, end = item.span
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                items.append(item)
    return sorted(items, key=lambda item: item.span)
