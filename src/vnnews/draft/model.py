"""Draft: how an article is said in English, segment by segment. Data only; see `xliff`, `log` and `store`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from vnnews.article import Article, Mark
from vnnews.finding import Finding

State = Literal["initial", "translated", "reviewed", "final"]
OriginKind = Literal["memory", "engine", "rule", "human"]
Fate = Literal["kept", "merged", "moved", "omitted"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a target came from.

    `engine` names the engine, memory or person; `version` its version; `score` is a memory match's 0 to 1;
    `manner` the way the engine was made to obey (see translate.engines.base.Manner).
    """

    kind: OriginKind
    engine: str | None = None
    version: str | None = None
    score: float | None = None
    manner: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The five fields as a JSON object."""
        return {
            "kind": self.kind,
            "engine": self.engine,
            "version": self.version,
            "score": self.score,
            "manner": self.manner,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Origin:
        """The reverse of `to_json`."""
        return cls(**data)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A protected Item of a source segment: its text and span there, the English asked for, every accepted form."""

    source: str
    source_span: tuple[int, int]
    target: str
    kind: str = "term"
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A memory match offered for a segment; `score` 0 to 1, 1 is exact."""

    source: str
    target: str
    score: float
    origin: str


@dataclass(frozen=True, slots=True)
class Segment:
    """About a sentence. `id` is unique in the draft, `block` is "title", "lead" or the id of a block.

    `separator` is what stands between this segment and the next in the Vietnamese block (may be empty).
    `target` is None as long as nothing was proposed. `fate` is what the translator did with the sentence on
    purpose; `into` names the segment it was merged into. Marks count code points of their own text.
    """

    id: str
    block: str
    source: str
    separator: str = ""
    source_marks: tuple[Mark, ...] = ()
    target: str | None = None
    target_marks: tuple[Mark, ...] = ()
    state: State = "initial"
    origin: Origin | None = None
    terms: tuple[TermUse, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    fate: Fate = "kept"
    into: str | None = None

    @property
    def approved(self) -> bool:
        """Whether a person has approved the target."""
        return self.state in ("reviewed", "final")

    @property
    def touched(self) -> bool:
        """Whether the target is a person's work, which no machine may replace."""
        return self.approved or (self.origin is not None and self.origin.kind == "human")

    @property
    def hash(self) -> str:
        """A short hash of both sides: what a reviewer's decision was based on."""
        return pair_hash(self.source, self.target)


@dataclass(frozen=True, slots=True)
class GlossaryRef:
    """Which glossary a draft was made with."""

    name: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article with its segments in reading order, the glossary it was made with, and the findings."""

    article: Article
    segments: tuple[Segment, ...]
    glossary: GlossaryRef
    findings: tuple[Finding, ...] = ()
    translator: str | None = None
    reviewer: str | None = None

    def segment(self, identity: str) -> Segment:
        """The segment of that id; KeyError if there is none."""
        for s in self.segments:
            if s.id == identity:
                return s
        raise KeyError(identity)

    def of_block(self, block: str) -> Iterator[Segment]:
        """The segments of one block ("title", "lead" or a block id), in order."""
        return (s for s in self.segments if s.block == block)

    def with_segments(self, changed: Iterable[Segment]) -> Draft:
        """The draft with these segments in place of those of the same ids."""
        by_id = {s.id: s for s in changed}
        return replace(self, segments=tuple(by_id.get(s.id, s) for s in self.segments))

    def engines(self) -> dict[str, int]:
        """How many segments each origin supplied: {"embedded": 12, "memory": 3, "human": 1}."""
        counts: dict[str, int] = {}
        for s in self.segments:
            if s.origin is not None:
                name = (s.origin.engine or s.origin.kind) if s.origin.kind == "engine" else s.origin.kind
                counts[name] = counts.get(name, 0) + 1
        return counts


def pair_hash(source: str, target: str | None) -> str:
    """A short hash of a source and its target, for suppressions and conflict detection."""
    return hashlib.sha256(f"{source}\x1f{target or ''}".encode()).hexdigest()[:16]


def english_text(segments: Iterable[Segment]) -> tuple[str, tuple[Mark, ...]]:
    """The English of one block from its segments: (text, marks in it).

    Sentences are joined by a space where the Vietnamese had none; line ends and tabs (list items, table cells) are
    kept. Segments merged elsewhere or left out on purpose vanish, and so does the space that followed them.
    A segment without a target stands in Vietnamese, so that nothing is lost unseen.
    """
    text = ""
    marks: list[Mark] = []
    pending = ""
    for s in segments:
        if s.fate in ("merged", "omitted"):
            pending = _stronger(pending, s.separator)
            continue
        said, its_marks = (s.source, s.source_marks) if s.target is None else (s.target, s.target_marks)
        if text:
            text += pending or " "
        marks.extend(Mark(m.start + len(text), m.end + len(text), m.kind, m.href) for m in its_marks)
        text += said
        pending = s.separator
    return text, tuple(marks)


def _stronger(left: str, right: str) -> str:
    """Of two separators the one that carries structure: a line end before a tab before a space."""
    for sign in ("\n", "\t"):
        if sign in left or sign in right:
            return sign
    return left or right
