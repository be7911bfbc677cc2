"""ResNet18 (He et al. 2016): the seed project's primary model, with its deep head or with one linear layer."""

from collections import OrderedDict
from typing import cast

import torch
from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import fill

FILE = "resnet18-f37072fd.pth"
WIDTHS = (64, 128, 256, 512)


class _Block(nn.Module):
    """Two 3 x 3 convolutions and a shortcut; names as in torchvision, so that its weight file fits."""

    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(after)
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.downsample = (
            nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after)) if stride > 1 else None
        )

    def forward(self, maps: Tensor) -> Tensor:
        added = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(maps)))))
        return cast(Tensor, torch.relu(added + (maps if self.downsample is None else self.downsample(maps))))


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """11.2 M parameters and 1.8 G multiply-adds at 224 px; features are 512 averages over the field."""
    layers: OrderedDict[str, nn.Module] = OrderedDict(
        conv1=nn.Conv2d(3, 64, 7, 2, 3, bias=False), bn1=nn.BatchNorm2d(64), relu=nn.ReLU(), maxpool=nn.MaxPool2d(3, 2, 1)
    )
    before = 64
    for number, width in enumerate(WIDTHS, 1):
        layers[f"layer{number}"] = nn.Sequential(_Block(before, width, 1 if width == before else 2), _Block(width, width, 1))
        before = width
    backbone = nn.Sequential(layers)
    for layer in backbone.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
    fill(backbone, weights, FILE, without="fc")
    return FieldModel(backbone, before, num_classes, dropout)
