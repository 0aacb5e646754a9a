"""Models are fetched whole or not at all: progress, resume, checksums."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from vnnews.errors import EngineNonsense, EngineUnavailable, EngineUnreachable
from vnnews.settings import Settings
from vnnews.translate.engines.install import MANIFEST, folder_of, install, is_installed, manifest_of

MODEL = bytes(range(256)) * 2000


class Host:
    """A server of files; `cut` breaks a file off after so many bytes, `spoil` sends other bytes."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files, self.cut, self.spoil, self.ranges = files, 0, False, list[str]()
        host = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                """Nothing is printed."""

            def do_GET(self) -> None:
                host.answer(self)

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}/models"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        name = handler.path.rsplit("/", 1)[-1]
        if name not in self.files:
            handler.send_error(404)
            return
        data = self.files[name]
        if self.spoil and name != MANIFEST:
            data = bytes(len(data))
        start = 0
        if wanted := handler.headers.get("Range"):
            self.ranges.append(wanted)
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(data) - start))
        handler.end_headers()
        end = self.cut if self.cut and name != MANIFEST else len(data)
        handler.wfile.write(data[start:end])


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    folder = tmp_path / "offered"
    folder.mkdir()
    (folder / "model.bin").write_bytes(MODEL)
    (folder / "config.json").write_text("{}", encoding="utf-8")
    files = {p.name: p.read_bytes() for p in folder.iterdir()}
    files[MANIFEST] = json.dumps(manifest_of(folder, "m", "1")).encode()
    running = Host(files)
    yield running
    running.http.shutdown()
    running.http.server_close()


def test_all_files_arrive_with_progress(host: Host) -> None:
    seen: list[tuple[int, int]] = []
    folder = install("embedded", host.url, Settings(), lambda done, total: seen.append((done, total)))
    assert folder == folder_of("embedded")
    assert (folder / "model.bin").read_bytes() == MODEL
    assert is_installed("embedded")
    assert seen[-1][0] == seen[-1][1] == len(MODEL) + 2
    assert not list(folder.glob("*.part"))


def test_a_broken_fetch_goes_on_where_it_stopped(host: Host) -> None:
    host.cut = 200_000
    with pytest.raises(EngineUnreachable, match="broke off"):
        install("embedded", host.url, Settings())
    assert not is_installed("embedded")
    host.cut = 0
    install("embedded", host.url, Settings())
    assert (folder_of("embedded") / "model.bin").read_bytes() == MODEL
    assert host.ranges
    assert int(host.ranges[0].removeprefix("bytes=").rstrip("-")) > 0


def test_other_bytes_are_refused_and_thrown_away(host: Host) -> None:
    host.spoil = True
    with pytest.raises(EngineNonsense, match="checksum"):
        install("embedded", host.url, Settings())
    assert not list(folder_of("embedded").glob("*.part"))
    assert not is_installed("embedded")


@pytest.mark.parametrize(
    "manifest",
    [b"no json", b"[]", b'{"files": []}', b'{"files": [{"name": "../evil", "size": 1, "sha256": "0"}]}'],
)
def test_a_bad_manifest_is_refused(host: Host, manifest: bytes) -> None:
    host.files[MANIFEST] = manifest
    with pytest.raises(EngineNonsense):
        install("embedded", host.url, Settings())


def test_no_server_there(host: Host) -> None:
    del host.files[MANIFEST]
    with pytest.raises(EngineUnreachable, match="does not offer"):
        install("embedded", host.url, Settings())


def test_nothing_listens_there() -> None:
    with pytest.raises(EngineUnreachable, match="cannot be reached"):
        install("embedded", "http://127.0.0.1:9/models", Settings())


def test_offline(host: Host) -> None:
    with pytest.raises(EngineUnavailable, match="offline"):
        install("embedded", host.url, Settings(offline=True))
