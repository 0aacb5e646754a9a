"""The seam to the library deep-translator: its translators speak through our own HTTP, with timeouts and honest errors.

The library looks up the name `requests` in its module at each call. That one name is replaced, once for the process,
by an object that sends through the `Net` of the engine at work in this thread; nothing of the requests package is
touched. One translator object belongs to one engine object, since the library's own are not safe to share.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol
from urllib.parse import quote_plus

import httpx

from vnnews.errors import EngineError, EngineNonsense
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import each, pieces
from vnnews.translate.engines.net import Net

_local = threading.local()


class Translator(Protocol):
    """What is used of a translator of deep-translator."""

    def translate(self, text: str) -> str | None:
        """The translation of one text."""
        ...


class _Answer:
    """An HTTP answer with the few names that the library reads."""

    def __init__(self, response: httpx.Response) -> None:
        self.status_code = response.status_code
        self.text = response.text
        self.json = response.json

    def close(self) -> None:
        """It is read already."""


class _Requests:
    """What the library takes for the package requests."""

    @staticmethod
    def get(url: str, params: dict[str, Any], proxies: object = None) -> _Answer:
        """Send through the Net of the engine at work; raises EngineError."""
        net: Net = _local.net
        return _Answer(net.send("GET", url, params=params))


def load(module: str, name: str) -> Any:
    """A class of deep-translator with our HTTP in place: `load("google", "GoogleTranslator")`."""
    found = importlib.import_module(f"deep_translator.{module}")
    if not isinstance(vars(found)["requests"], _Requests):
        vars(found)["requests"] = _Requests()
    return getattr(found, name)


class Deep:
    """An engine made of one translator of deep-translator."""

    def __init__(self, info: EngineInfo, version: str, translator: Translator, net: Net) -> None:
        self.info = info
        self.version = version
        self._translator = translator
        self._net = net

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One request to the service for each text, or several where it is too long for one."""
        return each(requests, context, self._say)

    def close(self) -> None:
        """Close the connection."""
        self._net.close()

    def _say(self, request: Request) -> str:
        return " ".join(self._ask(piece.strip()) for piece in pieces(request.text, self._fits) if piece.strip())

    def _fits(self, text: str) -> bool:
        return len(text) < self.info.max_chars and (
            self.info.max_encoded is None or len(quote_plus(text)) <= self.info.max_encoded
        )

    def _ask(self, text: str) -> str:
        _local.net = self._net
        try:
            answer = self._translator.translate(text)
        except EngineError:
            raise
        except Exception as error:  # noqa: BLE001 - the library has no common base class for its errors
            raise EngineNonsense(
                f"{self._net.host} answered something else than a translation ({type(error).__name__})",
                "try again later, or use another engine",
            ) from None
        return answer or ""


def opened(make: Callable[[], Translator]) -> Translator:
    """A translator; what its constructor raises is told as an engine error."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - the library has no common base class for its errors
        raise EngineNonsense(f"deep-translator cannot be set up ({type(error).__name__})", "") from None
