"""Limits: how much of an article may be sent to an engine that counts, estimated before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass

from vnnews.article import Article
from vnnews.errors import EngineRefused
from vnnews.translate.engines.base import EngineInfo


@dataclass(slots=True)
class Limits:
    """What a run may send: code points, and US dollars by the engine's price; None is without limit.

    `sent` counts what the articles of the run have used up.
    """

    chars: int | None = None
    cost: float | None = None
    sent: int = 0

    def spend(self, article: Article, info: EngineInfo) -> None:
        """Count an article against the limits before it is sent; raises EngineRefused when it does not fit.

        An engine that keeps the text on the machine costs nothing and has no limit.
        """
        if not info.leaves_machine:
            return
        wanted = self.sent + sum(len(text) for _, text in article.texts())
        if self.chars is not None and wanted > self.chars:
            raise EngineRefused(f"{wanted} characters would be sent, more than --max-chars {self.chars}", _CURE)
        price = estimate(wanted, info)
        if self.cost is not None and price is None:
            raise EngineRefused(f"what {info.name} costs is not known", "leave out --max-cost, or use --max-chars")
        if self.cost is not None and price is not None and price > self.cost:
            raise EngineRefused(f"it would cost about ${price:.2g}, more than --max-cost {self.cost:g}", _CURE)
        self.sent = wanted


_CURE = "raise the limit, or translate fewer articles"


def estimate(chars: int, info: EngineInfo) -> float | None:
    """What so many code points cost with this engine in US dollars, None where its price is not known."""
    return None if info.price is None else chars / 1_000_000 * info.price
