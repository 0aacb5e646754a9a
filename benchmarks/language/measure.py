"""Measure recognition on a parallel corpus: recall by denominators made without the recogniser, agreement, speed.

    python benchmarks/language/measure.py ../shared/corpus/report.tsv --terms ../shared/reference

writes `results.md`, `misses.tsv` and `sample.tsv` (320 Items in an order that only their content and --seed decide)
beside this file, or into --out. `judged.tsv` is the sample with a reader's verdict; if it fits, its figure is reported.
After rules were changed by a sample, the next one takes another seed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import platform
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vnnews import __version__
from vnnews.english import Style, accepted, render
from vnnews.glossary.glossary import Glossary
from vnnews.glossary.term import Match
from vnnews.item import Item
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.normalise import strip_marks

HERE = Path(__file__).parent
SAMPLE = 320

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
CODE = re.compile(
    r"\d+[a-zđ]?(?:/\d{4})?/(?:[A-ZĐ]{1,5}\d*[-–])?[A-ZĐ][A-ZĐa-z&]*(?:[-–][A-ZĐ][A-ZĐa-z&]*)*"
    r"|\d+[-–](?:NQ|CT|KL|QĐ|HD|TB|CTr|KH|ĐA|QC)/[A-ZĐ]{2}\w*"
)
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*")
SYLLABLES = re.compile(r"\w+|[^\w\s]")


@dataclass
class Tally:
    """How many of a kind were found, and those that were not."""

    total: int = 0
    found: int = 0
    misses: list[tuple[str, str]] = field(default_factory=list)

    def count(self, hit: bool, what: str, where: str) -> None:
        """Enter one case."""
        self.total += 1
        self.found += hit
        if not hit:
            self.misses.append((what, where))

    @property
    def rate(self) -> str:
        """The share found, as percent with one decimal."""
        return f"{100 * self.found / self.total:.1f}%" if self.total else "-"


@dataclass(frozen=True)
class Pair:
    """One unit of the corpus with the Items found in its Vietnamese, the spans that the glossary matches there and
    those of `apply --choices`."""

    vi: str
    en: str
    items: tuple[Item, ...]
    matches: tuple[tuple[int, int], ...] = ()
    advice: tuple[tuple[int, int], ...] = ()


def read(path: Path) -> list[tuple[str, str]]:
    """(Vietnamese, English) of a corpus with the columns article, kind, vi, en."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["vi"], row["en"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def capital_runs(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, syllables) of each run of capitalised words; words in capitals only are no part of one."""
    run: tuple[int, int, int] | None = None
    for word in WORD.finditer(text):
        capital = word[0][0].isupper() and not (len(word[0]) > 1 and word[0].isupper())
        if run and capital and text[run[1] : word.start()] == " ":
            run = (run[0], word.end(), run[2] + 1)
            continue
        if run:
            yield run
        run = (word.start(), word.end(), 1) if capital else None
    if run:
        yield run


def covered(pair: Pair, start: int, end: int, kinds: set[str] | None = None) -> bool:
    """Whether one Item, or several side by side, cover the stretch but for marks and spaces."""
    left = {i for i in range(start, end) if pair.vi[i].isalnum()}
    for item in pair.items:
        if kinds is None or item.kind in kinds:
            left -= set(range(*item.span))
    return not left


def says(english: str, form: str) -> bool:
    """Whether the English has that form as whole words, capitals aside."""
    return re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", english.casefold().replace("’", "'")) is not None


def numbers(pairs: list[Pair]) -> Tally:
    """Every run of digits, and whether an Item covers it."""
    tally = Tally()
    for pair in pairs:
        for found in DIGITS.finditer(pair.vi):
            tally.count(covered(pair, found.start(), found.end()), found[0], around(pair.vi, *found.span()))
    return tally


def codes(pairs: list[Pair]) -> Tally:
    """Every stretch shaped like a document code, and whether a document Item covers it."""
    tally = Tally()
    for pair in pairs:
        for found in CODE.finditer(pair.vi):
            hit = covered(pair, found.start(), found.end(), {"document"})
            tally.count(hit, found[0], around(pair.vi, *found.span()))
    return tally


