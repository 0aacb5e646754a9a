"""Run every extractor over all pages and write the table, the losses page by page and the versions.

    python benchmarks/extraction/run.py            # prints; --write renews results/ and the figures in README.md

Speed is measured on the real pages, one process, processor time, best of three rounds after one to warm up.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extractors import EXTRACTORS, Extractor
from measure import Extraction, score
from pages import pages
from real import real_lists, real_pages, score_real
from unseen import unseen_pages

from vnnews.errors import NoArticleError
from vnnews.read.findings import FALLBACK
from vnnews.read.page import read_page
from vnnews.read.source import Source

HERE = Path(__file__).parent
COLUMNS = ("f1", "title", "lead", "author", "photographer", "translator", "date", "source", "captions", "junk")
PACKAGES = ("trafilatura", "newspaper4k", "readability-lxml", "resiliparse", "lxml")
Scorer = Callable[[Extraction, Any], dict[str, float]]


SETS: dict[str, tuple[Callable[[], Any], Scorer]] = {
    "self-written": (pages, score),
    "thirty more, self-written": (lambda: unseen_pages("unseen"), score),
    "thirty with other bylines, self-written": (lambda: unseen_pages("bylines"), score),
    "eighteen later, self-written": (lambda: unseen_pages("later"), score),
    "twelve last, self-written": (lambda: unseen_pages("last"), score),
    "fifteen damaged and odd, self-written": (lambda: unseen_pages("odd"), score),
    "real": (real_pages, score_real),
}


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write results/ and the figures in README.md")
    write = parser.parse_args().write
    report: dict[str, Any] = {"versions": _versions(), "sets": {}}
    lines = []
    for title, (make, scorer) in SETS.items():
        found = list(make())
        if not found:
            continue
        table, losses = _measure(found, scorer)
        stages = dict(Counter(_stage(page) for page in found))
        report["sets"][title] = {"pages": len(found), "figures": table, "losses": losses, "stages": stages}
        lines += _table(title, len(found), table)
        for name in ("vnnews", "vnnews, recipes off"):
            lines += [f"Losses of {name}: {'; '.join(losses[name]) or 'none'}.", ""]
    report["lists"] = _lists()
    told = [f"{name} {n}" for name, n in report["lists"]["taken"].items()]
    lines += [f"Of {report['lists']['pages']} real lists and front pages taken for articles: {', '.join(told)}.", ""]
    text = "\n".join(lines)
    print(text)
    if write:
        (HERE / "results").mkdir(exist_ok=True)
        (HERE / "results" / "table.md").write_text(text + "\n", encoding="utf-8")
        raw = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True)
        (HERE / "results" / "raw.json").write_text(raw + "\n", encoding="utf-8")
        _renew_readme(report)


_FALLBACK = {"data": "page's data", "do not show": "unshown parts", "by trafilatura": "library"}


def _stage(page: Any) -> str:
    """Which stage of the reader, recipes off, found the text of a page."""
    source = Source(page.html.encode("utf-8", "replace"), page.url, "2026-01-01T00:00:00Z", page.url)
    try:
        article = read_page(page.html, source, "utf-8", recipes=False)
    except NoArticleError:
        return "refused"
    told = next((f.message for f in article.findings if f.code == FALLBACK.code), "")
    return next((stage for phrase, stage in _FALLBACK.items() if phrase in told), "structure and density")


def _lists() -> dict[str, Any]:
    """How many of the real lists and front pages each extractor takes a text from, as if they were articles."""
    found = list(real_lists())
    taken = {}
    for name, extract in _extractors():
        texts = [_safe(extract, page).text for page in found]
        taken[name] = sum(len(text) >= _A_TEXT for text in texts)
    return {"pages": len(found), "taken": taken}


_A_TEXT = 200


def _extractors() -> Iterator[tuple[str, Extractor]]:
    for name, make in EXTRACTORS.items():
        try:
            yield name, make()
        except ImportError:
            continue


def _renew_readme(report: dict[str, Any]) -> None:
    """Put the short tables between their marks in README.md."""
    readme = HERE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    columns = ("set", "n", "vnnews: f1", "author", "photographer", "trafilatura: f1", "author", "speed / trafilatura's")
    out = [f"| {' | '.join(columns)} |", f"| --- |{' ---: |' * (len(columns) - 1)}"]
    for title, entry in report["sets"].items():
        ours, other = entry["figures"]["vnnews, recipes off"], entry["figures"].get("trafilatura")
        theirs = [f"{other['f1']:.3f}", f"{other['author']:.3f}"] if other else ["-", "-"]
        ratio = f"{ours['pages/s'] / other['pages/s']:.2f}" if other else "-"
        mine = [f"{ours[c]:.3f}" for c in ("f1", "author", "photographer")]
        out.append(f"| {' | '.join([title, str(entry['pages']), *mine, *theirs, ratio])} |")
    kinds = ("structure and density", *_FALLBACK.values(), "refused")
    out += ["", f"| text found by, recipes off | {' | '.join(kinds)} |", "| --- |" + " ---: |" * len(kinds)]
    for title, entry in report["sets"].items():
        out.append(f"| {title} | {' | '.join(str(entry['stages'].get(kind, 0)) for kind in kinds)} |")
    readme.write_text(f"{before}{_BEGIN}\n{chr(10).join(out)}\n{_END}{after}", encoding="utf-8")


_BEGIN, _END = "<!-- figures: written by run.py -->", "<!-- end of figures -->"


def _versions() -> dict[str, str]:
    out = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            out[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            out[name] = "not installed"
    return out


def _measure(found: list[Any], scorer: Scorer) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
    table: dict[str, dict[str, float]] = {}
    losses: dict[str, list[str]] = {}
    for name, extract in _extractors():
        scores = [(page, scorer(_safe(extract, page), page.gold)) for page in found]
        table[name] = {c: round(sum(s[c] for _, s in scores) / len(scores), 3) for c in COLUMNS if c in scores[0][1]}
        table[name]["pages/s"] = round(_speed(extract, found), 1)
        losses[name] = [f"{p.name}: {', '.join(_lost(s))}" for p, s in scores if _lost(s)]
    return table, losses


def _safe(extract: Extractor, page: Any) -> Extraction:
    """An extractor that fails on a page gives nothing for it."""
    try:
        return extract(page.html, page.url)
    except Exception as error:  # noqa: BLE001  # other people's extractors raise what they like
        print(f"{page.name}: {type(error).__name__}: {error}")
        return Extraction()


def _lost(figures: dict[str, float]) -> list[str]:
    """What an extractor got wrong on a page."""
    lost = [name for name in COLUMNS if name not in ("f1", "junk") and figures.get(name, 1) < 1]
    if figures["f1"] < 0.98:
        lost.append(f"f1 {figures['f1']:.3f}")
    if figures["junk"]:
        lost.append(f"junk {figures['junk']:.0f}")
    return lost


def _speed(extract: Extractor, found: list[Any]) -> float:
    best = float("inf")
    for _ in range(4):
        start = time.process_time()
        for page in found:
            _safe(extract, page)
        best = min(best, time.process_time() - start)
    return len(found) / best


def _table(title: str, n: int, table: dict[str, dict[str, float]]) -> list[str]:
    columns = list(next(iter(table.values())))
    out = [f"### {title} pages (n = {n})", "", "| extractor | " + " | ".join(columns) + " |"]
    out.append("| --- |" + " ---: |" * len(columns))
    for name, figures in table.items():
        out.append(f"| {name} | " + " | ".join(_figure(c, figures[c]) for c in columns) + " |")
    return [*out, ""]


def _figure(column: str, value: float) -> str:
    return f"{value:.1f}" if column in ("junk", "pages/s") else f"{value:.3f}"


if __name__ == "__main__":
    main()
