"""Train the embedded model further on prepared pairs, for a given time.

    python -m training.train --model FOLDER --data DIR --out RUN --minutes 80

FOLDER holds a CTranslate2 model (model.bin, tokenizer.json), DIR what `training.data` wrote. A round sees a random part
of the pairs, which are read anew for it, so that new ones join a run in progress. RUN gets `state.pt` (to go on with:
run it again), the best weights by the loss on dev, and log.jsonl. The learning rate falls to zero at the end of the
time, whatever number of steps that is; `--steps` sets their number instead.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training import augment, pairs
from training.model import Decoder
from vnnews.translate.engines import model_file

BOS, EOS = 2, 1
WARM_UP = 50
"""Steps in which the learning rate rises."""

ROUND = 2048
"""Examples drawn before the pairs are read again."""

SPLIT = 0.3
"""How often a merge of tokens is left out in half of the prompts (BPE dropout, Provilkov et al. 2020): the model sees
words in other pieces each time, and cannot learn sentences by heart so well."""


@dataclass(frozen=True)
class Plan:
    """What a run is to be: its length, its largest learning rate, tokens a step, minutes between checkpoints."""

    minutes: float
    steps: int | None = None
    rate: float = 6e-5
    tokens: int = 3072
    every: float = 10
    smoothing: float = 0.1
    dropout: float = 0.03
    seed: int = 1


@dataclass(frozen=True)
class Encoded:
    """Token numbers of an example and where its English begins."""

    ids: list[int]
    prompt: int


def encode(tokenizer: Tokenizer, example: augment.Example, prompts: Tokenizer | None = None) -> Encoded:
    """An example as the model sees it: the prompt (by `prompts`, a tokenizer of its own), the English, the end."""
    vi, en = example
    prompt = [BOS, *(prompts or tokenizer).encode(f"vi: {vi}\nen:", add_special_tokens=False).ids]
    return Encoded([*prompt, *tokenizer.encode(f" {en}", add_special_tokens=False).ids, EOS], len(prompt))


def splitting(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer with merges left out at random."""
    description = json.loads(tokenizer.to_str())
    description["model"]["dropout"] = SPLIT
    return Tokenizer.from_str(json.dumps(description))


def batches(examples: Sequence[Encoded], tokens: int, rng: random.Random) -> Iterator[list[Encoded]]:
    """Batches of about the same length each, in random order; a batch holds `tokens` at most, padding included."""
    order = sorted(examples, key=lambda e: len(e.ids) + rng.random() * 8)
    found: list[list[Encoded]] = [[]]
    for example in order:
        if found[-1] and (len(found[-1]) + 1) * max(len(example.ids), len(found[-1][-1].ids)) > tokens:
            found.append([])
        found[-1].append(example)
    rng.shuffle(found)
    yield from filter(None, found)


