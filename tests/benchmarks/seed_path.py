"""The path that this project replaces, as its authors ran it: one field at a time through OpenCV and eager PyTorch.

Decode, keep pink, blue and purple in LAB, resize, ResNet18 (He et al. 2016) with a deep head: 512-1024-1024-2048-2048-1024-
1024-512-512-256-256-64-64-16-16-4. Weights are random, since speed does not depend on them; torchvision is not needed for a
network of forty lines.
"""

import cv2
import numpy as np
import torch
from torch import Tensor, nn

SIZE = 224
# LAB of OpenCV: what of pink, blue and purple is kept
RANGES = (((20, 150, 90), (255, 200, 150)), ((0, 110, 60), (255, 150, 118)), ((20, 130, 60), (230, 190, 125)))


class _Block(nn.Module):
    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.convolutions = nn.Sequential(
            nn.Conv2d(before, after, 3, stride, 1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
            nn.Conv2d(after, after, 3, 1, 1, bias=False),
            nn.BatchNorm2d(after),
        )
        same = before == after and stride == 1
        self.shortcut = (
            nn.Identity() if same else nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))
        )

    def forward(self, maps: Tensor) -> Tensor:
        return torch.relu(self.convolutions(maps) + self.shortcut(maps))


class _Same(nn.Module):
    """A layer of the head that keeps the width: dropout, skip connection, ReLU and batch norm."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear, self.dropout, self.norm = nn.Linear(width, width), nn.Dropout(0.5), nn.BatchNorm1d(width)

    def forward(self, values: Tensor) -> Tensor:
        return self.norm(torch.relu(values + self.dropout(self.linear(values))))  # type: ignore[no-any-return]


def build() -> nn.Module:
    """ResNet18 with the deep head, ready to predict."""
    layers: list[nn.Module] = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    before = 64
    for after, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        layers += [_Block(before, after, stride), _Block(after, after, 1)]
        before = after
    layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    for after in (1024, 2048, 1024, 512, 256, 64, 16):
        layers += [nn.Linear(before, after), nn.ReLU(), _Same(after)]
        before = after
    return nn.Sequential(*layers, nn.Linear(before, 4)).eval()


@torch.inference_mode()
def classify(model: nn.Module, data: bytes) -> int:
    """Class of one encoded field."""
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    lab = cv2.cvtColor(image, cv2.COLOR_BGR2LAB)
    mask = np.zeros(image.shape[:2], np.uint8)
    for low, high in RANGES:
        mask |= cv2.inRange(lab, np.array(low), np.array(high))
    kept = cv2.resize(cv2.bitwise_and(image, image, mask=mask), (SIZE, SIZE))
    tensor = torch.from_numpy(cv2.cvtColor(kept, cv2.COLOR_BGR2RGB)).permute(2, 0, 1).float().div(255)
    return int(model(tensor[None]).softmax(1).argmax())
