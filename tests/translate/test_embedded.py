"""How sure the model on this machine was of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.cache import Cached
from vnnews.translate.engines.embedded import words_of


@pytest.mark.parametrize(
    ("tokens", "logs", "words"),
    [
        ((), (), ()),
        (("▁Dan", "ced", "."), (-0.5, -2.0, -0.1), (("Danced.", -2.0),)),
        (("The", "▁road", "s"), (-0.1, -0.2, -0.3), (("The", -0.1), ("roads", -0.3))),
        (("▁Road",), (-0.1, -9.0), (("Road", -0.1),)),
    ],
    ids=["nothing", "the least of its tokens", "no space first", "the end is no word"],
)
def test_words_have_the_least_of_their_tokens(
    tokens: tuple[str, ...], logs: tuple[float, ...], words: tuple[tuple[str, float], ...]
) -> None:
    assert words_of(tokens, logs) == words


class Sure:
    """An engine that says how sure it was, and counts how often it was asked."""

    version = "1"
    info = EngineInfo("sure", "", ("plain",), False)
    asked = 0

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        for _ in requests:
            self.asked += 1
            yield Answer("The road", score=-0.25, words=(("The", -0.1), ("road", -0.4)))

    def close(self) -> None:
        """Nothing."""


def test_what_is_kept_on_disk_is_as_sure_as_it_was(tmp_path: Path) -> None:
    engine = Sure()
    cached = Cached(engine, tmp_path, {})
    first = list(cached.translate([Request("Con đường")], EngineContext()))
    again = list(cached.translate([Request("Con đường")], EngineContext()))
    assert first == again
    assert again[0].words == (("The", -0.1), ("road", -0.4))
    assert engine.asked == 1
    cached.close()
