"""Loss of colour: the model must also read shape and texture."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(image: Image, rng: np.random.Generator, *, probability: Annotated[float, Range(0, 1)] = 0.1) -> Image:
    """With `probability`, replace the colours by their luma in all three channels."""
    if rng.random() >= probability:
        return image
    return cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)  # type: ignore[return-value]
