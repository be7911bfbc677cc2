"""Gaussian blur: a field out of focus."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(
    image: Image,
    rng: np.random.Generator,
    *,
    probability: Annotated[float, Range(0, 1)] = 0.2,
    sigma: Annotated[float, Range(0.1, 5)] = 2.0,
) -> Image:
    """With `probability`, blur by a standard deviation drawn from [0.1, `sigma`] pixels."""
    if rng.random() >= probability:
        return image
    return cv2.GaussianBlur(image, (0, 0), rng.uniform(0.1, sigma))  # type: ignore[return-value]
