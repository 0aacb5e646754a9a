"""Bytes to text: by marks where there are any, else by evidence with a margin, else with a finding.

What was right stays as it is: valid UTF-8 is UTF-8, and only stretches that are provably something else (UTF-8 encoded
twice, Vietnamese of an old encoding pasted as Latin letters) are mended.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from vnnews.errors import EncodingError, InputError
from vnnews.finding import Finding
from vnnews.read import legacy
from vnnews.read.evidence import Evidence, weigh
from vnnews.read.findings import DOUBTFUL_ENCODING
from vnnews.read.viqr import decode_viqr, unsure_words

_SAMPLE = 16_384
_FIRST_LOOK = 400
_CLEAR_TOKENS = 20
_CLEAR_MARGIN = 2.0
_SURE_SHARE = 0.8
_MARGIN = 1.0
"""By how much the mean logarithm of the best reading must beat the second's: a factor of e a syllable."""
_LEAST_TOKENS = 3
_LEAST_VARIETY = 3
"""How many different words must prove that a text which could stand as it is needs mending."""
_NAMED = 8
"""How many doubtful words a finding names."""
_GAIN = 0.3
"""By how much more of a text must be syllables when its Latin letters are read as those of an old encoding."""
_BROKEN_SHARE = 0.01
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}encoding=["']([\w.:-]+)|<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_CURE = "open the file in a program that shows it right, save it as UTF-8 text, and import that"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text in NFC, the name of the encoding as found, and findings where it is doubtful."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of some bytes. `declared` is a charset's name or a Content-Type header, believed only as far as it fits.

    Raises InputError for bytes that are no text, EncodingError for text that cannot be read at all.
    """
    marked = _marked(data)
    if marked is not None:
        return marked
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, declared)
    return _mended(text)


def _marked(data: bytes) -> Decoded | None:
    """The text of bytes that begin with a byte order mark; several in a row count as one."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            while data.startswith(mark):
                data = data[len(mark) :]
            try:
                return _mended(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                break
    return None


def _wide(data: bytes) -> Decoded:
    """Text in UTF-16 without a mark, told by where its zero bytes lie; anything else with zeros is no text."""
    sample = data[: _SAMPLE & ~1]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) * 3 > len(zeros) and zeros.count(0) > 0.9 * sample.count(0):
            text = data.decode(encoding, "replace")
            if _looks_like_text(text):
                return _mended(text, encoding)
    raise InputError("no text: the bytes are those of a binary file", "give a page, a text, a document or an archive")


# Valid UTF-8

_SUSPECT = re.compile("[\x80-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf\xc0-\xff]|&(?:amp;)?#|[aeouAEOU][\\^(+]")
_LATIN = re.compile("[\x80-\xff]")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
_REFERENCE = re.compile(r"&(?:amp;)?#(?:(\d{3,5})|[xX]([0-9a-fA-F]{2,4}));")
_TRIPLE = re.compile("[\xe1\xe2][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}")
_PIECE = re.compile(r"[^\n<>]+")
_SURFACE_RUN = re.compile("[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+")


def _mended(text: str, encoding: str = "utf-8") -> Decoded:
    """Text that was decoded without an error, with what in it is provably of another encoding mended."""
    text = text.removeprefix("\ufeff")
    if text.isascii() and not _SUSPECT.search(text, 0, 200_000):
        return Decoded(text, encoding)
    if "&#" in text or "&amp;#" in text:
        text = _REFERENCE.sub(_letter, text)
    text = unicodedata.normalize("NFC", text)
    notes = [encoding]
    for mend in (_twice, _old_letters):
        text, found = mend(text)
        notes += [found] if found else []
    doubts: tuple[Finding, ...] = ()
    if _is_typed(text):
        unsure = unsure_words(text)
        named = ", ".join(dict.fromkeys(unsure[:_NAMED]))
        doubts = (_doubt(f"{len(unsure)} words could be read otherwise: {named}"),) if unsure else ()
        text, notes = decode_viqr(text), [*notes, "viqr"]
    return Decoded(text, " with ".join(notes), doubts)


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
        as_bytes = legacy.surface_bytes(piece[0])
        turned = legacy.decode_legacy(as_bytes or b"", encoding)
        if weigh(turned).share >= weigh(piece[0]).share:
            out += [text[at : piece.start()], turned]
            at = piece.end()
    return "".join([*out, text[at:]]), encoding


def _old_encoding(text: str) -> str | None:
    """The old encoding of a text's pieces in Latin letters, by the first ones; None where they are what they seem."""
    pieces, size = [], 0
    for piece in filter(_is_surface, _PIECE.finditer(text, 0, 50 * _SAMPLE)):
        pieces.append(piece[0])
        size += len(piece[0])
        if size >= _SAMPLE:
            break
    joined = "\n".join(pieces)[:_SAMPLE]
    raw = legacy.surface_bytes(joined)
    best = _best(raw, legacy.LEGACY) if raw else None
    if best is None or best.evidence.tokens <= _LEAST_TOKENS or best.evidence.variety < _LEAST_VARIETY:
        return None
    as_it_stands = weigh(joined[:_FIRST_LOOK])
    return best.encoding if as_it_stands.share <= best.evidence.share - _GAIN else None


def _is_surface(found: re.Match[str]) -> bool:
    piece = found[0]
    return (
        not piece.isascii()
        and not _VIETNAMESE.search(piece)
        and _LATIN.search(piece) is not None
        and legacy.surface_bytes(piece) is not None
    )


_VIQR_WORD = re.compile(r"[A-Za-z]*(?:[aAeEoO]\^|[aA]\(|[oOuU]\+)['`?~.]?[A-Za-z]*|\b[Dd][Dd][A-Za-z^(+'`?~.]*")


def _is_typed(text: str) -> bool:
    """Whether a text is VIQR: many words have its signs, and with them most are Vietnamese."""
    if not _SUSPECT.search(text, 0, 200_000) or _VIETNAMESE.search(text):
        return False
    sample = text[:_SAMPLE]
    words = _VIQR_WORD.findall(sample)
    if len(words) < _LEAST_TOKENS or len(words) * 12 < len(sample.split()):
        return False
    found = weigh(decode_viqr(sample))
    return found.variety >= _LEAST_VARIETY and found.share >= _SURE_SHARE


# Anything else


@dataclass(frozen=True, slots=True)
class _Reading:
    encoding: str
    evidence: Evidence
    margin: float


def _other(data: bytes, declared: str | None) -> Decoded:
    """Bytes that are no valid UTF-8."""
    nearly = _nearly_utf8(data)
    if nearly is not None:
        return nearly
    claimed = _claimed(data, declared)
    best = _best(_sample(data), legacy.LEGACY)
    if best is not None and best.margin >= _MARGIN:
        return _read(data, best.encoding)
    if best is not None:
        certain = best.encoding == claimed
        return _read(
            data, best.encoding, () if certain else (_doubt(f"read as {best.encoding}, though others fit as well"),)
        )
    return _foreign(data, claimed)


def _read(data: bytes, encoding: str, findings: tuple[Finding, ...] = ()) -> Decoded:
    text = unicodedata.normalize("NFC", legacy.decode_legacy(data, encoding))
    return Decoded(_REFERENCE.sub(_letter, text), encoding, findings)


def _doubt(message: str) -> Finding:
    return DOUBTFUL_ENCODING.at(None, message, side="source")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Text that is UTF-8 but for a few broken places: a cut-off end, a byte of another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    start = text[: 4 * _SAMPLE]
    right = len(start) - len(start.encode("ascii", "ignore"))
    if broken > 1 and broken > _BROKEN_SHARE * max(right, 1):
        return None
    if right <= 2 * broken or weigh(start).share < 0.5:
        return None
    at_end = broken == 1 and text.endswith("\ufffd")
    note = "the last letter is cut off" if at_end else f"{broken} letters are damaged"
    return Decoded(_mended(text).text, "utf-8", (_doubt(note),))


def _sample(data: bytes) -> bytes:
    """The first kilobytes of lines with bytes above 127, without tags and scripts."""
    head = re.sub(rb"<(script|style)\b.*?</\1>|<[^<>]{0,2000}>", b" ", data[: 40 * _SAMPLE], flags=re.S | re.I)
    lines = [line for line in re.split(rb"[\r\n]+", head) if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE]


def _best(sample: bytes, encodings: tuple[str, ...]) -> _Reading | None:
    """The reading of a sample that is Vietnamese, and by how much it beats the next one; None when none is.

    A first look at a little of it mostly settles the matter.
    """
    look = _ranked(sample[:_FIRST_LOOK], encodings)
    clear = look.evidence.tokens >= _CLEAR_TOKENS and (look.evidence.share < 0.4 or look.margin >= _CLEAR_MARGIN)
    best = look if clear or len(sample) <= _FIRST_LOOK else _ranked(sample, encodings)
    if best.evidence.share < _SURE_SHARE or best.evidence.tokens < _LEAST_TOKENS:
        return None
    return best


def _ranked(sample: bytes, encodings: tuple[str, ...]) -> _Reading:
    """The most Vietnamese reading of a sample, with its margin."""
    found = sorted(
        ((weigh(legacy.decode_legacy(sample, e)), e) for e in encodings), key=lambda r: r[0].likelihood, reverse=True
    )
    (best, encoding), (second, _) = found[0], found[1]
    return _Reading(encoding, best, best.likelihood - second.likelihood)


def _claimed(data: bytes, declared: str | None) -> str | None:
    """The encoding that the header or the page claims, by its usual name."""
    header = _HEADER.search(declared or "")
    name = header[1] if header else (declared if declared and "/" not in declared else None)
    if name is None:
        found = _DECLARED.search(data[:4096])
        name = (found[1] or found[2]).decode("ascii", "replace") if found else None
    if name is None:
        return None
    name = name.lower().removeprefix("x-")
    return {"cp1258": "windows-1258", "viscii1.1-1": "viscii", "viet-vps": "vps", "viet-tcvn": "tcvn3"}.get(name, name)


def _foreign(data: bytes, claimed: str | None) -> Decoded:
    """Bytes that are no Vietnamese: English or French in windows-1252, or what is declared and fits."""
    decoders: list[tuple[str, Callable[[bytes], str]]] = []
    if claimed in legacy.LEGACY:
        decoders.append((claimed, lambda raw: legacy.decode_legacy(raw, claimed)))
    elif claimed and claimed not in ("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"):
        decoders.append((claimed, lambda raw: raw.decode(claimed)))
    decoders.append(("windows-1252", legacy.surface))
    for name, decoder in decoders:
        try:
            text = unicodedata.normalize("NFC", decoder(data))
        except (UnicodeDecodeError, LookupError):
            continue
        if _looks_like_text(text):
            sure = name == claimed or claimed in ("iso-8859-1", "latin-1") or _reads_naturally(text[:_SAMPLE])
            return Decoded(text, name, () if sure else (_doubt(f"read as {name} for want of evidence"),))
    raise EncodingError("the text is in no encoding that is known here", _CURE)


def _reads_naturally(text: str) -> bool:
    """Whether letters beyond ASCII are as rare as in European languages, small, and no signs stand within words.

    A French sentence has one in six at most; Vietnamese one in four.
    """
    letters = [c for c in text if c.isalpha()]
    rare = sum(not c.isascii() for c in letters) * 6 <= len(letters)
    return rare and not _WITHIN.search(text)


_WITHIN = re.compile(r"[^\W\d_][\x80-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7†‡ˆ‰‹•˜›][^\W\d_]|[a-z][\xc0-\xde]")


def _looks_like_text(text: str) -> bool:
    """Whether a text has few control characters and mostly letters."""
    sample = text[:_SAMPLE]
    odd = sum(unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\t\n\r\x0c" for c in sample)
    letters = sum(c.isalpha() or c.isspace() for c in sample)
    return odd * 50 <= len(sample) and letters * 2 >= len(sample)
