"""Write a trained model for CTranslate2.

    python -m training.export --model FOLDER --weights RUN/best.pt --out NEW

NEW gets model.bin and the other files of FOLDER. With `--share 0.5` the weights lie half way between those of FOLDER
and the trained ones: on little data the middle often translates better than either end (Wortsman et al. 2022, "Robust
fine-tuning of zero-shot models"). Choose the share on dev, with training.evaluate.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from training.model import Decoder, stored
from training.unpack import OTHERS
from vnnews.translate.engines import model_file


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0)
    given = parser.parse_args(arguments)
    model = model_file.parse((given.model / "model.bin").read_bytes())
    decoder = Decoder(model)
    trained = torch.load(given.weights, weights_only=True)
    old = decoder.state_dict()
    decoder.load_state_dict({name: torch.lerp(old[name], trained[name], given.share) for name in old})
    given.out.mkdir(parents=True, exist_ok=True)
    for name in OTHERS:
        shutil.copyfile(given.model / name, given.out / name)
    (given.out / "model.bin").write_bytes(model_file.dump(stored(decoder, model)))


if __name__ == "__main__":
    main()
