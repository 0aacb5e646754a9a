"""The decoder (Gemma 3's text layers) in torch, with its weights read from and written to CTranslate2's int8 file.

Written out because it is small, and so that the names are those of the file. That it computes what CTranslate2 does is
tested on a model made on the spot.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vnnews.translate.engines import model_file

EPSILON = 1e-6


class Norm(nn.Module):
    """Root mean square norm whose gain is stored less one."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(size))

    def forward(self, x: Tensor) -> Tensor:
        """Normalise the last dimension, in float32."""
        wide = x.float()
        wide = wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + EPSILON)
        return (wide * (1 + self.gamma)).to(x.dtype)


class Dropout(nn.Module):
    """Dropout of features over a whole sequence: as good as token by token, and much less random numbers to draw."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Scale what is kept, so that the sum stays."""
        if not self.training or not self.share:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


class Attention(nn.Module):
    """Attention of several query heads over shared keys and values, with rotary positions."""

    def __init__(self, model: model_file.Model, prefix: str, heads: int, dropout: float) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.heads = heads
        self.head = int(model.variables[f"{prefix}/head_dim"])
        self.shared = int(model.variables[f"{prefix}/num_heads_kv"])
        self.base = float(model.variables[f"{prefix}/rotary_base"])
        self.linear_0 = _linear(model, f"{prefix}/linear_0")
        self.linear_1 = _linear(model, f"{prefix}/linear_1")
        self.q_norm = Norm(self.head)
        self.k_norm = Norm(self.head)

    def forward(self, x: Tensor) -> Tensor:
        """Causal attention; padding stands on the right, so that it needs no mask."""
        batch, length, _ = x.shape
        sizes = [self.heads * self.head, self.shared * self.head, self.shared * self.head]
        q, k, v = (part.view(batch, length, -1, self.head) for part in self.linear_0(x).split(sizes, -1))
        cos, sin = self._angles(length)
        q, k = (_rotated(norm(part), cos, sin).to(v.dtype) for norm, part in ((self.q_norm, q), (self.k_norm, k)))
        k, v = (part.repeat_interleave(self.heads // self.shared, 2) for part in (k, v))
        q, k, v = (part.transpose(1, 2) for part in (q, k, v))
        out = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        y: Tensor = self.linear_1(self.dropout(out.transpose(1, 2).reshape(batch, length, -1)))
        return y

    def _angles(self, length: int) -> tuple[Tensor, Tensor]:
        powers = torch.arange(0, self.head, 2, dtype=torch.float32) / self.head
        angles = torch.outer(torch.arange(length, dtype=torch.float32), self.base**-powers)
        angles = torch.cat((angles, angles), -1)[:, None, :]
        return angles.cos(), angles.sin()


def _rotated(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    first, second = x.chunk(2, -1)
    return x * cos + torch.cat((-second, first), -1) * sin


class Feed(nn.Module):
    """The gated feed-forward part."""

    def __init__(self, model: model_file.Model, prefix: str, dropout: float) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.linear_0 = _linear(model, f"{prefix}/linear_0")
        self.linear_0_noact = _linear(model, f"{prefix}/linear_0_noact")
        self.linear_1 = _linear(model, f"{prefix}/linear_1")

    def forward(self, x: Tensor) -> Tensor:
        """Gate, multiply, project back."""
        gated = functional.gelu(self.linear_0(x), approximate="tanh") * self.linear_0_noact(x)
        y: Tensor = self.linear_1(self.dropout(gated))
        return y


class Layer(nn.Module):
    """Attention and feed-forward, each normalised before and after."""

    def __init__(self, model: model_file.Model, prefix: str, heads: int, width: int, dropout: float) -> None:
        super().__init__()
        self.input_layer_norm = Norm(width)
        self.self_attention = Attention(model, f"{prefix}/self_attention", heads, dropout)
        self.post_attention_layer_norm = Norm(width)
        self.pre_feedforward_layer_norm = Norm(width)
        self.ffn = Feed(model, f"{prefix}/ffn", dropout)
        self.post_feedforward_layer_norm = Norm(width)

    def forward(self, x: Tensor) -> Tensor:
        """The layer with its residual sums."""
        x = x + self.post_attention_layer_norm(self.self_attention(self.input_layer_norm(x)))
        y: Tensor = x + self.post_feedforward_layer_norm(self.ffn(self.pre_feedforward_layer_norm(x)))
        return y


class Decoder(nn.Module):
    """The whole model. Its embeddings, which are also its output, are not trained: the update of it stays small."""

    def __init__(self, model: model_file.Model, dropout: float = 0.0) -> None:
        super().__init__()
        self.register_buffer("embeddings", torch.from_numpy(model.weight("decoder/embeddings/weight")), False)
        self.embeddings: Tensor
        heads = int(model.variables["decoder/num_heads"])
        width = self.embeddings.shape[1]
        count = len({name.split("/")[1] for name in model.variables if name.startswith("decoder/layer_")} - {_FINAL})
        self.layers = nn.ModuleDict(
            {f"layer_{n}": Layer(model, f"decoder/layer_{n}", heads, width, dropout) for n in range(count)}
        )
        self.layer_norm = Norm(width)
        self.scale = math.sqrt(width)
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                parameter.copy_(torch.from_numpy(model.weight(stored_name(name))))

    def hidden(self, ids: Tensor) -> Tensor:
        """The last states of a batch of token numbers."""
        x = functional.embedding(ids, self.embeddings) * self.scale
        for layer in self.layers.values():
            x = layer(x)
        y: Tensor = self.layer_norm(x)
        return y

    def logits(self, hidden: Tensor) -> Tensor:
        """The scores of the next token."""
        return functional.linear(hidden, self.embeddings)


_FINAL = "layer_norm"


def _linear(model: model_file.Model, prefix: str) -> nn.Linear:
    out, into = model.variables[f"{prefix}/weight"].shape
    return nn.Linear(into, out, bias=False)


def stored_name(parameter: str) -> str:
    """The name in model.bin of a parameter of `Decoder`."""
    return "decoder/" + parameter.removeprefix("layers.").replace(".", "/")


def stored(decoder: Decoder, model: model_file.Model, seed: int = 1) -> model_file.Model:
    """`model` with the decoder's weights, on the old scales.

    On the old scales most integers stay as they are, and the update is small. A weight between two integers is rounded
    up as often as it is far from the lower one: rounded to the nearest, every step of training shorter than half an
    integer would be lost, and all of them point where the loss falls.
    """
    random = np.random.default_rng(seed)
    new: dict[str, model_file.Array] = {}
    for parameter, value in decoder.named_parameters():
        name = stored_name(parameter)
        array = value.detach().float().numpy()
        if model.variables[name].dtype == np.int8:
            scaled = array * model.variables[f"{name}_scale"].astype(np.float32)[:, None]
            floor = np.floor(scaled)
            up = random.random(scaled.shape, dtype=np.float32) < scaled - floor
            array = np.clip(floor + up, -127, 127).astype(np.int8)
        new[name] = array
    return model.with_arrays(new)
