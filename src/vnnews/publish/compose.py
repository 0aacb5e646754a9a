"""Compose: a reviewed Draft or an English Article becomes a Page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from vnnews.article import Article, Block, Mark
from vnnews.draft.model import Draft, Segment, english_text
from vnnews.errors import InputError
from vnnews.publish.credits import credits_of
from vnnews.publish.inline import is_vietnamese, one_line
from vnnews.publish.page import Page, Pair, Spans
from vnnews.publish.settings import Site
from vnnews.settings import Settings
from vnnews.vietnamese.normalise import strip_marks

LONGEST_SLUG = 80
LONGEST_TITLE = 70
"""Letters of a title that is made from the beginning of the text, where an article has none."""

_APOSTROPHE = re.compile("['’](?=s\\b)")
_RESERVED = re.compile(r"index|archive|feed|publications|sitemap|(?:month|topic|sitemap)-.*")
_DATELINE = re.compile(r"([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,4}),? \([A-Z]{2,8}\) ?[-–—]")
_CAPITAL_DATELINE = re.compile(r"([A-Z]{2,}(?:[ -][A-Z]{2,}){0,4}) ?[-–—] ")


def page_of(
    subject: Draft | Article,
    settings: Settings,
    site: Site,
    *,
    translator: str | None = None,
    title: str | None = None,
    topics: Sequence[str] = (),
) -> Page:
    """The page of a Draft, or of an Article that is English already.

    The translator is `translator`, else the one that the draft or article names, else the newsroom's own. Raises
    InputError for a Vietnamese Article (translate it first) and for one without any text.
    """
    draft = subject if isinstance(subject, Draft) else None
    article = subject.article if isinstance(subject, Draft) else subject
    if draft is None and article.language != "en":
        raise InputError("the article is in Vietnamese", "translate it first: vnnews translate, then publish the draft")
    texts, foreign = _spoken(draft) if draft else (_own_texts(article), {})
    for unit in ("title", "lead"):
        line, spans = one_line(texts.get(unit, ("", ()))[0], foreign.get(unit, ()))
        texts[unit] = (line, ())
        foreign |= {unit: spans} if spans else {}
    names = _Names(article, settings)
    blocks = tuple(b for b in (_block(b, texts, article, names) for b in article.blocks) if b is not None)
    heading = one_line(title or "")[0] or texts["title"][0] or _beginning(blocks, texts["lead"][0])
    if not heading:
        raise InputError("the article has no text", "look at it: vnnews import FILE --json")
    named = translator or (draft.translator if draft else None) or article.translator or settings.translator
    page = Page(
        id=article.id,
        slug=slug_of(article.published, heading, article.id),
        title=heading,
        blocks=_levels(blocks),
        credits=credits_of(
            article,
            draft,
            site.credits,
            translator=one_line(named or "")[0] or None,
            reviewer=(draft.reviewer if draft else None) or settings.reviewer,
            machine_line=settings.machine_line,
            source_name=names.of_body(article.source_name),
        ),
        lead=texts["lead"][0] or None,
        published=article.published,
        url=article.url,
        original_url=article.url if draft else article.original_url,
        foreign=foreign,
        original_title=one_line(article.title or "")[0] or None if draft else None,
        original_author=article.author if draft else None,
        topics=tuple(topics),
        pairs=_pairs(draft) if draft else (),
    )
    return replace(page, dateline=dateline_of(page))


def slug_of(published: str | None, title: str, identity: str) -> str:
    """The file stem: the day, if the article states one, and the title in plain letters (else the article's id).

    Names of the site's own files are stepped around.
    """
    from slugify import slugify

    name = slugify(_APOSTROPHE.sub("", title), max_length=LONGEST_SLUG, word_boundary=True, save_order=True) or identity
    if _RESERVED.fullmatch(name):
        name = f"{name}-{identity[:6]}"
    return f"{published}-{name}" if published else name


def dateline_of(page: Page) -> str | None:
    """The place that a text names before its first sentence: "Hanoi" of "Hanoi (VNA) – The ..."."""
    first = page.lead or next((b.text for b in page.blocks if b.kind == "paragraph"), "")
    found = _DATELINE.match(first) or _CAPITAL_DATELINE.match(first)
    return found[1] if found else None


def with_topics(page: Page, site: Site) -> Page:
    """The page with the topics of [site.topics] whose phrases it tells, after those named by a person.

    One mention in title or lead is enough, in the text it takes two.
    """
    if not site.topics:
        return page
    head = f"{page.title}\n{page.lead or ''}"
    body = "\n".join(b.text for b in page.blocks)
    found = list(page.topics)
    for topic, forms in _topic_forms(site.topics):
        if forms.search(head) or len(forms.findall(body)) > 1:
            found.append(topic)
    return replace(page, topics=tuple(dict.fromkeys(found)))


@lru_cache(maxsize=8)
def _topic_forms(topics: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (topic, re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in phrases if p) or r"(?!)", re.IGNORECASE))
        for topic, phrases in topics
    )


Text = tuple[str, tuple[Mark, ...]]


def _own_texts(article: Article) -> dict[str, Text]:
    texts: dict[str, Text] = {b.id: (b.text, b.marks) for b in article.blocks}
    texts["title"] = (article.title or "", ())
    texts["lead"] = (article.lead or "", ())
    return texts


def _spoken(draft: Draft) -> tuple[dict[str, Text], dict[str, Spans]]:
    """The English of every unit, and where Vietnamese is left in it because nothing was proposed."""
    units: dict[str, list[Segment]] = {}
    for s in draft.segments:
        units.setdefault(s.block, []).append(s)
    texts: dict[str, Text] = {b.id: (b.text, b.marks) for b in draft.article.blocks if b.id not in units}
    texts |= {unit: english_text(segments) for unit, segments in units.items()}
    foreign = {unit: spans for unit, segments in units.items() if (spans := _untranslated(segments))}
    return texts, foreign


def _untranslated(segments: Sequence[Segment]) -> Spans:
    spans = []
    for i, s in enumerate(segments):
        if s.target is None and s.fate not in ("merged", "omitted"):
            end = len(english_text(segments[: i + 1])[0])
            spans.append((end - len(s.source), end))
    return tuple(spans)


class _Names:
    """Names beside the text of a Vietnamese article, in English: who gave a picture, which body runs the source."""

    def __init__(self, article: Article, settings: Settings) -> None:
        self._article, self._settings = article, settings

    def of_body(self, name: str | None) -> str | None:
        """The English of a body that the rules know whole ("Sở Y tế"); None for any other name."""
        if not name or self._article.language != "vi":
            return None
        from vnnews.english import render
        from vnnews.newsroom import context_for, style_for
        from vnnews.vietnamese import recognise

        items = recognise(name, context_for(self._settings, self._article))
        whole = len(items) == 1 and items[0].span == (0, len(name))
        return render(items[0], style_for(self._settings)) if whole else None

    def of_giver(self, credit: str | None) -> str | None:
        """A picture's credit: a body's English, else the name without diacritics, as in the byline."""
        if not credit or self._article.language != "vi":
            return credit
        return self.of_body(credit) or strip_marks(credit)


def _block(block: Block, texts: dict[str, Text], article: Article, names: _Names) -> Block | None:
    """The block in English; None if nothing is left of it."""
    text, marks = texts[block.id]
    if not text.strip() and not (block.image and block.image.url):
        return None
    image = block.image and replace(block.image, credit=names.of_giver(block.image.credit))
    if image and article.language == "vi" and (text or not is_vietnamese(image.alt)):
        # What the source wrote for the eyes of its own readers says nothing to ours; the caption does.
        image = replace(image, alt=None)
    return replace(block, text=text, marks=marks, image=image)


def _levels(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings one step deeper at most than the one before, beginning with 2, so that the outline has no holes."""
    out: list[Block] = []
    given = 1
    for b in blocks:
        if b.kind == "heading":
            given = max(2, min(b.level or 2, given + 1, 6))
            b = replace(b, level=given)
        out.append(b)
    return tuple(out)


def _beginning(blocks: Sequence[Block], lead: str) -> str:
    """The first words of a text without a title, to know it by."""
    told = [b.text for b in blocks if b.kind == "paragraph"] + [b.text for b in blocks if b.kind != "paragraph"]
    words = one_line(next((t for t in (lead, *told) if t.strip()), ""))[0]
    if len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _pairs(draft: Draft) -> tuple[Pair, ...]:
    """Vietnamese and English side by side: merged sentences stand with the one they went into."""
    into: dict[str, str] = {}
    for s in draft.segments:
        if s.fate == "merged" and s.into:
            into[s.into] = f"{into.get(s.into, '')} {s.source}".strip()
    pairs = []
    for s in draft.segments:
        if s.fate == "merged" and s.into:
            continue
        vi = f"{s.source} {into.get(s.id, '')}".strip()
        en = "" if s.fate in ("merged", "omitted") else s.target or ""
        pairs.append(Pair(s.block, one_line(vi)[0], one_line(en)[0]))
    return tuple(pairs)
