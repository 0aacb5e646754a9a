"""What putting Items into a sentence breaks is put right, and what was right stays."""

from __future__ import annotations

import pytest

from vnnews.english.articles import plural
from vnnews.item import Item, Phrase, Place
from vnnews.translate.mend import around, mend
from vnnews.translate.protect import Bound, Placed, Restored

SAID = (
    ("the conference opened .", "The conference opened."),
    ("The the Provincial People's Committee met.", "The Provincial People's Committee met."),
    ("Mr. Mr. Le Van A spoke.", "Mr. Le Van A spoke."),
    ("Mr. Ms. Le Thi A spoke.", "Ms. Le Thi A spoke."),
    ("They met in in Hanoi.", "They met in Hanoi."),
    ("“Good,” he said.", '"Good," he said.'),
    ("Decision No. 5/QD-UBND takes effect./.", "Decision No. 5/QD-UBND takes effect."),
    ("It is dated under Plan No. 112/KH-UBND", "It is dated under Plan No. 112/KH-UBND."),
    ("Nghe An Provincial People's Committee met.", "Nghe An Provincial People's Committee met."),
    ("In Nghe An the dam broke.", "In Nghe An the dam broke."),
    ("An An Giang team won.", "An An Giang team won."),
    ("e-government grows.", "E-government grows."),
    ("iPhone users grew.", "iPhone users grew."),
    ("He said that that was right.", "He said that that was right."),
    ("And so on...", "And so on..."),
    ("They hold an cashless fair.", "They hold a cashless fair."),
    ("Mr. An said an hour was an mRNA matter.", "Mr. An said an hour was an mRNA matter."),
    ("The policy- beneficiary families came.", "The policy-beneficiary families came."),
    ("The two- and three-storey houses fell.", "The two- and three-storey houses fell."),
    ("The village village convention says so.", "The village convention says so."),
)


@pytest.mark.parametrize(("said", "mended"), SAID)
def test_sentences(said: str, mended: str) -> None:
    assert mend(said, ended=True) == mended


@pytest.mark.parametrize(
    ("said", "mended"),
    [("Tan Tru launches one-stop shop.", "Tan Tru launches one-stop shop"), ("What now?", "What now?")],
)
def test_headlines_have_no_stop(said: str, mended: str) -> None:
    assert mend(said, ended=False, headline=True) == mended


@pytest.mark.parametrize(("said", "mended"), SAID)
def test_mending_twice_changes_nothing(said: str, mended: str) -> None:
    assert mend(mended, ended=True) == mended


BODY = Bound(
    Item((0, 2), "institution", Phrase("x", "Department of Justice", article="the")), "Department of Justice", ()
)
NOUN = Bound(Item((0, 2), "term", Phrase("x", "e-government")), "e-government", ())
PLACE = Bound(Item((0, 2), "place", Place("An Giang")), "An Giang", ())


@pytest.mark.parametrize(
    ("before", "bound", "expected"),
    [
        ("It built a ", NOUN, "It built an e-government"),
        ("A ", NOUN, "An e-government"),
        ("He spoke for The ", BODY, "He spoke for the Department of Justice"),
        ("The ", BODY, "The Department of Justice"),
        ("He came to a ", PLACE, "He came to An Giang"),
        ("Nghe An ", BODY, "Nghe An Department of Justice"),
    ],
)
def test_the_article_before_an_item(before: str, bound: Bound, expected: str) -> None:
    text = before + bound.english
    placed = (Placed(0, len(before), len(text)),)
    got = around(Restored(text, placed), (bound,))
    assert got == expected


@pytest.mark.parametrize(
    ("text", "sentence", "mended"),
    [
        ("Department of Justice has met.", True, "The Department of Justice has met."),
        ("Department of Justice", True, "Department of Justice"),
        ("Department of Justice Director An spoke.", True, "Department of Justice Director An spoke."),
        ("Department of Justice opens office", False, "Department of Justice opens office"),
    ],
)
def test_a_body_that_begins_a_sentence_has_its_article(text: str, sentence: bool, mended: str) -> None:
    placed = (Placed(0, 0, len(BODY.english)),)
    assert around(Restored(text, placed), (BODY,), sentence=sentence) == mended


@pytest.mark.parametrize(
    ("before", "mended"),
    [
        ("They issued 37 ", "They issued 37 permits"),
        ("They issued 1 ", "They issued 1 permit"),
        ("They issued 4.1 ", "They issued 4.1 permit"),
        ("They issued many ", "They issued many permits"),
        ("They issued the ", "They issued the permit"),
    ],
)
def test_a_common_noun_after_a_number_is_plural(before: str, mended: str) -> None:
    noun = Bound(Item((0, 2), "term", Phrase("x", "permit")), "permit", ("permit", "permits"))
    placed = (Placed(0, len(before), len(before) + 6),)
    assert around(Restored(before + "permit", placed), (noun,)) == mended


@pytest.mark.parametrize(
    ("noun", "after", "mended"),
    [
        ("COVID-19", " vaccine doses were given.", "COVID-19"),
        ("COVID-19", ".", "COVID-19"),
        ("GDP", " grew.", "GDP"),
        ("digital transformation", ".", "digital transformation"),
        ("software", " were bought.", "software"),
        ("business household", " records.", "business household"),
        ("war invalid", " families.", "war invalid"),
        ("one-stop shop", " opened.", "one-stop shops"),
        ("training course", " as planned.", "training courses"),
        ("building", " across the city.", "buildings"),
        ("livestock farm", ".", "livestock farms"),
        ("social network", ".", "social networks"),
        ("unit price", ".", "unit prices"),
        ("vocational training", ".", "vocational training"),
    ],
)
def test_only_what_is_counted_is_plural_after_a_number(noun: str, after: str, mended: str) -> None:
    before = "They counted 12 "
    term = Bound(Item((0, 2), "term", Phrase("x", noun)), noun, (noun, plural(noun)))
    placed = (Placed(0, len(before), len(before) + len(noun)),)
    assert around(Restored(before + noun + after, placed), (term,)) == before + mended + after


@pytest.mark.parametrize(
    ("name", "after", "mended"),
    [
        ("Nam Dinh province", "'s roads", "Nam Dinh province's roads"),
        ("Nam Dinh province", " roads", "The Nam Dinh province roads"),
        ("U Minh Thuong national park", "'s canals", "The U Minh Thuong national park's canals"),
    ],
)
def test_a_unit_with_possessive_has_no_article(name: str, after: str, mended: str) -> None:
    place = Bound(Item((0, 2), "place", Place(name)), name, (name,))
    assert around(Restored(f"The {name}{after}", (Placed(0, 4, 4 + len(name)),)), (place,)) == mended
