"""CTranslate2's file format, as the engine reads it."""

from vnnews.translate.engines.model_file import Array, Model, dump, parse

__all__ = ["Array", "Model", "dump", "parse"]
