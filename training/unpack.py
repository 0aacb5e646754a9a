"""Put the package's model together: the one in its parts, and the one it is after its update.

    python -m training.unpack --package packages/vnnews-model-vi-en --out DIR

DIR/base is what an update starts from, DIR/current what training goes on from (the same where there is no update).
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from vnnews_model_vi_en import updated

OTHERS = ("config.json", "vocabulary.json", "tokenizer.json")


def unpack(package: Path, out: Path) -> None:
    """Write both models. Raises OSError when a file is missing, ValueError when the update is damaged."""
    source = next(package.glob("src/*/config.json")).parent
    base = b"".join(part.read_bytes() for part in sorted(source.glob("model.bin.*")))
    update = source / "update.zlib"
    models = {"base": base, "current": updated(base, update.read_bytes()) if update.exists() else base}
    for name, model in models.items():
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.bin").write_bytes(model)
        for other in OTHERS:
            shutil.copyfile(source / other, folder / other)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    unpack(given.package, given.out)


if __name__ == "__main__":
    main()
