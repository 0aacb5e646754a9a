"""N: numbers, dates, money, shares and document codes, compared by value over the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vnnews.english.comparison import unmatched
from vnnews.english.values import read_values, render_value
from vnnews.finding import Finding, Rule, Severity
from vnnews.item import DocumentRef, Item, Kind, Moment, Quantity
from vnnews.review.checks.base import Example, Family, Pair, Paragraph
from vnnews.vietnamese import eras
from vnnews.vietnamese.normalise import fold

_KINDS: dict[Kind, str] = {
    "number": "number", "money": "amount of money", "percent": "percentage", "date": "date", "period": "period",
    "document": "document code", "unit": "measure",
}  # fmt: skip
MISSING = Rule(
    "N001", "value-missing", "error", "A number, date, amount or document code of the Vietnamese is not said."
)
EXTRA = Rule(
    "N002", "value-extra", "error", "The English states a number, date, amount or code that the Vietnamese lacks."
)
CHANGED = Rule("N003", "value-changed", "error", "A number, amount, date or document code says another value.")
MAGNITUDE = Rule("N004", "magnitude", "error", "A number is wrong by thousands: nghìn, triệu or tỷ mixed up.")
POINT = Rule("N005", "percentage-point", "warning", "Percent and percentage points are mixed up.")

_SURE = 11
"""From this number on, a number that only one side states is an error; smaller ones are idiom as often as fact."""
_SHARES = {"percent", "percentage point"}
_FACTORS = frozenset(Decimal(10) ** n for n in (3, 6, 9, -3, -6, -9))


@dataclass
class _Open:
    """What is left of a paragraph's values: source values not said, English values without source, with their pairs."""

    missing: list[tuple[Pair, Item]]
    extra: list[tuple[Pair, Item]]


def compare(paragraph: Paragraph) -> Iterator[Finding]:
    """Values of each sentence that the paragraph's English does not say, and the other way round."""
    if not paragraph.bilingual:
        return
    left = _unmatched(paragraph)
    if left.missing and left.extra:
        yield from _changed(left)
    for pair, item in left.missing:
        yield _missing(pair, item)
    for pair, item in left.extra:
        words = pair.target[slice(*item.span)]
        message = f"the {_KINDS.get(item.kind, item.kind)} {words} is not in the Vietnamese"
        yield EXTRA.at(pair.id, message, span=item.span, severity=_severity(item, words))


def _unmatched(paragraph: Paragraph) -> _Open:
    english = paragraph.english
    left = _of_one(paragraph.pairs[0]) if len(paragraph.pairs) == 1 else _of_several(paragraph)
    if left.missing or left.extra:
        source = "\n".join(p.source or "" for p in paragraph.pairs)
        left.missing = [
            (p, i)
            for p, i in left.missing
            if not _written(i, p.source or "", english) and not _in_words(i, p.source or "", english)
        ]
        left.extra = [
            (p, i) for p, i in left.extra if not _written(i, p.target, source) and not _converted(i, p.target, source)
        ]
    return left


def _of_one(pair: Pair) -> _Open:
    compared = unmatched(pair.source_values, pair.values, pair.target, pair.style)
    return _Open([(pair, item) for item in compared.missing], [(pair, item) for item in compared.extra])


def _of_several(paragraph: Paragraph) -> _Open:
    """Each pair's values looked for in the whole of the other side."""
    english = paragraph.english
    said = read_values(english)
    everything = [i for p in paragraph.pairs for i in p.source_values]
    left = _Open([], [])
    for p in paragraph.pairs:
        left.missing += [(p, i) for i in unmatched(p.source_values, said, english, p.style).missing]
        left.extra += [(p, i) for i in unmatched(everything, p.values, p.target, p.style).extra]
    return left


def _written(item: Item, text: str, other: str) -> bool:
    """Whether a bare number stands on the other side in the same figures, as part of a code: ĐT606, gói 5.10."""
    words = text[slice(*item.span)]
    if item.kind != "number" or not any(c.isdigit() for c in words):
        return False
    return set(_FIGURES.findall(words)) <= set(_FIGURES.findall(other))


_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_WHOLE = re.compile(r"\b(?:all|every\w*|entire\w*|full\w*|whol\w+|complete\w*|both|each)\b", re.I)
_HOUSE = re.compile(r"\bnhà (?:\w+ )?cấp $", re.I)
"""Before 4: a single-story house."""
_SHIFTS = re.compile(r"\d ca,? \d kíp", re.I)
"""Three shifts, four teams: around the clock."""
_OLD_MEASURES = (
    ("công", re.compile(r"1,000 (?:square met|m2|sq)|0\.1 hectare|\bhectare|\bha\b")),
    ("sào", re.compile(r"(?:360|500|1,000) (?:square met|m2|sq)|\bhectare|\bha\b")),
    ("mẫu", re.compile(r"(?:3,600|5,000) (?:square met|m2|sq)|\bhectare|\bha\b")),
    ("tạ", re.compile(r"100[ -](?:kg|kilo)|\bkg\b|\bkilo|\btons?\b")),
    ("yến", re.compile(r"10[ -](?:kg|kilo)|\bkg\b|\bkilo")),
)
"""Old measures and what English may turn them into: their size, or another unit with the number reckoned."""


def _in_words(item: Item, text: str, english: str) -> bool:
    """Whether a value is of those that English says without a figure: 100% (all), nhà cấp 4, so many công."""
    value = item.value
    if not isinstance(value, Quantity):
        return False
    if item.kind == "percent" and value.low == 100:
        return _WHOLE.search(english) is not None
    if _HOUSE.search(text[: item.span[0]]) or _SHIFTS.search(text, max(0, item.span[0] - 6), item.span[1] + 12):
        return True
    words = text[item.span[0] : item.span[1] + 12].lower().split()
    return any(measure in words and said.search(english) for measure, said in _OLD_MEASURES)


