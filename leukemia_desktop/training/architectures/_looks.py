"""Several models in one: the others are asked where the first is in doubt."""

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn

from leukemia_desktop.training.architectures._field_model import FieldModel


class Looks(FieldModel):
    """A model that asks others about fields of which it is not sure, and adds what they say, weighted, to its own logits.

    The share of what they say that counts rises from 0 to 1 while the confidence of the first (the largest softmax) falls
    from SURE to UNSURE, so that a field just beside a limit is judged like one just behind it. Features are the first's:
    whether a field is of the known kind is not asked twice. All must have maps of the same size.
    """

    SURE, UNSURE = 0.95, 0.90

    def __init__(self, first: FieldModel, *others: tuple[FieldModel, float]) -> None:
        nn.Module.__init__(self)
        self.first = first
        self.others = nn.ModuleList(model for model, _ in others)
        self.weights: Sequence[float] = tuple(weight for _, weight in others)
        """What the word of each of the others counts, beside 1 of the first."""

    @property
    def parts(self) -> tuple[FieldModel, ...]:
        """The first look and the others."""
        return self.first, *cast("list[FieldModel]", list(self.others))

    def doubt(self, logits: Tensor) -> Tensor:
        """How much the others count, (N,1), for the first's logits (N,C)."""
        confidence = torch.softmax(logits, 1).amax(1, keepdim=True)
        return ((self.SURE - confidence) / (self.SURE - self.UNSURE)).clamp(0, 1)

    def forward(self, images: Tensor) -> Tensor:
        """Logits (N, C); here every field is looked at by all, in a model file only those in doubt."""
        return self.explained(images)[0]

    def features(self, images: Tensor) -> Tensor:
        """Features (N, D) of the first look."""
        return self.first.features(images)

    def explained(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As FieldModel.explained; class activation of all looks, so that its mean is still the logit less a constant."""
        logits, features, places = self.first.explained(images)
        doubt = self.doubt(logits)
        for model, weight in zip(self.parts[1:], self.weights, strict=True):
            more, _, places_too = model.explained(images)
            logits = logits + weight * doubt * more
            places = places + weight * doubt[:, :, None, None] * places_too
        return logits, features, places
