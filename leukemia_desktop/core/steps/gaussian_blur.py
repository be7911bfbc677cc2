"""Gaussian blur."""

from typing import Annotated

import cv2

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(image: Image, *, sigma: Annotated[float, Range(0.1, 10, "px")] = 1.0) -> Image:
    """Smooth with a Gaussian of standard deviation `sigma` pixels."""
    return cv2.GaussianBlur(image, (0, 0), sigma)  # type: ignore[return-value]
