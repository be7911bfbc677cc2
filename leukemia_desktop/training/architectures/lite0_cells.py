"""The first two thirds of EfficientNet-Lite0, averaged over the cells alone: for recipes that keep cells only, on white.

White is no evidence: what is learned from a field, and what is said of one, comes from places that hold a cell.
"""

from typing import cast

from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

from leukemia_desktop.training.architectures import efficientnet_lite0
from leukemia_desktop.training.architectures._field_model import FieldModel

BLOCKS = 11
"""Blocks of the first five stages: maps of 112 channels, 16 px apart; the rest would be 32 px apart, most of a cell."""
WIDTH = 640
FINE = 4
"""px between two numbers of the evidence."""
STEP = 0.01
"""How far below white the channels of a cell's pixel lie together, at least, after the recipe's scaling."""


class CellMaps(nn.Module):
    """Images (N,3,S,S) -> maps (N,WIDTH,S/16,S/16), weighed by the share of cell under each: their mean is that of cells."""

    def __init__(self, network: EfficientNet) -> None:
        super().__init__()
        self.stem = nn.Sequential(network._conv_stem, network._bn0, nn.ReLU6())
        self.blocks = nn.Sequential(*list(network._blocks)[:BLOCKS])
        channels = self.blocks[-1]._bn2.num_features
        self.widen = nn.Sequential(nn.Conv2d(channels, WIDTH, 1, bias=False), nn.BatchNorm2d(WIDTH), nn.ReLU6())

    def forward(self, images: Tensor) -> Tensor:
        """Maps of a field on which everything but cells is white."""
        return self.weighed(images, cells_in(images))

    def weighed(self, images: Tensor, cells: Tensor) -> Tensor:
        """The maps of images on which `cells` (N,1,S,S) is 1 where a cell is."""
        maps = self.widen(self.blocks(self.stem(images)))
        held = nn.functional.avg_pool2d(cells, images.shape[2] // maps.shape[2])
        return cast(Tensor, maps * (held / (held.mean((2, 3), keepdim=True) + 1e-6)))


def cells_in(images: Tensor) -> Tensor:
    """(N,1,S,S): 1 where a cell is, 0 where the field is as white as its whitest; a changed stain changes the white too."""
    white = nn.functional.max_pool2d(images, images.shape[2:])  # the quantiser does not know a maximum over axes
    return ((white - images).sum(1, keepdim=True) > STEP).to(images.dtype)


class _OnCells(nn.Module):
    """What the places of the maps add to the logits, (N,C,h,w), on a grid of FINE px: it goes to where cells are."""

    def forward(self, places: Tensor, images: Tensor) -> Tensor:
        cells = cells_in(images)
        ratio = images.shape[2] // places.shape[2]
        held = nn.functional.avg_pool2d(cells, ratio)
        fine = nn.functional.interpolate(places / (held + 1e-6), scale_factor=float(ratio // FINE), mode="nearest")
        return fine * nn.functional.avg_pool2d(cells, FINE)


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """For fields on which a recipe left nothing but cells; begins with Lite0's ImageNet weights, see efficientnet_lite0."""
    network = efficientnet_lite0.build(num_classes, weights, dropout).backbone.network
    model = FieldModel(CellMaps(network), WIDTH, num_classes, dropout)
    model.on_cells = _OnCells()
    return model
