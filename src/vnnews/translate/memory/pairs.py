"""Pairs of sentences from an article and its translation, unit by unit of the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnnews.article import Article
from vnnews.translate.memory.align import align
from vnnews.translate.memory.unit import Unit
from vnnews.vietnamese.sentences import split


@dataclass(frozen=True, slots=True)
class Pair:
    """What the Vietnamese says and where the English says it; either may be empty where nothing corresponds."""

    source: str
    target: str
    sure: bool

    def unit(self, article: Article, origin: str) -> Unit:
        """The pair as a unit of the memory. A published translation counts as reviewed by its translator."""
        return Unit(
            self.source, self.target, "reviewed", article.translator, article.id, article.published, origin=origin
        )


def paired(source: Article, target: Article) -> Iterator[Pair]:
    """The sentences of both articles, aligned; titles are paired with each other, surely where the texts are."""
    vi, en = _sentences(source), _sentences(target)
    beads = align(vi, en)
    if source.title and target.title:
        yield Pair(source.title, target.title, any(bead.sure for bead in beads))
    for bead in beads:
        yield Pair(" ".join(vi[slice(*bead.source)]), " ".join(en[slice(*bead.target)]), bead.sure)


def _sentences(article: Article) -> list[str]:
    return [text[a:b] for unit, text in article.texts() if unit != "title" for a, b in split(text)]
