"""The memory: what is stored is found again, what differs only in figures is repaired, TMX goes round."""

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.errors import InputError
from vnnews.item import Item, Quantity
from vnnews.translate.memory import Memory, Unit, tmx
from vnnews.translate.memory.align import align
from vnnews.translate.memory.repair import adapt

NUMBER = "0123456789."


def figures(text: str) -> list[Item]:
    """The plain figures of a text as Items: all these tests need of recognition."""
    out, start = [], None
    for i, letter in enumerate(text + " "):
        if letter.isdigit() and start is None:
            start = i
        elif start is not None and letter not in NUMBER:
            end = i if text[i - 1].isdigit() else i - 1
            value = Quantity(Decimal(text[start:end].replace(".", "")))
            out.append(Item((start, end), "number", value))
            start = None
    return out


def forms(item: Item) -> list[str]:
    assert isinstance(item.value, Quantity)
    return [f"{int(item.value.low):,}", str(int(item.value.low))]


def filled(*pairs: tuple[str, str], **more: str) -> Memory:
    memory = Memory.open(None)
    memory.add((Unit(vi, en, **more), figures(vi)) for vi, en in pairs)  # type: ignore[arg-type]  # states come from the test
    return memory


TWELVE = ("Huyện tiếp nhận 1.846 hồ sơ trong tháng 8.", "The district received 1,846 applications in August.")


def test_exact_and_context() -> None:
    memory = Memory.open(None)
    memory.add([(Unit("Câu hai.", "Two.", before="Câu một.", after="Câu ba."), [])])
    (hit,) = memory.lookup("Câu hai.", [])
    assert (hit.kind, hit.score, hit.unit.target) == ("exact", 0.99, "Two.")
    (hit,) = memory.lookup("Câu hai.", [], before="Câu một.", after="Câu ba.")
    assert (hit.kind, hit.score) == ("context", 1.0)


def test_a_sentence_that_differs_only_in_figures_is_repaired() -> None:
    memory = filled(
        ("Huyện tiếp nhận 1.846 hồ sơ, giải quyết 1.787 hồ sơ.", "1,846 applications came in, 1787 were settled.")
    )
    new = "Huyện tiếp nhận 2.000 hồ sơ, giải quyết 1.999 hồ sơ."
    (hit,) = memory.lookup(new, figures(new))
    assert (hit.kind, hit.score) == ("items", 0.97)
    repaired = adapt(hit.unit.target, figures(hit.unit.source), figures(new), forms)
    assert repaired == "2,000 applications came in, 1,999 were settled."


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("12 xã", "13 xã", "12 communes", "13 communes"),
        ("12 xã, 12 ấp", "13 xã, 14 ấp", "12 communes, 12 hamlets", None),
        ("12 xã", "12 xã", "a dozen communes", "a dozen communes"),  # nothing changed, nothing to find
        ("12 xã", "13 xã", "a dozen communes", None),  # cannot be found
        ("12 xã", "13 xã", "12.5 communes, 112 wards", None),  # parts of other figures are not it
        ("12 xã 3 ấp", "13 xã", "12 communes", None),  # not one by one
    ],
)
def test_repair_replaces_what_it_finds_and_nothing_else(old: str, new: str, target: str, expected: str | None) -> None:
    assert adapt(target, figures(old), figures(new), forms) == expected


def test_fuzzy_matches_are_ranked_and_cut() -> None:
    memory = filled(
        ("Ủy ban nhân dân huyện tổ chức hội nghị sơ kết.", "A"),
        ("Ủy ban nhân dân huyện tổ chức hội nghị tổng kết năm.", "B"),
        ("Trời hôm nay rất đẹp.", "C"),
    )
    found = memory.lookup("Ủy ban nhân dân huyện tổ chức hội nghị tổng kết.", [])
    assert [(m.unit.target, m.kind) for m in found] == [("B", "fuzzy"), ("A", "fuzzy")]
    assert found[0].score > found[1].score >= 0.7


def test_spelling_of_tones_does_not_count() -> None:
    memory = filled(("Uỷ ban nhân dân xã Hoà Bình họp.", "X"))
    assert memory.lookup("Ủy ban nhân dân xã Hòa Bình họp.", [])[0].score >= 0.96


def test_what_nobody_approved_is_offered_only_when_asked_for() -> None:
    memory = filled(TWELVE, state="unreviewed")
    assert memory.lookup(TWELVE[0], figures(TWELVE[0])) == []
    (hit,) = memory.lookup(TWELVE[0], figures(TWELVE[0]), states=("unreviewed",))
    assert hit.score == pytest.approx(0.94)
    memory.add([(Unit(*TWELVE, state="reviewed", reviewer="A"), figures(TWELVE[0]))])
    assert memory.lookup(TWELVE[0], figures(TWELVE[0]))[0].unit.reviewer == "A"
    assert len(memory) == 1


def test_age_and_style_cost() -> None:
    memory = filled(TWELVE, day="2014-01-01", style="house")
    items = figures(TWELVE[0])
    assert memory.lookup(TWELVE[0], items, today=date(2026, 1, 1))[0].score == pytest.approx(0.97)
    assert memory.lookup(TWELVE[0], items, style="vna")[0].score == pytest.approx(0.97)


