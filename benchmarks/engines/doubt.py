"""How well doubt tells the wrong sentences: on answers that were read and graded, and on held-out pairs.

    python benchmarks/engines/doubt.py graded [--update]
    python benchmarks/engines/doubt.py held training/held/*.tsv

"graded" asks the embedded model for the sentences of graded.tsv as `vnnews translate` does and prints, for limits of
doubt, how many wrong (grades 0, 1), lesser (2) and right (3) sentences are above. An answer that differs from the
graded one is left out of the count; with --update it is written into graded.tsv without a grade, to be read.
"held" prints how doubt goes with the likeness of each answer to its reference (chrF): on two thirds of the pairs and
on every third one by itself.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation, mean

from measure import Row, tasks_of
from sacrebleu.metrics.chrf import CHRF

from vnnews.settings import Settings
from vnnews.translate.ask import Outcome, ask
from vnnews.translate.engines import open_bare
from vnnews.translate.engines.base import EngineContext
from vnnews.translate.verify import STRANGE

GRADED = Path(__file__).with_name("graded.tsv")
LIMITS = (1.0, 1.2, 1.3, STRANGE, 1.5, 1.7, 2.0)
FLAGS = frozenset(
    ("error", "empty", "same", "vietnamese", "repeated", "short", "long", "digits", "exchanged", "tense", "leftover")
)
"""Faults that flag a sentence whatever its doubt."""


def answers(rows: list[Row]) -> list[Outcome]:
    """The outcomes, as `vnnews translate` asks."""
    engine = open_bare("embedded", Settings())
    try:
        return ask(tasks_of(rows), engine, EngineContext())
    finally:
        engine.close()


def is_flagged(outcome: Outcome, limit: float) -> bool:
    """Whether a sentence would be flagged with this limit of doubt."""
    verdict = outcome.verdict
    return verdict.doubt > limit or bool(FLAGS & set(verdict.faults)) or bool(verdict.lost)


def graded(update: bool) -> None:
    """Print the table of limits."""
    with GRADED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    outcomes = answers([Row(r["kind"], r["vi"], "") for r in rows])
    for row, outcome in zip(rows, outcomes, strict=True):
        if (outcome.text or "") != row["answer"]:
            row.update(answer=outcome.text or "", grade="", note="")
        row["flagged"] = "yes" if is_flagged(outcome, STRANGE) else ""
    if update:
        with GRADED.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, list(rows[0]), delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(rows)
    known = [(int(r["grade"]), o) for r, o in zip(rows, outcomes, strict=True) if r["grade"]]
    print(f"{len(known)} graded answers, {len(rows) - len(known)} not as graded")
    for limit in LIMITS:
        found = {n: [is_flagged(o, limit) for g, o in known if g in n] for n in ((0, 1), (2,), (3,))}
        counts = ", ".join(f"grade {'/'.join(map(str, n))}: {sum(f)} of {len(f)}" for n, f in found.items())
        flagged = sum(map(sum, found.values()))
        print(f"limit {limit}: {counts}; precision {sum(found[0, 1]) / max(1, flagged):.0%}")


def held(paths: Sequence[Path]) -> None:
    """Print how doubt goes with likeness to the reference."""
    lines = [line.split("\t") for p in paths for line in p.read_text(encoding="utf-8").splitlines() if "\t" in line]
    rows = [Row("body", vi, en) for vi, en, *_ in lines]
    chrf = CHRF()
    found = [
        (o.verdict.doubt, chrf.sentence_score(o.text or "", [r.en]).score, is_flagged(o, STRANGE))
        for r, o in zip(rows, answers(rows), strict=True)
    ]
    parts = (
        ("two thirds", [f for n, f in enumerate(found) if n % 3]),
        ("the third left", found[::3]),
    )
    for name, part in parts:
        doubts, likeness, flags = zip(*part, strict=True)
        good = [x for x, f in zip(likeness, flags, strict=True) if not f]
        bad = [x for x, f in zip(likeness, flags, strict=True) if f]
        worst = sorted(part, key=lambda f: f[1])[: len(part) // 3]
        best = sorted(part, key=lambda f: f[1])[-len(part) // 3 :]
        print(
            f"{name}: {len(part)} sentences, correlation {correlation(doubts, likeness):.2f}, "
            f"flagged {len(bad)} (chrF {mean(bad):.1f}, the others {mean(good):.1f}); of the third least like the "
            f"reference {sum(f[2] for f in worst)} of {len(worst)}, of that most like it "
            f"{sum(f[2] for f in best)} of {len(best)}"
        )


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = parser.add_subparsers(dest="way", required=True)
    ways.add_parser("graded").add_argument("--update", action="store_true")
    ways.add_parser("held").add_argument("files", type=Path, nargs="+")
    given = parser.parse_args()
    if given.way == "graded":
        graded(given.update)
    else:
        held(given.files)


if __name__ == "__main__":
    main()
