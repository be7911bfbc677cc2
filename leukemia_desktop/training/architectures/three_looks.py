"""two_looks with a third: lite0_half again, as it learned without augmentation.

That one knows the colours of its laboratory by heart: it is right oftener than the others on fields like those it has seen,
and too sure of itself under another stain. So its word counts half.
"""

from leukemia_desktop.training.architectures import lite0_half, lite0_nuclei
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.architectures._looks import Looks


def build(num_classes: int, weights: str, dropout: float) -> FieldModel:
    """For three runs that learned apart, see `looks` of a configuration."""
    return Looks(
        lite0_half.build(num_classes, weights, dropout),
        (lite0_nuclei.build(num_classes, weights, dropout), 1.0),
        (lite0_half.build(num_classes, weights, dropout), 0.5),
    )
