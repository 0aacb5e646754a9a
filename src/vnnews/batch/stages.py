"""The stages of a batch: read a source; store, translate and check its articles. Plain functions of picklable data.

Workers run them. Each file is written beside its place, hidden; the batch puts in place what it keeps, in the order of
the sources (`finish`). What is in a file depends on content and journal alone, so that a repeated call makes the same.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnnews.clock import fixed
from vnnews.errors import ConflictError, VnnewsError
from vnnews.files import holds, write_beside
from vnnews.read.store import ORIGINALS, SUFFIX, dumps
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.batch.likeness import Sketch
    from vnnews.draft.model import Draft
    from vnnews.publish import Composed
    from vnnews.publish.gate import Outcome
    from vnnews.publish.ledger import Ledger
    from vnnews.publish.settings import Site
    from vnnews.read.source import Source
    from vnnews.translate.engines.base import Engine

ARTICLES, DRAFTS, PAGES = "articles", "drafts", "pages"


@dataclass(frozen=True)
class Pairs:
    """The pairs that people confirmed.

    `originals` are addresses by the id of the English article, `english` ids of English articles by that of the
    Vietnamese one.
    """

    originals: dict[str, str] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What a whole batch does: where it writes, and whether Vietnamese is translated or only cleaned and stored.

    `engine` is the name of the engine as it was chosen, so that every worker uses the same. The English articles
    in `pairs` link to their originals, which are not translated again.
    """

    out: Path
    settings: Settings
    translate: bool
    engine: str
    pairs: Pairs = field(default_factory=Pairs)

    @cached_property
    def site(self) -> Site:
        """How the pages look."""
        from vnnews.publish.settings import site_of

        return site_of(self.settings)


@dataclass
class Made:
    """One article as it was made: its record for journal and report, and its files with their sha256.

    Files are named within the output folder. `staged` tells which of them are written, hidden beside their place.
    `untranslated` is the article where it may still have to be translated, `sketch` what it is compared by. `page` is
    the page of `subject`, a draft or English article that the checks said `outcome` of, with `pages`, its files, the
    sidecar last; `held` says why there is none. `log` is the first line of the draft's log.
    """

    record: dict[str, Any]
    files: dict[str, str] = field(default_factory=dict)
    staged: dict[str, str] = field(default_factory=dict)
    untranslated: Article | None = None
    sketch: Sketch | None = None
    subject: Draft | Article | None = None
    outcome: Outcome | None = None
    page: Composed | None = None
    pages: dict[str, str] = field(default_factory=dict)
    held: str = ""
    log: str = ""

    def write(self, name: str, data: bytes, out: Path) -> str:
        """Stage a file unless it stands there already; gives the sha256."""
        if not holds(out / name, data):
            self.staged[name] = write_beside(out / name, data, durable=False).name
        return hashlib.sha256(data).hexdigest()

    def drop(self, out: Path) -> None:
        """Remove what is staged and will not be put in place."""
        for name, hidden in self.staged.items():
            (out / name).with_name(hidden).unlink(missing_ok=True)
            self.files.pop(name, None)
        self.staged.clear()


@dataclass
class Work:
    """What came of a source: its articles, seconds by stage, and the failure if there was one."""

    articles: list[Made] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    message: str = ""
    cure: str = ""


def read(source: Source, seen: str, begun: str, plan: Plan) -> Work:
    """Read one source and make of its articles what needs no translation; a failure is told, none is raised.

    The articles are read as of the day the content was first `seen`, worked on as of this work's beginning.
    """
    done = Work()
    articles: list[Article] = []
    with _told(done), _timed(done, "read"), fixed(seen):
        from vnnews.read import read_source

        articles = read_source(replace(source, retrieved=seen))
    with fixed(begun):
        for article in articles:
            original = plan.pairs.originals.get(article.id) if article.language == "en" else None
            article = replace(article, original_url=original) if original else article
            made = Made(_record(article, plan))
            done.articles.append(made)
            if not done.message:
                _store(made, article, source, plan, done)
    return done


def translate(works: list[Made], begun: str, plan: Plan) -> Work:
    """Translate articles of one source and compose their pages; a failure is told, none is raised."""
    from vnnews.publish.ledger import Blank

    done = Work(works)
    with _told(done), fixed(begun):
        for made in works:
            article = made.untranslated
            assert article is not None
            made.record["unknown"] = _unknown(article, plan)
            with _timed(done, "translate"):
                _draft(made, article, plan)
            with _timed(done, "publish"):
                compose(made, plan, Blank(plan.out / PAGES))
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


