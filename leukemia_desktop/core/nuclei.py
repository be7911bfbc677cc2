"""Masks of WBC-like cells, touching ones apart. Settings are in red-cell diameters: one set serves every magnification.

Only what is large and purple is looked at: such heaps are packed into one small mask, since most of a field is something
else and every map costs as much as it has pixels.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.stain import Mask, Plane, Stain, median

# In red-cell diameters where nothing else is said. Tuned by eye on training fields, on drawn fields 0 to 59 and on every
# other field of BCCD; tests/benchmarks/bench_cells.py measures on those left out.
_CLOSE, _OPEN = 0.12, 0.17
_HOLE = 0.6
"""Area of the largest hole in a nucleus, in squares of a red cell's diameter."""
_LOBE, _LEAST, _LEAST_AREA = 0.19, 0.30, 0.34
"""Radii: of the smallest lobe, of the smallest cell (5 px where a red cell has 15), and of the disc of the smallest area."""
_APART = 0.8
"""Two discs are two parts when their centres lie this share of the sum of their radii apart."""
_ONE_CELL, _OF_OTHERS = 1.1, 1.2
"""Lobes together are at most half this long: in red cells, and in radii of the field's other cells."""
_LOBE_AT_MOST, _SHARED = 0.50, 0.35
_MARGIN = 0.35
_SHELF = 96
"""px; what heaps are packed into is at least this wide."""
_SQUARE = np.ones((3, 3), np.uint8)


class Piece(NamedTuple):
    """The mask of one cell, cut to its bounding box."""

    mask: Mask
    x: int
    y: int
    """Of the upper left corner."""
    lobes: int

    def colour(self, image: Image) -> tuple[float, float, float]:
        """Mean R, G and B of the image inside the mask."""
        h, w = self.mask.shape
        red, green, blue, _ = cv2.mean(image[self.y : self.y + h, self.x : self.x + w], self.mask)
        return red, green, blue

    def purple(self, image: Image) -> float:
        """Mean (R + B) / 2 - G inside the mask."""
        red, green, blue = self.colour(image)
        return (red + blue) / 2 - green


_Part = tuple[Mask, int, int]
"""A mask and its corner, x and y."""


class _Disc(NamedTuple):
    """A disc that fits into a heap: a cell, or a lobe of one."""

    y: int
    x: int
    radius: float
    heap: int


@dataclass(frozen=True)
class _Heaps:
    """Heaps packed side by side on shelves, zeros between; one list each, in the same order."""

    mask: Mask
    places: list[tuple[int, int]]
    """Upper left corner (x, y) in the mask."""
    boxes: list[Sequence[int]]
    """x, y, width and height in the field; x and y are negative in the margin."""


def pieces(maps: Stain, unit: float) -> list[Piece]:
    """Everything in the field that is like a nucleus in size; `unit` is the diameter of a red cell."""
    heaps = _heaps(maps, unit)
    if not heaps.boxes:
        return []
    size = maps.nuclei.shape
    depth = cv2.distanceTransform(heaps.mask, cv2.DIST_L2, 5)
    opened = _grow((depth > _OPEN * unit).view(np.uint8), _OPEN * unit)
    discs = _discs(depth, heaps, unit, size)
    groups = _one_cell(discs, maps.covered, unit)
    of_heap: list[dict[int, list[_Disc]]] = [{} for _ in heaps.boxes]
    for disc, group in zip(discs, groups, strict=True):
        of_heap[disc.heap].setdefault(group, []).append(disc)
    of_group: dict[int, list[_Part]] = {}
    for number, members in enumerate(of_heap):
        if not members:
            continue  # nothing in it is as large as a lobe, or it lies beyond the field
        for group, part in _parts(heaps, number, opened, members, size):
            of_group.setdefault(group, []).append(part)
    found = []
    for group, parts in of_group.items():
        lobes = groups.count(group)
        if lobes == 1 and discs[group].radius < _LEAST * unit:
            continue
        mask, x, y = parts[0] if len(parts) == 1 else _joined(parts)
        if cv2.countNonZero(mask) >= np.pi * (_LEAST_AREA * unit) ** 2:
            left, top, w, h = cv2.boundingRect(mask)
            found.append(Piece(mask[top : top + h, left : left + w], x + left, y + top, lobes))
    return found


def _parts(
    heaps: _Heaps, number: int, opened: Mask, members: dict[int, list[_Disc]], size: tuple[int, ...]
) -> Iterator[tuple[int, _Part]]:
    """What belongs to each group of discs in one heap, without what lies beyond the field."""
    x, y, w, h = heaps.boxes[number]
    across, down = heaps.places[number]
    top, left = max(0, -y), max(0, -x)
    bottom, right = min(h, size[0] - y), min(w, size[1] - x)
    mask = opened[down + top : down + bottom, across + left : across + right]
    x, y = x + left, y + top
    if len(members) == 1:
        yield next(iter(members)), (mask, x, y)
        return
    # power diagram of the discs: straight cuts through the necks, whatever the order of the discs
    columns = np.arange(x, x + mask.shape[1], dtype=np.float32)
    rows = np.arange(y, y + mask.shape[0], dtype=np.float32)[:, None]
    away: dict[int, Plane] = {}
    for group, discs in members.items():
        for disc in discs:
            one = ((rows - disc.y) ** 2 - disc.radius**2) + (columns - disc.x) ** 2
            away[group] = cv2.min(away[group], one) if group in away else one
    nearest = np.minimum.reduce(list(away.values()))
    for group, one in away.items():
        yield group, (cv2.min(mask, (one <= nearest).view(np.uint8)), x, y)


