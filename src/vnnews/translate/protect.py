"""Protect and restore: the right English of Items carried through an engine, and found again in its answer.

A manner says how the Items travel: in braces, as placeholder tokens, as English words, or not at all. After the
answer `restore` says which Items stand where; whether that is good enough is `verify`'s to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vnnews.item import Item, Phrase
from vnnews.translate.engines.base import Manner

_BRACES = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"[\[(【⟦]?\s*[XxХх]\s*(\d+)\s*[XxХх]\s*[\])】⟧]")
_LOOSE = re.compile(r"[{}]")
_ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """An Item with its English: `english` as it is set into the sentence, `forms` all that count as right."""

    item: Item
    english: str
    forms: tuple[str, ...]

    @property
    def article(self) -> str:
        """What an English sentence puts before it, "" for names and numbers."""
        return self.item.value.article if isinstance(self.item.value, Phrase) else ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an Item stands in a target: its index among the bound Items and its span there."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Restored:
    """An answer with its Items in place, those that were found, and how many signs were left over."""

    text: str
    placed: tuple[Placed, ...]
    leftover: int = 0


def protect(source: str, bound: Sequence[Bound], manner: Manner) -> str:
    """The source as the engine gets it. `bound` are in order and do not overlap."""
    write: dict[Manner, Callable[[int, Bound], str]] = {
        "braces": lambda n, b: f"{{{b.english}}}",
        "placeholder": lambda n, b: f"[X{n}X]",
        "inline": lambda n, b: b.english,
    }
    if manner not in write:
        return source
    out = source
    for n, b in reversed(list(enumerate(bound))):
        start, end = b.item.span
        out = out[:start] + write[manner](n, b) + out[end:]
    return out


def restore(answer: str, bound: Sequence[Bound], manner: Manner) -> Restored:
    """The answer with every sign of protection replaced by the English it stands for."""
    if manner == "braces":
        return _from_signs(answer, bound, _BRACES, _by_content(answer, bound))
    if manner == "placeholder":
        return _from_signs(answer, bound, _TOKEN, [_number(m[1], bound) for m in _TOKEN.finditer(answer)])
    return _found(answer, bound)


def _number(digits: str, bound: Sequence[Bound]) -> int | None:
    return int(digits) if int(digits) < len(bound) else None


def _by_content(answer: str, bound: Sequence[Bound]) -> list[int | None]:
    """Which Item each pair of braces holds: by equal content first, then the likest of what is left of both."""
    from rapidfuzz.distance import Indel

    contents = [_bare(m[1]) for m in _BRACES.finditer(answer)]
    left = dict(enumerate(bound))
    out: list[int | None] = [None] * len(contents)
    for place, content in enumerate(contents):
        same = next((n for n, b in left.items() if content in {_bare(f) for f in (b.english, *b.forms)}), None)
        if same is not None:
            out[place] = same
            del left[same]
    pairs = sorted(
        (Indel.normalized_distance(contents[place], _bare(b.english)), place, n)
        for place, found in enumerate(out)
        if found is None
        for n, b in left.items()
    )
    for distance, place, n in pairs:
        if distance <= 0.5 and out[place] is None and n in left:
            out[place] = n
            del left[n]
    return out


def _bare(text: str) -> str:
    """A text for comparison: without an article before it, in small letters, single spaces."""
    return _ARTICLE.sub("", " ".join(text.casefold().split()), count=1)


def _from_signs(answer: str, bound: Sequence[Bound], sign: re.Pattern[str], which: list[int | None]) -> Restored:
    text = ""
    placed: list[Placed] = []
    position = leftover = 0
    for match, n in zip(sign.finditer(answer), which, strict=True):
        text += (
            _LOOSE.sub("", answer[position : match.start()]) if sign is _BRACES else answer[position : match.start()]
        )
        position = match.end()
        if n is None:
            leftover += 1
            text += match[1] if sign is _BRACES else ""
            continue
        start = len(text)
        text += bound[n].english
        placed.append(Placed(n, start, len(text)))
    tail = answer[position:]
    text += _LOOSE.sub("", tail) if sign is _BRACES else tail
    return _with_unsigned(text, placed, bound, leftover)


def _found(answer: str, bound: Sequence[Bound]) -> Restored:
    return _with_unsigned(answer, [], bound, 0)


def _with_unsigned(text: str, placed: list[Placed], bound: Sequence[Bound], leftover: int) -> Restored:
    """Add the Items that stand in the text without a sign, in any accepted form, longest forms first."""
    missing = [n for n in range(len(bound)) if all(p.index != n for p in placed)]
    for n in sorted(missing, key=lambda n: -len(bound[n].english)):
        span = find_form(text, bound[n].forms, [(p.start, p.end) for p in placed])
        if span is not None:
            placed.append(Placed(n, *span))
    return Restored(text, tuple(sorted(placed, key=lambda p: p.start)), leftover)


def find_form(text: str, forms: Sequence[str], taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where one of the forms stands free in a text, outside the spans that are taken; longer forms go first."""
    for form in sorted(filter(None, forms), key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w.,])(?<!\d){re.escape(form)}(?!\w|[.,]\d)", text, re.IGNORECASE):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                return found.span()
    return None
