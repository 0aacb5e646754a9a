"""microsoft: Azure AI Translator, with Items in elements that it leaves alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from vnnews.errors import EngineNonsense
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import batched
from vnnews.translate.engines.keys import find_key, how_to, need_key
from vnnews.translate.engines.net import Manners, Net, breaker, json_of, url_of

INFO = EngineInfo(
    name="microsoft",
    summary="Azure AI Translator (key needed; a free tier exists)",
    manners=("markup", "plain"),
    leaves_machine=True,
    host="api.cognitive.microsofttranslator.com",
    max_chars=10_000,
    batch=25,
    price=10.0,
    key="MICROSOFT_TRANSLATOR_KEY",
    licence="Microsoft's terms",
)
REGION = "MICROSOFT_TRANSLATOR_REGION"


class Microsoft:
    """The client of the API (version 3.0)."""

    def __init__(self, net: Net) -> None:
        self.info = INFO
        self.version = "3.0"
        self._net = net

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Requests in groups of one manner."""
        return batched(requests, context, INFO, lambda group: self._ask(group, context))

    def close(self) -> None:
        """Close the connection."""
        self._net.close()

    def _ask(self, group: Sequence[Request], context: EngineContext) -> list[str]:
        marked = group[0].manner == "markup"
        query = {
            "api-version": "3.0",
            "from": context.source,
            "to": context.target,
            "textType": "html" if marked else "plain",
        }
        body = [{"Text": _to_html(r.text) if marked else r.text} for r in group]
        answer = json_of(self._net.send("POST", "translate", params=query, json=body), self._net.host)
        try:
            found = [str(t["translations"][0]["text"]) for t in answer]
        except (KeyError, TypeError, IndexError) as error:
            raise EngineNonsense(f"{self._net.host} did not answer translations", "try again later") from error
        if len(found) != len(group):
            raise EngineNonsense(f"{self._net.host} did not answer text for text", "try again later")
        return [_from_html(t) if marked else t for t in found]


def _to_html(text: str) -> str:
    return re.sub(r'<x id="(\d+)">(.*?)</x>', r'<span class="notranslate" id="x\1">\2</span>', text)


def _from_html(text: str) -> str:
    return re.sub(r'<span[^>]*id="x(\d+)"[^>]*>(.*?)</span>', r'<x id="\1">\2</x>', text)


def ready(settings: Settings) -> str | None:
    """None when there is a key."""
    return None if find_key(INFO) else f"a key is needed ({how_to(INFO)})"


def open_engine(settings: Settings) -> Microsoft:
    """The engine; the region of the key comes from MICROSOFT_TRANSLATOR_REGION or `[engines.microsoft] region`."""
    headers = {"Ocp-Apim-Subscription-Key": need_key(INFO)}
    region = os.environ.get(REGION) or settings.engines.get("microsoft", {}).get("region")
    if region:
        headers["Ocp-Apim-Subscription-Region"] = str(region)
    url = (url_of(settings, "microsoft") or f"https://{INFO.host}").rstrip("/") + "/"
    return Microsoft(Net(url, Manners.of(settings, "microsoft", delay=0.1), breaker(settings), headers=headers))
