"""Verify: whether an answer can be believed before anybody reads it.

Faults are named by what is wrong; fewer and lighter ones make the better answer when several were tried.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vnnews.review import lexicon
from vnnews.review.coverage import Known, Stretch, uncovered
from vnnews.translate.placement import exchanged
from vnnews.translate.protect import Bound, Restored

Fault = Literal[
    "empty",
    "error",
    "same",
    "vietnamese",
    "item",
    "leftover",
    "repeated",
    "short",
    "long",
    "digits",
    "exchanged",
    "tense",
    "strange",
]  # fmt: skip

_WEIGHTS: dict[Fault, float] = {
    "empty": 100, "error": 100, "same": 50, "vietnamese": 8, "item": 4, "leftover": 1, "repeated": 12, "short": 3,
    "long": 3, "digits": 2, "exchanged": 3, "tense": 2, "strange": 0,
}  # fmt: skip
_VIETNAMESE = re.compile(r"[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹỳàáãèéìíòóõùúý]", re.IGNORECASE)
_TWICE = re.compile(r"\b(\w+(?: \w+){2,7}),? \1\b", re.IGNORECASE)
_ERRORS = (
    "MYMEMORY WARNING",
    "ERROR 500",
    "INVALID SOURCE LANGUAGE",
    "<HTML",
    "QUERY LENGTH LIMIT",
    "TOO MANY REQUESTS",
)
_PAST = re.compile(r"(?<!\w)đã(?!\w)", re.IGNORECASE)
_NOT_ONLY_PAST = re.compile(
    r"(?<!\w)(?:sẽ|sắp|tới|nhằm|để|cần|phải|tiếp tục|đến|khi|mục tiêu|kế hoạch|dự kiến|nếu)(?!\w)", re.IGNORECASE
)
_FUTURE = re.compile(r"\bwill\b")
"""Of 551 pairs of the corpus whose Vietnamese has đã and nothing of what is to come, 4 say "will"."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_ROUND = {"trăm": "100", "nghìn": "1000", "ngàn": "1000", "vạn": "10000"}
"""Round numbers that English often writes in figures: 20 a thousand people, 20 per 1,000 people."""

STRANGE = 1.4
"""From this doubt on a sentence is flagged.

Chosen on 100 answers of model 0.2.0, read and graded. Of those of 0.3.0 above it, read by another, one in two is wrong
and most others need rewording; of the wrong ones three in four are above it (benchmarks/engines/doubt.py). Of text
unlike what the model has learned more is above.
"""

AGAIN = 2.85
"""From this doubt on another answer is asked for: asking for every flagged one would cost two fifths of the speed."""

_LEAST_SURE = 3
"""How many of the words that an engine was least sure of make its doubt: one may be chance, more blur a single slip."""
_EVIDENCE = 0.1
"""What the evidence for a stretch without counterpart adds to the doubt."""
_UNTOLD = 0.5
"""The doubt of an answer whose engine does not say how sure it was: that of a good one."""
_UNSURE = -1.0
"""Words with a lower log probability are named: the engine gave them less than about one chance in three."""
_TOLD = 4.0
"""Stretches with less evidence than this are not named."""

_DOUBT = 3.0
"""What a doubt of 1 weighs: a little less than a lost Item."""

