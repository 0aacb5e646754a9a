"""What lint finds in house tables, and where."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from vnnews.glossary.lint import Flaw, lint

HEADER = "vi\ten\ten_alternatives\ten_forbidden\tabbr_vi\tkind\tlevel\tvalid_from\tvalid_to\ten_only_safe\tcase"


def flaws(folder: Path, *rows: str) -> list[Flaw]:
    path = folder / "house.tsv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return lint([path], built_in=False)


@pytest.mark.parametrize(
    ("rows", "rule", "line"),
    [
        (["a b\tx", "c d\ty", "a b\tz"], "duplicate", 4),
        (["hoà giải lạ\tx", "hòa giải lạ\ty"], "duplicate", 3),
        (["từ lạ\tgood form\t\tgood form"], "forbidden-accepted", 2),
        (["từ lạ\tgood\tbetter form\tform"], "forbidden-accepted", 2),
        (["từ lạ\tgood\tgood"], "repeated", 2),
        (["từ lạ\tgood\t\tbad\t\t\t\t\t\tworse"], "safe-not-forbidden", 2),
        ([unicodedata.normalize("NFD", "từ lạ\tx")], "not-nfc", 2),
        (["từ\u00a0lạ\tx"], "stray-space", 2),
        (["từ  lạ\tx"], "stray-space", 2),
        (["từ lạ\tx\t\t\tQZX", "chữ lạ\ty\t\t\tQZX"], "abbreviation-clash", 3),
        (["sở lạ lùng\tx\t\t\tUBND"], "abbreviation-clash", 2),
        (["từ lạ\tx\t\t\t\torganisation", "từ lạ\ty\t\t\t\tposition"], None, 0),
        (["từ lạ\tx\t\t\t\t\t\t2020-01-01\t2010-01-01"], "dates-reversed", 2),
        (["từ lạ\tx\t\t\t\t\t\t\t2010-01-01", "từ lạ\ty\t\t\t\t\t\t2012-01-01"], "date-gap", 3),
        (["từ lạ\tx\t\t\t\t\t\t\t2010-01-01", "từ lạ\ty\t\t\t\t\t\t2010-01-01"], None, 0),
        (["mất ô"], "malformed", 2),
        (["từ lạ\tx", "Sở Tư pháp\tJustice Department"], None, 0),
    ],
)
def test_one_flaw_one_line(tmp_path: Path, rows: list[str], rule: str | None, line: int) -> None:
    found = [(flaw.rule, flaw.line) for flaw in flaws(tmp_path, *rows)]
    assert found == ([(rule, line)] if rule else [])


def test_an_entry_that_another_of_the_same_words_always_beats(tmp_path: Path) -> None:
    """The second is exact about capitals, so the first is never chosen for its own, written the same way."""
    found = flaws(tmp_path, "Từ Lạ\tx\t\t\t\torganisation\t\t\t\t\t", "Từ Lạ\tx\t\t\t\tposition\t\t\t\t\texact")
    assert [(flaw.rule, flaw.line) for flaw in found] == [("never-matched", 2)]


def test_every_flaw_has_a_cure_and_a_place(tmp_path: Path) -> None:
    for flaw in flaws(tmp_path, "mất ô", "từ lạ\tgood\tgood"):
        assert flaw.cure and flaw.message and flaw.path == tmp_path / "house.tsv"
