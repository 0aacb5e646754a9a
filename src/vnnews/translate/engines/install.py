"""Install: a model fetched from a server into the user's data folder, with resume and checksums.

A server offers a folder with `manifest.json`: {"name", "version", "files": [{"name", "size", "sha256"}]}. What was
fetched in part is kept and continued; a file counts only when its checksum is right.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from vnnews.errors import EngineNonsense, EngineUnavailable, EngineUnreachable, InputError
from vnnews.files import write_atomic
from vnnews.settings import Settings
from vnnews.translate.engines.net import USER_AGENT

MANIFEST = "manifest.json"
Progress = Callable[[int, int], None]
"""Told how many of how many bytes are there."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a model."""

    name: str
    size: int
    sha256: str


def folder_of(engine: str) -> Path:
    """Where an installed model of an engine lies."""
    from platformdirs import user_data_path

    return user_data_path("vnnews", appauthor=False) / "models" / engine


def is_installed(engine: str) -> bool:
    """Whether a model of that engine was installed whole."""
    return (folder_of(engine) / MANIFEST).is_file()


def install(engine: str, base_url: str, settings: Settings, progress: Progress = lambda done, total: None) -> Path:
    """Fetch the model of an engine from a server; gives its folder.

    Raises EngineUnavailable when offline is set, EngineUnreachable when the server fails (run again to go on),
    EngineNonsense when what it sends is not what its manifest promises.
    """
    if settings.offline:
        raise EngineUnavailable("installing needs the network, and offline is set", "leave out --offline")
    folder = folder_of(engine)
    url = base_url.rstrip("/") + "/"
    headers = {"User-Agent": USER_AGENT}
    with httpx.Client(base_url=url, headers=headers, timeout=60.0, follow_redirects=True) as client:
        manifest = _get(client, MANIFEST)
        files = _files(manifest, url)
        total = sum(f.size for f in files)
        done = 0
        for file in files:
            _fetch(client, file, folder, partial(_further, progress, done, total))
            done += file.size
            progress(done, total)
    write_atomic(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")
    return folder


def _further(progress: Progress, before: int, total: int, got: int) -> None:
    progress(before + got, total)


def manifest_of(folder: Path, name: str, version: str) -> dict[str, Any]:
    """The manifest of a folder with a model, for whoever wants to offer it on a server of their own."""
    try:
        found = sorted(p for p in folder.iterdir() if p.is_file() and _NAME.fullmatch(p.name) and p.suffix != ".py")
        files = [
            {"name": p.name, "size": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()}
            for p in found
            if p.name not in (MANIFEST, "py.typed")
        ]
    except OSError as error:
        raise InputError(f"cannot read {folder}: {error.strerror or error}", "name the folder of a model") from error
    return {"name": name, "version": version, "files": files}


def _get(client: httpx.Client, name: str) -> Any:
    try:
        response = client.get(name)
        response.raise_for_status()
        return response.json()
    except httpx.TransportError as error:
        raise EngineUnreachable(f"{client.base_url.host} cannot be reached", "check address and network") from error
    except httpx.HTTPError as error:
        raise EngineUnreachable(f"{client.base_url.host} does not offer a model there", "check the address") from error
    except ValueError as error:
        raise EngineNonsense(f"{client.base_url.host}: {name} is no JSON", "check the address") from error


def _files(manifest: Any, url: str) -> list[File]:
    """The files of a manifest; names that would leave the folder are refused."""
    try:
        files = [File(str(f["name"]), int(f["size"]), str(f["sha256"])) for f in manifest["files"]]
    except (KeyError, TypeError, ValueError) as error:
        raise EngineNonsense(f"{url}{MANIFEST} is no manifest of a model", "check the address") from error
    if not files or any(not _NAME.fullmatch(f.name) or f.size < 0 for f in files):
        raise EngineNonsense(f"{url}{MANIFEST} names files that cannot be", "do not trust that server")
    return files


def _fetch(client: httpx.Client, file: File, folder: Path, progress: Callable[[int], None]) -> None:
    """One file, whole and checked; what is there in part is continued."""
    target, part = folder / file.name, folder / f"{file.name}.part"
    if target.is_file() and target.stat().st_size == file.size and _sha256(target) == file.sha256:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _append(client, file, part, progress)
    except httpx.HTTPError as error:
        raise EngineUnreachable(
            f"{client.base_url.host} broke off at {file.name} ({type(error).__name__})",
            "run it again: what was fetched is kept",
        ) from error
    except OSError as error:
        raise InputError(
            f"cannot write {part}: {error.strerror or error}", "make room, or change the rights"
        ) from error
    if part.stat().st_size != file.size or _sha256(part) != file.sha256:
        part.unlink()
        raise EngineNonsense(f"{file.name} did not arrive as promised (checksum)", "run it again")
    part.replace(target)


def _append(client: httpx.Client, file: File, part: Path, progress: Callable[[int], None]) -> None:
    there = part.stat().st_size if part.exists() else 0
    if there >= file.size:
        return
    headers = {"Range": f"bytes={there}-"} if there else {}
    with client.stream("GET", file.name, headers=headers) as response:
        response.raise_for_status()
        if response.status_code != 206:
            there = 0
        with part.open("ab" if there else "wb") as out:
            for chunk in response.iter_bytes(1 << 16):
                out.write(chunk)
                there += len(chunk)
                if there > file.size:
                    return
                progress(there)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
