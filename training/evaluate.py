"""Compare models on prepared pairs by their first, greedy answers: chrF, BLEU, and what becomes of the braces.

    python -m training.evaluate DEV.jsonl FOLDER [FOLDER ...] [--out FILE.tsv]

A FOLDER holds a CTranslate2 model with its tokenizer. Three ways: `plain`; `carried`, with those Items in braces that
vnnews carries first; `random`, with all Items in braces, names and figures among them changed. `braces` is the share of
them that come back with their braces and content, `values` that whose content stands in the answer. FILE gets the
answers of all models to each prompt side by side. Needs ctranslate2, tokenizers and sacrebleu, not torch.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from tokenizers import Tokenizer

from training import augment, pairs
from training.augment import Example

WAYS = ("plain", "carried", "random")
_BRACES = re.compile(r"\{([^{}]*)\}")


def examples_of(held: Sequence[pairs.Pair], way: str) -> list[Example]:
    """The prompts and references of a way."""
    if way == "plain":
        return [(p.vi, p.en) for p in held]
    if way == "carried":
        return [augment.written(p, augment.carried(p)) for p in held]
    rng, stock = random.Random(7), augment.stock_of(held)
    return [augment.written(p, p.items, {i: augment.other(p, i, rng, stock) for i in p.items}) for p in held]


class Translator:
    """A model that answers greedily."""

    def __init__(self, folder: Path) -> None:
        self.generator = ctranslate2.Generator(str(folder), compute_type="int8", inter_threads=2, intra_threads=1)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def answers(self, sources: Sequence[str]) -> list[str]:
        """The English of each source."""
        prompts = [
            ["<bos>", *self.tokenizer.encode(f"vi: {text}\nen:", add_special_tokens=False).tokens] for text in sources
        ]
        results = self.generator.generate_batch(
            prompts,
            max_length=256,
            include_prompt_in_result=False,
            end_token="<eos>",
            sampling_topk=1,
            max_batch_size=1024,
            batch_type="tokens",
        )
        return [self.tokenizer.decode(r.sequences_ids[0]).strip() for r in results]


def figures(examples: Sequence[Example], answers: Sequence[str]) -> dict[str, float]:
    """chrF and BLEU without braces, and the shares of braces and of their values that come back."""
    bare = [_bare(answer) for answer in answers]
    references = [[_bare(en) for _, en in examples]]
    asked = [_BRACES.findall(vi) for vi, _ in examples]
    kept = valued = 0
    for contents, answer, text in zip(asked, answers, bare, strict=True):
        found = _BRACES.findall(answer)
        for content in contents:
            valued += content in text
            if content in found:
                found.remove(content)
                kept += 1
    total = sum(map(len, asked))
    out = {
        "chrF": round(CHRF().corpus_score(bare, references).score, 2),
        "BLEU": round(BLEU().corpus_score(bare, references).score, 2),
    }
    if total:
        out |= {"items": total, "braces": round(100 * kept / total, 1), "values": round(100 * valued / total, 1)}
    return out


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    held = pairs.load(given.pairs)
    if given.rows and given.rows < len(held):
        held = [held[n * len(held) // given.rows] for n in range(given.rows)]
    rows = [[way, *example] for way in WAYS for example in examples_of(held, way)]
    for folder in given.models:
        translator = Translator(folder)
        for way in WAYS:
            examples = examples_of(held, way)
            start = time.perf_counter()
            answers = translator.answers([vi for vi, _ in examples])
            seconds = round(time.perf_counter() - start, 1)
            print(
                json.dumps({"model": folder.name, "way": way, **figures(examples, answers), "seconds": seconds}),
                flush=True,
            )
            for row, answer in zip((r for r in rows if r[0] == way), answers, strict=True):
                row.append(answer)
    if given.out:
        with given.out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\")
            writer.writerow(("way", "vi", "en", *(folder.name for folder in given.models)))
            writer.writerows(rows)


if __name__ == "__main__":
    main()
