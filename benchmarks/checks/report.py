"""Measure everything and write it into README.md: python benchmarks/checks/report.py PAIRS.tsv

PAIRS.tsv (columns article, vi, en) gets errors planted as by plant.py; the hand-made sets are measured beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plant import plant_all
from recall import Measured, Row, measure, read

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured by report.py -->", "<!-- end -->"
EACH, SEED = 60, 7
MADE = ("handmade.tsv", "handmade-second.tsv", "handmade-third.tsv")


def written(planted: Measured, made: dict[str, Measured]) -> str:
    """The measured part of README.md; `made` are the hand-made sets by file."""
    lines = [
        "### Planted errors\n",
        *planted.table(),
        "",
        *planted.summary(),
        f"{planted.speed:.0f} segments a second on one core, all checks, full term base.\n",
        "### Errors made by hand",
    ]
    for name, measured in made.items():
        misses = "; ".join(f"{row.id} ({row.kind})" for row in measured.missed)
        lines += [f"\n`{name}`\n", *measured.table(), "", *measured.summary(), f"\nMissed: {misses}."]
    return "\n".join(lines)


def main() -> None:
    """Measure, write."""
    planted = measure([Row(*row) for row in plant_all(Path(sys.argv[1]), EACH, SEED)])
    part = written(planted, {name: measure(read(HERE / name)) for name in MADE})
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    readme.write_text(f"{before}{BEGIN}\n{part}\n{END}{rest.split(END)[1]}", encoding="utf-8", newline="\n")
    print(part)


if __name__ == "__main__":
    main()
