"""Measure the recognition of encodings by round trips: wrong, undecided and damaged per encoding and length.

    python benchmarks/encodings/run.py CORPUS.tsv [--texts 3000] [--only viqr] [--lengths 200,500,2000] [--shipped]

Texts begin at a random space of the Vietnamese column and end with the first line that makes them long enough; the
syllable counts are made anew from one half of the articles and the texts cut from the other half, so that nothing is
measured on what it was made from. A text counts as undecided when it has a finding, as wrong when it comes out changed
without one. TCVN3 is compared without case.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import time
import unicodedata
from pathlib import Path

from right import OTHERS, source_code
from syllables import openers, pairs, stops, syllables

from vnnews.read import evidence, legacy, recognise
from vnnews.read import stops as signs
from vnnews.read.encodings import decode
from vnnews.read.viqr import encode_viqr

LENGTHS = "200,500,2000"


def halves(path: Path, column: int) -> tuple[str, str]:
    """The column's texts of the articles with an even and an odd number."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    order = {name: i for i, name in enumerate(dict.fromkeys(row[0] for row in rows))}
    parts = ["\n".join(r[column] for r in rows if order[r[0]] % 2 == k) for k in (0, 1)]
    return unicodedata.normalize("NFC", parts[0]), unicodedata.normalize("NFC", parts[1])


def hold_out(text: str) -> None:
    """Let the evidence rest on the syllables of `text` alone."""
    counts = syllables(text)
    total = sum(counts.values())
    shares = {w: math.log(n / total) for w, n in counts.items()}
    evidence._shares = lambda: shares  # type: ignore[assignment]
    for cached in (evidence._score, recognise._written, recognise._typed):
        cached.cache_clear()
    seen = {word: signs.Places(*row) for word, row in stops(text).items()}
    together, opening = pairs(text), {word: signs.Opener(*row) for word, row in openers(text).items()}
    opening[""] = signs.Opener(sum(o.first for o in opening.values()), sum(o.within for o in opening.values()))
    signs.pairs = lambda: together  # type: ignore[assignment]
    signs.places = lambda: seen  # type: ignore[assignment]
    signs.openers = lambda: opening  # type: ignore[assignment]


def encode(text: str, name: str) -> bytes:
    """A text's bytes in one of the encodings under test."""
    if name in legacy.LEGACY:
        return legacy.encode_legacy(text, name)
    ways = {
        "utf-8": lambda: text.encode(),
        "utf-8 nfd": lambda: unicodedata.normalize("NFD", text).encode(),
        "utf-8 double bom": lambda: b"\xef\xbb\xbf" * 2 + text.encode(),
        "utf-16 without bom": lambda: text.encode("utf-16-le"),
        "viqr": lambda: encode_viqr(text).encode(),
        "numeric references": lambda: "".join(c if c.isascii() else f"&#{ord(c)};" for c in text).encode(),
        "references twice": lambda: "".join(c if c.isascii() else f"&amp;#{ord(c)};" for c in text).encode(),
        "utf-8 twice": lambda: legacy.surface(text.encode()).encode(),
        "tcvn3 as letters": lambda: legacy.surface(legacy.encode_legacy(text, "tcvn3")).encode(),
        "vni as letters": lambda: legacy.surface(legacy.encode_legacy(text, "vni-windows")).encode(),
        "latin-1": lambda: text.encode("latin-1"),
        "windows-1252": lambda: text.encode("cp1252"),
    }
    return ways[name]()


NAMES = (
    "utf-8", "utf-8 nfd", "utf-8 double bom", "utf-16 without bom", "windows-1258", "tcvn3", "vni-windows", "viscii",
    "vps", "viqr", "numeric references", "references twice", "utf-8 twice", "tcvn3 as letters", "vni as letters",
)  # fmt: skip


def plain(text: str) -> str:
    """What is compared: encodings before Unicode have no typographic marks."""
    text = text.translate(str.maketrans("“”–—‘’", "\"\"--''")).replace("…", "...")
    return re.sub(r"[^\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]", "'", text)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--texts", type=int, default=3000, help="texts for each length")
    parser.add_argument("--only", default="", help="only the rows whose name has this regular expression")
    parser.add_argument("--lengths", default=LENGTHS, help="characters, parted by commas")
    parser.add_argument("--shipped", action="store_true", help="all of the corpus, with the counts that the reader has")
    options = parser.parse_args()
    made_from, tried = halves(options.corpus, 2)
    if options.shipped:
        tried = f"{made_from}\n{tried}"
    else:
        hold_out(made_from)
    pool = plain(tried)
    print("encoding\tcharacters\ttexts\twrong\tundecided\tmegabytes/second")
    english = plain(halves(options.corpus, 3)[1])
    both = " ".join(w for pair in zip(pool.split(), english.split(), strict=False) for w in pair)
    rows = [(name, name, pool) for name in NAMES]
    rows += [("english utf-8", "utf-8", english), ("english and vietnamese utf-8", "utf-8", both)]
    rows += [("source code utf-8", "utf-8", source_code())]
    for language, text in OTHERS.items():
        rows += [(f"{language} utf-8", "utf-8", text)]
        rows += [(f"{language} windows-1252", "windows-1252", text)] if language != "polish" else []
    for label, name, text in rows:
        if re.search(options.only, label):
            for length in map(int, options.lengths.split(",")):
                measure(name, length, text, options.texts, label)


def measure(name: str, length: int, pool: str, texts: int, label: str) -> None:
    """Try `texts` stretches of `pool` and print one row."""
    draw = random.Random(f"{name} {length}")
    wrong = undecided = size = 0
    spent = 0.0
    for _ in range(texts):
        at = pool.index(" ", draw.randrange(len(pool) - 3 * length)) + 1
        line = pool.find("\n", at + length, at + length + 1000)
        text = pool[at : line if line > 0 else pool.index(" ", at + length)]
        data = encode(text, name)
        begin = time.process_time()
        found = decode(data)
        spent += time.process_time() - begin
        size += len(data)
        same = found.text == text or ("tcvn3" in name and found.text.lower() == text.lower())
        undecided += bool(found.findings)
        wrong += not same and not found.findings
    print(f"{label}\t{length}\t{texts}\t{wrong}\t{undecided}\t{size / spent / 1e6:.1f}", flush=True)


if __name__ == "__main__":
    main()
