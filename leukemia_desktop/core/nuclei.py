"""Masks of WBC-like cells, touching ones apart. Settings are in red-cell diameters: one set serves every magnification.

All pieces of a field are found in the same few maps: a call for each piece would take longer than the pixels do.
"""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.stain import Halved, Mask, Plane, Stain, median

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
_LONGEST, _PLASM, _PALE, _RESOLVED, _BETWEEN = 1.6, 0.3, 0.06, 32, 0.4
"""Half the length of the longest nucleus, where what its lobes enclose has that share of the purple of nuclei, all but so
much of it: among granules 4 to 6 px of 100 are paler, between cells that only touch 8 to 30. So many px of it must be seen,
since in fewer there is nothing but the blur between two edges, and at most that share of what they enclose: nuclei fill most
of their cell, and more lies between two cells side by side."""
_MARGIN = 0.35
_SQUARE = np.ones((3, 3), np.uint8)
_WAY = np.linspace(0, 1, 17)[:, None, None]
_BAND = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))


class Piece(NamedTuple):
    """The mask of one cell, cut to its bounding box."""

    mask: Mask
    x: int
    y: int
    """Of the upper left corner."""
    lobes: int

    def colour(self, image: Plane) -> tuple[float, float, float]:
        """Mean R, G and B of the image inside the mask."""
        h, w = self.mask.shape
        red, green, blue, _ = cv2.mean(image[self.y : self.y + h, self.x : self.x + w], self.mask)
        return red, green, blue


@dataclass(frozen=True)
class Pieces:
    """Everything in a field that is like a nucleus in size, numbered from 0 on; a list of masks would take longer."""

    labels: npt.NDArray[Any]
    """(H, W) uint16: 1 + the number of the piece that a pixel belongs to; 0 is none."""
    areas: npt.NDArray[np.int64]
    """px."""
    colours: npt.NDArray[np.float64]
    """(N, 3): mean R, G and B."""
    lobes: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.lobes)

    def piece(self, number: int) -> Piece:
        """One of them by itself."""
        mask: Mask = (self.labels == number + 1).view(np.uint8)
        x, y, w, h = cv2.boundingRect(mask)
        return Piece(mask[y : y + h, x : x + w], x, y, self.lobes[number])

    def each(self) -> list[Piece]:
        """All of them, in one pass over the field: asking for one after the other looks at every pixel each time."""
        width = self.labels.shape[1]
        places = self.labels.ravel().nonzero()[0]
        owners = self.labels.ravel()[places]
        places = places[owners.argsort(kind="stable")]
        counts = np.bincount(owners, minlength=len(self) + 1)[1:]
        there = counts.nonzero()[0]
        first = (counts.cumsum() - counts)[there]
        rows, columns = np.divmod(places, width)
        tops, bottoms = rows[first], rows[first + counts[there] - 1] + 1  # the pixels of each come row by row
        lefts, rights = np.minimum.reduceat(columns, first), np.maximum.reduceat(columns, first) + 1
        sides = zip(*(part.tolist() for part in (tops, bottoms, lefts, rights)), strict=True)
        boxes = dict(zip(there.tolist(), sides, strict=True))
        found = []
        for number, lobes in enumerate(self.lobes):
            top, bottom, left, right = boxes.get(number, (0, 0, 0, 0))
            mask: Mask = (self.labels[top:bottom, left:right] == number + 1).view(np.uint8)
            found.append(Piece(mask, left, top, lobes))
        return found

    def at_edge(self) -> set[int]:
        """Numbers of those that the edge of the field cuts."""
        labels = self.labels
        edges = np.bincount(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
        return set(edges[1:].nonzero()[0].tolist())


NONE = Pieces(np.zeros((1, 1), np.uint16), np.zeros(0, np.int64), np.zeros((0, 3)), ())


class _Disc(NamedTuple):
    """A disc that fits into a heap: a cell, or a lobe of one."""

    y: int
    x: int
    radius: float
    heap: int


def pieces(maps: Stain | Halved, unit: float) -> Pieces:
    """Everything in the field that is like a nucleus in size; `unit` is the diameter of a red cell."""
    height, width = maps.nuclei.shape
    margin = int(_MARGIN * unit) + 2
    field = slice(margin, margin + height), slice(margin, margin + width)
    mask = _heaps(maps, margin, unit)
    heaps = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_16U)[1][field].ravel()
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, 5)
    opened = _grow((depth > _OPEN * unit).view(np.uint8), _OPEN * unit)
    discs = _discs(depth, heaps, field, unit)
    if not discs:
        return NONE
    groups = _one_cell(discs, maps, unit)
    # only pixels inside cells are looked at from here on: most of a field is something else
    pixels = opened[field].ravel().view(np.bool_).nonzero()[0]
    owners = _owners(pixels, heaps[pixels], discs, groups, width)
    areas = np.bincount(owners, minlength=len(discs) + 1)
    # one small disc by itself is no cell, but takes its part of a heap from others
    lobes, least = [0] * len(discs), math.pi * (_LEAST_AREA * unit) ** 2
    for group in groups:
        lobes[group] += 1
    kept, number = [], [0] * len(areas)
    for group, area in enumerate(areas[:-1].tolist()):
        if area >= least and (lobes[group] > 1 or discs[group].radius >= _LEAST * unit):
            kept.append(group)
            number[group] = len(kept)
    if not kept:
        return NONE
    owners = np.array(number)[owners]
    labels = np.zeros((height, width), np.uint16)
    labels.ravel()[pixels] = owners
    areas = areas[kept]
    colours = np.empty((len(kept), 3))
    for channel, plane in enumerate(maps.planes):
        colours[:, channel] = np.bincount(owners, plane.ravel()[pixels], len(kept) + 1)[1:]
    colours /= areas[:, None]
    return Pieces(labels, areas, colours, tuple(lobes[group] for group in kept))


