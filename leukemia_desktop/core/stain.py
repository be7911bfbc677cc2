"""What is stained in a field: the purple of nuclei, and everything that is not background."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image

Mask = npt.NDArray[Any]
"""0 and 1, uint8, shape (H, W)."""
Plane = npt.NDArray[Any]
"""Numbers of any kind, shape (H, W)."""
_PALEST = 22
"""Below this much purple (of 255) nothing is a nucleus: the palest real nuclei have about 28, red cells at most about 20."""
_RED_AT_MOST = 30.0
"""Red cells on red cells are hardly more purple than this, pale nuclei are."""
_LEVELS = np.arange(256.0)


@dataclass(frozen=True)
class Halved:
    """Maps at half the size, each (H, W) uint8: enough to find thresholds and to count cells, at a quarter of the work."""

    whole: Sequence[Plane]
    """Red, green and blue at full size."""
    green: Plane
    """The green channel: every stain darkens it."""
    purple: Plane
    """(red + blue) / 2 - green, lightly smoothed: near 0 on background and red cells, high in nuclei."""
    nuclei: Mask
    covered: Mask
    """Whatever is not background: red cells, nuclei, cytoplasm, debris."""
    purple_threshold: float

    @cached_property
    def planes(self) -> Sequence[Plane]:
        """Red, green and blue."""
        return _halve(self.whole[0]), self.green, _halve(self.whole[2])


@dataclass(frozen=True)
class Stain:
    """Maps of one field, each (H, W) uint8, made when asked for. Thresholds are the field's own (Otsu 1979)."""

    planes: Sequence[Plane]
    """Red, green and blue."""
    purple: Plane
    """As in the halved maps."""
    half: Halved

    @property
    def purple_threshold(self) -> float:
        """What nuclei have more of."""
        return self.half.purple_threshold

    @cached_property
    def nuclei(self) -> Mask:
        """Whatever is purple enough."""
        return _above(self.purple, self.purple_threshold)

    @cached_property
    def covered(self) -> Mask:
        """As in the halved maps, to two px."""
        return cv2.resize(self.half.covered, self.purple.shape[::-1], interpolation=cv2.INTER_NEAREST)


def stain(image: Image) -> Stain:
    """The maps of a field. Background, red cells and nuclei are told apart by two thresholds found in the field itself."""
    red, green, blue = planes = cv2.split(image)
    purple = cv2.blur(cv2.subtract(cv2.addWeighted(red, 0.5, blue, 0.5, 0), green), (3, 3))
    half_purple, half_green = _halve(purple), _halve(green)
    # first roughly, so that dark nuclei do not draw the line between red cells and background ...
    rough = max(25.0, cv2.threshold(half_purple, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0])
    not_rough = _up_to(half_purple, rough)
    green_threshold = otsu(histogram(half_green, not_rough))
    half_covered = cv2.max(_up_to(half_green, green_threshold), 1 - not_rough)
    # ... then between red cells and nuclei without the background, whose area says nothing about either
    purples = histogram(half_purple, half_covered)
    split = otsu(purples)
    # where there is no nucleus to find, that parts red cells lying on red cells from those that lie alone: twice as much dye
    below = purples[: int(split) + 1].cumsum()
    usual = float(below.searchsorted(below[-1] / 2))
    threshold = max(float(_PALEST), split, min(2 * usual + 2, _RED_AT_MOST))
    half = Halved(planes, half_green, half_purple, _above(half_purple, threshold), half_covered, threshold)
    return Stain(planes, purple, half)


def _halve(plane: Plane) -> Plane:
    height, width = plane.shape
    size = (max(1, (width + 1) // 2), max(1, (height + 1) // 2))
    return cv2.resize(plane, size, interpolation=cv2.INTER_AREA)


def _above(plane: Plane, limit: float) -> Mask:
    return cv2.threshold(plane, limit, 1, cv2.THRESH_BINARY)[1]


def _up_to(plane: Plane, limit: float) -> Mask:
    return cv2.threshold(plane, limit, 1, cv2.THRESH_BINARY_INV)[1]


def histogram(plane: Plane, mask: Mask | None = None) -> npt.NDArray[np.float64]:
    """How many pixels, of those in `mask`, have each of the 256 values."""
    return cv2.calcHist([plane], [0], mask, [256], [0, 256]).ravel().astype(np.float64)


def otsu(counts: npt.NDArray[np.float64]) -> float:
    """The value that parts a histogram best in two (Otsu 1979): the lower part has values up to it; 255 when it is empty."""
    below = counts.cumsum()
    total = below[-1]
    if not total:
        return 255.0
    sums = (counts * _LEVELS).cumsum()
    spread = below * (total - below)
    between = sums[-1] * below
    between -= sums * total
    between *= between
    between /= np.maximum(spread, 1, out=spread)
    best = (between >= between.max() * (1 - 1e-9)).nonzero()[0]
    return float(best[0] + best[-1]) / 2


def median(values: Iterable[float]) -> float:
    """As numpy.median, which takes ten times as long for a few numbers."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return float(ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2)


def shrink(image: Image, factor: int) -> Image:
    """Each pixel the mean of `factor` x `factor`."""
    if factor == 1:
        return image
    height, width = image.shape[:2]
    size = (max(1, round(width / factor)), max(1, round(height / factor)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]