def loss_of(decoder: Decoder, batch: Sequence[Encoded], smoothing: float = 0.0) -> tuple[Tensor, int]:
    """The summed loss on the English of a batch and the number of its tokens."""
    length = max(len(e.ids) for e in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    scored = torch.zeros(len(batch), length, dtype=torch.bool)
    for n, example in enumerate(batch):
        ids[n, : len(example.ids)] = torch.tensor(example.ids)
        scored[n, example.prompt : len(example.ids)] = True
    with torch.autocast("cpu", torch.bfloat16):
        hidden = decoder.hidden(ids[:, :-1])
        logits = decoder.logits(hidden[scored[:, 1:]])
    wanted = ids[scored]
    loss = functional.cross_entropy(logits.float(), wanted, reduction="sum", label_smoothing=smoothing)
    return loss, len(wanted)


def dev_loss(decoder: Decoder, batched: Sequence[list[Encoded]]) -> float:
    """The loss a token on held-out examples."""
    total, count = 0.0, 0
    decoder.eval()
    with torch.inference_mode():
        for batch in batched:
            loss, size = loss_of(decoder, batch)
            total, count = total + loss.item(), count + size
    decoder.train()
    return total / max(1, count)


def factor(step: int, progress: float) -> float:
    """What the learning rate is multiplied with: up in the first steps, then down to zero at the end of the time."""
    return min(1.0, (step + 1) / WARM_UP) * max(0.0, 1 - progress)


class Run:
    """A training run: the model, its optimiser, and how far it is."""

    def __init__(self, decoder: Decoder, tokenizer: Tokenizer, folder: Path, out: Path, plan: Plan) -> None:
        self.decoder, self.tokenizer, self.data, self.out, self.plan = decoder, tokenizer, folder, out, plan
        self.optimizer = torch.optim.AdamW(
            decoder.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True
        )
        self.splitting = splitting(tokenizer)
        self.step = self.round = 0
        self.elapsed = 0.0
        self.best = float("inf")
        out.mkdir(parents=True, exist_ok=True)
        if (out / "state.pt").exists():
            self._resume()

    def train(self) -> None:
        """Train until the time is over; a checkpoint every few minutes and at the end."""
        begun, mark = time.monotonic() - self.elapsed, self.elapsed
        dev = self._dev()
        if not self.step:
            self._log(loss=None, dev=dev_loss(self.decoder, dev))
        running = 0.0
        for batch in self._stream():
            self.elapsed = time.monotonic() - begun
            progress = self._progress()
            for group in self.optimizer.param_groups:
                group["lr"] = self.plan.rate * factor(self.step, progress)
            value = self._update(batch)
            running = value if not running else 0.98 * running + 0.02 * value
            self.step += 1
            if self.elapsed - mark > 60 * self.plan.every or progress >= 1:
                mark = self.elapsed
                self._checkpoint(running, dev)
            elif self.step % 5 == 0:
                self._log(loss=running, dev=None)
            if progress >= 1:
                return

    def _progress(self) -> float:
        """How much of the run is over, from 0 to 1; the step at hand counts as done."""
        if self.plan.steps:
            return (self.step + 1) / self.plan.steps
        return self.elapsed / (60 * self.plan.minutes)

    def _update(self, batch: list[Encoded]) -> float:
        loss, size = loss_of(self.decoder, batch, self.plan.smoothing)
        mean = loss / size
        mean.backward()
        torch.nn.utils.clip_grad_norm_(self.decoder.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return float(mean.item())

    def _stream(self) -> Iterator[list[Encoded]]:
        while True:
            rng = random.Random(f"{self.plan.seed}/{self.round}/{self.step}")
            examples = augment.epoch(pairs.load(self.data / "train.jsonl"), rng)
            examples = rng.sample(examples, min(ROUND, len(examples)))
            encoded = [encode(self.tokenizer, e, rng.choice((self.tokenizer, self.splitting))) for e in examples]
            yield from batches(encoded, self.plan.tokens, rng)
            self.round += 1

    def _dev(self) -> list[list[Encoded]]:
        """Each held-out pair plain and, where it has Items, in braces as vnnews asks."""
        held = pairs.load(self.data / "dev.jsonl")
        examples = [(p.vi, p.en) for p in held]
        examples += [augment.written(p, augment.carried(p)) for p in held if augment.carried(p)]
        return list(batches([encode(self.tokenizer, e) for e in examples], self.plan.tokens, random.Random(0)))

    def _checkpoint(self, running: float, dev: Sequence[list[Encoded]]) -> None:
        value = dev_loss(self.decoder, dev)
        self._log(loss=running, dev=value)
        if value < self.best:
            self.best = value
            _save(self.decoder.state_dict(), self.out / "best.pt")
        state = {name: getattr(self, name) for name in ("step", "round", "elapsed", "best")}
        _save(
            {**state, "model": self.decoder.state_dict(), "optimizer": self.optimizer.state_dict()},
            self.out / "state.pt",
        )

    def _resume(self) -> None:
        state = torch.load(self.out / "state.pt", weights_only=True)
        self.decoder.load_state_dict(state.pop("model"))
        self.optimizer.load_state_dict(state.pop("optimizer"))
        for name, value in state.items():
            setattr(self, name, value)

    def _log(self, **figures: float | None) -> None:
        line = {"step": self.step, "round": self.round, "minutes": round(self.elapsed / 60, 1)}
        line |= {name: round(value, 4) for name, value in figures.items() if value is not None}
        text = json.dumps(line)
        print(text, flush=True)
        with (self.out / "log.jsonl").open("a") as file:
            file.write(text + "\n")


def _save(state: dict[str, object], path: Path) -> None:
    """Write in one move, so that a run that is killed leaves the last checkpoint whole."""
    scratch = path.with_suffix(".part")
    torch.save(state, scratch)
    scratch.replace(path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float, default=0.0)
    length.add_argument("--steps", type=int)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--tokens", type=int, default=Plan.tokens)
    parser.add_argument("--dropout", type=float, default=Plan.dropout)
    parser.add_argument("--every", type=float, default=Plan.every)
    given = parser.parse_args(arguments)
    decoder = Decoder(model_file.parse((given.model / "model.bin").read_bytes()), given.dropout)
    tokenizer = Tokenizer.from_file(str(given.model / "tokenizer.json"))
    plan = Plan(given.minutes, given.steps, given.rate, given.tokens, given.every, dropout=given.dropout)
    Run(decoder, tokenizer, given.data, given.out, plan).train()


if __name__ == "__main__":
    main()
