"""Values in English: how each is written in the house style, which other forms are right, and reading them back."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from functools import lru_cache

from vnnews.english.dates import moment_forms, period_forms
from vnnews.english.documents import document_forms
from vnnews.english.quantities import forms
from vnnews.english.reading import read_values
from vnnews.english.style import Style
from vnnews.item import DocumentRef, Item, Moment, Period, Quantity, Value

__all__ = ["accepted_values", "read_values", "render_value", "uncompared"]


def render_value(item: Item, style: Style, published: date | None = None) -> str:
    """The English of a number, amount, date, period or document in the style, without a preposition before it.

    `published` is the article's day, for a style that leaves out the current year. Raises TypeError for an Item of
    another kind (names and terms are rendered by `english.render`).
    """
    return next(_forms(item.value, style, published))


def accepted_values(item: Item, style: Style) -> tuple[str, ...]:
    """Every English form of such an Item that counts as right, the preferred one first; capitals do not matter.

    A translation may still say it another way; `english.comparison.unmatched` knows more than any list.
    """
    value = item.value
    return _accepted(value, uncompared(value), style)


def uncompared(value: Value) -> Hashable:
    """What tells apart the forms of equal quantities: how it is written, what it is reckoned by, 2.0 and 2."""
    return (value.written, value.per, value.low.as_tuple().exponent) if isinstance(value, Quantity) else ()


@lru_cache(maxsize=4096)
def _accepted(value: Value, written: Hashable, style: Style) -> tuple[str, ...]:
    """The forms of a value; `written` is in the key: what does not count when quantities are compared."""
    return tuple(dict.fromkeys(_forms(value, style, None)))


def _forms(value: Value, style: Style, published: date | None) -> Iterator[str]:
    if isinstance(value, Quantity):
        return forms(value, style)
    if isinstance(value, Moment):
        return moment_forms(value, style, published)
    if isinstance(value, Period):
        return period_forms(value, style)
    if isinstance(value, DocumentRef):
        return document_forms(value, style)
    raise TypeError(f"no value: {type(value).__name__}")
