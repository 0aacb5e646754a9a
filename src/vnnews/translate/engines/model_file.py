"""The binary format of CTranslate2 models (version 6), read and written as named arrays.

Little-endian: version u32, spec name, revision u32, number of variables u32; for each its name, rank u8, dimensions
u32, type u8, bytes u32, data; then the number of aliases u32, each a pair of names. A string is its length u16 with a
closing zero byte counted. (CTranslate2, python/ctranslate2/specs/model_spec.py.) An int8 matrix `X/weight` goes with
`X/weight_scale`: weight = integer / scale of its row.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.generic]

_TYPES: tuple[str, ...] = ("<f4", "<i1", "<i2", "<i4", "<f2")
_VERSION = 6


@dataclass(frozen=True)
class Model:
    """A model.bin: its variables by name in the order of the file, and its aliases."""

    spec: str
    revision: int
    variables: dict[str, Array]
    aliases: tuple[tuple[str, str], ...]

    def weight(self, name: str) -> npt.NDArray[np.float32]:
        """The variable `name` in float32, an int8 matrix multiplied out."""
        array = self.variables[name]
        if array.dtype != np.int8:
            return array.astype(np.float32)
        scale = self.variables[f"{name}_scale"].astype(np.float32)
        return array.astype(np.float32) / scale[:, None]

    def with_arrays(self, new: dict[str, Array]) -> Model:
        """The model with some arrays in place of the old ones, which had the same shape and type."""
        variables = dict(self.variables)
        for name, array in new.items():
            old = variables[name]
            if (old.shape, old.dtype) != (array.shape, array.dtype):
                raise ValueError(f"{name}: {array.dtype}{array.shape} cannot stand for {old.dtype}{old.shape}")
            variables[name] = array
        return replace(self, variables=variables)


def parse(data: bytes) -> Model:
    """Read a model.bin; raises ValueError for another version or type."""
    reader = _Reader(data)
    (version,) = reader.unpack("I")
    if version != _VERSION:
        raise ValueError(f"model.bin has version {version}, not {_VERSION}")
    spec = reader.string()
    revision, count = reader.unpack("II")
    variables = {}
    for _ in range(count):
        name = reader.string()
        (rank,) = reader.unpack("B")
        shape = reader.unpack("I" * rank)
        kind, size = reader.unpack("BI")
        if kind >= len(_TYPES):
            raise ValueError(f"{name} has the unknown type {kind}")
        array = np.frombuffer(data, _TYPES[kind], size // np.dtype(_TYPES[kind]).itemsize, reader.position)
        variables[name] = array.reshape(shape)
        reader.position += size
    (count,) = reader.unpack("I")
    aliases = tuple((reader.string(), reader.string()) for _ in range(count))
    return Model(spec, revision, variables, aliases)


def dump(model: Model) -> bytes:
    """The bytes of model.bin."""
    out = [struct.pack("<I", _VERSION), _string(model.spec)]
    out.append(struct.pack("<II", model.revision, len(model.variables)))
    for name, array in model.variables.items():
        kind = _TYPES.index(array.dtype.newbyteorder("<").str.replace("|", "<"))
        out += [_string(name), struct.pack(f"<B{array.ndim}I", array.ndim, *array.shape)]
        out += [struct.pack("<BI", kind, array.nbytes), array.tobytes()]
    out.append(struct.pack("<I", len(model.aliases)))
    out += [_string(text) for pair in model.aliases for text in pair]
    return b"".join(out)


def _string(text: str) -> bytes:
    data = text.encode() + b"\0"
    return struct.pack("<H", len(data)) + data


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.position)
        self.position += struct.calcsize("<" + form)
        return values

    def string(self) -> str:
        (length,) = self.unpack("H")
        text = self.data[self.position : self.position + length - 1].decode()
        self.position += length
        return text
