"""Many phrases are found at once as whole words, the first and the longest of those that overlap."""

from __future__ import annotations

import re

import pytest

from vnnews.review.phrases import Phrases

NAMES = Phrases(
    ["Ministry of Industry", "Ministry of Industry and Trade", "Trade Office"], re.compile(r"\w| and [A-Z]")
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ministry of Industry said so.", ["Ministry of Industry"]),
        ("the Ministry of Industry and Trade", ["Ministry of Industry and Trade"]),
        ("the Ministry of Industry and Trade Office", ["Ministry of Industry and Trade"]),
        ("the Ministry of Industry and Mines", []),
        ("the Ministry of Industryland", []),
        ("the SubMinistry of Industry", []),
        ("Trade Office, Trade Office", ["Trade Office", "Trade Office"]),
        ("Ministry of Industry and Trade and Tourism; Trade Office", ["Trade Office"]),
        ("", []),
    ],
)
def test_phrases_stand_as_whole_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in NAMES.find(text)] == found


def test_no_phrases_find_nothing() -> None:
    assert list(Phrases([], re.compile(r"\w")).find("any text")) == []
