"""ctranslate2: a model folder of your own in the layout of OPUS-MT or NLLB, converted for CTranslate2."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnnews.errors import EngineUnavailable
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import batched
from vnnews.translate.engines.threads import threads

INFO = EngineInfo(
    name="ctranslate2",
    summary="a model folder of your own (OPUS-MT or NLLB for CTranslate2)",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=False,
    max_chars=1500,
    batch=32,
    extra="ctranslate2",
    licence="the model's own; NLLB is for non-commercial use only (CC BY-NC 4.0)",
    attempts=2,
)
_BEAMS = (2, 5)


@dataclass
class Local:
    """A model in memory. `tags` are the language tags of NLLB (source, target), None for a model of one pair."""

    translator: Any
    source: Any
    target: Any
    version: str
    tags: tuple[str, str] | None

    info = INFO

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Requests in groups, each decoded together."""
        return batched(requests, context, INFO, self._decode)

    def close(self) -> None:
        """Free the model's memory."""
        self.translator.unload_model()

    def _decode(self, group: Sequence[Request]) -> list[str]:
        pieces = [self.source.encode(r.text, out_type=str) for r in group]
        options: dict[str, Any] = {"beam_size": _BEAMS[min(group[0].attempt, 1)], "max_decoding_length": 400}
        if self.tags is None:
            inputs = [[*p, "</s>"] for p in pieces]
        else:
            inputs = [[self.tags[0], *p, "</s>"] for p in pieces]
            options["target_prefix"] = [[self.tags[1]] for _ in group]
        results = self.translator.translate_batch(inputs, **options)
        skip = 0 if self.tags is None else 1
        return [self.target.decode(r.hypotheses[0][skip:]) for r in results]


def ready(settings: Settings) -> str | None:
    """None when the packages and a folder are there."""
    missing = [n for n in ("ctranslate2", "sentencepiece") if importlib.util.find_spec(n) is None]
    if missing:
        return f"the package {' and '.join(missing)} is not installed (pip install 'vnnews[ctranslate2]')"
    if _folder(settings) is None:
        return "no model folder is named (in vnnews.toml: [engines.ctranslate2] path)"
    return None


def _folder(settings: Settings) -> Path | None:
    named = settings.engines.get("ctranslate2", {}).get("path")
    return settings.root / str(named) if named else None


def open_engine(settings: Settings) -> Local:
    """Load the model of the named folder; raises EngineUnavailable when its files are not as expected."""
    import ctranslate2
    import sentencepiece

    folder = _folder(settings) or Path()
    shared = next((folder / n for n in _SHARED if (folder / n).is_file()), None)
    source = shared or folder / "source.spm"
    try:
        translator = ctranslate2.Translator(
            str(folder),
            device="cpu",
            compute_type="int8",
            inter_threads=threads(settings, "ctranslate2"),
            intra_threads=1,
        )
        first = sentencepiece.SentencePieceProcessor(model_file=str(source))
        second = first if shared else sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))
    except (RuntimeError, OSError, ValueError) as error:
        raise EngineUnavailable(
            f"{folder} holds no model that can be used ({type(error).__name__})",
            "it needs model.bin, the vocabulary, and source.spm and target.spm (OPUS-MT) or the model's .spm (NLLB)",
        ) from error
    return Local(translator, first, second, folder.name, ("vie_Latn", "eng_Latn") if _is_nllb(folder) else None)


_SHARED = ("sentencepiece.bpe.model", "flores200_sacrebleu_tokenizer_spm.model", "spm.model")


def _is_nllb(folder: Path) -> bool:
    """Whether the vocabulary has NLLB's language tags."""
    for name in ("shared_vocabulary.json", "shared_vocabulary.txt"):
        path = folder / name
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            return "vie_Latn" in (json.loads(text) if name.endswith("json") else text.split("\n"))
    return False