def _store(made: Made, article: Article, source: Source, plan: Plan, done: Work) -> None:
    """Stage the article and its original, and all that can be made of it before others are looked at."""
    try:
        with _told(done):
            _make(made, article, source, plan, done)
    finally:
        if done.message:
            made.drop(plan.out)


def _make(made: Made, article: Article, source: Source, plan: Plan, done: Work) -> None:
    name = made.record["article"]
    with _timed(done, "store"):
        original = f"{ARTICLES}/{ORIGINALS}/{article.provenance.sha256}"
        made.files[original] = made.write(original, source.data, plan.out)
        made.files[name] = made.write(name, dumps(article), plan.out)
    if article.language == "en":
        from vnnews.draft import log
        from vnnews.publish import gate
        from vnnews.publish.ledger import Blank

        with _timed(done, "check"):
            made.outcome = gate.examine(article, plan.settings, log.read(plan.out / name))
        made.subject = article
        with _timed(done, "publish"):
            compose(made, plan, Blank(plan.out / PAGES))
    elif plan.translate:
        from vnnews.batch.likeness import sketch_of

        with _timed(done, "compare"):
            made.sketch = sketch_of(article)
        made.untranslated = article if made.record["english"] is None else None


def compose(made: Made, plan: Plan, ledger: Ledger) -> None:
    """Compose and stage the page of an article that was checked, named as the ledger stands; or tell why not."""
    from vnnews import publish as publishing
    from vnnews.publish.files import rendered, writers

    assert made.subject is not None
    assert made.outcome is not None
    outcome, path = made.outcome, plan.out / (made.record["draft"] or made.record["article"])
    order = publishing.Order(plan.out / PAGES)
    made.page, made.pages = None, {}
    try:
        page = publishing.compose(made.subject, path, plan.settings, plan.site, order, ledger, lambda: outcome)
    except VnnewsError as error:
        made.held = error.message
        return
    contents = rendered(page.page, writers(plan.site), plan.site)
    made.pages = {f"{PAGES}/{name}": made.write(f"{PAGES}/{name}", c, plan.out) for name, c in contents.items()}
    made.page = page


def _record(article: Article, plan: Plan) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "site": _site(article),
        "encoding": article.provenance.encoding,
        "original": article.original_url,
        "article": f"{ARTICLES}/{article.id}{SUFFIX}",
        "draft": None,
        "pages": [],
        "like": None,
        "english": plan.pairs.english.get(article.id),
        "unknown": [],
        "findings": _counts(article.findings),
    }


def _draft(made: Made, article: Article, plan: Plan) -> None:
    """Translate the article and stage its draft, unless people have worked on an older one."""
    from vnnews.draft import log, store, xliff
    from vnnews.publish import gate
    from vnnews.translate import translate_article

    # The id is always in the name: which of two like-named articles comes first must not depend on the workers.
    path = plan.out / DRAFTS / f"{store.stem_of(article)}-{article.id}.xlf"
    if path.exists() and any(s.touched for s in store.load(path).segments):
        raise ConflictError(f"{path}: people have worked on this draft", f"redo the rest with: vnnews update {path}")
    draft = translate_article(article, plan.settings, engine=_engine(plan))
    name = path.relative_to(plan.out).as_posix()
    made.files[name] = made.write(name, xliff.dumps(draft), plan.out)
    made.log = log.line("created", **log.created(draft))
    made.untranslated = None
    made.subject, made.outcome = draft, gate.just_checked(draft, plan.settings)
    findings = _counts((*article.findings, *draft.findings))
    made.record |= {"draft": name, "findings": findings, "engines": draft.engines()}


def _unknown(article: Article, plan: Plan) -> list[str]:
    """Abbreviations and bodies that the glossary lacks, each once, in the order of letters."""
    from vnnews.glossary.mine import mine
    from vnnews.newsroom import context_for
    from vnnews.vietnamese.normalise import clean

    text = clean("\n".join(t for _, t in article.texts()))
    return sorted(c.text for c in mine([("", text)], context_for(plan.settings).glossary, least=1, examples=0))


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
