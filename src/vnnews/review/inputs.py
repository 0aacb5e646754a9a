"""What `vnnews check` is given, turned into what the checks take: drafts, pairs, articles."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vnnews.draft import log
from vnnews.draft.model import pair_hash
from vnnews.errors import InputError, UsageError
from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import check_article, check_draft, check_pairs
from vnnews.review.checks.consistency import Archive
from vnnews.review.examine import lasting
from vnnews.review.suppressions import Hashes, hashes_of, key_of, put_aside
from vnnews.review.suppressions import suppress as put
from vnnews.settings import Settings

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.review.selection import Selection

Triple = tuple[str, str, str]
"""(id, Vietnamese, English)"""


_XLIFF = (".xlf", ".xliff", ".sdlxliff")
Found = tuple[Iterable[Finding], Hashes]
"""What the checks find in a file, and the hashes of its segments."""


def check(paths: list[Path], settings: Settings, archive: Archive | None = None) -> tuple[Finding, ...]:
    """The findings of one file, or of a Vietnamese article and its English translation (two paths).

    What people have put aside is marked by the log beside the file (beside the translation, of two). With an archive,
    also what the file says otherwise than the files that the archive has seen.

    Raises InputError when a file cannot be read, UsageError when it is a Vietnamese article alone.
    """
    found, hashes = _found(paths, settings, archive)
    return put_aside(found, hashes, log.read(paths[-1]))


def suppress(paths: list[Path], settings: Settings, which: str, reason: str, by: str) -> list[Finding]:
    """Put aside the standing findings that `which` names, with a reason: T006:SEGMENT, or T006 alone where all of
    that code are about the article as a whole or in one segment. Gives what was put aside.

    Raises UsageError when none stands, when a code alone is not enough, or no reason is given; InputError when a file
    cannot be read or written.
    """
    code, _, segment = which.partition(":")
    found, hashes = _found(paths, settings, None)
    kept = log.read(paths[-1])
    mine = [f for f in put_aside(found, hashes, kept) if f.code == code.upper() and f.suppressed is None]
    mine = [f for f in mine if not segment or f.segment == segment]
    keys = {key_of(f, hashes): f for f in mine}
    if not mine:
        raise UsageError(f"no finding {which} stands in {paths[-1]}", f"vnnews check {paths[-1]} lists what stands")
    segments = sorted({f.segment or "the article as a whole" for f in mine})
    if len(segments) > 1:
        raise UsageError(f"{which} stands in {', '.join(segments)}", f"name the segment: {code}:{segments[0]}")
    for finding in keys.values():
        put(paths[-1], finding, hashes, reason, by)
    return mine


def _found(paths: list[Path], settings: Settings, archive: Archive | None) -> Found:
    if len(paths) == 2:
        return _articles(paths[0], paths[1], settings, archive)
    path = paths[0]
    if path.suffix.lower() in (".tsv", ".tmx"):
        return _pairs(path, list(_triples(path)), settings, archive)
    if path.suffix.lower() in _XLIFF:
        return _xliff(path, settings, archive)
    article = english_article(path)
    return check_article(article, context_for(settings, article), style_for(settings)), hashes_of(article)


def mend(path: Path, settings: Settings, selection: Selection) -> int:
    """Mend in a draft what has a safe suggestion (house style, spaces); gives how many. Approved sentences stay.

    Raises UsageError for what is no draft.
    """
    from vnnews.review.fix import mend_draft

    if path.suffix.lower() != ".xlf":
        raise UsageError(f"{path}: only drafts can be mended", "leave out --fix")
    return mend_draft(path, settings, selection)


def _pairs(path: Path, triples: list[Triple], settings: Settings, archive: Archive | None) -> Found:
    found = check_pairs(triples, context_for(settings), style_for(settings))
    return (*found, *_elsewhere(path, triples, archive)), _hashes(triples)


def _hashes(triples: Iterable[Triple]) -> Hashes:
    return {i: pair_hash(source, target) for i, source, target in triples}


def _elsewhere(path: Path, triples: Iterable[Triple], archive: Archive | None) -> Iterator[Finding]:
    if archive is not None:
        yield from archive.compare(str(path), triples)


def _triples(path: Path) -> Iterator[Triple]:
    from vnnews.translate.memory import tmx

    if path.suffix.lower() == ".tmx":
        for n, unit in enumerate(tmx.read(path), 1):
            yield str(n), unit.source, unit.target
        return
    for n, row in enumerate(_rows(path), 1):
        if row["vi"] and row["en"]:
            yield row.get("id") or str(n), row["vi"], row["en"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file with the columns vi and en."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}", "give a TSV file in UTF-8") from error
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if not {"vi", "en"} <= set(rows.fieldnames or ()):
        raise InputError(f"{path}: no columns vi and en in the first line", "name the columns in the first line")
    yield from rows


def _xliff(path: Path, settings: Settings, archive: Archive | None) -> Found:
    """A draft of ours, or the pairs of another tool's XLIFF."""
    from vnnews.draft import store

    triples = _units(path)
    if triples is not None:
        return _pairs(path, triples, settings, archive)
    draft = store.load(path)
    found = (*lasting(draft), *check_draft(draft, context_for(settings, draft.article), style_for(settings)))
    mine = ((s.id, s.source, s.target) for s in draft.segments if s.target is not None)
    return (*found, *_elsewhere(path, mine, archive)), hashes_of(draft)


