"""Count false alarms on right translations: python benchmarks/checks/clean.py FILE.tsv... [--list N,C008]

FILE.tsv has the columns vi and en (named in the first line), or two columns without names, as training/data has. Every
error or warning counts. --list shows those of these codes: a set that was read for a rule is no blind set any more.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_pairs
from vnnews.settings import Settings


def pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    """(file and line, Vietnamese, English) of a file."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    named = {"vi", "en"} <= set(rows[0])
    vi, en = (rows[0].index("vi"), rows[0].index("en")) if named else (0, 1)
    for n, row in enumerate(rows, 1):
        if n > named:
            yield f"{path.stem}:{n}", row[vi], row[en]


def main() -> None:
    """Count by code; list what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--list", default="", dest="codes")
    given = parser.parse_args()
    rows = {i: (vi, en) for path in given.files for i, vi, en in pairs(path)}
    settings = Settings()
    found = check_pairs(((i, vi, en) for i, (vi, en) in rows.items()), context_for(settings), style_for(settings))
    alarms = [f for f in found if f.severity != "info"]
    counts = Counter(f.code for f in alarms)
    by_code = ", ".join(f"{code} {n}" for code, n in sorted(counts.items()))
    print(f"{len(alarms)} on {len(rows)} pairs ({100 * len(alarms) / len(rows):.2f} per 100): {by_code or 'none'}")
    wanted = tuple(code for code in given.codes.split(",") if code)
    for f in alarms:
        if wanted and f.code.startswith(wanted):
            print(f"{f.code} {f.segment}: {f.message}\n   {rows[f.segment or ''][0]}\n   {rows[f.segment or ''][1]}")


if __name__ == "__main__":
    main()
