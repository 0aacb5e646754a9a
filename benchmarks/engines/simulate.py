"""Measure whether Items survive engines that treat placeholders as web services do.

    python benchmarks/engines/simulate.py CORPUS.tsv --rows 1000

The simulated engine knows the reference translation: asked with placeholders it answers the reference with every Item
replaced by its token, each token harmed with the given chance (0.3); where no token stands it misspells the Item with
another chance (0.1). So the figure tells nothing of translation, only how many Items
end in the text. Items count whose accepted forms all stand in the reference, each occurrence for itself.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measure import Row, read, tasks_of

from vnnews.translate.ask import Task, ask
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.protect import restore

Harm = Callable[[str, random.Random], str]

HARMS: dict[str, Harm] = {
    "none": lambda token, chance: token,
    "drop": lambda token, chance: "",
    "double": lambda token, chance: f"{token} {token}",
    "split": lambda token, chance: f"[ X {token[2:-2]} X ]",
    "translate": lambda token, chance: f"[Ex{token[2:-2]}]",
    "renumber": lambda token, chance: f"[X{int(token[2:-2]) + 1}X]",
    "lower": lambda token, chance: token.lower(),
}


class Simulated:
    """The engine. `lines` holds for each sentence its reference in pieces: text, or the number of an Item."""

    info = EngineInfo("simulated", "", ("placeholder", "inline", "plain"), False)
    version = "1"

    def __init__(
        self, harm: Harm, chance: float, spoil: float, lines: dict[str, tuple[Task, list[str | int]]], seed: int
    ) -> None:
        self.harm, self.chance, self.spoil, self.lines = harm, chance, spoil, lines
        self.random = random.Random(seed)

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One answer a request; the request's neighbour `before` carries the key of the sentence."""
        for r in requests:
            task, pieces = self.lines[r.before]
            yield Answer("".join(p if isinstance(p, str) else self._item(p, task, r) for p in pieces))

    def _item(self, n: int, task: Task, r: Request) -> str:
        token, english = f"[X{n}X]", task.bound[n].english
        if r.manner == "placeholder" and token in r.text:
            return self.harm(token, self.random) if self.random.random() < self.chance else token
        return english[:-1] if self.random.random() < self.spoil else english

    def close(self) -> None:
        """Nothing is held."""


def lines_of(rows: Sequence[Row], tasks: Sequence[Task]) -> dict[str, tuple[Task, list[str | int]]]:
    """The sentences whose reference holds all their Items, with the reference cut at them."""
    out: dict[str, tuple[Task, list[str | int]]] = {}
    for row, task in zip(rows, tasks, strict=True):
        found = restore(row.en, task.bound, "plain").placed
        if not task.bound or len(found) < len(task.bound):
            continue
        pieces: list[str | int] = []
        position = 0
        for p in found:
            pieces += [row.en[position : p.start], p.index]
            position = p.end
        key = f"#{len(out)}"
        out[key] = (Task(task.source, task.bound, before=key), [*pieces, row.en[position:]])
    return out


def main() -> None:
    """Read the command line, measure, print one JSON object a harm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--chance", type=float, default=0.3)
    parser.add_argument("--spoil", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    rows = read(given.corpus, given.rows)
    lines = lines_of(rows, tasks_of(rows))
    for name, harm in HARMS.items():
        engine = Simulated(harm, given.chance, given.spoil, lines, given.seed)
        tasks = [task for task, _ in lines.values()]
        outcomes = ask(tasks, engine, EngineContext())
        total = sum(len(t.bound) for t in tasks)
        right = sum(len({p.index for p in o.placed}) for o in outcomes)
        twice = sum("leftover" in o.verdict.faults for o in outcomes)
        told = {"harm": name, "sentences": len(tasks), "items": total, "right": right, "rate": f"{right / total:.2%}"}
        print(json.dumps(told | {"sentences with one too many": twice}))


if __name__ == "__main__":
    main()
