"""Settings: flag over variable over file over default, and every mistake is told with its cure."""

from pathlib import Path

import pytest

from vnnews import settings
from vnnews.errors import UsageError


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in settings.MEANINGS:
        monkeypatch.delenv(f"VNNEWS_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_each_layer_wins_over_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.load(tmp_path).engine is None
    (tmp_path / "vnnews.toml").write_text('engine = "google"\ntranslator = "Lê Văn A"\n', encoding="utf-8")
    assert settings.load(tmp_path).engine == "google"
    monkeypatch.setenv("VNNEWS_ENGINE", "deepl")
    assert settings.load(tmp_path).engine == "deepl"
    resolved = settings.load(tmp_path, engine="assemble", translator=None)
    assert (resolved.engine, resolved.translator) == ("assemble", "Lê Văn A")


def test_the_file_is_found_above_and_its_paths_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "vnnews.toml").write_text('glossary = ["g.tsv"]\nmemory = "m.sqlite"\n', encoding="utf-8")
    below = tmp_path / "2018" / "tháng 9"
    below.mkdir(parents=True)
    found = settings.load(below)
    assert (found.root, found.glossary, found.memory) == (tmp_path, (tmp_path / "g.tsv",), tmp_path / "m.sqlite")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("engin = 'google'", "no setting is called 'engin'"),
        ("engine = 3", "engine has the wrong kind of value"),
        ("offline = 'maybe'", "offline has the wrong kind of value"),
        ("glossary = [1]", "glossary has the wrong kind of value"),
        ("engine = ", "vnnews.toml"),
        ("site = 'x'", "site has the wrong kind of value"),
    ],
)
def test_a_mistake_in_the_file_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "vnnews.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message) as told:
        settings.load(tmp_path)
    assert told.value.cure


@pytest.mark.parametrize(("word", "value"), [("1", True), ("yes", True), ("off", False), ("False", False)])
def test_switches_in_the_environment_are_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, value: bool
) -> None:
    monkeypatch.setenv("VNNEWS_OFFLINE", word)
    assert settings.load(tmp_path).offline is value


def test_every_setting_has_a_meaning() -> None:
    assert set(settings.MEANINGS) == {f for f in settings.Settings.__slots__ if f != "root"}
