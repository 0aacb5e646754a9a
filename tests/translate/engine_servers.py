"""Servers on loopback that speak like translation services, well or badly."""

from __future__ import annotations

import html
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Say = Callable[[str], str | None]


@dataclass
class Behaviour:
    """How a server behaves: what it says for a text, or the status it answers `failures` times first."""

    say: Say = lambda text: f"EN {text}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    failures: int = 10**9
    hang: float = 0.0
    raw: str | None = None
    lose_one: bool = False


@dataclass
class Server:
    """A running server: its address, what it was asked, and how it behaves (may be changed between requests)."""

    url: str
    behaviour: Behaviour
    texts: list[str] = field(default_factory=list)
    requests: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)


@contextmanager
def serve(service: str, behaviour: Behaviour | None = None) -> Iterator[Server]:
    """A server of one service ("google", "libretranslate", ...) for the time of the block."""
    server = Server("", behaviour or Behaviour())
    handler = type("Handler", (_Handler,), {"server_state": server, "service": service})
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    http.daemon_threads = True
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


class _Handler(BaseHTTPRequestHandler):
    server_state: Server
    service: str
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._answer(json.loads(body) if body else None)

    def _answer(self, body: Any) -> None:
        state, behaviour = self.server_state, self.server_state.behaviour
        query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query, keep_blank_values=True).items()}
        state.requests.append((self.command, self.path, dict(self.headers), body))
        if behaviour.hang:
            time.sleep(behaviour.hang)
        if behaviour.status != 200 and behaviour.failures > 0:
            behaviour.failures -= 1
            self._send(behaviour.status, "no", "text/plain", behaviour.headers)
            return
        if behaviour.raw is not None:
            self._send(200, behaviour.raw, "text/html", {})
            return
        kind, text = _SERVICES[self.service](self.path, query, body, self._say)
        self._send(200, text, kind, {})

    def _say(self, texts: list[str]) -> list[str]:
        state = self.server_state
        state.texts += texts
        said = [state.behaviour.say(t) or "" for t in texts]
        return said[:-1] if state.behaviour.lose_one else said

    def _send(self, status: int, text: str, kind: str, headers: dict[str, str]) -> None:
        data = text.encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            self.close_connection = True


Speak = Callable[[list[str]], list[str]]


def _google(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    return "text/html", f'<html><div class="result-container">{html.escape("".join(say([query["q"]])))}</div></html>'


def _mymemory(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    said = say([query["q"]])
    return "application/json", json.dumps({"responseData": {"translatedText": said[0] if said else ""}, "matches": []})


def _libretranslate(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    return "application/json", json.dumps({"translatedText": say(body["q"])})


def _deepl(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    if path.endswith("/glossaries"):
        if body is None:
            return "application/json", json.dumps({"glossaries": [{"glossary_id": "g0", "name": "other"}]})
        return "application/json", json.dumps({"glossary_id": "g1", "name": body["name"]})
    return "application/json", json.dumps({"translations": [{"text": t} for t in say(body["text"])]})


def _microsoft(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    said = say([b["Text"] for b in body])
    return "application/json", json.dumps([{"translations": [{"text": t, "to": "en"}]} for t in said])


def _openai(path: str, query: dict[str, str], body: Any, say: Speak) -> tuple[str, str]:
    said = say([json.loads(body["messages"][1]["content"])["sentence"]])
    content = json.dumps({"translation": said[0]} if said else {})
    return "application/json", json.dumps({"choices": [{"message": {"content": content}}]})


_SERVICES = {
    "google": _google,
    "mymemory": _mymemory,
    "libretranslate": _libretranslate,
    "deepl": _deepl,
    "microsoft": _microsoft,
    "openai": _openai,
}
