"""google: Google's public translation page, read through deep-translator, behind our own HTTP rules.

deep-translator has no timeout, keeps no status and shares state between threads (its release 1.11.4), so each thread
has an instance of its own and the name `requests` in its module is replaced, once, by `_Seam`.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib import metadata
from typing import Any
from urllib.parse import quote_plus

from vnnews.errors import EngineError, EngineNonsense, EngineUnreachable
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.http import CONNECT, READ, USER_AGENT, Rules, failure

INFO = EngineInfo(
    name="google",
    summary="Google's public translation page (not offered for programs; few requests a day)",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=True,
    host="translate.google.com",
    max_chars=4900,
    max_encoded=6000,
)
_LIMIT = 5_000_000
"""Bytes of an answer that we read at most; a translation page has some 20,000."""

_LETTER = re.compile(r"[^\W\d_]")
_local = threading.local()


class _Seam:
    """What deep_translator.google sees as `requests`: one session a thread, with timeouts and our errors."""

    def get(self, url: str, params: Any = None, proxies: Any = None) -> Any:
        """requests.get with timeouts; raises our own errors for every failing status and for silence."""
        import requests

        try:
            answer = self._session().get(url, params=params, proxies=proxies, timeout=(CONNECT, READ), stream=True)
            body = answer.raw.read(_LIMIT, decode_content=True)
        except (requests.RequestException, OSError) as error:
            # The text of a requests error holds the URL and so the article; its class says enough.
            raise EngineUnreachable(f"google: no answer ({type(error).__name__})", "check the network") from None
        except Exception as error:
            if type(error).__module__.startswith("urllib3"):
                raise EngineUnreachable(f"google: the answer broke off ({type(error).__name__})", "try again") from None
            raise
        answer._content = body
        failed = failure("google", answer.status_code, answer.headers.get("Retry-After"))
        if failed is not None:
            raise failed
        return answer

    def _session(self) -> Any:
        import requests

        if not hasattr(_local, "session"):
            _local.session = requests.Session()
            _local.session.headers["User-Agent"] = USER_AGENT
        return _local.session


@dataclass
class Google:
    """The engine. `base_url` points elsewhere in tests; `jobs` requests are under way at once."""

    version: str
    base_url: str | None = None
    jobs: int = 2
    rules: Rules = field(default_factory=lambda: Rules(pace=0.25))

    info = INFO

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One request a text; after a rate limit or a refusal the rest is not asked any more."""
        stop: list[EngineError] = []
        with ThreadPoolExecutor(max_workers=self.jobs) as pool:
            yield from pool.map(partial(self._answer, context=context, stop=stop), requests)

    def _answer(self, request: Request, context: EngineContext, stop: list[EngineError]) -> Answer:
        if context.cancelled():
            return Answer(error=EngineError("cancelled", "run it again to go on"))
        if stop:
            return Answer(error=stop[0])
        try:
            return Answer(" ".join(self.rules.persist(partial(self._one, part)) for part in parts(request.text)))
        except EngineError as error:
            if not isinstance(error, EngineNonsense):
                stop.append(error)
            return Answer(error=error)

    def _one(self, text: str) -> str:
        from deep_translator import exceptions

        if not _LETTER.search(text):
            return text
        try:
            answer = self._translator().translate(text)
        except exceptions.TranslationNotFound:
            # Its text holds the whole article sentence.
            raise EngineNonsense("google: the page had no translation (captcha or consent?)", "try later") from None
        except exceptions.BaseError as error:
            raise EngineNonsense(f"google: {type(error).__name__}", "use another engine") from None
        if not answer:
            raise EngineNonsense("google: an empty answer", "try later or use another engine")
        return str(answer)

    def _translator(self) -> Any:
        if getattr(_local, "owner", None) is not self:
            import deep_translator.google

            deep_translator.google.requests = _SEAM
            _local.translator = deep_translator.google.GoogleTranslator(source="vi", target="en")
            if self.base_url:
                _local.translator._base_url = self.base_url
            _local.owner = self
        return _local.translator

    def close(self) -> None:
        """Connections end with their threads."""


_SEAM = _Seam()


def parts(text: str) -> list[str]:
    """A text in parts that fit into one URL, cut after clauses, else between words; never inside a token."""
    out: list[str] = []
    for piece in re.findall(r"[^;,:.!?…]*[;,:.!?…]*\s*", text):
        for word in [piece] if _fits(piece) else re.findall(r"\S+\s*", piece):
            if out and _fits(out[-1] + word):
                out[-1] += word
            elif word.strip():
                out.append(word)
    return [part.strip() for part in out] or [text]


def _fits(text: str) -> bool:
    return len(text) <= INFO.max_chars and len(quote_plus(text)) <= (INFO.max_encoded or 0)


def ready(settings: Settings) -> str | None:
    """Always: there is no key, and the package is one of vnnews's own."""
    return None


def open_engine(settings: Settings) -> Google:
    """The engine; `[engines.google] url` points it at another server, `jobs` sets requests at once."""
    table = settings.engines.get("google", {})
    return Google(metadata.version("deep-translator"), table.get("url"), int(table.get("jobs", 2)))
