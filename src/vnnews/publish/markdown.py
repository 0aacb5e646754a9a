"""Markdown: CommonMark with YAML front matter, escaped so that it reads just as the HTML does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from vnnews.article import Block, Image
from vnnews.publish.addresses import safe_link
from vnnews.publish.frontmatter import front_matter
from vnnews.publish.html import TAGS, credit_words
from vnnews.publish.inline import Line, Node, Span, cells, lines, one_line, text_of
from vnnews.publish.page import Correction, Page
from vnnews.publish.pictures import source_of
from vnnews.publish.settings import Site
from vnnews.publish.words import day_in_words

_BACKSLASH = re.compile(r"([\\`*_\[\]{}])|!$")
"""What every dialect lets us escape with a backslash; braces too, since template languages read them first."""
_ENTITIES = {ord(c): f"&#{ord(c)};" for c in "|~$"} | {ord("<"): "&lt;", ord(">"): "&gt;"}
"""Signs of tables, strikethrough, mathematics and HTML, which not every dialect lets us escape with a backslash."""
_AMPERSAND = re.compile(r"&(?=#|\w|$)")
"""What may begin an entity: browsers read some without their semicolon, and it may stand in the next node."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_SIGN = re.compile(r"#|[-+](?=[\s+-]|$)|\d{1,9}(?=[.)])|!!!")
_BLOCK_ENTITY = re.compile(r"[=:^](?=[\s=:]|$)|\?\?\?")


class MarkdownWriter:
    """Writes `<slug>.md` for a site generator."""

    suffix = ".md"

    def __init__(self, site: Site) -> None:
        self._site = site

    def render(self, page: Page) -> str:
        """Front matter and text."""
        if page.withdrawn:
            return ""
        parts = [body(page), credits_text(page, self._site)]
        if page.lead:
            parts.insert(0, _paragraph([(page.lead,)]))
        if self._site.flavor in ("plain", "mkdocs"):
            parts.insert(0, f"# {inline_markdown((page.title,))}")
        parts[-1:-1] = [_correction(n, self._site) for n in page.corrections]
        text = "\n\n".join(part for part in parts if part)
        return f"{front_matter(page, self._site)}\n{text}\n"


def writer(site: Site) -> MarkdownWriter:
    """The Markdown writer of a site."""
    return MarkdownWriter(site)


def body(page: Page) -> str:
    """The blocks of a page as Markdown, without title, lead and credits."""
    out: list[str] = []
    before: Block | None = None
    for b in page.blocks:
        text = block_markdown(b, source_of(b.image, page))
        if not text:
            continue
        if before and b.kind == before.kind == "list":
            out.append("<!-- another list -->")
        if before and b.kind == before.kind == "quote":
            out.append("<!-- another quotation -->")
        out.append(text)
        before = b
    return "\n\n".join(out)


def block_markdown(block: Block, picture: str | None = None) -> str:
    """One block as Markdown; `picture` is where a figure's is."""
    if block.kind == "table":
        return _table(block)
    said = [line for line in lines(block.text, block.marks) if line]
    match block.kind:
        case "heading":
            text = " ".join(inline_markdown(line) for line in said)
            return f"{'#' * (block.level or 2)} {re.sub('#$', lambda _: chr(92) + '#', text)}"
        case "list":
            signs = (f"{n}." if block.ordered else "-" for n in range(1, len(said) + 1))
            return "\n".join(f"{sign} {_at_line_start(line)}" for sign, line in zip(signs, said, strict=True))
        case "quote":
            return "> " + _paragraph(said).replace("\n", "\n> ")
        case "figure":
            return _figure(block.image or Image(), said, picture)
        case _:
            return _paragraph(said)


def credits_text(page: Page, site: Site) -> str:
    """All credits, a line each, below a rule."""
    c = page.credits
    said: list[Line] = [(line,) for line in (c.byline, c.byline_vi, c.photos, c.review) if line]
    if c.source_name or c.source_url:
        name, href = one_line(c.source_name or c.source_url or "")[0], safe_link(c.source_url)
        said.append((f"{site.credits.source} ", Span("link", href, (name,)) if href else name))
    if c.machine:
        said.append((c.machine,))
    return f"---\n\n{_paragraph(said)}" if said else ""


def inline_markdown(nodes: Iterable[Node]) -> str:
    """Nodes as Markdown, everything escaped but line starts."""
    return _render(_merged(nodes), "\n", "\n")


def escape(text: str) -> str:
    """A text so that Markdown reads it as that text, wherever it does not begin a line."""
    text = _AMPERSAND.sub("&amp;", text).translate(_ENTITIES)
    return _BACKSLASH.sub(r"\\\g<0>", text)


def _correction(correction: Correction, site: Site) -> str:
    day = day_in_words(correction.day, day_first=site.day_first)
    heading = Span("bold", None, (f"Correction, {day}:",))
    return _paragraph([(heading, f" {one_line(correction.note)[0]}")])