def _units(path: Path) -> list[Triple] | None:
    """The pairs of an XLIFF 1.2 file, None for any other version."""
    from vnnews.draft.xliff import parse

    root = parse(_bytes(path), str(path))
    if root.get("version") != "1.2":
        return None
    units = root.iterfind(".//{*}trans-unit")
    said = ((u.get("id") or "", u.find("{*}source"), u.find("{*}target")) for u in units)
    return [(i, "".join(s.itertext()), "".join(t.itertext())) for i, s, t in said if s is not None and t is not None]


def vietnamese_texts(path: Path) -> list[tuple[str | None, list[str]]]:
    """The Vietnamese of a file as (title, paragraphs), a table's by its column `article`, if it has one.

    Raises UsageError when an article is not in Vietnamese, InputError when the file cannot be read.
    """
    from vnnews.draft import store
    from vnnews.read import read_one

    suffix = path.suffix.lower()
    if suffix == ".tsv":
        texts: dict[str, list[str]] = {}
        for row in _rows(path):
            texts.setdefault(row.get("article") or "", []).append(row["vi"] or "")
        return [(name or None, said) for name, said in texts.items()]
    pairs = list(_triples(path)) if suffix == ".tmx" else _units(path) if suffix in _XLIFF else None
    if pairs is not None:
        return [(None, [source for _, source, _ in pairs])]
    article = store.load(path).article if suffix in _XLIFF else read_one(path)
    if article.language != "vi":
        raise UsageError("the article is not in Vietnamese", "give the Vietnamese article or a draft")
    return [(article.title, [text for _, text in article.texts()])]


def _articles(source: Path, target: Path, settings: Settings, archive: Archive | None) -> Found:
    from vnnews.read import read_one
    from vnnews.translate.memory.pairs import paired

    vietnamese, english = read_one(source), read_one(target)
    pairs = [(str(n), p.source, p.target) for n, p in enumerate(paired(vietnamese, english), 1)]
    context, style = context_for(settings, vietnamese), style_for(settings)
    return (*check_pairs(pairs, context, style), *_elsewhere(target, pairs, archive)), _hashes(pairs)


def english_article(path: Path) -> Article:
    """The English article in a file; raises UsageError when it is in Vietnamese, InputError when it cannot be read."""
    from vnnews.read import read_one

    article = read_one(path)
    if article.language == "vi":
        raise UsageError("a Vietnamese article has no English to check", "translate it first, or ask --questions")
    return article


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}", "give the path of a file") from error
