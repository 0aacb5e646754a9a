"""Baseline: the findings an archive had when somebody looked, so that only new ones are shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from vnnews.errors import InputError
from vnnews.files import write_atomic
from vnnews.finding import Finding


def without_known(found: Sequence[Finding], path: Path, name: str) -> list[Finding]:
    """The findings of file `name` that the baseline at `path` does not know; a file new to it is added with all.

    Raises InputError when the baseline cannot be read or written.
    """
    known = _read(path)
    if name not in known:
        known[name] = sorted(f.id for f in found)
        write_atomic(path, json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        return []
    return [f for f in found if f.id not in known[name]]


def _read(path: Path) -> dict[str, list[str]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read the baseline {path}: {error}", "delete it to begin anew") from error
    if not isinstance(data, dict):
        raise InputError(f"{path} is no baseline", "delete it to begin anew")
    return data
