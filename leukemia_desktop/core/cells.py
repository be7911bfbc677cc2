"""WBC-like cells of a field: outlines and measurements. The program cannot know more about a cell than its look.

Settings are in red-cell diameters, so that one set serves every magnification; fields with larger red cells are worked on
in a smaller copy and the outlines scaled back.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.stain import LARGE, WORKED_AT, Mask, Plane, Stain, diameter_in, red_cell_diameter, shrink, stain

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
_SEEN = 0.42
"""Least depth that is seen of a cell whose centre lies in the field."""
_PINKER, _PALER, _RAGGED, _TORN = 24.0, 0.85, 0.92, 0.75
"""A smudge has so much more red against blue (of 255) and at most that share of the purple of the field's usual cell, or a
solidity below the third and at most the last share."""


@dataclass(frozen=True)
class Cell:
    """One WBC-like cell; lengths in px of the field, pixel centres at whole numbers."""

    x: float
    y: float
    area: float
    """px^2"""
    diameter: float
    """Of the circle of the same area."""
    perimeter: float
    circularity: float
    """4 pi area / perimeter^2: 1 for a disc, less for anything else."""
    eccentricity: float
    """Of the ellipse of the same second moments: 0 for a circle, towards 1 for a line."""
    solidity: float
    """Area by area of the convex hull."""
    colour: tuple[float, float, float]
    """Mean R, G, B."""
    border_distance: float
    """Between the outline and the nearest edge of the field; 0 for a cell that the edge cuts."""
    centre_inside: bool
    """False when less than half of a cell that the edge cuts seems to lie in the field: such a cell is not counted."""
    contour: npt.NDArray[np.float32] = field(repr=False, compare=False)
    """Outline, (N, 2) as x, y."""

    @property
    def at_border(self) -> bool:
        """Whether the edge of the field cuts the cell."""
        return self.border_distance == 0


@dataclass(frozen=True)
class Survey:
    """What was found in a field."""

    cells: tuple[Cell, ...]
    """All of them, by row and column of their centres, also those whose centre lies outside."""
    red_cell_diameter: float
    """px of the field; 0 where nothing like a red cell is seen."""

    @property
    def counted(self) -> list[Cell]:
        """The cells whose centre lies in the field: so no cell is counted in two adjoining fields."""
        return [cell for cell in self.cells if cell.centre_inside]


def find_cells(image: Image) -> list[Cell]:
    """The WBC-like cells whose centre lies in the field, touching ones apart; platelets, smudges and red cells are left out.

    The number does not depend on flips and quarter turns of a field that is worked on at its own size.
    """
    return survey(image).counted


def cells_mask(image: Image, cells: Sequence[Cell] | None = None) -> npt.NDArray[np.bool_]:
    """True inside WBC-like cells, (H, W); `cells` default to all that are there, also those hardly in view."""
    chosen = survey(image).cells if cells is None else cells
    mask = np.zeros(image.shape[:2], np.uint8)
    for cell in chosen:
        # one by one: polygons filled together cancel where they overlap
        cv2.fillPoly(mask, [np.rint(cell.contour).astype(np.int32)], 1)
    return mask.astype(bool)


def survey(image: Image) -> Survey:
    """Find and measure cells, and the red cells' diameter with them."""
    small, maps = image, None
    if max(image.shape[:2]) <= LARGE:
        maps = stain(image)
        diameter = diameter_in(maps)
    else:
        diameter = red_cell_diameter(image)
    factor = max(1, int(diameter / WORKED_AT))
    if factor > 1 or maps is None:
        small = shrink(image, factor)
        maps = stain(small)
    if diameter < 4:
        return Survey((), diameter)
    pieces = _pieces(maps, diameter / factor)
    scale = (image.shape[1] / small.shape[1], image.shape[0] / small.shape[0])
    found = [_measure(small, mask, corner, lobes, diameter / factor, scale) for mask, corner, lobes in pieces]
    kept = sorted(_without_smudges(found), key=lambda cell: (cell.y, cell.x))
    return Survey(tuple(kept), diameter)


def _without_smudges(cells: Sequence[Cell]) -> list[Cell]:
    """A burst cell is paler and pinker than its field's whole cells, or pale and ragged; among fewer than four it stays."""
    if len(cells) < 4:
        return list(cells)
    colours = np.array([cell.colour for cell in cells])
    purple = colours @ (0.5, -1.0, 0.5)
    pink = colours @ (1.0, 0.0, -1.0)
    usual = float(np.median(pink))
    spread = float(np.median(np.abs(pink - usual)))  # fields of many kinds of cells have many hues
    paler = purple / np.median(purple)
    ragged = np.array([cell.solidity for cell in cells]) < _RAGGED
    smudged = (pink - usual > max(_PINKER, 3 * spread)) & (paler < _PALER) | ragged & (paler < _TORN)
    return [cell for cell, out in zip(cells, smudged, strict=True) if not out]


