"""Stain of another slide: the field takes the LAB mean and spread of a randomly drawn template."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range

# Over the 2,752 fields of the ALL set kept for training: how much a field's mean and its standard deviation of L, a and b
# (0 to 255, as OpenCV scales them) differ between fields. The typical values beside them are the defaults below.
_MEAN_SPREAD = np.array([11.4, 2.9, 7.9])
_DEVIATION_SPREAD = np.array([6.3, 3.3, 4.4])

_LEVELS = np.arange(256)[:, None]


def apply(
    image: Image,
    rng: np.random.Generator,
    *,
    probability: Annotated[float, Range(0, 1)] = 0.5,
    spread: Annotated[float, Range(0, 4)] = 1.0,
    strength: Annotated[float, Range(0, 1)] = 1.0,
    mean_l: Annotated[float, Range(0, 255)] = 221.6,
    mean_a: Annotated[float, Range(0, 255)] = 130.6,
    mean_b: Annotated[float, Range(0, 255)] = 116.1,
    deviation_l: Annotated[float, Range(0, 255)] = 30.3,
    deviation_a: Annotated[float, Range(0, 255)] = 10.5,
    deviation_b: Annotated[float, Range(0, 255)] = 15.0,
) -> Image:
    """With `probability`, draw a template around the typical means and deviations and move the field's own onto it.

    RandStainNA (Shen et al. 2022) in LAB: the template is normal around the typical values, `spread` times as wide as the
    fields of the data set themselves. `strength` 1 takes the template over whole, as the paper does; 0 keeps the field.
    """
    if rng.random() >= probability:
        return image
    target = rng.normal((mean_l, mean_a, mean_b), spread * _MEAN_SPREAD)
    target_deviation = rng.normal((deviation_l, deviation_a, deviation_b), spread * _DEVIATION_SPREAD)
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    mean, deviation = (moment.ravel() for moment in cv2.meanStdDev(lab))
    # between a third and three times: an almost empty field would else be blown up to noise
    gain = np.clip(target_deviation / np.maximum(deviation, 1e-6), 1 / 3, 3)
    gain, target = 1 + strength * (gain - 1), mean + strength * (target - mean)
    # an affine map of each channel is a table of 256 values, which costs nothing to apply
    table = np.clip(np.rint((_LEVELS - mean) * gain + target), 0, 255).astype(np.uint8)
    return cv2.cvtColor(cv2.LUT(lab, table[None]), cv2.COLOR_LAB2RGB)  # type: ignore[return-value]
