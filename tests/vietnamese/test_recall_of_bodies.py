"""The benchmark's count of bodies and posts: what the English names, and when Items are said to have it."""

from __future__ import annotations

import pytest
from benchmarks.language.measure import BODIES, POSTS, Pair, english_names, english_runs

from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise

RUNS = [
    ("The Tan Tru District People's Committee met in Hanoi.", ["Tan Tru District People's Committee"]),
    ("Representatives of the Department of Health spoke.", ["Department of Health"]),
    ("On Monday the Ministry of Labor, Invalids and Social Affairs said so.", ["Ministry of Labor"]),
    ("They are Chairman of the People's Council and the Secretary.", ["Chairman of the People's Council", "Secretary"]),
    ("Mr. An, Head of Market Surveillance Team No. 3, spent VND600.", ["Head of Market Surveillance Team"]),
    ("Authorities of Long An province agreed.", ["Authorities of Long An"]),
    ("Authorities agreed; Schools closed.", []),
    ("Provincial People's Committee Meets With the Border Guard Command", []),
    ("the Provincial People's Committee's Office", ["Provincial People's Committee's Office"]),
]


@pytest.mark.parametrize(("english", "runs"), RUNS)
def test_runs_of_english_that_name_a_body_or_post(english: str, runs: list[str]) -> None:
    assert [english[a:b] for a, b in english_runs(english, BODIES | POSTS)] == runs


COUNTS = [
    ("UBND tỉnh Long An họp", "The Long An Provincial People's Committee met", (1, 1), (0, 0)),
    ("UBND tỉnh tại Long An", "the Long An Provincial People's Committee", (1, 1), (0, 0)),
    ("ngành y tế", "the Department of Health", (1, 0), (0, 0)),
    ("Phó Chủ tịch UBND tỉnh nói", "said the Vice Chairman", (0, 0), (1, 1)),
    ("Giám đốc Sở Y tế nói", "said the Director of the Department of Justice", (0, 0), (1, 0)),
    ("ông Nguyễn Văn An nói", "said Chairman Nguyen Van An", (0, 0), (1, 0)),
    ("trung tâm hoạt động", "the Center is at work", (0, 0), (0, 0)),
]


@pytest.mark.parametrize(("vi", "en", "bodies", "posts"), COUNTS)
def test_a_run_is_found_where_items_say_it(vi: str, en: str, bodies: tuple[int, int], posts: tuple[int, int]) -> None:
    pair = Pair(vi, en, tuple(recognise(vi, Context(Glossary.load()))))
    counted = english_names([pair], Style())
    assert [(tally.total, tally.found) for tally in counted] == [bodies, posts]
