"""Matches that differ in figures, dates and names, with the real recognition and rendering."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.english import Style, accepted
from vnnews.glossary.glossary import Glossary
from vnnews.translate.memory import Memory, Unit
from vnnews.translate.memory.repair import adapt
from vnnews.vietnamese import Context, recognise

STYLE = Style()


@cache
def context() -> Context:
    return Context(Glossary.load())


def said(source: str, target: str, other: str) -> str | None:
    """`target`, the English of `source`, made to fit the sentence `other`."""
    old, new = recognise(source, context()), recognise(other, context())
    return adapt(target, old, new, lambda item: accepted(item, STYLE))


@pytest.mark.parametrize(
    ("source", "target", "other", "wanted"),
    [
        ("Kinh phí là 4,5 tỷ đồng.", "It cost VND4.5 billion.", "Kinh phí là 12 tỷ đồng.", "It cost VND12 billion."),
        ("Có 1.846 đại biểu tham dự.", "There were 1,846 delegates.", "Có 2.000 đại biểu tham dự.",
         "There were 2,000 delegates."),
        ("Tỷ lệ đạt 98,5%.", "The rate was 98.5 percent.", "Tỷ lệ đạt 72%.", "The rate was 72 percent."),
        ("Sáng 12/9/2018, huyện họp.", "On the morning of September 12, 2018, the district met.",
         "Sáng 03/10/2019, huyện họp.", "On the morning of October 3, 2019, the district met."),
        ("Có 12 xã và 12 trường.", "There are 12 communes and 12 schools.", "Có 12 xã và 13 trường.", None),
        ("Có 12 xã và 12 trường.", "There are 12 communes and 12 schools.", "Có 15 xã và 15 trường.",
         "There are 15 communes and 15 schools."),
        ("Sáng 12/9, có 12 xã họp.", "On the morning of September 12, 12 communes met.", "Sáng 12/9, có 14 xã họp.",
         "On the morning of September 12, 14 communes met."),
        ("Sáng 12/9, có 12 xã họp.", "On the morning of September 12, communes met.", "Sáng 12/9, có 14 xã họp.", None),
        ("Có 1 xã họp.", "One commune met.", "Có 14 xã họp.", None),
        ("Kinh phí là 4,5 tỷ đồng.", "It was costly.", "Kinh phí là 12 tỷ đồng.", None),
        ("Kinh phí là 4,5 tỷ đồng.", "It cost VND4.5 billion.", "Kinh phí là 12 tỷ đồng cho 3 xã.", None),
    ],
)  # fmt: skip
def test_figures_and_dates_change_their_english(source: str, target: str, other: str, wanted: str | None) -> None:
    assert said(source, target, other) == wanted


NUMBERS = st.integers(10, 99_999)


def vietnamese(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
@settings(max_examples=60, deadline=None)
def test_two_figures_each_go_to_their_place(a: int, b: int, c: int, d: int) -> None:
    source = f"Huyện trồng {vietnamese(a)} ha lúa, thu {vietnamese(b)} tấn."
    other = f"Huyện trồng {vietnamese(c)} ha lúa, thu {vietnamese(d)} tấn."
    target = f"The district planted {a:,} hectares of rice and harvested {b:,} tons."
    assert said(source, target, other) in (
        None, f"The district planted {c:,} hectares of rice and harvested {d:,} tons.",
    )  # fmt: skip


@given(st.dates(date(2010, 1, 1), date(2026, 12, 31)), NUMBERS)
@settings(max_examples=40, deadline=None)
def test_a_sentence_that_differs_in_items_alone_is_found_as_such(day: date, number: int) -> None:
    def sentence(on: date, count: int) -> str:
        return f"Ngày {on:%d/%m/%Y}, huyện Tân Trụ tập huấn cho {vietnamese(count)} cán bộ."

    stored, asked = sentence(date(2018, 8, 9), 120), sentence(day, number)
    with Memory.open(None) as memory:
        memory.add([(Unit(stored, "x"), recognise(stored, context()))])
        (match,) = memory.lookup(asked, recognise(asked, context()))
    assert match.kind == ("exact" if asked == stored else "items")


@pytest.mark.parametrize(
    ("unit", "settings_", "score"),
    [
        (Unit("Một hai ba.", "x"), {}, 0.99),
        (Unit("Một hai ba.", "x", "starter"), {}, 0.98),
        (Unit("Một hai ba.", "x", day="2015-05-01"), {"today": date(2026, 1, 1)}, 0.97),
        (Unit("Một hai ba.", "x", style="a"), {"style": "b"}, 0.97),
        (Unit("Một hai ba.", "x", style="a"), {"style": "a"}, 0.99),
        (Unit("Một hai ba.", "x", "starter", day="2015-05-01", style="a"), {"style": "b", "today": date(2026, 1, 1)},
         0.94),
    ],
)  # fmt: skip
def test_age_style_and_state_cost_points(unit: Unit, settings_: dict[str, object], score: float) -> None:
    with Memory.open(None) as memory:
        memory.add([(unit, [])])
        (match,) = memory.lookup("Một hai ba.", [], **settings_)  # type: ignore[arg-type]  # from the table above
    assert match.score == pytest.approx(score)


def test_unreviewed_pairs_are_not_offered() -> None:
    with Memory.open(None) as memory:
        memory.add([(Unit("Một hai ba.", "x", "unreviewed"), [])])
        assert memory.lookup("Một hai ba.", []) == []
        assert len(memory.lookup("Một hai ba.", [], states=("unreviewed",))) == 1
