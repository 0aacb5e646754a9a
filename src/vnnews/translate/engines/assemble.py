"""assemble: no engine at all. What rules and memory know stands in English, the rest in Vietnamese, flagged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnnews import __version__
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request

INFO = EngineInfo(
    name="assemble",
    summary="memory and rules only: terms, names and numbers in English, the rest stays Vietnamese",
    manners=("inline",),
    leaves_machine=False,
    max_chars=10_000_000,
    batch=1000,
    translates=False,
    cached=False,
)


class Assemble:
    """The engine that gives every text back as it got it."""

    info = INFO
    version = __version__

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Each request's own text."""
        for request in requests:
            yield Answer(request.text)

    def close(self) -> None:
        """Nothing is held."""


def ready(settings: Settings) -> str | None:
    """Always ready."""
    return None


def open_engine(settings: Settings) -> Assemble:
    """The engine."""
    return Assemble()
