"""Hold findings on human translations against judged.tsv: python benchmarks/checks/judge.py FILE...

judged.tsv has, for each finding that somebody has read, its code, the file's number, a hash of the finding with the
text it stands in (the text itself is others'), "useful" or "not", and why. What nobody has judged is shown; the last
line counts.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from vnnews.finding import Finding
from vnnews.read import read_one
from vnnews.review.inputs import check
from vnnews.settings import Settings

JUDGED = Path(__file__).with_name("judged.tsv")


def findings(path: Path) -> Iterator[tuple[str, Finding, str]]:
    """The findings of an English article, each with its hash and the text around it."""
    texts = dict(read_one(path).texts())
    for found in check([path], Settings()):
        text = texts.get(found.segment or "", "")
        start, end = found.span
        digest = sha256(f"{found.code}\t{found.message}\t{start}\t{end}\t{text}".encode()).hexdigest()[:12]
        yield digest, found, text[max(0, start - 40) : end + 40]


def main() -> None:
    """Show what is not judged, count what is."""
    rows = csv.DictReader(JUDGED.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    judged = {(r["file"], r["hash"]): r["judged"] for r in rows}
    count: Counter[str] = Counter()
    for path in map(Path, sys.argv[1:]):
        number = path.name.split("_")[0]
        for digest, found, around in findings(path):
            verdict = judged.get((number, digest), "not judged")
            count[verdict] += 1
            if verdict == "not judged":
                print(f"{found.code}\t{number}\t{digest}\t{found.severity}: {found.message}: {around!r}")
    print(", ".join(f"{n} {verdict}" for verdict, n in sorted(count.items())) or "no findings")


if __name__ == "__main__":
    main()
