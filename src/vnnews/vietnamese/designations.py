"""Designations: names made of letters and figures, and foreign names, that English takes over as they are written.

4G, IPv6, ISO 9001:2015, ST25, H5N1, a telephone number; Rainforest Alliance. What else such a token may be (a time,
a measure, a road, a numbered ward, a document code) has an English of its own and is left to the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnnews.english.names import countries, foreign_places, place_name
from vnnews.item import Item, Phrase
from vnnews.vietnamese.normalise import strip_marks

_STANDARD = r"(?:TCVN|QCVN|ISO|IEC|TCCS)(?:[ /](?:ISO|IEC))*[ :]?\d+(?:[-.]\w+)*(?::\d{4})?(?:/[A-ZĐ]{2,8}(?!\w))?"
_ALWAYS = r"DK1(?:/\d{1,2})?|SARS-CoV-?2|[Cc][Oo][Vv][Ii][Dd]-?19|A/H\dN\d|H\dN\d|IPv4/IPv6|IPv[46]|Wi-?Fi \d"
_LETTERS_FIRST = (
    r"(?!(?:QL|TL|DT|HL|TT|TP|KP|KM|Km|STT|No|UBND|[QPTKXMV])[-.]?\d)"
    r"(?:[A-Z]{1,3}[a-z]?[A-Z]{0,2}\d{1,6}(?:[A-Z]{1,4}\d{0,3})?(?:-\d{1,3})?|[A-Z]{2,8}-[A-Z]?\d{1,2}(?!\d)"
    r"|[A-Z]{1,3}-\d{2,5}(?:[A-Z]{1,3})?)"
)
_FIGURES_FIRST = r"\d{1,3}(?:[A-FI-LNP-SU-Z]\d{0,2}|G(?!\d))"
_TELEPHONE = (
    r"(?<=[Tt]hoại )(?:\(?0\d{1,4}\)?[ .-]?)?\d{3,4}(?:[ .-]?\d{3,4}){1,2}"
    r"|\(?0\d{2,4}\)?[ .-]\d{3,4}[ .-]\d{3,4}(?:[ .-]\d{3})?|0\d{9,10}|1[89]00[ .-]?\d{4}(?:[ .-]?\d{2})?"
)
_VERSION = r"(?<=phiên bản )\d+(?:\.\d+)+"
_DESIGNATION = re.compile(
    rf"(?<![\w/.-])(?:{_STANDARD}|{_ALWAYS}|{_LETTERS_FIRST}|{_FIGURES_FIRST}|{_TELEPHONE}|{_VERSION})"
    r"(?![\w%]|[/:.,-]\d|[/-][A-ZĐ])"
)
_DIGIT = re.compile(r"\d")
"""Every designation holds a figure: looking for one first is faster."""
_LATIN = r"[A-Z][A-Za-z'’]*"
_RUN = re.compile(rf"(?<![\w.@/-])(?P<name>{_LATIN}(?: {_LATIN})+)(?: \d{{1,2}}(?:\.\d{{1,2}})+)?(?![\w@]|[.-]\w)")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
"""What a syllable of Vietnamese can look like without its marks."""


@cache
def _places_before() -> frozenset[str]:
    """Places abroad by their Vietnamese and English names, as they stand before a person's: Italy Antonio Tajani.

    A text calls its own country Việt Nam; the English word begins a brand: Vietnam Airlines.
    """
    abroad = countries() | foreign_places()
    return abroad | {place_name(place) for place in abroad} - {place_name("Việt Nam")}


def is_foreign_word(word: str) -> bool:
    """Whether a word in plain Latin letters cannot be a syllable of Vietnamese: Alliance, Airlines, Store."""
    return word.isascii() and len(word) > 1 and not word.isupper() and _SYLLABLE.fullmatch(word) is None


def find(text: str) -> Iterator[Item]:
    """The designations and foreign names of a Vietnamese text (NFC), as terms that stay as they are written.

    A foreign name is a run of capitalised words in plain Latin letters, two at least, more than half of which are no
    syllables of Vietnamese, with the version that follows. Words in capitals before it are left out of it. Words with
    an apostrophe are of the highlands, where a place and a person may stand side by side: (thôn) Ea M'Tha | H'Bel Niê.
    """
    for found in _DESIGNATION.finditer(text) if _DIGIT.search(text) else ():
        yield as_written(found.span(), found.group())
    for found in _RUN.finditer(text):
        words = found["name"].split(" ")
        start = found.start()
        for _ in range(_of_country(text, start, words)):
            start += len(words.pop(0)) + 1
        while words and (words[0].isupper() or words[0] in _places_before()):
            start += len(words.pop(0)) + 1
        if (
            len(words) > 1
            and 2 * sum(map(is_foreign_word, words)) > len(words)
            and not any(word.isupper() or word[1:2] in "'’" for word in words)
        ):
            yield as_written((start, found.end()), text[start : found.end()])


def _of_country(text: str, start: int, words: list[str]) -> int:
    """How many of the plain words at `start` belong to a country of two words: (Thái) Lan | Thamarat Promphan."""
    before = text[:start].rsplit(" ", 2)[-2] if text[:start].count(" ") else ""
    if f"{before} {words[0]}" in countries():
        return 1
    return 2 if " ".join(words[:2]) in countries() else 0


def as_written(span: tuple[int, int], said: str) -> Item:
    """The words `said` over `span` as a term that keeps its letters and figures, Vietnamese marks left out."""
    plain = strip_marks(said)
    if plain.lower() in ("covid-19", "covid19"):
        return Item(span, "term", Phrase(said, "COVID-19", ("COVID", "the pandemic", "coronavirus")))
    if plain.startswith("SARS-CoV"):
        return Item(span, "term", Phrase(said, "SARS-CoV-2", ("SARS-CoV2", "COVID-19", "COVID", "coronavirus")))
    forms = (f"under-{plain[1:]}", f"Under-{plain[1:]}") if re.fullmatch(r"U\d\d", plain) else ()
    return Item(span, "term", Phrase(said, plain, forms))
