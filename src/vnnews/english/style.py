"""Style: what a newsroom does its own way in English, read from style.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from vnnews.errors import UsageError

MoneyForm = Literal["VND4.5 billion", "VND 4.5 billion", "4.5 billion VND", "4.5 billion dong"]
PercentWord = Literal["percent", "per cent", "%"]
DateOrder = Literal["August 9", "9 August"]
FirstMention = Literal["as written", "introduce"]
Clock = Literal["7:30 a.m.", "7:30 am", "7:30"]


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of glossary/style.toml, which says what each means; the defaults are the house style."""

    spelled_to: int = 9
    money: MoneyForm = "VND4.5 billion"
    percent: PercentWord = "percent"
    date_order: DateOrder = "August 9"
    omit_current_year: bool = False
    clock: Clock = "7:30 a.m."
    measures: Literal["word", "sign"] = "word"
    document_date: Literal["dated", "of"] = "dated"
    spelling: Literal["american", "british"] = "american"
    country: Literal["Vietnam", "Viet Nam"] = "Vietnam"
    capital: Literal["Hanoi", "Ha Noi"] = "Hanoi"
    comrade: Literal["drop", "Comrade"] = "drop"
    quotes: Literal["straight", "curly"] = "straight"
    end_mark: Literal["drop", "keep"] = "drop"
    first_mention: FirstMention = "as written"


_KEYS = {
    ("numbers", "spelled_to"): "spelled_to", ("money", "form"): "money", ("percent", "word"): "percent",
    ("dates", "order"): "date_order", ("dates", "omit_current_year"): "omit_current_year", ("dates", "clock"): "clock",
    ("measures", "form"): "measures", ("documents", "date"): "document_date", ("language", "spelling"): "spelling",
    ("language", "country"): "country", ("language", "capital"): "capital", ("language", "comrade"): "comrade",
    ("language", "quotes"): "quotes", ("language", "end_mark"): "end_mark",
    ("abbreviations", "first_mention"): "first_mention",
}  # fmt: skip
"""(table, key) of style.toml to the field of Style."""


def load(path: Path | None = None) -> Style:
    """The style of a file, over the built-in one; without a path the built-in house style.

    Raises UsageError for a file that cannot be read, is no TOML, or has an unknown key or a value that is no choice.
    """
    base = _read(_built_in(), "the built-in style.toml")
    if path is None:
        return Style(**base)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the style {path}: {error}", "mend the path in vnnews.toml or --style") from error
    return Style(**{**base, **_read(text, str(path))})


@lru_cache(maxsize=1)
def _built_in() -> str:
    """The text of glossary/style.toml, in the wheel or in the checkout."""
    inside = resources.files("vnnews.glossary") / "data" / "style.toml"
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    return (Path(__file__).parents[3] / "glossary" / "style.toml").read_text(encoding="utf-8")


def _read(text: str, where: str) -> dict[str, Any]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: {error}", "compare it with glossary/style.toml") from error
    out: dict[str, Any] = {}
    for table, content in tables.items():
        for key, value in content.items() if isinstance(content, dict) else [("", content)]:
            name = _KEYS.get((table, key))
            if name is None:
                raise UsageError(f"{where}: no style setting is called [{table}] {key}", "see glossary/style.toml")
            out[name] = _checked(name, value, where)
    return out


def _checked(name: str, value: Any, where: str) -> Any:
    wanted = get_type_hints(Style)[name]
    choices = get_args(wanted)
    fits = value in choices if choices else type(value) is wanted
    if not fits:
        known = (
            ", ".join(map(repr, choices))
            or f"a value like {next(f.default for f in fields(Style) if f.name == name)!r}"
        )
        raise UsageError(f"{where}: {value!r} is no {name.replace('_', ' ')}", f"choose {known}")
    return value
