"""Peak memory of `vnnews import` on gigantic files: a line of a gigabyte and web archives of a gigabyte.

    python benchmarks/files/memory.py                # 1 GB each, made in a temporary folder and removed
    python benchmarks/files/memory.py --size 200     # megabytes

Runs the installed command as a child, and prints what it printed last, its exit code and its peak memory (as the
kernel counts it). Linux and macOS.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_PARAGRAPH = "Sáng nay, Ủy ban nhân dân xã số {n} tổ chức hội nghị triển khai kế hoạch năm 2024 tại hội trường xã. "
_RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tin.example/{n}\r\nContent-Length: {size}\r\n\r\n"
)
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
_PADDING = 1_000_000
"""Bytes of script in each page, so that a gigabyte holds about a thousand pages."""

_FIRST = 1000
"""The number of the first page; a page that calls itself 404 is refused as a missing one."""


def _page(n: int) -> bytes:
    said = _PARAGRAPH.format(n=n)
    script = "<script>" + "x = 1;\n" * (_PADDING // 7) + "</script>"
    body = f"<h1>Xã số {n} triển khai kế hoạch năm 2024</h1><p>{said}</p><p>{said * 3}</p>"
    return (
        _ANSWER
        + f"<!doctype html><html><head><title>Xã số {n}</title>{script}</head><body>{body}</body></html>".encode()
    )


def _record(n: int) -> bytes:
    page = _page(n)
    return _RECORD.format(n=n, size=len(page)).encode() + page + b"\r\n\r\n"


def line(file: BinaryIO, size: int) -> None:
    """One line of words, `size` bytes long."""
    words = b"Uy ban nhan dan xa to chuc hoi nghi " * 30_000
    for _ in range(-(-size // len(words))):
        file.write(words)


def warc(file: BinaryIO, size: int) -> None:
    """Pages of about a megabyte, one record each, until there are `size` bytes."""
    n, written = _FIRST, 0
    while written < size:
        written += file.write(_record(n))
        n += 1


def packed_warc(file: BinaryIO, size: int) -> None:
    """The same records, each packed by itself; `size` counts the bytes before packing."""
    n, written = _FIRST, 0
    while written < size:
        record = _record(n)
        file.write(gzip.compress(record, 1))
        written += len(record)
        n += 1


def measure(path: Path, *, piped: bool = False) -> tuple[str, int, float, float]:
    """The last line that `vnnews import PATH --json` printed, its exit code, peak memory in MB and seconds."""
    command = [str(Path(sys.executable).with_name("vnnews")), "import", "-" if piped else str(path), "--json"]
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as said, path.open("rb") as file:
        child = subprocess.Popen(command, stdin=file, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines() or [""]
    unit = 1 if sys.platform == "darwin" else 1024
    told = f"{len(lines)} lines, last: {lines[-1].replace(str(path), path.name)[:60]}"
    return told, child.returncode, usage.ru_maxrss * unit / 1e6, time.perf_counter() - begun


def main() -> None:
    """Make each file, measure, print a row of a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000, help="megabytes of each file")
    size = parser.parse_args().size * 1_000_000
    made: list[tuple[str, Callable[[BinaryIO, int], None], bool]] = [
        ("line.txt", line, False),
        ("line.txt, piped", line, True),
        ("line.html", line, False),
        ("pages.warc", warc, False),
        ("pages.warc.gz", packed_warc, False),
    ]
    print("| file | bytes | exit code | peak MB | seconds | said |\n| --- | --- | --- | --- | --- | --- |")
    for name, make, piped in made:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name.split(",")[0])
            with path.open("wb") as file:
                make(file, size)
            said, code, peak, seconds = measure(path, piped=piped)
            print(f"| {name} | {path.stat().st_size:,} | {code} | {peak:.0f} | {seconds:.1f} | {said} |", flush=True)


if __name__ == "__main__":
    main()
