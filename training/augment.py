"""Examples from pairs: plain, with Items in braces as vnnews asks, with other names and figures in them, joined."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from training.pairs import Aligned, Pair

LONGEST = 700
"""Characters of Vietnamese up to which sentences are joined: about what fits one request."""


@dataclass(frozen=True)
class Shares:
    """How often a pair is seen in each way; in the rest of one, Items are in braces with the English of others.

    `swapped` is how often an Item outside braces gives its place to another, in both languages; `joined` how often a
    sentence is joined with the next of its article.
    """

    plain: float = 0.35
    carried: float = 0.3
    some: float = 0.2
    swapped: float = 0.3
    joined: float = 0.08


Example: TypeAlias = tuple[str, str]
"""A prompt's Vietnamese and its English."""

Stock: TypeAlias = dict[tuple[str, str], list[Example]]
"""Items as they were found, Vietnamese and English, by kind and shape."""


def epoch(pairs: Sequence[Pair], rng: random.Random, shares: Shares | None = None) -> list[Example]:
    """Each pair once in a way drawn anew, some of them joined with the next of their article."""
    shares = shares or Shares()
    stock = stock_of(pairs)
    return [variant(group, rng, shares, stock) for group in _groups(pairs, rng, shares.joined)]


def stock_of(pairs: Sequence[Pair]) -> Stock:
    """All Items of a corpus that may stand for one another."""
    found: defaultdict[tuple[str, str], list[Example]] = defaultdict(list)
    for pair in pairs:
        for item in pair.items:
            vi, en = pair.vi[slice(*item.vi)], pair.en[slice(*item.en)]
            found[item.kind, shape(en)].append((vi, en))
    return dict(found)


_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_NAME = re.compile(r"\b[A-Z][a-z']*(?: [A-Z][a-z']*)*\b")


def shape(english: str) -> str:
    """What of an Item must be alike in one that takes its place: all but its digits, month and names.

    >>> shape("August 9, 2018"), shape("Tan Tru district"), shape("VND1.5 billion")
    ('M 0, 0', 'N district', 'VND0.0 billion')
    """
    return re.sub(r"\d+", "0", _NAME.sub(lambda m: m[0] if m[0] in ("M", "VND") else "N", _MONTH.sub("M", english)))


def _groups(pairs: Sequence[Pair], rng: random.Random, share: float) -> Iterator[list[Pair]]:
    group: list[Pair] = []
    for pair in pairs:
        if group and not (_follows(group, pair) and rng.random() < share):
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _follows(group: Sequence[Pair], pair: Pair) -> bool:
    last = group[-1]
    fits = sum(len(p.vi) for p in group) + len(pair.vi) < LONGEST
    return fits and last.kind == pair.kind == "body" and last.article == pair.article


def variant(group: Sequence[Pair], rng: random.Random, shares: Shares, stock: Stock) -> Example:
    """One example of a few neighbouring pairs, all written in the same way."""
    draw = rng.random()
    done = []
    for pair in group:
        braces: Sequence[Aligned] = ()
        swapped: list[Aligned] = []
        if draw >= shares.plain + shares.carried:
            braces = [i for i in pair.items if rng.random() < 0.6]
        elif draw >= shares.plain:
            braces = carried(pair)
        if draw >= shares.plain + shares.carried + shares.some:
            swapped = [i for i in braces if rng.random() < 0.6]
        if rng.random() < 0.5:
            swapped += [i for i in pair.items if i not in braces and rng.random() < shares.swapped * 2]
        done.append(written(pair, braces, {i: other(pair, i, rng, stock) for i in swapped}))
    vi, en = (" ".join(side) for side in zip(*done, strict=True))
    return vi, en


def carried(pair: Pair) -> list[Aligned]:
    """The Items that vnnews puts in braces when it first asks."""
    return [i for i in pair.items if i.carried]


def written(pair: Pair, braces: Sequence[Aligned] = (), instead: dict[Aligned, Example] | None = None) -> Example:
    """The pair with the English of Items in braces on both sides, and others `instead` of some Items."""
    vi, en = pair.vi, pair.en
    filling = {i: (pair.vi[slice(*i.vi)], pair.en[slice(*i.en)]) for i in pair.items} | (instead or {})
    for item in sorted(pair.items, key=lambda i: -i.vi[0]):
        inner = f"{{{filling[item][1]}}}" if item in braces else filling[item][0]
        vi = f"{vi[: item.vi[0]]}{inner}{vi[item.vi[1] :]}"
    for item in sorted(pair.items, key=lambda i: -i.en[0]):
        inner = f"{{{filling[item][1]}}}" if item in braces else filling[item][1]
        en = f"{en[: item.en[0]]}{inner}{en[item.en[1] :]}"
    return vi, en


_SWAPPED = frozenset({"person", "place", "number", "money", "percent", "date", "document", "unit"})


def other(pair: Pair, item: Aligned, rng: random.Random, stock: Stock) -> Example:
    """Another Item of the same kind and shape, or itself: names, figures and codes may change, words not."""
    own = pair.vi[slice(*item.vi)], pair.en[slice(*item.en)]
    if item.kind not in _SWAPPED or pair.en[: item.en[0]].endswith((" a ", " an ")):
        return own
    return rng.choice(stock.get((item.kind, shape(own[1])), [own]))
