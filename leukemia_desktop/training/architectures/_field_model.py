"""What every architecture is: maps of a field, features of the maps, logits of the features; and what its model file gives.

By default features are the average over the field and logits ONE linear layer of them, which makes class activation exact.
"""

from typing import Protocol, cast

import torch
from torch import Tensor, nn


class _Sloped(Protocol):
    """A classifier of several layers, see DeepHead."""

    def slopes(self, features: Tensor) -> Tensor: ...


class FieldModel(nn.Module):
    """A backbone (N,3,S,S) -> maps (N,D,h,w), averaged to features (N,D), of which `classifier` makes logits (N,C).

    The classifier is a linear layer, or has `slopes(features)`, see DeepHead.
    """

    exact_convolutions = 0
    """How many convolutions from the input on an int8 file leaves in fp32: where rounding errors reach every later layer."""

    def __init__(self, backbone: nn.Module, channels: int, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.backbone = backbone
        self.dropout: nn.Module = nn.Dropout(dropout)
        self.classifier: nn.Module = nn.Linear(channels, num_classes)
        self.on_cells: nn.Module | None = None
        """(places (N,C,h,w), images) -> the places on a finer grid, for a network that averages over the cells alone."""

    @property
    def parts(self) -> "tuple[FieldModel, ...]":
        """The networks that are exported one by one; the first decides alone where it can."""
        return (self,)

    def forward(self, images: Tensor) -> Tensor:
        """Logits (N, C)."""
        return cast(Tensor, self.classifier(self.dropout(self.features(images))))

    def features(self, images: Tensor) -> Tensor:
        """Features (N, D): all that the classifier sees of a field."""
        return self.pooled(self.backbone(images))

    def pooled(self, maps: Tensor) -> Tensor:
        """Features (N, D) of maps (N, D, h, w)."""
        return maps.mean((2, 3))

    def explained(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (N,C), features (N,D) and what every place adds to each logit (N,C,h,w), see `Explained`."""
        maps = self.backbone(images)
        features = self.pooled(maps)
        classifier = self.classifier
        slopes = classifier.weight[None] if isinstance(classifier, nn.Linear) else cast(_Sloped, classifier).slopes(features)
        places = self.spread(slopes, maps)
        if self.on_cells is not None:
            places = self.on_cells(places, images)
        return classifier(features), features, places

    def spread(self, slopes: Tensor, maps: Tensor) -> Tensor:
        """What each place adds to each logit, (N,C,h,w), in units whose mean over the field is that of the logit.

        `slopes` (N,C,D) says how fast each logit rises with each feature, (1,C,D) where it is the same for every field.
        """
        if slopes.shape[0] == 1:
            return nn.functional.conv2d(maps, slopes[0, :, :, None, None])
        return torch.matmul(slopes, maps.flatten(2)).reshape(-1, slopes.shape[1], *maps.shape[2:])


class Explained(nn.Module):
    """What is exported: logits (N,C), features (N,D) and evidence (N,C,h,w) of a FieldModel.

    Evidence is the class activation ReLU(sum_k w_k^c A_k) (Zhou et al. 2016), exact for one linear layer: its mean before
    the ReLU is the logit less its bias. For a classifier of several layers the weights are its slopes at this field's own
    features, which is Grad-CAM (Selvaraju et al. 2017). All classifiers here are piecewise linear, so that the logit is
    still the mean before the ReLU plus a constant. But that constant is each field's own, and can be large: a part of the
    logit that belongs to no place.
    """

    def __init__(self, model: FieldModel, *, cut: bool = True) -> None:
        super().__init__()
        self.model = model
        self.cut = cut
        """Without it evidence lacks the ReLU: for two models whose evidence is added."""

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(logits, features, evidence)."""
        logits, features, places = self.model.explained(images)
        return logits, features, torch.relu(places) if self.cut else places


def evidence_method(model: FieldModel) -> str:
    """How a model's evidence comes about, in words for its manifest."""
    model = model.parts[0]
    if type(model).spread is not FieldModel.spread:
        return "slope times activation: the classifier has a weight for every place"
    if isinstance(model.classifier, nn.Linear):
        return "class activation (Zhou et al. 2016)"
    return "Grad-CAM (Selvaraju et al. 2017): class activation with the classifier's slopes at the features of the field"
