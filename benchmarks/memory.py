"""How fast the memory answers: 100,000 and a million pairs made from a corpus, against rapidfuzz over all pairs.

    python benchmarks/memory.py CORPUS.tsv                 # both sizes; other ones with --units 50000 200000

The corpus is a TSV with a column vi. Pairs are made by joining the first half of one sentence to the second half of
another, so that syllable pairs are distributed as in real text. Queries are stored sentences with two syllables
changed. The peer, rapidfuzz.process.extractOne over the same sentences, is what a memory without an index does.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Indel

from vnnews.translate.memory import Memory, Unit


def sentences(corpus: Path, count: int, seed: int) -> list[str]:
    """`count` distinct sentences in the manner of the corpus."""
    rows = csv.DictReader(corpus.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    real = [r["vi"] for r in rows if len(r["vi"].split()) > 8]
    chance = random.Random(seed)
    made = dict.fromkeys(real[:count])
    while len(made) < count:
        a, b = chance.choice(real).split(), chance.choice(real).split()
        made[" ".join(a[: len(a) // 2] + b[len(b) // 2 :])] = None
    return list(made)


def changed(sentence: str, chance: random.Random) -> str:
    """The sentence with two syllables replaced."""
    words = sentence.split()
    for i in chance.sample(range(len(words)), 2):
        words[i] = chance.choice(["khác", "mới", "này"])
    return " ".join(words)


def main() -> None:
    """Measure every size and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--units", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=500)
    arguments = parser.parse_args()
    for units in arguments.units:
        measure(arguments.corpus, units, arguments.queries)


def measure(corpus: Path, units: int, count: int) -> None:
    """Fill a memory with `units` pairs, ask it `count` sentences, print the times; then the peer's."""
    stored = sentences(corpus, units, 1)
    memory = Memory.open(None)
    begun = time.perf_counter()
    memory.add((Unit(s, f"EN {n}"), []) for n, s in enumerate(stored))
    print(f"stored {len(memory):,} pairs in {time.perf_counter() - begun:.1f} s")
    chance = random.Random(2)
    wanted = chance.sample(stored, count)
    queries = [changed(s, chance) for s in wanted]
    times, right = [], 0
    for query, expected in zip(queries, wanted, strict=True):
        begun = time.perf_counter()
        found = memory.lookup(query, [])
        times.append((time.perf_counter() - begun) * 1000)
        right += any(m.unit.source == expected for m in found)
    folded = [s.split() for s in stored]
    peer = []
    for query in queries[:20]:
        begun = time.perf_counter()
        process.extractOne(query.split(), folded, scorer=Indel.normalized_similarity)
        peer.append((time.perf_counter() - begun) * 1000)
    ours, theirs = statistics.median(times), statistics.median(peer)
    print(f"median {ours:.2f} ms, 95th percentile {statistics.quantiles(times, n=20)[-1]:.2f} ms a look-up")
    print(f"found the sentence: {right} of {len(queries)}")
    print(f"rapidfuzz over all pairs: median {theirs:.1f} ms; ratio {theirs / ours:.0f}")


if __name__ == "__main__":
    main()
