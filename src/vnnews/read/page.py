"""An HTML page to an article: the cascade, field by field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import escape

from lxml.html import HtmlElement, tostring

from vnnews.article import Article, Block, Dropped, article_id, block, number_repeats
from vnnews.errors import NoArticleError
from vnnews.read.findings import FALLBACK
from vnnews.read.html import refuse
from vnnews.read.html.body import find_body
from vnnews.read.html.dates import find_day
from vnnews.read.html.figures import tie_captions
from vnnews.read.html.forms import Credits, named_photographer, photographers, read_names, split_credit
from vnnews.read.html.head import Claims, base_of, read_claims
from vnnews.read.html.junk import Removed, drop_comments, drop_headed_lists, prune
from vnnews.read.html.lead import find_lead, lead_among, split_code
from vnnews.read.html.lines import drop_lines, language_of, title_among, with_headings
from vnnews.read.html.people import after_text, claimed_people, framed_people, signed
from vnnews.read.html.pieces import Piece, cut_up
from vnnews.read.html.recover import BODY, LIBRARY, has_library, recovered
from vnnews.read.html.several import articles_in
from vnnews.read.html.title import find_title, nearest_title
from vnnews.read.html.top import pictures_above, prose_before, up
from vnnews.read.html.tree import Weight, parse, text_of, weigh
from vnnews.read.metadata import read_day
from vnnews.read.portals import Recipe, every, first, recipe_for
from vnnews.read.source import Source

READER = "html"
_DROPPED = 2000
"""The most characters kept of one dropped stretch."""


@dataclass(slots=True)
class _Page:
    """A page on its way through the cascade; every step fills in its field.

    Relative links are relative to `base`. `whole` weighs the page as it came, `weights` what pruning left of it.
    """

    root: HtmlElement
    claims: Claims
    address: str | None
    base: str | None
    recipe: Recipe | None
    whole: dict[HtmlElement, Weight]
    weights: dict[HtmlElement, Weight] = field(default_factory=dict)
    title: str | None = None
    heading: HtmlElement | None = None
    lead: str | None = None
    code: str | None = None
    people: Credits = field(default_factory=Credits)
    pieces: list[Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def pointed(self, name: str) -> HtmlElement | None:
        """The element that the page's recipe points at for a field, if any."""
        return first(self.root, getattr(self.recipe, name)) if self.recipe else None


def read_page(html: str, source: Source, encoding: str, *, recipes: bool = True) -> Article:
    """The article on a page. `html` is the decoded page, `encoding` as found; `recipes` False leaves portals aside.

    Raises NoArticleError for not-found pages, front pages, lists and pages without text.
    """
    return _one(html, _open(parse(html), source, recipes), source, encoding)


def read_pages(html: str, source: Source, encoding: str) -> list[Article]:
    """The articles on a page: one as a rule, several where whole articles stand one under the other. As `read_page`."""
    page = _open(parse(html), source, True)
    parts = articles_in(page.whole) if page.recipe is None else []
    if not parts:
        return [_one(html, page, source, encoding)]
    site = "".join(f'<meta property="og:site_name" content="{escape(name)}">' for name in page.claims.sites[:1])
    articles = []
    for n, part in enumerate(parts, 1):
        address = page.claims.canonical or source.url
        own = replace(source, url=f"{address}#{part.get('id') or n}" if address else None)
        text = f"<html><head>{site}</head><body>{tostring(part, encoding='unicode', with_tail=False)}</body></html>"
        articles.append(read_page(text, own, encoding, recipes=False))
    return articles


def _one(html: str, page: _Page, source: Source, encoding: str) -> Article:
    try:
        return _read(page, source, encoding)
    except refuse.NoTextError as error:
        article = _recovered(html, source, encoding)
        if article is None:
            raise refuse.without_library(error) if not has_library() else error from None
        return article


