"""How fast terms are matched, folding and offsets included, and what the size of the term base costs.

    python benchmarks/matching.py [--megabytes 4] [--rounds 20] [TEXT_FILE ...]

Without files the text is generated: syllables drawn with the frequencies of running prose (Zipf), with a term of the
base about every tenth syllable, likewise by frequency, so that hits are as dense as in government news. Files are used
as they are, repeated up to the wanted size (a .tsv file: its column `vi`).

The 50,000 terms are the built-in ones and generated ones of three to six syllables. They are compared with the 500
built-in terms that stand most often in the text, so that both find about as much and the size of the base is what
differs; 500 terms drawn blindly hardly ever occur, and their line shows what is left when nearly nothing is found.
Each round matches paragraph by paragraph, with each base in turn; the best round counts, in seconds of processor time.
On a busy machine the best of a few rounds still varies by a tenth, that of twenty by a few hundredths.
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
from typing import TypeVar

from vnnews.glossary import Glossary, Term

LARGE, SMALL = 50_000, 500
AIM_SPEED, AIM_RATIO = 2.0, 1.3
T = TypeVar("T")


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
    rows = {"500 drawn blindly": drawn, "500 most frequent": frequent, "built-in": base, "50,000": large}
    times = _measure(rows, text, size, options.rounds)
    speed, ratio = size / times["50,000"], times["50,000"] / times["500 most frequent"]
    print(f"{speed:.2f} MB/s with {LARGE:,} terms (aim {AIM_SPEED})")
    print(f"{ratio:.2f} times the time with the {SMALL} most frequent (aim {AIM_RATIO})")
    return 0 if speed >= AIM_SPEED and ratio <= AIM_RATIO else 1


def _most_frequent(base: list[Term], text: list[str]) -> list[Term]:
    """The terms of the base that stand most often in the text, those inside longer ones counted too."""
    glossary = Glossary.from_terms(base)
    matches = (match for part in text for match in glossary.match(part))
    counts = Counter(term for match in matches for term in (match.term, *match.shadowed))
    return [term for term, _ in counts.most_common(SMALL)]


def _measure(rows: dict[str, list[Term]], text: list[str], size: float, rounds: int) -> dict[str, float]:
    """Seconds of the best round over the whole text, for each base; the bases take turns within a round."""
    print(f"{'terms':<20} {'build s':>8} {'matches':>9} {'seconds':>8} {'MB/s':>6}")
    bases = {name: Glossary.from_terms(terms) for name, terms in rows.items()}
    built, matches, times = {}, {}, dict.fromkeys(rows, float("inf"))
    for name, glossary in bases.items():
        start = time.process_time()
        glossary.match("")
        built[name] = time.process_time() - start
    for _ in range(rounds):
        for name, glossary in bases.items():
            start = time.process_time()
            matches[name] = sum(len(glossary.match(part)) for part in text)
            times[name] = min(times[name], time.process_time() - start)
    for name, seconds in times.items():
        print(f"{name:<20} {built[name]:>8.2f} {matches[name]:>9,} {seconds:>8.3f} {size / seconds:>6.2f}")
    return times


def _generated_terms(base: list[Term], count: int, rng: random.Random) -> list[Term]:
    """Terms of three to six syllables of the base, none a name of the base."""
    syllables = sorted({word for term in base for word in term.vi.split() if word.isalpha()})
    names = {term.vi for term in base}
    terms: list[Term] = []
    while len(terms) < count:
        vi = " ".join(rng.choices(syllables, k=rng.randint(3, 6)))
        if vi not in names:
            names.add(vi)
            terms.append(Term(vi, f"term {len(terms)}"))
    return terms


def _text(files: list[Path], base: list[Term], megabytes: float, rng: random.Random) -> list[str]:
    parts = [line for file in files for line in _lines(file)] if files else []
    wanted, size = megabytes * 1e6, 0
    out: list[str] = []
    words = {word for term in base for word in term.vi.split() if word.isalpha()}
    syllables = sorted(words - {form for term in base for form in (term.vi, *term.abbr_vi)})
    rng.shuffle(syllables)
    terms = rng.sample(base, len(base))
    while size < wanted:
        part = parts[len(out) % len(parts)] if parts else _paragraph(syllables, terms, rng)
        out.append(part)
        size += len(part.encode())
    return out


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".tsv":
        column = lines[0].split("\t").index("vi")
        lines = [line.split("\t")[column] for line in lines[1:]]
    return [line for line in lines if line.strip()]


def _paragraph(syllables: list[str], terms: list[Term], rng: random.Random) -> str:
    words: list[str] = []
    for word in _by_rank(syllables, rng.randint(20, 80), rng):
        words += [term.vi for term in _by_rank(terms, 1, rng)] if rng.random() < 0.1 else [word]
    return " ".join(words).capitalize() + "."


def _by_rank(things: list[T], count: int, rng: random.Random) -> list[T]:
    """`count` of the things, the n-th drawn about 1/n as often as the first (Zipf): ranks even on a log scale."""
    return [things[int(len(things) ** rng.random()) - 1] for _ in range(count)]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="texts to match instead of generated ones")
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=20)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
