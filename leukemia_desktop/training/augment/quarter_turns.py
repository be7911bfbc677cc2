"""Rotation by 0, 90, 180 or 270 degrees, which needs no invented pixels."""

import numpy as np

from leukemia_desktop.core.image import Image


def apply(image: Image, rng: np.random.Generator) -> Image:
    """Turn a square image by a random number of quarter turns, an oblong one by half turns."""
    square = image.shape[0] == image.shape[1]
    turns = int(rng.integers(4)) if square else 2 * int(rng.integers(2))
    return np.rot90(image, turns)
