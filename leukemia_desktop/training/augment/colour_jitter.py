"""Colour jitter: hue, saturation, brightness and contrast."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(
    image: Image,
    rng: np.random.Generator,
    *,
    hue: Annotated[float, Range(0, 0.5)] = 0.06,
    saturation: Annotated[float, Range(0, 1)] = 0.5,
    brightness: Annotated[float, Range(0, 1)] = 0.25,
    contrast: Annotated[float, Range(0, 1)] = 0.25,
) -> Image:
    """Turn the hue by up to `hue` (1 is the whole circle); scale the others by factors drawn from [1 - x, 1 + x]."""
    hsv = cv2.cvtColor(image, cv2.COLOR_RGB2HSV_FULL)
    hsv[:, :, 0] += np.uint8(int(rng.uniform(-hue, hue) * 256) % 256)
    levels = np.arange(256, dtype=np.float32)
    hsv[:, :, 1] = np.clip(levels * rng.uniform(1 - saturation, 1 + saturation), 0, 255).astype(np.uint8)[hsv[:, :, 1]]
    image = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB_FULL)  # type: ignore[assignment]
    levels = levels * rng.uniform(1 - brightness, 1 + brightness)
    middle = float(image.mean())
    levels = (levels - middle) * rng.uniform(1 - contrast, 1 + contrast) + middle
    return np.clip(levels, 0, 255).astype(np.uint8)[image]
