"""Parting Vietnamese prose into sentences, without losing a character.

A sentence ends at a stop, question or exclamation mark, "…" or the closing "./." where a new sentence can begin
(capital, figure, opening quote or bracket), with or without a space between. Line ends and tabs always part;
semicolons never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile("[^\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+(?:/\.?| /\.)?|/\.")
_CLOSERS = frozenset("”’»)]")
_OPENERS = frozenset("“‘«([\"'")

_LAST_WORD = re.compile(r"[^\W_]+(?:[./&'-][^\W_]+)*\Z")
_ENUMERATOR = re.compile(
    r"\W*(?:(?:điều|chương|mục|phần|câu|bài|bước|khoản|điểm|phụ lục|hình|bảng)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivx]+|[^\W\d_])\Z",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—+•*]\s*[^\W_]")
_NO_SENTENCE = re.compile(r"(?:\s|(?:://|www\.|@)\S*)\Z")
"""Before a dot with no space after it: a space (".Net") or the beginning of an address."""
_GLUED = re.compile(r"[A-ZĐ]{2,}[ &]")
_MARKED = re.compile(r"(?<!\S)[^\W\dA-Z_]*[^\W\d_a-zA-Z][^\W\dA-Z_]*\Z")
"""A word of small letters with a mark, behind which an abbreviation begins a sentence: "... đồng ý.UBND tỉnh"."""
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_DAY_OR_YEAR = re.compile(r"(?:\d{1,2}|\d{4})(?!\d)")

_TITLES_AND_SHORT_FORMS = """
    tp tx tt gs pgs ts ths th.s bs bsck bs.cki bs.ckii cki ckii ks kts ls ds nsnd nsưt ngnd ngưt ttnd ttưt đ/c
    mr mrs ms dr prof st no nxb tr ng ph tel đt fax email kt tm tl tuq co ltd jr vs gs.ts pgs.ts gs.tskh tskh
    ts.bs ths.bs pgs.ts.bs gs.ts.bs ts.ls ths.ls
"""
_ABBREVIATIONS = frozenset(_TITLES_AND_SHORT_FORMS.split())
"""Words (in lower case) whose stop does not end a sentence (conventions, sections 2 and 8)."""

_UNIT_LETTERS = frozenset("QPHX")
"""Quận, phường, huyện, xã before a name or number: "Q. 1", "H. Đức Hòa", "X. Bình Lãng"."""

_BEFORE_INITIAL = frozenset(("ông", "bà", "anh", "chị", "em", "cháu", "cụ", "cô", "chú", "bác", "thầy", "bé", "cáo"))
_LONGEST_ASIDE = 300
"""Characters of a bracket that is read as one aside; a longer one is a paragraph in brackets."""


def split(text: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the sentences of `text`, in code points, in order.

    They cover everything but white space, and nothing but white space lies between them, so the pieces and what
    lies between give the text back. No span crosses a line end or a tab.
    """
    return [
        (line.start() + start, line.start() + end)
        for line in _LINE.finditer(text)
        for start, end in _sentences(line.group())
    ]


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of one line."""
    begin = 0
    for stop in _STOP.finditer(line):
        end = _past_closers(line, stop.end())
        if _is_end(line, begin, stop, end):
            yield from _trimmed(line, begin, end)
            begin = end
    yield from _trimmed(line, begin, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without white space at its ends, if anything is left."""
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield start + left, start + right


def _past_closers(line: str, at: int) -> int:
    """The place after the quotes and brackets that close at `at`; a straight quote closes where one is open."""
    while at < len(line) and (line[at] in _CLOSERS or (line[at] == '"' and line.count('"', 0, at) % 2)):
        at += 1
    return at


def _is_end(line: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at `begin` ends with this stop; `end` is the place after its closers."""
    rest = line[end : end + 40]
    follows = rest.lstrip()
    if "/" in stop.group():
        return end == stop.end() or not follows[:1].islower()
    glued = stop.group() == "." and _GLUED.match(follows) and _MARKED.search(line, begin, stop.start())
    if not glued and not _can_begin(follows, stop.group(), spaced=follows != rest, closed=end > stop.end()):
        return False
    if _in_aside(line, begin, stop.start()):
        return ")" in line[stop.end() : end] and line[begin:end].lstrip().startswith("(")
    if stop.group() != "." or end > stop.end():
        return True
    said = line[begin : stop.start()]
    if follows == rest and _NO_SENTENCE.search(said):
        return False
    return not _is_inner_dot(said, follows)


def _can_begin(follows: str, mark: str, *, spaced: bool, closed: bool) -> bool:
    """Whether what follows a stop looks like the beginning of a sentence."""
    first, second = follows[:1], follows[1:2]
    if first.isdigit():
        return spaced and mark[0] in ".!?" and "." not in mark[1:]
    if first in _OPENERS:
        inner = follows.lstrip("“‘«([\"' ")[:1]
        return (inner.isupper() or inner.isdigit()) and (spaced or first in "“‘«")
    if not spaced:
        return first.isupper() and second.islower()
    return first.isupper() or (not closed and _DASH.match(follows) is not None)


def _in_aside(line: str, begin: int, at: int) -> bool:
    """Whether `at` lies in a bracket that opened in this sentence and closes in the same line."""
    opened = line.rfind("(", begin, at)
    if opened < 0 or line.rfind(")", opened, at) >= 0:
        return False
    closed = line.find(")", at)
    return 0 <= closed - opened <= _LONGEST_ASIDE if closed >= 0 else False


def _is_inner_dot(said: str, follows: str) -> bool:
    """Whether a dot after `said` belongs to an abbreviation, initial, number or list sign, not to a sentence's end."""
    if _ENUMERATOR.match(said):
        return True
    found = _LAST_WORD.search(said)
    if not found:
        return False
    word = found.group()
    if word.lower() in _ABBREVIATIONS:
        return said[found.start() - 1 : found.start()] not in ("&", "-", "/")
    if len(word) == 1 and word.isupper():
        return _is_initial(said[: found.start()], word)
    if len(word) <= 2 and word.isdigit():
        return _DAY_OR_YEAR.match(follows) is not None and said[: found.start()].endswith((". ", "ngày "))
    return follows.startswith("(") and _INITIALS.fullmatch(word) is not None


def _is_initial(before: str, letter: str) -> bool:
    """Whether a capital after `before` begins or parts a name ("ông A. Yersin", "Nguyễn V. Hùng") or is a unit's.

    After two names it stands for a given name that is withheld ("Nguyễn Văn T."), and the sentence ends.
    """
    words = before.split()[-3:]
    if words and words[-1].lower() in _BEFORE_INITIAL:
        return True
    names = 0
    while words and words[-1].istitle() and words[-1].isalpha() and words[-1].lower() not in _BEFORE_INITIAL:
        words.pop()
        names += 1
    return names == 1 or (names == 0 and letter in _UNIT_LETTERS)
