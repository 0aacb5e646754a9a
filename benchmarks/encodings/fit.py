"""Fit the weights by which a sign in VIQR is read as a stop or a tone: logistic regression on one half of a corpus.

    python benchmarks/encodings/fit.py ../shared/corpus/tune.tsv

Counts come from the articles that `run.py` reads texts from, and the examples from the others: the round trips of
`run.py` see neither. Prints WEIGHTS for src/vnnews/read/stops.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from run import halves, hold_out, plain

from vnnews.read import viqr
from vnnews.read.viqr import encode_viqr

_STRENGTH = 1.0
"""How strongly weights are drawn to nothing."""


def examples(text: str) -> list[tuple[dict[str, float], bool]]:
    """The features of each sign of a text that could be read both ways, and whether it is punctuation."""
    places: list[tuple[dict[str, float], bool]] = []
    pieces = [encode_viqr(c) for c in text]
    typed, real, at = "".join(pieces), set(), 0
    for character, piece in zip(text, pieces, strict=True):
        if character in ".?":
            real.add(at)
        at += len(piece)
    collect = viqr.stops.features

    for found in viqr._SIGN.finditer(typed):
        if found[4] in (".", "?") and not typed[found.end() : found.end() + 1].isalpha():
            seen: list[dict[str, float]] = []
            viqr.stops.features = lambda *a, seen=seen: seen.append(collect(*a)) or seen[-1]  # type: ignore
            viqr._leaning(found, found[4])
            places += [(row, found.end() - 1 in real) for row in seen]
    viqr.stops.features = collect
    return places


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """The weights of the features, by Newton's method."""
    names = sorted({name for row, _ in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row, _ in rows])
    y = np.array([float(stop) for _, stop in rows])
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        bend = x.T @ (x * (p * (1 - p))[:, None]) + _STRENGTH * np.eye(len(names))
        w += np.linalg.solve(bend, x.T @ (y - p) - _STRENGTH * w)
    return dict(zip(names, w, strict=True))


def main() -> None:
    """Print the weights."""
    tried, made_from = halves(Path(sys.argv[1]), 2)
    hold_out(made_from)
    for name, weight in fit(examples(plain(tried))).items():
        if abs(weight) >= 0.05:
            print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
