"""Translate: Article to Draft. What is exported is loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnnews.translate.article import translate_article

__all__ = ["translate_article"]


def __getattr__(name: str) -> Any:
    if name != "translate_article":
        raise AttributeError(name)
    from vnnews.translate.article import translate_article

    return translate_article
