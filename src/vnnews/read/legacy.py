"""The Vietnamese encodings before Unicode: their tables, decoding, and encoding for tests and measurements.

The tables are facts: TCVN 5712:1993 (of which the ABC fonts, "TCVN3", use the upper half), RFC 1456 (VISCII),
the VNI-Windows and VPS code charts; each was compared with iconv or with independent converters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_LOWER = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
LETTERS = _LOWER + _LOWER.upper()
"""The 134 letters beyond ASCII, in the order of the tables."""

_BYTES = {
    "tcvn3": (
        "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbcccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4ad"
        "f5f6f7f8f9fafbfcfdfeae8081828384a1afbabfc085a2c1c2c3c4868788898a8ba3c5cdd9da8c8d8e8f90919293949596a4dbe0f0ff97a5"
        "98999a9b9c9d9e9f0102a604050611121314151617a7"
    ),
    "viscii": (
        "e0e4e3e1d5e5a2c6c7a1a3e2a5a6e7a4a7e8eba8e9a9eaabacadaaaeecefeeedb8f2f6f5f3f7f4b0b1b2afb5bdb6b7debefef9fcfbfaf8df"
        "d7d8e6d1f1cfd6dbfddcf0c0c4c3c180c58202058183c28586068487c8cb88c989ca8b8c8d8a8ecc9bcecd98d299a0d39ad49091928f93b4"
        "9697b39594d99c9dda9ebfbbbcffbab99f1419dd1ed0"
    ),
    "vps": (
        "e0e4e3e1e5e6a2a3a4a1a5e2c0c4c5c3c6e8c8ebe9cbea8a8bcd898cecccefedcef2d5f5f386f4d2b087d3b6d6a9aaaba7aef9fbdbfaf8dc"
        "d8babbd9bfff9bcf9a9cc7808182c102888e8ff08d04c284851c8303d7defec905ca9394959006b5b7b8b410bcbdbeb911d49798999612f7"
        "9e9fa69d13a8d1acda14d0afb11dad15b2fdb3dd19f1"
    ),
}
_SINGLE = {name: dict(zip(bytes.fromhex(codes), LETTERS, strict=True)) for name, codes in _BYTES.items()}
_CHARMAPS = {
    name: "".join(table.get(byte, bytes([byte]).decode("cp1252", "ignore") or "\ufffd") for byte in range(256))
    for name, table in _SINGLE.items()
}
_SURFACE = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
"""Bytes as web browsers show them in windows-1252: its five gaps are control characters."""
_ENCODE_SURFACE = codecs.charmap_build(_SURFACE)
_TO_BYTE = {character: byte for byte, character in enumerate(_SURFACE)} | {chr(b): b for b in range(256)}

_TONES = {"acute": "\u0301", "grave": "\u0300", "hook": "\u0309", "tilde": "\u0303", "dot": "\u0323"}
_VNI_MARKS = {
    "": "f9f8fbf5ef",
    "\u0302": "e1e0e5e3e4",
    "\u0306": "e9e8fafceb",
}
_VNI_ALONE = {0xF4: "ơ", 0xF6: "ư", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ", 0xF1: "đ"}


def _vni_table() -> dict[str, str]:
    """What each VNI sequence, as latin-1 characters, stands for; capitals lie 32 lower, in base and mark alike."""
    table: dict[str, str] = {}
    for mark, codes in {**_VNI_MARKS, "circumflex": "e2", "breve": "ea"}.items():
        bases = "aeouyôö" if mark == "" else ("aeo" if mark in ("\u0302", "circumflex") else "a")
        shape = {"circumflex": "\u0302", "breve": "\u0306"}.get(mark, mark)
        tones = list(_TONES.values()) if len(codes) > 2 else [""]
        for base in bases:
            letter = {"ô": "ơ", "ö": "ư"}.get(base, base)
            for code, tone in zip(bytes.fromhex(codes), tones, strict=True):
                whole = unicodedata.normalize("NFC", letter + shape + tone)
                table[base + chr(code)] = whole
                table[base.upper() + chr(code - 32)] = table[base.upper() + chr(code)] = whole.upper()
    for code, letter in _VNI_ALONE.items():
        table[chr(code)], table[chr(code - 32)] = letter, letter.upper()
    return table


_VNI = _vni_table()


def _vni_pattern() -> re.Pattern[str]:
    """Whatever the table has: letters that take the same marks together, then what stands alone."""
    marks: dict[str, str] = {}
    for letters in _VNI:
        if len(letters) == 2:
            marks[letters[0]] = marks.get(letters[0], "") + letters[1]
    bases: dict[str, str] = {}
    for base, those in marks.items():
        bases["".join(sorted(those))] = bases.get("".join(sorted(those)), "") + base
    pairs = [f"[{those}][{several}]" for several, those in bases.items()]
    return re.compile("|".join([*pairs, "[" + "".join(c for c in _VNI if len(c) == 1) + "]"]))


_VNI_SEQUENCE = _vni_pattern()
_VNI_REST = re.compile("[\x80-\x9f]")

LEGACY = ("tcvn3", "vni-windows", "viscii", "vps", "windows-1258")
"""The encodings of bytes above 127 that `decode_legacy` knows."""


def decode_legacy(data: bytes, encoding: str) -> str:
    """The text of bytes in one of LEGACY, in NFC. Bytes without a meaning there become what windows-1252 has."""
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if encoding == "vni-windows":
        text = _VNI_SEQUENCE.sub(lambda found: _VNI[found[0]], data.decode("latin-1"))
        return _VNI_REST.sub(lambda found: _SURFACE[ord(found[0])], text)
    if encoding == "tcvn3":
        return codecs.charmap_decode(data, "replace", _TCVN3)[0]
    return codecs.charmap_decode(data, "replace", _CHARMAPS[encoding])[0]


_TCVN3 = "".join(
    (chr(byte) if byte < 32 else _SURFACE[byte]) if byte < 0xA1 or 0xB0 <= byte <= 0xB4 else letter
    for byte, letter in enumerate(_CHARMAPS["tcvn3"])
)
"""The ABC fonts lack the toned capitals of the full standard; 80-9F they show as windows-1252 does (quotes, dashes)."""


def encode_legacy(text: str, encoding: str) -> bytes:
    """The bytes of a text in one of LEGACY; for TCVN3 toned capitals become small letters, as typed in ABC fonts.

    Raises UnicodeEncodeError for characters that the encoding has not.
    """
    text = unicodedata.normalize("NFC", text)
    if encoding == "windows-1258":
        return b"".join(_encode_1258(c) for c in text)
    if encoding == "vni-windows":
        reverse = {v: k for k, v in reversed(_VNI.items())}
        return "".join(reverse.get(c, c) for c in text).encode("latin-1")
    table = {letter: byte for byte, letter in _SINGLE[encoding].items()}
    if encoding == "tcvn3":
        table = {c: b for c, b in table.items() if b >= 0xA1 and not (c.isupper() and c not in "ĂÂĐÊÔƠƯ")}
        text = "".join(c if c in table or c.lower() not in table else c.lower() for c in text)
    return b"".join(bytes([table[c]]) if c in table else c.encode("ascii") for c in text)


def _encode_1258(character: str) -> bytes:
    try:
        return character.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", character)
        tone = next(m for m in apart if m in _TONES.values())
        return (unicodedata.normalize("NFC", apart.replace(tone, "")) + tone).encode("cp1258")


def surface_bytes(text: str) -> bytes | None:
    """The bytes of a text that was read as windows-1252 or latin-1 by mistake; None when other characters are in it."""
    try:
        return codecs.charmap_encode(text, "strict", _ENCODE_SURFACE)[0]
    except UnicodeEncodeError:
        pass
    try:
        return bytes([_TO_BYTE[c] for c in text])
    except KeyError:
        return None


def surface(data: bytes) -> str:
    """Bytes read as windows-1252, its gaps as control characters."""
    return codecs.charmap_decode(data, "strict", _SURFACE)[0]
