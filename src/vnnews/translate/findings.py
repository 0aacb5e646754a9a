"""Findings of translating: what the engine did not do."""

from __future__ import annotations

from collections.abc import Iterator

from vnnews.draft.model import Segment
from vnnews.finding import Finding, Rule
from vnnews.translate.ask import Outcome, Task
from vnnews.translate.verify import Fault, Verdict

ENGINE_FAILED = Rule(
    "C901", "engine-failed", "error", "The engine gave no answer for this sentence, which is left in Vietnamese."
)
LEFT_IN_VIETNAMESE = Rule(
    "C902", "left-in-vietnamese", "error", "Words of this sentence were left in Vietnamese: no engine translated them."
)
ITEM_LOST = Rule(
    "C903", "item-lost", "warning", "A term, name or figure of the Vietnamese was not found in the engine's English."
)
DOUBTFUL = Rule(
    "C904", "doubtful-answer", "warning", "The engine's answer may be wrong: it was unsure, or it looks so."
)
MARK_LOST = Rule(
    "C905", "mark-lost", "info", "A link or emphasis of the Vietnamese could not be placed in the English."
)
MATCH_ADAPTED = Rule(
    "C906", "match-adapted", "warning", "A memory match was made to fit by replacing its figures, dates or names."
)
RULES = (ENGINE_FAILED, LEFT_IN_VIETNAMESE, ITEM_LOST, DOUBTFUL, MARK_LOST, MATCH_ADAPTED)

_DOUBTS: dict[Fault, str] = {
    "same": "the engine gave the Vietnamese back",
    "repeated": "words are repeated over and over",
    "short": "much shorter than the Vietnamese: something is missing",
    "long": "much longer than the Vietnamese: something was added",
    "digits": "a figure stands here that the Vietnamese does not have",
    "exchanged": "two names, terms or figures seem to stand in each other's place",
    "tense": "the Vietnamese tells what has been (đã), the English what will be",
    "leftover": "a name, term or figure stands here twice or was added",
    "error": "the engine answered with an error message",
    "empty": "the engine's answer is empty",
}


def findings_of(segment: Segment, task: Task, outcome: Outcome) -> Iterator[Finding]:
    """What the translator should know about how this segment's English came about."""
    if outcome.text is None:
        told = outcome.error.message if outcome.error else "no answer"
        yield ENGINE_FAILED.at(segment.id, told, side="source", span=(0, len(segment.source)))
        return
    faults = outcome.verdict.faults
    if "vietnamese" in faults:
        yield LEFT_IN_VIETNAMESE.at(segment.id, "Vietnamese words are left", span=(0, len(outcome.text)))
    for n in outcome.verdict.lost:
        bound = task.bound[n]
        yield ITEM_LOST.at(
            segment.id,
            f"{bound.source_in(task.source)} should be {bound.english}",
            side="source",
            span=bound.item.span,
            suggestion=bound.english,
        )
    for fault in faults:
        why = _why(outcome.verdict) if fault == "strange" else _DOUBTS.get(fault)
        if why is not None:
            yield DOUBTFUL.at(segment.id, why, span=(0, len(outcome.text)))


def _why(verdict: Verdict) -> str:
    """Why the sense of an answer is doubtful."""
    reasons = []
    if verdict.unsure:
        reasons.append("the engine was unsure of " + ", ".join(f"“{word}”" for word in verdict.unsure))
    if verdict.added:
        reasons.append(f"the Vietnamese does not seem to say “{verdict.added}”")
    if verdict.missing:
        reasons.append(f"“{verdict.missing}” seems to be left out")
    return "; ".join(reasons) or "the sentence as a whole may be wrong"
