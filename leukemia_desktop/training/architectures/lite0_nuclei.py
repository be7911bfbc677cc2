"""lite0_cells for whole fields: what is stained like nuclei is found inside the model file. The second look of two_looks.

Background, red cells and whatever else tells slides apart are white before the first convolution, so that its mistakes are
others than those of a network that sees the whole field.
"""

import torch
from torch import Tensor, nn

from leukemia_desktop.training.architectures import efficientnet_lite0
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures.lite0_cells import WIDTH, CellMaps

LEVELS = 32
"""Thresholds that are tried between the least and the most purple place of a field."""
GREEN = 1.1
"""How much of green is taken from the mean of red and blue; more than 1, so that dark counts in a field without colour."""
SMALLEST, GROWN = 7, 11
"""px: what is thinner than the first goes, what stays grows by half of the second."""
PLACE = 64
"""px between two numbers of the evidence, as in lite0_half."""


class _NucleiMaps(CellMaps):
    """As CellMaps, after making everything white but what `nuclei` keeps."""

    def forward(self, images: Tensor) -> Tensor:
        with torch.no_grad():
            kept = nuclei(images)
            alone = images * kept + (1 - kept)  # 1 is white after the recipe's scaling
        return self.weighed(alone, kept)


class _Coarser(nn.Module):
    """Places (N,C,h,w) on a grid PLACE px apart, each a mean by area, so that the mean over all stays."""

    def forward(self, places: Tensor, images: Tensor) -> Tensor:
        down = overlap(places.shape[2], images.shape[2] // PLACE).to(places)
        return down @ places @ down.T


def overlap(fine: int, coarse: int) -> Tensor:
    """(coarse, fine): the share that each of `fine` equal steps has in each of `coarse`; rows sum to 1."""
    ends = torch.arange(fine + 1) / fine
    low, high = (torch.arange(coarse) / coarse)[:, None], ((torch.arange(coarse) + 1) / coarse)[:, None]
    return (torch.minimum(ends[1:], high) - torch.maximum(ends[:-1], low)).clamp(min=0) * coarse


def nuclei(images: Tensor) -> Tensor:
    """(N,1,S,S): 1 where a field (N,3,S,S) is purple (Otsu 1979 on (R + B) / 2 - G), opened and grown; S a multiple of 4.

    Scaling is the field's own, so that brightness and a tint of everything change little.
    """
    pale = GREEN * images[:, 1:2] - (images[:, :1] + images[:, 2:]) / 2
    coarse = nn.functional.avg_pool2d(pale, 4)
    whole = coarse.shape[2:]  # the quantiser does not know a maximum over axes
    least, most = -nn.functional.max_pool2d(-coarse, whole), nn.functional.max_pool2d(coarse, whole)
    steps = (torch.arange(LEVELS, device=images.device) + 0.5)[None, :, None, None] / LEVELS
    thresholds = least + (most - least) * steps
    below = (coarse < thresholds).to(images.dtype)
    share, purple, mean = below.mean((2, 3)), (below * coarse).mean((2, 3)), coarse.mean((2, 3))
    between = (mean * share - purple) ** 2 / (share * (1 - share) + 1e-4)
    best = thresholds[:, :, 0, 0].gather(1, between.argmax(1, keepdim=True))[:, :, None, None]
    found = (nn.functional.avg_pool2d(pale, 3, 1, 1) < best).to(images.dtype)
    found = -nn.functional.max_pool2d(-found, SMALLEST, 1, SMALLEST // 2)
    return nn.functional.max_pool2d(found, GROWN, 1, GROWN // 2)


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """For recipes that scale white to 1; begins with Lite0's ImageNet weights, see efficientnet_lite0."""
    network = efficientnet_lite0.build(num_classes, weights, dropout).backbone.network
    model = FieldModel(_NucleiMaps(network), WIDTH, num_classes, dropout)
    model.on_cells = _Coarser()
    model.exact_convolutions = 2
    return model
