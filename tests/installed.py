"""The installed command as tests run it: in a folder, without the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

VNNEWS = Path(sys.executable).with_name("vnnews")
Run = Callable[..., subprocess.CompletedProcess[str]]


def runner(folder: Path, *before: str) -> Run:
    """Run `vnnews` and the words `before` in a folder; its exit code must be `code`, and no traceback told."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VNNEWS_")} | {"NO_COLOR": "1"}

    def run(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(VNNEWS), *before, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run
