"""Questions to the author about slips of the Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installed import runner
from vnnews.review.questions import ask, questions


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("Đại biểu các huyện, thành, thi đã dự họp.", "Is 'thi' meant to be 'thị'?"),
        ("Đây là kết quả của của toàn tỉnh.", "Is 'của' written twice by mistake?"),
        ("Đơn vị dùng phần mềm Softwere mới.", "Is 'Softwere' meant to be 'software'?"),
        (
            "Sáng thứ Hai, ngày 09/8/2018, Sở họp.",
            "9/8/2018 (day/month/year) was a Thursday, not a Monday: which is right?",
        ),
        (
            "Sáng thứ Hai, ngày 29/2/2023, Sở họp.",
            "There is no 29/2/2023 (day/month/year): which day is right?",
        ),
        ("Sở đã triễnn khai kế hoạch.", "Is 'triễnn' misspelt? It is no Vietnamese syllable."),
        ("Sở đã họp, các đạibiểu dự.", "Are there two words in 'đạibiểu'?"),
        ("Sở Y tế (đơn vị chủ trì đã họp.", "Where does the opening ( close?"),
    ],
)
def test_slips_are_asked_about(text: str, en: str) -> None:
    assert [q.en for q in questions(text)] == [en]


@pytest.mark.parametrize(
    "text",
    [
        "Đại biểu các huyện, thành, thị đã dự họp.",
        "Cây lúa xanh xanh, ngày ngày từ từ lớn lên.",
        "Đơn vị dùng phần mềm Software mới.",
        "Sáng thứ Năm, ngày 09/8/2018, Sở họp.",
        "Có hai việc: a) họp; b) báo cáo (trước thứ Sáu).",
        "Các huyện, thành, thi đua sản xuất.",
        "Đơn vị cấp ôxy, axít, ghi-đông, xi măng và côngtenơ cho buôn Kơ Siêr; diện tích 5 m² ở Đắk Lắk.",
        "Quyển vở nghiêng, khuya khoắt, quạnh quẽ, giếng gỉ, xoong nồi, quýt, ngoằn ngoèo, khuếch trương, yếu ớt.",
    ],
)
def test_right_vietnamese_is_not(text: str) -> None:
    assert list(questions(text)) == []


def test_a_person_spelt_in_two_ways_is_asked_about_once() -> None:
    texts = [
        "Ông Nguyễn Bá Luân phát biểu. Sau đó ông nghỉ.",
        "Theo ông Nguyễn Bá Luận, xã đã xong.",
        "Ông Nguyễn Bá Luân cảm ơn.",
    ]
    (asked,) = (q for q in ask(texts) if "one person" in q.en)
    assert asked.sentence == texts[1]
    assert (
        asked.en
        == "'Nguyễn Bá Luận' here and 'Nguyễn Bá Luân' elsewhere: are they one person, and which name is right?"
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["Ông Nguyễn Bá Luân và ông Nguyễn Bá Luận phát biểu."],
        ["Ông Nguyễn Bá Hoà phát biểu.", "Ông Nguyễn Bá Hòa cảm ơn."],
        ["Ông Nguyễn Bá Luân phát biểu.", "Ông Nguyễn Bá Thành cảm ơn."],
        ["Quốc lộ Nam Sông Hậu mở.", "Tuyến Nam Sông Hầu mở."],
    ],
)
def test_other_people_are_not(texts: list[str]) -> None:
    assert list(ask(texts)) == []


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="vi" datatype="plaintext"/><body><tu><tuv xml:lang="vi"><seg>{0}</seg></tuv>
<tuv xml:lang="en"><seg>It was held.</seg></tuv></tu></body></tmx>"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext"
 source-language="vi" target-language="en"><body><trans-unit id="u7"><source>{0}</source><target>It was held.</target>
</trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "id\tvi\ten\n1\t{0}\tIt was held.\n"),
        ("a.tmx", TMX),
        ("a.xliff", XLIFF),
        ("a.sdlxliff", XLIFF),
    ],
)
def test_pairs_of_other_tools_are_asked_about(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text.format("Các huyện, thành, thi đã dự họp."), encoding="utf-8")
    (line,) = runner(tmp_path)("check", name, "--questions", "--json").stdout.splitlines()
    assert json.loads(line)["en"] == "Is 'thi' meant to be 'thị'?"


def test_names_are_compared_within_the_articles_of_a_table(tmp_path: Path) -> None:
    rows = ["article\tvi\ten", "A\tÔng Nguyễn Bá Luân phát biểu.\tx", "B\tÔng Nguyễn Bá Luận phát biểu.\tx"]
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(rows), encoding="utf-8")
    run = runner(tmp_path)
    assert run("check", "a.tsv", "--questions", "--json").stdout == ""
    path.write_text("\n".join(rows).replace("\nB", "\nA"), encoding="utf-8")
    assert "one person" in run("check", "a.tsv", "--questions", "--json").stdout


def test_the_command_prints_them_ready_to_send(tmp_path: Path) -> None:
    text = (
        "Hội nghị về chuyển đổi số\n\nNgày 09/8/2018, các huyện, thành, thi đã dự họp. "
        "Hội nghị có 1.846 đại biểu tham dự. Kinh phí là 4,5 tỷ đồng.\n"
    )
    (tmp_path / "bài.txt").write_text(text, encoding="utf-8")
    run = runner(tmp_path)
    said = run("check", "bài.txt", "--questions").stdout
    assert said.startswith("Hội nghị về chuyển đổi số\n")
    assert "có phải “thi” là “thị”?\n  Is 'thi' meant to be 'thị'?" in said
    (line,) = run("check", "bài.txt", "--questions", "--json").stdout.splitlines()
    assert json.loads(line)["sentence"] == "Ngày 09/8/2018, các huyện, thành, thi đã dự họp."


def test_a_file_that_cannot_be_asked_about_costs_its_own_line(tmp_path: Path) -> None:
    run = runner(tmp_path)
    (tmp_path / "bài.txt").write_text(
        "Hội nghị về chuyển đổi số\n\nNgày 09/8/2018, các huyện, thành, thi đã dự họp. "
        "Hội nghị có 1.846 đại biểu tham dự. Kinh phí là 4,5 tỷ đồng.\n",
        encoding="utf-8",
    )
    (tmp_path / "en.txt").write_text(
        "Conference on digital transformation held\n\nThe districts attended the conference on August 9, 2018. "
        "It was attended by 1,846 delegates. The budget is VND4.5 billion.\n",
        encoding="utf-8",
    )
    done = run("check", "missing.txt", "en.txt", "bài.txt", "--questions", code=1)
    assert "Is 'thi' meant to be 'thị'?" in done.stdout
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["missing.txt", "en.txt"]
