"""Fill the generated parts of README.md and docs/*.md from the code; `--check` only says whether they are true.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`; NAME is a function in PARTS.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; bars inside cells are escaped."""
    lines = [list(head), ["---"] * len(list(head)), *map(list, rows)]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |\n" for line in lines)


def settings() -> str:
    """Every setting with its variable and default."""
    from vnnews.settings import MEANINGS, Settings

    defaults = {f.name: f.default for f in dataclasses.fields(Settings)}
    rows = []
    for name, meaning in MEANINGS.items():
        default = defaults[name]
        shown = "" if default in (None, ()) or default is dataclasses.MISSING else f"`{str(default).lower()}`"
        variable = "" if name in ("site", "engines") else f"`VNNEWS_{name.upper()}`"
        rows.append((f"`{name}`", variable, shown, meaning))
    return table(("key", "variable", "default", "meaning"), rows)


def commands() -> str:
    """The help of every command, as the terminal shows it at 100 columns."""
    import os

    os.environ.update({"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "_TYPER_STANDARD_TRACEBACK": "1"})
    from typer.testing import CliRunner

    from vnnews.cli import COMMANDS, build

    app = build()
    out = []
    names = sorted(
        {c.name or "" for c in app.registered_commands} | {g.name or "" for g in app.registered_groups},
        key=lambda n: COMMANDS.index(n if n in COMMANDS else f"{n}_"),
    )
    for name in names:
        shown = CliRunner().invoke(app, [name, "--help"]).output.strip()
        out.append(f"## vnnews {name}\n\n```text\n{shown}\n```\n")
    return "\n".join(out)


def checks() -> str:
    """Every rule of the checks with its examples."""
    from vnnews.review.checks import FAMILIES, SAFE

    out = []
    for family in FAMILIES:
        for rule in family.rules:
            traits = [rule.severity, *(["needs no source"] if not rule.needs_source else [])]
            traits += ["mended by --fix"] if rule.code in SAFE else []
            out.append(f"### {rule.code} {rule.name}\n\n{rule.summary} *{', '.join(traits)}*\n")
            for example in (e for e in family.examples if e.code == rule.code):
                lines = [f"- before: {english}" for _, english in dict.fromkeys(example.before)]
                lines += [f"- Vietnamese: {example.vi}"] if example.vi else []
                out.append("\n".join([*lines, f"- wrong: {example.bad}", f"- right: {example.good}", ""]))
    return "\n".join(out)


PARTS: dict[str, Callable[[], str]] = {"settings": settings, "commands": commands, "checks": checks}


def filled(text: str) -> str:
    """The text of a page with its generated parts made anew."""
    return PART.sub(lambda m: m[1] + PARTS[m[2]]() + m[4], text)


def pages() -> list[Path]:
    """Every page that may have generated parts."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def main() -> None:
    stale = []
    for page in pages():
        text = page.read_text(encoding="utf-8")
        made = filled(text)
        if made != text:
            stale.append(page.name)
            if "--check" not in sys.argv:
                page.write_text(made, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"not true any more: {', '.join(stale)}; run: make docs")


if __name__ == "__main__":
    main()
