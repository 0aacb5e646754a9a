"""Findings about the article as a whole, such as a removed sentence, are put aside with a reason, one by one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Segment
from vnnews.finding import Finding
from vnnews.review.inputs import suppress
from vnnews.review.session import Session
from vnnews.review.terminal import Answer, Review
from vnnews.settings import Settings
from vnnews.translate.update import SOURCE_GONE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    article = Article("i", None, (), "vi", Provenance("-", "", "", "", "", ""), lead="Một.")
    gone = tuple(SOURCE_GONE.at(None, f"removed: lead.{n}", side="source", suggestion="Gone.") for n in (2, 3))
    segments = (Segment("lead.1", "lead", "Một.", "", target="One.", state="translated"),)
    file = tmp_path / "a.xlf"
    store.create(Draft(article, segments, GlossaryRef("", "", ""), findings=gone), file)
    return file


def _review(session: Session, keys: str, answers: list[Answer]) -> list[str]:
    """Run a review with these keys and answers; gives the questions that were asked."""
    asked: list[str] = []
    pressed: Iterator[str] = iter(keys)

    def ask(question: str, text: str) -> Answer:
        asked.append(question)
        return answers[len(asked) - 1]

    Review(session, Console(file=io.StringIO()), lambda: next(pressed), ask, lambda text: text).run()
    return asked


def of_the_article(session: Session) -> list[Finding]:
    return [stop.finding for stop in session.stops() if stop.segment is None and stop.finding]


def test_a_removed_sentence_is_put_aside_by_the_key_of_all_findings_and_the_other_stays(path: Path) -> None:
    asked = _review(Session(path, "A", lambda draft: ()), "yxsq", [Answer("told the author")])
    assert len(asked) == 1
    again = Session(path, "A", lambda draft: ())
    assert [f.message for f in of_the_article(again)] == ["removed: lead.3"]
    assert [s.reason for s in log.read(path).suppressions.values()] == ["told the author"]


def test_it_comes_back_with_undo(path: Path) -> None:
    _review(Session(path, "A", lambda draft: ()), "yxuq", [Answer("told the author")])
    assert log.read(path).suppressions == {}
    assert len(of_the_article(Session(path, "A", lambda draft: ()))) == 2


@pytest.mark.parametrize("key", "aeEymvo")
def test_what_is_done_to_a_sentence_cannot_be_done_to_the_article(path: Path, key: str) -> None:
    before = path.read_bytes()
    _review(Session(path, "A", lambda draft: ()), f"ss{key}q", [Answer("x")])
    assert path.read_bytes() == before


def test_nothing_is_put_aside_when_the_person_backs_out(path: Path) -> None:
    assert _review(Session(path, "A", lambda draft: ()), "q", []) == []
    _review(Session(path, "A", lambda draft: ()), "yxxq", [Answer("half a", done=False), Answer("")])
    assert log.read(path).suppressions == {}


def test_it_comes_back_when_the_finding_says_something_else(path: Path) -> None:
    session = Session(path, "A", lambda draft: ())
    session.suppress(of_the_article(session)[0], "told the author")
    first, second = session.draft.findings
    store.save(replace(session.draft, findings=(replace(first, suggestion="Other."), second)), path)
    assert len(of_the_article(Session(path, "A", lambda draft: ()))) == 2


def test_check_puts_it_aside_too(path: Path) -> None:
    found = suppress([path], Settings(), "u003", "told the author", "A")
    assert [f.message for f in found] == ["removed: lead.2", "removed: lead.3"]
    assert of_the_article(Session(path, "A", lambda draft: ())) == []
