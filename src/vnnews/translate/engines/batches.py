"""Batches: prompts put together so that a decoder on the CPU has least to do.

A batch is read at once up to the length of its shortest prompt; what the others have more is read token by token, in
the same steps that write the answers. A step costs something of its own (all weights pass through the processor), and
something for each sentence in it. Few large batches save steps, batches of like lengths save what is read one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

_STEP = 8.4
"""What a step costs, in what it costs for each sentence in it: fitted to 150 sentences in batches of five sizes."""

_ANSWER = 0.8
"""Tokens of answer to a token of prompt."""


def batches(lengths: Sequence[int], most: int) -> list[list[int]]:
    """The indexes of prompts in batches of least cost, the dearest batch first; `lengths` are in tokens.

    No batch has more than `most` tokens, its prompts padded to the longest, unless it is a single prompt.
    """
    order = sorted(range(len(lengths)), key=lambda n: -lengths[n])
    costs, starts = [0.0], [0]
    for end in range(1, len(order) + 1):
        cost, start = min(
            (costs[start] + cost, start) for start, cost in _last([lengths[n] for n in order[:end]], most)
        )
        costs.append(cost)
        starts.append(start)
    out: list[tuple[float, list[int]]] = []
    end = len(order)
    while end:
        start = starts[end]
        out.append((costs[end] - costs[start], order[start:end]))
        end = start
    return [batch for _, batch in sorted(out, key=lambda found: -found[0])]


def _last(lengths: Sequence[int], most: int) -> list[tuple[int, float]]:
    """Where the last batch of descending `lengths` can start, and what it then costs."""
    shortest, sentences = lengths[-1], 0.0
    out: list[tuple[int, float]] = []
    for start in range(len(lengths) - 1, -1, -1):
        longest = lengths[start]
        if out and longest * (len(lengths) - start) > most:
            break
        steps = longest - shortest + _ANSWER * longest
        sentences += steps
        out.append((start, _STEP * steps + sentences))
    return out
