"""Questions to the author: slips of the Vietnamese that only who wrote it can settle, each asked in both languages.

Only what is hardly ever right is asked; none of it is a finding, and nothing waits for the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from vnnews.article import Article
from vnnews.english.dates import DAYS
from vnnews.item import Moment
from vnnews.vietnamese import sentences, values
from vnnews.vietnamese.tokens import words

_DOUBLED = re.compile(r"(?<!\w)(của|và|đã|các|những|được|với|trong|để|bởi|tại)\s+\1(?!\w)", re.IGNORECASE)
"""Words of grammar, which are never said twice as ngày ngày, từ từ or xanh xanh are."""
_UNITS = re.compile(r"(?<!\w)huyện, thành(?: phố)?(?:,| và) (thi)(?!\w)(?! (?:đua|hành|công|trấn|đấu|tuyển))")
_LATIN = re.compile(r"(?<![\w./@-])[A-Za-z][a-z]{6,}(?![\w./@-])")
_ENGLISH = words(
    "framework blockchain broadband dashboard database facebook internet livestream marketing platform smartphone "
    "software website workshop logistics chatbot"
)
"""Long English words that the Vietnamese press leaves in English; a single wrong letter in one is asked about."""
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_DAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask about a sentence of the Vietnamese."""

    sentence: str
    vi: str
    en: str


def ask(article: Article) -> Iterator[Question]:
    """The questions about a Vietnamese article, in reading order."""
    for _, text in article.texts():
        yield from questions(text)


def questions(text: str) -> Iterator[Question]:
    """The questions about one paragraph: sentence by sentence, then about the brackets of the whole."""
    for start, end in sentences.split(text):
        sentence = text[start:end]
        for vi, en in (*_doubled(sentence), *_units(sentence), *_misspelt(sentence), *_weekdays(sentence)):
            yield Question(sentence, f"Trong câu “{sentence}”, {vi}", en)
    for vi, en in _unclosed(text):
        yield Question(text, f"Trong đoạn “{text}”, {vi}", en)


def _doubled(sentence: str) -> Iterator[tuple[str, str]]:
    for found in _DOUBLED.finditer(sentence):
        yield f"có phải từ “{found[1]}” bị lặp lại không?", f"Is '{found[1]}' written twice by mistake?"


def _units(sentence: str) -> Iterator[tuple[str, str]]:
    for found in _UNITS.finditer(sentence):
        yield _meant(found[1], "thị")


def _misspelt(sentence: str) -> Iterator[tuple[str, str]]:
    for found in _LATIN.finditer(sentence):
        meant = _english_meant(found[0].lower())
        if meant is not None:
            yield _meant(found[0], meant)


@cache
def _english_meant(word: str) -> str | None:
    """The word of `_ENGLISH` that differs from this one in a single letter."""
    for known in _ENGLISH:
        if len(known) == len(word) and sum(a != b for a, b in zip(word, known, strict=True)) == 1:
            return known
    return None


def _weekdays(sentence: str) -> Iterator[tuple[str, str]]:
    for item in values.find(sentence):
        said = item.value
        if not isinstance(said, Moment) or said.lunar or said.end or said.also:
            continue
        if said.weekday is None or said.year is None or said.month is None or said.day is None:
            continue
        day = f"{said.day}/{said.month}/{said.year}"
        try:
            true = date(said.year, said.month, said.day).weekday()
        except ValueError:
            yield f"không có ngày {day}: ngày nào đúng?", f"There is no {day} (day/month/year): which day is right?"
            continue
        if true != said.weekday:
            yield (
                f"ngày {day} là {_DAYS_VI[true]}, không phải {_DAYS_VI[said.weekday]}: ngày nào đúng?",
                f"{day} (day/month/year) was a {DAYS[true]}, not a {DAYS[said.weekday]}: which is right?",
            )


def _unclosed(text: str) -> Iterator[tuple[str, str]]:
    for opening, closing in _PAIRS.items():
        if text.count(opening) > text.count(closing):
            yield f"dấu “{opening}” được đóng ở đâu?", f"Where does the opening {opening} close?"


def _meant(written: str, meant: str) -> tuple[str, str]:
    return f"có phải “{written}” là “{meant}”?", f"Is '{written}' meant to be '{meant}'?"
