"""Clauses: where a long Vietnamese sentence can be cut for an engine, and the English of the pieces joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnnews.translate.protect import Bound, Placed, Restored

_CUT = re.compile(r"[;:]\s+|,\s+|\s+[-–]\s+")
_STRONG = re.compile(r"[;:]\s+")
_LEAST = 6
"""Fewer syllables than this are no clause of their own: "Hà Nội, ngày 5" must not be cut."""

MOST = 90
"""Syllables that the embedded model translates well in one go (its card says up to about 110)."""


def clauses_of(source: str, bound: Sequence[Bound], most: int = MOST) -> list[tuple[int, int]]:
    """The spans to translate one by one: cut at semicolons and colons, and at commas while a piece is too long.

    No cut lies inside an Item. They cover the source without the white space between them; one span when the
    sentence cannot be cut.
    """
    spans = _cut(source, (0, len(source)), _STRONG, bound)
    if len(spans) == 1 or any(_syllables(source, s) > most for s in spans):
        spans = [piece for s in spans for piece in _halved(source, s, bound, most)]
    return spans


def _halved(source: str, span: tuple[int, int], bound: Sequence[Bound], most: int) -> list[tuple[int, int]]:
    """A span cut at the comma nearest to its middle, again and again until no piece is too long."""
    if _syllables(source, span) <= min(most, 2 * _LEAST + 8):
        return [span]
    cuts = [s[1] for s in _cut(source, span, _CUT, bound)][:-1]
    if not cuts:
        return [span]
    middle = min(cuts, key=lambda c: abs(c - (span[0] + span[1]) / 2))
    halves = [(span[0], middle), (_after_space(source, middle), span[1])]
    return [p for h in halves for p in (_halved(source, h, bound, most) if _syllables(source, h) > most else [h])]


def _cut(source: str, span: tuple[int, int], sign: re.Pattern[str], bound: Sequence[Bound]) -> list[tuple[int, int]]:
    """The pieces of a span between signs, the sign kept with what is before it; short pieces stay with the next."""
    out: list[tuple[int, int]] = []
    start = span[0]
    for match in sign.finditer(source, *span):
        end = match.start() + len(match[0].rstrip())
        inside = any(b.item.span[0] < match.end() and match.start() < b.item.span[1] for b in bound)
        rest = (match.end(), span[1])
        if inside or _syllables(source, (start, end)) < _LEAST or _syllables(source, rest) < _LEAST:
            continue
        out.append((start, end))
        start = match.end()
    return [*out, (start, span[1])]


def _after_space(source: str, position: int) -> int:
    while position < len(source) and source[position].isspace():
        position += 1
    return position


def _syllables(source: str, span: tuple[int, int]) -> int:
    return len(source[span[0] : span[1]].split())


def join(pieces: Sequence[Restored], counts: Sequence[int]) -> Restored:
    """One answer from those of the clauses; `counts` tells how many Items each clause had.

    A stop that an engine set at the end of a clause gives way to the clause's own comma or semicolon, and the
    capital that followed from beginning a sentence is taken back.
    """
    text = ""
    placed: list[Placed] = []
    first = leftover = 0
    for piece, count in zip(pieces, counts, strict=True):
        said = piece.text.strip()
        lead = len(piece.text) - len(piece.text.lstrip())
        if text:
            text = f"{_open(text)} "
            if _ordinary(said) and not any(p.start <= lead < p.end for p in piece.placed):
                said = said[0].lower() + said[1:]
        offset = len(text) - lead
        placed += [Placed(p.index + first, p.start + offset, p.end + offset) for p in piece.placed]
        text += said
        first += count
        leftover += piece.leftover
    return Restored(text, tuple(placed), leftover)


def _open(text: str) -> str:
    text = text.rstrip()
    return f"{text[:-1]}," if text.endswith(".") and not text.endswith("..") else text


_COMMON = re.compile(
    r"(?:The|A|An|In|On|At|Of|For|To|With|And|By|This|These|It|They|Its|Their|He|She|As|From|After|Before|While|When|"
    r"During|Including|[A-Z][a-z]+ing)\b"
)


def _ordinary(text: str) -> bool:
    """Whether a clause begins with a word that has its capital only as the first of a sentence."""
    return _COMMON.match(text) is not None
