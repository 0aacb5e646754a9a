"""Small archives for the tests of batch: articles in Vietnamese and English, and the command run on them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "VNNEWS_OFFLINE": "1"}
COMMAND = [sys.executable, "-c", "from vnnews.cli import main; main()", "batch"]
HERE = Path(__file__).parent


def vietnamese(n: int) -> str:
    """A page of its own for every number."""
    return (
        f"<html><head><title>Xã Tân Lập {n} đón chuẩn nông thôn mới</title></head><body><article>"
        f"<h1>Xã Tân Lập {n} đón chuẩn nông thôn mới</h1><p>Sáng 12/3/2018, UBND huyện tổ chức lễ công bố xã Tân Lập "
        f"{n} đạt chuẩn nông thôn mới với sự tham dự của hơn {n * 7 + 100} đại biểu và bà con trong xã.</p>"
        f"<p>Theo báo cáo, thu nhập bình quân đầu người đạt {n + 40},5 triệu đồng, tỷ lệ hộ nghèo còn 2,{n % 9 + 1}%. "
        "Đường giao thông, trường học, trạm y tế được đầu tư đồng bộ, đời sống người dân được nâng lên.</p>"
        "</article></body></html>"
    )


def english(n: int) -> str:
    """The same in English."""
    return (
        f"<html lang='en'><head><title>Commune number {n} meets rural standards</title></head><body><article>"
        f"<h1>Commune number {n} meets rural standards</h1><p>The district People's Committee announced on Monday "
        f"that commune {n} had met the standards for new-style rural areas, with {n + 30} kilometers of paved road.</p>"
        f"<p>The commune has invested in schools, health stations and {n + 3} irrigation works over the past decade."
        "</p><p>By Van Nam – Translated by Thu Ha</p></article></body></html>"
    )


def fill(folder: Path, count: int = 4) -> Path:
    """A folder with `count` pages in each language, one copy, and two pages that would get the same name."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (folder / f"{n:02}-vi.html").write_text(vietnamese(n), encoding="utf-8")
        (folder / f"{n:02}-en.html").write_text(english(n), encoding="utf-8")
    (folder / "90-copy.html").write_text(english(0), encoding="utf-8")
    same_name = english(1).replace("paved road", "concrete road")
    (folder / "91-same-name.html").write_text(same_name, encoding="utf-8")
    return folder


def batch(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `vnnews batch`."""
    return subprocess.run([*COMMAND, *map(str, arguments)], env=env or ENV, capture_output=True, text=True)


def contents(out: Path) -> dict[str, bytes]:
    """Every file of an output folder by name, but for the journal and for the report, which tells times."""
    files = {p.relative_to(out).as_posix(): p for p in sorted(out.rglob("*")) if p.is_file()}
    return {n: p.read_bytes() for n, p in files.items() if not n.startswith((".vnnews", "report."))}
