"""Page: what a writer gets, an English article ready to be written, with credits and record."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from vnnews.article import Block, block_from_json, block_to_json
from vnnews.errors import InputError

SCHEMA = "vnnews/page/1"

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Credits:
    """Who did what, each None where not known. `byline` is the line as printed ("By A – Translated by B").

    `byline_vi` is the same line in Vietnamese for editions in two languages, `machine` what is said about the part
    that machines had, `review` who read the page before it went out. Empty lines are not printed.
    """

    author: str | None = None
    translator: str | None = None
    photographer: str | None = None
    reviewer: str | None = None
    source_name: str | None = None
    source_url: str | None = None
    byline: str = ""
    byline_vi: str = ""
    photos: str = ""
    review: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction note: the ISO day it was made, and what was wrong."""

    day: str
    note: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment in both languages for the side-by-side edition; `block` is "title", "lead" or a block id."""

    block: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Page:
    """One English page. `slug` is the file stem (date and title); blocks carry English text and marks.

    `published` is the day of the original (None if not stated), `issued` the moment this page first went out and
    `modified` the moment its words last changed (ISO 8601, UTC). `foreign` gives, by unit ("title", "lead", block id),
    the spans that stand in Vietnamese. `original_*` describe the Vietnamese text that the page translates;
    `topics` are those named by a person; for readers `compose.with_topics` adds those that the settings tell.
    `pictures` gives by address the file names of own copies in images/; `pictures_at` is the folder they come from
    (while publishing, for formats that embed them; it is not kept). `withdrawn` is {at, reason} once the page was
    taken down: then only its title and dates are left.
    """

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
    foreign: dict[str, Spans] = field(default_factory=dict)
    original_title: str | None = None
    original_author: str | None = None
    dateline: str | None = None
    topics: tuple[str, ...] = ()
    issued: str = ""
    modified: str = ""
    corrections: tuple[Correction, ...] = ()
    pairs: tuple[Pair, ...] = ()
    withdrawn: dict[str, str] | None = None
    pictures: dict[str, str] = field(default_factory=dict)
    pictures_at: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """The page as the JSON object of docs/schemas/record.schema.json."""
        c = self.credits
        return {
            "schema": SCHEMA,
            "id": self.id,
            "slug": self.slug,
            "language": self.language,
            "title": self.title,
            "lead": self.lead,
            "published": self.published,
            "issued": self.issued,
            "modified": self.modified,
            "url": self.url,
            "original_url": self.original_url,
            "original_title": self.original_title,
            "original_author": self.original_author,
            "dateline": self.dateline,
            "topics": list(self.topics),
            "credits": {name: getattr(c, name) for name in Credits.__slots__},
            "blocks": [block_to_json(b) for b in self.blocks],
            "foreign": {unit: [list(s) for s in spans] for unit, spans in self.foreign.items()},
            "corrections": [{"day": n.day, "note": n.note} for n in self.corrections],
            "pairs": [{"block": p.block, "vi": p.vi, "en": p.en} for p in self.pairs],
            "pictures": self.pictures,
            "withdrawn": self.withdrawn,
            "record": self.record,
        }

    def dumps(self) -> str:
        """The sidecar file: `to_json` indented, letters unescaped, with a line end."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def loads(cls, text: str, where: str) -> Page:
        """The reverse of `dumps`; raises InputError when the text is no page of this form (`where` names the file)."""
        try:
            data = json.loads(text)
            if data["schema"] != SCHEMA:
                raise ValueError(f"schema is {data['schema']!r}")
            return _page(data)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise InputError(f"{where}: not a published page ({error!r})", "publish the draft again") from error

    @property
    def digest(self) -> str:
        """A hash of what readers see: when it changes, the page was modified."""
        data = self.to_json()
        for name in ("issued", "modified", "record", "pairs", "topics"):
            del data[name]
        return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


class Writer(Protocol):
    """An output format: one module in publish/ with `writer(site) -> Writer`, named in `formats.FORMATS`."""

    @property
    def suffix(self) -> str:
        """What the file's name ends with, after the slug: ".html"."""
        ...

    def render(self, page: Page) -> str | bytes:
        """The page as the content of one file (text is written as UTF-8), the same for equal pages."""
        ...


def _page(data: dict[str, Any]) -> Page:
    taken = {"schema", "credits", "blocks", "foreign", "corrections", "pairs", "topics"}
    return Page(
        blocks=tuple(block_from_json(b) for b in data["blocks"]),
        credits=Credits(**data["credits"]),
        foreign={unit: tuple((s[0], s[1]) for s in spans) for unit, spans in data["foreign"].items()},
        corrections=tuple(Correction(**n) for n in data["corrections"]),
        pairs=tuple(Pair(**p) for p in data["pairs"]),
        topics=tuple(data["topics"]),
        **{name: value for name, value in data.items() if name not in taken},
    )
