"""Updates and merges: whatever changes, no person's work is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.article import Article, Provenance
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.finding import Rule
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


def with_term(made: Draft, english: str, *accepted: str) -> Draft:
    return draft([replace(s, terms=(TermUse("huyện", (11, 16), english, accepted=accepted),)) for s in made.segments])


@pytest.mark.parametrize(
    ("target", "accepted", "patched"),
    [
        ("On September 12, the district held a conference.", (), "On September 12, the county held a conference."),
        ("The district told a district.", (), None),
        ("They held a conference.", (), None),
        ("The county held a conference in a district.", (), None),
        ("On September 12, the district held a conference.", ("district",), None),
    ],
    ids=["once", "twice", "not at all", "said already", "still accepted"],
)
def test_a_changed_term_comes_as_a_patch_of_the_persons_own_words(
    target: str, accepted: tuple[str, ...], patched: str | None
) -> None:
    old = with_term(machine(SENTENCES[:1], "v0"), "district")
    old = old.with_segments([replace(old.segments[0], target=target, origin=HUMAN, state="reviewed")])
    done = update(old, with_term(machine(SENTENCES[:1], "v1"), "county", *accepted), {})
    found = [f for f in done.draft.findings if f.code == "U001" and f.message.startswith("'huyện' is now")]
    ready = [target[: f.span[0]] + (f.suggestion or "") + target[f.span[1] :] for f in found]
    assert ready == ([patched] if patched else [])
    assert done.draft.segments[0].target == target


def test_what_was_found_in_the_machines_text_is_not_told_of_the_persons() -> None:
    rule = Rule("N001", "number", "error", "")
    fresh = machine(SENTENCES[:1], "v1")
    fresh = replace(fresh, findings=(rule.at("v1.1", "in the English"), rule.at("v1.1", "in it", side="source")))
    done = update(by_people(machine(SENTENCES[:1], "v0"), {0: "edited"}), fresh, {"v0.1": fresh.segments[0].target})
    assert [f.message for f in done.draft.findings] == ["in it"]


@given(SOURCES, EDITS, st.sampled_from(["update", "merge"]))
def test_a_suggestion_takes_the_place_of_words_that_are_there(
    sources: list[str], edits: dict[int, str], how: str
) -> None:
    old = by_people(machine(sources, "v"), edits)
    if how == "update":
        done = update(old, machine(sources, "v"), {})
    else:
        other = by_people(machine(sources, "v"), dict.fromkeys(range(6), "omitted"))
        done = merge(old, other, {s.id: s for s in machine(sources, "v").segments})
    for f in done.draft.findings:
        assert f.segment is not None
        assert f.span == (0, len(done.draft.segment(f.segment).target or ""))
