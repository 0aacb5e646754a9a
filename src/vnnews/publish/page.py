"""Page: what a writer gets, an English article ready to be written, with credits and record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from vnnews.article import Block


@dataclass(frozen=True, slots=True)
class Credits:
    """Who did what, each None where not known. `byline` is the line as printed ("By A – Translated by B")."""

    author: str | None = None
    translator: str | None = None
    photographer: str | None = None
    reviewer: str | None = None
    source_name: str | None = None
    source_url: str | None = None
    byline: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One English page. `slug` is the file stem (date and title); blocks carry English text and marks."""

    id: str
    slug: str
    title: str
    blocks: tuple[Block, ...]
    credits: Credits
    lead: str | None = None
    published: str | None = None
    url: str | None = None
    original_url: str | None = None
    language: str = "en"
    record: dict[str, Any] = field(default_factory=dict)


class Writer(Protocol):
    """An output format: one module in publish/ with `WRITER`."""

    name: str
    suffix: str

    def render(self, page: Page) -> str:
        """The page as the text of one file (UTF-8), deterministic for equal pages."""
        ...
