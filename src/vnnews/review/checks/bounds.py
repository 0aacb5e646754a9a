"""N: what stands around a value: more than or less than, before or after, how many times as much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from vnnews.finding import Finding, Rule
from vnnews.item import Item, Moment, Period, Quantity
from vnnews.review.checks.base import Example, Family, Pair, Paragraph

BOUND = Rule(
    "N006",
    "bound-turned",
    "warning",
    "More than is said as less than, at least as at most, before as after, the first months as the last.",
)
TIMES = Rule("N007", "times-changed", "warning", "Twice as much is said as three times, a half as a third.")

Bound = Literal["above", "below", "after", "before", "first", "last"]
_PAIRS: tuple[tuple[Bound, Bound], ...] = (("above", "below"), ("after", "before"), ("first", "last"))
_OPPOSITE = {a: b for one, two in _PAIRS for a, b in ((one, two), (two, one))}


def _before(*words: str) -> re.Pattern[str]:
    """These words at the end of what stands before a value, with at most a few small words between."""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(words)})(?:\s+(?:the|a|an|its|some|about|khoảng|ngày|năm|tháng|là))*\s*$", re.I
    )


def _after(*words: str) -> re.Pattern[str]:
    """These words right after a value, with at most two words of what is counted between."""
    return re.compile(rf"^(?:\s+(?!and|or|và|hoặc)[^\W\d_]+){{0,2}},?\s+(?:{'|'.join(words)})(?!\w)", re.I)


_VI_QUANTITY: Sequence[tuple[Bound, re.Pattern[str]]] = (
    ("above", _before("không dưới", "không ít hơn", "không kém")),
    ("below", _before("không quá", "không hơn", "không vượt(?: quá)?", "tối đa", "nhiều nhất", "gần", "dưới",
                      "chưa đầy", "chưa đến", "chưa tới", "ngót")),
    ("above", _before("ít nhất", "tối thiểu", "hơn", "trên", "vượt")),
    ("above", _after("trở lên")),
    ("below", _after("trở xuống")),
)  # fmt: skip
"""The first that fits counts: không dưới stands before dưới."""
_EN_QUANTITY: Sequence[tuple[Bound, re.Pattern[str]]] = (
    ("above", _before("no (?:fewer|less) than", "not (?:fewer|less) than", "at least", "a minimum of",
                      "never below", "not below")),
    ("below", _before("not? (?:more|longer|later) than", "at (?:the )?most",
                      "a maximum of", "not exceed(?:ing)?", "fewer than", "less than", "under", "below", "nearly",
                      "almost", "close to", "up to", "within", "just short of")),
    ("above", _before("more than", "over", "above", "exceed(?:s|ed|ing)?", "in excess of", "upwards? of")),
    ("above", _after("or more", "and (?:over|above|up|upwards?)", "or (?:over|older|above|higher)")),
    ("below", _after("or (?:less|fewer|under|younger|below|lower)", "at (?:the )?most", "at the latest")),
)  # fmt: skip
_VI_DAY: Sequence[tuple[Bound, re.Pattern[str]]] = (
    ("before", _before("trước", "chậm nhất", "muộn nhất")),
    ("after", _before("sau", "kể từ")),
)
_BESIDE_VI = (
    "không",
    "tối",
    "nhất",
    "gần",
    "dưới",
    "chưa",
    "ngót",
    "hơn",
    "trên",
    "vượt",
    "trở",
    "trước",
    "sau",
    "kể từ",
)
"""What `_VI_QUANTITY` and `_VI_DAY` look for holds one of these: looking for them first is faster."""
_EN_DAY: Sequence[tuple[Bound, re.Pattern[str]]] = (
    ("before", _before("before", "by", "prior to", "ahead of", "n(?:o|ot) later than", "until")),
    ("after", _before("after", "since", "from", "following")),
)
_REACH = 40
"""Letters before and after a value in which these words are looked for."""


def bounds(paragraph: Paragraph) -> Iterator[Finding]:
    """Values that stand once on both sides, with contrary words beside them."""
    if not paragraph.bilingual:
        return
    said = _by_value((p, i, p.target) for p in paragraph.pairs for i in p.values)
    if not said:
        return
    beside = any(word in paragraph.lower_source for word in _BESIDE_VI)
    meant = _by_value((p, i, p.source or "") for p in paragraph.pairs for i in p.source_values)
    for value, places in meant.items():
        there = said.get(value, ())
        if len(places) != 1 or len(there) != 1:
            continue
        (_, source, text), (pair, target, english) = places[0], there[0]
        if not beside and not isinstance(source.value, Period):
            continue
        vi = _bound(text, source, _VI_DAY, _VI_QUANTITY)
        en = _bound(english, target, _EN_DAY, _EN_QUANTITY)
        if vi and en == _OPPOSITE[vi]:
            message = f"{_with_words(text, source.span)} is said as {_with_words(english, target.span)}"
            yield BOUND.at(pair.id, message, span=target.span)


_Place = tuple[Pair, Item, str]


def _by_value(found: Iterable[_Place]) -> dict[object, list[_Place]]:
    """The numbers, days and periods of so many months with the place where each stands."""
    places: dict[object, list[_Place]] = defaultdict(list)
    for pair, item, text in found:
        value = item.value
        if isinstance(value, Quantity) and not value.ordinal and value.high is None:
            places[value.low].append((pair, item, text))
        elif isinstance(value, Moment) and value.end is None:
            places[value.year, value.month, value.day].append((pair, item, text))
        elif isinstance(value, Period) and value.count is not None:
            places[value.unit, value.count].append((pair, item, text))
    return places


_Words = Sequence[tuple[Bound, re.Pattern[str]]]


def _bound(text: str, item: Item, day: _Words, quantity: _Words) -> Bound | None:
    """Which side of the value is meant, by the words around it (`day` or `quantity`), or by the period itself."""
    value = item.value
    if isinstance(value, Period):
        return value.which if value.which in ("first", "last") else None
    before = text[max(0, item.span[0] - _REACH) : item.span[0]]
    after = text[item.span[1] : item.span[1] + _REACH]
    for bound, pattern in day if isinstance(value, Moment) else quantity:
        if pattern.search(after if pattern.pattern.startswith("^") else before):
            return bound
    return None


def _with_words(text: str, span: tuple[int, int]) -> str:
    """The words of a value with the two words around it, as far as the sentence goes."""
    before, after = text[: span[0]].split()[-2:], text[span[1] :].split()[:2]
    return repr(" ".join([*before, text[slice(*span)], *after]))


_TIMES_VI = re.compile(r"\bgấp (đôi|hai|ba|bốn|[2-4])(?![,.-]?\d)\b", re.I)
_TIMES_VALUE = {"đôi": 2, "hai": 2, "ba": 3, "bốn": 4, "2": 2, "3": 3, "4": 4}
_TIMES_EN = re.compile(
    r"\b(?:(doubl\w+|twice|two ?-?fold|two times)|(tripl\w+|thrice|three ?-?fold|three times)|"
    r"(quadrupl\w+|four ?-?fold|four times))\b",
    re.I,
)
_HALF_VI = re.compile(r"\b(?:một|phân|hơn|gần|quá) nửa\b", re.I)
_HALF_EN = re.compile(r"\bhal(?:f|ves?|ved|ving)\b|\b50\b|\bfifty\b|\bmidnight\b", re.I)
_OTHER_PART = re.compile(r"\b(?:a|one)[ -](third|quarter|fifth)\b|\btwo[ -]thirds\b", re.I)


def times(paragraph: Paragraph) -> Iterator[Finding]:
    """gấp đôi against tripled, một nửa against a third, where the right word stands nowhere."""
    if not paragraph.bilingual:
        return
    lower = paragraph.lower_source
    meant = {_TIMES_VALUE[m[1]] for m in _TIMES_VI.finditer(lower if "gấp" in lower else "")}
    said = [(pair, m) for pair in paragraph.pairs for m in _TIMES_EN.finditer(pair.target)] if meant else []
    if said and not any(_factor(m) in meant for _, m in said):
        pair, m = said[0]
        yield TIMES.at(pair.id, f"{m[0]!r} is not {min(meant)} times", span=m.span())
    if "nửa" in lower and _HALF_VI.search(lower) and not _HALF_EN.search(paragraph.english):
        for pair in paragraph.pairs:
            found = _OTHER_PART.search(pair.target)
            if found:
                yield TIMES.at(pair.id, f"{found[0]!r} is not half", span=found.span())
                return


def _factor(found: re.Match[str]) -> int:
    return 2 if found[1] else 3 if found[2] else 4


EXAMPLES = (
    Example("N006", "Có gần 300 hộ tham gia.", "More than 300 households joined.", "Nearly 300 households joined."),
    Example(
        "N006",
        "Hồ sơ được giải quyết không quá 15 ngày.",
        "Dossiers are settled in at least 15 days.",
        "Dossiers are settled within 15 days.",
    ),
    Example(
        "N006",
        "Công trình phải hoàn thành trước ngày 30/6.",
        "The works must be completed after June 30.",
        "The works must be completed by June 30.",
    ),
    Example("N007", "Sản lượng tăng gấp đôi.", "Output tripled.", "Output doubled."),
    Example("N007", "Giá giảm một nửa.", "Prices fell by a third.", "Prices were halved."),
)

FAMILY = Family((BOUND, TIMES), paragraph=(bounds, times), examples=EXAMPLES)
