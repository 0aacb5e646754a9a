"""Plain text as old programs saved it: hard-wrapped lines, and several articles in one file."""

from __future__ import annotations

import textwrap

import pytest

from vnnews.read.files.text import split
from vnnews.read.lines import lines_of

VI = [
    "Chiều 12/4, đoàn công tác của Sở Xây dựng kiểm tra tiến độ xây dựng trường tiểu học tại xã Phước Lộc và làm việc "
    "với nhà thầu về việc chậm bàn giao mặt bằng của hai hộ dân.",
    "Theo báo cáo, đến nay công trình đạt 65% khối lượng, chậm 20 ngày so với kế hoạch do mưa kéo dài và thiếu cát.",
    "Phó Giám đốc Sở yêu cầu nhà thầu tăng ca, bảo đảm bàn giao công trình trước ngày khai giảng năm học mới.",
]
EN = [
    "The district's farm office has given 40 households two cows each under a programme that is to run until the end "
    "of next year.",
    "A first group of farmers from the three highland communes took part in a two-day course on the care of calves.",
    "The office will visit each household every month and report to the province in December.",
]
POEM = [
    "Ai về quê lúa xanh đồng",
    "Nhớ qua bến nước bên sông đợi chờ",
    "Con đò chở cả tuổi thơ",
    "Chở câu hát cũ, đôi bờ tre xanh",
]
LIST = ["- Xã Phước Lộc: 65%;", "- Xã Phước Long: 70%;", "- Xã Phước An: 90%."]
ROWS = ["Xã\tSố hộ\tTỷ lệ", "Phước Lộc\t120\t65%", "Phước Long\t98\t70%"]


@pytest.mark.parametrize("width", [60, 72, 76])
@pytest.mark.parametrize(("indent", "gap"), [("", "\n\n"), ("   ", "\n"), ("   ", "\n\n")])
@pytest.mark.parametrize("paragraphs", [VI, EN])
def test_wrapped_paragraphs_are_joined_and_nothing_else(
    width: int, indent: str, gap: str, paragraphs: list[str]
) -> None:
    wrapped = gap.join(textwrap.fill(p, width, initial_indent=indent) for p in paragraphs)
    others = ["\n".join(part) for part in (LIST, POEM, ROWS)]
    text = "\n\n".join(["Kiểm tra tiến độ xây dựng trường", wrapped, *others, "Tin, ảnh: Hà Vi"])
    found = [line.text for line in lines_of(text)]
    assert found == ["Kiểm tra tiến độ xây dựng trường", *paragraphs, *LIST, *POEM, *ROWS, "Tin, ảnh: Hà Vi"]


@pytest.mark.parametrize("signed", ["Hà Vi", "Tin, ảnh: Hà Vi", "Nguồn: Báo Bình Minh"])
def test_a_byline_is_not_joined_to_the_last_paragraph(signed: str) -> None:
    wrapped = "\n".join(textwrap.fill(p, 72) for p in VI)
    assert lines_of(f"{wrapped}\n{signed}")[-1].text == signed


def test_unwrapped_lines_stay_as_they_are() -> None:
    assert [line.text for line in lines_of("\n".join([*POEM, *VI]))] == [*POEM, *VI]
    assert [line.text for line in lines_of("\n".join(POEM))] == POEM


TITLES = ["Kiểm tra tiến độ xây dựng trường", "Bốn mươi hộ được trao bò giống", "Đường về xã đảo sắp thông xe"]


def _file(listing: list[str], titles: list[str], bodies: list[str]) -> str:
    return "\n".join(listing) + "\n\n" + "\n\n".join(f"{t}\n{b}" for t, b in zip(titles, bodies, strict=True))


@pytest.mark.parametrize(
    "listing",
    [
        TITLES,
        [f"{i}. {t}" for i, t in enumerate(TITLES, 1)],
        [f"- {t}" for t in TITLES],
        ["Mục lục", *TITLES],
        ["BẢN TIN HUYỆN, SỐ 12", "Trong số này:", "", *TITLES],
        [t.upper() for t in TITLES],
        [f"{i}) {t}" for i, t in enumerate(TITLES, 1)],
    ],
)
def test_a_listing_of_the_titles_parts_the_articles(listing: list[str]) -> None:
    parts = split(_file(listing, TITLES, VI))
    assert [part.split("\n")[0] for part in parts] == TITLES
    assert [part.strip().split("\n")[1:] for part in parts] == [[body] for body in VI]


@pytest.mark.parametrize(
    "text",
    [
        _file([], TITLES, VI),
        _file(TITLES[::-1], TITLES, VI),
        _file(TITLES[:1], TITLES, VI),
        _file(TITLES, TITLES, ["", "", VI[0]]),
        "\n".join([TITLES[0], VI[0], "Tin liên quan", TITLES[1], TITLES[2], VI[1]]),
        "\n".join([TITLES[0], TITLES[0], VI[0], VI[1]]),
        "\n".join([TITLES[0], VI[0], TITLES[1], VI[1], "Tin đọc nhiều", TITLES[0], TITLES[1]]),
    ],
    ids=["none", "other order", "one title", "no prose", "related", "one twice", "listing below"],
)
def test_without_a_sure_listing_it_is_one_article(text: str) -> None:
    assert split(text) == [text]
