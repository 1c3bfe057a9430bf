"""The network: layers of multilingual-e5-small, and for each of the eight questions an eye of its own on the text.

Where a theme shows in one clause of a long passage the mean over all words drowns it; so each question weighs the words itself.
"""

from __future__ import annotations

import torch
from bron import HEADS, INNER, POSITIONS, WIDTH, Source
from torch import Tensor, nn
from torch.nn import functional

QUESTIONS = 8
DROPPED = 0.1
TINY = 1e-12


def _seen(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Return the attention of all heads, written out: with PyTorch's fused form a step on a processor took 1.6 times as long."""
    looks = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
    if mask is not None:
        looks = looks.masked_fill(~mask, -1e4)
    return looks.softmax(dim=-1).to(v.dtype) @ v


class Layer(nn.Module):
    """One layer of a BERT encoder. Names are those of the source's tensors."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.fi, self.fo = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.aln, self.oln = nn.LayerNorm(WIDTH, eps=TINY), nn.LayerNorm(WIDTH, eps=TINY)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return what it makes of `x` (texts, pieces, WIDTH); `mask` (texts, 1, 1, pieces) says which pieces are real."""
        texts, pieces, _ = x.shape
        heads = [part(x).view(texts, pieces, HEADS, -1).transpose(1, 2) for part in (self.q, self.k, self.v)]
        seen = _seen(*heads, mask)
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(texts, pieces, WIDTH))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Net(nn.Module):
    """Gives for each text eight log-odds."""

    def __init__(self, pieces: int, layers: int) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(pieces, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Buffer(torch.zeros(WIDTH))
        self.ln, self.drop = nn.LayerNorm(WIDTH, eps=TINY), nn.Dropout(DROPPED)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.eyes = nn.Linear(WIDTH, QUESTIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.answers = nn.Parameter(torch.randn(QUESTIONS, WIDTH) * 0.02)
        self.bias = nn.Parameter(torch.zeros(QUESTIONS))
        nn.init.normal_(self.eyes.weight, std=0.02)
        nn.init.zeros_(self.eyes.bias)

    def forward(self, numbers: Tensor, real: Tensor | None = None) -> Tensor:
        """Return log-odds (texts, QUESTIONS) of texts as numbers of pieces; `real` (same shape) is False where a text has ended."""
        x = self.drop(self.ln(self.word(numbers) + self.pos.weight[: numbers.shape[1]] + self.kind))
        for layer in self.layers:
            x = layer(x, None if real is None else real[:, None, None, :])
        looks = self.eyes(x).float()
        if real is not None:
            looks = looks.masked_fill(~real[:, :, None], -1e4)
        found = torch.matmul(looks.softmax(dim=1).transpose(1, 2), x.float())
        return (self.drop(self.norm(found)) * self.answers).sum(-1) + self.bias


def from_source(source: Source, kept: list[int], layers: int) -> Net:
    """Return a net with the weights of the source, of its pieces those that are `kept`."""
    net = Net(len(kept), layers)
    tensors = {name: torch.from_numpy(numbers) for name, numbers in source.tensors.items()}
    with torch.no_grad():
        net.word.weight.copy_(tensors["emb.word"].view(-1, WIDTH)[kept])
        net.pos.weight.copy_(tensors["emb.pos"].view(-1, WIDTH))
        net.kind.copy_(tensors["emb.type"][:WIDTH])
        net.ln.weight.copy_(tensors["emb.ln.w"])
        net.ln.bias.copy_(tensors["emb.ln.b"])
        for number, layer in enumerate(net.layers):
            for name, part in layer.named_children():
                if name != "drop":
                    part.weight.copy_(tensors[f"l{number}.{name}.w"].view_as(part.weight))
                    part.bias.copy_(tensors[f"l{number}.{name}.b"])
    return net