def _converted(item: Item, text: str, source: str) -> bool:
    """Whether an English value is what an old measure, shifts or a year's name of the Vietnamese come to."""
    value = item.value
    if isinstance(value, Moment) and value.year is not None and value.month is None:
        return eras.cyclic_name(value.year) in fold(source)
    if isinstance(value, Quantity) and value.unit == "hour" and value.denominator is not None:
        return _SHIFTS.search(source) is not None
    words = text[item.span[0] : item.span[1] + 1]
    return any(said.search(words) and re.search(rf"\b{measure}\b", source) for measure, said in _OLD_MEASURES)


def _changed(left: _Open) -> Iterator[Finding]:
    """Pair what is missing with what is there instead; what found its partner leaves `left`."""
    for source in list(left.missing):
        partner = max(left.extra, key=lambda extra: _likeness(source[1], extra[1]), default=None)
        if partner is None or _likeness(source[1], partner[1]) == 0:
            continue
        left.missing.remove(source)
        left.extra.remove(partner)
        yield _instead(source, partner)


def _instead(source: tuple[Pair, Item], target: tuple[Pair, Item]) -> Finding:
    pair, item = source
    words = (pair.source or "")[slice(*item.span)]
    said = target[0].target[slice(*target[1].span)]
    right = render_value(item, pair.style, pair.context.published)
    rule = _rule(item, target[1])
    severity: Severity | None = "warning" if not any(c.isdigit() for c in words + said) else None
    return rule.at(target[0].id, f"{words} is said as {said}", span=target[1].span, suggestion=right, severity=severity)


def _rule(source: Item, target: Item) -> Rule:
    a, b = source.value, target.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if a.low == b.low and {a.unit, b.unit} == _SHARES:
            return POINT
        if a.low and b.low / a.low in _FACTORS:
            return MAGNITUDE
    return CHANGED


def _likeness(source: Item, target: Item) -> int:
    """How likely one value was meant to be the other: 0 not at all."""
    a, b = source.value, target.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if (a.low == int(a.low)) != (b.low == int(b.low)) and a.unit != b.unit:
            return 0
        return 1 + 3 * (a.unit == b.unit) + 2 * (a.low == b.low) + ({a.unit, b.unit} == _SHARES) + _digits_shared(a, b)
    if source.kind == target.kind:
        return 3
    return 2 if {source.kind, target.kind} <= {"date", "period"} else 0


def _digits_shared(a: Quantity, b: Quantity) -> int:
    first, second = (str(q.low.normalize()).replace(".", "").rstrip("0") for q in (a, b))
    return 2 * (sorted(first) == sorted(second)) + (first[:1] == second[:1])


def _missing(pair: Pair, item: Item) -> Finding:
    words = (pair.source or "")[slice(*item.span)]
    right = render_value(item, pair.style, pair.context.published)
    message = f"the {_KINDS.get(item.kind, item.kind)} {words} is not said in English ({right})"
    severity = "info" if _may_be_left_out(pair, item) else _severity(item, words)
    return MISSING.at(pair.id, message, side="source", span=item.span, severity=severity)


_SAME_DAY = re.compile(r"\b(?:that|the same) (?:very )?(?:day|morning|noon|afternoon|evening|night|week|month)\b", re.I)
_OPENING = ("“", '"', "‘")


def _may_be_left_out(pair: Pair, item: Item) -> bool:
    """Whether good English often leaves a value out: a day that was just named, the number of a slogan (“3 không”)."""
    value = item.value
    if isinstance(value, Moment):
        return value.year is None and _SAME_DAY.search(pair.target) is not None
    slogan = isinstance(value, Quantity) and value.unit is None and value.low < _SURE
    return slogan and (pair.source or "")[: item.span[0]].endswith(_OPENING)


def _severity(item: Item, words: str) -> Severity:
    """Errors are what must not be printed: values in figures. Small numbers and words are often idiom."""
    value = item.value
    if not any(c.isdigit() for c in words):
        return "info"
    if isinstance(value, Moment):
        return "error" if value.day is not None or value.year is not None else "warning"
    if isinstance(value, Quantity) and not value.ordinal:
        return "error" if value.low >= _SURE or (item.kind in ("money", "percent") and value.low) else "warning"
    return "error" if isinstance(value, DocumentRef) and value.kind != "provision" else "warning"


EXAMPLES = (
    Example(
        "N001",
        "Tỉnh đã hỗ trợ 1.846 hộ.",
        "The province supported the households.",
        "The province supported 1,846 households.",
    ),
    Example(
        "N002",
        "Hội nghị có nhiều đại biểu.",
        "The conference drew 120 delegates.",
        "The conference drew many delegates.",
    ),
    Example(
        "N003",
        "Sáng 9/8, lớp tập huấn khai mạc.",
        "The training course opened on the morning of August 8.",
        "On the morning of August 9, the training course opened.",
    ),
    Example("N004", "Kinh phí là 4,5 tỷ đồng.", "The budget was VND4.5 million.", "The budget was VND4.5 billion."),
    Example(
        "N005",
        "Tỷ lệ tăng 3,2 điểm phần trăm.",
        "The rate rose by 3.2 percent.",
        "The rate rose by 3.2 percentage points.",
    ),
)

FAMILY = Family((MISSING, EXTRA, CHANGED, MAGNITUDE, POINT), paragraph=(compare,), examples=EXAMPLES)
