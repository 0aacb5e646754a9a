"""How long the command line takes to start: `vnnews --version` against a bare Typer program, as whole processes.

python benchmarks/startup.py [--runs 20]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HELLO = """\
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "world") -> None:
    print(f"hello {name}")
app()
"""


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "hello.py"
        program.write_text(HELLO, encoding="utf-8")
        ours = [str(Path(sys.executable).with_name("vnnews")), "--version"]
        theirs = [sys.executable, str(program)]
        for command in (ours, theirs):
            seconds(command)
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    mine, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"vnnews --version {mine:.3f} s, bare Typer {bare:.3f} s, median of ratios "
          f"{statistics.median(a / b for a, b in pairs):.2f} ({runs} pairs)")  # fmt: skip


if __name__ == "__main__":
    main()
