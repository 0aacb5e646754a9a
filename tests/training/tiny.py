"""A model of a few thousand weights with its tokenizer, made on the spot: the same parts as the real one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from vnnews.translate.engines import model_file

WIDTH, HEADS, HEAD, INNER, LAYERS = 32, 2, 16, 64, 2


def tiny_model(tokens: int, seed: int = 1) -> model_file.Model:
    """Random weights; the second layer looks at all positions, as every sixth of the real model does."""
    random = np.random.default_rng(seed)
    arrays: dict[str, model_file.Array] = {}

    def matrix(name: str, rows: int, columns: int) -> None:
        arrays[f"{name}/weight"] = random.integers(-127, 128, (rows, columns)).astype(np.int8)
        arrays[f"{name}/weight_scale"] = random.uniform(300, 900, rows).astype(np.float32)

    def norm(name: str, size: int) -> None:
        arrays[f"{name}/gamma"] = random.normal(0, 0.1, size).astype(np.float32)
        arrays[f"{name}/layer_norm_use_residual"] = np.array(1, np.int8)

    for name, value in (("activation", 1), ("alibi", 0), ("pre_norm", 1), ("scale_embeddings", 1)):
        arrays[f"decoder/{name}"] = np.array(value, np.int8)
    arrays["decoder/num_heads"] = np.array(HEADS, np.int16)
    arrays["decoder/sliding_window"] = np.array(512, np.int32)
    matrix("decoder/embeddings", tokens, WIDTH)
    norm("decoder/layer_norm", WIDTH)
    for n in range(LAYERS):
        layer = f"decoder/layer_{n}"
        for part in ("input", "post_attention", "pre_feedforward", "post_feedforward"):
            norm(f"{layer}/{part}_layer_norm", WIDTH)
        matrix(f"{layer}/self_attention/linear_0", (HEADS + 2) * HEAD, WIDTH)
        matrix(f"{layer}/self_attention/linear_1", WIDTH, HEADS * HEAD)
        norm(f"{layer}/self_attention/q_norm", HEAD)
        norm(f"{layer}/self_attention/k_norm", HEAD)
        for name, whole in (("head_dim", HEAD), ("num_heads_kv", 1), ("rotary_dim", HEAD)):
            arrays[f"{layer}/self_attention/{name}"] = np.array(whole, np.int32)
        arrays[f"{layer}/self_attention/rotary_base"] = np.array(1e6 if n else 1e4, np.float32)
        arrays[f"{layer}/self_attention/rotary_interleave"] = np.array(0, np.int8)
        arrays[f"{layer}/self_attention/sliding_window"] = np.array(0 if n else 512, np.int32)
        matrix(f"{layer}/ffn/linear_0", INNER, WIDTH)
        matrix(f"{layer}/ffn/linear_0_noact", INNER, WIDTH)
        matrix(f"{layer}/ffn/linear_1", WIDTH, INNER)
    aliases = (("decoder/projection/weight", "decoder/embeddings/weight"),)
    return model_file.Model("TransformerDecoderSpec", 8, dict(sorted(arrays.items())), aliases)


def write_tiny(folder: Path, texts: Sequence[str]) -> None:
    """A folder with a model whose tokens are made from the texts."""
    from tokenizers import Tokenizer
    from tokenizers.decoders import Fuse, Replace
    from tokenizers.decoders import Sequence as Decoders
    from tokenizers.models import BPE
    from tokenizers.normalizers import Replace as Normalise
    from tokenizers.trainers import BpeTrainer

    tokenizer = Tokenizer(BPE(unk_token="<unk>"))
    tokenizer.normalizer = Normalise(" ", "▁")
    tokenizer.decoder = Decoders([Replace("▁", " "), Fuse()])
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>"]
    tokenizer.train_from_iterator(texts, BpeTrainer(vocab_size=400, special_tokens=special, show_progress=False))
    tokens = sorted(tokenizer.get_vocab(), key=tokenizer.token_to_id)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {"bos_token": "<bos>", "eos_token": "<eos>", "unk_token": "<unk>"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "vocabulary.json").write_text(json.dumps(tokens, ensure_ascii=False), encoding="utf-8")
    (folder / "model.bin").write_bytes(model_file.dump(tiny_model(len(tokens))))
