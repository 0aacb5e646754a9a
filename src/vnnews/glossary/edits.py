"""Edits: what people changed again and again in the machine's English of terms, proposed as house terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from vnnews.draft.model import Draft, Segment
from vnnews.errors import InputError

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LONGEST = 8
"""Words of a replacement: longer ones are other sentences, not other terms."""


@dataclass(slots=True)
class Proposal:
    """A Vietnamese term, the English the machine gave, and what people wrote instead, how often in how many drafts."""

    vi: str
    machine: str
    english: str
    count: int
    articles: frozenset[str]
    example: str


def proposals(drafts: Iterable[tuple[Draft, dict[str, str]]], least: int = 2) -> list[Proposal]:
    """The changes of terms that occur in at least `least` articles, the most frequent first.

    Each draft comes with the machine's text of its segments by id. A change counts where a person replaced the words
    that hold the English of one term by other words, and that term's English is not in the person's text any more.
    """
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for draft, base in drafts:
        for segment in draft.segments:
            if segment.touched and segment.target and base.get(segment.id):
                for vi, machine, english in _changes(segment, base[segment.id]):
                    found.setdefault((vi, machine, english), []).append((draft.article.id, segment.target))
    out = []
    for (vi, machine, english), places in found.items():
        articles = frozenset(article for article, _ in places)
        if len(articles) >= least:
            out.append(Proposal(vi, machine, english, len(places), articles, places[0][1]))
    return sorted(out, key=lambda p: (-len(p.articles), -p.count, p.vi, p.english))


def _changes(segment: Segment, base: str) -> Iterator[tuple[str, str, str]]:
    """(Vietnamese, machine's English, person's English) of each term whose words a person replaced."""
    target = segment.target or ""
    for use in segment.terms:
        at = base.find(use.target)
        gone = not any(form in target for form in (use.target, *use.accepted))
        if use.kind in ("term", "institution", "title") and at >= 0 and gone:
            english = _instead(base, target, (at, at + len(use.target)))
            if english:
                yield use.source, use.target, english


def _instead(base: str, target: str, span: tuple[int, int]) -> str | None:
    """The words that stand in `target` where `base` has those of `span`; None where there is no telling.

    The words on both sides of the span must be unchanged, and at most eight words may replace it.
    """
    old, new = list(_WORD.finditer(base)), list(_WORD.finditer(target))
    inside = [i for i, m in enumerate(old) if span[0] <= m.start() and m.end() <= span[1]]
    if not inside:
        return None
    matcher = SequenceMatcher(None, [m[0] for m in old], [m[0] for m in new], autojunk=False)
    same = {b.a + k: b.b + k for b in matcher.get_matching_blocks() for k in range(b.size)} | {
        -1: -1,
        len(old): len(new),
    }
    begin, end = same.get(inside[0] - 1), same.get(inside[-1] + 1)
    if begin is None or end is None or not 0 < end - begin - 1 <= _LONGEST:
        return None
    return target[new[begin + 1].start() : new[end - 1].end()]


def read_drafts(folder: Path) -> Iterator[tuple[Draft, dict[str, str]]]:
    """The drafts (.xlf) below a folder, each with the machine's text of its segments from its log.

    Raises InputError when there are none, or one is damaged.
    """
    from vnnews.draft import log, store

    paths = sorted(p for p in folder.rglob("*.xlf") if log.path_of(p).exists())
    if not paths:
        raise InputError(f"{folder}: no drafts with their logs", "give the folder with the drafts (.xlf)")
    for path in paths:
        yield store.load(path), {i: said[1] for i, said in log.read(path).base.items() if said[1]}
