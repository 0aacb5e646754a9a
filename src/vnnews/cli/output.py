"""What the commands print: errors and notes on standard error, results on standard output."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from vnnews.errors import VnnewsError


def console(*, stderr: bool = False) -> Console:
    """A rich console that never highlights or reads markup in article text; NO_COLOR is rich's own."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, soft_wrap=True)


def complain(error: VnnewsError, subject: str = "") -> None:
    """Print an error as one line on standard error: what happened to which article, and the cure."""
    line = f"{subject}: {error.message}" if subject else error.message
    if error.cure:
        line = f"{line}. {error.cure[:1].upper()}{error.cure[1:]}"
    print(f"vnnews: {' '.join(line.split())}", file=sys.stderr)


def note(message: str) -> None:
    """Print a remark for the person at the screen, on standard error."""
    print(message, file=sys.stderr)


def print_json(data: Any) -> None:
    """Print one JSON value on one line of standard output, letters unescaped."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")


def use_utf8() -> None:
    """Let Vietnamese through on consoles and pipes whose encoding is not UTF-8 (Windows, C locale)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
