"""Concordance: how a Vietnamese term was said in English, or an English one stood in the Vietnamese, with counts.

In each pair that holds the searched words their counterpart is looked for: first as an accepted form of the Item or
glossary term they are, then as the tightest run of words that the lexicon knows for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vnnews.article import Language
from vnnews.english import accepted
from vnnews.english.style import Style
from vnnews.item import Item
from vnnews.review import lexicon
from vnnews.review.checks.forms import find
from vnnews.translate.memory.store import Memory
from vnnews.translate.memory.unit import Unit
from vnnews.vietnamese import recognise
from vnnews.vietnamese.context import Context
from vnnews.vietnamese.normalise import fold, strip_marks

Span = tuple[int, int]

_GAP = 12
"""The most characters between two words of one rendition: room for "of the" and a short word of its own."""


_LIKELY = 5
"""How many of the lexicon's stems of a word, likeliest first, count: the rarer ones are often by chance."""

_CONFIRMED = 3
"""Pairs that must have a rendition before it is looked for in others."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that holds the words, how often it is stored, and where the words and their counterpart stand."""

    unit: Unit
    count: int
    words: Span
    rendition: Span | None


@dataclass(frozen=True, slots=True)
class Rendition:
    """One way the words were said: its commonest spelling ("" where none was found), how often, and the pairs."""

    text: str
    count: int
    examples: tuple[Example, ...]


def concordance(memory: Memory, words: str, language: Language, context: Context, style: Style) -> list[Rendition]:
    """How the memory says `words` of `language` in the other one, the most frequent first; not found comes last.

    Vietnamese without any marks is found whatever its marks are; English is found in the plural too.
    """
    examples = []
    for unit, count in memory.holding(words, language):
        at = _place(words, unit, language)
        if at is not None:
            other = _english(unit, at, context, style) if language == "vi" else _vietnamese(unit, at, context, style)
            examples.append(Example(unit, count, at, other))
    firsts = _grouped(examples, language)
    settled = (_settled(example, firsts, language) for example in examples)
    renditions = [_rendition(group, language) for group in _grouped(settled, language).values()]
    return sorted(renditions, key=lambda r: (not r.text, -r.count, r.text))


def _grouped(examples: Iterable[Example], language: Language) -> dict[str, list[Example]]:
    groups: dict[str, list[Example]] = {}
    for example in examples:
        groups.setdefault(_key(example, language), []).append(example)
    return groups


def _settled(example: Example, groups: Mapping[str, Sequence[Example]], language: Language) -> Example:
    """The example with a rendition that the other pairs confirm, where one stands in this pair too.

    The longest one that holds its own, else, if its own is not confirmed, the commonest.
    """
    own = _key(example, language)
    counts = {key: len(group) for key, group in groups.items() if key and len(group) >= _CONFIRMED}
    longer = sorted((key for key in counts if own and _within(own, key)), key=len, reverse=True)
    commoner = sorted(
        (key for key in counts if (not own or len(groups[own]) < _CONFIRMED) and not _within(key, own)),
        key=lambda key: -counts[key],
    )
    other = (example.unit.target if language == "vi" else example.unit.source).lower()
    for key in (*longer, *commoner):
        spellings = {_text(e, language).lower() for e in groups[key]}
        if found := find(sorted(spellings, key=len, reverse=True), other):
            return replace(example, rendition=found)
    return example


def _within(part: str, whole: str) -> bool:
    return part != whole and f" {part} " in f" {whole} "


def _place(words: str, unit: Unit, language: Language) -> Span | None:
    """Where the words stand in their side of the pair, as whole words."""
    if language == "en":
        return find((" ".join(words.split()),), unit.target.lower())
    wanted, text = fold(words), fold(unit.source)
    if strip_marks(wanted) == wanted:
        text = strip_marks(text)
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", wanted)))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return found.span() if found else None


def _english(unit: Unit, at: Span, context: Context, style: Style) -> Span | None:
    said, lower = unit.source[slice(*at)], unit.target.lower()
    for item in _items(unit.source, at, context):
        if found := find(accepted(item, style), lower):
            return found
    table = lexicon.load()
    roots = [frozenset(table.likeliest[word][:_LIKELY]) for _, _, word in table.words(said)]
    hits = (
        (start, end, frozenset(i for i, known in enumerate(roots) if root in known))
        for start, end, root in lexicon.placed_stems(unit.target)
    )
    return _tightest(hits, len(roots))


def _items(source: str, at: Span, context: Context) -> Iterator[Item]:
    """The Items the words are: in their sentence, or, where they are part of a longer one, on their own."""
    yield from (item for item in recognise(source, context) if item.span == at)
    alone = source[slice(*at)]
    yield from (item for item in recognise(alone, context) if item.span == (0, len(alone)))


def _vietnamese(unit: Unit, at: Span, context: Context, style: Style) -> Span | None:
    said = unit.target[slice(*at)].lower()
    for item in recognise(unit.source, context):
        if find(accepted(item, style), said) == (0, len(said)):
            return item.span
    roots = [root for _, _, root in lexicon.placed_stems(said)]
    table = lexicon.load()
    hits = (
        (start, end, frozenset(i for i, root in enumerate(roots) if root in table.likeliest[word][:_LIKELY]))
        for start, end, word in table.words(unit.source)
    )
    return _tightest(hits, len(roots))


def _tightest(hits: Iterable[tuple[int, int, frozenset[int]]], words: int) -> Span | None:
    """The shortest run of neighbouring hits that says most of the words; None if it says less than half of them."""
    found = [hit for hit in hits if hit[2]]
    best: tuple[int, int, Span] | None = None
    for i, (start, end, covered) in enumerate(found):
        for _, its_end, others in (found[i], *_joined(found[i:])):
            end, covered = its_end, covered | others
            rated = (len(covered), start - end, (start, end))
            best = rated if best is None or rated[:2] > best[:2] else best
    return best[2] if best and 2 * best[0] >= words else None


def _joined(hits: Sequence[tuple[int, int, frozenset[int]]]) -> Iterator[tuple[int, int, frozenset[int]]]:
    """The hits after the first, as long as each follows the one before closely."""
    for last, hit in pairwise(hits):
        if hit[0] - last[1] > _GAP:
            return
        yield hit


def _text(example: Example, language: Language) -> str:
    other = example.unit.target if language == "vi" else example.unit.source
    return other[slice(*example.rendition)] if example.rendition else ""


def _key(example: Example, language: Language) -> str:
    """What makes two renditions one: capitals, the plural and the placement of tones do not count."""
    text = _text(example, language)
    return " ".join(map(lexicon.stem, re.findall(r"\w+", text))) if language == "vi" else fold(text)


def _rendition(examples: Sequence[Example], language: Language) -> Rendition:
    spellings: Counter[str] = Counter()
    for example in examples:
        spellings[_text(example, language)] += example.count
    best_first = sorted(examples, key=lambda e: (e.unit.state != "reviewed", -e.count, len(e.unit.source)))
    return Rendition(spellings.most_common(1)[0][0], spellings.total(), tuple(best_first))
