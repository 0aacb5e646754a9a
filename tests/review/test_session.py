"""A review session: every action is on disk at once, can be undone, and stops come in reading order."""

from dataclasses import replace
from pathlib import Path

import pytest

from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment
from vnnews.errors import ConflictError, UsageError
from vnnews.finding import Finding, Rule
from vnnews.review.session import Session, Stop
from vnnews.translate.update import CHANGED_TERMS

TEN = Rule("N001", "number-missing", "error", "A number is missing.")


def tens(draft: Draft) -> tuple[Finding, ...]:
    """Every segment whose Vietnamese has a 10 must have one in English."""
    return tuple(
        TEN.at(s.id, "10 is missing", span=(0, 3), suggestion="10")
        for s in draft.segments
        if "10" in s.source and "10" not in (s.target or "")
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    article = Article("i", "Một", (), "vi", Provenance("-", "", "", "", "", ""), lead="Hai 10. Ba.")
    engine = Origin("engine", "x")
    segments = [
        Segment("title.1", "title", "Một", target="One", state="translated", origin=engine),
        Segment("lead.1", "lead", "Hai 10.", " ", target="Ten two.", state="translated", origin=engine),
        Segment("lead.2", "lead", "Ba."),
    ]
    file = tmp_path / "a.xlf"
    store.create(Draft(article, tuple(segments), GlossaryRef("", "", "")), file)
    return file


def session(path: Path, by: str = "A", **more: int) -> Session:
    return Session(path, by, tens, **more)  # type: ignore[arg-type]  # only numbers are passed


def test_stops_are_findings_and_then_approvals(path: Path) -> None:
    stops = session(path).stops()
    assert [(s.segment, s.finding.code if s.finding else None) for s in stops] == [
        ("title.1", None), ("lead.1", "N001"), ("lead.2", None),
    ]  # fmt: skip


def test_what_was_done_is_on_disk_at_once_and_a_new_session_goes_on_there(path: Path) -> None:
    mine = session(path)
    mine.approve("title.1")
    mine.edit("lead.1", "  10 two. ")
    again = session(path)
    assert [s.target for s in again.draft.segments] == ["One", "10 two.", None]
    assert again.stops()[again.begin()] == Stop("lead.1")
    assert [e["event"] for e in log.read(path).events] == ["created", "approved", "edited"]


def test_a_suggestion_takes_the_place_of_the_words_it_points_at(path: Path) -> None:
    mine = session(path)
    (finding,) = [s.finding for s in mine.stops() if s.finding]
    mine.accept(finding)
    assert mine.draft.segment("lead.1").target == "10 two."
    assert mine.draft.segment("lead.1").origin == Origin("human", "A")
    assert mine.draft.findings == ()


def test_an_edited_text_loses_its_approval(path: Path) -> None:
    mine = session(path)
    mine.approve("title.1")
    mine.edit("title.1", "The one")
    assert mine.draft.segment("title.1").state == "translated"


def test_typing_in_decomposed_letters_is_the_same_text(path: Path) -> None:
    mine = session(path)
    mine.edit("title.1", "Việt")
    assert mine.draft.segment("title.1").target == "Việt"


def test_a_suppression_holds_until_a_side_changes(path: Path) -> None:
    mine = session(path)
    (finding,) = mine.draft.findings
    with pytest.raises(UsageError, match="reason"):
        mine.suppress(finding, " ")
    mine.suppress(finding, "said as a word")
    assert [f.suppressed and f.suppressed.reason for f in mine.draft.findings] == ["said as a word"]
    assert Stop("lead.1") in session(path).stops()
    mine.edit("lead.1", "Ten and two.")
    assert [f.suppressed for f in mine.draft.findings] == [None]


def test_every_action_can_be_undone(path: Path) -> None:
    mine = session(path)
    begun = mine.draft.segments
    (finding,) = mine.draft.findings
    mine.edit("title.1", "The one")
    mine.approve("title.1")
    mine.suppress(finding, "so")
    mine.decide("lead.2", "merged", "lead.1")
    assert [mine.undo() for _ in range(5)] == ["lead.2", "lead.1", "title.1", "title.1", None]
    assert mine.draft.segments == begun
    assert store.load(path).segments == begun
    assert [f.suppressed for f in mine.draft.findings] == [None]


def test_what_was_left_out_on_purpose_needs_no_approval(path: Path) -> None:
    mine = session(path)
    mine.decide("lead.2", "omitted")
    assert "lead.2" not in [s.segment for s in mine.stops()]
    with pytest.raises(UsageError, match="no segment nowhere"):
        mine.decide("lead.2", "merged", "nowhere")


def test_nothing_is_approved_without_english(path: Path) -> None:
    with pytest.raises(UsageError, match="no English"):
        session(path).approve("lead.2")


def test_two_people_must_approve_the_same_text_where_two_are_asked_for(path: Path) -> None:
    session(path, "A", approvals=2).approve("title.1")
    session(path, "A", approvals=2).approve("title.1")
    assert store.load(path).segment("title.1").state == "translated"
    session(path, "B", approvals=2).approve("title.1")
    assert store.load(path).segment("title.1").state == "reviewed"


def test_approved_pairs_are_remembered(path: Path) -> None:
    kept: list[tuple[str, str | None]] = []
    mine = Session(path, "A", tens, lambda draft, segment: kept.append((segment.source, segment.target)))
    mine.approve("title.1")
    assert kept == [("Một", "One")]


def test_another_writer_is_noticed(path: Path) -> None:
    mine = session(path)
    store.save(replace(mine.draft, translator="C"), path)
    with pytest.raises(ConflictError):
        mine.edit("title.1", "Mine")
    assert store.load(path).segment("title.1").target == "One"


def test_what_an_update_found_stays_until_a_person_decides_and_comes_back_with_undo(path: Path) -> None:
    first = session(path)
    first.approve("title.1")
    found = CHANGED_TERMS.at("title.1", "now 'A'", span=(0, 3), suggestion="A")
    store.save(replace(first.draft, findings=(*first.draft.findings, found)), path)
    mine = session(path)
    assert mine.stops()[0] == Stop("title.1", found)
    mine.edit("lead.2", "Three.")
    assert mine.stops()[0] == Stop("title.1", found)
    mine.accept(found)
    assert store.load(path).segment("title.1").target == "A"
    assert found not in session(path).draft.findings
    mine.undo()
    assert mine.stops()[0] == Stop("title.1", found)
    mine.approve("title.1")
    assert [s.segment for s in mine.stops()] == ["lead.1", "lead.2"]


def test_control_c_while_the_screen_is_drawn_stops_the_review_in_order(path: Path) -> None:
    from io import StringIO

    from rich.console import Console

    from vnnews.review.terminal import Review

    def interrupted() -> str:
        raise KeyboardInterrupt

    out = StringIO()
    Review(session(path), Console(file=out, width=80), interrupted, lambda question, text: None, str).run()
    assert "3 left for another time." in out.getvalue()
