"""Review of an English article alone: its findings one by one, each put aside with a reason or left to be mended.

The text itself is not changed here: an article is mended in its file and checked again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.article import Article
from vnnews.draft import log
from vnnews.draft.log import SuppressionKey
from vnnews.finding import Finding
from vnnews.review.examine import examine
from vnnews.review.screen import ENGLISH_KEYS, KEYS, english_screen
from vnnews.review.suppressions import hashes_of, suppress, take_back
from vnnews.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from vnnews.review.terminal import Ask


@dataclass
class EnglishReview:
    """One person's way through the findings of the article at `path`; `key` reads a key, `ask` a line."""

    path: Path
    article: Article
    settings: Settings
    console: Console
    key: Callable[[], str]
    ask: Ask
    _done: list[SuppressionKey] = field(init=False, default_factory=list)
    _message: str = field(init=False, default="")
    _whole: bool = field(init=False, default=False)

    def run(self) -> None:
        """Show finding after finding until none is left or the person stops."""
        at = 0
        while (stops := self._standing()) and at < len(stops):
            at = max(0, at)
            pressed = self._pressed(stops, at)
            if pressed == "q":
                break
            at = self._act(pressed, stops[at], at)
        left = len(self._standing())
        self.console.print(f"{left} left: mend them in {self.path}." if left else "Done: nothing is left.")

    def _standing(self) -> list[Finding]:
        """The findings nobody has put aside, in reading order, those of the article as a whole last."""
        order = {identity: n for n, (identity, _) in enumerate(self.article.texts())}
        found = [f for f in examine(self.article, self.settings, log.read(self.path)) if f.suppressed is None]
        return sorted(found, key=lambda f: (order.get(f.segment or "", len(order)), f.span))

    def _pressed(self, stops: list[Finding], at: int) -> str:
        """Show a finding and read a key; Ctrl-C means q."""
        finding = stops[at]
        text = dict(self.article.texts()).get(finding.segment or "", "")
        heading = f"{at + 1} of {len(stops)} · {finding.segment or 'the article as a whole'}"
        try:
            self.console.clear()
            shown = english_screen(self.console, text, finding, heading, self._message, whole=self._whole)
            self.console.print(shown, soft_wrap=True)
            self._message, self._whole = "", False
            return self.key()
        except KeyboardInterrupt:
            return "q"

    def _act(self, pressed: str, finding: Finding, at: int) -> int:
        """Do what a key says; gives the number of the finding to show next."""
        match pressed:
            case "s":
                return at + 1
            case "b":
                return at - 1
            case "l":
                self._whole = True
            case "u":
                self._undo()
            case "x":
                self._suppress(finding)
            case _ if pressed in KEYS:
                self._message = f"an article is mended in its file; here: {', '.join(ENGLISH_KEYS)}"
        return at

    def _suppress(self, finding: Finding) -> None:
        reason = self.ask("Why does it not count? ", "")
        if not reason.done or not reason.text.strip():
            self._message = "a suppression needs a reason; say why the finding does not count"
            return
        key = suppress(self.path, finding, hashes_of(self.article), reason.text, self.settings.reviewer or "")
        self._done.append(key)

    def _undo(self) -> None:
        if not self._done:
            self._message = "nothing to take back"
            return
        key = self._done.pop()
        take_back(self.path, key, self.settings.reviewer or "")
        self._message = f"taken back: {key[0]} in {key[1] or 'the article'}"
