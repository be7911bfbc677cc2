"""Horizontal and vertical flips: a smear has no up."""

import numpy as np

from leukemia_desktop.core.image import Image


def apply(image: Image, rng: np.random.Generator) -> Image:
    """Flip along each axis with probability one half."""
    if rng.random() < 0.5:
        image = image[::-1]
    return image[:, ::-1] if rng.random() < 0.5 else image
