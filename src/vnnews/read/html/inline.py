"""Running text with its inline marks, gathered from a tree in reading order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from vnnews.article import Mark, MarkKind
from vnnews.vietnamese.normalise import clean

MARKS: dict[str, MarkKind] = {
    "a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "u": "underline", "ins": "underline", "sub": "sub", "sup": "sup", "code": "code", "tt": "code",
}  # fmt: skip


@dataclass(slots=True)
class Run:
    """Text being gathered: white space collapses across elements, marks keep their place in it.

    `pushed` counts the hard spaces before the first word, with which authors push their name to the right.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    ends_blank: bool = True
    pushed: int = 0

    def add(self, text: str | None) -> None:
        """Append text as HTML means it: any white space is one space, none at the start."""
        if not text:
            return
        if not self.parts:
            self.pushed += text.count("\xa0")
        text = clean(text)
        if not text:
            return
        words = " ".join(text.split())
        if text[0].isspace() and not self.ends_blank:
            words = f" {words}"
        if not words:
            return
        if text[-1].isspace() and not words[-1].isspace():
            words += " "
        self._append(words)

    def break_line(self) -> None:
        """Append a line break; blanks before it go."""
        self._append("\n")

    def _append(self, words: str) -> None:
        if self.ends_blank:
            words = words.lstrip(" ") if words != "\n" else words
        if words:
            self.parts.append(words)
            self.length += len(words)
            self.ends_blank = words[-1].isspace()

    def mark(self, start: int, kind: MarkKind, href: str | None = None) -> None:
        """Lay a mark from `start` to the end of what is gathered so far."""
        if self.length > start:
            self.marks.append(Mark(start, self.length, kind, href))

    def lines(self) -> list[tuple[str, tuple[Mark, ...]]]:
        """The gathered text, line by line, each trimmed, in NFC, with its own marks; empty lines are kept."""
        text = "".join(self.parts)
        out = []
        start = 0
        for piece in text.split("\n"):
            out.append(cut(text, self.marks, start, start + len(piece)))
            start += len(piece) + 1
        return out


def cut(text: str, marks: list[Mark] | tuple[Mark, ...], start: int, end: int) -> tuple[str, tuple[Mark, ...]]:
    """text[start:end] trimmed and in NFC, with the marks that fall into it, merged where they touch."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    piece = text[start:end]
    if not marks:
        return unicodedata.normalize("NFC", piece), ()
    inside = [
        Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.href)
        for m in marks
        if m.start < end and m.end > start
    ]
    if not unicodedata.is_normalized("NFC", piece):
        inside = [Mark(_nfc(piece, m.start), _nfc(piece, m.end), m.kind, m.href) for m in inside]
        piece = unicodedata.normalize("NFC", piece)
    trimmed = (_trim(piece, m) for m in inside)
    return piece, _merge([m for m in trimmed if m is not None])


def _nfc(text: str, offset: int) -> int:
    """Where an offset into a text comes to lie in the NFC of that text."""
    return len(unicodedata.normalize("NFC", text[:offset]))


def _trim(text: str, mark: Mark) -> Mark | None:
    """The mark without blanks at its ends; None when nothing is left."""
    start, end = mark.start, mark.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Mark(start, end, mark.kind, mark.href) if end > start else None


def _merge(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks of one kind that touch or overlap become one; sorted by place."""
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.href or "", m.start, m.end)):
        last = out[-1] if out else None
        if last is not None and (last.kind, last.href) == (mark.kind, mark.href) and mark.start <= last.end:
            out[-1] = Mark(last.start, max(last.end, mark.end), last.kind, last.href)
        else:
            out.append(mark)
    return tuple(sorted(out, key=lambda m: (m.start, -m.end, m.kind)))
