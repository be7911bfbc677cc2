"""small_residual with group norm, which keeps no statistics of the training stain (Wu and He 2018; arXiv 2303.01777)."""

from torch import nn

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures.small_residual import residual

CHANNELS = 8
"""Channels a group: every width of the network is a multiple of it."""


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """As small_residual, but that every field is normalised by itself, in training as in use."""
    return residual(num_classes, weights, dropout, lambda channels: nn.GroupNorm(channels // CHANNELS, channels))
