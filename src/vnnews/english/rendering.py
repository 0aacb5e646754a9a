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
    preferred = _preferred(item, style)
    if isinstance(value, Phrase):
        return _spelled((preferred, value.preferred, *value.accepted))
    forms: tuple[str, ...]
    if isinstance(value, Person):
        forms = (preferred, names.romanise(value.name))
    elif isinstance(value, Place):
        forms = (preferred, *names.places(value))
    else:
        return accepted_values(item, style)
    return _spelled(forms)


@lru_cache(maxsize=10_000)
def _spelled(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms in all spellings, each once."""
    return tuple(dict.fromkeys(spelled for form in forms for spelled in _spellings(form)))


def _preferred(item: Item, style: Style) -> str:
    value = item.value
    if isinstance(value, Phrase):
        return _comrade(value, style) if item.kind == "honorific" else _in_style(value.preferred, style)
    if isinstance(value, Person):
        return names.person_name(value)
    if isinstance(value, Place):
        return _in_style(names.place(value), style)
    return render_value(item, style)


def _comrade(value: Phrase, style: Style) -> str:
    """A form of address; đồng chí is Comrade where the house says so."""
    return "Comrade" if style.comrade == "Comrade" and "Comrade" in value.accepted else value.preferred


def _in_style(text: str, style: Style) -> str:
    """A phrase in the house's spelling, with its names of country and capital."""
    if style.spelling == "british":
        text = _AMERICAN_WORDS.sub(_respelled, text)
    if style.country != "Vietnam":
        text = re.sub(r"\bVietnam\b", style.country, text)
    return re.sub(r"\bHanoi\b", style.capital, text) if style.capital != "Hanoi" else text


_BRITISH = {
    "center": "centre", "organization": "organisation", "labor": "labour", "program": "programme", "defense": "defence",
    "specialized": "specialised", "mobilization": "mobilisation", "informatization": "informatisation",
}  # fmt: skip
_AMERICAN = {british: american for american, british in _BRITISH.items()}
_AMERICAN_WORDS = re.compile(rf"\b({'|'.join(_BRITISH)})(s?)\b", re.IGNORECASE)
_SPELLED = re.compile(rf"\b({'|'.join([*_BRITISH, *_AMERICAN])})(s?)\b", re.IGNORECASE)
_SPELLED_TWICE = (*_BRITISH, *_AMERICAN)
_SPELLINGS = frozenset(word + ending for word in (*_BRITISH, *_AMERICAN) for ending in ("", "s"))
"""The words that `_SPELLED` finds."""
_WORD = re.compile(r"\w+")
_VIETNAM = re.compile(r"\bVietnam\b")


@lru_cache(maxsize=20_000)
def _spellings(form: str) -> tuple[str, ...]:
    """A form as it is, in the other spelling, and with the country's name in two words."""
    out = [form]
    lower = form.lower()
    if any(word in lower for word in _SPELLED_TWICE) and not _SPELLINGS.isdisjoint(_WORD.findall(lower)):
        out.append(_SPELLED.sub(_respelled, form))
    if "Vietnam" in form:
        out += [_VIETNAM.sub("Viet Nam", known) for known in out]
    return tuple(out)


def _respelled(found: re.Match[str]) -> str:
    word = found[1].lower()
    other = _BRITISH.get(word) or _AMERICAN[word]
    return (other.capitalize() if found[1][0].isupper() else other) + found[2]
