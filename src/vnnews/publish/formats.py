"""The output formats: one module each with `writer(site) -> Writer`."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnnews.publish.page import Writer
    from vnnews.publish.settings import Site

FORMATS = {
    "html": "html", "markdown": "markdown", "paste": "paste", "fields": "fields", "docx": "word",
    "bilingual": "bilingual",
}  # fmt: skip
"""Format name to module of this package."""


@lru_cache(maxsize=32)
def open_writer(name: str, site: Site) -> Writer:
    """The writer of a format in FORMATS, set up for that site (once: templates take time to compile)."""
    module = importlib.import_module(f"vnnews.publish.{FORMATS[name]}")
    writer: Writer = module.writer(site)
    return writer
