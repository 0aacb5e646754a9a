"""Concordance: renditions found by Item, by lexicon and by what other pairs confirm."""

from __future__ import annotations

import pytest

from vnnews.article import Language
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.translate.memory import Memory, Unit
from vnnews.translate.memory.concordance import concordance
from vnnews.vietnamese.context import Context

PAIRS = (
    ("Ban Chỉ đạo tỉnh họp.", "The provincial Steering Committee met."),
    ("Ban Chỉ đạo huyện đã báo cáo.", "The district steering committee reported."),
    ("Người dân đồng tình.", "Residents agree."),
    ("Tỉnh hỗ trợ người dân vùng lũ.", "The province supports residents of flooded areas."),
    ("Xã vận động người dân hiến đất.", "The commune persuaded local people to donate land."),
    ("Người dân hài lòng.", "Satisfaction is high."),
    ("Hồ sơ được giải quyết đúng hạn.", "Dossiers are handled on time."),
)


@pytest.fixture(scope="module")
def memory() -> Memory:
    """A memory of short pairs."""
    made = Memory.open(None)
    made.add((Unit(*pair), []) for pair in PAIRS)
    return made


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ("ban chỉ đạo", "vi", {"steering committee": 2}),
        ("ban chi dao", "vi", {"steering committee": 2}),
        ("steering committee", "en", {"ban chỉ đạo tỉnh": 1, "ban chỉ đạo huyện": 1}),
        ("dossier", "en", {"hồ sơ": 1}),
        ("người dân", "vi", {"residents": 2, "people": 1, "": 1}),
        ("hồ sơ", "vi", {"dossiers": 1}),
        ("ho so", "vi", {"dossiers": 1}),
        ("hộ số", "vi", {}),
        ("resident", "en", {"người dân": 2}),
        ("side", "en", {}),
    ],
)
def test_counts_by_rendition(memory: Memory, words: str, language: Language, said: dict[str, int]) -> None:
    found = concordance(memory, words, language, Context(glossary=Glossary.load()), Style())
    assert {r.text.lower(): r.count for r in found} == said
