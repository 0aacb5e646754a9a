"""The style file: defaults, what a newsroom may change, and what it is told when the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews.english.style import Style, load
from vnnews.errors import UsageError


def test_the_built_in_file_is_the_default() -> None:
    assert load() == Style()


def test_a_newsroom_changes_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text('[money]\nform = "4.5 billion VND"\n[numbers]\nspelled_to = 10\n', encoding="utf-8")
    assert load(path) == Style(money="4.5 billion VND", spelled_to=10)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[money]\nform = 3\n", "3"),
        ('[money]\nform = "dollars"\n', "dollars"),
        ("[numbers]\nspelled_to = true\n", "True"),
        ("[colour]\nred = 1\n", "colour"),
        ("top = 1\n", "top"),
        ("[money\n", "style.toml"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "style.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load(path)
    assert told in caught.value.message
    assert caught.value.cure


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load(tmp_path / "none.toml")
