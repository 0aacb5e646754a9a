"""Article to Draft: memory first, then the engine, each answer restored, verified, and asked again where it failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from vnnews.article import Article
from vnnews.draft.model import Candidate, Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.english.rendering import accepted
from vnnews.english.style import Style
from vnnews.errors import EngineError, InputError
from vnnews.finding import Finding
from vnnews.item import Item
from vnnews.translate.engines.base import Answer, Engine, EngineContext, Request
from vnnews.translate.findings import DOUBTFUL, ENGINE_FAILED, ITEM_LOST, LEFT, MARK_LOST, MATCH_ADAPTED
from vnnews.translate.marks import place_marks
from vnnews.translate.memory import Match, Memory
from vnnews.translate.memory.repair import adapt
from vnnews.translate.mend import mend
from vnnews.translate.plan import Try, bind, tries
from vnnews.translate.protect import Bound, Restored, protect, restore
from vnnews.translate.segments import segments_of
from vnnews.translate.verify import Verdict, verify
from vnnews.vietnamese import Context, recognise

TAKEN = 0.97
"""From this score on a memory match is taken; below it is only offered, and the engine is asked."""

Progress = Callable[[int, int], None]


@dataclass
class _Job:
    """One segment on its way: its Items, the best answer so far, and what is left to try."""

    segment: Segment
    items: list[Item]
    bound: list[Bound]
    todo: list[Try]
    best: tuple[Restored, Verdict, Try] | None = None
    error: EngineError | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether another answer is worth asking for."""
        return bool(self.todo) and (self.best is None or not self.best[1].good)


