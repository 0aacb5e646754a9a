"""mymemory: the MyMemory service, through deep-translator; for small texts, with a quota a day."""

from __future__ import annotations

from importlib.metadata import version

from vnnews.settings import Settings
from vnnews.translate.engines.base import EngineInfo
from vnnews.translate.engines.deep import Deep, load, opened
from vnnews.translate.engines.net import Manners, Net, breaker, url_of

INFO = EngineInfo(
    name="mymemory",
    summary="MyMemory, without a key, some thousand characters a day",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=True,
    host="api.mymemory.translated.net",
    max_chars=499,
    max_encoded=3000,
    licence="MyMemory's terms of service",
)


def ready(settings: Settings) -> str | None:
    """Always ready: the library is a dependency, and no key is needed."""
    return None


def open_engine(settings: Settings) -> Deep:
    """The engine; `[engines.mymemory] email` raises the quota, `url` names another address."""
    table = settings.engines.get("mymemory", {})
    url = url_of(settings, "mymemory") or f"https://{INFO.host}/get"
    email = str(table["email"]) if table.get("email") else None
    translator = opened(lambda: load("mymemory", "MyMemoryTranslator")(source="vi-VN", target="en-US", email=email))
    vars(translator)["_base_url"] = url
    net = Net(url, Manners.of(settings, "mymemory", delay=1.0), breaker(settings))
    return Deep(INFO, f"deep-translator {version('deep-translator')}", translator, net)
