"""Square crop and resize."""

from typing import Annotated

import cv2

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(image: Image, *, size: Annotated[int, Range(32, 1024, "px")] = 224) -> Image:
    """Cut the largest centred square and resize it to `size` x `size` pixels."""
    height, width = image.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = image[top : top + side, left : left + side]
    if side == size:
        return square
    # INTER_AREA averages what it drops; enlarging wants a smooth curve instead
    return cv2.resize(square, (size, size), interpolation=cv2.INTER_AREA if side > size else cv2.INTER_CUBIC)  # type: ignore[return-value]
