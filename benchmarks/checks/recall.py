"""Count how many planted errors `vnnews check` finds: python benchmarks/checks/recall.py FILE.tsv [--list]

FILE.tsv is what plant.py writes, or handmade.tsv. An error counts as found when the checks report an error or warning
for its sentence that they do not report for the clean sentence. False alarms are counted on the clean sentences of the
same file. --list shows what was missed.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_pairs
from vnnews.settings import Settings


@dataclass(frozen=True)
class Row:
    """A pair; `kind` is "clean" or the error that its English has."""

    id: str
    vi: str
    en: str
    kind: str


@dataclass(frozen=True)
class Measured:
    """What was found: errors by kind with those that were missed or only told as info, alarms by code, the speed.

    `speed` is that of the first pass over the clean pairs, `again` of the second, in segments a second.
    """

    total: Counter[str]
    missed: list[Row]
    told: Counter[str]
    alarms: Counter[str]
    clean: int
    speed: float
    again: float

    def table(self) -> list[str]:
        """Lines of a table by kind in Markdown."""
        lost = Counter(row.kind for row in self.missed)
        lines = ["| planted | n | found | % |", "| --- | ---: | ---: | ---: |"]
        lines += [f"| {k} | {n} | {n - lost[k]} | {100 * (n - lost[k]) / n:.0f} |" for k, n in self.total.items()]
        n, found = self.total.total(), self.total.total() - len(self.missed)
        return [*lines, f"| all | {n} | {found} | {100 * found / n:.1f} |"]

    def summary(self) -> list[str]:
        """What else is to be said of the run."""
        n = self.alarms.total()
        codes = ", ".join(f"{code} {times}" for code, times in sorted(self.alarms.items()))
        told = self.told.total()
        return [
            f"False alarms: {n} on {self.clean} clean pairs ({100 * n / self.clean:.2f} per 100): {codes or 'none'}.",
            f"Of the {len(self.missed)} missed, {told} are told as info.",
        ]


LOADING = (
    "Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Long An, đã thăm hộ cận nghèo ở Lào ngày 2/9 và không nêu bảo hiểm y tế.",
    "Mr. Nguyen Van Anh, Director of Long An district, visited poor households in Thailand on September 3 for social "
    "insurance.",
)
"""A pair with as many kinds of names and errors as make the checks load all their tables, which is done once."""


def read(path: Path) -> list[Row]:
    """The rows of a planted or hand-made file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Row(r["id"], r["vi"], r["en"], "clean" if r.get("wrong") == "0" else r["kind"]) for r in rows]


def measure(rows: list[Row]) -> Measured:
    """Check the clean rows in one go, then each wrong one."""
    settings = Settings()
    context, style = context_for(settings), style_for(settings)
    clean = [r for r in rows if r.kind == "clean"]
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    alarms: Counter[str] = Counter()
    vi_of = {r.id: r.vi for r in clean}
    check_pairs([("", *LOADING)], context, style)
    start = time.process_time()
    found = check_pairs([(r.id, r.vi, r.en) for r in clean], context, style)
    speed = len(clean) / (time.process_time() - start)
    start = time.process_time()
    check_pairs([(r.id, r.vi, r.en) for r in clean], context, style)
    again = len(clean) / (time.process_time() - start)
    for f in found:
        said[vi_of[f.segment or ""]].add((f.code, f.message))
        alarms.update([f.code] if f.severity != "info" else [])
    wrong = [r for r in rows if r.kind != "clean"]
    missed, told = [], Counter[str]()
    for row in wrong:
        new: list[Finding] = [
            f
            for f in check_pairs([(row.id, row.vi, row.en)], context, style)
            if (f.code, f.message) not in said[row.vi]
        ]
        if all(f.severity == "info" for f in new):
            missed.append(row)
            told.update([row.kind] if new else [])
    return Measured(Counter(r.kind for r in wrong), missed, told, alarms, len(clean), speed, again)


def main() -> None:
    """Measure the file, print a table by kind."""
    measured = measure(read(Path(sys.argv[1])))
    print("\n".join([*measured.table(), "", *measured.summary(), f"{measured.speed:.0f} segments a second."]))
    if "--list" in sys.argv:
        for row in measured.missed:
            print(f"missed {row.id} ({row.kind})\n   {row.vi}\n   {row.en}")


if __name__ == "__main__":
    main()