def test_units_holding_words_come_with_counts() -> None:
    memory = Memory.open(None)
    memory.add((Unit("Bộ phận một cửa huyện.", "one-stop shops", before=str(n)), []) for n in range(3))
    memory.add([(Unit("Bộ phận MỘT CỬA xã.", "single window"), []), (Unit("một cửa hàng", "a store"), [])])
    assert [(u.target, n) for u, n in memory.holding("bo phan một cửa", "vi")] == [
        ("one-stop shops", 3), ("single window", 1),
    ]  # fmt: skip
    assert [n for _, n in memory.holding("one-stop shop", "en")] == [3]
    assert list(memory.holding('"', "vi")) == []


def test_a_file_of_the_older_index_is_indexed_anew(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as memory:
        memory.add([(Unit("Câu hai.", "Two."), [])])
    old = sqlite3.connect(path)
    old.executescript("DROP TABLE phrase; CREATE VIRTUAL TABLE concordance USING fts5(source, content='')")
    old.close()
    for _ in range(2):
        with Memory.open(path) as memory:
            assert [u.target for u, _ in memory.holding("cau hai", "vi")] == ["Two."]
            assert [u.source for u, _ in memory.holding("two", "en")] == ["Câu hai."]


def test_prune_removes_what_fits_and_the_index_with_it() -> None:
    memory = filled(TWELVE, origin="a.tmx", day="2014-01-01")
    memory.add([(Unit("Câu hai.", "Two.", origin="b"), [])])
    assert memory.prune() == 0
    assert memory.prune(origin="a.tmx", before=date(2015, 1, 1)) == 1
    assert memory.lookup(TWELVE[0], figures(TWELVE[0])) == []
    assert list(memory.holding("hồ sơ", "vi")) == []
    assert [u.source for u in memory.units()] == ["Câu hai."]
    assert memory.stats()["origin"] == {"b": 1}


def test_a_file_that_is_no_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"no database" * 200)
    with pytest.raises(InputError, match="not a translation memory"):
        Memory.open(path)


def test_two_processes_may_have_it_open(tmp_path: Path) -> None:
    with Memory.open(tmp_path / "m.sqlite") as one, Memory.open(tmp_path / "m.sqlite") as two:
        one.add([(Unit(*TWELVE), figures(TWELVE[0]))])
        assert len(two) == 1


LINE = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    st.lists(st.builds(Unit, LINE, LINE, reviewer=st.none() | LINE, day=st.just("2018-08-09"), origin=LINE), max_size=4)
)
def test_tmx_goes_round(tmp_path_factory: pytest.TempPathFactory, units: list[Unit]) -> None:
    path = tmp_path_factory.mktemp("tmx") / "m.tmx"
    assert tmx.write(units, path) == len(units)
    again = list(tmx.read(path))
    assert [(u.source, u.target, u.reviewer) for u in again] == [
        (" ".join(u.source.split()), " ".join(u.target.split()), u.reviewer) for u in units
    ]


def test_tmx_of_other_tools_is_read(tmp_path: Path) -> None:
    path = tmp_path / "omegat.tmx"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>'
        '<tu creationdate="20180809T081500Z" changeid="Bình"><tuv lang="VI-VN"><seg>Câu <bpt i="0">&lt;b&gt;</bpt>một'
        '<ept i="0">&lt;/b&gt;</ept>.</seg></tuv><tuv lang="EN-US"><seg>One.</seg></tuv><tuv lang="FR"><seg>Un.</seg>'
        '</tuv></tu><tu><tuv lang="FR"><seg>x</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    (unit,) = tmx.read(path)
    assert (unit.source, unit.target, unit.state) == ("Câu một.", "One.", "unreviewed")
    assert (unit.reviewer, unit.day, unit.origin) == ("Bình", "2018-08-09", "omegat.tmx")


def test_damaged_tmx_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_text("<tmx>\n<body>\n<tu>\n</body></tmx>", encoding="utf-8")
    with pytest.raises(InputError, match="line 4"):
        list(tmx.read(path))


def test_alignment_follows_figures_and_names_through_splits_and_gaps() -> None:
    vi = [
        "Sáng 12/9, UBND huyện Tân Thạnh tổ chức hội nghị sơ kết một năm dùng chữ ký số.",
        "Đến nay 13/13 xã đã dùng chữ ký số; 4.218 văn bản được phát hành.",
        "Câu này rất dài mà không được ai dịch ra tiếng Anh bao giờ, dù đã có nhiều người đọc nó.",
        "Ông Lâm Quốc Toản đánh giá cao kết quả.",
    ]
    en = [
        "On the morning of September 12, the Tan Thanh District People's Committee reviewed a year of it.",
        "All 13 communes now use digital signatures.",
        "They have issued 4,218 documents.",
        "Mr. Lam Quoc Toan praised the results.",
    ]
    beads = align(vi, en)
    assert [(b.source, b.target) for b in beads] == [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 3)),
        ((2, 3), (3, 3)),
        ((3, 4), (3, 4)),
    ]
    assert [b.sure for b in beads][2:] == [False, True]
