"""English: render what was recognised, in the house style. What is exported is loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnnews.english.rendering import accepted, render
    from vnnews.english.style import Style
    from vnnews.english.values import read_values

__all__ = ["Style", "accepted", "read_values", "render"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    homes = {"accepted": "rendering", "render": "rendering", "Style": "style", "read_values": "values"}
    if name not in homes:
        raise AttributeError(name)
    return getattr(import_module(f"vnnews.english.{homes[name]}"), name)