def finer(found: Pieces, nuclei: Mask) -> Pieces:
    """Pieces that were found in halved maps, on the full one: at their borders each pixel is asked."""
    labels: npt.NDArray[Any] = cv2.resize(found.labels, nuclei.shape[::-1], interpolation=cv2.INTER_NEAREST)
    # a number that is next to none and to itself spreads over none
    spread = cv2.dilate(labels, _BAND)
    doubtful = spread != cv2.erode(labels, _BAND)
    labels = np.where(doubtful, np.where(labels > 0, labels, spread) * nuclei, labels)
    return replace(found, labels=labels)


def _owners(
    pixels: npt.NDArray[np.intp], heaps: npt.NDArray[Any], discs: list[_Disc], groups: list[int], width: int
) -> npt.NDArray[np.intp]:
    """The group of discs that each pixel belongs to, given the heap of each; the number of discs stands for none."""
    nobody = len(discs)
    of_heap: dict[int, dict[int, list[_Disc]]] = {}
    for disc, group in zip(discs, groups, strict=True):
        of_heap.setdefault(disc.heap, {}).setdefault(group, []).append(disc)
    owner = [nobody] * (1 + int(heaps.max(initial=0)))
    for heap, members in of_heap.items():
        owner[heap] = next(iter(members))
    owners: npt.NDArray[np.intp] = np.array(owner)[heaps]
    several = [(heap, members) for heap, members in of_heap.items() if len(members) > 1]
    if several:
        rows, columns = (part.astype(np.float32) for part in np.divmod(pixels.astype(np.uint32), np.uint32(width)))
        for heap, members in several:
            places = (heaps == heap).nonzero()[0]
            owners[places] = _nearest(rows[places], columns[places], members, nobody)
    return owners


def _nearest(rows: Plane, columns: Plane, members: dict[int, list[_Disc]], nobody: int) -> npt.NDArray[np.intp]:
    """The group whose discs are nearest to each pixel of a heap, `nobody` where two are.

    A power diagram of the discs: straight cuts through the necks, whatever the order of the discs.
    """
    away = []
    for some in members.values():
        ways = []
        for y, x, radius, _ in some:
            way, across = rows - y, columns - x
            way *= way
            across *= across
            across -= radius * radius
            way += across
            ways.append(way)
        away.append(np.minimum.reduce(ways) if len(ways) > 1 else ways[0])
    near = np.array(away) <= np.minimum.reduce(away)
    mine: npt.NDArray[np.intp] = np.array(list(members))[near.argmax(axis=0)]
    # between two: which of them comes first depends on which way up the field is
    mine[np.add.reduce(near, axis=0, dtype=np.intp) > 1] = nobody
    return mine