def _pieces(maps: Stain, unit: float) -> list[tuple[Mask, tuple[int, int], int]]:
    """Masks of single cells, cut to their bounding boxes, the boxes' corners (y, x) and the number of lobes."""
    mask, depth = _clean(maps, unit)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    ys, xs, radii = _discs(depth, labels, unit)
    of_label = labels[ys, xs]
    groups = _one_cell(ys, xs, radii, of_label, _inwards(maps.covered), unit)
    owner = np.zeros(count, np.int32)  # of a component: its only group + 1
    owner[of_label] = groups + 1
    owners = owner[labels]
    for label in {int(label) for label, group in zip(of_label, groups, strict=True) if owner[label] != group + 1}:
        x, y, w, h, _ = boxes[label]
        members = np.flatnonzero(of_label == label)
        # power diagram of the discs: straight cuts through the necks, whatever the order of the discs
        rows, columns = np.nonzero(labels[y : y + h, x : x + w] == label)
        away = (rows + y - ys[members, None]) ** 2 + (columns + x - xs[members, None]) ** 2 - radii[members, None] ** 2
        owners[rows + y, columns + x] = groups[members[away.argmin(axis=0)]] + 1
    pieces = []
    for group in np.unique(groups):
        members = np.flatnonzero(groups == group)
        if len(members) == 1 and radii[members[0]] < _LEAST * unit:
            continue
        left, top, wide, high = boxes[of_label[members], :4].T
        x, y = left.min(), top.min()
        piece = (owners[y : (top + high).max(), x : (left + wide).max()] == group + 1).view(np.uint8)
        if cv2.countNonZero(piece) < np.pi * (_LEAST_AREA * unit) ** 2:
            continue
        bx, by, bw, bh = cv2.boundingRect(piece)
        pieces.append((piece[by : by + bh, bx : bx + bw], (int(y + by), int(x + bx)), len(members)))
    return pieces


