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
from vnnews.read import legacy, mend, recognise
from vnnews.read.evidence import weigh
from vnnews.read.findings import DOUBTFUL_ENCODING

_NAMED = 8
"""How many doubtful words a finding names."""
_TRIED = 1_000
"""How many characters, spread over a sample, tell whether it looks like text."""
_FEW = 8
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
    if b"\0" in data[: recognise.SAMPLE]:
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
    sample = data[: recognise.SAMPLE & ~1]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) * 3 > len(zeros) and zeros.count(0) > 0.9 * sample.count(0):
            text = data.decode(encoding, "replace")
            if _looks_like_text(text):
                return _mended(text, encoding)
    raise InputError("no text: the bytes are those of a binary file", "give a page, a text, a document or an archive")


def _mended(text: str, encoding: str = "utf-8") -> Decoded:
    """Text that was decoded without an error, with what in it is provably of another encoding mended."""
    text, notes, unsure = mend.mended(text)
    named = ", ".join(dict.fromkeys(unsure[:_NAMED]))
    doubts = (_doubt(f"{len(unsure)} words could be read otherwise: {named}"),) if unsure else ()
    return Decoded(text, " with ".join([encoding, *notes]), doubts)


def _other(data: bytes, declared: str | None) -> Decoded:
    """Bytes that are no valid UTF-8."""
    nearly = _nearly_utf8(data)
    if nearly is not None:
        return nearly
    claimed = _claimed(data, declared)
    best = recognise.best(recognise.sample_of(data))
    if best is not None and best.margin >= recognise.MARGIN:
        return _read(data, best.encoding)
    if best is not None:
        certain = best.encoding == claimed
        return _read(
            data, best.encoding, () if certain else (_doubt(f"read as {best.encoding}, though others fit as well"),)
        )
    return _foreign(data, claimed)


def _read(data: bytes, encoding: str, findings: tuple[Finding, ...] = ()) -> Decoded:
    text = unicodedata.normalize("NFC", legacy.decode_legacy(data, encoding))
    return Decoded(mend.referred(text), encoding, findings)


def _doubt(message: str) -> Finding:
    return DOUBTFUL_ENCODING.at(None, message, side="source")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Text that is UTF-8 but for a few broken places: a cut-off end, a byte of another encoding."""
    head = data[: recognise.SAMPLE].decode("utf-8", "replace")
    if head.count("\ufffd") > max(_FEW, _beyond_ascii(head) // 2):
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    start = text[: 4 * recognise.SAMPLE]
    right = _beyond_ascii(start)
    if broken > 1 and broken > _BROKEN_SHARE * max(right, 1):
        return None
    if right <= 2 * broken or weigh(start).share < 0.5:
        return None
    at_end = broken == 1 and text.endswith("\ufffd")
    note = "the last letter is cut off" if at_end else f"{broken} letters are damaged"
    return Decoded(_mended(text).text, "utf-8", (_doubt(note),))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


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
            sure = name == claimed or claimed in ("iso-8859-1", "latin-1") or _reads_naturally(text[: recognise.SAMPLE])
            return Decoded(text, name, () if sure else (_doubt(f"read as {name} for want of evidence"),))
    raise EncodingError("the text is in no encoding that is known here", _CURE)


def _reads_naturally(text: str) -> bool:
    """Whether letters beyond ASCII are as rare as in European languages, small, and no signs stand within words.

    A French sentence has one in six at most; Vietnamese one in four.
    """
    letters = [c for c in text[: 4 * _TRIED] if c.isalpha()]
    rare = sum(not c.isascii() for c in letters) * 6 <= len(letters)
    return rare and not _WITHIN.search(text)


_WITHIN = re.compile(r"[^\W\d_][\x80-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7†‡ˆ‰‹•˜›][^\W\d_]|[a-z][\xc0-\xde]")


def _looks_like_text(text: str) -> bool:
    """Whether a text has few control characters and mostly letters."""
    sample = text[: recognise.SAMPLE]
    sample = sample[:: len(sample) // _TRIED + 1]
    odd = sum(unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\t\n\r\x0c" for c in sample)
    letters = sum(c.isalpha() or c.isspace() for c in sample)
    return odd * 50 <= len(sample) and letters * 2 >= len(sample)
