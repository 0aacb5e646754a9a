"""A batch that is killed, at every step and at any moment, goes on to the very same folder."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive import COMMAND, ENV, HERE, batch, contents, fill

OPTIONS = ("--engine", "assemble", "--jobs", "1")


def _killed_at(step: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / "killed_batch.py"), str(step), "batch", *map(str, arguments)]
    return subprocess.run(command, env=ENV, capture_output=True, text=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], int]:
    """The archive, what an uninterrupted run makes of it, and how many writes that takes."""
    folder = tmp_path_factory.mktemp("whole")
    source, out = fill(folder / "in", 2), folder / "out"
    done = _killed_at(0, source, "--out", out, *OPTIONS)
    steps = re.search(r"steps (\d+)", done.stderr)
    assert steps, done.stderr
    return source, contents(out), int(steps[1])


@pytest.mark.parametrize("first", range(1, 8))
def test_killed_at_every_step(first: int, whole: tuple[Path, dict[str, bytes], int], tmp_path: Path) -> None:
    """A folder is killed at ever later writes of its run until none is left to be killed at."""
    source, expected, steps = whole
    assert steps > 40
    out, kills, step = tmp_path / "out", 0, first
    while _killed_at(step, source, "--out", out, *OPTIONS).returncode == -signal.SIGKILL:
        kills, step = kills + 1, step + 7
    assert kills > 1
    assert contents(out) == expected


def test_killed_at_random_moments(whole: tuple[Path, dict[str, bytes], int], tmp_path: Path) -> None:
    source, expected, _ = whole
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance, out = random.Random(seed), tmp_path / "out"
    for _ in range(50):
        process = subprocess.Popen([*COMMAND, str(source), "--out", str(out), "--engine", "assemble", "--jobs", "2"],
                                   env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(chance.uniform(0.3, 2.0))
        process.kill()
        process.wait()
    last = batch(source, "--out", out, "--engine", "assemble")
    assert last.returncode in (0, 1), last.stderr
    assert contents(out) == expected
