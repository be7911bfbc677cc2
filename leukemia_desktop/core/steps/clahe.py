"""Contrast (CLAHE)."""

from typing import Annotated

import cv2

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(
    image: Image,
    *,
    clip_limit: Annotated[float, Range(0.5, 10)] = 2.0,
    tiles: Annotated[int, Range(1, 32)] = 8,
) -> Image:
    """Equalise the lightness (L of LAB) in `tiles` x `tiles` tiles, limited to `clip_limit` (Zuiderveld 1994)."""
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    lab[:, :, 0] = cv2.createCLAHE(clip_limit, (tiles, tiles)).apply(lab[:, :, 0])
    return cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)  # type: ignore[return-value]
