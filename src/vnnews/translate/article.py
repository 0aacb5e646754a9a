"""An article made into a draft: segments, Items, memory, engine, checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vnnews.article import Article
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.errors import InputError
from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_draft
from vnnews.settings import Settings
from vnnews.translate.ask import Outcome, Progress, Task, ask, finish
from vnnews.translate.engines import choose, open_engine
from vnnews.translate.engines.base import Engine, EngineContext
from vnnews.translate.findings import MARK_LOST, MATCH_ADAPTED, findings_of
from vnnews.translate.marks import place_marks
from vnnews.translate.mentions import Said, abbreviate, shorts_of
from vnnews.translate.plan import bind
from vnnews.translate.protect import Restored, protect, restore
from vnnews.translate.recall import Recall
from vnnews.translate.segments import segments_of
from vnnews.vietnamese import recognise

if TYPE_CHECKING:
    from vnnews.english.style import Style
    from vnnews.vietnamese.context import Context

_LETTER = re.compile(r"[^\W\d_]")


@dataclass
class _Work:
    """One segment on its way: what is to be said, and what came of it."""

    segment: Segment
    task: Task
    outcome: Outcome | None = None
    origin: Origin | None = None
    findings: list[Finding] = field(default_factory=list)


def translate_article(
    article: Article,
    settings: Settings,
    *,
    engine: Engine | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Draft:
    """The draft of a Vietnamese article, with its findings.

    Without `engine` the one of the settings is opened (by default one that keeps the text on this machine) and closed
    again. Approved pairs of the memory go before the engine; `progress` is told how many of how many sentences are
    done. Raises InputError for an article that is English or has no text, EngineUnavailable when the engine cannot be
    used; what an engine fails to do for a sentence becomes a finding.
    """
    if article.language == "en":
        raise InputError(
            "the text is English already",
            "publish takes it as it is: vnnews publish; check looks it over: vnnews check",
        )
    context, style = context_for(settings, article), style_for(settings)
    work = _prepared(article, context, style)
    if not work:
        raise InputError("the article has no text", "import it again and look at what was dropped")
    with Recall(settings, context, style) as recall:
        left = [w for w in work if not _by_rule(w) and not _recalled(w, work, recall)]
    if left:
        _translate(left, settings, engine, context, progress, cancelled)
    glossary = context.glossary
    _settle_all(work, shorts_of(glossary.terms, context.published), style)
    draft = Draft(
        article,
        tuple(w.segment for w in work),
        GlossaryRef(glossary.name, glossary.version, glossary.hash),
        translator=settings.translator,
    )
    return replace(draft, findings=(*(f for w in work for f in w.findings), *check_draft(draft, context, style)))


def _prepared(article: Article, context: Context, style: Style) -> list[_Work]:
    segments = segments_of(article)
    sources = ["", *(s.source for s in segments), ""]
    headings = {"title", *(b.id for b in article.blocks if b.kind == "heading")}
    out = []
    for n, segment in enumerate(segments):
        bound = tuple(bind(segment.source, recognise(segment.source, context), style))
        task = Task(segment.source, bound, sources[n], sources[n + 2], headline=segment.block in headings)
        out.append(_Work(segment, task))
    return out


def _by_rule(work: _Work) -> bool:
    """Settle a segment that needs no engine: without letters outside its Items (a figure or name in a table cell)."""
    source, bound = work.task.source, work.task.bound
    outside = "".join(
        source[a:b]
        for a, b in zip(
            [0, *(b.item.span[1] for b in bound)], [*(b.item.span[0] for b in bound), len(source)], strict=True
        )
    )
    if _LETTER.search(outside):
        return False
    text = protect(source, [replace(b, carried=True) for b in bound], "inline")
    outcome = finish(work.task, restore(text, work.task.bound, "plain"), "inline")
    work.outcome, work.origin = outcome, Origin("rule", manner="inline")
    return True


def _recalled(work: _Work, all_work: Sequence[_Work], recall: Recall) -> bool:
    """Settle a segment from the memory, or note what the memory offers for it."""
    found = recall.find(work.task)
    work.segment = replace(work.segment, candidates=found.candidates)
    if found.target is None:
        return False
    if found.adapted:
        work.findings.append(MATCH_ADAPTED.at(work.segment.id, "figures, dates or names were replaced"))
    outcome = finish(work.task, Restored(found.target, ()), "plain")
    work.outcome = replace(outcome, text=found.target)
    work.origin = Origin("memory", found.origin, score=found.score)
    return True


def _translate(
    work: Sequence[_Work],
    settings: Settings,
    engine: Engine | None,
    context: Context,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    opened = engine or open_engine(choose(settings), settings)
    try:
        run = EngineContext(glossary_hash=context.glossary.hash, cancelled=cancelled)
        outcomes = ask([w.task for w in work], opened, run, progress)
        for w, outcome in zip(work, outcomes, strict=True):
            origin = Origin("engine" if opened.info.translates else "rule", opened.info.name, opened.version)
            w.outcome, w.origin = outcome, replace(origin, manner=outcome.manner)
    finally:
        if engine is None:
            opened.close()


def _settle_all(work: Sequence[_Work], shorts: Mapping[str, str], style: Style) -> None:
    """Write the outcomes into their segments, abbreviations settled over the article; the memory's stay."""
    said = [Said(w.task, w.outcome or Outcome(None), w.origin is not None and w.origin.kind == "memory") for w in work]
    for w, outcome in zip(work, abbreviate(said, shorts, style.first_mention), strict=True):
        _settle(w, outcome)


def _settle(work: _Work, outcome: Outcome) -> None:
    """Write an outcome into its segment, with the findings about it."""
    segment = work.segment
    terms = tuple(
        TermUse(b.source_in(work.task.source), b.item.span, b.english, b.item.kind, b.forms) for b in work.task.bound
    )
    work.findings += findings_of(segment, work.task, outcome)
    if outcome.text is None:
        work.segment = replace(segment, terms=terms)
        return
    marks, lost = place_marks(segment.source, segment.source_marks, outcome.text, work.task.bound, outcome.placed)
    work.findings += [
        MARK_LOST.at(segment.id, f"{m.kind} not placed", side="source", span=(m.start, m.end)) for m in lost
    ]
    whole = not {"vietnamese", "same"} & set(outcome.verdict.faults)
    work.segment = replace(
        segment,
        target=outcome.text,
        target_marks=marks,
        state="translated" if whole else "initial",
        origin=work.origin,
        terms=terms,
    )
