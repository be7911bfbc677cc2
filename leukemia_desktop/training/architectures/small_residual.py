"""Small plain residual network, from scratch: 3 x 3 convolutions only, because int8 runs those fastest on a CPU."""

from collections.abc import Callable
from typing import cast

import torch
from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import load_state, read_state
from leukemia_desktop.training.errors import BadConfig

WIDTHS = (16, 24, 48, 96, 192)
BLOCKS = (1, 1, 2, 1)


class _Block(nn.Module):
    """Two convolutions and a shortcut; the first may halve the plane (He et al. 2016)."""

    def __init__(self, before: int, after: int, stride: int, norm: Callable[[int], nn.Module]) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(before, after, 3, stride, 1, bias=False),
            norm(after),
            nn.ReLU(inplace=True),
            nn.Conv2d(after, after, 3, 1, 1, bias=False),
            norm(after),
        )
        self.shortcut = (
            nn.Sequential(nn.AvgPool2d(2), nn.Conv2d(before, after, 1, bias=False), norm(after))
            if stride == 2
            else nn.Identity()
        )

    def forward(self, maps: Tensor) -> Tensor:
        return cast(Tensor, torch.relu(self.body(maps) + self.shortcut(maps)))


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """About 0.7 M parameters and 120 M multiply-adds at 224 px. There are no ImageNet weights for it."""
    return residual(num_classes, weights, dropout, nn.BatchNorm2d)


def residual(num_classes: int, weights: str, dropout: float, norm: Callable[[int], nn.Module]) -> FieldModel:
    """The network with `norm(channels)` after every convolution."""
    if weights == "imagenet":
        raise BadConfig('small_residual has no ImageNet weights; set weights = "none" or a file')
    layers: list[nn.Module] = [nn.Conv2d(3, WIDTHS[0], 3, 2, 1, bias=False), norm(WIDTHS[0]), nn.ReLU(inplace=True)]
    for before, after, blocks in zip(WIDTHS, WIDTHS[1:], BLOCKS, strict=False):
        layers += [_Block(before, after, 2, norm)] + [_Block(after, after, 1, norm) for _ in range(blocks - 1)]
    model = FieldModel(nn.Sequential(*layers), WIDTHS[-1], num_classes, dropout)
    if weights != "none":
        load_state(model, read_state(weights), weights)
    return model
