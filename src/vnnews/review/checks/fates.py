"""Fates: what a draft's sentences are compared with when a translator merged, moved or left them out on purpose.

A sentence left out is not looked at. One that was merged is read with the English of the one it went into. One that
was moved is read with the paragraph that says most of it, besides its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnnews.draft.model import Draft, Segment
from vnnews.english.style import Style
from vnnews.review import lexicon
from vnnews.review.checks.base import Pair, Paragraph
from vnnews.vietnamese import Context


def paragraphs_of(draft: Draft, context: Context, style: Style) -> list[Paragraph]:
    """The paragraphs of a draft in order, without sentences that have no English and are not merged into any that has.

    The English of a merged sentence is empty: what it says stands with the sentence it went into.
    """
    into = {s.id: s for s in draft.segments if s.target is not None and s.fate in ("kept", "moved")}
    merged: dict[str, list[Segment]] = {}
    for s in draft.segments:
        if s.fate == "merged" and s.into in into:
            merged.setdefault(s.into, []).append(s)
    blocks: dict[str, list[Pair]] = {}
    for s in into.values():
        pairs = blocks.setdefault(s.block, [])
        pairs.append(Pair(s.id, s.source, s.target or "", context, style, s.block == "title"))
        pairs += [Pair(m.id, m.source, "", context, style) for m in merged.get(s.id, ())]
    moved = {s.id for s in into.values() if s.fate == "moved"}
    return [Paragraph(pairs) for pairs in _joined(list(blocks.values()), moved)]


def _joined(blocks: list[list[Pair]], moved: set[str]) -> list[list[Pair]]:
    """The blocks, each that holds a moved sentence joined with the one that says most of it."""
    for identity in moved:
        here = next(n for n, pairs in enumerate(blocks) if any(p.id == identity for p in pairs))
        sentence = next(p for p in blocks[here] if p.id == identity)
        others = [(_says(pairs, sentence), n) for n, pairs in enumerate(blocks) if n != here]
        share, there = max(others, default=(0, here))
        if share > _says(blocks[here], sentence):
            first, second = sorted((here, there))
            blocks = [*blocks[:first], [*blocks[first], *blocks[second]], *blocks[first + 1 :]]
            del blocks[second]
    return blocks


def _says(pairs: Sequence[Pair], sentence: Pair) -> int:
    """How many words of the Vietnamese sentence have an English word in the pairs."""
    said = frozenset[str]().union(*(p.stems for p in pairs))
    table = lexicon.load()
    names = sentence.plain_source & {word.lower() for p in pairs for word in p.lower.split()}
    return len(names) + sum(not table.english[word].isdisjoint(said) for _, _, word in sentence.source_words)
