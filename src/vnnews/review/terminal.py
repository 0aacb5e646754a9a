"""The terminal: one finding after another, with keys. It only shows and asks; `Session` does and keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from vnnews.errors import UsageError
from vnnews.review.session import Session, Stop

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from vnnews.draft.model import Segment

KEYS = {
    "a": "accept the suggestion",
    "e": "edit here",
    "E": "edit in $EDITOR",
    "y": "approve (yes)",
    "s": "skip",
    "b": "back",
    "x": "suppress with a reason",
    "m": "merged into another",
    "v": "moved",
    "o": "left out on purpose",
    "u": "undo",
    "q": "stop",
}
_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}

Ask = Callable[[str, str], str | None]
"""(question, text to begin with) -> what was typed, or None when the person backed out."""


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

    def run(self) -> None:
        """Show stop after stop until none is left or the person stops."""
        at = self._session.begin()
        while True:
            stops = self._session.stops()
            if not stops or at >= len(stops):
                left = f"{len(stops)} left for another time" if stops else "nothing is left"
                self._console.print(f"Done: {left}.")
                return
            at = max(0, at)
            self._show(stops, at)
            pressed = self._key()
            if pressed == "q":
                return
            at = self._act(pressed, stops, at)

    def _act(self, pressed: str, stops: list[Stop], at: int) -> int:
        """Do what a key says; gives the number of the stop to show next."""
        stop = stops[at]
        self._message = ""
        if pressed == "s":
            return at + 1
        if pressed == "b":
            return at - 1
        try:
            self._change(pressed, stop)
        except UsageError as error:
            self._message = f"{error.message}; {error.cure}" if error.cure else error.message
        return at

    def _change(self, pressed: str, stop: Stop) -> None:
        session, segment = self._session, self._session.draft.segment(stop.segment)
        match pressed:
            case "a":
                if stop.finding is None:
                    raise UsageError("there is no finding here", "press y to approve")
                session.accept(stop.finding)
            case "e":
                said = self._ask("English: ", segment.target or "")
                if said is not None:
                    session.edit(segment.id, said)
            case "E":
                session.edit(segment.id, self._editor(segment.target or ""))
            case "y":
                session.approve(segment.id)
            case "x":
                if stop.finding is None:
                    raise UsageError("there is no finding here", "press y to approve")
                reason = self._ask("Why does it not count? ", "")
                if reason is not None:
                    session.suppress(stop.finding, reason)
            case "m":
                into = self._ask("Merged into segment: ", self._before(segment))
                if into is not None:
                    session.decide(segment.id, "merged", into)
            case "v":
                session.decide(segment.id, "moved")
            case "o":
                session.decide(segment.id, "omitted")
            case "u":
                undone = session.undo()
                self._message = f"taken back: {undone}" if undone else "nothing to take back"

    def _before(self, segment: Segment) -> str:
        """The segment before this one, the usual place to merge into."""
        ids = [s.id for s in self._session.draft.segments]
        return ids[max(0, ids.index(segment.id) - 1)]

    def _show(self, stops: list[Stop], at: int) -> None:
        stop = stops[at]
        segment = self._session.draft.segment(stop.segment)
        out = self._console
        out.clear()
        origin = segment.origin
        came = f" · {origin.engine or origin.kind}" if origin else ""
        out.print(f"{at + 1} of {len(stops)} · {segment.id} · {segment.state}{came}", style="dim")
        out.print(source_text(segment), "", sep="\n")
        out.print(target_text(segment, stop), "", sep="\n")
        if stop.finding is not None:
            f = stop.finding
            out.print(f"{f.severity} {f.code} {f.name}: {f.message}", style=_COLOURS[f.severity])
            if f.suggestion is not None:
                out.print(f"suggestion: {f.suggestion}")
        for candidate in segment.candidates[:2]:
            out.print(f"{candidate.score:.0%} {candidate.origin}: {candidate.target}", style="dim")
        if self._message:
            out.print(self._message, style="reverse")
        out.print(legend(stop), style="dim")


def source_text(segment: Segment) -> Text:
    """The Vietnamese with its Items underlined."""
    return _styled(segment.source, ((*use.source_span, "underline green") for use in segment.terms))


def target_text(segment: Segment, stop: Stop) -> Text:
    """The English with the words that the finding points at in reverse."""
    f = stop.finding
    spans = [(*f.span, "reverse")] if f is not None and f.side == "target" else []
    return _styled(segment.target if segment.target is not None else "(no English yet)", spans)


def legend(stop: Stop) -> str:
    """The keys that do something at this stop, for two lines of 80 columns."""
    useless = {"x"} if stop.finding is None else set()
    if stop.finding is None or stop.finding.suggestion is None:
        useless.add("a")
    return " · ".join(f"{key} {meaning}" for key, meaning in KEYS.items() if key not in useless)


def _styled(text: str, spans: Iterable[tuple[int, int, str]]) -> Text:
    from rich.text import Text

    out = Text(text)
    for start, end, style in spans:
        out.stylize(style, start, end)
    return out


def read_key() -> str:
    """Wait for one of the keys; Ctrl-C and Ctrl-D stop the review, which has kept everything."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    bindings = KeyBindings()

    def bind(key: str, result: str) -> None:
        @bindings.add(key, eager=True)
        def pressed(event: KeyPressEvent) -> None:
            event.app.exit(result=result)

    for key in KEYS:
        bind(key, key)
    bind("c-c", "q")
    bind("c-d", "q")
    return str(PromptSession[str](key_bindings=bindings).prompt("> "))


def ask(question: str, text: str) -> str | None:
    """Ask for a line, beginning with `text`; Ctrl-C backs out."""
    from prompt_toolkit import PromptSession

    try:
        return PromptSession[str]().prompt(question, default=text)
    except (KeyboardInterrupt, EOFError):
        return None


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
