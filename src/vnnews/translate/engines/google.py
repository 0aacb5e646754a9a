"""google: the page of Google Translate for mobile browsers, through deep-translator."""

from __future__ import annotations

from importlib.metadata import version

from vnnews.settings import Settings
from vnnews.translate.engines.base import EngineInfo
from vnnews.translate.engines.deep import Deep, load, opened
from vnnews.translate.engines.net import Manners, Net, breaker

INFO = EngineInfo(
    name="google",
    summary="Google Translate's public page, without a key; its terms do not offer it to programs",
    manners=("placeholder", "inline", "plain"),
    leaves_machine=True,
    host="translate.google.com",
    max_chars=4999,
    max_encoded=6000,
    licence="Google's terms of service",
)
_URL = "https://translate.google.com/m"


def ready(settings: Settings) -> str | None:
    """Always ready: the library is a dependency, and no key is needed."""
    return None


def open_engine(settings: Settings) -> Deep:
    """The engine; `[engines.google] url` names another address of the page."""
    url = str(settings.engines.get("google", {}).get("url", _URL))
    translator = opened(lambda: load("google", "GoogleTranslator")(source="vi", target="en"))
    vars(translator)["_base_url"] = url
    net = Net(url, Manners.of(settings, "google", delay=1.0), breaker(settings))
    return Deep(INFO, f"deep-translator {version('deep-translator')}", translator, net)
