"""Holders: who holds a post on the article's day, by the roster, and what that settles of its English.

A post of the roster counts only on the days it names: an article from before or after it gets nothing of it, and an
article without a day only what has no dates.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from vnnews.english.bodies import Post
from vnnews.glossary.glossary import Glossary
from vnnews.item import Gender
from vnnews.vietnamese import titles
from vnnews.vietnamese.context import Context
from vnnews.vietnamese.grammar import grammar
from vnnews.vietnamese.normalise import fold
from vnnews.vietnamese.roster import HeldPost, Roster
from vnnews.vietnamese.tokens import Tokens


class Settled(NamedTuple):
    """What the roster says of a post: the gender of its holder and the English the newsroom prefers, if any."""

    gender: Gender | None = None
    en: str | None = None


class _Holding(NamedTuple):
    name: str
    gender: Gender | None
    held: HeldPost
    post: Post


def settle(post: Post, name: str | None, context: Context) -> Settled:
    """What the roster settles of `post` on the article's day.

    `name` is the holder's that the text gives; without one the roster's holder counts, if only one holds the post then.
    The preferred English is given only where the text says the post with the very place that the roster has.
    """
    if context.roster is None or (name is None and post.plural):
        return Settled()
    wanted = _bare(post)
    valid = [
        holding
        for holding in _holdings(context.roster, context.glossary)
        if holding.held.valid_on(context.published) and _agree(holding.post, wanted)
        if name is None or holding.name == fold(name)
    ]
    if len({holding.name for holding in valid}) != 1:
        return Settled()
    en = next((holding.held.en for holding in valid if holding.held.en and holding.post == wanted), None)
    return Settled(valid[0].gender, en)


@lru_cache(maxsize=8)
def _holdings(roster: Roster, glossary: Glossary) -> tuple[_Holding, ...]:
    """The posts of a roster as grammar reads them; one that is no post to it is left out."""
    out = []
    for entry in roster:
        for held in entry.posts:
            tokens = Tokens(held.name)
            found = titles.post_at(tokens, 0, grammar(glossary)) if len(tokens) else None
            if found is not None and found.end == len(tokens):
                out.append(_Holding(fold(entry.name), entry.gender, held, _bare(found.post)))
    return tuple(out)


def _bare(post: Post) -> Post:
    return replace(post, gender=None, plural="")


def _agree(held: Post, said: Post) -> bool:
    """Whether two posts are one: the same, or the same but for the place that one of them leaves unsaid."""
    if held == said:
        return True
    places = [post.body.scope.place if post.body else None for post in (held, said)]
    return places.count(None) == 1 and _placeless(held) == _placeless(said)


def _placeless(post: Post) -> Post:
    if post.body is None:
        return post
    return replace(post, body=replace(post.body, scope=replace(post.body.scope, place=None)))
