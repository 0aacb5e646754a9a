"""Settings: command-line flag over VNNEWS_* over vnnews.toml over default, resolved in one place."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from vnnews.errors import UsageError

FILE = "vnnews.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. `root` is the folder of vnnews.toml (or the working folder), for relative paths.

    In vnnews.toml a key stands at the top (`engine = "google"`); the tables `[site]` and `[engines.NAME]` are
    given on as they are. As environment variable it is VNNEWS_ and the name in capitals.
    """

    root: Path = field(default_factory=Path)
    engine: str | None = None
    offline: bool = False
    translator: str | None = None
    reviewer: str | None = None
    glossary: tuple[Path, ...] = ()
    roster: tuple[Path, ...] = ()
    style: Path | None = None
    memory: Path | None = None
    cache: Path | None = None
    newsroom: str | None = None
    province: str | None = None
    require_approval: bool = False
    two_approvals: bool = False
    machine_line: bool = True
    site: dict[str, Any] = field(default_factory=dict)
    engines: dict[str, dict[str, Any]] = field(default_factory=dict)


MEANINGS = {
    "engine": "the engine to translate with; without it nothing leaves the machine (memory, then the embedded model)",
    "offline": "refuse everything that needs a network",
    "translator": "the name printed in the byline: By X – Translated by ...",
    "reviewer": "the name recorded with approvals",
    "glossary": "files of your terms; each overrides the built-in term base entry by entry",
    "roster": "files of people with posts and gender: settles Chairman or Chairwoman",
    "style": "a style file that replaces the built-in house style",
    "memory": "the translation memory (SQLite)",
    "cache": "the folder for what engines and servers answered",
    "newsroom": "the publisher's name on pages",
    "province": "the province the texts are from: whose provincial bodies are meant",
    "require_approval": "publish only when every segment has been approved",
    "two_approvals": "a sentence counts as reviewed only when two different people have approved it",
    "machine_line": "print on the page that a machine helped",
    "site": "table: the site that `vnnews publish --site` writes (`base_url`, `title`, ...)",
    "engines": "tables `[engines.NAME]`: what an engine needs (`url`, `model`, `path`, ...)",
}
"""What each setting means, for people: docs/settings.md is made from it."""

_TABLES = {"site", "engines"}
_PATHS = {"style", "memory", "cache"}
_PATH_LISTS = {"glossary", "roster"}
_FLAGS = {"offline", "require_approval", "two_approvals", "machine_line"}
_NAMES = {f.name for f in fields(Settings)} - {"root"}


def load(start: Path | None = None, **flags: Any) -> Settings:
    """Resolve all settings for a run begun in `start` (default: the working folder).

    vnnews.toml is looked for there and in the folders above. Flags that are None do not count as given.
    Raises UsageError for a file that is no TOML, a key that does not exist or a value of the wrong kind.
    """
    path = find_file(start or Path.cwd())
    values: dict[str, Any] = {}
    if path is not None:
        values.update(_read_file(path))
    values.update(_read_environment())
    values.update({k: v for k, v in flags.items() if v is not None})
    return Settings(root=path.parent if path else (start or Path.cwd()), **values)


def find_file(start: Path) -> Path | None:
    """The nearest vnnews.toml in `start` or above it."""
    for folder in (start, *start.resolve().parents):
        if (folder / FILE).is_file():
            return folder / FILE
    return None


def _read_file(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}", "mend the line, or write a new one with: vnnews init") from error
    return {key: _value(key, value, path.parent, str(path)) for key, value in data.items()}


def _read_environment() -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in sorted(_NAMES - _TABLES):
        raw = os.environ.get(f"VNNEWS_{name.upper()}")
        if raw:
            value: Any = raw
            if name in _PATH_LISTS:
                value = raw.split(os.pathsep)
            elif name in _FLAGS:
                value = _flag(raw)
            out[name] = _value(name, value, Path.cwd(), f"VNNEWS_{name.upper()}")
    return out


def _flag(raw: str) -> bool | str:
    """A switch written as a word; anything else is given back for `_value` to refuse."""
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return known.get(raw.lower(), raw)


def _value(name: str, value: Any, base: Path, where: str) -> Any:
    if name not in _NAMES:
        raise UsageError(f"{where}: no setting is called {name!r}", f"known: {', '.join(sorted(_NAMES))}")
    if name in _PATH_LISTS:
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(n, str) for n in names):
            return tuple(base / n for n in names)
    elif name in _TABLES:
        if isinstance(value, dict):
            return value
    elif name in _FLAGS:
        if isinstance(value, bool):
            return value
    elif isinstance(value, str):
        return base / value if name in _PATHS else value
    raise UsageError(f"{where}: {name} has the wrong kind of value", "see docs/settings.md")
