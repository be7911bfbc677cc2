"""What is stained in a field: the purple of nuclei, everything that is not background, and how large its red cells are."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image

Mask = npt.NDArray[np.uint8]
"""0 and 1, shape (H, W)."""
Plane = npt.NDArray[Any]
"""Numbers of any kind, shape (H, W)."""
_PURPLE = np.array([[0.5, -1.0, 0.5]], np.float32)
_PALEST = 22
"""Below this much purple (of 255) nothing is a nucleus: the palest real nuclei have about 28, red cells at most about 20."""
WORKED_AT = 20.0
"""px of a red cell: a field in which they have at least twice as many is worked on in a smaller copy."""
_RED_AT_MOST = 30.0
"""Red cells on red cells are hardly more purple than this, pale nuclei are."""
LARGE = 448
"""px of the longer side above which red cells are measured in a smaller copy."""
_RESOLVED = 9.0
_ROUND = (0.88, 1.15)


@dataclass(frozen=True)
class Stain:
    """Maps of one field, each (H, W) uint8. Thresholds are the field's own (Otsu 1979)."""

    purple: npt.NDArray[np.uint8]
    """(red + blue) / 2 - green, lightly smoothed: near 0 on background and red cells, high in nuclei."""
    green: npt.NDArray[np.uint8]
    """The green channel, lightly smoothed: every stain darkens it."""
    nuclei: Mask
    covered: Mask
    """Whatever is not background: red cells, nuclei, cytoplasm, debris."""
    purple_threshold: float
    green_threshold: float


def stain(image: Image) -> Stain:
    """The maps of a field. Background, red cells and nuclei are told apart by two thresholds found in the field itself."""
    purple: npt.NDArray[np.uint8] = cv2.GaussianBlur(cv2.transform(image, _PURPLE), (5, 5), 1.0)  # type: ignore[assignment]
    green: npt.NDArray[np.uint8] = cv2.GaussianBlur(cv2.extractChannel(image, 1), (5, 5), 1.0)  # type: ignore[assignment]
    # first roughly, so that dark nuclei do not draw the line between red cells and background ...
    rough = (purple > max(25.0, otsu(histogram(purple)))).view(np.uint8)
    green_threshold = otsu(histogram(green, 1 - rough))
    covered = ((green <= green_threshold) | (rough > 0)).view(np.uint8)
    # ... then between red cells and nuclei without the background, whose area says nothing about either
    purples = histogram(purple, covered)
    split = otsu(purples)
    # where there is no nucleus to find, that parts red cells lying on red cells from those that lie alone: twice as much dye
    red = purples[: int(split) + 1]
    usual = float(np.searchsorted(np.cumsum(red), red.sum() / 2))
    purple_threshold = max(float(_PALEST), split, min(2 * usual + 2, _RED_AT_MOST))
    return Stain(purple, green, (purple > purple_threshold).view(np.uint8), covered, purple_threshold, green_threshold)


def histogram(plane: npt.NDArray[np.uint8], mask: Mask | None = None) -> npt.NDArray[np.float64]:
    """How many pixels, of those in `mask`, have each of the 256 values."""
    return cv2.calcHist([plane], [0], mask, [256], [0, 256]).ravel().astype(np.float64)


def otsu(counts: npt.NDArray[np.float64]) -> float:
    """The value that parts a histogram best in two (Otsu 1979): the lower part has values up to it; 255 when it is empty."""
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(len(counts)))
    if not below[-1]:
        return 255.0
    spread = below * (below[-1] - below)
    between = (sums[-1] * below - sums * below[-1]) ** 2 / np.maximum(spread, 1)
    best = np.flatnonzero(between >= between.max() * (1 - 1e-9))
    return float(best[0] + best[-1]) / 2


