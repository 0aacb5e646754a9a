"""Make the update by which the model's package turns the model it holds into a new one.

    python -m training.update --model OLD --new NEW --package packages/vnnews-model-vi-en

The package keeps the parts of the first model and a small file with the differences, so that a better model does not
bring 138 MB into the repository again. Writes update.zlib and sets the checksum in the package. Needs numpy only.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_CHECKSUM = re.compile(r'(?m)^_SHA256 = "[0-9a-f]{64}"$')


def update_of(old: bytes, new: bytes) -> bytes:
    """What turns `old` into `new` (see `vnnews_model_vi_en.updated`). Raises ValueError when their sizes differ.

    Most integers of a matrix differ by 0 or 1 and independently of one another, so that only the coding of single
    bytes and of runs (of the embeddings' zeros) pays; searching for repetitions makes it ten times slower.
    """
    if len(old) != len(new):
        raise ValueError("the models differ in size")
    difference = np.frombuffer(new, np.uint8) - np.frombuffer(old, np.uint8)
    packer = zlib.compressobj(level=9, memLevel=9, strategy=zlib.Z_RLE)
    return packer.compress(difference.tobytes()) + packer.flush()


def install(package: Path, update: bytes, new: bytes) -> None:
    """Write the update and the checksum of the new model into the package. Raises ValueError if it has none."""
    module = next(package.glob("src/*/__init__.py"))
    checksum = f'_SHA256 = "{hashlib.sha256(new).hexdigest()}"'
    text, count = _CHECKSUM.subn(checksum, module.read_text(encoding="utf-8"))
    if count != 1:
        raise ValueError(f"{module} has no line _SHA256")
    (module.parent / "update.zlib").write_bytes(update)
    module.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, make the update."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--new", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    given = parser.parse_args(arguments)
    old, new = ((folder / "model.bin").read_bytes() for folder in (given.model, given.new))
    update = update_of(old, new)
    install(given.package, update, new)
    print(f"update.zlib: {len(update) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
