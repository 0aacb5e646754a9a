"""Prepare a corpus for training: align the Items of each pair, hold out articles, write JSON lines.

    python -m training.data CORPUS.tsv [MORE.tsv ...] --held training/held/*.tsv --out DIR

A file has the columns article, kind, vi, en under a header, or is plain `Vietnamese<TAB>English`. DIR gets train.jsonl
and dev.jsonl; an article is in dev by the hash of its number, so that it stays there when the corpus grows, and so are
the pairs of the files after --held. A file named twice counts twice. Needs vnnews, not torch.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.pairs import Aligned, Pair, write
from vnnews.english.style import Style
from vnnews.newsroom import context_for, style_for
from vnnews.settings import Settings
from vnnews.translate.plan import bind
from vnnews.translate.protect import find_form
from vnnews.vietnamese import recognise
from vnnews.vietnamese.context import Context

DEV_SHARE = 0.034


def read(path: Path) -> Iterator[Pair]:
    """The pairs of a corpus. Raises ValueError for a line that is not of its form."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if number == 1 and row == ["article", "kind", "vi", "en"]:
                continue
            if len(row) not in (2, 4) or not all(cell.strip() for cell in row):
                raise ValueError(f"{path}:{number}: two or four columns are wanted, none of them empty")
            *head, vi, en = (unicodedata.normalize("NFC", cell.strip()) for cell in row)
            article, kind = head or ("", "body")
            yield Pair(article, kind, vi, en)


def align(pair: Pair, context: Context, style: Style) -> Pair:
    """The pair with those Items whose rule-made English, in an accepted form, stands in the reference."""
    found: list[Aligned] = []
    bound = bind(pair.vi, recognise(pair.vi, context), style)
    for b in sorted(bound, key=lambda b: -len(b.english)):
        span = find_form(pair.en, b.forms, [f.en for f in found])
        if span is not None:
            found.append(Aligned(b.item.span, span, b.item.kind, b.carried))
    return Pair(pair.article, pair.kind, pair.vi, pair.en, tuple(sorted(found, key=lambda f: f.vi)))


def is_dev(article: str) -> bool:
    """Whether an article is held out. Loose sentences are not."""
    number = int.from_bytes(hashlib.sha256(article.encode()).digest()[:4], "big")
    return bool(article) and number / 2**32 < DEV_SHARE


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, prepare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--held", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    settings = Settings()
    context, style = context_for(settings), style_for(settings)
    parts: dict[str, list[Pair]] = {"train": [], "dev": []}
    for path in (*given.corpora, *given.held):
        for pair in read(path):
            if pair.kind != "byline":
                held = path in given.held or is_dev(pair.article)
                parts["dev" if held else "train"].append(align(pair, context, style))
    given.out.mkdir(parents=True, exist_ok=True)
    for name, part in parts.items():
        write(given.out / f"{name}.jsonl", part)
        print(f"{name}: {len(part)} pairs, {sum(len(p.items) for p in part)} Items")


if __name__ == "__main__":
    main()
