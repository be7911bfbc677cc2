"""The seed project's baseline: two convolutions and two fully connected layers, 0.9 M parameters, from scratch."""

from typing import Annotated, cast

import torch
from torch import Tensor, nn

from leukemia_desktop.core.shelf import Range
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import load_state, read_state
from leukemia_desktop.training.errors import BadConfig

MAPS, HIDDEN, SLOPE = 10, 32, 0.01


class _Baseline(FieldModel):
    """Its features are the 32 of the first fully connected layer, which has a weight for every place of the field."""

    def __init__(self, backbone: nn.Module, side: int, num_classes: int, dropout: float) -> None:
        super().__init__(backbone, HIDDEN, num_classes, dropout)
        self.hidden = nn.Linear(MAPS * side * side, HIDDEN)

    def pooled(self, maps: Tensor) -> Tensor:
        """Features (N, 32)."""
        return nn.functional.leaky_relu(self.hidden(maps.flatten(1)), SLOPE)

    def spread(self, slopes: Tensor, maps: Tensor) -> Tensor:
        """What each place adds to each logit through the fully connected layer: slope times activation, (N,C,h,w)."""
        rising = self.pooled(maps) > 0
        slopes = slopes * torch.where(rising, 1.0, SLOPE)[:, None]  # (N, C, 32)
        by_place = (slopes @ self.hidden.weight).reshape(-1, slopes.shape[1], *maps.shape[1:])
        return (by_place * maps[:, None]).sum(2) * (maps.shape[2] * maps.shape[3])


def build(num_classes: int, weights: str, dropout: float, *, size: Annotated[int, Range(32, 1024)] = 224) -> FieldModel:
    """For fields of `size` px: 3 x 3 convolution to 5 maps, pool, 5 x 5 to 10 maps, pool, 32, `num_classes`; leaky ReLU.

    There are no ImageNet weights for it.
    """
    if weights == "imagenet":
        raise BadConfig('baseline_cnn has no ImageNet weights; set weights = "none" or a file')
    backbone = nn.Sequential(
        nn.Conv2d(3, 5, 3),
        nn.LeakyReLU(SLOPE),
        nn.MaxPool2d(2),
        nn.Conv2d(5, MAPS, 5),
        nn.LeakyReLU(SLOPE),
        nn.MaxPool2d(2),
    )
    model = _Baseline(backbone, ((size - 2) // 2 - 4) // 2, num_classes, dropout)
    if weights != "none":
        load_state(model, read_state(weights), weights)
    return cast(FieldModel, model)
