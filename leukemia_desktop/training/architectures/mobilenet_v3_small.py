"""MobileNetV3-Small (Howard et al. 2019): 0.9 M parameters and 57 M multiply-adds at 224 px."""

from typing import cast

from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._weights import fill

FILE = "mobilenet_v3_small-047dcff4.pth"
# kernel, widened to, channels after, squeeze-excite, hard swish, stride: table 2 of the paper
ROWS = (
    (3, 16, 16, True, False, 2),
    (3, 72, 24, False, False, 2),
    (3, 88, 24, False, False, 1),
    (5, 96, 40, True, True, 2),
    (5, 240, 40, True, True, 1),
    (5, 240, 40, True, True, 1),
    (5, 120, 48, True, True, 1),
    (5, 144, 48, True, True, 1),
    (5, 288, 96, True, True, 2),
    (5, 576, 96, True, True, 1),
    (5, 576, 96, True, True, 1),
)


class _SqueezeExcite(nn.Module):
    """Weighs channels by their averages over the field."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        narrow = (channels // 4 + 4) // 8 * 8
        narrow += 8 if narrow < 0.9 * channels / 4 else 0  # the paper's rounding to multiples of 8
        narrow = max(8, narrow)
        self.fc1 = nn.Conv2d(channels, narrow, 1)
        self.fc2 = nn.Conv2d(narrow, channels, 1)

    def forward(self, maps: Tensor) -> Tensor:
        squeezed = nn.functional.relu(self.fc1(maps.mean((2, 3), keepdim=True)))
        return maps * nn.functional.hardsigmoid(self.fc2(squeezed))


class _Inverted(nn.Module):
    """Widen, filter each channel by itself, weigh, narrow; names as in torchvision, so that its weight file fits."""

    def __init__(self, before: int, kernel: int, wide: int, after: int, weighs: bool, swish: bool, stride: int) -> None:
        super().__init__()
        layers: list[nn.Module] = [_convolution(before, wide, 1, 1, 1, swish)] if wide != before else []
        layers.append(_convolution(wide, wide, kernel, stride, wide, swish))
        layers += [_SqueezeExcite(wide)] if weighs else []
        layers.append(_convolution(wide, after, 1, 1, 1, None))
        self.block = nn.Sequential(*layers)
        self.shortcut = stride == 1 and before == after

    def forward(self, maps: Tensor) -> Tensor:
        narrowed = cast(Tensor, self.block(maps))
        return maps + narrowed if self.shortcut else narrowed


def _convolution(before: int, after: int, kernel: int, stride: int, groups: int, swish: bool | None) -> nn.Sequential:
    layers: list[nn.Module] = [
        nn.Conv2d(before, after, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(after, eps=0.001, momentum=0.01),
    ]
    if swish is not None:
        layers.append(nn.Hardswish() if swish else nn.ReLU(inplace=True))
    return nn.Sequential(*layers)


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """Features are 576 averages over the field; the paper's second fully connected layer is left out."""
    layers: list[nn.Module] = [_convolution(3, 16, 3, 2, 1, True)]
    before = 16
    for kernel, wide, after, weighs, swish, stride in ROWS:
        layers.append(_Inverted(before, kernel, wide, after, weighs, swish, stride))
        before = after
    layers.append(_convolution(before, 576, 1, 1, 1, True))
    backbone = nn.Sequential()
    backbone.features = nn.Sequential(*layers)
    fill(backbone, weights, FILE, without="classifier")
    return FieldModel(backbone, 576, num_classes, dropout)
