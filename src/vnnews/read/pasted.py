"""Copied text to an article: what a person pastes who marked a page of a portal from top to bottom.

Nothing but lines is left of the page, so their forms (`furniture`, `metadata`, `captions`) and their places decide:
above the first sentence stand title, date and the page's widgets, below the last one credits, lists and counters.
What has the form of prose is never dropped between the first and the last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vnnews.article import Article, Block, BlockKind, Dropped, Image, article_id, number_repeats
from vnnews.errors import NoArticleError
from vnnews.finding import Finding
from vnnews.read.blocks import BULLET, blocks_of
from vnnews.read.captions import heads_pictures, is_caption, shows_people
from vnnews.read.extent import LONGEST_STATEMENT, PROSE_WORDS, CopiedPage
from vnnews.read.findings import AMBIGUOUS_DATE, with_findings
from vnnews.read.furniture import is_list_entry, is_related_head, junk_reason
from vnnews.read.headline import SITE, kind_beside, title_among
from vnnews.read.html.forms import Credits
from vnnews.read.html.lines import language_of
from vnnews.read.lineforms import (
    CLOSED,
    folded,
    has_content,
    is_bold,
    is_furniture,
    is_listed,
    is_numbered,
    names_photographer,
    with_lone_headings_as_captions,
)
from vnnews.read.lines import Line, lines_of, with_tables
from vnnews.read.metadata import Day, cuts, day_at_end, read_credits, read_day, read_signature
from vnnews.read.source import Source

READER = "pasted"
_LEAST_LETTERS = 60
_LONG_HEADING_EN, _LONG_HEADING_VI = 7, 10
"""More words than these head no part of a text."""
_SEEN_WORDS = 5
_TOLD = ("footer", "form")
"""Lines of these forms are junk around a text and facts within one: an address, a telephone number."""
_CLOSED_SPEECH = re.compile(r"[a-zà-ỹ][.?!…]$")
"""Ends a sentence, so that "PV: ..." asks a question and names nobody."""
_CONTACT = re.compile(
    r"\b(?:please contact|for (?:more|further) (?:information|details)|mọi chi tiết|xin liên hệ)\b", re.I
)
_DEGREE = re.compile(r"(?:PGS|GS|TSKH|TS|ThS|BS|CN|Dr|Prof|MSc|PhD)\b\.?[\s,]?")
"""Before the name of a writer in a journal, which stands below the headline."""
_ROMAN = re.compile(r"[IVX]{1,4}[.)/]\s")


def read_text(
    text: str,
    source: Source,
    encoding: str,
    findings: tuple[Finding, ...] = (),
    *,
    reader: str = READER,
) -> Article:
    """The article in decoded plain text. Raises NoArticleError where nothing in it reads like a text."""
    return compose(lines_of(text), source, encoding, findings, reader=reader)


def compose(
    lines: Sequence[Line],
    source: Source,
    encoding: str,
    findings: tuple[Finding, ...] = (),
    *,
    reader: str = READER,
    base: Credits | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Article:
    """The article in lines, some of which a format may have told the kind of.

    `base`, `title` and `published` are what the format itself says; they win over what the lines say.
    """
    work = _Work(with_tables(list(lines)), given_title=title)
    work.run()
    people = (base or Credits()).or_else(work.credits)
    language = language_of([work.title or "", *(b.text for b in work.blocks)])
    blocks = number_repeats(work.blocks)
    article = Article(
        id=article_id(None, work.title, blocks),
        title=work.title,
        blocks=blocks,
        language=language,
        provenance=source.provenance(reader, encoding),
        author=people.author,
        photographer=people.photographer,
        translator=people.translator,
        published=published or (work.day.iso if work.day else None),
        source_name=people.source_name,
        url=source.url,
        original_url=people.original_url if language == "en" else None,
        dropped=tuple(work.dropped),
    )
    unsure = work.day is not None and work.day.unsure and published is None
    more = (AMBIGUOUS_DATE.at(None, f"read as {article.published}", side="source"),) if unsure else ()
    return with_findings(article, (*findings, *more))


@dataclass
class _Work:
    """The lines on their way to an article; `run` fills the fields in."""

    lines: list[Line]
    given_title: str | None = None
    title: str | None = None
    day: Day | None = None
    credits: Credits = field(default_factory=Credits)
    blocks: list[Block] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    _days: list[Day] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = CopiedPage(self.lines)

    def run(self) -> None:
        """Cut the lines into head, text and tail, and read each."""
        first = self.page.first_of_text()
        letters = sum(c.isalpha() for line in self.lines for c in line.text)
        if first is None or letters < _LEAST_LETTERS:
            raise NoArticleError("there is no article in the text", "paste the text of the page, headline first")
        end = self.page.end_of_text(first)
        head = self._head(self.lines[:first])
        body = self._body(self.lines[first:end])
        tail = self._tail(self.lines[end:])
        if self.day is None and self._days:
            self.day = max(self._days, key=lambda d: d.weight)
        self.blocks = list(blocks_of([*head, *body, *tail]))

    # Above the text

    def _head(self, lines: list[Line]) -> list[Line]:
        """Title, day and credits above the text; what of it belongs into the text is given back."""
        rest: list[Line] = []
        stated = -1
        for line in lines:
            if self._take_statement(line):
                stated = len(rest)
            elif not self._drop_junk(line):
                rest.append(line)
            self._places += [len(rest)] * (len(self._days) - len(self._places))
        if self.given_title:
            self.title = self.given_title
            self._settle_day(0)
            return [line for line in rest if folded(line.text) != folded(self.given_title)]
        at = title_among(rest, stated)
        self._settle_day(0 if at is None else at)
        if at is None:
            return [replace(line, kind="figure") if is_caption(line.text) else line for line in rest]
        title, day = day_at_end(rest[at].text)
        self.title, self.day = title, self.day or day
        before = [line for line in rest[:at] if self._is_worth(line)]
        after = [line for line in rest[at + 1 :] if folded(line.text) != folded(title) and not self._signs_above(line)]
        return [kind_beside(line) for line in (*before, *after)]

    def _signs_above(self, line: Line) -> bool:
        """Take a line below the headline that holds only a name with a scholar's degree for the author."""
        return bool(_DEGREE.match(line.text)) and self._take_signature(line, first=True)

    def _is_worth(self, line: Line) -> bool:
        """Whether a line above the title is kept: a caption is, the menu of the page is not."""
        if line.kind is not None or (len(line.text.split()) >= PROSE_WORDS and not SITE.search(line.text)):
            return True
        self.dropped.append(Dropped(line.text, "above the title"))
        return False

    # The text and what stands below it

    def _body(self, lines: list[Line]) -> list[Line]:
        """The lines of the text, each with its kind; boxes of related titles and image names are dropped."""
        out: list[Line] = []
        boxed = pictures = False
        for i, line in enumerate(lines):
            pictures = heads_pictures(line.text) or (pictures and not self.page.is_text(line))
            if line.kind is not None or self.page.is_text(line):
                boxed = False
                out.append(replace(line, kind=line.kind or "paragraph"))
            elif self.page.reason(line) in _TOLD and has_content(line.text):
                out.append(replace(line, kind="paragraph"))
            elif self._drop_junk(line):
                boxed = boxed or is_related_head(line.text)
            elif (boxed and not line.text.endswith(CLOSED)) or self._is_run_of_entries(lines[i : i + 2]):
                self.dropped.append(Dropped(line.text, "related list"))
            elif not self._take_credit_of_picture(line, out):
                seen = pictures and not line.text.endswith(CLOSED)
                out.append(replace(line, kind="figure" if seen else self._kind_within(lines, i)))
        return with_lone_headings_as_captions(out)

    @staticmethod
    def _is_run_of_entries(lines: list[Line]) -> bool:
        return len(lines) == 2 and all(is_list_entry(line.text) for line in lines)

    def _kind_within(self, lines: list[Line], i: int) -> BlockKind:
        """What a line without a sentence's end is that stands among the sentences."""
        text, words = lines[i].text, len(lines[i].text.split())
        before, after = lines[i - 1].text if i else "", lines[i + 1] if i + 1 < len(lines) else None
        heads = after is not None and (self.page.is_text(after) or bool(BULLET.match(after.text)))
        heads = heads and not text.endswith(CLOSED)
        if heads and not is_listed(before, after) and (is_numbered(text) or is_bold(lines[i])):
            return "heading"
        if _ROMAN.match(text) and is_numbered(text) and not text.endswith(CLOSED) and after is not None:
            return "heading"
        if BULLET.match(text) or before.endswith((":", ";")) or (text.endswith(CLOSED) and not is_caption(text)):
            return "paragraph"
        if is_caption(text) or (words >= _SEEN_WORDS and shows_people(text)) or names_photographer(after):
            return "figure"
        alone = i == 0 or self.page.is_text(lines[i - 1]) or (after is not None and self.page.is_text(after))
        if words > (_LONG_HEADING_VI if self.page.vietnamese else _LONG_HEADING_EN):
            return "figure" if alone else "paragraph"
        return "heading" if heads else "paragraph"

    def _tail(self, lines: list[Line]) -> list[Line]:
        """What stands below the last sentence: credits are read, captions given back, the rest dropped."""
        out: list[Line] = []
        listing = closed = False
        alone = sum(not self.page.reason(line) and len(line.text.split()) >= PROSE_WORDS for line in lines) == 1
        for i, line in enumerate(lines):
            listing = listing or is_related_head(line.text)
            if listing:
                self._listed(line)
            elif self._take_statement(line) or self._take_signature(line, first=i == 0 or not closed):
                closed = True
            elif not self._drop_junk(line):
                kind = self._kind_after(line, closed=closed, alone=alone)
                if kind:
                    out.append(replace(line, kind=kind))
                else:
                    self.dropped.append(Dropped(line.text, "below the text"))
        return out

    def _listed(self, line: Line) -> None:
        """A line below the head of a list of other articles; only a labelled credit that is still missing counts."""
        found = read_credits(line.text) if ":" in line.text and not is_list_entry(line.text) else None
        if found is not None:
            self.credits = self.credits.or_else(found)
        else:
            self.dropped.append(Dropped(line.text, self.page.reason(line) or "related list"))

    def _kind_after(self, line: Line, *, closed: bool, alone: bool) -> BlockKind | None:
        text, words = line.text, len(line.text.split())
        if line.kind is not None:
            return line.kind
        if is_list_entry(text):
            return None
        if _CONTACT.search(text) and not closed:
            return "paragraph"
        if is_caption(text) or (alone and not closed and words >= PROSE_WORDS):
            return "figure"
        return "paragraph" if not closed and text.endswith(CLOSED) else None

    # Taking lines out

    def _take_statement(self, line: Line) -> bool:
        """Read a line that states day or credits, alone or beside widgets; False for any other line."""
        if line.kind in ("heading", "table", "list") or len(line.text) > LONGEST_STATEMENT:
            return False
        for parts in cuts(line.text):
            said = [(read_day(p), read_credits(p), is_furniture(p)) for p in parts]
            if all(any(s) for s in said) and any(day or credits for day, credits, _ in said):
                self._days += [day for day, _, _ in said if day]
                for day, credits, _ in said:
                    if credits and not day:
                        self.credits = credits.or_else(self.credits)
                return True
        return False

    def _settle_day(self, title: int) -> None:
        """Choose among the days above the text; a bare one over the headline may be the day of copying."""
        ranked = [
            (0 if place <= title and day.weight == 2 else day.weight, day)
            for day, place in zip(self._days, self._places, strict=True)
        ]
        self.day = max(ranked, key=lambda r: r[0])[1] if ranked else None

    def _take_signature(self, line: Line, *, first: bool) -> bool:
        """Take a line that holds only a name for the author, at the right edge or directly below the text."""
        if self.credits.author or not (line.pushed or first) or line.kind is not None:
            return False
        name = read_signature(line.text, pushed=line.pushed)
        if name is None:
            return False
        self.credits = replace(self.credits, author=name)
        return True

    def _take_credit_of_picture(self, line: Line, out: list[Line]) -> bool:
        """Give a photographer named below a caption to that picture, and an author named in the text to the article."""
        found = read_credits(line.text)
        if found is None or _CLOSED_SPEECH.search(line.text):
            return False
        if found.photographer and not found.author and out and out[-1].kind == "figure":
            out[-1] = replace(out[-1], image=replace(out[-1].image or Image(), credit=found.photographer))
        else:
            self.credits = found.or_else(self.credits)
        return True

    def _drop_junk(self, line: Line) -> bool:
        reason = self.page.reason(line)
        if reason is None and line.kind is None and len(line.text) <= LONGEST_STATEMENT:
            joint = next((parts for parts in cuts(line.text) if all(map(is_furniture, parts))), None)
            reason = junk_reason(joint[0]) or "account" if joint else None
        if reason is None:
            return False
        self.dropped.append(Dropped(line.text, reason))
        return True
