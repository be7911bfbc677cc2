"""Two models in one: the second is asked where the first is in doubt."""

from typing import cast

import torch
from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel


class TwoLooks(FieldModel):
    """A model that asks a second one about fields of which it is not sure, and adds what that one says to its own logits.

    The weight of the second rises from 0 to 1 while the confidence of the first (the largest softmax) falls from SURE to
    UNSURE, so that a field just beside a limit is judged like one just behind it. Features are the first's: whether a field
    is of the known kind is not asked twice. Both must have maps of the same size.
    """

    SURE, UNSURE = 0.95, 0.90

    def __init__(self, first: FieldModel, second: FieldModel) -> None:
        nn.Module.__init__(self)
        self.first, self.second = first, second

    @property
    def parts(self) -> tuple[FieldModel, ...]:
        """The first look and the second."""
        return self.first, self.second

    def doubt(self, logits: Tensor) -> Tensor:
        """Weights (N,1) of the second look for the first's logits (N,C)."""
        confidence = torch.softmax(logits, 1).amax(1, keepdim=True)
        return ((self.SURE - confidence) / (self.SURE - self.UNSURE)).clamp(0, 1)

    def forward(self, images: Tensor) -> Tensor:
        """Logits (N, C); here every field is looked at twice, in a model file only those in doubt."""
        logits = cast(Tensor, self.first(images))
        return logits + self.doubt(logits) * self.second(images)

    def features(self, images: Tensor) -> Tensor:
        """Features (N, D) of the first look."""
        return self.first.features(images)

    def explained(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As FieldModel.explained; class activation of both looks, so that its mean is still the logit less a constant."""
        logits, features, places = self.first.explained(images)
        more, _, places_too = self.second.explained(images)
        doubt = self.doubt(logits)
        return logits + doubt * more, features, places + doubt[:, :, None, None] * places_too
