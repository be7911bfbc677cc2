"""Keep stained colours (LAB mask)."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(
    image: Image,
    *,
    redness: Annotated[int, Range(0, 60)] = 12,
    blueness: Annotated[int, Range(0, 60)] = 12,
    grey: Annotated[int, Range(0, 255)] = 0,
) -> Image:
    """Keep pink, purple and blue pixels and paint the rest in one grey, black as in the seed project.

    In 8-bit LAB neutral is a = b = 128. Pink and purple lie at a >= 128 + `redness`, blue at b <= 128 - `blueness`.
    """
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    stained = (lab[:, :, 1] >= 128 + redness) | (lab[:, :, 2] <= 128 - blueness)
    return np.where(stained[:, :, None], image, np.uint8(grey))
