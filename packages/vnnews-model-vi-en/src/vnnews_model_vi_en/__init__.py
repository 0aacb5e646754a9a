"""The Vietnamese-English translation model of vnnews, as files in memory."""

from __future__ import annotations

import hashlib
import zlib
from importlib.resources import files as _resources

import numpy as np

__version__ = "0.4.0"

_SHA256 = "0a12d0a6ebdc7941ee9bbf4cdba8222cdf8e67fe0023aced9d82fb0d234f2a4e"
"""Of model.bin, which is kept in parts, because many hosts limit the size of a file; an update may lie beside them."""


def files() -> dict[str, bytes]:
    """The files of the CTranslate2 model and its tokenizer, by name.

    Raises OSError when one is missing, ValueError when the parts of the model do not give the whole.
    """
    folder = _resources(__name__)
    parts = sorted(p.name for p in folder.iterdir() if p.name.startswith("model.bin."))
    model = b"".join((folder / name).read_bytes() for name in parts)
    update = folder / "update.zlib"
    if update.is_file():
        model = updated(model, update.read_bytes())
    if hashlib.sha256(model).hexdigest() != _SHA256:
        raise ValueError("the parts of model.bin do not give the whole")
    names = ("config.json", "vocabulary.json", "tokenizer.json")
    return {"model.bin": model, **{name: (folder / name).read_bytes() for name in names}}


def updated(model: bytes, update: bytes) -> bytes:
    """The model after further training. The update is what is to be added to each byte, modulo 256, deflated.

    Raises ValueError when the update is damaged or belongs to a model of another size.
    """
    try:
        difference = zlib.decompress(update)
    except zlib.error as error:
        raise ValueError(f"the update of model.bin is damaged ({error})") from error
    if len(difference) != len(model):
        raise ValueError("the update of model.bin belongs to another model")
    return (np.frombuffer(model, np.uint8) + np.frombuffer(difference, np.uint8)).tobytes()
