"""Prepared pairs: what `training.data` writes and the training reads, JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Aligned:
    """An Item of a pair: its span in the Vietnamese, that of its English in the reference, its kind.

    `carried`: whether it goes into the sentence in English from the first when vnnews translates.
    """

    vi: tuple[int, int]
    en: tuple[int, int]
    kind: str
    carried: bool


@dataclass(frozen=True)
class Pair:
    """A sentence with its translation, the article it is of ("" for loose ones), and its Items."""

    article: str
    kind: str
    vi: str
    en: str
    items: tuple[Aligned, ...] = ()


def write(path: Path, pairs: Iterable[Pair]) -> None:
    """Write JSON lines in one move, for a training run may be reading."""
    scratch = path.with_suffix(".part")
    with scratch.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(p), ensure_ascii=False) + "\n" for p in pairs)
    scratch.replace(path)


def load(path: Path) -> list[Pair]:
    """The pairs that `write` wrote."""
    with path.open(encoding="utf-8") as file:
        return [_pair(json.loads(line)) for line in file]


def _pair(data: dict[str, object]) -> Pair:
    items = data.pop("items")
    assert isinstance(items, list)
    aligned = tuple(Aligned(tuple(i["vi"]), tuple(i["en"]), i["kind"], i["carried"]) for i in items)
    return Pair(**data, items=aligned)  # type: ignore[arg-type]
