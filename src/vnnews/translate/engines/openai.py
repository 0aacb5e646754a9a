"""openai: any chat server that speaks OpenAI's protocol, local or not, told the terms, the style and the neighbours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from vnnews.errors import EngineNonsense, EngineUnavailable
from vnnews.settings import Settings
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.each import each
from vnnews.translate.engines.keys import find_key
from vnnews.translate.engines.net import Manners, Net, breaker, json_of, url_of

INFO = EngineInfo(
    name="openai",
    summary="a chat model behind OpenAI's protocol: llama.cpp, Ollama, vLLM or a service",
    manners=("prompt", "inline", "plain"),
    leaves_machine=True,
    host="the server you name",
    max_chars=6000,
    price=None,
    key="OPENAI_API_KEY",
    attempts=2,
)
_SYSTEM = """\
You translate Vietnamese government news into English for publication. Translate the sentence given as "sentence" \
completely and faithfully: add nothing, leave nothing out, explain nothing. "before" and "after" are its neighbours, \
for understanding only. Where the sentence contains a key of "terms", use the English given there, word for word, \
with the article and number that the sentence needs. Write names without Vietnamese marks. {style}
Answer with one JSON object and nothing else: {{"translation": "..."}}"""
STYLE = (
    "American spelling; percent as a word; money as VND4.5 billion; dates as August 9, 2018; document codes unchanged; "
    "straight quotation marks."
)


class OpenAI:
    """The client of one server and model."""

    def __init__(self, info: EngineInfo, net: Net, model: str) -> None:
        self.info = info
        self.version = model
        self._net = net

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """One chat for each text."""
        return each(requests, context, lambda request: self._say(request, context))

    def close(self) -> None:
        """Close the connection."""
        self._net.close()

    def _say(self, request: Request, context: EngineContext) -> str:
        asked = {
            "before": request.before,
            "sentence": request.text,
            "after": request.after,
            "terms": dict(request.terms),
        }
        body = {
            "model": self.version,
            "messages": [
                {"role": "system", "content": _SYSTEM.format(style=context.style or STYLE)},
                {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
            ],
            "temperature": 0.0 if request.attempt == 0 else 0.4,
            "response_format": {"type": "json_object"},
        }
        answer = json_of(self._net.send("POST", "chat/completions", json=body), self._net.host)
        try:
            content = answer["choices"][0]["message"]["content"]
            found = json.loads(content)
            text = found["translation"]
        except (KeyError, TypeError, IndexError, ValueError) as error:
            raise EngineNonsense(f"{self.version} did not answer in the form asked for", "use another model") from error
        if not isinstance(text, str) or set(found) != {"translation"}:
            raise EngineNonsense(f"{self.version} did not answer in the form asked for", "use another model")
        return text


def ready(settings: Settings) -> str | None:
    """None when a server and a model are named."""
    if not url_of(settings, "openai") or not settings.engines.get("openai", {}).get("model"):
        return 'server or model is not named (in vnnews.toml: [engines.openai] url = "http://localhost:8080/v1", model)'
    return None


def open_engine(settings: Settings) -> OpenAI:
    """The engine for the server and model that the settings name; a key is sent if there is one."""
    from vnnews.translate.engines import describe

    url, model = url_of(settings, "openai"), settings.engines.get("openai", {}).get("model")
    if not url or not model:
        raise EngineUnavailable(f"{ready(settings)}", "name them in vnnews.toml")
    key = find_key(INFO)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    manners = Manners.of(settings, "openai", delay=0.0, read=120.0)
    net = Net(url.rstrip("/") + "/", manners, breaker(settings), headers=headers)
    return OpenAI(describe("openai", settings), net, str(model))
