"""Measure `vnnews batch` on generated pages: time, memory, speed-up, and beside trafilatura's command line.

    python benchmarks/batch/measure.py                     # 500 and 5,000 pages, 100 translated; about 15 minutes
    python benchmarks/batch/measure.py --write             # also results.json here and the tables of docs/scale.md
    python benchmarks/batch/measure.py 500 5000 --large 50000   # other counts; the large one with two workers alone

Every page has its own figures, so that none repeats another. All programs read the same folder, one after the other,
in one run: `vnnews batch --no-translate` reads, checks, publishes and writes journal and report; trafilatura in its
default mode only extracts. Processor seconds (user and system, of all processes) say more than the clock where a
machine has other work. Memory is the resident size summed over a command's processes, looked at five times a second.
Bytecode is kept in the folder of the measurement, as an installation keeps it; each program runs once before that.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCALE = HERE.parents[1] / "docs" / "scale.md"
sys.path.insert(0, str(HERE.parent / "extraction"))
BIN = Path(sys.executable).parent
TWO, ONE, AGAIN, PEER, TRANSLATED, LARGE = (
    "vnnews, 2 workers", "vnnews, 1 worker", "vnnews, nothing to do", "trafilatura, 2 processes", "vnnews, translating",
    "vnnews, 2 workers, large",
)  # fmt: skip
FIRST = 60
"""Pages of the runs that are not measured."""
Row = dict[str, Any]


def fill(folder: Path, count: int) -> None:
    """Write `count` pages: those of the extraction benchmark, each time with other figures and another address."""
    from pages import pages  # type: ignore[import-not-found]  # of the extraction benchmark, beside this folder

    folder.mkdir(parents=True)
    templates = [p.html for p in pages()]
    for n in range(count):
        html = templates[n % len(templates)].replace("đồng chí", f"đồng chí (mã {n})").replace("-a8", f"-{n}a8")
        html = html.replace(".example.vn/", f".example.vn/{n}/").replace(" và ", f" ({n}) và ")
        html = html.replace(" and ", f" ({n}) and ")
        (folder / f"{n:06}.html").write_text(html, encoding="utf-8")


def timed(command: list[str], count: int, environment: dict[str, str]) -> Row:
    """Seconds by the clock and of the processor, peak memory in MB over all processes, and articles a second.

    `own_cpu_seconds` are those of the first process, the batch itself.
    """
    before, begun, peak, own = _cpu(), time.perf_counter(), 0.0, 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    while process.poll() is None:
        peak = max(peak, sum(_resident(p) for p in _tree(process.pid)))
        own = max(own, _own_cpu(process.pid))
        time.sleep(0.2)
    seconds = time.perf_counter() - begun
    return {
        "articles": count,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(_cpu() - before, 2),
        "own_cpu_seconds": round(own, 2),
        "a_second": round(count / seconds, 1),
        "peak_mb": round(peak, 1),
        "exit": process.returncode,
    }


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _own_cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0.0


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


def measured(counts: list[int], translate: int, large: int, folder: Path) -> list[Row]:
    """A row for every program and count; each is printed as soon as it is there."""
    rows: list[Row] = []
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")

    def add(program: str, command: list[str], count: int, out: Path) -> None:
        if program != AGAIN:
            shutil.rmtree(out, ignore_errors=True)
        row = {"program": program, **timed(command, count, environment)}
        if program in (TWO, LARGE, TRANSLATED):
            report = json.loads((out / "report.json").read_text())
            row |= {"outcomes": report["outcomes"], "languages": report["languages"], "stages": report["seconds"]}
            row["journal_mb"] = round((out / ".vnnews" / "journal.sqlite").stat().st_size / 1e6, 2)
        rows.append(row)
        print(json.dumps(row, ensure_ascii=False), flush=True)

    def commands(source: Path, out: Path) -> dict[str, list[str]]:
        batch = [str(BIN / "vnnews"), "batch", str(source), "--out", str(out), "--offline", "--no-translate", "--jobs"]
        peer = [str(BIN / "trafilatura"), "--input-dir", str(source), "--output-dir", str(out), "--parallel", "2"]
        return {TWO: [*batch, "2"], AGAIN: [*batch, "2"], ONE: [*batch, "1"], PEER: peer}

    fill(folder / "first", FIRST)
    for name, command in commands(folder / "first", folder / "out").items():
        timed(command, FIRST, environment)
        print(f"once before: {name}", flush=True)
    for count in counts:
        source, out = folder / f"in{count}", folder / "out"
        fill(source, count)
        for name, command in commands(source, out).items():
            add(name, command, count, out)
        shutil.rmtree(source)
    if large:
        source, out = folder / "large", folder / "out"
        fill(source, large)
        add(LARGE, commands(source, out)[TWO], large, out)
        shutil.rmtree(source)
    if translate:
        source, out = folder / "translate", folder / "translated"
        fill(source, translate)
        command = [str(BIN / "vnnews"), "batch", str(source), "--out", str(out), "--offline", "--engine", "assemble"]
        add(TRANSLATED, [*command, "--jobs", "2"], translate, out)
    return rows


def tables(rows: list[Row]) -> str:
    """The measured part of docs/scale.md: every run, the ratios that matter, the cost by stage, the arithmetic."""
    out = [
        "| program | articles | seconds | processor seconds | articles a second | peak memory, MB |",
        "| --- " * 6 + "|",
    ]
    out += [
        f"| {r['program']} | {r['articles']:,} | {r['seconds']} | {r['cpu_seconds']} | {r['a_second']} "
        f"| {r['peak_mb']:.0f} |"
        for r in rows
    ]
    return "\n".join([*out, "", *_ratios(rows), "", *_stages(rows), "", *_arithmetic(rows)])


def _ratios(rows: list[Row]) -> list[str]:
    of = {(r["program"], r["articles"]): r for r in rows}
    counts = sorted({r["articles"] for r in rows if r["program"] == TWO})
    least, most = counts[0], counts[-1]
    two, one, peer = of[TWO, most], of[ONE, most], of[PEER, most]
    grown = [two, *(r for r in rows if r["program"] == LARGE)]
    return [
        *(
            f"- Memory, {r['articles']:,} against {least:,} articles: {r['peak_mb'] / of[TWO, least]['peak_mb']:.2f} "
            "times."
            for r in grown
        ),
        f"- Two workers against one, {most:,} articles: {one['seconds'] / two['seconds']:.2f} times as fast.",
        f"- Beside trafilatura, {most:,} articles: {two['a_second'] / peer['a_second']:.2f} times its articles a "
        f"second by the clock, {two['cpu_seconds'] / peer['cpu_seconds']:.2f} times its processor seconds.",
    ]


def _costs(run: Row) -> dict[str, float]:
    """Seconds an article by stage; publish and check count English pages."""
    english = max(1, run["languages"].get("en", 0))
    return {
        stage: spent / (english if stage in ("check", "publish") else run["articles"])
        for stage, spent in run["stages"].items()
    }


def _stages(rows: list[Row]) -> list[str]:
    out = ["| stage | where | ms an article |", "| --- | --- | --- |"]
    for stage, cost in _costs(_most(rows)).items():
        where = "the batch itself, in order" if stage == "finish" else "workers"
        counted = ", an English page" if stage in ("check", "publish") else ""
        out.append(f"| {stage}{counted} | {where} | {cost * 1000:.1f} |")
    for row in rows:
        if row["program"] == TRANSLATED and "translate" in row["stages"]:
            done = max(1, row["languages"].get("vi", 0))
            cost = row["stages"]["translate"] / done * 1000
            out.append(f"| translate (assemble, the engine by rule) | workers | {cost:.0f} |")
    return out


def _arithmetic(rows: list[Row]) -> list[str]:
    """What ten million articles would take, from the costs above and nothing else."""
    n = 10_000_000
    run = _most(rows)
    core, own = run["cpu_seconds"] / run["articles"], run["own_cpu_seconds"] / run["articles"]
    journal = run["journal_mb"] / run["articles"]
    hours = n * core / 3600
    return [
        f"Ten million articles like these: {n:,} x {core * 1000:.1f} ms of a processor = {hours:,.0f} hours of one "
        f"core, {hours / 8:,.0f} of eight. The journal would have {n * journal / 1000:,.0f} GB.",
        "",
        f"Of that the batch itself takes {own * 1000:.2f} ms, alone and in order (files read, claims, names, journal): "
        f"{n * own / 3600:,.1f} hours. From about {(core - own) / own:.0f} workers on more do not help one batch.",
    ]


def _most(rows: list[Row]) -> Row:
    """The largest run beside which the others stand."""
    return max((r for r in rows if r["program"] == TWO), key=lambda r: r["articles"])


def main() -> None:
    """Measure, print, and with --write keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[500, 5000])
    parser.add_argument("--translate", type=int, default=100, help="how many pages to translate too (assemble)")
    parser.add_argument("--large", type=int, default=0, help="how many pages for one run with two workers alone")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        rows = measured(options.counts, options.translate, options.large, Path(name))
    told = tables(rows)
    print(told)
    if options.write:
        machine = {
            "cores": os.cpu_count(),
            "load_before": round(load, 1),
            "python": platform.python_version(),
            "trafilatura": version("trafilatura"),
        }
        text = json.dumps({"machine": machine, "rows": rows}, indent=1, ensure_ascii=False)
        (HERE / "results.json").write_text(text + "\n", encoding="utf-8")
        on = ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in machine.items())
        busy = "" if load < 1 else " The machine had other work: ratios by the clock mean little here."
        page = SCALE.read_text(encoding="utf-8")
        mark = r"(<!-- measured -->\n).*(<!-- /measured -->)"
        page = re.sub(mark, lambda m: f"{m[1]}Machine: {on}.{busy}\n\n{told}\n{m[2]}", page, flags=re.DOTALL)
        SCALE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
