"""Learn the checks' lexicon from parallel text: python benchmarks/checks/build_lexicon.py PAIRS.tsv [FOLDER]

PAIRS.tsv has the columns article, vi and en. Syllables that stick together become words (pointwise mutual information),
then six rounds of IBM model 1 in both directions; a stem is kept for a word where either direction finds it likely. How
often a word has its counterpart is counted on articles that the table used for it was not learned from.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from vnnews.review.coverage import match
from vnnews.review.lexicon import FUNCTION_WORDS, Lexicon, content_words, stem
from vnnews.vietnamese.normalise import fold

_SYLLABLES = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_ENGLISH = re.compile(r"[A-Za-z]+")
LEAST_COUNT = 4
LEAST_SEEN = 3
LEAST_NPMI = 0.38
LEAST_SHARE = 0.03
MOST_STEMS = 14
ROUNDS = 6
PRIOR = 4
"""Occurrences that the mean of all words counts for in the rate of one."""


def runs(text: str) -> list[list[str]]:
    """Stretches of syllables between marks."""
    return [fold(m[0]).split(" ") for m in _SYLLABLES.finditer(text)]


def find_words(texts: list[str]) -> set[tuple[str, ...]]:
    """Pairs of syllables that stand together far more often than by chance."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for run in runs(text):
            single.update(run)
            double.update(pairwise(run))
    total = sum(single.values())
    out: set[tuple[str, ...]] = set()
    for (a, b), n in double.items():
        if n >= LEAST_COUNT:
            p = n / total
            if math.log(p * total * total / single[a] / single[b]) / -math.log(p) >= LEAST_NPMI:
                out.add((a, b))
    return out


def cut(text: str, words: set[tuple[str, ...]]) -> list[str]:
    """The words of a Vietnamese text, pairs of syllables taken from the left."""
    out = []
    for run in runs(text):
        i = 0
        while i < len(run):
            n = 2 if tuple(run[i : i + 2]) in words else 1
            out.append(" ".join(run[i : i + n]))
            i += n
    return out


def model(pairs: list[tuple[list[str], list[str]]]) -> dict[str, dict[str, float]]:
    """t(target | source) of IBM model 1 with a null word ""."""
    t: dict[str, dict[str, float]] = defaultdict(dict)
    for source, target in pairs:
        for s in source:
            t[s].update(dict.fromkeys(target, 1.0))
    for _ in range(ROUNDS):
        count: dict[str, dict[str, float]] = {s: dict.fromkeys(row, 0.0) for s, row in t.items()}
        for source, target in pairs:
            for e in target:
                shares = [t[s][e] for s in source]
                whole = sum(shares)
                for s, share in zip(source, shares, strict=True):
                    count[s][e] += share / whole
        for s, row in count.items():
            whole = sum(row.values())
            t[s] = {e: n / whole for e, n in row.items() if n / whole > 1e-6} or {"": 1.0}
            for e in row:
                t[s].setdefault(e, 1e-9)
    return t


Rows = list[dict[str, str]]


def learn(rows: Rows) -> dict[str, list[str]]:
    """Vietnamese words with their English stems, likeliest first."""
    words = find_words([r["vi"] for r in rows])
    pairs = []
    for r in rows:
        vi = list(dict.fromkeys(cut(r["vi"], words)))
        en = list(dict.fromkeys(stem(w) for w in _ENGLISH.findall(r["en"]) if w.lower() not in FUNCTION_WORDS))
        if vi and en:
            pairs.append((vi, en))
    forth = model([([*vi, ""], en) for vi, en in pairs])
    back = model([([*en, ""], vi) for vi, en in pairs])
    counts = Counter(v for vi, _ in pairs for v in vi)
    table = {}
    for word in sorted(counts):
        if counts[word] < LEAST_SEEN:
            continue
        score = {e: max(p, back.get(e, {}).get(word, 0.0)) for e, p in forth[word].items() if e}
        best = sorted((e for e, p in score.items() if p >= LEAST_SHARE), key=lambda e: (-score[e], e))[:MOST_STEMS]
        if best:
            table[word] = best
    return table


class Rates:
    """How often words, or stems, were seen and had their counterpart."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def count(self, words: list[str], found: set[int]) -> None:
        """Count the words of a text, of which those at the places `found` had their counterpart."""
        self.seen.update(words)
        self.found.update(words[i] for i in found)

    def percent(self, word: str) -> int:
        """Times in 100, drawn to the mean of all words where a word was seldom seen."""
        mean = self.found.total() / self.seen.total()
        return round(100 * (self.found[word] + PRIOR * mean) / (self.seen[word] + PRIOR))


def count_rates(table: dict[str, list[str]], rows: Rows, said: Rates, meant: Rates) -> None:
    """Add to both rates what a table finds in rows that it was not learned from."""
    known = Lexicon.of(table, {}, {})
    for r in rows:
        words = [w for _, _, w in known.words(r["vi"])]
        stems = [stem(m[0]) for m in content_words(r["en"])]
        if words and stems:
            covered, covering = match(words, stems, known)
            said.count(words, covered)
            places = [j for j, root in enumerate(stems) if root in known.vietnamese]
            meant.count([stems[j] for j in places], {n for n, j in enumerate(places) if j in covering})


def main() -> None:
    """Read the pairs, write the tables."""
    source = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("src/vnnews/review")
    rows = list(csv.DictReader(source.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    articles = sorted({r["article"] for r in rows})
    half = set(articles[::2])
    parts = [r for r in rows if r["article"] in half], [r for r in rows if r["article"] not in half]
    said, meant = Rates(), Rates()
    for mine, other in (parts, parts[::-1]):
        count_rates(learn(mine), other, said, meant)
    table = learn(rows)
    made = "; made by benchmarks/checks/build_lexicon.py"
    lines = [f"{word}\t{said.percent(word)}\t{' '.join(roots)}" for word, roots in table.items()]
    write(out / "lexicon.tsv", [f"# Vietnamese word, times in 100 that it is said, English stems{made}", *lines])
    stems = sorted({root for roots in table.values() for root in roots})
    lines = [f"{root}\t{meant.percent(root)}" for root in stems]
    write(out / "lexicon-english.tsv", [f"# English stem, times in 100 that a Vietnamese word means it{made}", *lines])
    print(f"{len(table)} words and {len(stems)} stems from {len(rows)} pairs")


def write(path: Path, lines: list[str]) -> None:
    """Write a table."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
