"""N: numbers, dates, money, shares and document codes, compared by value over the paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnnews.english.comparison import unmatched
from vnnews.english.values import read_values, render_value
from vnnews.finding import Finding, Rule
from vnnews.item import Item, Kind
from vnnews.review.checks.base import Family, Pair, Whole
from vnnews.vietnamese import values

_KINDS: dict[Kind, str] = {
    "number": "number", "money": "amount of money", "percent": "percentage", "date": "date", "period": "period",
    "document": "document code", "unit": "measure",
}  # fmt: skip
MISSING = Rule(
    "N001", "value-missing", "error", "A number, date, amount or document code of the Vietnamese is not said."
)
EXTRA = Rule(
    "N002", "value-extra", "error", "The English states a number, date, amount or code that the Vietnamese lacks."
)


def compare(whole: Whole) -> Iterator[Finding]:
    """Values of each sentence that the paragraph's English does not say, and the other way round."""
    for paragraph in whole.paragraphs:
        if all(p.source for p in paragraph):
            yield from _paragraph(paragraph)


def _paragraph(paragraph: Sequence[Pair]) -> Iterator[Finding]:
    english = "\n".join(p.target for p in paragraph)
    said = read_values(english)
    everything = [i for p in paragraph for i in values.find(p.source or "", p.context.published)]
    for pair in paragraph:
        mine = values.find(pair.source or "", pair.context.published)
        for item in unmatched(mine, said, english, pair.style).missing:
            yield _missing(pair, item)
        for item in unmatched(everything, pair.values, pair.target, pair.style).extra:
            words = pair.target[slice(*item.span)]
            yield EXTRA.at(
                pair.id, f"the {_KINDS.get(item.kind, item.kind)} {words} is not in the Vietnamese", span=item.span
            )


def _missing(pair: Pair, item: Item) -> Finding:
    words = (pair.source or "")[slice(*item.span)]
    right = render_value(item, pair.style, pair.context.published)
    message = f"the {_KINDS.get(item.kind, item.kind)} {words} is not said in English ({right})"
    return MISSING.at(pair.id, message, side="source", span=item.span)


FAMILY = Family((MISSING, EXTRA), whole=(compare,))
