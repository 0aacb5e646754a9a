"""The report of a batch: what came of every source, as JSON for programs, and the fixity manifest."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from pathlib import Path
from typing import Any

from vnnews.batch.journal import Journal
from vnnews.batch.page import html
from vnnews.files import write_atomic

REPORT, PAGE, MANIFEST = "report.json", "report.html", "manifest.sha256"


def write(journal: Journal, out: Path) -> Path:
    """Write report.json, report.html and manifest.sha256 (for sha256sum -c); gives the report's path."""
    told = figures(journal, out)
    write_atomic(out / REPORT, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    write_atomic(out / PAGE, html(told))
    write_atomic(out / MANIFEST, "".join(_manifest(journal)))
    return out / REPORT


def figures(journal: Journal, out: Path) -> dict[str, Any]:
    """What came of every source: counts, findings by code, unknown terms, seconds by stage, failures with commands."""
    outcomes: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    affected: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = {"encoding": Counter(), "site": Counter(), "language": Counter()}
    seconds: dict[str, float] = {}
    failures: list[dict[str, str]] = []
    duplicates: list[dict[str, str]] = []
    like: list[dict[str, str]] = []
    translated: list[dict[str, str]] = []
    unknown: Counter[str] = Counter()
    for entry in journal.entries():
        outcomes[entry.outcome] += 1
        for stage, spent in entry.result.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + spent
        for article in entry.result.articles:
            findings.update(article["findings"])
            affected.update(set(article["findings"]))
            unknown.update(article["unknown"])
            if article["like"]:
                like.append({"article": article["id"], "like": article["like"]})
            if article.get("english"):
                translated.append({"article": article["id"], "english": article["english"]})
            for name, counter in seen.items():
                counter[article[name] or "-"] += 1
        if entry.outcome in ("failed", "held"):
            failures.append(_failure(entry.locator, entry.outcome, entry.result.message, entry.result.cure, out))
        if entry.outcome == "duplicate":
            duplicates.append({"source": entry.locator, "same_as": entry.result.message})
    return {
        "outcomes": dict(sorted(outcomes.items())),
        "findings": {c: {"count": n, "articles": affected[c]} for c, n in sorted(findings.items())},
        **{f"{name}s": dict(counter.most_common()) for name, counter in seen.items()},
        "seconds": {
            stage: round(seconds[stage], 3) for stage in sorted(seconds, key=seconds.__getitem__, reverse=True)
        },
        "unknown_terms": [{"term": t, "articles": n} for t, n in unknown.most_common(200)],
        "failures": failures,
        "duplicates": duplicates,
        "near_duplicates": like,
        "translated_by_people": translated,
    }


def _failure(locator: str, outcome: str, message: str, cure: str, out: Path) -> dict[str, str]:
    command = f"vnnews batch --retry {outcome} --out {shlex.quote(str(out))}"
    return {"source": locator, "outcome": outcome, "message": message, "cure": cure, "command": command}


def _manifest(journal: Journal) -> list[str]:
    """A line a file as it was written, from the journal: what changes afterwards shows with sha256sum -c."""
    files = {name: digest for entry in journal.entries() for name, digest in entry.result.files.items()}
    return [f"{digest}  {name}\n" for name, digest in sorted(files.items())]