def _clean(maps: Stain, unit: float) -> tuple[Mask, Plane]:
    """Nuclei with gaps and holes filled, where no background is in them, without what is thin or small; and its depth."""
    margin = int(0.35 * unit) + 2
    nuclei: Plane = cv2.copyMakeBorder(maps.nuclei, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    covered: Plane = cv2.copyMakeBorder(maps.covered, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    purple = cv2.copyMakeBorder(maps.purple, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    # a hole shows chromatin or cytoplasm; background and red cells among cells that touch are less purple
    pale = 0.55 * maps.purple_threshold
    mask = nuclei | ((1 - _grow(1 - _grow(nuclei, _CLOSE * unit), _CLOSE * unit)) & covered)
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    for outline, (_, _, _, parent) in zip(outlines, tree[0] if tree is not None else (), strict=True):
        if parent >= 0 and cv2.contourArea(outline) < _HOLE * unit**2:
            x, y, w, h = cv2.boundingRect(outline)
            hole = np.zeros((h, w), np.uint8)
            cv2.drawContours(hole, [outline], -1, 1, -1, offset=(-x, -y))
            hole &= 1 - mask[y : y + h, x : x + w]
            window = slice(y, y + h), slice(x, x + w)
            dyed = cv2.mean(purple[window], hole)[0] > pale and cv2.mean(covered[window], hole)[0] > 0.5
            if dyed or len(outline) < 8:
                mask[window] |= hole
    # the edge of the field is not an edge of the cell, but neither is there any depth far beyond it
    mask[[0, -1]] = mask[:, [0, -1]] = 0
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, 5)
    mask = _grow((depth > _OPEN * unit).view(np.uint8), _OPEN * unit)
    inside = slice(margin, -margin)
    return np.ascontiguousarray(mask[inside, inside]), np.ascontiguousarray(depth[inside, inside])


def _grow(mask: npt.NDArray[Any], radius: float) -> Mask:
    return (cv2.distanceTransform(1 - mask, cv2.DIST_L2, 5) <= radius).view(np.uint8)


def _inwards(mask: Mask) -> Plane:
    """Distance to the nearest pixel outside the mask; the field's edge is not outside."""
    wide = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    # of a mask without an outside it is as good as infinite
    inwards: Plane = np.minimum(cv2.distanceTransform(wide, cv2.DIST_L2, 5)[1:-1, 1:-1], max(mask.shape))
    return inwards


def _discs(depth: Plane, labels: npt.NDArray[Any], unit: float) -> tuple[npt.NDArray[Any], ...]:
    """Rows, columns and radii of the discs that make up a mask of that depth, largest first, none within another's reach."""
    depth = cv2.GaussianBlur(depth, (0, 0), 0.06 * unit)
    peaks = (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & (depth > _LOBE * unit) & (labels > 0)
    ys, xs = np.nonzero(peaks)
    # smoothing took about 0.03 from the peaks; rounded, since sums in another order differ in the last digits
    radii = np.round(depth[ys, xs] + 0.03 * unit, 3)
    order = np.argsort(-radii, kind="stable")
    ys, xs, radii, owner = ys[order], xs[order], radii[order], labels[ys[order], xs[order]]
    away = np.hypot(ys[:, None] - ys, xs[:, None] - xs)
    clash = (away < _APART * (radii[:, None] + radii)) & (owner[:, None] == owner)
    free = np.ones(len(ys), bool)
    kept = []
    for number in range(len(ys)):
        if free[number]:
            kept.append(number)
            free &= ~clash[number]
    return ys[kept], xs[kept], radii[kept]


def _one_cell(
    ys: npt.NDArray[Any],
    xs: npt.NDArray[Any],
    radii: npt.NDArray[Any],
    labels: npt.NDArray[Any],
    depth: Plane,
    unit: float,
) -> npt.NDArray[np.int64]:
    """Group number of each disc: lobes of one nucleus share a group.

    Two discs are lobes when one cell could hold both. Where a field has four cells or more, which say how large one is, what
    lies half way between must also be well inside something stained, as cytoplasm is: between two cells that touch the
    background comes near.
    """
    groups = np.arange(len(ys))
    # the largest disc of each heap: lobes of one torn cell are not many cells
    others = radii[np.unique(labels, return_index=True)[1]] if len(radii) else radii
    others = others[others > _LEAST * unit]
    many = len(others) >= 4
    limit = min(_ONE_CELL * unit, _OF_OTHERS * float(np.median(others))) if many else _ONE_CELL * unit
    half = (np.hypot(ys[:, None] - ys, xs[:, None] - xs) + radii[:, None] + radii) / 2
    small = np.minimum(radii[:, None], radii) / unit
    fits = (half <= limit) & (small < _LOBE_AT_MOST)
    pairs = np.argwhere(np.triu(fits, 1))
    for i, j in pairs[np.argsort(half[pairs[:, 0], pairs[:, 1]], kind="stable")]:
        y, x = int(ys[i] + ys[j]), int(xs[i] + xs[j])
        # half way may lie between pixels: then the least of those around it, whichever way up the field is
        between = depth[y // 2 : (y + 1) // 2 + 1, x // 2 : (x + 1) // 2 + 1].min()
        if not many or between >= min(_SHARED * unit, _SHARED * half[i, j]):
            both = np.flatnonzero((groups == groups[i]) | (groups == groups[j]))
            if not many or half[np.ix_(both, both)].max() <= limit:  # or a chain of cells would become one
                groups[both] = groups[i]
    return groups


def _measure(image: Image, mask: Mask, corner: tuple[int, int], lobes: int, unit: float, scale: tuple[float, float]) -> Cell:
    """Measurements of a mask at `corner` (y, x) of `image`, in px of the full field, `scale` (x, y) times as large."""
    height, width = image.shape[:2]
    y, x = corner
    h, w = mask.shape
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if len(outlines) > 1 and lobes > 1:  # the cell is at least what its lobes enclose
        mask = cv2.fillConvexPoly(  # type: ignore[assignment]
            np.zeros_like(mask), cv2.convexHull(np.concatenate(outlines)), 1
        )
        outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    chain = max(outlines, key=len).astype(np.float32)
    ring = np.concatenate((chain[-1:], chain, chain[:1]))
    outline = (ring[:-2] + 2 * chain + ring[2:]) / 4  # takes the stairs out of the chain of pixels
    moments = cv2.moments(mask, binaryImage=True)
    area = moments["m00"]
    xx, yy, xy = moments["mu20"] / area, moments["mu02"] / area, moments["mu11"] / area
    root = math.hypot(xx - yy, 2 * xy)
    perimeter = cv2.arcLength(outline, True) + math.pi  # half a px more on every side
    hull = cv2.convexHull(outline)
    hull_area = cv2.contourArea(hull) + cv2.arcLength(hull, True) / 2 + 1
    gaps = (x, y, width - x - w, height - y - h)
    # of a cell whose centre lies inside, more than half its width is seen
    inside = not any(
        gap == 0 and (deep < 0.45 * across or deep < _SEEN * unit)
        for gap, deep, across in zip(gaps, (w, h, w, h), (h, w, h, w), strict=True)
    )
    size = math.sqrt(scale[0] * scale[1])
    red, green, blue, _ = cv2.mean(image[y : y + h, x : x + w], mask)
    contour = (outline[:, 0] + (x + 0.5, y + 0.5)) * scale - 0.5
    return Cell(
        x=(x + moments["m10"] / area + 0.5) * scale[0] - 0.5,
        y=(y + moments["m01"] / area + 0.5) * scale[1] - 0.5,
        area=area * size**2,
        diameter=2 * math.sqrt(area / math.pi) * size,
        perimeter=perimeter * size,
        circularity=min(1.0, 4 * math.pi * area / perimeter**2),
        eccentricity=math.sqrt(2 * root / (xx + yy + root)) if root > 0 else 0.0,
        solidity=min(1.0, area / hull_area),
        colour=(red, green, blue),
        border_distance=min(gaps) * size,
        centre_inside=inside,
        contour=contour.astype(np.float32),
    )
