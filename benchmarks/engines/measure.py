"""Measure an engine on parallel text: chrF, BLEU, Items right, speed, with Items carried and without.

    python benchmarks/engines/measure.py CORPUS.tsv --engine embedded --out DIR --readme benchmarks/engines/README.md

CORPUS.tsv has the columns article, kind, vi, en. All rows are taken, or `--rows` of them evenly over the file. Ways:
"plain", the sentence as it is; "items", as `vnnews translate` asks; "first", only its first greedy pass; "braces", such
a pass with random English words in the place of Items. For each a row of the table is printed, the raw answers are
written to DIR, and the table into the page between its two "model card" marks.
An Item counts as right when one of its accepted English forms stands in the answer, each occurrence for itself; its
English comes from our own rules, so that the figure says whether the engine obeys, not whether the rules are right.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import re
import resource
import time
from collections import Counter
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from vnnews.newsroom import context_for, style_for
from vnnews.settings import Settings
from vnnews.translate.ask import Outcome, Task, ask, finish
from vnnews.translate.engines import open_bare
from vnnews.translate.engines.base import Engine, EngineContext, Request
from vnnews.translate.plan import bind
from vnnews.translate.protect import protect, restore
from vnnews.vietnamese import recognise


@dataclass(frozen=True)
class Row:
    """A pair of the corpus."""

    kind: str
    vi: str
    en: str


def read(path: Path, count: int | None) -> list[Row]:
    """The rows of a corpus, evenly thinned to `count`; bylines are left out, nobody translates them."""
    with path.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [Row(r["kind"], r["vi"], r["en"]) for r in found if r["kind"] != "byline"]
    if count is None or count >= len(rows):
        return rows
    return [rows[int(n * len(rows) / count)] for n in range(count)]


def tasks_of(rows: list[Row]) -> list[Task]:
    """The tasks, with every Item that our rules find."""
    settings = Settings()
    context, style = context_for(settings), style_for(settings)
    return [Task(r.vi, tuple(bind(r.vi, recognise(r.vi, context), style)), headline=r.kind == "headline") for r in rows]


def measure(rows: list[Row], tasks: list[Task], engine: Engine, way: str) -> tuple[dict[str, object], list[Outcome]]:
    """The figures of one way, and its outcomes; of a first pass the time is the engine's own."""
    asked = [Task(t.source, headline=t.headline) for t in tasks] if way == "plain" else tasks
    start, used = time.perf_counter(), time.process_time()
    if way == "first":
        requests = [Request(protect(t.source, t.bound, "braces"), "braces") for t in tasks]
        answers = list(engine.translate(requests, EngineContext()))
    else:
        outcomes = ask(asked, engine, EngineContext())
    seconds, used = time.perf_counter() - start, time.process_time() - used
    if way == "first":
        outcomes = [
            finish(t, restore(a.text or "", t.bound, "braces"), "braces", a.words)
            for t, a in zip(tasks, answers, strict=True)
        ]
    texts = [o.text or "" for o in outcomes]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for task, text in zip(tasks, texts, strict=True):
        found = {p.index for p in restore(text, task.bound, "plain").placed}
        for n, b in enumerate(task.bound):
            if b.english:
                total[b.item.kind] += 1
                right[b.item.kind] += n in found
    chrf, bleu = CHRF(), BLEU()
    references = [[r.en for r in rows]]
    figures: dict[str, object] = {
        "way": "first pass, greedy" if way == "first" else way,
        "rows": len(rows),
        "chrF": round(chrf.corpus_score(texts, references).score, 1),
        "BLEU": round(bleu.corpus_score(texts, references).score, 1),
        "items right": f"{right.total()}/{total.total()} = {right.total() / max(1, total.total()):.1%}",
        "words/s": round(sum(len(t.split()) for t in texts) / seconds),
        "words/s of one core": round(sum(len(t.split()) for t in texts) / used),
        "seconds": round(seconds, 1),
        "by kind": {k: f"{right[k]}/{total[k]}" for k in sorted(total)},
        "manners": dict(Counter(o.manner for o in outcomes)),
        "faults": dict(Counter(f for o in outcomes for f in o.verdict.faults)),
        "signatures": [str(chrf.get_signature()), str(bleu.get_signature())],
    }
    return figures, outcomes


