"""Translate: Article to Draft, with the engine, memory and glossary that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnnews.article import Article
    from vnnews.draft.model import Draft
    from vnnews.settings import Settings
    from vnnews.translate.engines.base import Engine


def translate_article(
    article: Article,
    settings: Settings,
    *,
    engine: Engine | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Draft:
    """Draft the English of an article and run all checks on it.

    Without `engine` the one of the settings is opened: by default one that keeps the text on this machine. Raises
    EngineUnavailable when it cannot be, InputError for an article without text or in English.
    """
    from vnnews.newsroom import context_for, style_for
    from vnnews.review.checks import check_draft
    from vnnews.translate.engines import choose, open_engine
    from vnnews.translate.memory import Memory
    from vnnews.translate.pipeline import translate

    context, style = context_for(settings, article), style_for(settings)
    opened = engine or open_engine(choose(settings), settings)
    memory = Memory.open(settings.memory) if settings.memory and settings.memory.exists() else None
    try:
        draft = translate(article, opened, context, style, memory=memory, progress=progress)
    finally:
        if memory is not None:
            memory.close()
        if engine is None:
            opened.close()
    draft = replace(draft, translator=settings.translator)
    return replace(draft, findings=(*draft.findings, *check_draft(draft, context, style)))
