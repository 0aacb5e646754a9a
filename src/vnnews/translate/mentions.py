"""Mentions: a body or term named in full with its abbreviation first, and by the abbreviation afterwards.

What is done is settled by the style. House style follows the Vietnamese ("as written"): of 40 abbreviations in brackets
in its 9,000 sentences 38 stand in the Vietnamese too, and a body is abbreviated where the Vietnamese abbreviates it. A
bracketed abbreviation is kept only if the text goes on to use it: (NN&PTNT) after the full name says nothing in
English. With "introduce" whatever is named twice gets its abbreviation at the first mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vnnews.translate.ask import Outcome, Task
from vnnews.translate.mend import around
from vnnews.translate.protect import Bound, Placed, Restored, restore

if TYPE_CHECKING:
    from datetime import date

    from vnnews.english.style import FirstMention
    from vnnews.glossary.term import Term

_LEAST_WORDS = 3
"""A shorter name (World Bank, Government) is not worth its abbreviation."""

_PART_OF_ANOTHER = re.compile(r"\b(?:and|for|in|of|on)$")
"""Before a name that is only the end of another: the Division *of* Information and Communications."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said for a sentence. `fixed` text is read, never changed: it is a person's."""

    task: Task
    outcome: Outcome
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a name stands: sentence, Item, span in the English; whether in full, and with a bracket in the source."""

    sentence: int
    bound: Bound
    start: int
    end: int
    full: bool
    bracketed: bool


def shorts_of(terms: Iterable[Term], day: date | None) -> dict[str, str]:
    """The abbreviations that can be introduced in a text of that day, by the full English name."""
    return {
        t.en: t.abbr_en
        for t in terms
        if t.abbr_en and t.use == "protect" and len(t.en.split()) >= _LEAST_WORDS and t.valid_on(day)
    }


def abbreviate(said: Sequence[Said], shorts: Mapping[str, str], first: FirstMention) -> list[Outcome]:
    """The outcomes of an article's sentences in order, with abbreviations introduced and used as `first` says.

    Headlines neither count nor change. A later mention is shortened only where the short form is an accepted one of
    its Item, so that every check still knows it.
    """
    texts = [s.outcome.text or "" for s in said]
    edits: dict[int, list[tuple[int, int, str]]] = {}
    for english, short in shorts.items():
        if not any(short in text or english in text for text in texts):
            continue
        for sentence, edit in _edits(list(_mentions(said, english, short, shorts)), said, english, short, first):
            edits.setdefault(sentence, []).append(edit)
    return [_edited(s, edits.get(n, [])) for n, s in enumerate(said)]


def _mentions(said: Sequence[Said], english: str, short: str, shorts: Mapping[str, str]) -> Iterator[_Mention]:
    longer = [name for name in shorts if name != english and english in name]
    sign = re.compile(rf"(?<!\w)(?:({re.escape(english)})|{re.escape(short)})(?![\w])")
    for n, s in enumerate(said):
        if s.task.headline or s.outcome.text is None:
            continue
        for place in s.outcome.placed:
            bound = s.task.bound[place.index]
            words = s.outcome.text[place.start : place.end]
            if bound.item.kind not in ("institution", "title", "term") or any(name in words for name in longer):
                continue
            found = sign.search(words)
            if found and not _PART_OF_ANOTHER.search(words[: found.start()].rstrip()):
                start, end = place.start + found.start(), place.start + found.end()
                last = found.end() == len(words)
                yield _Mention(n, bound, start, end, found[1] is not None, bound.bracketed and last)


def _edits(
    mentions: list[_Mention], said: Sequence[Said], english: str, short: str, first: FirstMention
) -> Iterator[tuple[int, tuple[int, int, str]]]:
    """What to write where so that the name is introduced once and then short."""
    whole = f"{english} ({short})"
    at = next((i for i, m in enumerate(mentions) if _can_open(m, said, first)), None)
    if at is None or any(whole in (s.outcome.text or "") for s in said):
        return
    rest = mentions[at + 1 :]
    if not rest or (first == "as written" and all(m.full for m in rest)):
        return
    opening = mentions[at]
    yield opening.sentence, (opening.start, opening.end, whole)
    for m in rest if first == "introduce" else ():
        if m.full and not said[m.sentence].fixed and _shortened(said[m.sentence], m, short) in m.bound.forms:
            yield m.sentence, (m.start, m.end, short)


def _can_open(mention: _Mention, said: Sequence[Said], first: FirstMention) -> bool:
    return not said[mention.sentence].fixed and (first == "introduce" or (mention.bracketed and mention.full))


def _shortened(said: Said, mention: _Mention, short: str) -> str:
    """The words of the mention's Item as they would be with the abbreviation."""
    text = said.outcome.text or ""
    place = next(p for p in said.outcome.placed if p.start <= mention.start and mention.end <= p.end)
    return text[place.start : mention.start] + short + text[mention.end : place.end]


def _edited(said: Said, edits: Sequence[tuple[int, int, str]]) -> Outcome:
    """The outcome with stretches of its text replaced, its Items found again and the articles before them right."""
    text = said.outcome.text
    if text is None or not edits:
        return said.outcome
    placed = list(said.outcome.placed)
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
        by = len(words) - (end - start)
        placed = [Placed(p.index, p.start + by * (p.start >= end), p.end + by * (p.end >= end)) for p in placed]
    text = around(Restored(text, tuple(placed)), said.task.bound)
    return replace(said.outcome, text=text, placed=restore(text, said.task.bound, "plain").placed)
