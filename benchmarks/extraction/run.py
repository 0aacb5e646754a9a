"""Run every extractor over all pages and write the table, the losses page by page and the versions.

    python benchmarks/extraction/run.py            # prints; --write puts results/ beside this file

Speed is measured on the real pages, one process, processor time, best of three rounds after one to warm up.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors import EXTRACTORS, Extractor
from measure import Extraction, score
from pages import pages
from real import real_pages, score_real
from unseen import unseen_pages

HERE = Path(__file__).parent
COLUMNS = ("f1", "title", "lead", "author", "photographer", "translator", "date", "source", "captions", "junk")
PACKAGES = ("trafilatura", "newspaper4k", "readability-lxml", "resiliparse", "lxml")
Scorer = Callable[[Extraction, Any], dict[str, float]]


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write results/ beside this file")
    write = parser.parse_args().write
    sets: dict[str, tuple[list[Any], Scorer]] = {
        "self-written": (list(pages()), score),
        "thirty more, self-written": (list(unseen_pages("unseen")), score),
        "thirty with other bylines, self-written": (list(unseen_pages("bylines")), score),
        "real": (list(real_pages()), score_real),
    }
    report: dict[str, Any] = {"versions": _versions(), "sets": {}}
    lines = []
    for title, (found, scorer) in sets.items():
        if not found:
            continue
        table, losses = _measure(found, scorer)
        report["sets"][title] = {"pages": len(found), "figures": table, "losses": losses}
        lines += _table(title, len(found), table)
        lines += [f"Losses of vnnews, recipes off: {'; '.join(losses['vnnews, recipes off']) or 'none'}.", ""]
    text = "\n".join(lines)
    print(text)
    if write:
        (HERE / "results").mkdir(exist_ok=True)
        (HERE / "results" / "table.md").write_text(text + "\n", encoding="utf-8")
        raw = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True)
        (HERE / "results" / "raw.json").write_text(raw + "\n", encoding="utf-8")


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
    for name, make in EXTRACTORS.items():
        try:
            extract = make()
        except ImportError:
            continue
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
