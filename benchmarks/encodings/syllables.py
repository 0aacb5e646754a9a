"""Count the syllables of Vietnamese texts for the recognition of encodings.

    python benchmarks/encodings/syllables.py ../shared/corpus/tune.tsv src/vnnews/read/data

Writes syllables.txt, one syllable a line, most frequent first, each with its count (syllables with a letter beyond
ASCII tell encodings apart; the plain ones help to read VIQR), and stops.txt: for the words that end in a vowel which
could bear a dot or hook, how often they stood before a stop, a question mark, a capital, and at all; pairs.txt: how
often they came behind another word.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

_LAST = re.compile(r"[^\W\d_]*[aăâeêioôơuưyạặậẹệịọộợụựỵảẳẩẻểỉỏổởủửỷ]", re.I)


def syllables(text: str) -> Counter[str]:
    """The counts of all syllables of a text, in small letters."""
    return Counter(re.findall(r"[^\W\d_]+", text.lower()))


def stops(text: str) -> dict[str, list[int]]:
    """For each word that ends in a vowel: times before a stop, a question mark, a capital, and all times."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for found in re.finditer(r"[^\W\d_]+", text):
        word = found[0]
        if not _LAST.fullmatch(word):
            continue
        row, after = counts[word], text[found.end() : found.end() + 2]
        row[3] += 1
        row[0] += after[:1] == "." and not after[1:2].isalnum()
        row[1] += after[:1] == "?"
        row[2] += after[:1] == " " and after[1:2].isupper()
    return counts


def pairs(text: str) -> Counter[str]:
    """How often each word that has a twin with or without a dot or hook at its end stood beside another."""
    text = text.lower()
    known = set(re.findall(r"[^\W\d_]+", text))
    twins = {w for w in known if _LAST.fullmatch(w) and any(t != w and t in known for t in _twins(w))}
    found = re.findall(r"(?=(?<![^\W\d_])([^\W\d_]+ [^\W\d_]+)(?![^\W\d_]))", text)
    return Counter(pair for pair in found if not twins.isdisjoint(pair.split()))


def openers(text: str) -> dict[str, list[int]]:
    """For each word with a capital: times at the opening of a sentence or line, and times within one."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for found in re.finditer(r"(?:(^|\n|[.!?:…]\s+)|(?<=[ (\"“]))[\"“]?([^\W\d_]+)", text):
        if found[2][0].isupper():
            counts[found[2]][found[1] is None] += 1
    return counts


def _twins(word: str) -> list[str]:
    """A word with its last letter without a tone, with a dot and with a hook."""
    apart = re.sub("[\u0323\u0309]", "", unicodedata.normalize("NFD", word))
    return [unicodedata.normalize("NFC", apart + mark) for mark in ("", "\u0323", "\u0309")]


def main() -> None:
    """Read the Vietnamese column of the corpus named on the command line and write the counts into a folder."""
    rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[1:]
    texts = [unicodedata.normalize("NFC", row.split("\t")[2]) for row in rows]
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(syllables(text))
    lines = [f"{word} {n}" for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    folder = Path(sys.argv[2])
    (folder / "syllables.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    together = [f"{pair} {n}" for pair, n in sorted(pairs("\n".join(texts)).items()) if n > 1]
    (folder / "pairs.txt").write_text("\n".join(together) + "\n", encoding="utf-8")
    opening = openers("\n".join(texts))
    some = [f"{word} {first} {within}" for word, (first, within) in sorted(opening.items()) if first + within > 1]
    (folder / "openers.txt").write_text("\n".join(some) + "\n", encoding="utf-8")
    found = stops("\n".join(texts))
    kept = [f"{word} {' '.join(map(str, row))}" for word, row in sorted(found.items()) if row[3] > 1]
    (folder / "stops.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