def names(pairs: list[Pair]) -> Tally:
    """Every run of two and more capitalised syllables whose form without marks stands in the English."""
    tally = Tally()
    for pair in pairs:
        for start, end, syllables in capital_runs(pair.vi):
            bare = strip_marks(pair.vi[start:end])
            if syllables >= 2 and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", pair.en):
                tally.count(covered(pair, start, end), pair.vi[start:end], around(pair.vi, start, end))
    return tally


def terms(pairs: list[Pair], folder: Path, glossary: Glossary) -> tuple[Tally, Tally, Tally]:
    """Every term of the reference tables that stands on both sides.

    (All of them, and whether the glossary or an Item has them; the same, and whether a translator is shown them by
    `glossary apply --choices`; those that bind a translation, and whether an Item has.)
    """
    everything, shown, binding = Tally(), Tally(), Tally()
    exact = {term.vi for term in glossary.terms if term.use == "protect" and term.case == "exact"}
    binds = {term.vi.casefold() for term in glossary.terms if term.use == "protect" and term.case == "fold"}
    table = list(reference(folder))
    texts = [" ".join(SYLLABLES.findall(pair.vi.casefold())) for pair in pairs]
    for vi, forms in table:
        key = " ".join(SYLLABLES.findall(vi.casefold()))
        pattern = re.compile(rf"(?<![\w]){re.escape(key)}(?![\w])")
        for pair, text in zip(pairs, texts, strict=True):
            if key not in text or not pattern.search(text) or not any(says(pair.en, form) for form in forms):
                continue
            place = re.search(rf"(?<!\w){re.escape(vi.casefold())}(?!\w)", pair.vi.casefold())
            if place is None:
                continue
            start, end = place.span()
            hit = any(a < end and start < b for a, b in (item.span for item in pair.items))
            known = hit or any(a < end and start < b for a, b in pair.matches)
            everything.count(known, vi, around(pair.vi, start, end))
            advised = known or any(a < end and start < b for a, b in pair.advice)
            shown.count(advised, vi, around(pair.vi, start, end))
            if vi.casefold() in binds or pair.vi[start:end] in exact:
                binding.count(hit, vi, around(pair.vi, start, end))
    return everything, shown, binding


