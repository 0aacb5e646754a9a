"""HTML: one page, semantic, sanitised, without script."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import count

from vnnews.article import Block, Image
from vnnews.publish.inline import Line, Node, cells, is_vietnamese, lines, name_spans, one_line
from vnnews.publish.page import Page, Spans
from vnnews.publish.pictures import source_of
from vnnews.publish.settings import Site

TAGS = {"bold": "strong", "italic": "em", "underline": "u", "sub": "sub", "sup": "sup", "code": "code"}

_ALLOWED = {
    "a", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "img", "li",
    "ol", "p", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "u", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "figure": {"class"},
    "img": {"src", "alt", "lang", "referrerpolicy"},
    "li": {"lang"},
    "p": {"class", "lang"},
    "span": {"class", "lang"},
    "th": {"scope"},
    "time": {"datetime"},
}


class HtmlWriter:
    """Writes `<slug>.html` with the site's templates."""

    suffix = ".html"

    def __init__(self, site: Site) -> None:
        from vnnews.publish.theme import Theme

        self._theme = Theme(site)

    def render(self, page: Page) -> str:
        """The whole page as HTML."""
        return self._theme.article(page, body(page))


def writer(site: Site) -> HtmlWriter:
    """The HTML writer of a site."""
    return HtmlWriter(site)


def body(page: Page) -> str:
    """The blocks of a page as sanitised HTML, without title, lead and credits."""
    tables = count(1)
    return sanitise(
        "\n".join(
            block_html(
                b,
                page.foreign.get(b.id, ()),
                number=next(tables) if b.kind == "table" else 0,
                picture=source_of(b.image, page),
            )
            for b in page.blocks
        )
    )


def sanitise(html: str) -> str:
    """The second wall after escaping: only the elements, attributes and addresses that we write ourselves pass."""
    import nh3

    return nh3.clean(
        html,
        tags=_ALLOWED,
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def block_html(block: Block, foreign: Spans = (), *, number: int = 1, picture: str | None = None) -> str:
    """One block as HTML; `number` counts the tables of a page, for their names; `picture` is where a figure's is."""
    if block.kind == "table":
        return _table(block, foreign, number)
    said = [line for line in lines(block.text, block.marks, foreign) if line]
    match block.kind:
        case "heading":
            return f"<h{block.level or 2}>{_joined(said, ' ')}</h{block.level or 2}>"
        case "list":
            tag = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{inline_html(line)}</li>\n" for line in said)
            return f"<{tag}>\n{items}</{tag}>"
        case "quote":
            return f"<blockquote><p>{_joined(said, '<br>')}</p></blockquote>"
        case "figure":
            return _figure(block.image or Image(), _joined(said, "<br>"), picture)
        case _:
            return f"<p>{_joined(said, '<br>')}</p>"


def inline_html(nodes: Iterable[Node]) -> str:
    """Nodes as HTML, everything escaped."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(escape(node, quote=False))
        elif node.kind == "link":
            out.append(f'<a href="{escape(node.href or "")}">{inline_html(node.children)}</a>')
        elif node.kind == "foreign":
            out.append(f'<span lang="vi">{inline_html(node.children)}</span>')
        else:
            tag = TAGS[node.kind]
            out.append(f"<{tag}>{inline_html(node.children)}</{tag}>")
    return "".join(out)


def text_html(text: str | None, foreign: Spans = ()) -> str:
    """A title, lead or name as HTML on one line, Vietnamese parts told as such."""
    return _joined([line for line in lines(text or "", (), foreign) if line], " ")


def _joined(said: list[Line], between: str) -> str:
    return between.join(inline_html(line) for line in said)


def credit_words(image: Image) -> str:
    """The credit of a picture as printed after its caption: "Photo: VNA"; "" where there is none."""
    credit = one_line(image.credit or "")[0]
    return credit if not credit or credit.lower().startswith(("photo", "image", "©")) else f"Photo: {credit}"


def _figure(image: Image, caption: str, src: str | None) -> str:
    if words := credit_words(image):
        credit = text_html(words, name_spans(words, one_line(image.credit or "")[0]))
        caption += f'{" " if caption else ""}<span class="credit">({credit})</span>'
    if caption:
        caption = f"<figcaption>{caption}</figcaption>"
    if src is None:
        return f'<figure class="nopic">{caption}</figure>' if caption else ""
    alt = one_line(image.alt or "")[0]
    lang = ' lang="vi"' if is_vietnamese(alt) else ""
    picture = f'<img src="{escape(src)}" alt="{escape(alt)}"{lang} referrerpolicy="no-referrer">'
    return f"<figure>{picture}{caption}</figure>"


def _table(block: Block, foreign: Spans, number: int) -> str:
    rows = cells(block.text, block.marks, foreign)
    width = max(len(row) for row in rows)
    head = ""
    if block.header:
        row = "".join(f'<th scope="col">{inline_html(c)}</th>' for c in _padded(rows.pop(0), width))
        head = f"<thead><tr>{row}</tr></thead>\n"
    out = "".join(f"<tr>{''.join(f'<td>{inline_html(c)}</td>' for c in _padded(r, width))}</tr>\n" for r in rows)
    body = f"<tbody>\n{out}</tbody>\n" if out else ""
    # A wide table scrolls by itself, by keyboard too, so that the page never does.
    frame = f'<div class="table" tabindex="0" role="region" aria-label="Table {number}">'
    return f"{frame}<table>\n{head}{body}</table></div>"


def _padded(row: list[Line], width: int) -> list[Line]:
    return row + [()] * (width - len(row))
