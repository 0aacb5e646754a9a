"""firefox: the translation model that Firefox uses, on this machine, through the package fxtranslate."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from vnnews.errors import EngineUnavailable
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import each

INFO = EngineInfo(
    name="firefox",
    summary="the small model of Firefox, on this machine",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=False,
    max_chars=2000,
    extra="firefox",
    licence="MPL-2.0",
)


@dataclass
class Firefox:
    """The model in memory."""

    translator: Any
    version: str

    info = INFO

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One text after the other."""
        return each(requests, context, lambda request: str(self.translator.translate_long(request.text)))

    def close(self) -> None:
        """The memory is freed with the object."""


def ready(settings: Settings) -> str | None:
    """None when the package and a model folder are there."""
    if importlib.util.find_spec("fxtranslate") is None:
        return "the package fxtranslate is not installed (pip install 'vnnews[firefox]')"
    if not settings.engines.get("firefox", {}).get("path"):
        return (
            "no model folder is named; fetch one with: fxtranslate models add vi en, then in vnnews.toml: "
            "[engines.firefox] path"
        )
    return None


def open_engine(settings: Settings) -> Firefox:
    """Load the model of the named folder: model*.bin, a vocabulary or two, a shortlist if there is one."""
    fxtranslate: Any = importlib.import_module("fxtranslate")
    folder = settings.root / str(settings.engines["firefox"]["path"])
    try:
        vocabularies = [_one(folder, "srcvocab*.spm"), _one(folder, "trgvocab*.spm")]
        shared = _one(folder, "vocab*.spm")
        source, target = vocabularies if None not in vocabularies else (shared, shared)
        model, shortlist = _one(folder, "model*.bin"), _one(folder, "lex*.bin")
        if model is None or source is None or target is None:
            raise EngineUnavailable(f"{folder} holds no model of Firefox", "it needs model*.bin and vocab*.spm")
        translator = fxtranslate.Translator(model, source, target, shortlist)
    except (OSError, ValueError) as error:
        raise EngineUnavailable(f"the model in {folder} cannot be used", "fetch it again") from error
    return Firefox(translator, f"fxtranslate {metadata.version('fxtranslate')} {folder.name}")


def _one(folder: Path, pattern: str) -> bytes | None:
    """The content of the one file of that pattern, None where there is none."""
    found = sorted(folder.glob(pattern))
    return found[0].read_bytes() if found else None
