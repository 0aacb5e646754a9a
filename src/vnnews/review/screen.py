"""The screen of the review: one stop laid out so that it fits the terminal, with what matters in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vnnews.draft.model import Candidate, Draft, Segment
from vnnews.finding import Finding
from vnnews.review.session import Stop
from vnnews.review.spans import english_spans

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

KEYS = {
    "a": "accept",
    "e": "edit",
    "E": "$EDITOR",
    "y": "approve",
    "s": "skip",
    "b": "back",
    "x": "suppress",
    "m": "merged",
    "v": "moved",
    "o": "left out",
    "u": "undo",
    "l": "all of it",
    "q": "stop",
}
"""The keys of the review and what they do, in the order shown."""

ENGLISH_KEYS = ("x", "s", "b", "u", "l", "q")
"""The keys that do something where there is no draft: an article's text is mended in its file."""

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_LEAST = 3
"""Lines that a text keeps, however little room there is."""


def screen(console: Console, draft: Draft, stop: Stop, heading: str, message: str, *, whole: bool = False) -> Text:
    """The lines of a stop: heading, Vietnamese, English, finding, candidates, message, keys."""
    from rich.text import Text

    segment = None if stop.segment is None else draft.segment(stop.segment)
    source, target = (source_text(segment, stop), target_text(segment, stop)) if segment else (Text(), Text())
    notes = list(_notes(segment.candidates if segment else (), stop.finding, whole))
    return laid_out(console, heading, (source, target), notes, message, legend(stop, console.width), whole=whole)


def laid_out(
    console: Console,
    heading: str,
    texts: tuple[Text, Text],
    notes: Iterable[Text],
    message: str,
    keys: Iterable[str],
    *,
    whole: bool,
) -> Text:
    """The screen of the parts.

    Unless `whole`, long texts are cut around the words that the finding points at until all fits the height of the
    console less one line to type on; what cannot fit at all scrolls.
    """
    from rich.text import Text

    source, target = (_wrapped(text, console) for text in texts)
    lines = [line for note in notes for line in _wrapped(note, console)]
    if message:
        lines += _wrapped(Text(message, style="reverse"), console)
    lines += [Text(line, style="dim") for line in keys]
    if not whole:
        source, target = _share(source, target, console.height - len(lines) - 4)
    heads = Text(heading, style="dim")
    heads.truncate(console.width, overflow="ellipsis")
    return Text("\n").join([heads, *source, Text(), *target, Text(), *lines])


def english_screen(
    console: Console, text: str, finding: Finding, heading: str, message: str, *, whole: bool = False
) -> Text:
    """The lines of a finding on an English article: heading, the block's text, finding, message, keys."""
    from rich.text import Text

    shown = _styled(text, _pointed(finding, "target"))
    keys = _in_lines((f"{key} {KEYS[key]}" for key in ENGLISH_KEYS), console.width)
    notes = _notes((), finding, whole)
    return laid_out(console, heading, (Text(), shown), notes, message, keys, whole=whole)


def source_text(segment: Segment, stop: Stop) -> Text:
    """The Vietnamese with its terms underlined and the words that the finding points at in reverse."""
    terms = [(*use.source_span, "underline green") for use in segment.terms]
    return _styled(segment.source, [*terms, *_pointed(stop.finding, "source")])


def target_text(segment: Segment, stop: Stop) -> Text:
    """The English with its terms underlined and the words that the finding points at in reverse."""
    if segment.target is None:
        return _styled("(no English yet)", [(0, 16, "dim")])
    terms = [(*span, "underline green") for span in english_spans(segment)]
    return _styled(segment.target, [*terms, *_pointed(stop.finding, "target")])


def legend(stop: Stop, width: int) -> list[str]:
    """The keys that do something at this stop, in lines that break between them."""
    useless = {"x"} if stop.finding is None else set()
    if stop.finding is None or stop.finding.suggestion is None or stop.finding.side == "source":
        useless.add("a")
    if stop.segment is None:
        useless = KEYS.keys() - set(ENGLISH_KEYS)
    return _in_lines((f"{key} {meaning}" for key, meaning in KEYS.items() if key not in useless), width)


def _in_lines(words: Iterable[str], width: int) -> list[str]:
    lines = [""]
    for told in words:
        longer = f"{lines[-1]} · {told}" if lines[-1] else told
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(told)
    return lines


def _pointed(finding: Finding | None, side: str) -> list[tuple[int, int, str]]:
    return [(*finding.span, "reverse")] if finding is not None and finding.side == side else []


def _notes(candidates: Sequence[Candidate], f: Finding | None, whole: bool) -> Iterable[Text]:
    """The finding, its suggestion and the best candidates."""
    from rich.text import Text

    if f is not None:
        yield Text(f"{f.severity} {f.code} {f.name}: {f.message}", style=_COLOURS[f.severity])
        if f.suggestion is not None:
            yield Text(f"suggestion: {_short(f.suggestion, whole)}")
    for c in candidates if whole else candidates[:2]:
        yield Text(_short(f"{c.score:.0%} {c.origin}: {c.target}", whole), style="dim")


def _short(text: str, whole: bool) -> str:
    return text if whole or len(text) <= 150 else f"{text[:149]}…"


def _styled(text: str, spans: Iterable[tuple[int, int, str]]) -> Text:
    from rich.text import Text

    out = Text(text)
    for start, end, style in spans:
        out.stylize(style, start, end)
    return out


def _wrapped(text: Text, console: Console) -> list[Text]:
    """The lines of a text at the console's width, broken at words."""
    return list(text.wrap(console, console.width))


def _share(source: list[Text], target: list[Text], room: int) -> tuple[list[Text], list[Text]]:
    """Both texts within `room` lines; the one that needs less than half leaves the rest to the other."""
    if len(source) + len(target) <= room:
        return source, target
    half = max(_LEAST, room // 2)
    if len(source) <= half:
        return source, _cut(target, max(_LEAST, room - len(source)))
    if len(target) <= half:
        return _cut(source, max(_LEAST, room - len(target))), target
    return _cut(source, half), _cut(target, max(_LEAST, room - half))


def _cut(lines: list[Text], room: int) -> list[Text]:
    """`room` of the lines around the first one with a word in reverse; a line of its own tells what is cut off."""
    from rich.text import Text

    if len(lines) <= room:
        return lines
    at = next((n for n, line in enumerate(lines) if any(s.style == "reverse" for s in line.spans)), 0)
    first = min(max(0, at - room // 2), len(lines) - room)
    shown = lines[first : first + room]
    if first:
        shown[0] = Text("… (l shows all)", style="dim")
    if first + room < len(lines):
        shown[-1] = Text("… (l shows all)", style="dim")
    return shown
