"""Items go through an engine and are found again, whatever it does to their signs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.item import Item, Phrase
from vnnews.translate.engines.base import Manner
from vnnews.translate.protect import Bound, find_form, protect, restore

WORDS = (
    "Provincial People's Committee",
    "Le Van A",
    "An Giang",
    "Decision No. 5/QD-UBND",
    "VND4.5 billion",
    "A & B <C>",
)


def sentence(english: list[str], filler: str = " họp với ") -> tuple[str, list[Bound]]:
    """A source in which each Item is «n», with other words between."""
    source, bound = "Hôm nay ", []
    for n, said in enumerate(english):
        mark = f"«{n}»"
        bound.append(Bound(Item((len(source), len(source) + len(mark)), "term", Phrase(mark, said)), said, (said,)))
        source += mark + filler
    return source.rstrip() + ".", bound


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from(("braces", "placeholder", "markup", "inline")))
def test_what_an_honest_engine_gives_back_holds_every_item_once(english: list[str], manner: Manner) -> None:
    source, bound = sentence(english)
    found = restore(protect(source, bound, manner), bound, manner)
    assert sorted(p.index for p in found.placed) == list(range(len(bound)))
    assert all(found.text[p.start : p.end] == bound[p.index].english for p in found.placed)
    assert found.leftover == 0
    assert found.text == protect(source, bound, "inline")


@settings(deadline=None)
@given(st.permutations(range(4)))
def test_items_may_change_places(order: list[int]) -> None:
    _, bound = sentence(list(WORDS[:4]))
    for manner, sign in (("braces", "{{{}}}"), ("placeholder", "[X{}X]")):
        said = " met ".join(sign.format(bound[n].english if manner == "braces" else n) for n in order)
        found = restore(said, bound, manner)  # type: ignore[arg-type]  # the literals are manners
        assert [p.index for p in found.placed] == order


@pytest.mark.parametrize("token", ["[X0X]", "[ X0X ]", "[x0x]", "[X 0 X]", "【X0X】", "X0X]", "[X0X ]"])
def test_tokens_are_read_tolerantly(token: str) -> None:
    _, bound = sentence(["Le Van A"])
    assert restore(f"Mr. {token} spoke.", bound, "placeholder").text == "Mr. Le Van A spoke."


@pytest.mark.parametrize(
    ("answer", "manner", "leftover"),
    [
        ("[X0X] and [X0X]", "placeholder", 1),
        ("[X7X] spoke", "placeholder", 1),
        ("{Le Van A} and {Le Van A}", "braces", 1),
        ("{Le Van A} and {nobody knows what}", "braces", 1),
        ('<x id="0">Le Van A</x> <x id="0">Le Van A</x>', "markup", 1),
    ],
)
def test_what_is_doubled_or_added_is_counted(answer: str, manner: Manner, leftover: int) -> None:
    _, bound = sentence(["Le Van A"])
    assert restore(answer, bound, manner).leftover == leftover


def test_an_inflected_item_in_braces_stays_inflected_where_that_is_right() -> None:
    bound = [
        Bound(Item((0, 3), "term", Phrase("x", "health worker")), "health worker", ("health worker", "health workers"))
    ]
    assert restore("Two {health workers} came.", bound, "braces").text == "Two health workers came."
    assert restore("Two {health worcker} came.", bound, "braces").text == "Two health worker came."


def test_items_that_are_not_carried_stay_vietnamese_and_are_looked_for() -> None:
    bound = [Bound(Item((0, 5), "date", Phrase("x", "May 9")), "May 9", ("May 9", "9 May"), carried=False)]
    assert protect("ngày9 họp", bound, "braces") == "ngày9 họp"
    assert restore("They met on 9 May.", bound, "braces").placed[0].start == 12


def test_braces_of_the_source_are_not_taken_for_ours() -> None:
    assert protect("a {b} c", [], "braces") == "a (b) c"


@pytest.mark.parametrize(
    ("text", "form", "there"),
    [
        ("12 of 12.5", "12", True),
        ("12.5 tons", "12", False),
        ("1,200 people", "200", False),
        ("the Hanoians", "Hanoi", False),
    ],
)
def test_forms_stand_free(text: str, form: str, there: bool) -> None:
    assert (find_form(text, (form,), []) is not None) == there


def test_no_sign_is_left_in_the_text() -> None:
    _, bound = sentence(["Le Van A", "An Giang"])
    text = restore("{Le Van A went to {An Giang} }", bound, "braces").text
    assert not re.search(r"[{}]", text)
