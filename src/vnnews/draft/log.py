"""The draft's log: one JSON object a line, only ever appended to, beside the XLIFF file.

What must outlast tools that drop XLIFF extensions is here: the article, the engine's base text of each segment,
edits, approvals, suppressions with reason and author. docs/draft-format.md lists the events.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vnnews.article import Article
from vnnews.clock import now
from vnnews.draft.model import Draft, Origin, Segment
from vnnews.errors import InputError
from vnnews.finding import Suppression

SuppressionKey = tuple[str, str, str]
"""(code, segment id or "", pair hash of the segment): when a suppression still holds."""


@dataclass
class Log:
    """What the events of a draft add up to.

    `base` holds for each segment the text and origin that came from engine, memory or rule, `events` all events
    in order, `article` the article as imported (None in a log without its beginning).
    """

    article: Article | None = None
    base: dict[str, tuple[str, str | None, Origin | None]] = field(default_factory=dict)
    suppressions: dict[SuppressionKey, Suppression] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)


def path_of(file: Path) -> Path:
    """The log beside a draft, an article or a file of pairs.

    a.xlf has a.log.jsonl, i.article.json has i.article.log.jsonl, a.tsv (beside which a.xlf may lie) a.tsv.log.jsonl.
    """
    if file.suffix in (".xlf", ".json"):
        return file.with_suffix(".log.jsonl")
    return file.with_name(f"{file.name}.log.jsonl")


def append(draft: Path, event: str, **values: Any) -> None:
    """Add one event with the time of now; raises InputError when the disk does not let us."""
    text = line(event, **values)
    try:
        with path_of(draft).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise InputError(f"cannot write {path_of(draft)}: {error.strerror or error}", "mend the folder") from error


def line(event: str, **values: Any) -> str:
    """One event with the time of now, as it stands in the log."""
    return json.dumps({"at": now(), "event": event, **values}, ensure_ascii=False) + "\n"


def created(draft: Draft) -> dict[str, Any]:
    """The values of the event "created": the article and the base text of every segment."""
    return {"article": draft.article.to_json(), "glossary": draft.glossary.hash, "segments": base_of(draft.segments)}


def base_of(segments: tuple[Segment, ...]) -> dict[str, Any]:
    """What machines proposed, by segment id, as the log keeps it ("created" and "updated")."""
    return {
        s.id: {
            "block": s.block,
            "source": s.source,
            "separator": s.separator,
            "target": s.target,
            "origin": s.origin.to_json() if s.origin else None,
        }
        for s in segments
    }


def read(draft: Path) -> Log:
    """The log of a draft; an absent file is an empty log. Raises InputError with the line of a damage.

    A last line without its end is what an interrupted write leaves: it is passed over.
    """
    try:
        text = path_of(draft).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Log()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path_of(draft)}: {error}", "go back to an older copy") from error
    log = Log()
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            _take(log, json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines):
                break
            raise InputError(
                f"{path_of(draft)}, line {number}: damaged ({error})", "mend the line or go back to an older copy"
            ) from error
    return log


def _take(log: Log, event: dict[str, Any]) -> None:
    log.events.append(event)
    match event["event"]:
        case "created" | "updated":
            if event.get("article"):
                log.article = Article.from_json(event["article"])
            for identity, said in event["segments"].items():
                origin = Origin.from_json(said["origin"]) if said["origin"] else None
                log.base[identity] = (said["source"], said["target"], origin)
        case "suppressed":
            key = (event["code"], event["segment"] or "", event["hash"])
            log.suppressions[key] = Suppression(event["reason"], event["by"], event["at"])
        case "unsuppressed":
            log.suppressions.pop((event["code"], event["segment"] or "", event["hash"]), None)
