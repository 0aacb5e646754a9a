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
from typing import NamedTuple

from vnnews import __version__
from vnnews.english import Style, accepted, render
from vnnews.english.articles import plural
from vnnews.glossary.glossary import Glossary
from vnnews.glossary.term import Match
from vnnews.item import Item, Phrase
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


def _heads(nouns: str) -> frozenset[str]:
    return frozenset(form for noun in nouns.split() for form in (noun, plural(noun)))


BODIES = _heads(
    "Academy Agency Alliance Assembly Association Authority Bank Battalion Board Brigade Bureau Cabinet"
    " Center Centre Club College Command Commission Committee Company Confederation Cooperative Corporation Council"
    " Court Delegation Department Directorate Division Federation Front Fund Government Hospital Inspectorate Institute"
    " Kindergarten Ministry Newspaper Office Police Procuracy Regiment School Secretariat Society Station"
    " Sub-Department Team Treasury Union Unit University"
)
"""Nouns that head the English name of a body."""

POSTS = _heads(
    "Chair Chairman Chairperson Chairwoman Chief Commander Commissar Director Governor Head Inspector Judge Justice"
    " Minister President Principal Procurator Rector Secretary"
)
"""Nouns that head the English name of a post; with Vice, Deputy, Permanent and the like before them too."""

CAPITALISED = r"(?!No\.|VND)[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W_]+)*(?![\w/])['’]?"
ENGLISH_RUN = re.compile(
    rf"(?<![\w'’/-]){CAPITALISED}(?:(?: of| of the| for| for the| on| and)? (?:& )?{CAPITALISED})*"
)
POSSESSIVE = re.compile(r"['’]s?$")
ENGLISH_WORD = re.compile(r"\w(?:\w|[-'’](?=\w))*")
SENTENCE = re.compile(r"(?:^|[.!?:;] )[\"'“‘(]*$")
SENTENCE_LENGTH = 8
"""Words from which on a text with none written small is a title that capitalises them all."""
SMALL = frozenset(
    (
        *(
            "the",
            "a",
            "an",
            "in",
            "at",
            "on",
            "by",
            "from",
            "for",
            "to",
            "of",
            "with",
            "after",
            "before",
            "under",
            "as",
        ),
        *("and", "but", "when", "while", "these", "both", "some", "each", "its", "over", "into", "about", "against"),
    )
)
"""Small words of English: capitalised only where they begin a sentence, small even in a title."""


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


class Said(NamedTuple):
    """What the Items of a pair say: the characters of its English that forms of bodies and posts hold, those that
    names, dates and numbers hold, the spans of all forms there; and all forms of bodies and posts."""

    names: set[int]
    others: set[int]
    whole: set[tuple[int, int]]
    forms: list[str]


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


