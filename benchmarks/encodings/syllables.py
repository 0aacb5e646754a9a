"""Count the syllables of Vietnamese texts for the recognition of encodings.

    python benchmarks/encodings/syllables.py ../shared/corpus/tune.tsv > src/vnnews/read/data/syllables.txt

Writes one syllable a line, most frequent first, each with its count. Syllables with a letter beyond ASCII tell
encodings apart; the plain ones help to read VIQR.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path


def main() -> None:
    """Read the Vietnamese column of the corpus named on the command line and print the counts."""
    counts: Counter[str] = Counter()
    for row in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[1:]:
        text = unicodedata.normalize("NFC", row.split("\t")[2]).lower()
        counts.update(w for w in re.findall(r"[^\W\d_]+", text))
    for syllable, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(syllable, n)


if __name__ == "__main__":
    main()
