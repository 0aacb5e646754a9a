"""Valid text that is not what was meant: UTF-8 encoded twice, references, old encodings as Latin letters, VIQR."""

from __future__ import annotations

import re
import unicodedata

from vnnews.read import legacy, recognise
from vnnews.read.evidence import weigh
from vnnews.read.viqr import read_viqr

_REACH = 200_000
_PIECES = 8_192
"""How many characters of the pieces in Latin letters are looked at."""
_GAIN = 0.3
"""By how much more of a text must be syllables when its Latin letters are read as those of an old encoding."""
_SUSPECT = re.compile("[\x80-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf\xc0-\xff]|&(?:amp;)?#|[aeouAEOU][\\^(+]")
_LATIN = re.compile("[\x80-\xff]")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
_REFERENCE = re.compile(r"&(?:amp;)?#(?:(\d{3,5})|[xX]([0-9a-fA-F]{2,4}));")
_TRIPLE = re.compile("[\xe1\xe2][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}")
_PIECE = re.compile(r"(?<![^\n<>])[\x00-\x09\x0b-;=?-\x7f]*+(?![\n<>])[^\n<>\u1ea0-\u1ef9ăđơưĂĐƠƯ]++(?![^\n<>])")
"""A line or text between tags that is not ASCII alone and has no letter that only Vietnamese has."""
_SURFACE_RUN = re.compile("[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+")


def mended(text: str) -> tuple[str, list[str], list[str]]:
    """A text in NFC with what in it is provably of another encoding mended, what that was, and the doubtful words."""
    text = text.removeprefix("\ufeff")
    if text.isascii() and not _SUSPECT.search(text, 0, _REACH):
        return text, [], []
    text = unicodedata.normalize("NFC", referred(text))
    notes = []
    for mend in (_twice, _old_letters):
        text, found = mend(text)
        notes += [found] if found else []
    if _SUSPECT.search(text, 0, _REACH) and not _VIETNAMESE.search(text) and recognise.is_viqr(text):
        text, doubtful = read_viqr(text)
        return text, [*notes, "viqr"], doubtful
    return text, notes, []


def referred(text: str) -> str:
    """A text with numeric references to letters and marks as the characters; all others stay for the HTML reader."""
    return _REFERENCE.sub(_letter, text) if "&#" in text or "&amp;#" in text else text


def _letter(found: re.Match[str]) -> str:
    """A numeric reference to a letter or mark as the character; all others stay for the HTML reader."""
    code = int(found[1]) if found[1] else int(found[2], 16)
    character = chr(code) if 0xC0 <= code < 0xD800 else ""
    return character if character and unicodedata.category(character)[0] in "LM" else found[0]


def _twice(text: str) -> tuple[str, str]:
    """Text with UTF-8 that was read as windows-1252 and encoded again mended, where three-byte letters prove it."""
    if len(_TRIPLE.findall(text, 0, 4_000_000)) < 2:
        return text, ""
    changed = False

    def run(found: re.Match[str]) -> str:
        nonlocal changed
        raw = legacy.surface_bytes(found[0])
        try:
            out = raw.decode("utf-8") if raw else found[0]
        except UnicodeDecodeError:
            return found[0]
        changed = changed or out != found[0]
        return out

    return unicodedata.normalize("NFC", _SURFACE_RUN.sub(run, text)), "encoded twice" * changed


def _old_letters(text: str) -> tuple[str, str]:
    """Text whose pieces (lines, text between tags) of an old encoding, seen as Latin letters, are made Vietnamese."""
    encoding = _old_encoding(text)
    if encoding is None:
        return text, ""
    out, at = [], 0
    for piece in filter(_is_surface, _PIECE.finditer(text)):
        as_bytes = legacy.surface_bytes(piece[0]) or b""
        turned = legacy.decode_legacy(as_bytes, encoding)
        if recognise.has_words(as_bytes, encoding) or weigh(turned).share >= weigh(piece[0]).share:
            out += [text[at : piece.start()], turned]
            at = piece.end()
    return "".join([*out, text[at:]]), encoding


def _old_encoding(text: str) -> str | None:
    """The old encoding of a text's pieces in Latin letters, by the first ones; None where they are what they seem."""
    pieces, size = [], 0
    for piece in filter(_is_surface, _PIECE.finditer(text, 0, 50 * recognise.SAMPLE)):
        pieces.append(piece[0])
        size += len(piece[0])
        if size >= _PIECES:
            break
    joined = "\n".join(pieces)[:_PIECES]
    raw = legacy.surface_bytes(joined)
    best = recognise.best(raw) if raw else None
    if best is None or best.tokens <= recognise.LEAST_TOKENS or best.variety < recognise.LEAST_VARIETY:
        return None
    as_it_stands = weigh(joined[:400])
    return best.encoding if as_it_stands.share <= best.share - _GAIN else None


def _is_surface(found: re.Match[str]) -> bool:
    """Whether a piece is one that an old encoding may have left."""
    return _LATIN.search(found[0]) is not None and legacy.surface_bytes(found[0]) is not None
