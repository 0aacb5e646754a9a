"""Syllables that Vietnamese can have: onset, rime and tone, as the standard orthography writes them.

Source: the tables of onsets and rimes in Nguyễn Tài Cẩn's and Đoàn Thiện Thuật's descriptions of the phonology, and the
spelling rules of the school grammar: k, gh and ngh before e, ê and i, c, g and ng elsewhere; before a final stop only
the tones sắc and nặng.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from vnnews.vietnamese.tokens import words

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOP_TONES = {"\u0301", "\u0323"}
_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "qu", "th", "tr",
           "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "")  # fmt: skip
_RIMES = words(
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oă oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc "
    "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych "
    "uyên uyêt uynh uyp uyt uyn uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu yt ynh"
)
_FRONT = ("e", "ê", "i", "y")
_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a word in small letters (NFC) can be one syllable of Vietnamese."""
    bare, tones = _without_tone(word)
    if len(tones) > 1 or not set(bare) <= _LETTERS:
        return False
    stopped = bare.endswith(("c", "ch", "p", "t"))
    if stopped and not set(tones) <= _STOP_TONES:
        return False
    if stopped and not tones:
        return False
    return any(_fits(onset, bare[len(onset) :]) for onset in _ONSETS if bare.startswith(onset))


@lru_cache(maxsize=20_000)
def is_written_in_syllables(word: str) -> bool:
    """Whether a word is one syllable or several written as one, as loan words are: côngtenơ, axít."""
    if is_syllable(word):
        return True
    return any(_is_loan_part(word[:n]) and is_written_in_syllables(word[n:]) for n in range(1, len(word)))


def tones(word: str) -> int:
    """How many tone marks a word bears."""
    return len(_without_tone(word)[1])


def _is_loan_part(part: str) -> bool:
    """A syllable, or one that ends in a stop without the tone that Vietnamese words have there."""
    return is_syllable(part) or (part.endswith(("c", "p", "t")) and is_syllable(part[:-1]))


def _without_tone(word: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in letters if mark in _TONES)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES))
    return bare, tones


def _fits(onset: str, rime: str) -> bool:
    front = rime.startswith(_FRONT)
    if onset == "qu":
        return rime in _RIMES or f"u{rime}" in _RIMES or f"o{rime}" in _RIMES
    if onset == "gi":
        return not rime or rime in _RIMES or f"i{rime}" in _RIMES
    if rime not in _RIMES:
        return False
    if onset in ("k", "gh", "ngh"):
        return front or (onset, rime) == ("k", "ơ")  # kơ nia, a word of the highlands
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime in ("i", "in")
    return True
