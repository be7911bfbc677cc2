"""The head every architecture shares: global average pooling and ONE linear layer, which makes class activation exact."""

from typing import cast

import torch
from torch import Tensor, nn


class FieldModel(nn.Module):
    """A backbone (N,3,S,S) -> (N,D,h,w), averaged over the field and classified by one linear layer."""

    def __init__(self, backbone: nn.Module, channels: int, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.backbone = backbone
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(channels, num_classes)

    def forward(self, images: Tensor) -> Tensor:
        """Logits (N, C)."""
        return cast(Tensor, self.classifier(self.dropout(self.backbone(images).mean((2, 3)))))


class Explained(nn.Module):
    """What is exported: logits (N,C), features (N,D) and evidence (N,C,h,w) of a FieldModel.

    Evidence is the class activation ReLU(sum_k w_k^c A_k) (Zhou et al. 2016).
    """

    def __init__(self, model: FieldModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(logits, features, evidence)."""
        maps = self.model.backbone(images)
        features = maps.mean((2, 3))
        linear = self.model.classifier
        evidence = torch.relu(nn.functional.conv2d(maps, linear.weight[:, :, None, None]))
        return linear(features), features, evidence