def braces(rows: list[Row], tasks: list[Task], engine: Engine) -> tuple[dict[str, object], list[Outcome]]:
    """The figures of one greedy pass with random English words in the place of every Item that is carried.

    They cannot be guessed, so that what comes back in braces was copied; likeness to the reference means nothing here.
    """
    chance = random.Random(7)
    words = [w for r in rows for w in re.findall(r"[A-Za-z]{3,}", r.en)]
    drawn = [
        tuple(replace(b, english=" ".join(chance.choices(words, k=chance.randint(1, 3)))) for b in t.bound)
        for t in tasks
    ]
    asked = [Request(protect(t.source, d, "braces"), "braces") for t, d in zip(tasks, drawn, strict=True)]
    start, used = time.perf_counter(), time.process_time()
    answers = [a.text or "" for a in engine.translate(asked, EngineContext())]
    seconds, used = time.perf_counter() - start, time.process_time() - used
    right = total = paired = 0
    for answer, bound in zip(answers, drawn, strict=True):
        left = Counter(re.findall(r"\{([^{}]*)\}", answer))
        wanted = Counter(b.english for b in bound if b.carried)
        total += wanted.total()
        right += (wanted & left).total()
        paired += min(left.total(), wanted.total())
    said = sum(len(a.split()) for a in answers)
    figures: dict[str, object] = {
        "way": "random words in braces",
        "rows": len(rows),
        "chrF": "",
        "BLEU": "",
        "items right": f"{right}/{total} = {right / max(1, total):.1%}",
        "pairs of braces": f"{paired}/{total}",
        "words/s": round(said / seconds),
        "words/s of one core": round(said / used),
        "seconds": round(seconds, 1),
    }
    return figures, [Outcome(a) for a in answers]


_CARD = re.compile(r"(<!-- model card -->\n).*?(<!-- end of model card -->)", re.DOTALL)
_COLUMNS = ("way", "chrF", "BLEU", "items right", "words/s", "words/s of one core", "seconds")


def write_card(page: Path, results: list[dict[str, object]], machine: dict[str, object]) -> None:
    """Set the table of all ways, and what it was measured with, between the marks of a page."""
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|" + " --- |" * len(_COLUMNS)]
    lines += ["| " + " | ".join(str(r[c]) for c in _COLUMNS) + " |" for r in results]
    told = ", ".join(f"{k} {v}" for k, v in {"rows": results[0]["rows"], **machine}.items())
    signatures = "`, `".join(map(str, results[0]["signatures"]))  # type: ignore[call-overload]  # a list of texts
    text = "\n".join([*lines, "", f"{told}.", f"Signatures: `{signatures}`."])
    page.write_text(_CARD.sub(lambda m: f"{m[1]}{text}\n{m[2]}", page.read_text(encoding="utf-8")), encoding="utf-8")


def save(path: Path, rows: list[Row], outcomes: list[Outcome]) -> None:
    """Write the raw answers: kind, Vietnamese, reference, answer, manner, faults."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\")
        writer.writerow(("kind", "vi", "reference", "answer", "manner", "faults"))
        for r, o in zip(rows, outcomes, strict=True):
            writer.writerow((r.kind, r.vi, r.en, o.text or "", o.manner, " ".join(o.verdict.faults)))


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--engine", default="embedded")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--ways", nargs="+", default=["plain", "items", "first", "braces"])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--readme", type=Path, help="the page with the model card to renew")
    given = parser.parse_args()
    rows = read(given.corpus, given.rows)
    start = time.perf_counter()
    engine = open_bare(given.engine, Settings())
    loading = time.perf_counter() - start
    tasks = tasks_of(rows)
    results = []
    for way in given.ways:
        figures, outcomes = braces(rows, tasks, engine) if way == "braces" else measure(rows, tasks, engine, way)
        results.append(figures)
        print(json.dumps(figures, ensure_ascii=False), flush=True)
        if given.out:
            save(given.out / f"{given.corpus.stem}-{given.engine}-{way}.tsv", rows, outcomes)
    engine.close()
    versions = {name: version(name) for name in ("vnnews", "sacrebleu", "ctranslate2", "tokenizers")}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    told: dict[str, object] = {
        "model": engine.version,
        "load s": round(loading, 2),
        "peak memory MB": memory,
        **machine,
        **versions,
    }
    print(json.dumps(told))
    if given.readme:
        write_card(given.readme, results, told)


if __name__ == "__main__":
    main()
