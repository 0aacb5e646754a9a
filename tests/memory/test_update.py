"""Updates and merges: whatever changes, no person's work is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.article import Article, Provenance
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment
from vnnews.translate.update import merge, pair_up, update

SENTENCES = [
    "Sáng 12/9, huyện tổ chức hội nghị.",
    "Sáng 13/9, huyện tổ chức hội nghị.",
    "Ông Lâm Quốc Toản dự hội nghị.",
    "Đến nay 13/13 xã đã dùng chữ ký số.",
    "Huyện phấn đấu không dùng văn bản giấy.",
    "Kinh phí là 2,45 tỷ đồng.",
]
ENGINE, HUMAN = Origin("engine", "x"), Origin("human", "A")


def draft(segments: list[Segment]) -> Draft:
    return Draft(
        Article("i", None, (), "vi", Provenance("", "", "", "", "", "")), tuple(segments), GlossaryRef("", "", "")
    )


def machine(sources: list[str], version: str) -> Draft:
    return draft(
        [
            Segment(f"{version}.{n}", "b", s, target=f"{version}: {s}", state="translated", origin=ENGINE)
            for n, s in enumerate(sources, 1)
        ]
    )


EDITS = st.dictionaries(st.integers(0, 5), st.sampled_from(["edited", "reviewed", "omitted"]), max_size=4)
SOURCES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


def by_people(made: Draft, edits: dict[int, str]) -> Draft:
    changed = []
    for n, what in edits.items():
        if n < len(made.segments):
            s = made.segments[n]
            said = f"A says {n}: {s.source}"
            if what == "edited":
                changed.append(replace(s, target=said, origin=HUMAN))
            elif what == "reviewed":
                changed.append(replace(s, target=said, state="reviewed", origin=HUMAN))
            else:
                changed.append(replace(s, target=said, origin=HUMAN, fate="omitted"))
    return made.with_segments(changed)


@given(st.lists(SOURCES, min_size=1, max_size=4), st.lists(EDITS, min_size=4, max_size=4))
def test_no_edit_is_lost_over_any_order_of_edits_and_updates(
    versions: list[list[str]], edits: list[dict[int, str]]
) -> None:
    now = by_people(machine(versions[0], "v0"), edits[0])
    gone: list[str | None] = []
    for n, sources in enumerate(versions[1:], 1):
        touched = [s for s in now.segments if s.touched]
        done = update(
            now, machine(sources, f"v{n}"), {s.id: s.target for s in machine(versions[n - 1], f"v{n - 1}").segments}
        )
        gone = [s.target for s in done.gone]
        offered = [c.target for s in done.draft.segments for c in s.candidates]
        standing = [s.target for s in done.draft.segments]
        for s in touched:
            assert s.target in standing + offered + gone
        assert len(done.draft.segments) == len(sources)
        assert [s.source for s in done.draft.segments] == sources
        now = by_people(done.draft, edits[n])


@given(SOURCES, EDITS)
def test_what_a_person_touched_stands_word_for_word_when_the_source_is_the_same(
    sources: list[str], edits: dict[int, str]
) -> None:
    old = by_people(machine(sources, "v0"), edits)
    done = update(old, machine(sources, "v1"), {})
    for before, after in zip(old.segments, done.draft.segments, strict=True):
        if before.touched:
            assert (after.target, after.state, after.origin, after.fate) == (
                before.target, before.state, before.origin, before.fate,
            )  # fmt: skip
        else:
            assert after.target == f"v1: {after.source}"


def test_a_touched_segment_gets_a_patch_only_when_the_machine_changed_its_mind() -> None:
    old = by_people(machine(SENTENCES[:2], "v0"), {0: "edited", 1: "edited"})
    fresh = machine(SENTENCES[:2], "v1")
    base = {"v0.1": "before", "v0.2": fresh.segments[1].target}
    done = update(old, fresh, base)
    assert [(f.code, f.segment, f.suggestion) for f in done.draft.findings] == [("U001", "v1.1", f"v1: {SENTENCES[0]}")]


def test_a_changed_sentence_drops_to_initial_with_the_old_pair_as_candidate() -> None:
    old = by_people(machine([SENTENCES[0]], "v0"), {0: "reviewed"})
    done = update(old, machine([SENTENCES[1]], "v1"), {})
    (segment,) = done.draft.segments
    assert segment.state == "initial"
    assert [(c.source, c.target) for c in segment.candidates] == [(SENTENCES[0], f"A says 0: {SENTENCES[0]}")]
    assert [f.code for f in done.draft.findings] == ["U002"]


def test_a_removed_sentence_is_reported_with_its_english() -> None:
    old = by_people(machine(SENTENCES[2:4], "v0"), {1: "reviewed"})
    done = update(old, machine([SENTENCES[2]], "v1"), {})
    assert [(f.code, f.suggestion) for f in done.draft.findings] == [("U003", f"A says 1: {SENTENCES[3]}")]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 0, 1], [1, 2, 0]])
def test_moved_sentences_are_followed(order: list[int]) -> None:
    old = machine(SENTENCES[2:5], "v0").segments
    new = machine([SENTENCES[2 + n] for n in order], "v1").segments
    partner = pair_up(old, new)
    assert [partner[s.id].source for s in new] == [s.source for s in new]


@given(SOURCES, EDITS, EDITS)
def test_a_merge_takes_each_sides_changes_and_lists_conflicts(
    sources: list[str], mine: dict[int, str], theirs: dict[int, str]
) -> None:
    base = machine(sources, "v")
    own = by_people(base, mine)
    other = base.with_segments(
        [replace(s, target=f"B: {s.target}") for s in by_people(base, theirs).segments if s.touched]
    )
    done = merge(own, other, {s.id: s for s in base.segments})
    conflicts = {f.segment for f in done.draft.findings}
    for b, o, t, m in zip(base.segments, own.segments, other.segments, done.draft.segments, strict=True):
        if o == b:
            assert m == t
        elif t == b:
            assert m == o
        else:
            assert m.target == t.target
            assert m.id in conflicts
            assert o.target in [c.target for c in m.candidates]
