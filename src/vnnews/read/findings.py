"""Findings of reading: what a person should look at before the article is translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vnnews.article import Article
from vnnews.finding import Finding, Rule

NO_TITLE = Rule("R001", "no-title", "warning", "The input has no headline; the article's title is empty.")
DOUBTFUL_ENCODING = Rule(
    "R002", "doubtful-encoding", "warning", "The bytes fit several encodings, or none well; look at the letters."
)
NO_DATE = Rule("R003", "no-date", "info", "No day of publication is stated; names in force on a day cannot be chosen.")
DROPPED_PROSE = Rule(
    "R004", "dropped-prose", "warning", "Whole sentences were taken for junk; see whether they belong to the text."
)
AMBIGUOUS_DATE = Rule(
    "R005", "ambiguous-date", "warning", "The day could also be read month first; it was read day first, as in Vietnam."
)
FALLBACK = Rule(
    "R006", "read-by-fallback", "warning", "The page shows no text; it was taken from elsewhere in it, or by a library."
)
RULES = (NO_TITLE, DOUBTFUL_ENCODING, NO_DATE, DROPPED_PROSE, AMBIGUOUS_DATE, FALLBACK)

_SENTENCE_WORDS = 12
_OTHERS_PROSE = ("related list", "comments")
"""Where sentences are expected that are not the article's: teasers of other articles, what readers wrote."""


def with_findings(article: Article, found: tuple[Finding, ...] = ()) -> Article:
    """The article with its own findings, those found on the way to it, and what it lacks; none twice."""
    known = {f.id: f for f in (*article.findings, *found, *_lacks(article))}
    return replace(article, findings=tuple(known.values()))


def _lacks(article: Article) -> Iterator[Finding]:
    if article.title is None:
        yield NO_TITLE.at(None, "no headline was found", side="source")
    if article.published is None:
        yield NO_DATE.at(None, "no day of publication is stated", side="source")
    prose = sum(
        d.reason not in _OTHERS_PROSE and len(d.text.split()) >= _SENTENCE_WORDS and d.text.endswith((".", "!", "?"))
        for d in article.dropped
    )
    if prose:
        what = "1 sentence or paragraph was" if prose == 1 else f"{prose} sentences or paragraphs were"
        yield DROPPED_PROSE.at(None, f"{what} taken for junk", side="source")
