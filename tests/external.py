"""Programs beside Python that tests need: found, or the test is skipped with the reason.

With VNNEWS_REQUIRE_EXTERNAL=1 nothing is skipped: a missing program fails the test. npm's packages are looked for in
`.external/node_modules` (npm install --prefix .external vnu-jar axe-core) or where the variables say.
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_MODULES = ROOT / ".external" / "node_modules"
_FILES = {
    "vnu": ("VNNEWS_VNU_JAR", _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"),
    "axe": ("VNNEWS_AXE_JS", _MODULES / "axe-core" / "axe.min.js"),
}
_LIBRARIES = {"playwright", "saxonche", "translate"}
_COMMANDS = {"chromium": ("chromium", "chromium-browser", "google-chrome")}

CHROMIUM_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def require(program: str) -> str:
    """The path of a program ("java", "chromium", ...) or of "vnu" (its jar) or "axe" (its script), or a library."""
    found = _find(program)
    if found:
        return found
    reason = f"{program} is not installed"
    if os.environ.get("VNNEWS_REQUIRE_EXTERNAL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _find(program: str) -> str | None:
    if program in _LIBRARIES:
        return program if find_spec(program) else None
    if program in _FILES:
        variable, default = _FILES[program]
        path = Path(os.environ.get(variable) or default)
        return str(path) if path.is_file() else None
    for name in _COMMANDS.get(program, (program,)):
        if path_found := shutil.which(name):
            return path_found
    return None
