"""English around a noun: indefinite article by sound, plural, possessive, and capitals by position."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTER_AN = set("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound: an MP, an F grade; but a UN body, a B grade."""

_READ_AS_WORDS = {
    "nato",
    "unesco",
    "unicef",
    "asean",
    "opec",
    "apec",
    "fifa",
    "who",
    "lan",
    "ram",
    "sim",
    "nasa",
    "mobifone",
    "fao",
}
"""Names in capitals that are spoken as words, not letter by letter (WHO: by letters it is a double-u, also "a")."""

_LONG_U = re.compile(
    r"(?:uni(?!n|m)|u[bcfhjkqrstnpt][aeiou](?!n)|use|uk|eu|ewe|one\b|once\b|one-|oui|uy)", re.IGNORECASE
)
_SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
_VOWEL_NUMBERS = re.compile(r"(?:8\d*|11|18)(?!\d)|(?:11|18)[.,]?\d{3}(?!\d)")

_IRREGULAR = {
    "man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet", "series": "series",
    "criterion": "criteria", "staff": "staff", "police": "police", "headquarters": "headquarters", "agenda": "agendas",
    "chief": "chiefs", "belief": "beliefs", "proof": "proofs", "roof": "roofs", "gulf": "gulfs",
    "personnel": "personnel", "hero": "heroes",
    "equipment": "equipment", "information": "information", "machinery": "machinery", "people": "people",
}  # fmt: skip
_HEAD_END = re.compile(r" (?:of|for|in|on|to|at|under|with|by|from|against|and) ")


def indefinite(noun: str) -> str:
    """ "a" or "an" for the noun phrase that follows, by its sound: an e-government, a one-stop shop, an MIC, a UN."""
    word = re.match(r"[^\s\-–/]+", noun.lstrip("\"'“‘("))
    if word is None:
        return "a"
    first = word[0]
    if first[0].isdigit():
        return "an" if _VOWEL_NUMBERS.match(first) else "a"
    if _spelled_out(first):
        return "an" if first[0].upper() in _LETTER_AN else "a"
    if _SILENT_H.match(first):
        return "an"
    if _LONG_U.match(first) or first.lower() in ("u", "one"):
        return "a"
    return "an" if first[0].lower() in "aeiou" else "a"


def _spelled_out(word: str) -> bool:
    """Whether a word in capitals (DoIC, MIC, UN) is read letter by letter."""
    capitals = [c for c in word if c.isupper()]
    if len(word) > 1 and len(capitals) < 2:
        return False
    return word.lower() not in _READ_AS_WORDS and (len(word) == 1 or word[1].isupper() or not word[1:].isalpha())


def plural(noun: str) -> str:
    """The plural of a noun phrase, itself if it is one already; what stands after the head ("of ...") is left alone.

    Vice Chairman of the District People's Committee -> Vice Chairmen of the District People's Committee.
    """
    cut = _HEAD_END.search(noun)
    head, rest = (noun[: cut.start()], noun[cut.start() :]) if cut else (noun, "")
    before, _, last = head.rpartition(" ")
    return f"{before} {_plural_word(last)}".lstrip() + rest


@lru_cache(maxsize=10_000)
def _plural_word(word: str) -> str:
    low = word.lower()
    if low in _IRREGULAR.values() or re.search(r"[^suia]s$", low):
        return word
    for single, many in _IRREGULAR.items():
        if low == single or (
            low.endswith(single) and single in ("man", "woman", "child") and low not in ("human", "german")
        ):
            return word[: len(word) - len(single)] + (many.capitalize() if word[-len(single)].isupper() else many)
    if re.search(r"(?:s|x|z|ch|sh)$", low):
        return word + "es"
    if re.search(r"[^aeiou]y$", low):
        return word[:-1] + "ies"
    if low.endswith("fe"):
        return word[:-2] + "ves"
    if re.search(r"(?:[aeiou]l|l|r)f$", low) and low not in ("gulf",):
        return word[:-1] + "ves"
    return word + "s"


def possessive(noun: str) -> str:
    """The possessive of a noun phrase: the committee's, the departments'."""
    return noun + ("'" if noun.endswith("s") and not noun.endswith("ss") else "'s")


def capitalise(text: str) -> str:
    """The text with its first letter in upper case, as at the start of a sentence; quotation marks are passed over."""
    for i, c in enumerate(text):
        if c.isalnum():
            return text[:i] + c.upper() + text[i + 1 :]
    return text


def with_article(noun: str, article: str) -> str:
    """The noun phrase with its article: "the" as it is, "a" by sound, "" for none."""
    if article == "a":
        return f"{indefinite(noun)} {noun}"
    return f"{article} {noun}" if article and noun else noun


def join(parts: list[str] | tuple[str, ...]) -> str:
    """A list in words, without the comma before "and" (house style): A, B and C."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