def _joined(parts: list[_Part]) -> _Part:
    left, top = min(x for _, x, _ in parts), min(y for _, _, y in parts)
    right = max(x + mask.shape[1] for mask, x, _ in parts)
    bottom = max(y + mask.shape[0] for mask, _, y in parts)
    whole = np.zeros((bottom - top, right - left), np.uint8)
    for mask, x, y in parts:
        window = whole[y - top : y - top + mask.shape[0], x - left : x - left + mask.shape[1]]
        cv2.max(window, mask, window)
    return whole, left, top


def _heaps(maps: Stain, unit: float) -> _Heaps:
    """Nuclei with gaps and holes filled, where no background is in them; what is too small for a lobe is left out."""
    margin = int(_MARGIN * unit) + 2
    # the edge of the field is not an edge of the cell, but neither is there any depth far beyond it
    nuclei = cv2.copyMakeBorder(maps.nuclei, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    covered = cv2.copyMakeBorder(maps.covered, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    closed = _shrink(_grow(nuclei, _CLOSE * unit), _CLOSE * unit)
    mask = cv2.max(nuclei, cv2.min(closed, covered))
    mask[[0, -1]] = mask[:, [0, -1]] = 0
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if tree is None:
        return _Heaps(mask, [], [])
    after, _, holes, parents = tree[0].T.tolist()
    least = 2 * _LOBE * unit - 1
    found = []
    for number, outline in enumerate(outlines):
        if parents[number] < 0 and len(outline) >= 2 * least:
            box = cv2.boundingRect(outline)
            if min(box[2:]) >= least:
                found.append((number, box))
    places, shape = _shelved([box for _, box in found])
    packed = np.zeros(shape, np.uint8)
    for (number, (x, y, _, _)), (across, down) in zip(found, places, strict=True):
        shift = (across - x, down - y)
        cv2.drawContours(packed, outlines, number, 1, -1, offset=shift)
        hole = holes[number]
        while hole >= 0:
            if not _belongs(outlines[hole], mask, maps, margin, unit):
                cv2.drawContours(packed, outlines, hole, 0, -1, offset=shift)
                cv2.drawContours(packed, outlines, hole, 1, 1, offset=shift)  # the outline of a hole runs around it
            hole = after[hole]
    return _Heaps(packed, places, [(x - margin, y - margin, w, h) for _, (x, y, w, h) in found])


def _shelved(boxes: Sequence[Sequence[int]]) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """Corners (x, y) of boxes packed on shelves, a row of pixels between, and height and width of it all."""
    places = [(0, 0)] * len(boxes)
    wide = max(_SHELF, max((box[2] for box in boxes), default=0) + 2)
    x, y, bottom = 1, 1, 1
    for number in sorted(range(len(boxes)), key=lambda number: -boxes[number][3]):
        _, _, w, h = boxes[number]
        if x + w >= wide:
            x, y = 1, bottom
        places[number] = (x, y)
        x, bottom = x + w + 1, max(bottom, y + h + 1)
    return places, (bottom, wide)


def _belongs(outline: npt.NDArray[Any], mask: Mask, maps: Stain, margin: int, unit: float) -> bool:
    """Whether a hole shows chromatin or cytoplasm: background and red cells among cells that touch are less purple."""
    if len(outline) < 8:
        return True
    if cv2.contourArea(outline) >= _HOLE * unit**2:
        return False
    x, y, w, h = cv2.boundingRect(outline)
    hole: Mask = np.zeros((h, w), np.uint8)
    cv2.drawContours(hole, [outline], -1, 1, -1, offset=(-x, -y))
    hole = cv2.subtract(hole, mask[y : y + h, x : x + w])
    height, width = maps.nuclei.shape
    top, left = max(0, margin - y), max(0, margin - x)
    bottom, right = min(h, height + margin - y), min(w, width + margin - x)
    if top >= bottom or left >= right:
        return False  # what lies in the margin is not looked at
    inside = hole[top:bottom, left:right]
    window = slice(y + top - margin, y + bottom - margin), slice(x + left - margin, x + right - margin)
    if not cv2.countNonZero(inside):
        return True
    return bool(
        cv2.mean(maps.purple[window], inside)[0] > 0.55 * maps.purple_threshold
        and cv2.mean(maps.covered[window], inside)[0] > 0.5
    )


@lru_cache(maxsize=64)
def _ball(reach: int) -> Mask:
    """Pixels whose distance to the middle is at most `reach` / 100, measured as distances are measured here."""
    side = 2 * (reach // 100) + 3
    middle = np.ones((side, side), np.uint8)
    middle[side // 2, side // 2] = 0
    ball = (cv2.distanceTransform(middle, cv2.DIST_L2, 5) <= reach / 100).view(np.uint8)
    return ball[1:-1, 1:-1]


def _grow(mask: Mask, radius: float) -> Mask:
    if radius < 4:
        return cv2.dilate(mask, _ball(int(100 * radius)))
    return cv2.threshold(cv2.distanceTransform(1 - mask, cv2.DIST_L2, 5), radius, 1, cv2.THRESH_BINARY_INV)[1].astype(
        np.uint8
    )


def _shrink(mask: Mask, radius: float) -> Mask:
    if radius < 4:
        return cv2.erode(mask, _ball(int(100 * radius)))
    return cv2.threshold(cv2.distanceTransform(mask, cv2.DIST_L2, 5), radius, 1, cv2.THRESH_BINARY)[1].astype(np.uint8)


def _discs(depth: Plane, heaps: _Heaps, unit: float, size: tuple[int, ...]) -> list[_Disc]:
    """The discs that make up heaps of that depth and have their centres in the field, none within another's reach."""
    smooth = cv2.GaussianBlur(depth, (0, 0), 0.06 * unit)
    peaks = np.flatnonzero((smooth >= cv2.dilate(smooth, _SQUARE)) & (smooth > _LOBE * unit))
    # smoothing took about 0.03 from the peaks; rounded, since sums in another order differ in the last digits
    radii = (smooth.ravel()[peaks] + 0.03 * unit).round(3).tolist()
    found = []
    for peak, radius in zip(peaks.tolist(), radii, strict=True):
        row, column = divmod(peak, depth.shape[1])
        for heap, (across, down) in enumerate(heaps.places):
            left, top, wide, high = heaps.boxes[heap]
            if 0 <= row - down < high and 0 <= column - across < wide:
                y, x = row - down + top, column - across + left
                if 0 <= y < size[0] and 0 <= x < size[1]:
                    found.append(_Disc(y, x, radius, heap))
                break
    found.sort(key=lambda disc: -disc.radius)
    kept: list[_Disc] = []
    for disc in found:
        for other in kept:
            if disc.heap == other.heap and math.dist(disc[:2], other[:2]) < _APART * (disc.radius + other.radius):
                break
        else:
            kept.append(disc)
    return kept


def _one_cell(discs: list[_Disc], covered: Mask, unit: float) -> list[int]:
    """Group number of each disc: lobes of one nucleus share a group.

    Two discs are lobes when one cell could hold both. Where a field has four cells or more, which say how large one is, what
    lies half way between must also be well inside something stained, as cytoplasm is: between two cells that touch the
    background comes near.
    """
    groups = list(range(len(discs)))
    if len(discs) < 2:
        return groups
    ys, xs, radii, heaps = np.array(discs).T
    # the largest disc of each heap: lobes of one torn cell are not many cells
    others = radii[np.unique(heaps, return_index=True)[1]]
    others = others[others > _LEAST * unit]
    many = len(others) >= 4
    limit = min(_ONE_CELL * unit, _OF_OTHERS * median(others)) if many else _ONE_CELL * unit
    half = (np.hypot(ys[:, None] - ys, xs[:, None] - xs) + radii[:, None] + radii) / 2
    fits = (half <= limit) & (np.minimum(radii[:, None], radii) < _LOBE_AT_MOST * unit)
    first, second = np.nonzero(np.triu(fits, 1))
    order = half[first, second].argsort(kind="stable")
    for i, j in zip(first[order].tolist(), second[order].tolist(), strict=True):
        if not many or _shared(covered, discs[i], discs[j], min(_SHARED * unit, _SHARED * half[i, j])):
            both = [number for number, group in enumerate(groups) if group in (groups[i], groups[j])]
            if not many or half[np.ix_(both, both)].max() <= limit:  # or a chain of cells would become one
                own = groups[i]
                for number in both:
                    groups[number] = own
    return groups


def _shared(covered: Mask, one: _Disc, other: _Disc, least: float) -> bool:
    """Whether what lies half way between two discs lies at least that far inside something stained."""
    y, x = one.y + other.y, one.x + other.x
    # half way may lie between pixels: then the least of those around it, whichever way up the field is
    reach = int(least) + 2
    top, left = max(0, y // 2 - reach), max(0, x // 2 - reach)
    around = covered[top : (y + 1) // 2 + reach + 1, left : (x + 1) // 2 + reach + 1]
    if cv2.countNonZero(around) == around.size:
        return True
    depth = cv2.distanceTransform(around, cv2.DIST_L2, 5)
    middle = depth[y // 2 - top : (y + 1) // 2 - top + 1, x // 2 - left : (x + 1) // 2 - left + 1]
    return bool(middle.min() >= least)
