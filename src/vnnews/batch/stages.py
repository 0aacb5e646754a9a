"""The stages of a batch: read a source; store, translate and check its articles. Plain functions of picklable data.

Workers run them. What they write is named by content and dated by the journal, so that a repeated call writes the
same bytes to the same names. Publishing gives names in order and is done by the batch itself (`finish`).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnnews.clock import fixed
from vnnews.errors import ConflictError, VnnewsError
from vnnews.files import write_atomic
from vnnews.publish import gate
from vnnews.settings import Settings
from vnnews.vietnamese.normalise import clean

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.batch.likeness import Sketch
    from vnnews.draft.model import Draft
    from vnnews.publish.gate import Outcome
    from vnnews.read.source import Source
    from vnnews.translate.engines.base import Engine

ARTICLES, DRAFTS, PAGES = "articles", "drafts", "pages"


@dataclass(frozen=True)
class Plan:
    """What a whole batch does: where it writes, and whether Vietnamese is translated or only cleaned and stored.

    `engine` is the name of the engine as it was chosen, so that every worker uses the same; `originals` gives the
    addresses of the originals that people confirmed for English articles, by id.
    """

    out: Path
    settings: Settings
    translate: bool
    engine: str
    originals: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """What reading a source gave: articles with their sketches, seconds by stage, and the failure if there was one."""

    articles: tuple[tuple[Article, Sketch | None], ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""


@dataclass(frozen=True)
class Task:
    """What is to be made of one article: read from `source`, dated `begun`, and in whose stead it need not be drafted.

    `like` is the id of an article that says the same, or None.
    """

    article: Article
    source: Source
    begun: str
    like: str | None = None


@dataclass
class Made:
    """One article as it was made: its record for journal and report, its files with their sha256, and what to publish.

    `subject` is the draft or English article that passed or failed the checks with `outcome`; `log` is the first line
    of the draft's log.
    """

    record: dict[str, Any]
    files: dict[str, str] = field(default_factory=dict)
    subject: Draft | Article | None = None
    outcome: Outcome | None = None
    log: str = ""


@dataclass
class Work:
    """What came of a source: its articles, seconds by stage, and the failure if there was one."""

    articles: list[Made] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""


def read(source: Source, seen: str, sketch: bool) -> Read:
    """Read one source; a failure is told, none is raised. `sketch`: whether likeness is asked for."""
    done = Work()
    found: list[tuple[Article, Sketch | None]] = []
    with _told(done), fixed(seen):
        from vnnews.batch.likeness import sketch_of
        from vnnews.read import read_source

        with _timed(done, "read"):
            articles = read_source(replace(source, retrieved=seen))
        with _timed(done, "compare"):
            found = [(a, sketch_of(a) if sketch and a.language == "vi" else None) for a in articles]
    return Read(tuple(found), done.seconds, done.message, done.cure)


def make(tasks: Sequence[Task], plan: Plan) -> Work:
    """Store, translate and check the articles of one source; a failure is told in the Work, none is raised."""
    done = Work()
    with _told(done):
        for task in tasks:
            with fixed(task.begun):
                done.articles.append(_made(task, plan, done))
    return done


@contextmanager
def _told(done: Work) -> Iterator[None]:
    """Turn what goes wrong inside into the message of the work."""
    try:
        yield
    except VnnewsError as error:
        done.message, done.cure = error.message, error.cure
    except MemoryError:
        done.message, done.cure = "not enough memory", "run it with fewer --jobs"


@contextmanager
def _timed(done: Work, stage: str) -> Iterator[None]:
    begun = time.perf_counter()
    try:
        yield
    finally:
        done.seconds[stage] = done.seconds.get(stage, 0.0) + time.perf_counter() - begun


def _made(task: Task, plan: Plan, done: Work) -> Made:
    from vnnews.read import store

    article, data = task.article, task.source.data
    if article.language == "en" and article.id in plan.originals:
        article = replace(article, original_url=plan.originals[article.id])
    with _timed(done, "store"):
        path = store.save(article, data, plan.out / ARTICLES, durable=False)
    original = f"{ARTICLES}/{store.ORIGINALS}/{article.provenance.sha256}"
    made = Made(_record(article, path.relative_to(plan.out).as_posix(), task.like))
    made.files = {original: article.provenance.sha256, made.record["article"]: _hash(path.read_bytes())}
    if article.language == "en":
        with _timed(done, "check"):
            made.subject, made.outcome = article, gate.examine(article, plan.settings)
    elif plan.translate and task.like is None:
        made.record["unknown"] = _unknown(article, plan)
        with _timed(done, "translate"):
            _draft(made, article, plan)
    return made


def _record(article: Article, path: str, like: str | None) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "site": _site(article),
        "encoding": article.provenance.encoding,
        "original": article.original_url,
        "article": path,
        "draft": None,
        "pages": [],
        "like": like,
        "unknown": [],
        "findings": _counts(article.findings),
    }


def _draft(made: Made, article: Article, plan: Plan) -> None:
    """Translate the article and write its draft, unless people have worked on an older one."""
    from vnnews.draft import log, store
    from vnnews.draft.xliff import dumps
    from vnnews.translate import translate_article

    # The id is always in the name: which of two like-named articles comes first must not depend on the workers.
    path = plan.out / DRAFTS / f"{store.stem_of(article)}-{article.id}.xlf"
    if path.exists() and any(s.touched for s in store.load(path).segments):
        raise ConflictError(f"{path}: people have worked on this draft", f"redo the rest with: vnnews update {path}")
    draft = translate_article(article, plan.settings, engine=_engine(plan))
    text = dumps(draft)
    write_atomic(path, text, durable=False)
    name = path.relative_to(plan.out).as_posix()
    made.files[name] = _hash(text if isinstance(text, bytes) else text.encode())
    made.log = log.line("created", **log.created(draft))
    made.subject, made.outcome = draft, gate.just_checked(draft, plan.settings)
    findings = _counts((*article.findings, *draft.findings))
    made.record |= {"draft": name, "findings": findings, "engines": draft.engines()}


def _unknown(article: Article, plan: Plan) -> list[str]:
    """Abbreviations and bodies that the glossary lacks, each once, in the order of letters."""
    from vnnews.glossary.mine import mine
    from vnnews.newsroom import context_for

    text = clean("\n".join(t for _, t in article.texts()))
    return sorted(c.text for c in mine([("", text)], context_for(plan.settings).glossary, least=1, examples=0))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
