"""How fast terms are matched, folding and offsets included, and what the size of the term base costs.

    python benchmarks/matching.py [--megabytes 4] [--rounds 5] [TEXT_FILE ...]

Without files the text is generated: syllables drawn with the frequencies of running prose (Zipf), with a term of the
base about every tenth syllable, so that the hits are as dense as in government news. Files are used as they are,
repeated up to the wanted size (a .tsv file: its column `vi`). The 50,000 terms are the built-in ones and generated ones
of two to six syllables. They are compared with the 500 built-in terms that stand most often in the text, so that both
find about as much and the size of the base is what differs; 500 terms drawn blindly hardly ever occur, and their line
shows what is left when nearly nothing is found. Each round matches paragraph by paragraph; the best round counts.
Aims: 2 MB/s of UTF-8 with 50,000 terms, and at most 1.3 times the time with 500.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from vnnews.glossary import Glossary, Term

LARGE, SMALL = 50_000, 500
AIM_SPEED, AIM_RATIO = 2.0, 1.3


def main() -> int:
    """Measure, print a table, and return 1 when an aim is missed."""
    options = _arguments()
    rng = random.Random(20)
    base = list(Glossary.load().terms)
    large = base + _generated_terms(base, LARGE - len(base), rng)
    text = _text(options.files, base, options.megabytes, rng)
    size = sum(len(part.encode()) for part in text) / 1e6
    frequent = _most_frequent(base, text)
    drawn = rng.sample(large, SMALL)
    print(f"Python {platform.python_version()}, {platform.machine()}, ahocorasick-rs {version('ahocorasick-rs')}")
    print(f"text: {size:.2f} MB of UTF-8 in {len(text):,} paragraphs")
    print(f"{'terms':<24} {'build s':>8} {'matches':>9} {'seconds':>8} {'MB/s':>6}")
    rows = (("500 drawn blindly", drawn), ("500 most frequent", frequent), ("built-in", base), ("50,000", large))
    times = {name: _measure(name, terms, text, size, options.rounds) for name, terms in rows}
    speed, ratio = size / times["50,000"], times["50,000"] / times["500 most frequent"]
    print(f"{speed:.2f} MB/s with {LARGE:,} terms (aim {AIM_SPEED})")
    print(f"{ratio:.2f} times the time with the {SMALL} most frequent (aim {AIM_RATIO})")
    return 0 if speed >= AIM_SPEED and ratio <= AIM_RATIO else 1


def _most_frequent(base: list[Term], text: list[str]) -> list[Term]:
    """The terms of the base that stand most often in the text."""
    glossary = Glossary.from_terms(base)
    counts = Counter(match.term for part in text for match in glossary.match(part))
    return [term for term, _ in counts.most_common(SMALL)]


def _measure(name: str, terms: list[Term], text: list[str], size: float, rounds: int) -> float:
    """Seconds of the best round over the whole text."""
    glossary = Glossary.from_terms(terms)
    start = time.perf_counter()
    glossary.matcher  # noqa: B018  the automaton is built when first asked for, and is timed by itself
    built = time.perf_counter() - start
    best, matches = float("inf"), 0
    for _ in range(rounds):
        start = time.perf_counter()
        matches = sum(len(glossary.match(part)) for part in text)
        best = min(best, time.perf_counter() - start)
    print(f"{name:<24} {built:>8.2f} {matches:>9,} {best:>8.3f} {size / best:>6.2f}")
    return best


def _generated_terms(base: list[Term], count: int, rng: random.Random) -> list[Term]:
    """Terms of two to six syllables of the base, none a name of the base."""
    syllables = sorted({word for term in base for word in term.vi.split() if word.isalpha()})
    names = {term.vi for term in base}
    terms: list[Term] = []
    while len(terms) < count:
        vi = " ".join(rng.choices(syllables, k=rng.randint(2, 6)))
        if vi not in names:
            names.add(vi)
            terms.append(Term(vi, f"term {len(terms)}"))
    return terms


def _text(files: list[Path], base: list[Term], megabytes: float, rng: random.Random) -> list[str]:
    parts = [line for file in files for line in _lines(file)] if files else []
    wanted, size = megabytes * 1e6, 0
    out: list[str] = []
    syllables = sorted({word for term in base for word in term.vi.split() if word.isalpha()})
    weights = [1 / rank for rank in range(1, len(syllables) + 1)]
    rng.shuffle(syllables)
    while size < wanted:
        part = parts[len(out) % len(parts)] if parts else _paragraph(syllables, weights, base, rng)
        out.append(part)
        size += len(part.encode())
    return out


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".tsv":
        column = lines[0].split("\t").index("vi")
        lines = [line.split("\t")[column] for line in lines[1:]]
    return [line for line in lines if line.strip()]


def _paragraph(syllables: list[str], weights: list[float], base: list[Term], rng: random.Random) -> str:
    words: list[str] = []
    for word in rng.choices(syllables, weights, k=rng.randint(20, 80)):
        words.append(rng.choice(base).vi if rng.random() < 0.1 else word)
    return " ".join(words).capitalize() + "."


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="texts to match instead of generated ones")
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