def shrink(image: Image, factor: int) -> Image:
    """Each pixel the mean of `factor` x `factor`."""
    if factor == 1:
        return image
    height, width = image.shape[:2]
    size = (max(1, round(width / factor)), max(1, round(height / factor)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def red_cell_diameter(image: Image) -> float:
    """Typical diameter of a red cell in px, 0 where nothing like one is seen.

    Large fields are looked at in a smaller copy first, and finer where red cells prove too small in it.
    """
    factor = max(1, -(-max(image.shape[:2]) // LARGE))
    while True:
        small = shrink(image, factor)
        diameter = diameter_in(stain(small))
        if diameter >= _RESOLVED or factor == 1:
            return float(diameter * factor)
        factor = max(1, factor // 2)


def diameter_in(maps: Stain) -> float:
    """Typical diameter of a red cell in px of the maps.

    Round red cells that lie alone say it best. Where there are fewer than three, the largest discs that fit into chains and
    heaps of cells (peaks of the distance to the background) say it, about a tenth too small since cells overlap.
    """
    if not maps.covered.any() or maps.covered.all():
        return 0.0
    filled, alone = _fill(maps)
    large = _large(maps.nuclei)
    distance: Plane = cv2.distanceTransform(filled & (1 - large), cv2.DIST_L2, 5)
    least = 2 * float(cv2.distanceTransform(large, cv2.DIST_L2, 5).max()) / 2.7  # no nucleus is wider than 2.7 red cells
    peaks = (distance >= cv2.dilate(distance, np.ones((3, 3), np.uint8))) & (distance > 1.5) & (maps.nuclei == 0)
    widths = 2 * distance[peaks]
    fitted = 0.0
    if len(widths):
        rough = _weighted_median(widths, widths**2)
        side = 2 * int(0.3 * rough) + 1
        peaks &= (distance >= cv2.dilate(distance, np.ones((side, side), np.uint8))) & (2 * distance > 0.55 * rough)
        if peaks.any():  # none where the widest disc of a neighbourhood lies under a nucleus
            fitted = float(np.median(2 * distance[peaks]))
    # where a field holds few red cells, one that lies alone and is larger than what was fitted speaks for all
    enough = 3 if 12 * fitted < min(large.shape) else 1
    if len(alone) >= enough:
        middle = _weighted_median(alone, alone**2)  # by area: platelets and dust weigh little
        alone = alone[(alone > 0.62 * middle) & (alone < 1.6 * middle)]
        if len(alone) >= enough and (lone := float(np.median(alone))) >= (0.6 if len(alone) >= 3 else 1.3) * fitted:
            return float(max(lone, least))
    # heaps look like huge red cells; no nucleus is narrower than about three quarters of a red cell
    widest: float = max(least * 1.35 / 0.38, 0.6 * fitted) if least else np.inf
    return float(max(min(1.1 * fitted, widest), least))


def _fill(maps: Stain) -> tuple[Mask, npt.NDArray[np.float64]]:
    """What is covered with the pallors of red cells filled, and the diameters of the red cells that lie alone."""
    height, width = maps.covered.shape
    filled = maps.covered.copy()
    outlines, tree = cv2.findContours(maps.covered, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    alone = []
    for outline, (_, _, _, parent) in zip(outlines, tree[0] if tree is not None else (), strict=True):
        if len(outline) < 8:
            if parent >= 0:
                cv2.drawContours(filled, [outline], -1, 1, -1)
            continue
        x, y, w, h = cv2.boundingRect(outline)
        area = cv2.contourArea(outline)
        if parent >= 0:
            # a pallor is round and small; what chains of cells enclose is not
            if area < 0.015 * height * width and area > 0.5 * w * h:
                cv2.drawContours(filled, [outline], -1, 1, -1)
        elif x and y and x + w < width and y + h < height and max(w, h) < 1.35 * min(w, h):
            area += len(outline) / 2  # the outline runs through the middles of the outermost pixels
            if _ROUND[0] < area / (np.pi / 4 * w * h) < _ROUND[1] and maps.nuclei[y : y + h, x : x + w].mean() < 0.4:
                alone.append(2 * np.sqrt(area / np.pi))
    return filled, np.array(alone)


def _large(nuclei: Mask) -> Mask:
    """Nuclei as large as a cell's; specks on red cells are left out."""
    large = np.zeros_like(nuclei)
    for outline in cv2.findContours(nuclei, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]:
        if len(outline) > 8 and cv2.contourArea(outline) > 0.003 * nuclei.size:
            cv2.drawContours(large, [outline], -1, 1, -1)
    return large


def _weighted_median(values: npt.NDArray[Any], weights: npt.NDArray[Any]) -> float:
    order = np.argsort(values)
    sums = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(sums, sums[-1] / 2)])