def _recovered(html: str, source: Source, encoding: str) -> Article | None:
    """The article in a text that the page does not show, or that only the library finds; None without one."""
    for stage, root in recovered(html):
        page = _open(root, source, False)
        page.recipe = _RECOVERED
        try:
            article = _read(page, source, encoding)
        except NoArticleError:
            continue
        finding = FALLBACK.at(None, _TOLD[stage], side="source")
        return replace(article, findings=(*article.findings, finding))
    return None


_RECOVERED = Recipe("recovered", (), "", body=f"//*[@id='{BODY}']")
_TOLD = {
    "data": "the text was taken from the page's data, which only a script shows",
    "unshown": "the text was taken from a part of the page that browsers do not show",
    "library": f"the text was found by {LIBRARY} only; compare it with the page",
}


def _read(page: _Page, source: Source, encoding: str) -> Article:
    page.title, page.heading = _title(page)
    refuse.refuse_missing(page.title, page.whole[page.root].text)
    published, author = page.pointed("published"), page.pointed("author")
    body = _take_body(page)
    day = find_day(page.whole, page.claims, page.heading, published)
    _take_text(page, body)
    day = day or next((found.iso for d in page.dropped if d.reason == "date" and (found := read_day(d.text))), None)
    _name_people(page, body, author)
    refuse.refuse_list(page.pieces)
    refuse.refuse_notice(page.pieces)
    return _article(page, day, source, encoding)


def _open(root: HtmlElement, source: Source, recipes: bool) -> _Page:
    claims = read_claims(root, source.url)
    address = source.url or claims.canonical
    refuse.refuse_front(claims, source.url)
    recipe = recipe_for(root, address) if recipes else None
    return _Page(root, claims, address, base_of(root, address), recipe, weigh(root))


def _title(page: _Page) -> tuple[str | None, HtmlElement | None]:
    pointed = page.pointed("title")
    if pointed is not None and text_of(pointed):
        return text_of(pointed), pointed
    return find_title(page.root, page.claims, page.address)


def _take_body(page: _Page) -> HtmlElement:
    """Prune the page, find the element with the text, and take out of it what stands elsewhere in the article."""
    given, lead = page.pointed("body"), page.pointed("lead")
    keep = [e for e in (page.heading, given) if e is not None]
    removed = _drop_pointed(page)
    removed += prune(page.root, page.whole, keep)
    removed += drop_headed_lists(page.root, page.whole, keep)
    removed += drop_comments(page.root, page.whole, keep)
    page.weights = weigh(page.root)
    found = find_body(page.weights, page.heading, given)
    if found is None:
        raise refuse.no_text()
    body = found.element
    if page.heading is None:
        page.title, page.heading = nearest_title(page.weights, body, page.claims, page.address) or (page.title, None)
    if not page.claims.is_article and found.stage != "declared":
        refuse.refuse_teasers(page.whole, body, page.heading)
    if lead is None:
        lead = find_lead(page.weights, page.claims, page.heading, body)
    if lead is not None:
        page.lead = text_of(lead)
    removed += _clear_top(page, body, lead)
    page.dropped = _near(removed, body)
    return body


def _drop_pointed(page: _Page) -> list[Removed]:
    """Take out what the page's recipe calls junk."""
    removed: list[Removed] = []
    for path in page.recipe.drop if page.recipe else ():
        for element in every(page.root, path):
            parent = element.getparent()
            if parent is not None:
                removed.append(Removed(parent, text_of(element), "related list"))
                element.drop_tree()
    return [r for r in removed if r.text]


def _take_text(page: _Page, body: HtmlElement) -> None:
    """Cut the body into pieces; settle what of them is lead, title and junk."""
    cut = [*pictures_above(page.weights, page.heading, body, page.base), *cut_up(body, page.base)]
    pieces, dropped = drop_lines(tie_captions(cut), {_plain(page.title or "")})
    if page.heading is None:
        at = title_among(pieces, page.title)
        page.title = pieces.pop(at).text if at is not None else page.title
    if page.lead is None:
        at = lead_among(pieces)
        if at is not None:
            page.lead = pieces.pop(at).text
    if page.lead is not None:
        page.code, page.lead = split_code(page.lead)
        pieces, _ = drop_lines(pieces, {_plain(page.lead)})
    page.pieces = pieces
    page.dropped += dropped


