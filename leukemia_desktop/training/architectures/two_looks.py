"""lite0_half, which asks lite0_nuclei about the fields of which it is not sure: few, so that it costs little time."""

from leukemia_desktop.training.architectures import lite0_half, lite0_nuclei
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._looks import Looks


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """For two runs that learned apart, see `looks` of a configuration."""
    return Looks(lite0_half.build(num_classes, weights, dropout), (lite0_nuclei.build(num_classes, weights, dropout), 1.0))
