"""Measure how often Items are taken for exchanged in right translations, and how many planted exchanges are found.

    python benchmarks/engines/exchange.py CORPUS/tune.tsv --every 6 --start 3

Two Items of one kind are exchanged at random in the reference English of each row that has such a pair.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from measure import read, tasks_of

from vnnews.translate.ask import Task
from vnnews.translate.placement import exchanged
from vnnews.translate.protect import Restored, restore


def planted(task: Task, answer: Restored, chance: random.Random) -> Restored | None:
    """The answer with two Items of one kind and different English exchanged, None where there are none."""
    text, placed = answer.text, answer.placed
    pairs = [
        (p, q)
        for p in placed
        for q in placed
        if p.end <= q.start
        and task.bound[p.index].item.kind == task.bound[q.index].item.kind
        and text[p.start : p.end] != text[q.start : q.end]
    ]
    if not pairs:
        return None
    p, q = chance.choice(pairs)
    first, second = text[p.start : p.end], text[q.start : q.end]
    return restore(text[: p.start] + second + text[p.end : q.start] + first + text[q.end :], task.bound, "plain")


def main() -> None:
    """Read the command line, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    given = parser.parse_args()
    rows = read(given.corpus, None)[given.start :: given.every]
    chance = random.Random(3)
    false = found = total = 0
    for row, task in zip(rows, tasks_of(rows), strict=True):
        answer = restore(row.en, task.bound, "plain")
        false += bool(exchanged(task.source, task.bound, answer))
        wrong = planted(task, answer, chance)
        if wrong is not None:
            total += 1
            found += bool(exchanged(task.source, task.bound, wrong))
    print(f"taken for exchanged: {false} of {len(rows)} right translations ({false / len(rows):.2%})")
    print(f"planted exchanges found: {found} of {total} ({found / max(1, total):.1%})")


if __name__ == "__main__":
    main()
