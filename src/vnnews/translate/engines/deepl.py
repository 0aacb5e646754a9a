"""deepl: the DeepL API, with Items in tags that it leaves alone, or with a glossary of its own for the terms."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from vnnews.errors import EngineNonsense
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import batched
from vnnews.translate.engines.keys import find_key, how_to, need_key
from vnnews.translate.engines.net import Manners, Net, breaker, json_of, url_of

INFO = EngineInfo(
    name="deepl",
    summary="the DeepL API (key needed; a free plan exists)",
    manners=("markup", "glossary", "plain"),
    leaves_machine=True,
    host="api.deepl.com",
    max_chars=30_000,
    batch=40,
    price=25.0,
    key="DEEPL_API_KEY",
    licence="DeepL's terms",
)


class DeepL:
    """The client of the API."""

    def __init__(self, net: Net) -> None:
        self.info = INFO
        self.version = "v2"
        self._net = net

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Requests in groups of one manner; the terms of a whole run make one glossary."""
        terms = sorted({pair for r in requests if r.manner == "glossary" for pair in r.terms})
        return batched(requests, context, INFO, lambda group: self._ask(group, context, terms))

    def close(self) -> None:
        """Close the connection."""
        self._net.close()

    def _ask(self, group: Sequence[Request], context: EngineContext, terms: list[tuple[str, str]]) -> list[str]:
        body: dict[str, Any] = {
            "text": [r.text for r in group],
            "source_lang": context.source.upper(),
            "target_lang": "EN-US",
            "preserve_formatting": True,
        }
        if group[0].manner == "markup":
            body |= {"tag_handling": "xml", "ignore_tags": ["x"], "outline_detection": False}
        if group[0].manner == "glossary" and terms:
            body["glossary_id"] = self._glossary(terms, context)
        answer = json_of(self._net.send("POST", "v2/translate", json=body), self._net.host)
        try:
            found = [str(t["text"]) for t in answer["translations"]]
        except (KeyError, TypeError) as error:
            raise EngineNonsense(f"{self._net.host} did not answer translations", "try again later") from error
        if len(found) != len(group):
            raise EngineNonsense(f"{self._net.host} did not answer text for text", "try again later")
        return found

    def _glossary(self, terms: list[tuple[str, str]], context: EngineContext) -> str:
        """The id of the service's glossary with exactly these terms: one that is there, else a new one."""
        entries = "\n".join(f"{_cell(vi)}\t{_cell(en)}" for vi, en in dict(terms).items())
        name = f"vnnews-{hashlib.sha256(entries.encode()).hexdigest()[:16]}"
        try:
            there = json_of(self._net.send("GET", "v2/glossaries"), self._net.host)["glossaries"]
            known = [g["glossary_id"] for g in there if g["name"] == name and g.get("ready", True)]
            if known:
                return str(known[0])
            new = {"name": name, "source_lang": context.source, "target_lang": context.target, "entries": entries}
            made = self._net.send("POST", "v2/glossaries", json={**new, "entries_format": "tsv"})
            return str(json_of(made, self._net.host)["glossary_id"])
        except (KeyError, TypeError) as error:
            raise EngineNonsense(f"{self._net.host} did not answer a glossary", "try again later") from error


def _cell(text: str) -> str:
    return " ".join(text.split())


def ready(settings: Settings) -> str | None:
    """None when there is a key."""
    return None if find_key(INFO) else f"a key is needed ({how_to(INFO)})"


def open_engine(settings: Settings) -> DeepL:
    """The engine; keys of the free plan end in ":fx" and have a server of their own."""
    key = need_key(INFO)
    free = "https://api-free.deepl.com/" if key.endswith(":fx") else "https://api.deepl.com/"
    url = (url_of(settings, "deepl") or free).rstrip("/") + "/"
    headers = {"Authorization": f"DeepL-Auth-Key {key}"}
    return DeepL(Net(url, Manners.of(settings, "deepl", delay=0.1), breaker(settings), headers=headers))
