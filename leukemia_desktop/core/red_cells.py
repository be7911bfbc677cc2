"""How large the red cells of a field are: the yardstick of everything else that is measured in it."""

import math
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.stain import Halved, Mask, Plane, Stain, median, shrink, stain

WORKED_AT = 20.0
"""px of a red cell: a field in which they have at least twice as many is worked on in a smaller copy."""
LARGE = 448
"""px of the longer side above which red cells are measured in a smaller copy."""
_RESOLVED = 9.0
_AT_HALF = (4.5, 12.0)
"""px of a red cell in the halved maps; where it has fewer, or few would fit into a field, the maps themselves are asked."""
_ROUND = (0.88, 1.15)
_MANY = 10
"""Discs that say more together than the few red cells that happen to lie alone."""
_NUCLEUS = 0.9
"""Of the diameter of the disc with a nucleus' area, red cells have at most so much."""
_SQUARE, _SPECK = np.ones((3, 3), np.uint8), np.ones((5, 5), np.uint8)


def red_cell_diameter(image: Image) -> float:
    """Typical diameter of a red cell in px, 0 where nothing like one is seen.

    Large fields are looked at in a smaller copy first, and finer where red cells prove too small in it.
    """
    factor = -(-max(image.shape[:2]) // LARGE)
    if factor <= 1:
        return diameter_in(stain(image))
    while True:
        small = shrink(image, factor)
        diameter = _diameter(stain(small))
        if diameter >= _RESOLVED or factor == 1:
            return float(diameter * factor)
        factor = max(1, factor // 2)


def diameter_in(maps: Stain) -> float:
    """Typical diameter of a red cell in px of the maps.

    The largest discs that fit into what is covered say it (peaks of the distance to the background), in chains and heaps
    about a tenth too small since cells overlap. Where few fit in, round red cells that lie alone say it better.
    """
    diameter = _diameter(maps.half, _MANY)
    # the distance to the middle of the next pixel is half a px more than to its edge, and px are twice as large there
    return 2 * diameter - 0.5 if _AT_HALF[0] < diameter < _AT_HALF[1] else _diameter(maps)


def _diameter(maps: Stain | Halved, enough: float = math.inf) -> float:
    covered = maps.covered
    if not 0 < cv2.countNonZero(covered) < covered.size:
        return 0.0
    filled = _fill(covered)
    # specks on red cells are no nuclei; a gap around those that are parts the discs in them from those in red cells
    large = cv2.morphologyEx(maps.nuclei, cv2.MORPH_OPEN, _SPECK)
    gap = cv2.min(filled, cv2.subtract(cv2.dilate(large, _SQUARE), large))
    if cv2.countNonZero(filled) == filled.size:  # a wall of cells or no smear: nothing to be at a distance from
        return 0.0
    distance: Plane = cv2.distanceTransform(cv2.subtract(filled, gap), cv2.DIST_L2, 5)
    least = 2 * cv2.minMaxLoc(distance, mask=large)[1] / 2.7  # no nucleus is wider than 2.7 red cells
    peaks = (distance >= cv2.dilate(distance, _SQUARE)) & (distance > 1.5)
    # only the few peaks are looked at from here on
    places = peaks.ravel().nonzero()[0]
    places = places[maps.nuclei.ravel()[places] == 0]
    depths = distance.ravel()[places]
    widths = 2 * depths
    fitted = 0.0
    if len(widths):
        rough = _weighted_median(widths, widths**2)
        side = 2 * int(0.3 * rough) + 1
        highest = cv2.dilate(distance, np.ones((side, side), np.uint8)).ravel()[places]
        widths = widths[(depths >= highest) & (depths > 0.275 * rough)]
        if len(widths):  # none where the widest disc of a neighbourhood lies under a nucleus
            fitted = float(np.add.reduce(widths) / len(widths))
    if len(widths) < enough and (alone := _alone(filled, maps.nuclei, fitted)):
        return max(alone, least)
    # heaps look like huge red cells; no nucleus is narrower than about three quarters of a red cell ...
    widest: float = max(least * 1.35 / 0.38, 0.6 * fitted) if least else np.inf
    if 1.1 * fitted > widest:
        # ... unless it has lobes, and then its area says the same
        area = cv2.connectedComponentsWithStats(large, connectivity=8)[2][1:, cv2.CC_STAT_AREA].max()
        widest = max(widest, _NUCLEUS * 2 * math.sqrt(area / math.pi))
    return max(min(1.1 * fitted, widest), least)


def _alone(filled: Mask, nuclei: Mask, fitted: float) -> float:
    """What round red cells that lie alone say; 0 where they say nothing that goes together with the `fitted` diameter."""
    alone = _lone(filled, nuclei)
    # where a field holds few red cells, one that lies alone and is larger than what was fitted speaks for all
    enough = 3 if 12 * fitted < min(filled.shape) else 1
    if len(alone) < enough:
        return 0.0
    middle = _weighted_median(alone, alone**2)  # by area: platelets and dust weigh little
    alone = alone[(alone > 0.62 * middle) & (alone < 1.6 * middle)]
    if len(alone) < enough:
        return 0.0
    lone = median(alone.tolist())
    return lone if lone >= (0.6 if len(alone) >= 3 else 1.3) * fitted else 0.0


def _fill(covered: Mask) -> Mask:
    """What is covered with the pallors of red cells filled: holes that are round and small; what chains enclose is not."""
    # what touches the edge of the field is one with a ring around it, and that has the first number
    bare = cv2.copyMakeBorder(1 - covered, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    number = cv2.CV_16U if bare.size < 2**16 else cv2.CV_32S
    labels = cv2.connectedComponents(bare, connectivity=4, ltype=number)[1].ravel()
    # holes are few and small: their pixels are asked, not those of the field
    places = (labels > 1).nonzero()[0]
    if not len(places):
        return covered
    labels = labels[places]
    order = labels.argsort(kind="stable")
    area = np.bincount(labels)[2:]
    first = area.cumsum()
    first -= area
    rows, columns = np.divmod(places[order], bare.shape[1])
    w = np.maximum.reduceat(columns, first) - np.minimum.reduceat(columns, first) + 1
    h = rows[first + area - 1] - rows[first] + 1  # their pixels come row by row
    pallor = (area <= 3) | (area < 0.015 * covered.size) & (2 * area > w * h)
    filled: Mask = 1 - bare
    filled.ravel()[places[order]] = pallor.repeat(area)
    return filled[1:-1, 1:-1]


def _lone(filled: Mask, nuclei: Mask) -> npt.NDArray[np.float64]:
    """Diameters of the round red cells that touch nothing."""
    height, width = filled.shape
    stats = cv2.connectedComponentsWithStats(filled, connectivity=8)[2][1:]
    x, y, w, h, area = stats.T
    share = area / (np.pi / 4 * w * h)
    chosen = (x > 0) & (y > 0) & (x + w < width) & (y + h < height) & (np.maximum(w, h) < 1.5 * np.minimum(w, h))
    x, y, w, h, area = stats[chosen & (share > _ROUND[0]) & (share < _ROUND[1]) & (area >= 5)].T
    sums = cv2.integral(nuclei)
    dyed = sums[y + h, x + w] - sums[y, x + w] - sums[y + h, x] + sums[y, x]
    diameters: npt.NDArray[np.float64] = 2 * np.sqrt(area[dyed < 0.15 * w * h] / np.pi)
    return diameters


def _weighted_median(values: npt.NDArray[Any], weights: npt.NDArray[Any]) -> float:
    order = values.argsort()
    sums = weights[order].cumsum()
    return float(values[order[sums.searchsorted(sums[-1] / 2)]])
