"""Where the article begins and ends among the lines of a copied page, and which lines have the form of prose."""

from __future__ import annotations

from vnnews.read.captions import is_caption
from vnnews.read.furniture import ends_text, is_list_entry, is_related_head, junk_reason, stem_of_series
from vnnews.read.headline import TITLE_WORDS
from vnnews.read.html.forms import Credits
from vnnews.read.html.lines import language_of
from vnnews.read.lineforms import CLOSED, series
from vnnews.read.lines import Line
from vnnews.read.metadata import cuts, read_credits, read_day, read_signature

PROSE_WORDS = 8
LONGEST_STATEMENT = 300
_SURE_WORDS = 15
_NEAR = 6
_LONG_WORDS = 36
_CLOSING = ("comments", "tags")
"""Junk that stands only behind a whole text; counters and addresses may stand within one."""


class CopiedPage:
    """The lines of a copied page, judged by their forms and by the lines around them."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.vietnamese = language_of([line.text for line in lines]) == "vi"
        self._series = series(lines)

    def first_of_text(self) -> int | None:
        """The number of the first line of prose; None where there is none."""
        return next((i for i, line in enumerate(self.lines) if self.is_text(line) and not self._asks(i)), None)

    def reason(self, line: Line) -> str | None:
        """Why a line is furniture of the page; None for every other one."""
        if line.kind in ("heading", "figure", "table", "quote"):
            return None
        reason = junk_reason(line.text)
        if reason is None and (stem_of_series(line.text) in self._series or line.text.casefold() in self._series):
            return "image name"
        return "image name" if reason is None and self._is_unmarked(line.text) else reason

    def _is_unmarked(self, text: str) -> bool:
        """Whether a short line of a Vietnamese page is Vietnamese typed without marks, as names of pictures are."""
        return (
            self.vietnamese and text.isascii() and text[0].islower() and len(text.split()) <= 6 and text[-1].isalnum()
        )

    def is_text(self, line: Line) -> bool:
        """Whether a line has the form of prose: a sentence that ends, or a paragraph too long for anything else."""
        text, words = line.text, len(line.text.split())
        if line.kind in ("heading", "figure"):
            return False
        if line.kind in ("list", "table", "quote"):
            return words >= PROSE_WORDS
        if self.reason(line) or read_credits(text) or read_day(text):
            return False
        if words >= _LONG_WORDS:
            return True
        return words >= PROSE_WORDS and text.endswith(CLOSED) and not is_caption(text)

    def _asks(self, i: int) -> bool:
        """Whether a line is a headline that asks or calls out: the day of the page stands directly below it."""
        if not self.lines[i].text.endswith(("?", "!")) or len(self.lines[i].text.split()) > TITLE_WORDS:
            return False
        below = self.lines[i + 1].text if i + 1 < len(self.lines) else ""
        return len(below) <= LONGEST_STATEMENT and any(read_day(p) for parts in cuts(below) for p in parts)

    def end_of_text(self, first: int) -> int:
        """The number of the first line that is no part of the text any more."""
        closed, i, n = False, first + 1, len(self.lines)
        end = first + 1
        while i < n:
            line = self.lines[i]
            if self.is_text(line) and not (closed and self._after_close(i)):
                closed, end = False, i + 1
            elif is_related_head(line.text) and line.kind != "heading":
                resumed = self._resumes(i, closed=closed or self._signs(i))
                if resumed is None:
                    return end
                i = resumed
                continue
            elif self._closes(line):
                closed = True
            i += 1
        return end

    def _closes(self, line: Line) -> bool:
        """Whether a line says that the text is over: a byline, a source, a signature at the right edge."""
        credits = read_credits(line.text)
        if (credits and credits != Credits(photographer=credits.photographer)) or (
            line.pushed and read_signature(line.text, pushed=True)
        ):
            return True
        return self.reason(line) in _CLOSING

    def _signs(self, i: int) -> bool:
        """Whether the line before a list of other articles is a bare name: the text is over, teasers may follow."""
        line = self.lines[i - 1]
        return not self.is_text(line) and not line.kind and read_signature(line.text, pushed=False) is not None

    def _after_close(self, i: int) -> bool:
        """Whether a sentence after the closing lines is furniture: it is where the page's widgets stand before it."""
        if is_list_entry(self.lines[i].text):
            return True
        between = [self.reason(line) for line in self.lines[max(0, i - _NEAR) : i]]
        return any(r is not None and (ends_text(r) or r == "related list") for r in between)

    def _resumes(self, i: int, *, closed: bool) -> int | None:
        """The number of the line where the text goes on after a box of related titles; None when it does not."""
        for j in range(i + 1, len(self.lines)):
            line = self.lines[j]
            entry = is_list_entry(line.text) or len(line.text.split()) < _SURE_WORDS or not line.text.endswith(CLOSED)
            if not entry and self.is_text(line):
                return j if not closed and j - i <= 8 else None
        return None
