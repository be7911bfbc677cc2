"""Smaller copies of a large field, so that a window draws and previews at screen scale."""

import cv2

from leukemia_desktop.core.image import Image


def pyramid(image: Image, smallest: int = 1024) -> tuple[Image, ...]:
    """The image, then its halves (each pixel the mean of four) until neither side is longer than `smallest`."""
    levels = [image]
    while max(levels[-1].shape[:2]) > smallest:
        height, width = levels[-1].shape[:2]
        size = (max(1, (width + 1) // 2), max(1, (height + 1) // 2))
        levels.append(cv2.resize(levels[-1], size, interpolation=cv2.INTER_AREA))  # type: ignore[arg-type]
    return tuple(levels)


def within(levels: tuple[Image, ...], side: int) -> Image:
    """The image of a pyramid scaled so that its longer side is at most `side`; a smaller one stays as it is."""
    nearest = min((level for level in levels if max(level.shape[:2]) >= side), key=lambda i: i.size, default=levels[0])
    height, width = nearest.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return nearest
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(nearest, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]
