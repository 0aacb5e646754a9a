"""Questions to the author: slips of the Vietnamese that only who wrote it can settle, each asked in both languages.

Asked of articles, drafts and tables of pairs. Only what is hardly ever right is asked; none of it is a finding, and
nothing waits for the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from vnnews.english.dates import DAYS
from vnnews.item import Moment
from vnnews.vietnamese import sentences, values
from vnnews.vietnamese.normalise import fold, strip_marks
from vnnews.vietnamese.people import family_names
from vnnews.vietnamese.syllables import is_syllable, is_written_in_syllables, tones
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
_WORD = re.compile(r"(?<![\w./@'’-])[^\W\d_]{2,}(?![\w./@'’-])")
_CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))))
_CAPITALISED = re.compile(rf"(?:[{_CAPITALS}][^\W\d_{_CAPITALS}]+ )+[{_CAPITALS}][^\W\d_{_CAPITALS}]+")
_NAME_LENGTHS = (3, 4)
"""Syllables of the names of people that are compared."""
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_DAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask about a sentence of the Vietnamese."""

    sentence: str
    vi: str
    en: str


def ask(texts: Iterable[str]) -> Iterator[Question]:
    """The questions about the paragraphs of one Vietnamese text, in reading order, then about its names."""
    paragraphs = list(texts)
    for text in paragraphs:
        yield from questions(text)
    yield from _names(paragraphs)


def questions(text: str) -> Iterator[Question]:
    """The questions about one paragraph: sentence by sentence, then about the brackets of the whole."""
    for start, end in sentences.split(text):
        sentence = text[start:end]
        for vi, en in _about(sentence):
            yield Question(sentence, f"Trong câu “{sentence}”, {vi}", en)
    for vi, en in _unclosed(text):
        yield Question(text, f"Trong đoạn “{text}”, {vi}", en)


def _about(sentence: str) -> Iterator[tuple[str, str]]:
    for asked in (_doubled, _units, _misspelt, _impossible, _weekdays):
        yield from asked(sentence)


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


def _impossible(sentence: str) -> Iterator[tuple[str, str]]:
    """Words in small letters with Vietnamese marks that can be neither Vietnamese nor loan words."""
    for found in _WORD.finditer(sentence):
        word = found[0]
        if word.isascii() or not (word.isalpha() and word.islower()) or is_syllable(word):
            continue
        if not is_written_in_syllables(word):
            yield f"có phải từ “{word}” viết sai không?", f"Is '{word}' misspelt? It is no Vietnamese syllable."
        elif tones(word) > 1:
            yield f"có phải “{word}” là hai từ viết liền không?", f"Are there two words in '{word}'?"


def _names(paragraphs: Sequence[str]) -> Iterator[Question]:
    """People whose name is written in two ways: one syllable differs, by its marks or a letter."""
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for text in paragraphs:
        for start, end in sentences.split(text):
            sentence = text[start:end]
            here = set(_people(sentence))
            for name in sorted(here):
                known = _spelt_otherwise(name, seen)
                if known is not None and known[1] != sentence and known[0] not in here:
                    yield Question(
                        sentence,
                        f"Tên “{name}” ở đây và “{known[0]}” trong câu “{known[1]}”: có phải cùng một người không, "
                        "và tên nào đúng?",
                        f"'{name}' here and '{known[0]}' elsewhere: are they one person, and which name is right?",
                    )
            for name in here:
                for masked in _masked(name):
                    seen.setdefault(masked, (name, sentence))


def _people(sentence: str) -> Iterator[str]:
    """Runs of capitalised syllables that begin with a family name."""
    for run in _CAPITALISED.findall(sentence):
        parts = run.split()
        first = next((n for n, part in enumerate(parts) if part.lower() in family_names()), len(parts))
        if len(parts) - first in _NAME_LENGTHS:
            yield " ".join(parts[first:])


def _spelt_otherwise(name: str, seen: Mapping[tuple[str, ...], tuple[str, str]]) -> tuple[str, str] | None:
    """A name seen before, with its sentence, that differs in a syllable alike."""
    for masked in _masked(name):
        known = seen.get(masked)
        if known is not None and known[0] != name and _alike(name, known[0]):
            return known
    return None


def _masked(name: str) -> Iterator[tuple[str, ...]]:
    """The syllables of a name with one of them left open."""
    parts = name.split()
    for n in range(len(parts)):
        yield (*parts[:n], "", *parts[n + 1 :])


def _alike(name: str, other: str) -> bool:
    """Whether two names are the same in two habits of print no more than in one: marks or one letter differ."""
    if fold(name) == fold(other):
        return False
    return strip_marks(name) == strip_marks(other) or DamerauLevenshtein.distance(name, other) == 1


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
