"""Self-written pages, each written once and whole before the reader saw it, with the gold marked in the page.

`unseen/` holds thirty, `bylines/`, `later/` and `last/` sixty written later with other templates and other habits of
signing, `odd/` fifteen that are damaged or show no text at all. In all of them a stretch of gold stands as [[x|...]]:
t title, l lead, b body, c caption, a author, p photographer, tr translator, s name of the source, j furniture that
must not get into the text. The comment in the first line gives what is not printed that way. The extractors see the
page without the marks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from pages import Gold, Page

HERE = Path(__file__).parent
_MARKED = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.S)
_HEAD = re.compile(r"<!-- gold (.*?) -->\n")
_FIELD = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")


def unseen_pages(folder: str) -> Iterator[Page]:
    """The pages of a folder beside this file, in order of their names."""
    for path in sorted((HERE / folder).glob("*.html")):
        head, marked = _split(path.read_text(encoding="utf-8"))
        yield Page(path.stem, _MARKED.sub(r"\2", marked), f"https://example.vn/{path.stem}.html", _gold(head, marked))


def _split(text: str) -> tuple[str, str]:
    """The first line's fields, and the page with its marks."""
    head = _HEAD.match(text)
    assert head, "the first line must be the gold comment"
    return head[1], text[head.end() :]


def _gold(head: str, marked: str) -> Gold:
    fields = dict(_FIELD.findall(head))
    found: dict[str, list[str]] = {}
    for kind, text in _MARKED.findall(marked):
        found.setdefault(kind, []).append(" ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split()))

    def one(mark: str, name: str) -> str | None:
        return fields.get(name) or next(iter(found.get(mark, [])), None)

    return Gold(
        title=found["t"][0],
        lead=one("l", "lead"),
        author=one("a", "author"),
        photographer=one("p", "photographer"),
        translator=one("tr", "translator"),
        published=fields["published"],
        text=tuple(found.get("b", ())),
        captions=tuple(found.get("c", ())),
        junk=tuple(found.get("j", ())),
        source_name=one("s", "source_name"),
        original_url=one("u", "original_url"),
    )
