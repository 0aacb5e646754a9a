"""Wide: the model laid out so that CTranslate2 keeps what it has read only once.

The model's four query heads share one key and value. CTranslate2 can attend with them as they are ("multi_query"), but
takes for granted that all queries together are as wide as the hidden states: 4 x 256, where this model's are 640.
Without that it keeps a copy of key and value for each query head and moves all of them at every step, which is half
the work. So the hidden states are filled up with zeros; the sense of all weights stays the same.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from vnnews.translate.engines.model_file import Array, Model, dump, parse

_READS = ("linear_0/weight", "linear_0_noact/weight")
"""Matrices that read hidden states, by the end of their names: they have a column for each number of them."""
_WRITES = ("linear_1/weight",)
"""Matrices that write hidden states: a row for each number."""


def widened(data: bytes) -> bytes:
    """The model.bin whose hidden states are as wide as its queries; itself where that is not called for.

    Raises ValueError when it is no model.bin of the version that CTranslate2 4 writes.
    """
    model = parse(data)
    embeddings = model.variables.get("decoder/embeddings/weight")
    attention = "decoder/layer_0/self_attention"
    heads, size, shared = (
        int(model.variables.get(name, np.array(0)))
        for name in ("decoder/num_heads", f"{attention}/head_dim", f"{attention}/num_heads_kv")
    )
    if embeddings is None or embeddings.dtype != np.int8 or shared != 1 or embeddings.shape[1] >= heads * size:
        return data
    return dump(_wide(model, embeddings.shape[1], heads * size))


def _wide(model: Model, narrow: int, wide: int) -> Model:
    # The mean square of a hidden state is taken over the zeros too, and embeddings are multiplied by the root of the
    # width. What comes out is larger by as much as the embeddings, with which it is multiplied last, are smaller.
    shrunk = math.sqrt(narrow / wide)
    out: dict[str, Array] = {}
    for name, array in model.variables.items():
        if name.endswith("/num_heads_kv"):
            out[name.replace("num_heads_kv", "multi_query")] = np.array(1, np.int8)
        elif name == "decoder/embeddings/weight_scale":
            out[name] = np.asarray(array, np.float32) / np.float32(shrunk)
        elif name == "decoder/embeddings/weight" or name.endswith(_READS):
            out[name] = _filled(array, (array.shape[0], wide))
        elif name.endswith(_WRITES):
            out[name] = _filled(array, (wide, array.shape[1]))
        elif name.endswith(tuple(f"{matrix}_scale" for matrix in _WRITES)):
            out[name] = _filled(array, (wide,), 1)
        elif name == "decoder/layer_norm/gamma":
            out[name] = _filled(array, (wide,))
        elif name.endswith("layer_norm/gamma"):  # stored less 1
            out[name] = _filled((np.asarray(array, np.float32) + 1) * np.float32(shrunk) - 1, (wide,))
        else:
            out[name] = array
    return replace(model, variables=out)


def _filled(array: npt.NDArray[Any], shape: tuple[int, ...], value: int = 0) -> Array:
    """The array in a larger shape, the rest of which has one value."""
    out: Array = np.full(shape, value, array.dtype)
    out[tuple(map(slice, array.shape))] = array
    return out
