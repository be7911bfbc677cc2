"""The seed project's classifier of fifteen layers, in place of one linear layer: `head = "deep"`."""

from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn

WIDTHS = (1024, 2048, 1024, 512, 256, 64, 16)


class _Pair(nn.Module):
    """A layer that changes the width, then one that keeps it, with dropout, a shortcut and batch norm."""

    def __init__(self, before: int, after: int, dropout: float) -> None:
        super().__init__()
        self.change = nn.Linear(before, after)
        self.keep = nn.Linear(after, after)
        self.dropout = nn.Dropout(dropout)
        self.norm = nn.BatchNorm1d(after)

    def forward(self, inputs: Tensor) -> Tensor:
        changed = torch.relu(self.change(inputs))
        return cast(Tensor, self.norm(torch.relu(changed + self.dropout(self.keep(changed)))))

    def back(self, inputs: Tensor, slopes: Tensor) -> Tensor:
        """Slopes (N,C,before) by `inputs` from `slopes` (N,C,after) by what this pair makes of them; no dropout."""
        before_relu = self.change(inputs)
        changed = torch.relu(before_relu)
        added = changed + self.keep(changed)
        scale = cast(Tensor, self.norm.weight) * torch.rsqrt(cast(Tensor, self.norm.running_var) + self.norm.eps)
        slopes = slopes * (scale * (added > 0))[:, None]
        slopes = slopes + slopes @ self.keep.weight
        return slopes * (before_relu > 0)[:, None] @ self.change.weight


class DeepHead(nn.Module):
    """Features (N,D) -> logits (N,C): D-1024-1024-2048-2048-1024-1024-512-512-256-256-64-64-16-16-C.

    The seed's D is 512. About 12 M parameters, the most of a ResNet18 with this head.
    """

    def __init__(self, channels: int, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.pairs = nn.ModuleList(_Pair(before, after, dropout) for before, after in pairwise((channels, *WIDTHS)))
        self.out = nn.Linear(WIDTHS[-1], num_classes)

    def forward(self, features: Tensor) -> Tensor:
        """Logits (N, C)."""
        for pair in self.pairs:
            features = pair(features)
        return cast(Tensor, self.out(features))

    def slopes(self, features: Tensor) -> Tensor:
        """How fast each logit rises with each feature, (N,C,D), in evaluation mode.

        Written out, because a model file cannot ask for gradients. The head is piecewise linear, so that these are exact in
        the whole piece that the features lie in.
        """
        inputs = [features]
        for pair in self.pairs:
            inputs.append(pair(inputs[-1]))
        slopes = self.out.weight.expand(features.shape[0], -1, -1)
        for pair, before in zip(reversed(self.pairs), reversed(inputs[:-1]), strict=True):
            slopes = cast(_Pair, pair).back(before, slopes)
        return slopes
