"""The stages of a batch for one source: read, store, translate. Plain functions of picklable data, run by workers.

What they write is named by content and dated by the journal, so that a repeated call writes the same bytes to the
same names. Publishing keeps a ledger of its own and is done by the batch itself, in order (`run`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnnews.clock import fixed
from vnnews.errors import VnnewsError
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.read.source import Source
    from vnnews.translate.engines.base import Engine

ARTICLES, DRAFTS, PAGES = "articles", "drafts", "pages"


@dataclass(frozen=True)
class Plan:
    """What a whole batch does: where it writes, and whether Vietnamese is translated or only cleaned and stored.

    `engine` is the name of the engine as it was chosen, so that every worker uses the same.
    """

    out: Path
    settings: Settings
    translate: bool
    engine: str


@dataclass(frozen=True)
class Task:
    """One source with the time at which the batch first saw it, which stands in every record of it."""

    source: Source
    seen: str


@dataclass
class Work:
    """What a worker did with a source: a record for each article, seconds by stage, and the failure if there was one.

    A record has id, title, language, site, encoding, findings by code, and the paths (below the output folder) of
    article and draft.
    """

    articles: list[dict[str, Any]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""


def work(task: Task, plan: Plan) -> Work:
    """Take one source through the stages; a failure is told in the Work, none is raised."""
    done = Work()
    try:
        with fixed(task.seen):
            for article in _read(task.source, done):
                done.articles.append(_one(article, task.source, plan, done))
    except VnnewsError as error:
        done.message, done.cure = error.message, error.cure
    except MemoryError:
        done.message, done.cure = "not enough memory", "run it with fewer --jobs"
    return done


@contextmanager
def _timed(done: Work, stage: str) -> Iterator[None]:
    begun = time.perf_counter()
    try:
        yield
    finally:
        done.seconds[stage] = done.seconds.get(stage, 0.0) + time.perf_counter() - begun


def _read(source: Source, done: Work) -> list[Article]:
    from vnnews.read import read_source

    with _timed(done, "read"):
        return read_source(source)


def _one(article: Article, source: Source, plan: Plan, done: Work) -> dict[str, Any]:
    from vnnews.read import store

    with _timed(done, "store"):
        path = store.save(article, source.data, plan.out / ARTICLES)
    record = {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "site": _site(article),
        "encoding": article.provenance.encoding,
        "article": str(path.relative_to(plan.out)),
        "draft": None,
        "findings": _counts(article.findings),
    }
    if plan.translate and article.language == "vi":
        with _timed(done, "translate"):
            record |= _draft(article, plan)
    return record


def _draft(article: Article, plan: Plan) -> dict[str, Any]:
    from vnnews.draft import store
    from vnnews.translate import translate_article

    draft = translate_article(article, plan.settings, engine=_engine(plan))
    # The id is always in the name: which of two like-named articles comes first must not depend on the workers.
    path = plan.out / DRAFTS / f"{store.stem_of(article)}-{article.id}.xlf"
    store.create(draft, path)
    return {
        "draft": str(path.relative_to(plan.out)),
        "findings": _counts((*article.findings, *draft.findings)),
        "engines": draft.engines(),
    }


_opened: dict[str, Engine] = {}
"""The engines of this worker process, opened at the first article that needs one."""


def _engine(plan: Plan) -> Engine:
    from vnnews.translate.engines import open_engine

    if plan.engine not in _opened:
        _opened[plan.engine] = open_engine(plan.engine, plan.settings)
    return _opened[plan.engine]


def _site(article: Article) -> str:
    from urllib.parse import urlsplit

    return urlsplit(article.source_url or "").hostname or article.source_name or ""


def _counts(findings: Any) -> dict[str, int]:
    out: dict[str, int] = {}
    for f in findings:
        out[f.code] = out.get(f.code, 0) + 1
    return dict(sorted(out.items()))
