"""How well articles of an archive are paired with their translations, without addresses and days.

    python benchmarks/batch/pairing.py CORPUS.tsv [--pairs 150] [--distractors 400]

The corpus is a TSV with the columns article, kind, vi and en. Of `--pairs` articles both languages are in the archive,
of twice `--distractors` others only one: half of them in Vietnamese, half in English. What pairs is known from the
corpus alone. Precision is counted over the sure pairs, recall over all true pairs.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import defaultdict
from pathlib import Path

from vnnews.article import Article, Language, Provenance, block
from vnnews.batch.pairing import known, pair


def articles(corpus: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of every article of a corpus that has three or more."""
    rows = csv.DictReader(corpus.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    out: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        out[row["article"]].append(row)
    return {name: found for name, found in out.items() if len(found) >= 3}


def made(name: str, rows: list[dict[str, str]], language: Language) -> Article:
    """One language of an article of the corpus. The id tells which; pairing does not look at it."""
    title = next((r[language] for r in rows if r["kind"] == "headline"), None)
    blocks = tuple(block("paragraph", r[language]) for r in rows if r["kind"] != "headline")
    return Article(f"{language}-{name}", title, blocks, language, Provenance("", "", "", "", "", ""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pairs", type=int, default=150)
    parser.add_argument("--distractors", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    options = parser.parse_args()
    found = articles(options.corpus)
    names = random.Random(options.seed).sample(sorted(found), options.pairs + 2 * options.distractors)
    both, rest = names[: options.pairs], names[options.pairs :]
    vi = [known(made(n, found[n], "vi")) for n in (*both, *rest[: options.distractors])]
    en = [known(made(n, found[n], "en")) for n in (*both, *rest[options.distractors :])]
    begun = time.process_time()
    twins = pair(vi, en)
    spent = time.process_time() - begun
    for title, shown in (("sure", [t for t in twins if t.sure]), ("shown", twins)):
        right = [t for t in shown if t.vi.id[3:] == t.en.id[3:]]
        print(
            f"{title}: {len(shown)} of {len(vi)} Vietnamese and {len(en)} English articles; precision "
            f"{len(right)}/{len(shown)} = {len(right) / max(1, len(shown)):.3f}, "
            f"recall {len(right)}/{len(both)} = {len(right) / len(both):.3f}"
        )
    print(f"seconds of pairing: {spent:.2f}")
    if options.misses:
        wrong = [t for t in twins if t.sure and t.vi.id[3:] != t.en.id[3:]]
        sure = {t.vi.id[3:] for t in twins if t.sure}
        print("wrong:", *((t.vi.id, t.en.id, t.score, t.shared) for t in wrong), sep="\n  ")
        print("missed:", *sorted(set(both) - sure))


if __name__ == "__main__":
    main()