def _paragraph(said: Sequence[Line]) -> str:
    """Lines with hard breaks between; two blanks at the end are the one form that every dialect knows."""
    return "  \n".join(_at_line_start(line) for line in said)


def _at_line_start(line: Line) -> str:
    text = inline_markdown(line)
    if sign := _BLOCK_SIGN.match(text):
        return f"{text[: sign.end()]}\\{text[sign.end() :]}" if sign[0].isdigit() else f"\\{text}"
    if _BLOCK_ENTITY.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    return text


def _figure(image: Image, said: list[Line], src: str | None) -> str:
    if words := credit_words(image):
        credit: Node = f"({words})"
        said = [*said[:-1], (*said[-1], " ", credit)] if said else [(credit,)]
    picture = f"![{escape(one_line(image.alt or '')[0])}]({_destination(src)})" if src else ""
    return "  \n".join(part for part in (picture, _paragraph(said)) if part)


def _table(block: Block) -> str:
    rows = cells(block.text, block.marks)
    width = max(len(row) for row in rows)
    head = rows.pop(0) if block.header else []
    written = [_row(head, width), f"|{' --- |' * width}", *(_row(row, width) for row in rows)]
    return "\n".join(written)


def _row(row: list[Line], width: int) -> str:
    return "| " + " | ".join(inline_markdown(c) for c in row + [()] * (width - len(row))) + " |"


def _merged(nodes: Iterable[Node]) -> Line:
    """Nodes without language spans, which Markdown has no sign for; neighbouring texts become one."""
    out: list[Node] = []
    for node in nodes:
        inner: Line = (node,)
        if isinstance(node, Span):
            inner = _merged(node.children)
            if node.kind != "foreign":
                inner = (Span(node.kind, node.href, inner),)
        for part in inner:
            if isinstance(part, str) and out and isinstance(out[-1], str):
                out[-1] += part
            else:
                out.append(part)
    return tuple(out)


def _render(nodes: Sequence[Node], before: str, after: str) -> str:
    """Nodes as Markdown; `before` and `after` are the characters around them."""
    out = ""
    for i, node in enumerate(nodes):
        if isinstance(node, str):
            out += escape(node)
            continue
        following = nodes[i + 1] if i + 1 < len(nodes) else after
        out += _span(node, out[-1:] or before, following[0] if isinstance(following, str) else "<")
    return out


def _span(span: Span, before: str, after: str) -> str:
    match span.kind:
        case "code":
            return _code(text_of(span.children))
        case "link":
            return f"[{_render(span.children, '[', ']')}]({_destination(span.href or '')})"
        case "bold" | "italic":
            return _emphasis(span, before, after)
        case _:
            tag = TAGS[span.kind]
            return f"<{tag}>{_render(span.children, '>', '<')}</{tag}>"


def _destination(address: str) -> str:
    """An address inside (...): brackets would end it, and what looks like an entity would be read as one."""
    return _ENTITY.sub("&amp;", address.replace("(", "%28").replace(")", "%29"))


def _code(text: str) -> str:
    """A code span; blanks at its ends move outside, since dialects differ in keeping them."""
    core = text.strip(" ")
    if re.search(r"[{}|$]|&#", core) or not core or core[0].isspace() or core[-1].isspace():
        # Template languages, tables and mathematics look into code spans.
        return f"<code>{escape(text)}</code>"
    fence = "`" * (max((len(run) for run in re.findall("`+", core)), default=0) + 1)
    pad = " " if "`" in (core[0], core[-1]) else ""
    return text.replace(core, f"{fence}{pad}{core}{pad}{fence}")


def _emphasis(span: Span, before: str, after: str) -> str:
    """Signs where they are sure to be read as such, else HTML elements; blanks at the ends move outside."""
    sign = "**" if span.kind == "bold" else "_"
    text = _render(span.children, sign[0], sign[0])
    core = text.strip(" ")
    if not core:
        return text
    left, right = text[: text.index(core)], text[text.index(core) + len(core) :]
    before, after = (" " if left else before), (" " if right else after)
    if _binds(core[0], before, sign) and _binds(core[-1], after, sign):
        return f"{left}{sign}{core}{sign}{right}"
    tag = TAGS[span.kind]
    return f"{left}<{tag}>{core}</{tag}>{right}"


def _binds(inner: str, outer: str, sign: str) -> bool:
    """Whether a sign between these two characters is sure to open (or close) towards `inner`.

    CommonMark 6.2, on the safe side: letters outside forbid `_`, and forbid `**` next to punctuation.
    """
    if inner.isspace():
        return False
    outside = outer.isspace() or unicodedata.category(outer).startswith("P") or outer in "$+<=>^`|~"
    return outside or (sign == "**" and unicodedata.category(inner)[0] not in "PSZ")
