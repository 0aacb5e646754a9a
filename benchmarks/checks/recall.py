"""Count how many planted errors `vnnews check` finds: python benchmarks/checks/recall.py PLANTED.tsv

An error counts as found when the checks report an error or warning for its sentence that they do not report for the
clean sentence. False alarms are counted on the clean sentences of the same file.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_pairs
from vnnews.settings import Settings


def main() -> None:
    """Check the file, print a table by kind."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    read = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = [(r["id"], r["vi"], r["en"], r["kind"]) for r in read]
    settings = Settings()
    context, style = context_for(settings), style_for(settings)
    clean = [r for r in rows if r[3] == "clean"]
    alarms: Counter[str] = Counter()
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    start = time.process_time()
    vi_of = {r[0]: r[1] for r in clean}
    for f in check_pairs([r[:3] for r in clean], context, style):
        if f.severity != "info":
            alarms[f.code] += 1
            said[vi_of[f.segment or ""]].add((f.code, f.message))
    took = time.process_time() - start
    found: dict[str, set[str]] = defaultdict(set)
    vi_of = {r[0]: r[1] for r in rows}
    for row in rows:
        if row[3] != "clean":
            for f in check_pairs([row[:3]], context, style):
                if f.severity != "info" and (f.code, f.message) not in said[row[1]]:
                    found[row[3]].add(row[0])
    total = Counter(r[3] for r in rows)
    print("| planted | n | found | % |\n| --- | ---: | ---: | ---: |")
    for kind, n in total.items():
        if kind != "clean":
            print(f"| {kind} | {n} | {len(found[kind])} | {100 * len(found[kind]) / n:.0f} |")
    planted = sum(n for kind, n in total.items() if kind != "clean")
    hits = sum(map(len, found.values()))
    print(f"| all | {planted} | {hits} | {100 * hits / planted:.1f} |")
    errors = sum(alarms.values())
    rate = 100 * errors / len(clean)
    print(f"\nFalse alarms: {errors} on {len(clean)} clean pairs ({rate:.2f} per 100): {dict(alarms)}")
    print(f"{len(clean) / took:.0f} segments a second")
    for row in rows:
        if row[3] != "clean" and row[0] not in found[row[3]] and "--list" in sys.argv:
            print(f"missed {row[0]}\n   {row[1]}\n   {row[2]}")


if __name__ == "__main__":
    main()
