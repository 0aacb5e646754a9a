"""Engines: one module a translation engine, found by its name.

A module has `INFO` (EngineInfo), `ready(settings)` (None, or what is missing in words) and
`open_engine(settings)` (an Engine; raises EngineUnavailable). It is imported only when it is asked for.
"""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Protocol, cast
from urllib.parse import urlsplit

from vnnews.errors import EngineUnavailable, UsageError
from vnnews.settings import Settings
from vnnews.translate.engines.base import Engine, EngineInfo

NAMES = (
    "embedded",
    "assemble",
    "firefox",
    "ctranslate2",
    "libretranslate",
    "openai",
    "deepl",
    "microsoft",
    "google",
    "mymemory",
)
"""Every engine, those that keep the text on the machine first; the default is one of the first two."""


class EngineModule(Protocol):
    """What an engine's module offers."""

    INFO: EngineInfo

    def ready(self, settings: Settings) -> str | None:
        """None when the engine can be used, else what is missing and how to get it."""
        ...

    def open_engine(self, settings: Settings) -> Engine:
        """An engine ready for use; raises EngineUnavailable."""
        ...


def module(name: str) -> EngineModule:
    """The module of an engine; raises UsageError for a name that no engine has."""
    if name not in NAMES:
        raise UsageError(f"no engine is called {name!r}", f"engines: {', '.join(NAMES)}")
    return cast("EngineModule", importlib.import_module(f"vnnews.translate.engines.{name}"))


def info(name: str) -> EngineInfo:
    """What an engine is; raises UsageError for a name that no engine has."""
    return module(name).INFO


def describe(name: str, settings: Settings) -> EngineInfo:
    """What an engine is with these settings: a server on this machine does not see the text leave it.

    Raises EngineUnavailable for a name that no engine has.
    """
    from vnnews.translate.engines.net import is_loopback, url_of

    found = info(name)
    url = url_of(settings, name)
    if url is None:
        return found
    return replace(found, host=urlsplit(url).netloc, leaves_machine=found.leaves_machine and not is_loopback(url))


def choose(settings: Settings) -> str:
    """The engine to use: the one that was named, else the first that is ready and keeps the text on the machine.

    Raises EngineUnavailable when the named engine is unknown, or sends text away although `offline` is set.
    """
    if settings.engine is None:
        return next(n for n in ("embedded", "assemble") if module(n).ready(settings) is None)
    found = describe(settings.engine, settings)
    if settings.offline and found.leaves_machine:
        raise EngineUnavailable(
            f"the engine {settings.engine} sends the text to {found.host}, and offline is set",
            "leave out --offline, or use --engine embedded or assemble",
        )
    return settings.engine


def open_engine(name: str, settings: Settings) -> Engine:
    """Open an engine by name, with the cache before it; raises EngineUnavailable with what is missing."""
    opened = open_bare(name, settings)
    if not opened.info.cached:
        return opened
    from vnnews.translate.engines.cache import Cached
    from vnnews.translate.engines.net import cache_folder

    return Cached(opened, cache_folder(settings), settings.engines.get(name, {}))


def open_bare(name: str, settings: Settings) -> Engine:
    """Open an engine without the cache, for measuring and testing; raises EngineUnavailable with what is missing."""
    found = module(name)
    missing = found.ready(settings)
    if missing is not None:
        raise EngineUnavailable(f"the engine {name} is not ready: {missing}", "see those that are: vnnews engines")
    return found.open_engine(settings)


def names() -> tuple[str, ...]:
    """Every engine's name."""
    return NAMES
