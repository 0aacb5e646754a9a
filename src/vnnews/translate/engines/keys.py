"""Keys of services: from the environment first, then from the system's keyring; never from files, never shown."""

from __future__ import annotations

import os

from vnnews.errors import EngineUnavailable
from vnnews.translate.engines.base import EngineInfo


def find_key(info: EngineInfo) -> str | None:
    """The key of an engine, None where there is none. The keyring is asked only when the environment has none."""
    if info.key is None:
        return None
    return os.environ.get(info.key) or _from_keyring(info.name)


def need_key(info: EngineInfo) -> str:
    """The key of an engine; raises EngineUnavailable where there is none."""
    key = find_key(info)
    if not key:
        raise EngineUnavailable(f"{info.name} needs a key", how_to(info))
    return key


def how_to(info: EngineInfo) -> str:
    """How to give an engine its key, in words."""
    return f"set {info.key}, or store it once with: keyring set vnnews {info.name}"


def _from_keyring(name: str) -> str | None:
    try:
        import keyring

        found: str | None = keyring.get_password("vnnews", name)
        return found
    except Exception:  # noqa: BLE001 - a missing or locked keyring of any system means only that there is no key
        return None
