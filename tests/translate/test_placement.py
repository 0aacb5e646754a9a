"""Items in each other's place are seen; clauses that English turns round are not."""

from __future__ import annotations

import pytest

from vnnews.newsroom import context_for, style_for
from vnnews.settings import Settings
from vnnews.translate.placement import exchanged
from vnnews.translate.plan import bind
from vnnews.translate.protect import restore
from vnnews.translate.verify import verify
from vnnews.vietnamese import recognise

MONEY = "Tỉnh hỗ trợ nông dân 4,5 tỷ đồng mua giống và cho doanh nghiệp vay 20 tỷ đồng xây nhà máy."
PEOPLE = "Ông Lê Văn Tám phát biểu khai mạc, bà Trần Thị Hoa trao quà cho học sinh nghèo."


@pytest.mark.parametrize(
    ("source", "english", "wrong"),
    [
        (
            MONEY,
            "It gave farmers VND4.5 billion to buy seed and lent businesses VND20 billion to build a factory.",
            False,
        ),
        (
            MONEY,
            "It gave farmers VND20 billion to buy seed and lent businesses VND4.5 billion to build a factory.",
            True,
        ),
        (
            MONEY,
            "It lent businesses VND20 billion to build a factory and gave farmers VND4.5 billion to buy seed.",
            False,
        ),
        (
            PEOPLE,
            "Mr. Le Van Tam gave the opening speech and Ms. Tran Thi Hoa presented gifts to poor students.",
            False,
        ),
        (PEOPLE, "Ms. Tran Thi Hoa gave the opening speech and Mr. Le Van Tam presented gifts to poor students.", True),
        (PEOPLE, "Ms. Tran Thi Hoa presented gifts to poor students after Mr. Le Van Tam's opening speech.", False),
    ],
)
def test_items_in_each_others_place(source: str, english: str, wrong: bool) -> None:
    context, style = context_for(Settings()), style_for(Settings())
    bound = bind(source, recognise(source, context), style)
    answer = restore(english, bound, "plain")
    assert bool(exchanged(source, bound, answer)) is wrong
    assert ("exchanged" in verify(source, bound, answer).faults) is wrong