def _heaps(maps: Stain | Halved, margin: int, unit: float) -> Mask:
    """Nuclei with gaps and holes filled, where no background is in them, and a margin around the field."""
    # the edge of the field is not an edge of the cell, but neither is there any depth far beyond it
    nuclei = cv2.copyMakeBorder(maps.nuclei, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    covered = cv2.copyMakeBorder(maps.covered, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    closed = _shrink(_grow(nuclei, _CLOSE * unit), _CLOSE * unit)
    mask = cv2.max(nuclei, cv2.min(closed, covered))
    mask[0] = mask[-1] = mask[:, 0] = mask[:, -1] = 0
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if tree is None:
        return mask
    filled = mask
    for number in (tree[0, :, 3] >= 0).nonzero()[0].tolist():
        if _belongs(outlines[number], mask, maps, margin, unit):
            filled = mask.copy() if filled is mask else filled
            cv2.drawContours(filled, outlines, number, 1, -1)
    return filled


def _belongs(outline: npt.NDArray[Any], mask: Mask, maps: Stain | Halved, margin: int, unit: float) -> bool:
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


def _discs(depth: Plane, heaps: npt.NDArray[Any], field: tuple[slice, slice], unit: float) -> list[_Disc]:
    """The discs that make up heaps of that depth and have their centres in the field, none within another's reach."""
    smooth = cv2.GaussianBlur(depth, (0, 0), 0.06 * unit)
    highest = cv2.dilate(smooth, _SQUARE)[field]
    smooth = smooth[field]
    width = smooth.shape[1]
    places = ((smooth >= highest) & (smooth > _LOBE * unit)).ravel().nonzero()[0]
    # smoothing took about 0.03 from the peaks; rounded, since sums in another order differ in the last digits
    rows, columns = np.divmod(places, width)
    radii = (smooth[rows, columns] + 0.03 * unit).round(3)
    largest = (-radii).argsort(kind="stable")
    of_heap: dict[int, list[_Disc]] = {}
    kept = []
    lists = (part[largest].tolist() for part in (rows, columns, radii, heaps[places]))
    for disc in map(_Disc, *lists):
        y, x, radius, heap = disc
        others = of_heap.setdefault(heap, [])
        for other in others:
            if math.hypot(y - other.y, x - other.x) < _APART * (radius + other.radius):
                break
        else:
            others.append(disc)
            kept.append(disc)
    return kept


def _one_cell(discs: list[_Disc], maps: Stain | Halved, unit: float) -> list[int]:
    """Group number of each disc: lobes of one nucleus share a group.

    Two discs are lobes when one cell could hold both. Where a field has four cells or more, which say how large one is, what
    lies half way between must also be well inside something stained, as cytoplasm is: between two cells that touch the
    background comes near. Where it has fewer, discs further apart are lobes too when cytoplasm is all that they enclose.
    """
    groups = list(range(len(discs)))
    if len(discs) < 2:
        return groups
    # the largest disc of each heap: lobes of one torn cell are not many cells
    others = {disc.heap: disc.radius for disc in reversed(discs) if disc.radius > _LEAST * unit}
    many = len(others) >= 4
    small = [number for number, disc in enumerate(discs) if disc.radius < _LOBE_AT_MOST * unit]
    if many and not small:
        return groups
    limit = min(_ONE_CELL * unit, _OF_OTHERS * median(others.values())) if many else _ONE_CELL * unit
    pairs = []
    for j in small:  # discs are sorted by their radii
        y, x, radius, _ = discs[j]
        for i, (other_y, other_x, other_radius, _) in enumerate(discs[:j]):
            half = (math.hypot(other_y - y, other_x - x) + other_radius + radius) / 2
            if half <= limit:
                pairs.append((half, i, j))
    for half, i, j in sorted(pairs):
        if not many or _shared(maps.covered, discs[i], discs[j], min(_SHARED * unit, _SHARED * half)):
            both = [number for number, group in enumerate(groups) if group in (groups[i], groups[j])]
            # or a chain of cells would become one
            if not many or all(_half_length(discs[a], discs[b]) <= limit for a, b in combinations(both, 2)):
                own = groups[i]
                for number in both:
                    groups[number] = own
    if not many:
        for (i, one), (j, other) in combinations(enumerate(discs), 2):
            if groups[i] != groups[j] and _in_one_plasm(maps, one, other, _LONGEST * unit):
                groups = [groups[i] if group == groups[j] else group for group in groups]
    return groups


def _half_length(one: _Disc, other: _Disc) -> float:
    """Of two discs together."""
    return (math.hypot(one.y - other.y, one.x - other.x) + one.radius + other.radius) / 2


def _in_one_plasm(maps: Stain | Halved, one: _Disc, other: _Disc, limit: float) -> bool:
    """Whether all that two discs enclose is nucleus or cytoplasm, hardly a pixel background or red cell."""
    if _half_length(one, other) > limit:
        return False
    top = max(0, math.floor(min(one.y - one.radius, other.y - other.radius)))
    left = max(0, math.floor(min(one.x - one.radius, other.x - other.radius)))
    bottom = math.ceil(max(one.y + one.radius, other.y + other.radius)) + 1
    right = math.ceil(max(one.x + one.radius, other.x + other.radius)) + 1
    window = slice(top, bottom), slice(left, right)
    purple, nuclei = maps.purple[window], maps.nuclei[window]
    rows, columns = np.ogrid[top : top + purple.shape[0], left : left + purple.shape[1]]
    y, x, radius = (start + _WAY * (end - start) for start, end in zip(one[:3], other[:3], strict=True))
    # discs on the way from one to the other
    inside = (np.hypot(rows - y, columns - x) <= radius + 1e-6).any(axis=0)
    enclosed = np.count_nonzero(inside)
    inside &= nuclei == 0
    seen = np.count_nonzero(inside)
    pale = np.count_nonzero(inside & (purple <= _PLASM * maps.purple_threshold))
    return bool(_RESOLVED <= seen <= _BETWEEN * enclosed and pale <= _PALE * seen)


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
