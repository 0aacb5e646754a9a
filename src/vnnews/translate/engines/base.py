"""The engine protocol: what every translation engine declares and does.

An engine is a black box that turns Vietnamese into English. What must come out right is decided before
(`translate.plan`) and checked after (`translate.verify`); an engine only says in which manners it can be made to
obey and translates what it is given. A new engine is one module here, with `INFO` and `open_engine(settings)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from vnnews.errors import EngineError

Manner = Literal["glossary", "prompt", "markup", "placeholder", "braces", "inline", "plain"]
"""How protected Items are carried through an engine.

glossary     the engine's own glossary feature gets the terms
prompt       the terms are listed in the prompt of a chat model
markup       Items stand in tags that the engine leaves alone
placeholder  Items are replaced by tokens and put back afterwards
braces       the English stands in braces in the source: {Provincial People's Committee} họp ...
inline       the English stands in the source without any sign
plain        nothing is protected; the answer is only checked
"""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine is, for `vnnews engines`, the consent rule and the planner.

    `manners` are the abilities, best first; `max_chars` and `max_encoded` limit one request (code points, and bytes
    once percent-encoded); `batch` is how many texts one request may carry; `leaves_machine` tells whether the text
    goes to another computer, `host` to which; `price` is in USD per million characters (0 free, None unknown);
    `key` names the environment variable with the key, if one is needed; `extra` the pip extra to install;
    `attempts` how often it is worth asking the same again (`Request.attempt`), `cached` whether answers are kept.
    `translates` is False for an engine that gives the text back as it is.
    """

    name: str
    summary: str
    manners: tuple[Manner, ...]
    leaves_machine: bool
    host: str = ""
    languages: tuple[tuple[str, str], ...] = (("vi", "en"),)
    max_chars: int = 5000
    max_encoded: int | None = None
    batch: int = 1
    price: float | None = 0.0
    key: str | None = None
    extra: str | None = None
    licence: str = ""
    attempts: int = 1
    translates: bool = True
    cached: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """One text to translate, already protected in `manner`.

    `terms` are (Vietnamese, English) pairs for the manners glossary and prompt; `before` and `after` are the
    neighbouring source sentences, for engines that read context. `attempt` counts up when an answer was not good
    enough: an engine that can try harder (a wider beam, another wording) does so up to `EngineInfo.attempts`.
    """

    text: str
    manner: Manner = "plain"
    terms: tuple[tuple[str, str], ...] = ()
    before: str = ""
    after: str = ""
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request: a text, or the error that took its place.

    An engine that knows says how sure it was: `score` is the mean natural log probability of the answer's tokens,
    `words` has each word with that of its least likely token.
    """

    text: str | None = None
    error: EngineError | None = None
    score: float | None = None
    words: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class EngineContext:
    """What all requests of one run share. `cancelled` is asked between requests; `glossary_hash` names the term set."""

    source: str = "vi"
    target: str = "en"
    glossary_hash: str = ""
    style: str = ""
    cancelled: Callable[[], bool] = lambda: False


@runtime_checkable
class Engine(Protocol):
    """A translation engine. Instances are not shared between threads: open one for each."""

    @property
    def info(self) -> EngineInfo:
        """What this engine is."""
        ...

    @property
    def version(self) -> str:
        """The version of engine and model, as recorded in origins and cache keys."""
        ...

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        """Yield one answer for each request, in order, each as soon as it is there.

        A failure of one request is an Answer with `error`; a failure that makes all others pointless (bad key,
        rate limit, cancelled) ends the remaining ones with that error too. Never raises for what the outside did.
        """
        ...

    def close(self) -> None:
        """Release connections, threads and memory."""
        ...
