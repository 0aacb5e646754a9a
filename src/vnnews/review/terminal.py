"""The terminal: one finding after another, with keys. It only shows and asks; `Session` does and keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnnews.errors import UsageError
from vnnews.review.screen import KEYS, screen
from vnnews.review.session import Session, Stop

if TYPE_CHECKING:
    from rich.console import Console

    from vnnews.draft.model import Draft, Segment


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed; `done` is False when the person backed out before the end."""

    text: str
    done: bool = True


Ask = Callable[[str, str], Answer]
"""(question, text to begin with) -> what was typed."""


class Review:
    """The loop over the stops of a session. `key` reads one key of KEYS, `ask` a line, `editor` edits a text."""

    def __init__(
        self, session: Session, console: Console, key: Callable[[], str], ask: Ask, editor: Callable[[str], str]
    ) -> None:
        self._session = session
        self._console = console
        self._key = key
        self._ask = ask
        self._editor = editor
        self._message = ""
        self._whole = False
        self._begun: dict[str, str] = {}
        """Edits that the person backed out of, by segment: the next edit goes on from them."""

    def run(self) -> None:
        """Show stop after stop until none is left or the person stops."""
        at = self._session.begin()
        warned = False
        while (stops := self._session.stops()) and at < len(stops):
            at = max(0, at)
            pressed = self._pressed(stops, at)
            if pressed != "q":
                at = self._act(pressed, stops, at)
            elif self._begun and not warned:
                warned = True
                self._message = f"unfinished edit of {', '.join(self._begun)}: e goes on with it, q again drops it"
            else:
                break
        self._end()

    def _pressed(self, stops: list[Stop], at: int) -> str:
        """Show a stop and read a key; Ctrl-C means q, also while the screen is still being drawn."""
        try:
            self._show(stops, at)
            self._message, self._whole = "", False
            return self._key()
        except KeyboardInterrupt:
            return "q"

    def _end(self) -> None:
        """Say what is left."""
        left = len(self._session.stops())
        self._console.print(f"{left} left for another time." if left else "Done: nothing is left.")

    def _act(self, pressed: str, stops: list[Stop], at: int) -> int:
        """Do what a key says; gives the number of the stop to show next."""
        stop = stops[at]
        match pressed:
            case "s":
                return at + 1
            case "b":
                return at - 1
            case "l":
                self._whole = True
                return at
        identity = stop.segment
        try:
            if pressed == "u":
                identity = self._undo(identity)
            elif pressed == "x":
                self._suppress(stop)
            else:
                self._change(pressed, stop)
        except UsageError as error:
            self._message = f"{error.message}; {error.cure}" if error.cure else error.message
        return self._place(identity, at)

    def _place(self, identity: str | None, at: int) -> int:
        """The stop to show after a change of a segment: still of this segment, else the next after it."""
        stops = self._session.stops()
        if at < len(stops) and stops[at].segment == identity:
            return at
        order: dict[str | None, int] = {s.id: n for n, s in enumerate(self._session.draft.segments)}
        end = len(order)
        here = order.get(identity, end)
        return next((n for n, stop in enumerate(stops) if order.get(stop.segment, end) >= here), len(stops))

    def _undo(self, identity: str | None) -> str | None:
        """Take the last action back; gives the segment it was about, else `identity`."""
        undone = self._session.undo()
        if undone is None:
            self._message = "nothing to take back"
            return identity
        self._message = f"taken back: {undone or 'of the article'}"
        return undone or None

    def _change(self, pressed: str, stop: Stop) -> None:
        if stop.segment is None:
            raise UsageError("this was found about the article as a whole", "press x to say why it does not count")
        session, segment = self._session, self._session.draft.segment(stop.segment)
        match pressed:
            case "a":
                if stop.finding is None:
                    raise UsageError("there is no finding here", "press y to approve")
                session.accept(stop.finding)
            case "e":
                self._edit(segment)
            case "E":
                session.edit(segment.id, self._editor(segment.target or ""))
            case "y":
                session.approve(segment.id)
            case "m":
                into = self._ask("Merged into segment: ", self._before(segment))
                if into.done:
                    session.decide(segment.id, "merged", into.text.strip())
            case "v":
                session.decide(segment.id, "moved")
            case "o":
                session.decide(segment.id, "omitted")

    def _edit(self, segment: Segment) -> None:
        before = segment.target or ""
        said = self._ask("English: ", self._begun.pop(segment.id, before))
        if said.done:
            self._session.edit(segment.id, said.text)
        elif said.text != before:
            self._begun[segment.id] = said.text
            self._message = "not changed yet; what you typed is kept: e goes on with it"

    def _suppress(self, stop: Stop) -> None:
        if stop.finding is None:
            raise UsageError("there is no finding here", "press y to approve")
        reason = self._ask("Why does it not count? ", "")
        if reason.done:
            self._session.suppress(stop.finding, reason.text)

    def _before(self, segment: Segment) -> str:
        """The segment before this one, the usual place to merge into."""
        ids = [s.id for s in self._session.draft.segments]
        return ids[max(0, ids.index(segment.id) - 1)]

    def _show(self, stops: list[Stop], at: int) -> None:
        draft = self._session.draft
        approved = sum(s.approved for s in draft.segments)
        heading = (
            f"{at + 1} of {len(stops)} · {approved} of {len(draft.segments)} approved · {_about(draft, stops[at])}"
        )
        self._console.clear()
        self._console.print(
            screen(self._console, draft, stops[at], heading, self._message, whole=self._whole), soft_wrap=True
        )


def _about(draft: Draft, stop: Stop) -> str:
    """What a stop is about: a segment with its state and who made its English, or the article."""
    if stop.segment is None:
        return "the article as a whole"
    segment = draft.segment(stop.segment)
    origin = segment.origin
    return f"{segment.id} {segment.state}" + (f" · {origin.engine or origin.kind}" if origin else "")


def read_key() -> str:
    """Wait for one of the keys; Ctrl-C and Ctrl-D stop the review, which has kept everything."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()

    def bind(key: str, result: str) -> None:
        @bindings.add(key, eager=True)
        def pressed(event: KeyPressEvent) -> None:
            event.app.exit(result=result)

    @bindings.add(Keys.Any)
    @bindings.add(Keys.BracketedPaste)
    def other(event: KeyPressEvent) -> None:
        """Any other key does nothing."""

    for key in KEYS:
        bind(key, key)
    for key, result in (("c-c", "q"), ("c-d", "q"), ("right", "s"), ("down", "s"), ("left", "b"), ("up", "b")):
        bind(key, result)
    return str(PromptSession[str](key_bindings=bindings).prompt("> "))


def ask(question: str, text: str) -> Answer:
    """Ask for a line, beginning with `text`; Ctrl-C backs out."""
    from prompt_toolkit import PromptSession

    session = PromptSession[str]()
    try:
        return Answer(session.prompt(question, default=text))
    except (KeyboardInterrupt, EOFError):
        return Answer(session.default_buffer.text, done=False)


def edit_elsewhere(text: str) -> str:
    """Edit a text in $VISUAL or $EDITOR; an editor that fails leaves it as it was."""
    import os
    import shlex
    import subprocess
    import tempfile
    from pathlib import Path

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageError("no editor is set", "set EDITOR, or press e to edit here")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "segment.txt"
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(editor), str(file)], check=False)
        except OSError as error:
            raise UsageError(f"the editor {editor} does not start", "set EDITOR, or press e to edit here") from error
        return " ".join(file.read_text(encoding="utf-8").split()) if done.returncode == 0 else text
