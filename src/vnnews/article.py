"""Article: what was said, as ordered blocks with marks, metadata and provenance.

The JSON form (one object, keys as in docs/schemas/article.schema.json) is an interface: other tools and
archives read it. Texts are NFC; spans are [start, end) in code points of the block's text.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from vnnews.errors import InputError
from vnnews.finding import Finding

SCHEMA = "vnnews/article/1"

BlockKind = Literal["heading", "paragraph", "list", "table", "figure", "quote"]
MarkKind = Literal["link", "bold", "italic", "underline", "sub", "sup", "code"]
Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over [start, end) of a text; `href` only for links."""

    start: int
    end: int
    kind: MarkKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """The picture of a figure block; the caption is the block's text. `url` is absolute where known."""

    url: str | None = None
    alt: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article.

    `text` holds everything that is read: of a list one item a line, of a table one row a line with cells
    parted by tabs, of a figure its caption (may be empty). `level` is 2 to 6 for headings, `ordered` is for
    lists, `header` tells that a table's first row is its head. Make blocks with `block()`, which fills `id`.
    """

    id: str
    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    ordered: bool = False
    header: bool = False
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the input that was taken for junk, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes of an article came from. `retrieved` is ISO 8601 in UTC, `encoding` as found."""

    origin: str
    retrieved: str
    sha256: str
    reader: str
    reader_version: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news article. `published` is an ISO day or None where the page does not state it; never inferred."""

    id: str
    title: str | None
    blocks: tuple[Block, ...]
    language: Language
    provenance: Provenance
    lead: str | None = None
    author: str | None = None
    photographer: str | None = None
    translator: str | None = None
    published: str | None = None
    source_name: str | None = None
    url: str | None = None
    original_url: str | None = None
    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=())

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions of the figures, in order."""
        return tuple(b.text for b in self.blocks if b.kind == "figure" and b.text)

    @property
    def source_url(self) -> str | None:
        """The address to credit: of the text this page translates, else of the page itself."""
        return self.original_url or self.url

    def texts(self) -> Iterator[tuple[str, str]]:
        """(unit id, text) of everything that is read: "title", "lead", then the blocks by id."""
        if self.title:
            yield "title", self.title
        if self.lead:
            yield "lead", self.lead
        for b in self.blocks:
            if b.text:
                yield b.id, b.text

    def to_json(self) -> dict[str, Any]:
        """The article as the JSON object of docs/schemas/article.schema.json."""
        p = self.provenance
        return {
            "schema": SCHEMA,
            "id": self.id,
            "title": self.title,
            "lead": self.lead,
            "author": self.author,
            "photographer": self.photographer,
            "translator": self.translator,
            "published": self.published,
            "source_name": self.source_name,
            "url": self.url,
            "original_url": self.original_url,
            "source_url": self.source_url,
            "language": self.language,
            "captions": list(self.captions),
            "blocks": [block_to_json(b) for b in self.blocks],
            "findings": [f.to_json() for f in self.findings],
            "dropped": [{"text": d.text, "reason": d.reason} for d in self.dropped],
            "provenance": {
                "origin": p.origin,
                "retrieved": p.retrieved,
                "sha256": p.sha256,
                "reader": p.reader,
                "reader_version": p.reader_version,
                "encoding": p.encoding,
            },
        }

    def dumps(self) -> str:
        """The article as one line of JSON, letters unescaped, without a line end."""
        return json.dumps(self.to_json(), ensure_ascii=False)

    @classmethod
    def from_json(cls, data: Any) -> Article:
        """The reverse of `to_json`; raises InputError when `data` is not an article of a known schema."""
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise InputError(f"not an article of the form {SCHEMA}", "import the original again")
        try:
            return cls(
                id=data["id"],
                title=data["title"],
                blocks=tuple(block_from_json(b) for b in data["blocks"]),
                language=data["language"],
                provenance=Provenance(**data["provenance"]),
                lead=data["lead"],
                author=data["author"],
                photographer=data["photographer"],
                translator=data["translator"],
                published=data["published"],
                source_name=data["source_name"],
                url=data["url"],
                original_url=data["original_url"],
                findings=tuple(Finding.from_json(f) for f in data["findings"]),
                dropped=tuple(Dropped(**d) for d in data["dropped"]),
            )
        except (KeyError, TypeError, IndexError) as error:
            raise InputError(f"damaged article: {error!r}", "import the original again") from error

    @classmethod
    def loads(cls, text: str) -> Article:
        """The reverse of `dumps`; raises InputError on anything that is not an article."""
        try:
            data = json.loads(text)
        except ValueError as error:
            raise InputError(f"not JSON: {error}", "import the original again") from error
        return cls.from_json(data)


def block(
    kind: BlockKind,
    text: str,
    *,
    marks: Iterable[Mark] = (),
    level: int | None = None,
    ordered: bool = False,
    header: bool = False,
    image: Image | None = None,
) -> Block:
    """Make a block whose id comes from its content; `text` is brought to NFC (marks must already fit NFC)."""
    text = unicodedata.normalize("NFC", text)
    key = f"{kind}\x1f{text or (image.url if image else '')}"
    identity = "b" + hashlib.sha256(key.encode()).hexdigest()[:10]
    return Block(identity, kind, text, tuple(marks), level, ordered, header, image)


def number_repeats(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with unique ids: the second of equal content gets "-2", the third "-3"."""
    seen: dict[str, int] = {}
    out: list[Block] = []
    for b in blocks:
        n = seen[b.id] = seen.get(b.id, 0) + 1
        out.append(b if n == 1 else replace(b, id=f"{b.id}-{n}"))
    return tuple(out)


def article_id(url: str | None, title: str | None, blocks: Iterable[Block]) -> str:
    """A permanent id: from the page's address where there is one, else from the text."""
    key = url or "\x1f".join([title or "", *(b.text for b in blocks)])
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def block_to_json(b: Block) -> dict[str, Any]:
    """A block as the JSON object it is in an article."""
    out: dict[str, Any] = {
        "id": b.id,
        "kind": b.kind,
        "text": b.text,
        "marks": [{"span": [m.start, m.end], "kind": m.kind, "href": m.href} for m in b.marks],
    }
    if b.kind == "heading":
        out["level"] = b.level
    if b.kind == "list":
        out["ordered"] = b.ordered
    if b.kind == "table":
        out["header"] = b.header
    if b.kind == "figure":
        image = b.image or Image()
        out["image"] = {"url": image.url, "alt": image.alt, "credit": image.credit}
    return out


def block_from_json(data: dict[str, Any]) -> Block:
    """The reverse of `block_to_json`; raises KeyError or TypeError on a malformed object."""
    return Block(
        id=data["id"],
        kind=data["kind"],
        text=data["text"],
        marks=tuple(Mark(m["span"][0], m["span"][1], m["kind"], m.get("href")) for m in data["marks"]),
        level=data.get("level"),
        ordered=data.get("ordered", False),
        header=data.get("header", False),
        image=Image(**data["image"]) if data.get("image") else None,
    )
