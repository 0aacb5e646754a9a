"""embedded: the Vietnamese-English model that comes with vnnews, on this machine's CPU.

The model was trained to copy what stands in braces, so the rule-made English of each Item goes in as
`{Provincial People's Committee} họp ...`. Sentences are batched by length over the whole article.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.errors import EngineError, EngineUnavailable
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.batches import batches
from vnnews.translate.engines.install import folder_of, is_installed
from vnnews.translate.engines.threads import threads

if TYPE_CHECKING:
    from ctranslate2 import AsyncGenerationResult, GenerationStepResult, Generator
    from tokenizers import Tokenizer

INFO = EngineInfo(
    name="embedded",
    summary="the model made for vnnews, on this machine",
    manners=("braces", "inline", "plain"),
    leaves_machine=False,
    max_chars=1200,
    batch=256,
    extra="embedded",
    licence="Gemma Terms of Use",
    attempts=2,
)
PACKAGE = "vnnews_model_vi_en"
_BEAMS = (1, 2)
"""Greedy first; a beam of two when the first answer was not good: four are twice as slow for half a point of chrF."""

_MOST_TOKENS = 4096
"""Tokens of prompts in a batch at most: each, and each of the answers, takes 37 kB of memory."""

_SPACE = "▁"
"""How the vocabulary writes the space before a word."""

_MODEL_FILES = ("config.json", "vocabulary.json")


@dataclass
class Embedded:
    """The model in memory. `max_length` bounds an answer in tokens, so that a run-away repetition ends."""

    generator: Generator
    tokenizer: Tokenizer
    version: str
    max_length: int = 256

    info = INFO

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One answer for each request; requests of one attempt are decoded together, sorted by length."""
        answers: list[Answer | None] = [None] * len(requests)
        for attempt in sorted({r.attempt for r in requests}):
            wanted = [n for n, r in enumerate(requests) if r.attempt == attempt]
            for start in range(0, len(wanted), INFO.batch):
                if context.cancelled():
                    break
                part = wanted[start : start + INFO.batch]
                said = self._decode([requests[n].text for n in part], _BEAMS[min(attempt, len(_BEAMS) - 1)])
                for n, answer in zip(part, said, strict=True):
                    answers[n] = answer
        for found in answers:
            yield found or Answer(error=EngineError("cancelled", "run it again to go on"))

    def _decode(self, texts: list[str], beam: int) -> list[Answer]:
        prompts = [
            ["<bos>", *self.tokenizer.encode(f"vi: {text}\nen:", add_special_tokens=False).tokens] for text in texts
        ]
        lengths = [len(p) for p in prompts]
        most = min(_MOST_TOKENS, -(-sum(lengths) // self.generator.num_generators)) // beam
        started = [(batch, *self._start([prompts[n] for n in batch], beam)) for batch in batches(lengths, most)]
        results = {n: one.result() for batch, waiting, _ in started for n, one in zip(batch, waiting, strict=True)}
        logs = {n: log for batch, _, noted in started for n, log in zip(batch, noted, strict=True)}
        if beam > 1:
            # Only greedy search tells of each token. One sentence at a time: score_batch fails on padded ones.
            whole = [[*p, *results[n].sequences[0]] for n, p in enumerate(prompts)]
            scored = self.generator.score_batch(whole, max_batch_size=1)
            logs = {n: s.log_probs[lengths[n] - 1 :] for n, s in enumerate(scored)}
        return [
            Answer(
                self.tokenizer.decode(results[n].sequences_ids[0]).strip(),
                score=results[n].scores[0],
                words=words_of(results[n].sequences[0], logs[n]),
            )
            for n in range(len(prompts))
        ]

    def _start(self, prompts: list[list[str]], beam: int) -> tuple[list[AsyncGenerationResult], list[list[float]]]:
        """Begin to decode one batch; its log probabilities are there when its results are (greedy search only)."""
        logs: list[list[float]] = [[] for _ in prompts]

        def note(step: GenerationStepResult) -> bool:
            logs[step.batch_id].append(step.log_prob)
            return False

        results = self.generator.generate_batch(
            prompts,
            asynchronous=True,
            max_length=self.max_length,
            include_prompt_in_result=False,
            end_token="<eos>",
            sampling_topk=1,
            beam_size=beam,
            return_scores=True,
            callback=note if beam == 1 else None,
        )
        return results, logs

    def close(self) -> None:
        """Free the model's memory."""
        self.generator.unload_model()


def words_of(tokens: Sequence[str], logs: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """The words of an answer, each with the log probability of its least likely token.

    A token that begins with the sign for a space begins a word; a log of the end of the answer is passed over.
    """
    out: list[tuple[str, float]] = []
    for token, log in zip(tokens, logs, strict=False):
        if token.startswith(_SPACE) or not out:
            out.append((token.lstrip(_SPACE), log))
        else:
            word, least = out[-1]
            out[-1] = (word + token, min(least, log))
    return tuple(out)


def ready(settings: Settings) -> str | None:
    """None when runtime and model are there, else what is missing."""
    missing = [name for name in ("ctranslate2", "tokenizers") if importlib.util.find_spec(name) is None]
    if missing:
        return f"the package {' and '.join(missing)} is not installed (pip install 'vnnews[embedded]')"
    if _given(settings) is None and importlib.util.find_spec(PACKAGE) is None:
        return "the model is not installed (pip install packages/vnnews-model-vi-en, from a checkout of vnnews)"
    return None


def open_engine(settings: Settings) -> Embedded:
    """Load the model; raises EngineUnavailable when its files are not what they should be."""
    import ctranslate2
    from tokenizers import Tokenizer

    from vnnews.translate.engines.wide import widened

    files, version = _files(settings)
    # One thread for each of several sentences at once is much faster than several threads for one sentence.
    try:
        generator = ctranslate2.Generator(
            "vnnews-vi-en",
            device="cpu",
            compute_type="int8",
            inter_threads=threads(settings, "embedded"),
            intra_threads=1,
            max_queued_batches=-1,
            files={"model.bin": widened(files["model.bin"]), **{name: files[name] for name in _MODEL_FILES}},
        )
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode())
    except (RuntimeError, ValueError) as error:
        raise EngineUnavailable(f"the model cannot be loaded ({error})", "install it again") from error
    return Embedded(generator, tokenizer, version)


def _given(settings: Settings) -> Path | None:
    """The folder of a model: named in the settings or VNNEWS_MODEL, else one that `vnnews engines install` fetched."""
    named = settings.engines.get("embedded", {}).get("path") or os.environ.get("VNNEWS_MODEL")
    if named:
        return settings.root / str(named)
    return folder_of("embedded") if is_installed("embedded") else None


def _files(settings: Settings) -> tuple[dict[str, bytes], str]:
    """The model's files by name, and its version: for a folder the beginning of the model's checksum."""
    folder = _given(settings)
    if folder is None:
        package = importlib.import_module(PACKAGE)
        try:
            return package.files(), package.__version__
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"the model's package is damaged ({error})", "install it again") from error
    try:
        model = _whole(folder)
        files = {"model.bin": model, **{n: (folder / n).read_bytes() for n in ("tokenizer.json", *_MODEL_FILES)}}
    except OSError as error:
        raise EngineUnavailable(f"no model in {folder}: {error.strerror or error}", "name another folder") from error
    return files, hashlib.sha256(model).hexdigest()[:12]


def _whole(folder: Path) -> bytes:
    """model.bin, which may lie there in parts (model.bin.0, model.bin.1, ...)."""
    whole = folder / "model.bin"
    if whole.is_file():
        return whole.read_bytes()
    parts = sorted(folder.glob("model.bin.[0-9]*"), key=lambda p: int(p.suffix[1:]) if p.suffix[1:].isdigit() else -1)
    return b"".join(p.read_bytes() for p in parts if p.suffix != ".part") or whole.read_bytes()
