"""Posts of the roster count on their days: gender and preferred English of who held a post on the article's day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vnnews.english import Style, accepted, render
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.roster import Roster

GLOSSARY = Glossary.load()
ROWS = (
    "Lâm Ánh Hoa\tfemale\tChủ tịch UBND tỉnh\t2021-06-30\t2025-07-01\t\tChair of the Provincial People's Committee",
    "Đỗ Quang Minh\tmale\tChủ tịch UBND tỉnh\t2016-06-30\t2021-06-30\t\t",
    "Vũ Ngọc Thảo\tfemale\tChủ tịch UBND huyện Tân Trụ\t\t\t\t",
    "Hà Thanh Tâm\tfemale\tPhó Chủ tịch HĐND tỉnh\t2021-06-30\t\t\t",
    "Lý Hữu Phước\tmale\tPhó Chủ tịch HĐND tỉnh\t2021-06-30\t\t\t",
    "Lý Hữu Phước\tmale\tthành viên hội cờ\t\t\t\t",
)
HEADER = "name\tgender\tpost\tvalid_from\tvalid_to\ten\tpost_en\n"


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    path = tmp_path / "roster.tsv"
    path.write_text(HEADER + "\n".join(ROWS) + "\n", encoding="utf-8")
    return Roster.load([path])


BY_RULE = "Chairman of the Provincial People's Committee"
BY_ROSTER = "Chair of the Provincial People's Committee"


@pytest.mark.parametrize(
    ("text", "published", "english"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", date(2023, 5, 2), BY_ROSTER),
        ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu", date(2021, 6, 30), BY_ROSTER),
        ("Chủ tịch UBND tỉnh yêu cầu", date(2021, 6, 29), BY_RULE),
        ("Chủ tịch UBND tỉnh yêu cầu", date(2025, 7, 1), BY_RULE),
        ("Chủ tịch UBND tỉnh yêu cầu", None, BY_RULE),
        ("Chủ tịch UBND tỉnh Lâm Ánh Hoa", date(2023, 5, 2), BY_ROSTER),
        ("Chủ tịch UBND tỉnh Lâm Ánh Hoa", date(2026, 1, 5), "Chairwoman of the Provincial People's Committee"),
        ("Chủ tịch UBND tỉnh Trần Văn Kha", date(2023, 5, 2), BY_RULE),
        ("Chủ tịch UBND huyện yêu cầu", None, "Chairwoman of the District People's Committee"),
        ("Chủ tịch UBND huyện Cần Đước yêu cầu", None, "Chairman of the Can Duoc District People's Committee"),
        ("Phó Chủ tịch HĐND tỉnh yêu cầu", date(2023, 5, 2), "Vice Chairman of the Provincial People's Council"),
        ("các Phó Chủ tịch UBND tỉnh", date(2023, 5, 2), "Vice Chairmen of the Provincial People's Committee"),
    ],
)
def test_a_post_counts_on_its_days(text: str, published: date | None, english: str, roster: Roster) -> None:
    items = recognise(text, Context(GLOSSARY, roster=roster, published=published))
    title = next(item for item in items if item.kind == "title")
    assert render(title, Style()) == english


def test_what_the_rule_would_say_counts_as_right_beside_the_newsrooms_choice(roster: Roster) -> None:
    [title] = recognise("Chủ tịch UBND tỉnh", Context(GLOSSARY, roster=roster, published=date(2023, 5, 2)))
    assert BY_RULE in accepted(title, Style())


def test_a_roster_without_the_last_column_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text(
        "name\tgender\tpost\tvalid_from\tvalid_to\ten\nHà Thanh Tâm\tfemale\tBí thư Tỉnh ủy\t\t\t\n", encoding="utf-8"
    )
    [entry] = Roster.load([path])
    assert (entry.posts[0].en, entry.posts[0].valid_on(None)) == (None, True)