Words = Sequence[tuple[str, float]]
"""The words of an answer, each with its log probability (`Answer.words`)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The faults of an answer; `lost` are the indexes of Items that do not stand in it.

    `doubt` tells how likely the sense is wrong, from 0, and the other three why: the words that the engine was
    least sure of, a stretch of the English that the Vietnamese does not seem to say, and one of the Vietnamese left
    out.
    """

    faults: tuple[Fault, ...]
    lost: tuple[int, ...] = ()
    doubt: float = 0.0
    unsure: tuple[str, ...] = ()
    added: str = ""
    missing: str = ""

    @property
    def weight(self) -> float:
        """How bad it is; 0 is good."""
        again = _WEIGHTS["item"] * max(0, len(self.lost) - 1)
        return sum(_WEIGHTS[f] for f in self.faults) + again + _DOUBT * self.doubt

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(source: str, bound: Sequence[Bound], answer: Restored, words: Words = ()) -> Verdict:
    """Judge a restored answer to `source`; `words` says how sure the engine was of each."""
    text = answer.text.strip()
    if not text:
        return Verdict(("empty",), tuple(range(len(bound))))
    if any(sign in text.upper() for sign in _ERRORS):
        return Verdict(("error",), tuple(range(len(bound))))
    faults: list[Fault] = []
    there = {p.index for p in answer.placed}
    lost = tuple(n for n, b in enumerate(bound) if n not in there and b.english)
    if lost:
        faults.append("item")
    if answer.leftover:
        faults.append("leftover")
    outside = _outside(answer)
    if text == source.strip() and _VIETNAMESE.search(source):
        faults.append("same")
    elif _VIETNAMESE.search(outside):
        faults.append("vietnamese")
    if _repeats(text, source):
        faults.append("repeated")
    faults += _length(source, text)
    if _new_digits(source, bound, outside):
        faults.append("digits")
    if exchanged(source, bound, answer):
        faults.append("exchanged")
    if _PAST.search(source) and not _NOT_ONLY_PAST.search(source) and _FUTURE.search(outside):
        faults.append("tense")
    if "same" in faults:
        return Verdict(tuple(faults), lost)
    missing, added = uncovered(source, lexicon.load().words(source), text, _known(bound, answer))
    doubt = _uncertainty(words) + _EVIDENCE * sum(max(0.0, s.evidence) for s in (missing, added) if s)
    if doubt > STRANGE:
        faults.append("strange")
    return Verdict(tuple(faults), lost, doubt, _unsure(words, outside), _told(added, text), _told(missing, source))


def _known(bound: Sequence[Bound], answer: Restored) -> Known:
    """What the Items in the answer say: their spans of the source, and the stems of their English."""
    there = [bound[p.index] for p in answer.placed]
    return Known([b.item.span for b in there], frozenset().union(*(lexicon.stems(b.english) for b in there)))


def _uncertainty(words: Words) -> float:
    """The mean of minus the log probabilities of the words that the engine was least sure of."""
    if not words:
        return _UNTOLD
    least = _least(words)
    return -math.fsum(least) / len(least)


def _least(words: Words) -> list[float]:
    """The log probabilities of the words that the engine was least sure of, lowest first."""
    return sorted(log for _, log in words)[:_LEAST_SURE]


def _unsure(words: Words, outside: str) -> tuple[str, ...]:
    """The words to be named, in the order of the text; Items and what was mended are not among them."""
    least = _least(words)
    there = set(re.findall(r"[\w'’-]+", outside))
    named = (re.sub(r"^\W+|\W+$", "", word) for word, log in words if log in least and log < _UNSURE)
    return tuple(dict.fromkeys(word for word in named if word in there))


def _told(stretch: Stretch | None, text: str) -> str:
    return text[stretch.start : stretch.end] if stretch and stretch.evidence >= _TOLD else ""


def _outside(answer: Restored) -> str:
    """The text without its Items."""
    out, position = "", 0
    for p in answer.placed:
        out += answer.text[position : p.start] + " "
        position = max(position, p.end)
    return out + answer.text[position:]


def _repeats(text: str, source: str) -> bool:
    """Whether words are said again and again: a run of three at once twice, of four three times, or a word four times.

    The last two do not count where the source repeats itself too.
    """
    words = text.casefold().split()
    runs = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    thrice = any(n >= 3 for n in runs.values())
    stutter = any(len(set(words[i : i + 4])) == 1 for i in range(len(words) - 3))
    syllables = source.casefold().split()
    same = Counter(zip(syllables, syllables[1:], syllables[2:], strict=False))
    if _TWICE.search(text):
        return True
    return (thrice or stutter) and not any(n >= 3 for n in same.values())


def _length(source: str, text: str) -> list[Fault]:
    """Whether the answer is much too short or long: English has about 0.75 words to a Vietnamese syllable."""
    syllables, words = len(source.split()), len(text.split())
    if syllables < 8:
        return []
    if words < 0.4 * syllables:
        return ["short"]
    return ["long"] if words > 1.7 * syllables else []


def _new_digits(source: str, bound: Sequence[Bound], outside: str) -> bool:
    """Whether figures stand in the answer that neither the source nor an Item's English has."""
    plain = {re.sub(r"[.,]", "", d) for d in _DIGITS.findall(source)}
    plain |= {re.sub(r"[.,]", "", d) for b in bound for d in _DIGITS.findall(b.english)}
    plain |= {figure for word, figure in _ROUND.items() if re.search(rf"\b{word}\b", source, re.IGNORECASE)}
    return any(re.sub(r"[.,]", "", d) not in plain for d in _DIGITS.findall(outside))
