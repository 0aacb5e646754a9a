"""Plant one error into each English sentence that can bear it; shares no code and no table with the checks.

python benchmarks/checks/plant.py PAIRS.tsv OUT.tsv [--each N] [--seed S]

PAIRS.tsv has the columns article, vi, en. OUT.tsv has id, vi, en, kind, where kind is "clean" or the planted error;
of each kind at most N.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

Row = tuple[str, str]
Plant = Callable[[Row, random.Random, list[Row]], str | None]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def one_of(pattern: str, text: str, rng: random.Random) -> re.Match[str] | None:
    """A random match of the pattern."""
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def put(text: str, m: re.Match[str], new: str, group: int = 0) -> str:
    """The text with a match replaced."""
    return text[: m.start(group)] + new + text[m.end(group) :]


def number(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"(?<![\w./,-])\d[\d,.]*\d(?![\w/-])", row[1], rng)
    if not m or re.search(r"/|No\.? $", row[1][max(0, m.start() - 4) : m.start()]):
        return None
    at = rng.randrange(len(m[0]))
    if not m[0][at].isdigit():
        return None
    choices = [d for d in "123456789" if d != m[0][at]]
    return put(row[1], m, m[0][:at] + rng.choice(choices) + m[0][at + 1 :])


def magnitude(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"\b(million|billion|trillion)\b", row[1], rng)
    other = {"million": "billion", "billion": "million", "trillion": "billion"}
    return put(row[1], m, other[m[0]]) if m else None


def date(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b", row[1], rng)
    if not m:
        return None
    if rng.random() < 0.5:
        return put(row[1], m, rng.choice([x for x in MONTHS if x != m[1]]), 1)
    return put(row[1], m, str(int(m[2]) % 27 + 1), 2)


def point(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    if "percentage point" in row[1]:
        return re.sub(r"percentage points?", "percent", row[1])
    m = one_of(r"(?<=\d) percent\b", row[1], rng)
    return put(row[1], m, " percentage points") if m else None


def bare(text: str) -> str:
    """Letters without marks."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def misspelt(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    runs = [m for m in re.finditer(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}\b", row[1]) if m[0] in bare(row[0])]
    if not runs:
        return None
    m = rng.choice(runs)
    words = m[0].split()
    i = max(range(len(words)), key=lambda n: len(words[n]))
    word = words[i]
    if len(word) < 3:
        return None
    at = rng.randrange(1, len(word))
    how = rng.choice(("double", "drop", "swap", "change"))
    if how == "swap" and at < len(word) - 1 and word[at] != word[at + 1]:
        new = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    elif how == "drop" and len(word) > 3:
        new = word[:at] + word[at + 1 :]
    elif how == "change":
        new = word[:at] + rng.choice([c for c in "aeioumnht" if c != word[at]]) + word[at + 1 :]
    else:
        new = word[:at] + word[at] + word[at:]
    if new.lower() in bare(row[0]).lower().split():
        return None
    words[i] = new
    return put(row[1], m, " ".join(words))


def rank(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"\b(?:Vice |Deputy )(?=Chair|Director|Secretary|Minister|Head|Chief|Prime)", row[1], rng)
    if m:
        return put(row[1], m, "")
    m = one_of(r"(?<!Prime )(?<!of )\b(Chair(?:man|woman)|Director|Minister|Head)\b", row[1], rng)
    return put(row[1], m, ("Vice " if m[0].startswith("Chair") else "Deputy ") + m[0]) if m else None


def level(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"(?<=[a-z] )(province|district|commune|ward)\b", row[1], rng)
    other = {"province": "district", "district": "province", "commune": "district", "ward": "commune"}
    if m and row[1][: m.start()].split()[-1][0].isupper():
        return put(row[1], m, other[m[0]])
    m = one_of(r"\b(Provincial|District|Commune)(?= People's Co)", row[1], rng)
    return (
        put(row[1], m, {"Provincial": "District", "District": "Provincial", "Commune": "District"}[m[0]]) if m else None
    )


