"""Findings on the screen: a table by severity, each with the sentence it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnnews.draft.model import Draft
    from vnnews.finding import Finding

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def show_findings(findings: Sequence[Finding], draft: Draft | None = None) -> None:
    """Print the standing findings, errors first, with the words they point at; then how many of each severity."""
    from rich.table import Table

    from vnnews.cli.output import console
    from vnnews.finding import gathered

    out = console()
    shown = [f for f in findings if f.suppressed is None]
    if not shown:
        out.print("  no findings")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 1))
    for name in ("", "code", "segment", "finding"):
        table.add_column(name, overflow="fold")
    order = {"error": 0, "warning": 1, "info": 2}
    for f, more in gathered(sorted(shown, key=lambda f: order[f.severity])):
        table.add_row(f.severity, f.code, f.segment or "", _message(f, more), style=_COLOURS[f.severity])
    out.print(table, soft_wrap=False)
    counts = {name: sum(f.severity == name for f in shown) for name in order}
    out.print("  " + ", ".join(_counted(n, name) for name, n in counts.items() if n))


def _counted(n: int, name: str) -> str:
    return f"{n} {name}" if n == 1 or name == "info" else f"{n} {name}s"


def _message(finding: Finding, more: int) -> str:
    suggestion = f" -> {finding.suggestion}" if finding.suggestion is not None else ""
    return f"{finding.message}{suggestion}{f', and {more} more like it' if more else ''}"