def reference(folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(Vietnamese, English forms) of the reference tables in a folder."""
    for name in ("terms.tsv", "terms_extra.tsv"):
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["vi"], (row["en"], *filter(None, (row["en_alternatives"] or "").split("; ")))


def agreement(pairs: list[Pair], style: Style) -> dict[str, Tally]:
    """Per kind: Items, and those one of whose accepted forms stands in the reference English."""
    out: dict[str, Tally] = {}
    for pair in pairs:
        for item in pair.items:
            forms = accepted(item, style)
            hit = "" in forms or any(says(pair.en, form) for form in forms)
            text = pair.vi[slice(*item.span)]
            out.setdefault(item.kind, Tally()).count(hit, f"{text} => {render(item, style)}", pair.en)
    return out


def around(text: str, start: int, end: int) -> str:
    """A stretch with 30 code points on either side."""
    return f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 30]}"


def sample(pairs: list[Pair], style: Style, seed: str) -> list[tuple[str, str, str, str]]:
    """Items in the order of the hash of where they stand: id, kind, context, English."""
    rows = []
    for pair in pairs:
        for item in pair.items:
            identity = hashlib.sha256(f"{seed}{pair.vi}\x1f{item.span}".encode()).hexdigest()[:12]
            rows.append((identity, str(item.kind), around(pair.vi, *item.span), render(item, style)))
    return sorted(set(rows))[:SAMPLE]


def judged(rows: Sequence[tuple[str, str, str, str]], path: Path) -> str:
    """The line on precision, from the verdicts of a reader on the Items of the sample."""
    if not path.exists():
        return "not judged"
    with path.open(encoding="utf-8", newline="") as lines:
        verdicts = {
            (r["id"], r["english"]): r["verdict"] for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    known = [verdicts[row[0], row[3]] for row in rows if (row[0], row[3]) in verdicts]
    right = known.count("right")
    return f"{100 * right / len(known):.1f}% (n = {len(known)} of {len(rows)} in the sample)" if known else "not judged"


def report(pairs: list[Pair], seconds: float, arguments: argparse.Namespace, glossary: Glossary) -> str:
    """The table as Markdown, and the files beside it."""
    style = Style()
    everything, shown, binding = terms(pairs, arguments.terms, glossary)
    tallies = {
        "digit runs covered by an Item": numbers(pairs),
        "document codes (by their shape) covered by a document": codes(pairs),
        "capitalised runs of two and more syllables that stand in the English": names(pairs),
        "reference terms that stand on both sides, matched by the glossary or an Item": everything,
        "the same, those counted too that are only for looking up (`apply --choices`)": shown,
        "of these, the ones that bind a translation, touched by an Item": binding,
    }
    kinds = agreement(pairs, style)
    rows = sample(pairs, style, arguments.seed)
    write(arguments.out / "misses.tsv", ("measure", "what", "where"), misses(tallies, kinds))
    write(arguments.out / "sample.tsv", ("id", "kind", "context", "english"), rows)
    syllables = sum(len(SYLLABLES.findall(pair.vi)) for pair in pairs)
    size = sum(len(pair.vi.encode()) for pair in pairs)
    lines = [
        f"# Recognition on {arguments.corpus.name}",
        "",
        f"vnnews {__version__}, glossary {glossary.hash}, {date.today()}, Python {platform.python_version()}.",
        f"{len(pairs)} pairs, {syllables} Vietnamese syllables. Again:",
        f"`python benchmarks/language/measure.py {arguments.corpus} --terms {arguments.terms}`.",
        "",
        "| recall: denominator made without the recogniser | n | found | rate |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {name} | {t.total} | {t.found} | {t.rate} |" for name, t in tallies.items()),
        "",
        "An Item agrees when one of its accepted forms stands in the reference English. Translators rightly shorten,",
        "repeat and leave out, so this is a lower bound of what is right.",
        "",
        "| kind | Items | agree | rate |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {kind} | {t.total} | {t.found} | {t.rate} |" for kind, t in sorted(kinds.items())),
        "",
        f"Precision, by reading: {judged(rows, HERE / 'judged.tsv')}.",
        f"Items per 1,000 syllables: {1000 * sum(t.total for t in kinds.values()) / syllables:.0f}.",
        f"Speed on one core, by processor time: {size / 1000 / seconds:.0f} kB/s.",
        "",
    ]
    return "\n".join(lines)


def misses(tallies: dict[str, Tally], kinds: dict[str, Tally]) -> list[tuple[str, str, str]]:
    """Every case that was not found or does not agree, with its measure."""
    out = [(name, *miss) for name, tally in tallies.items() for miss in tally.misses]
    return out + [(f"agreement: {kind}", *miss) for kind, tally in sorted(kinds.items()) for miss in tally.misses]


def write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Write a tab-separated table."""
    lines = ["\t".join(header), *("\t".join(cell.replace("\t", " ") for cell in row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _spans(matches: Sequence[Match]) -> tuple[tuple[int, int], ...]:
    return tuple((match.start, match.end) for match in matches)


def main() -> None:
    """Run the measurement named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="a TSV with the columns article, kind, vi, en")
    parser.add_argument("--terms", type=Path, required=True, help="the folder with terms.tsv and terms_extra.tsv")
    parser.add_argument("--seed", default="2", help="another value draws another sample (default: 2)")
    parser.add_argument("--out", type=Path, default=HERE, help="where to write (default: beside this file)")
    arguments = parser.parse_args()
    glossary = Glossary.load()
    context = Context(glossary)
    recognise("UBND tỉnh Long An", context)
    texts = read(arguments.corpus)
    begun = time.process_time()
    items = [tuple(recognise(vi, context)) for vi, _ in texts]
    seconds = time.process_time() - begun
    pairs = [
        Pair(vi, en, found, _spans(glossary.match(vi)), _spans(glossary.advise(vi)))
        for (vi, en), found in zip(texts, items, strict=True)
    ]
    text = report(pairs, seconds, arguments, glossary)
    (arguments.out / "results.md").write_text(text, encoding="utf-8")
    print(text)
    print(Counter(item.kind for pair in pairs for item in pair.items).most_common())


if __name__ == "__main__":
    main()
