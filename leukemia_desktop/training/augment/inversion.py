"""Colour inversion, as in the seed project."""

from typing import Annotated

import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(image: Image, rng: np.random.Generator, *, probability: Annotated[float, Range(0, 1)] = 0.1) -> Image:
    """With `probability`, replace every value v by 255 - v."""
    return 255 - image if rng.random() < probability else image
