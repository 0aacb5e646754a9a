"""Rendering: an Item as it goes into an English sentence, and every form that counts as right."""

from __future__ import annotations

import re
from functools import lru_cache

from vnnews.english import articles, names
from vnnews.english.style import Style
from vnnews.english.values import accepted_values, render_value
from vnnews.item import Item, Person, Phrase, Place


def render(item: Item, style: Style, *, sentence_start: bool = False, with_article: bool = False) -> str:
    """The preferred English of an Item; "" for a form of address that English drops.

    `with_article` puts the article before a body, post or term that takes one; `sentence_start` makes the first letter
    a capital.
    """
    text = _preferred(item, style)
    if with_article and isinstance(item.value, Phrase):
        text = articles.with_article(text, item.value.article)
    return articles.capitalise(text) if sentence_start else text


def accepted(item: Item, style: Style) -> tuple[str, ...]:
    """Every English form of an Item that counts as right, the preferred one first, without articles.

    Compare without regard to capitals: they go by position. British and American spelling both count.
    """
    value = item.value
    if isinstance(value, Phrase):
        forms: tuple[str, ...] = (value.preferred, *value.accepted)
    elif isinstance(value, Person):
        forms = (names.person_name(value), names.romanise(value.name))
    elif isinstance(value, Place):
        forms = names.places(value)
    else:
        return accepted_values(item, style)
    return tuple(dict.fromkeys(spelled for form in forms for spelled in _spellings(form)))


def _preferred(item: Item, style: Style) -> str:
    value = item.value
    if isinstance(value, Phrase):
        return value.preferred
    if isinstance(value, Person):
        return names.person_name(value)
    if isinstance(value, Place):
        return names.place(value)
    return render_value(item, style)


_BRITISH = {
    "center": "centre", "organization": "organisation", "labor": "labour", "program": "programme", "defense": "defence",
    "specialized": "specialised", "mobilization": "mobilisation", "informatization": "informatisation",
}  # fmt: skip
_AMERICAN = {british: american for american, british in _BRITISH.items()}
_SPELLED = re.compile(rf"\b({'|'.join([*_BRITISH, *_AMERICAN])})(s?)\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def _spellings(form: str) -> tuple[str, ...]:
    """A form as it is and in the other spelling."""
    if not _SPELLED.search(form):
        return (form,)
    return form, _SPELLED.sub(_respelled, form)


def _respelled(found: re.Match[str]) -> str:
    word = found[1].lower()
    other = _BRITISH.get(word) or _AMERICAN[word]
    return (other.capitalize() if found[1][0].isupper() else other) + found[2]