def _name_people(page: _Page, body: HtmlElement, pointed: HtmlElement | None) -> None:
    """Settle the credits: of the recipe, the text's own lines, the frame, the head."""
    before = page.pieces
    people, page.pieces = signed(before)
    kept = {piece.text for piece in page.pieces}
    ends = tuple(piece.text for piece in page.pieces[-2:] if piece.text)
    gone = [p.text for p in before if p.text not in kept and not p.text.startswith(ends)]
    page.dropped += [Dropped(text, "byline") for text in gone]
    if pointed is not None:
        people = replace(people, author=read_names(text_of(pointed)) or people.author)
    people = people.or_else(after_text(page.whole, body))
    people = people.or_else(framed_people(page.whole, page.heading, body, page.claims.sites))
    people = people.or_else(claimed_people(page.claims, page.address))
    page.people = people.or_else(Credits(source_name=page.code or next(iter(page.claims.sites), None)))


def _clear_top(page: _Page, body: HtmlElement, lead: HtmlElement | None) -> list[Removed]:
    """Take title and lead out of the body, and with the title what stands before it there."""
    removed: list[Removed] = []
    heading, weights = page.heading, page.weights
    if lead is not None and weights[body].holds(weights[lead]):
        lead.drop_tree()
    if heading is None or heading is body or heading.getparent() is None or not weights[body].holds(weights[heading]):
        return removed
    if prose_before(heading, body, weights) * 5 <= weights[body].prose:
        for parent, here in up(heading, body):
            for before in list(here.itersiblings(preceding=True)):
                removed.append(Removed(parent, text_of(before), "before the title"))
                parent.remove(before)
            parent.text = None
    heading.drop_tree()
    return [r for r in removed if r.text]


def _near(removed: list[Removed], body: HtmlElement) -> list[Dropped]:
    """What was removed in the body or close around it; menus and footers of the page are not worth keeping."""
    around = [body, *body.iterancestors()][:3]
    out = []
    for r in removed:
        if any(r.parent is e for e in around) or any(e is body for e in r.parent.iterancestors()):
            out.append(Dropped(r.text[:_DROPPED], r.reason))
    return out


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _article(page: _Page, day: str | None, source: Source, encoding: str) -> Article:
    blocks = number_repeats(_block(piece) for piece in with_headings(page.pieces))
    url = page.claims.canonical or source.url
    people = page.people
    credited = [b.image.credit for b in blocks if b.image and b.image.credit]
    photographer = people.photographer and named_photographer(people.photographer, people.author)
    language = language_of([page.title or "", page.lead or "", *(b.text for b in blocks)])
    return Article(
        id=article_id(url, page.title, blocks),
        title=page.title,
        blocks=blocks,
        language=language,
        provenance=source.provenance(READER, encoding),
        lead=page.lead,
        author=people.author,
        photographer=photographer or photographers(credited, people.author),
        translator=people.translator,
        published=day,
        source_name=people.source_name,
        url=url,
        original_url=people.original_url if language == "en" else None,
        dropped=tuple(page.dropped),
    )


def _block(piece: Piece) -> Block:
    """The block that a piece becomes; of a caption the credit goes to the picture."""
    text, image = piece.text, piece.image
    if image is not None:
        text, credit = split_credit(piece.text)
        image = replace(image, credit=credit)
    return block(
        piece.kind,
        text,
        marks=[m for m in piece.marks if m.end <= len(text)],
        level=piece.level if piece.kind == "heading" else None,
        ordered=piece.ordered,
        header=piece.header,
        image=image,
    )