def dropped(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    clauses = [m for m in re.finditer(r"[,;] [^,;.!?]{30,}(?=[,;.])", row[1]) if len(m[0].split()) >= 6]
    return put(row[1], rng.choice(clauses), "") if clauses else None


def added(row: Row, rng: random.Random, others: list[Row]) -> str | None:
    for _ in range(20):
        other = rng.choice(others)[1]
        if 6 <= len(other.split()) <= 22 and other.endswith(".") and other != row[1] and not re.search(r"\d", other):
            return f"{row[1]} {other}" if row[1].endswith(".") else None
    return None


def negation_lost(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    for pattern, new in (
        (r"\b(is|are|was|were|has|have|had|must|should|can|will|may|could) not\b", r"\1"),
        (r"\b(?:do|does|did) not ", ""),
        (r"\bcannot\b", "can"),
        (r"\bnot ", ""),
        (r"\bno longer ", "still "),
    ):
        if re.search(pattern, row[1]):
            return re.sub(pattern, new, row[1], count=1)
    return None


def negation_gained(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"\b(?:is|are|was|were|has|have|will|must|can|should)(?= [a-z]+ed\b| be | [a-z]+ing\b)", row[1], rng)
    return put(row[1], m, f"{m[0]} not") if m else None


def vietnamese(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    words = row[0].split()
    spots = [i for i in range(len(words) - 1) if not (words[i] + words[i + 1]).isascii() and words[i].islower()]
    english = row[1].split()
    if not spots or len(english) < 6:
        return None
    i, at = rng.choice(spots), rng.randrange(2, len(english) - 2)
    english[at : at + 2] = [words[i], words[i + 1].rstrip(".,;:")]
    return " ".join(english)


def abbreviation(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    for english, vi in (
        ("People's Committee", "UBND"),
        ("People's Council", "HĐND"),
        ("administrative procedures", "TTHC"),
        ("information technology", "CNTT"),
    ):
        if english in row[1]:
            return row[1].replace(english, vi, 1)
    return None


def braces(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    words = row[1].split()
    words.insert(
        rng.randrange(len(words)), rng.choice(("{1}", "{{TERM_2}}", "⟦3⟧", "<g1>", "[X4X]", "__T5__", "&quot;"))
    )
    return " ".join(words)


def repeated(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    words = row[1].split()
    if len(words) < 10:
        return None
    n, at = rng.randrange(2, 7), rng.randrange(1, len(words) - 8)
    return " ".join(words[: at + n] + words[at:])


def cut(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    words = row[1].split()
    if len(words) < 12 or not row[1].endswith("."):
        return None
    return " ".join(words[: rng.randrange(len(words) // 3, len(words) * 2 // 3)]).rstrip(".,;")


def wording(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    for right, wrong in (
        ("East Sea", "South China Sea"),
        ("Hoang Sa", "Paracel Islands"),
        ("Truong Sa", "Spratly Islands"),
        ("Communist Party of Vietnam", "Vietnamese Communist Party"),
        ("Socialist Republic of Vietnam", "Republic of Vietnam"),
    ):
        if right in row[1]:
            return row[1].replace(right, wrong, 1)
    return None


def code(row: Row, rng: random.Random, _: list[Row]) -> str | None:
    m = one_of(r"\b\d+(?=/(?:\d{4}/)?[A-Z]{2})", row[1], rng)
    return put(row[1], m, str(int(m[0]) + rng.randrange(1, 9))) if m else None


KINDS: dict[str, Plant] = {
    "number": number,
    "magnitude": magnitude,
    "date": date,
    "percentage point": point,
    "misspelt name": misspelt,
    "rank": rank,
    "level": level,
    "dropped clause": dropped,
    "added sentence": added,
    "negation lost": negation_lost,
    "negation gained": negation_gained,
    "leftover Vietnamese": vietnamese,
    "abbreviation": abbreviation,
    "leaked sign": braces,
    "repeated": repeated,
    "cut": cut,
    "wording": wording,
    "document code": code,
}


def plant_all(path: Path, each: int, seed: int) -> list[tuple[str, str, str, str]]:
    """The pairs of a file as (id, vi, en, "clean") and up to `each` errors of a kind, one in each sentence."""
    rng = random.Random(seed)
    read = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = [(r["vi"], r["en"]) for r in read]
    out = [(f"clean-{n}", vi, en, "clean") for n, (vi, en) in enumerate(rows, 1)]
    for kind, plant in KINDS.items():
        made = 0
        for row in rng.sample(rows, len(rows)):
            changed = plant(row, rng, rows) if made < each else None
            if changed and changed != row[1]:
                made += 1
                out.append((f"{kind.replace(' ', '-')}-{made}", row[0], changed, kind))
    return out


def main() -> None:
    """Read pairs, write planted and clean ones."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    with args.out.open("w", encoding="utf-8") as file:
        file.write("id\tvi\ten\tkind\n")
        file.writelines("\t".join(r) + "\n" for r in plant_all(args.pairs, args.each, args.seed))


if __name__ == "__main__":
    main()
