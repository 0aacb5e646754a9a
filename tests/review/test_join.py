"""Two copies of one draft made one: no person's work is lost, conflicts are listed with both texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment
from vnnews.errors import InputError
from vnnews.review.join import join
from vnnews.review.session import Session

IDS = ("lead.1", "lead.2", "lead.3")


def make(path: Path, identity: str = "i") -> Path:
    article = Article(identity, None, (), "vi", Provenance("-", "", "", "", "", ""), lead="Một. Hai. Ba.")
    segments = [
        Segment(i, "lead", vi, " ", target=en, state="translated", origin=Origin("engine", "x"))
        for i, vi, en in zip(IDS, ("Một.", "Hai.", "Ba."), ("One.", "Two.", "Three."), strict=True)
    ]
    store.create(Draft(article, tuple(segments), GlossaryRef("", "", "")), path)
    return path


def copy(path: Path, name: str) -> Path:
    for file in (path, log.path_of(path)):
        shutil.copy(file, file.with_name(name + "".join(file.suffixes)))
    return path.with_name(f"{name}.xlf")


def work(path: Path, by: str, *, then: dict[str, str]) -> None:
    session = Session(path, by, lambda draft: ())
    for identity, what in then.items():
        if what == "approve":
            session.approve(identity)
        elif what == "omit":
            session.decide(identity, "omitted")
        else:
            session.edit(identity, what)


def test_each_takes_what_the_other_did_and_conflicts_keep_both(tmp_path: Path) -> None:
    path = make(tmp_path / "a.xlf")
    work(path, "A", then={"lead.1": "First."})
    other = copy(path, "b")
    work(path, "A", then={"lead.2": "Second."})
    work(other, "B", then={"lead.1": "The first.", "lead.2": "Number two.", "lead.3": "approve"})
    done = join(path, other)
    assert (done.taken, done.conflicts, done.unknown) == (("lead.1", "lead.3"), ("lead.2",), ())
    draft = store.load(path)
    assert [(s.target, s.state) for s in draft.segments] == [
        ("The first.", "translated"), ("Second.", "translated"), ("Three.", "reviewed"),
    ]  # fmt: skip
    assert [c.target for c in draft.segment("lead.2").candidates] == ["Number two."]
    assert [(f.code, f.segment, f.suggestion) for f in draft.findings] == [("U004", "lead.2", "Number two.")]
    assert {e["by"] for e in log.read(path).events if e["event"] == "edited"} == {"A", "B"}
    assert join(path, other).taken == ()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    path = make(tmp_path / "a.xlf")
    other = copy(path, "b")
    work(other, "B", then={"lead.1": "First."})
    before = [f.read_bytes() for f in sorted(tmp_path.iterdir())]
    assert join(path, other, dry_run=True).taken == ("lead.1",)
    assert [f.read_bytes() for f in sorted(tmp_path.iterdir())] == before


def test_a_draft_of_another_article_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="another article"):
        join(make(tmp_path / "a.xlf"), make(tmp_path / "b.xlf", "j"))


WORK = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["approve", "omit", "Said so.", "Said otherwise."]))


@given(before=WORK, mine=WORK, theirs=WORK)
@settings(max_examples=40, deadline=None)
def test_no_work_of_either_is_lost(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    path = make(tmp_path_factory.mktemp("join") / "a.xlf")
    work(path, "A", then=before)
    base = store.load(path)
    other = copy(path, "b")
    work(path, "A", then=mine)
    work(other, "B", then=theirs)
    left, right = store.load(path), store.load(other)
    done = join(path, other)
    for b, m, t, now in zip(base.segments, left.segments, right.segments, done.draft.segments, strict=True):
        said = [(s.target, s.state, s.fate) for s in (b, m, t, now)]
        if said[1] in (said[0], said[2]):
            assert said[3] == said[2]
        elif said[2] == said[0]:
            assert said[3] == said[1]
        else:
            assert said[3] == said[1]
            assert now.id in done.conflicts
            assert t.target in [c.target for c in now.candidates]
