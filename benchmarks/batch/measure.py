"""Measure `vnnews batch` on generated pages: time, memory, speed-up, and beside trafilatura's command line.

    python benchmarks/batch/measure.py 500 5000          # counts of pages; --write puts results.json beside this file

Every page has its own figures, so that none repeats another. All programs read the same folder, one after the other.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "extraction"))
BIN = Path(sys.executable).parent


def fill(folder: Path, count: int) -> None:
    """Write `count` pages: those of the extraction benchmark, each time with other figures and another address."""
    from pages import pages

    folder.mkdir(parents=True)
    templates = [p.html for p in pages()]
    for n in range(count):
        html = templates[n % len(templates)].replace("đồng chí", f"đồng chí (mã {n})").replace("-a8", f"-{n}a8")
        html = html.replace(".example.vn/", f".example.vn/{n}/").replace(" và ", f" ({n}) và ")
        html = html.replace(" and ", f" ({n}) and ")
        (folder / f"{n:06}.html").write_text(html, encoding="utf-8")


def timed(command: list[str]) -> dict[str, float]:
    """Seconds by the clock, and the peak memory in MB summed over the command's processes, looked at often."""
    begun, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, sum(_resident(p) for p in _tree(process.pid)))
        time.sleep(0.2)
    return {"seconds": round(time.perf_counter() - begun, 2), "peak_mb": round(peak, 1), "exit": process.returncode}


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(p for c in children for p in _tree(int(c)))]


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--translate", type=int, default=0, help="also translate so many pages (assemble)")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name:
        for count in options.counts:
            source, out = Path(name) / f"in{count}", Path(name) / "out"
            fill(source, count)
            batch = [str(BIN / "vnnews"), "batch", str(source), "--out", str(out), "--offline"]
            programs = {
                "vnnews, 2 workers": [*batch, "--no-translate", "--jobs", "2"],
                "vnnews, again, nothing to do": [*batch, "--no-translate", "--jobs", "2"],
                "vnnews, 1 worker": [*batch, "--no-translate", "--jobs", "1"],
                "trafilatura, 2 processes": [
                    str(BIN / "trafilatura"), "--input-dir", str(source), "--output-dir", str(out), "--parallel", "2",
                ],
            }  # fmt: skip
            for title, command in programs.items():
                if "again" not in title:
                    shutil.rmtree(out, ignore_errors=True)
                row = {"program": title, "articles": count, **timed(command)}
                row["a_second"] = round(count / row["seconds"], 1)
                if title == "vnnews, 2 workers":
                    report = json.loads((out / "report.json").read_text())
                    row |= {"outcomes": report["outcomes"], "stages": report["seconds"]}
                rows.append(row)
                print(json.dumps(row), flush=True)
        if options.translate:
            source, out = Path(name) / "tr", Path(name) / "tr-out"
            fill(source, options.translate)
            command = [
                str(BIN / "vnnews"),
                "batch",
                str(source),
                "--out",
                str(out),
                "--offline",
                "--engine",
                "assemble",
            ]
            row = {"program": "vnnews, assemble, 2 workers", "articles": options.translate, **timed([*command])}
            row["stages"] = json.loads((out / "report.json").read_text())["seconds"]
            rows.append(row)
            print(json.dumps(row), flush=True)
    if options.write:
        machine = {"cores": os.cpu_count(), "python": platform.python_version(), "trafilatura": version("trafilatura")}
        text = json.dumps({"machine": machine, "rows": rows}, indent=1, ensure_ascii=False)
        (HERE / "results.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