def english_runs(text: str, heads: frozenset[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of each maximal run of capitalised words of English that holds one of the head nouns.

    Words of a run stand side by side or are joined by of (the), for (the), on, and, & or a possessive; "and the" joins
    two names, each a run of its own. No part of a run are a word that may be capitalised only because it begins the
    sentence ("Representatives of the Department of Health") and capitals right behind the last noun (Chairman | Nguyen
    Van An, Farmers' Union | Congress). A law has a name of its own, and a text that capitalises all its words no runs.
    """
    every = ENGLISH_WORD.findall(text)
    if len(every) >= SENTENCE_LENGTH and all(w[0].isupper() or w in SMALL or not w.isalpha() for w in every):
        return
    for run in ENGLISH_RUN.finditer(text):
        words = list(ENGLISH_WORD.finditer(text, *run.span()))
        if SENTENCE.search(text, 0, run.start()):
            alone = len(words) == 1 or words[1][0][0].islower()
            if words[0][0].lower() in SMALL or (alone and not (len(words) > 1 and is_head(words[0][0], heads))):
                words = words[next((i for i, word in enumerate(words) if i and word[0][0].isupper()), len(words)) :]
        if words and words[0][0] == "Law":
            continue
        last = max((i for i, word in enumerate(words) if is_head(word[0], heads)), default=-1)
        if last < 0:
            continue
        goes_on = last + 1 < len(words) and words[last + 1][0][0].islower()
        yield words[0].start(), words[-1 if goes_on else last].end()


def is_head(word: str, heads: frozenset[str]) -> bool:
    """Whether an English word is one of the nouns: in the singular, the plural or with a possessive."""
    return POSSESSIVE.sub("", word) in heads


def said(pair: Pair, style: Style) -> Said:
    """What accepted forms of the pair's Items say, and where the reference English has them."""
    english = plain(pair.en)
    out = Said(set(), set(), set(), [])
    for item in pair.items:
        named = item.kind in ("institution", "title")
        for form in map(plain, filter(None, accepted(item, style))):
            if named:
                out.forms.append(form)
            at = -1
            while (at := english.find(form, at + 1)) >= 0:
                end = at + len(form)
                if not english[max(0, at - 1) : at].isalnum() and not english[end : end + 1].isalnum():
                    out.whole.add((at, end))
                    if item.kind != "term" or form_is_name(item):
                        (out.names if named else out.others).update(range(at, end))
    return out


def form_is_name(item: Item) -> bool:
    """Whether a term is a name by its capital: Politburo."""
    return isinstance(item.value, Phrase) and item.value.preferred[:1].isupper()


def plain(text: str) -> str:
    """A text without the difference of capitals and of apostrophes, as long as before."""
    return text.lower().replace("’", "'")


def is_said(text: str, start: int, end: int, known: Said) -> bool:
    """Whether a run of English is what accepted forms of the pair's Items say.

    That is so where one form of one Item stands in the English around all of it, or where forms of bodies and posts and
    the names and dates beside them (each an Item of its own) cover its words one after the other. What is left then may
    still be a shorter way of saying bodies or posts of the pair, the words of each in the order of an accepted form:
    Vice Chairman for "Phó Chủ tịch UBND tỉnh". A common term says no part of a body: where only "y tế" was found,
    "Department of Health" was not.
    """
    if any(a <= start and end <= b for a, b in known.whole):
        return True
    left: list[tuple[int, int]] = []
    for word in ENGLISH_WORD.finditer(text, start, end):
        stretch = range(word.start(), word.start() + len(POSSESSIVE.sub("", word[0])))
        if word[0][0].islower() or known.names.issuperset(stretch):
            continue
        if known.others.issuperset(stretch) and not is_head(word[0], BODIES | POSTS):
            continue
        joins = left and known.names.isdisjoint(range(left[-1][1], word.start()))
        left[-1:] = [(left[-1][0], stretch.stop)] if joins else [*left[-1:], (stretch.start, stretch.stop)]
    return all(_in_a_form(plain(text[a:b]), known.forms) or _joined(text[a:b], known.forms) for a, b in left)


def _in_a_form(words: str, forms: list[str]) -> bool:
    """Whether words stand within a form."""
    return any(re.search(rf"\b{re.escape(words)}\b", form) for form in forms)


def _joined(words: str, forms: list[str]) -> bool:
    """Whether words are several bodies or posts, each of which stands within a form: National Assembly and Councils."""
    parts = words.split(" and ")
    named = all(any(is_head(word, BODIES | POSTS) for word in ENGLISH_WORD.findall(part)) for part in parts)
    return len(parts) > 1 and named and all(_in_a_form(plain(part), forms) for part in parts)


def english_names(pairs: list[Pair], style: Style) -> tuple[Tally, Tally]:
    """Every run of the reference English that names a body, and every one that names a post; whether Items say it.

    A run with a post in it counts as a post with its body, and only as that. A body's noun alone (the Center, the
    Union) is no name and not counted.
    """
    bodies, posts = Tally(), Tally()
    for pair in pairs:
        known = None
        for start, end in english_runs(pair.en, BODIES | POSTS):
            known = known or said(pair, style)
            words = ENGLISH_WORD.findall(pair.en[start:end])
            is_post = any(is_head(word, POSTS) for word in words)
            if is_post or len(words) > 1:
                hit = is_said(pair.en, start, end, known)
                (posts if is_post else bodies).count(hit, pair.en[start:end], f"{pair.vi} | {pair.en}")
    return bodies, posts


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
    bodies, posts = english_names(pairs, style)
    tallies = {
        "digit runs covered by an Item": numbers(pairs),
        "document codes (by their shape) covered by a document": codes(pairs),
        "capitalised runs of two and more syllables that stand in the English": names(pairs),
        "reference terms that stand on both sides, matched by the glossary or an Item": everything,
        "the same, those counted too that are only for looking up (`apply --choices`)": shown,
        "of these, the ones that bind a translation, touched by an Item": binding,
        "bodies in the English (runs with a head noun of a body), said by Items": bodies,
        "posts in the English, with their bodies, said by Items": posts,
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
