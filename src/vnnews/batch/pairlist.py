"""The list of pairs of a batch: proposed, looked over by people, taken. Only what is taken is stored anywhere.

`pairs.tsv` in the output folder is the proposal; a person writes yes or no into its first column. Taking it gives the
sure sentence pairs to the memory and notes for the batch which English article has which original, and which
Vietnamese ones need no translation.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.batch.stages import ARTICLES, Pairs
from vnnews.errors import InputError
from vnnews.files import write_atomic
from vnnews.read import store
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.batch.pairing import Known, Twin

LIST = "pairs.tsv"
_TAKEN = Path(".vnnews") / "pairs.json"
_COLUMNS = ("take", "score", "evidence", "vi", "en", "vi_title", "en_title", "vi_url", "shared")


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a list did: articles paired, those among them that get a link, new pairs in the memory if one is."""

    pairs: int
    linked: int
    stored: int | None


def propose(out: Path) -> list[Twin]:
    """Pair the articles of a batch and write the list into `out`; what a person decided there before stands.

    Raises InputError for an article or list that cannot be read, or a folder that cannot be written.
    """
    from vnnews.batch.pairing import known, pair

    vietnamese: list[Known] = []
    english: list[Known] = []
    for path in sorted((out / ARTICLES).glob(f"*{store.SUFFIX}")):
        article = store.load(path)
        (vietnamese if article.language == "vi" else english).append(known(article))
    twins = pair(vietnamese, english)
    decided = {(row["vi"], row["en"]): row["take"] for row in _rows(out)} if (out / LIST).exists() else {}
    text = io.StringIO()
    table = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    table.writerow(_COLUMNS)
    for t in twins:
        take = decided.get((t.vi.id, t.en.id), "yes" if t.sure else "?")
        shared = ", ".join(t.shared)
        row = (take, t.score, t.evidence, t.vi.id, t.en.id, t.vi.title, t.en.title, t.vi.url or "", shared)
        table.writerow([" ".join(str(cell).split()) for cell in row])
    write_atomic(out / LIST, text.getvalue())
    return twins


def take(out: Path, settings: Settings) -> Taken:
    """Take the pairs that say yes: sentences into the memory of the settings, originals noted for the pages.

    Raises InputError when there is no list or one of its articles is gone.
    """
    rows = [row for row in _rows(out) if row["take"].strip().lower() == "yes"]
    pairs = Pairs({row["en"]: row["vi_url"] for row in rows if row["vi_url"]}, {row["vi"]: row["en"] for row in rows})
    stored = _remember(out, rows, settings) if settings.memory else None
    write_atomic(out / _TAKEN, json.dumps(asdict(pairs), indent=1, sort_keys=True) + "\n")
    return Taken(len(rows), len(pairs.originals), stored)


def taken(out: Path) -> Pairs:
    """The pairs that were taken last; raises InputError when the note of them cannot be read."""
    try:
        return Pairs(**json.loads((out / _TAKEN).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Pairs()
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"cannot read {out / _TAKEN}: {error}", "take the pairs again with --take-pairs") from error


def _remember(out: Path, rows: list[dict[str, str]], settings: Settings) -> int:
    """Store the sure sentence pairs of the articles; gives how many were new."""
    from vnnews.newsroom import context_for
    from vnnews.translate.memory import Memory
    from vnnews.translate.memory.pairs import paired
    from vnnews.vietnamese import recognise

    before = 0
    with Memory.open(settings.memory) as memory:
        for row in rows:
            source, target = (store.load(out / ARTICLES / f"{row[side]}{store.SUFFIX}") for side in ("vi", "en"))
            context = context_for(settings, source)
            units = [p.unit(source, f"{row['en']}{store.SUFFIX}") for p in paired(source, target) if p.sure]
            before += memory.add((unit, recognise(unit.source, context)) for unit in units)
    return before


def _rows(out: Path) -> Iterator[dict[str, str]]:
    path = out / LIST
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no list of pairs", "make it with: vnnews batch --pairs --out ...") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}", "save it as TSV in UTF-8") from error
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if not {"take", "vi", "en", "vi_url"} <= row.keys() or None in row.values():
            raise InputError(f"{path}: not the list that --pairs writes", "make it anew: remove it and use --pairs")
        yield row
