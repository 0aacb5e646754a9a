"""Newsroom: the glossary, roster and style that the settings name, loaded once for a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.english.style import Style
    from vnnews.glossary.glossary import Glossary
    from vnnews.settings import Settings
    from vnnews.vietnamese.context import Context
    from vnnews.vietnamese.roster import Roster


@dataclass(frozen=True, slots=True)
class _Files:
    """What decides the answer: the files by path and by the time they were last changed."""

    paths: tuple[Path, ...]
    stamps: tuple[int, ...]


def context_for(settings: Settings, article: Article | None = None) -> Context:
    """The context of recognition for an article: built-in and house glossary, roster, day and province.

    Raises UsageError or InputError when a file named in the settings cannot be used.
    """
    from vnnews.vietnamese.context import Context

    published = date.fromisoformat(article.published) if article and article.published else None
    return Context(
        glossary=_glossary(_files(settings.glossary)),
        roster=_roster(_files(settings.roster)),
        published=published,
        province=settings.province,
    )


def style_for(settings: Settings) -> Style:
    """The style of the English: the house style, or that of the settings. Raises UsageError for a bad file."""
    return _style(_files((settings.style,) if settings.style else ()))


def _files(paths: tuple[Path, ...]) -> _Files:
    return _Files(paths, tuple(p.stat().st_mtime_ns if p.exists() else 0 for p in paths))


@lru_cache(maxsize=4)
def _style(files: _Files) -> Style:
    from vnnews.english.style import load

    return load(*files.paths)


@lru_cache(maxsize=4)
def _glossary(files: _Files) -> Glossary:
    from vnnews.glossary.glossary import Glossary

    return Glossary.load(files.paths)


@lru_cache(maxsize=4)
def _roster(files: _Files) -> Roster:
    from vnnews.vietnamese.roster import Roster

    return Roster.load(files.paths)
