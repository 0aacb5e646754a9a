"""The whole recipe on a model made on the spot. Needs torch: installed in CI only where the recipe changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the group `training` is not installed")

import torch
from tiny import write_tiny
from training.model import Decoder

from training import data, evaluate, export, train
from vnnews.translate.engines import model_file

LINES = [
    (f"Xã {name} có {number} hộ nghèo, giảm {less} hộ.", f"{name} commune has {number} poor households, down {less}.")
    for number, less, name in zip(
        range(110, 310, 10), range(11, 31), ["Tan An", "Phu Loc", "Binh Hoa", "Long My"] * 5, strict=True
    )
]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A tiny model and prepared pairs, two of them held out."""
    corpus = tmp_path / "corpus.tsv"
    corpus.write_text("".join(f"{vi}\t{en}\n" for vi, en in LINES), encoding="utf-8")
    data.main([str(corpus), "--out", str(tmp_path / "data")])
    whole = (tmp_path / "data" / "train.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "data" / "dev.jsonl").write_text("".join(whole[:2]), encoding="utf-8")
    texts = [text for line in LINES for text in line]
    write_tiny(tmp_path / "model", [*texts, "vi: {}\nen:"])
    return tmp_path / "model", tmp_path / "data"


def test_it_learns_goes_on_and_is_written_for_ctranslate2(folders: tuple[Path, Path], tmp_path: Path) -> None:
    model, prepared = folders
    run = ["--model", str(model), "--data", str(prepared), "--out", str(tmp_path / "run"), "--tokens", "512"]
    train.main([*run, "--steps", "80", "--rate", "1e-2", "--dropout", "0"])
    log = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    held = [line["dev"] for line in log if "dev" in line]
    assert min(held[1:]) < held[0] - 0.5
    train.main([*run, "--steps", "84", "--rate", "1e-4"])
    after = json.loads((tmp_path / "run" / "log.jsonl").read_text().splitlines()[-1])
    assert (log[-1]["step"], after["step"]) == (80, 84)

    weights, out = tmp_path / "run" / "best.pt", tmp_path / "new"
    export.main(["--model", str(model), "--weights", str(weights), "--out", str(out)])
    old, new = (model_file.parse((folder / "model.bin").read_bytes()) for folder in (model, out))
    step = 1 / old.variables["decoder/layer_0/ffn/linear_1/weight_scale"][:, None]
    wanted = torch.load(weights, weights_only=True)["layers.layer_0.ffn.linear_1.weight"].numpy()
    got = new.weight("decoder/layer_0/ffn/linear_1/weight")
    inside = abs(wanted) < 127 * step
    assert (abs(got - wanted) <= step * 1.001)[inside].all()
    assert (old.variables["decoder/embeddings/weight"] == new.variables["decoder/embeddings/weight"]).all()


def test_the_decoder_computes_what_ctranslate2_does(folders: tuple[Path, Path]) -> None:
    import ctranslate2

    model, _ = folders
    decoder = Decoder(model_file.parse((model / "model.bin").read_bytes()))
    generator = ctranslate2.Generator(str(model), compute_type="float32")
    translator = evaluate.Translator(model)
    for vi, en in LINES[:3]:
        example = train.encode(translator.tokenizer, (vi, en))
        tokens = [translator.tokenizer.id_to_token(n) for n in example.ids]
        (scored,) = generator.score_batch([tokens])
        ids = torch.tensor([example.ids])
        with torch.inference_mode():
            own = decoder.logits(decoder.hidden(ids[:, :-1])).log_softmax(-1).gather(-1, ids[:, 1:, None]).flatten()
        assert torch.allclose(own, torch.tensor(scored.log_probs), atol=1e-3)
    assert translator.answers([LINES[0][0]]) != [""]