def translate(
    article: Article,
    engine: Engine,
    context: Context,
    style: Style,
    *,
    memory: Memory | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Draft:
    """Draft the English of a Vietnamese article.

    Every segment gets a target, an origin and the findings of its making; nothing raises for what the engine does.
    Raises InputError for an article that has no text or is English already.
    """
    if article.language == "en":
        raise InputError("the article is in English already", "publish it as it is: vnnews publish")
    jobs = [_job(s, context, style) for s in segments_of(article)]
    if not jobs:
        raise InputError("the article has no text", "import it again and look at what was dropped")
    done: dict[str, Segment] = {}
    if memory is not None:
        _from_memory(jobs, memory, context, style, done)
    open_jobs = [j for j in jobs if j.segment.id not in done]
    _ask(open_jobs, engine, context, progress, cancelled)
    for job in open_jobs:
        done[job.segment.id] = _settled(job, engine, article)
    glossary = context.glossary
    return Draft(
        article=article,
        segments=tuple(done[j.segment.id] for j in jobs),
        glossary=GlossaryRef(glossary.name, glossary.version, glossary.hash),
        findings=tuple(f for j in jobs for f in j.findings),
    )


def _job(segment: Segment, context: Context, style: Style) -> _Job:
    items = recognise(segment.source, context)
    bound = bind(items, style)
    uses = tuple(
        TermUse(segment.source[slice(*b.item.span)], b.item.span, b.english, b.item.kind, b.forms[1:]) for b in bound
    )
    return _Job(replace(segment, terms=uses), items, bound, [])


# --- memory ----------------------------------------------------------------------------------------------------


def _from_memory(
    jobs: Sequence[_Job], memory: Memory, context: Context, style: Style, done: dict[str, Segment]
) -> None:
    sources = ["", *(j.segment.source for j in jobs), ""]
    for n, job in enumerate(jobs):
        found = memory.lookup(job.segment.source, job.items, before=sources[n], after=sources[n + 2])
        taken = _taken(job, found[0], context, style) if found and found[0].score >= TAKEN - 0.02 else None
        offered = tuple(Candidate(m.unit.source, m.unit.target, m.score, m.unit.origin) for m in found)
        job.segment = replace(job.segment, candidates=offered)
        if taken is not None:
            done[job.segment.id] = replace(taken, candidates=offered)


def _taken(job: _Job, match: Match, context: Context, style: Style) -> Segment | None:
    """The segment with a match for target, or None where the match does not fit."""
    target: str | None = match.unit.target
    if match.kind == "fuzzy":
        return None
    if match.kind == "items":
        old = recognise(match.unit.source, context)
        target = adapt(match.unit.target, old, job.items, lambda item: accepted(item, style))
        if target is None:
            return None
        job.findings.append(MATCH_ADAPTED.at(job.segment.id, "figures, dates or names were replaced"))
    origin = Origin("memory", match.unit.origin or "memory", None, match.score, match.kind)
    return replace(job.segment, target=target, state="translated", origin=origin)


# --- engine ----------------------------------------------------------------------------------------------------


def _ask(
    jobs: Sequence[_Job], engine: Engine, context: Context, progress: Progress, cancelled: Callable[[], bool]
) -> None:
    """Ask the engine in rounds; in each round every open segment is asked in its next way, equal texts once."""
    ways = tries(engine.info)
    for job in jobs:
        job.todo = list(ways) if job.bound else [w for w in ways if w.manner in ("plain", ways[0].manner)]
    run = EngineContext(glossary_hash=context.glossary.hash, cancelled=cancelled)
    while waiting := [j for j in jobs if j.open]:
        requests: dict[Request, list[tuple[_Job, Try]]] = {}
        for job in waiting:
            way = job.todo.pop(0)
            requests.setdefault(_request(job, way), []).append((job, way))
        for answer, askers in zip(engine.translate(list(requests), run), requests.values(), strict=True):
            for job, way in askers:
                _take(job, way, answer)
        progress(sum(not j.open for j in jobs), len(jobs))


def _request(job: _Job, way: Try) -> Request:
    terms = tuple((u.source, u.target) for u in job.segment.terms) if way.manner in ("glossary", "prompt") else ()
    return Request(protect(job.segment.source, job.bound, way.manner), way.manner, terms, attempt=way.attempt)


def _take(job: _Job, way: Try, answer: Answer) -> None:
    """Keep an answer if it is better than what the job has; an error that waiting cannot mend ends the job."""
    if answer.text is None:
        job.error = answer.error
        if answer.error is None or not answer.error.retryable:
            job.todo.clear()
        return
    restored = restore(answer.text, job.bound, way.manner)
    verdict = verify(job.segment.source, job.bound, restored)
    if job.best is None or verdict.weight < job.best[1].weight:
        job.best = (restored, verdict, way)


def _settled(job: _Job, engine: Engine, article: Article) -> Segment:
    """The segment with the best answer and the findings that go with it."""
    segment = job.segment
    if job.best is None:
        why = job.error.message if job.error else "no answer"
        job.findings.append(ENGINE_FAILED.at(segment.id, why, span=(0, 0)))
        return segment
    restored, verdict, way = job.best
    if not engine.info.translates and {"vietnamese", "same"} & set(verdict.faults):
        job.findings.append(LEFT.at(segment.id, "left in Vietnamese around the terms"))
        origin = Origin("rule", engine.info.name, engine.version, manner=way.manner)
        return replace(segment, target=restored.text, origin=origin)
    if {"empty", "error", "same"} & set(verdict.faults):
        job.findings.append(ENGINE_FAILED.at(segment.id, "the answer was no translation"))
        return segment
    return _written(job, engine, restored, verdict, way, headline=segment.block == "title")


def _written(job: _Job, engine: Engine, restored: Restored, verdict: Verdict, way: Try, *, headline: bool) -> Segment:
    segment = job.segment
    ended = segment.source.rstrip("\"”')/ ").endswith((".", "…"))
    target = mend(restored.text, ended=ended, headline=headline)
    # Mending moves letters, so that places are looked for again in the mended text.
    placed = restore(target, job.bound, "plain").placed
    marks, lost_marks = place_marks(segment.source, segment.source_marks, target, job.bound, placed)
    for n in verdict.lost:
        b = job.bound[n]
        said = segment.source[slice(*b.item.span)]
        job.findings.append(ITEM_LOST.at(segment.id, f"{said} should be {b.english}", suggestion=None))
    doubts = set(verdict.faults) & {"repeated", "short", "long", "digits"}
    if doubts:
        job.findings.append(DOUBTFUL.at(segment.id, f"the answer is doubtful: {', '.join(sorted(doubts))}"))
    job.findings += [
        MARK_LOST.at(segment.id, f"{m.kind} not placed", side="source", span=(m.start, m.end)) for m in lost_marks
    ]
    origin = Origin("engine" if engine.info.translates else "rule", engine.info.name, engine.version, manner=way.manner)
    return replace(segment, target=target, target_marks=marks, state="translated", origin=origin)
