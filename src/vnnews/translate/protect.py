"""Protect and restore: the right English of Items carried through an engine, and found again in its answer.

A manner says how the Items travel: in braces, as placeholder tokens, as English words, or not at all. After the
answer `restore` says which Items stand where; whether that is good enough is `verify`'s to judge.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from vnnews.item import Item, Phrase
from vnnews.translate.engines.base import Manner

_BRACES = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"(?:[\[(【⟦]\s*)?[XxХх]\s*(\d+)\s*[XxХх]\s*[\])】⟧]")
_TAG = re.compile(r'<x id="(\d+)">.*?</x>', re.DOTALL)
_HALF_TAG = re.compile(r"</?x\b[^>]*>")
_NO_BRACES = str.maketrans("{}", "()")
_LOOSE = re.compile(r"[{}]")
_ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """An Item with its English: `english` as it is set into the sentence, `forms` all that count as right.

    One that is not `carried` stays in Vietnamese for the engine, and its English is looked for in the answer.
    `bracketed` tells that its Vietnamese has its own abbreviation in brackets behind it, which the span takes in.
    """

    item: Item
    english: str
    forms: tuple[str, ...]
    carried: bool = True
    bracketed: bool = False

    @property
    def article(self) -> str:
        """What an English sentence puts before it, "" for names and numbers."""
        return self.item.value.article if isinstance(self.item.value, Phrase) else ""

    def within(self, start: int, end: int) -> bool:
        """Whether the Item lies in [start, end) of its text."""
        return start <= self.item.span[0] and self.item.span[1] <= end

    def moved(self, by: int) -> Bound:
        """The same Item with its span shifted, for a piece of its text."""
        start, end = self.item.span
        return replace(self, item=replace(self.item, span=(start + by, end + by)))

    def source_in(self, text: str) -> str:
        """The Item's words in its text."""
        return text[slice(*self.item.span)]


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


def protect(source: str, bound: Sequence[Bound], manner: Manner, loose: Collection[int] = ()) -> str:
    """The source as the engine gets it. `bound` are in order and do not overlap; `loose` ones stand inline."""
    out = ""
    position = 0
    for n, b in enumerate(bound):
        start, end = b.item.span
        out += _plain(source[position:start], manner) + _written(source, n, b, "inline" if n in loose else manner)
        position = end
    return out + _plain(source[position:], manner)


def _plain(text: str, manner: Manner) -> str:
    """Text between Items, without what could be taken for a sign of protection."""
    if manner == "braces":
        return text.translate(_NO_BRACES)
    return html.escape(text, quote=False) if manner == "markup" else text


def _written(source: str, n: int, bound: Bound, manner: Manner) -> str:
    if manner not in ("braces", "placeholder", "inline", "markup") or not bound.carried:
        return _plain(bound.source_in(source), manner)
    if manner == "inline" or not bound.english:
        return bound.english
    if manner == "markup":
        return f'<x id="{n}">{html.escape(bound.english, quote=False)}</x>'
    return f"{{{bound.english}}}" if manner == "braces" else f"[X{n}X]"


def restore(answer: str, bound: Sequence[Bound], manner: Manner) -> Restored:
    """The answer with every sign of protection replaced by the English it stands for, and where each Item stands."""
    if manner == "braces":
        return _from_braces(answer, bound)
    if manner == "placeholder":
        return _from_tokens(answer, bound, _TOKEN)
    if manner == "markup":
        return _from_tokens(answer, bound, _TAG)
    return _with_unsigned(answer, [], bound, 0)


def _from_tokens(answer: str, bound: Sequence[Bound], sign: re.Pattern[str]) -> Restored:
    pieces: list[tuple[str, int | None]] = []
    position = leftover = 0
    seen: set[int] = set()
    for match in sign.finditer(answer):
        pieces.append((_read(answer[position : match.start()], sign), None))
        position = match.end()
        n = int(match[1])
        leftover += n in seen or n >= len(bound)
        if n < len(bound):
            pieces.append((bound[n].english, n))
            seen.add(n)
    return _assembled([*pieces, (_read(answer[position:], sign), None)], bound, leftover)


def _read(text: str, sign: re.Pattern[str]) -> str:
    """Text between signs as it is read: what markup had escaped is itself again, halves of tags fall away."""
    return html.unescape(_HALF_TAG.sub("", text)) if sign is _TAG else text


def _from_braces(answer: str, bound: Sequence[Bound]) -> Restored:
    pieces: list[tuple[str, int | None]] = []
    position = leftover = 0
    for match, n in zip(_BRACES.finditer(answer), _by_content(answer, bound), strict=True):
        pieces.append((_LOOSE.sub("", answer[position : match.start()]), None))
        position = match.end()
        leftover += n is None
        pieces.append((match[1], None) if n is None else (_form(match[1], bound[n]), n))
    return _assembled([*pieces, (_LOOSE.sub("", answer[position:]), None)], bound, leftover)


def _form(content: str, bound: Bound) -> str:
    """What stands in the text for braces with this content: the accepted form that it is, else the asked one."""
    same = [form for form in (bound.english, *bound.forms) if _bare(form) == _bare(content)]
    form = same[0] if same else bound.english
    article = _ARTICLE.match(content.strip())
    return f"{article[0].lower()}{form}" if article and not _ARTICLE.match(form) else form


def _assembled(pieces: Sequence[tuple[str, int | None]], bound: Sequence[Bound], leftover: int) -> Restored:
    text = ""
    placed: list[Placed] = []
    for piece, n in pieces:
        if n is not None:
            placed.append(Placed(n, len(text), len(text) + len(piece)))
        text += piece
    return _with_unsigned(text, placed, bound, leftover)


def _by_content(answer: str, bound: Sequence[Bound]) -> list[int | None]:
    """Which Item each pair of braces holds: by equal content first, then the likest of what is left of both."""
    from rapidfuzz.distance import Indel

    contents = [_bare(m[1]) for m in _BRACES.finditer(answer)]
    left = {n: b for n, b in enumerate(bound) if b.carried}
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
    low = text.lower()
    for form in sorted((f for f in forms if f and f.lower() in low), key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w.,])(?<!\d){re.escape(form)}(?!\w|[.,]\d)", text, re.IGNORECASE):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                return found.span()
    return None
