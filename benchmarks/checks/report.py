"""Measure everything and write it into README.md: python benchmarks/checks/report.py PAIRS.tsv

PAIRS.tsv (columns article, vi, en) gets errors planted as by plant.py, and so do the new articles of
benchmarks/language; the sets of errors made by hand are measured beside them.
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


NEW = tuple(f"fresh-{name}.tsv" for name in ("second", "third", "fourth"))


def written(planted: Measured, new: dict[str, Measured], made: dict[str, Measured]) -> str:
    """The measured part of README.md; `new` are the new articles and `made` the hand-made sets by file."""
    lines = [
        "### Planted errors\n",
        *planted.table(),
        "",
        *planted.summary(),
        f"{planted.speed:.0f} segments a second on one core in the first pass, {planted.again:.0f} in the second; "
        "all checks, full term base.\n",
        "### New articles\n",
        "| file | pairs | false alarms | per 100 | planted | found | % |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(_row(name, measured) for name, measured in new.items()),
        "\n### Errors made by hand",
    ]
    for name, measured in made.items():
        misses = "; ".join(f"{row.id} ({row.kind})" for row in measured.missed)
        lines += [f"\n`{name}`\n", *measured.table(), "", *measured.summary(), f"\nMissed: {misses}."]
    return "\n".join(lines)


def _row(name: str, measured: Measured) -> str:
    alarms, errors = measured.alarms.total(), measured.total.total()
    found = errors - len(measured.missed)
    return (
        f"| `{name}` | {measured.clean} | {alarms} | {100 * alarms / measured.clean:.2f} "
        f"| {errors} | {found} | {100 * found / errors:.1f} |"
    )


def _planted(path: Path) -> Measured:
    return measure([Row(*row) for row in plant_all(path, EACH, SEED)])


def main() -> None:
    """Measure, write."""
    new = {name: _planted(HERE.parent / "language" / name) for name in NEW}
    part = written(_planted(Path(sys.argv[1])), new, {name: measure(read(HERE / name)) for name in MADE})
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    readme.write_text(f"{before}{BEGIN}\n{part}\n{END}{rest.split(END)[1]}", encoding="utf-8", newline="\n")
    print(part)


if __name__ == "__main__":
    main()
