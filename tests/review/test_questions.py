"""Questions to the author about slips of the Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installed import runner
from vnnews.review.questions import questions


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
    ],
)
def test_right_vietnamese_is_not(text: str) -> None:
    assert list(questions(text)) == []


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
