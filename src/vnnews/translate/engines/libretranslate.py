"""libretranslate: a LibreTranslate server, usually one's own; several texts go in one request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnnews.errors import EngineNonsense
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import batched
from vnnews.translate.engines.keys import find_key
from vnnews.translate.engines.net import Manners, Net, breaker, json_of, url_of

INFO = EngineInfo(
    name="libretranslate",
    summary="a LibreTranslate server, best one of your own (free software)",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=True,
    host="the server you name",
    max_chars=5000,
    batch=20,
    key="LIBRETRANSLATE_API_KEY",
    licence="AGPL-3.0 (the server)",
)


class LibreTranslate:
    """The client of one server. `key` is sent in the body, as that server's protocol wants it."""

    def __init__(self, info: EngineInfo, net: Net, key: str | None) -> None:
        self.info = info
        self.version = "api"
        self._net = net
        self._key = key

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Requests in groups; one list of texts is one HTTP request."""
        return batched(requests, context, self.info, lambda group: self._ask([r.text for r in group], context))

    def close(self) -> None:
        """Close the connection."""
        self._net.close()

    def _ask(self, texts: list[str], context: EngineContext) -> list[str]:
        body = {"q": texts, "source": context.source, "target": context.target, "format": "text"}
        if self._key:
            body["api_key"] = self._key
        answer = json_of(self._net.send("POST", "translate", json=body), self._net.host)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if isinstance(found, str):
            found = [found]
        if not isinstance(found, list) or len(found) != len(texts) or not all(isinstance(t, str) for t in found):
            raise EngineNonsense(f"{self._net.host} did not answer text for text", "check the address of the server")
        return found


def ready(settings: Settings) -> str | None:
    """None when a server is named."""
    return None if url_of(settings, "libretranslate") else _MISSING


_MISSING = 'no server is named (in vnnews.toml: [engines.libretranslate] url = "http://localhost:5000")'


def open_engine(settings: Settings) -> LibreTranslate:
    """The engine for the server that the settings name."""
    from vnnews.translate.engines import describe

    url = f"{url_of(settings, 'libretranslate') or ''}".rstrip("/") + "/"
    net = Net(url, Manners.of(settings, "libretranslate", delay=0.2, read=60.0), breaker(settings))
    return LibreTranslate(describe("libretranslate", settings), net, find_key(INFO))
