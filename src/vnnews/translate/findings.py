"""The findings that translating makes itself: what no check of the finished pair could know."""

from __future__ import annotations

from vnnews.finding import Rule

ENGINE_FAILED = Rule(
    "C901", "engine-failed", "error", "The engine gave no usable answer; the sentence is left in Vietnamese."
)
LEFT = Rule(
    "C902",
    "left-in-vietnamese",
    "error",
    "No engine translated this sentence; only terms, names and figures are English.",
)
ITEM_LOST = Rule(
    "C903", "item-lost", "warning", "A term, name or figure with one right English form is not in the engine's answer."
)
DOUBTFUL = Rule(
    "C904",
    "doubtful-answer",
    "warning",
    "The engine's answer is too short, too long, repeats itself or has stray figures.",
)
MARK_LOST = Rule(
    "C905", "mark-lost", "info", "A link or emphasis of the Vietnamese could not be placed in the English."
)
MATCH_ADAPTED = Rule(
    "C906", "match-adapted", "warning", "A memory match was made to fit by replacing its figures, dates or names."
)
RULES = (ENGINE_FAILED, LEFT, ITEM_LOST, DOUBTFUL, MARK_LOST, MATCH_ADAPTED)
