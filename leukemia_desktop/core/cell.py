"""One WBC-like cell and its measurements."""

import math
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.nuclei import Piece
from leukemia_desktop.core.stain import Mask, Plane


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


class Outline(NamedTuple):
    """The outline of a piece, in px from its corner."""

    mask: Mask
    points: npt.NDArray[Any]
    area: float
    solidity: float


def outline_of(piece: Piece) -> Outline:
    """The outline of a cell: that of what its lobes enclose, where they lie apart."""
    mask = piece.mask
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if len(outlines) > 1 and piece.lobes > 1:  # the cell is at least what its lobes enclose
        mask = cv2.fillConvexPoly(np.zeros_like(mask), cv2.convexHull(np.concatenate(outlines)), 1)
        outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    chain = max(outlines, key=len).astype(np.float32)
    ring = np.concatenate((chain[-1:], chain, chain[:1]))
    points = (ring[:-2] + 2 * chain + ring[2:]) / 4  # takes the stairs out of the chain of pixels
    hull = cv2.convexHull(points)
    hull_area = cv2.contourArea(hull) + cv2.arcLength(hull, True) / 2 + 1
    area = float(cv2.countNonZero(mask))
    return Outline(mask, points, area, min(1.0, area / hull_area))


def measured(image: Plane, piece: Piece, scale: tuple[float, float], *, centre_inside: bool) -> Cell:
    """Measurements of a piece of the image, in px of the full field, which is `scale` (x, y) times as large."""
    height, width = image.shape[:2]
    x, y = piece.x, piece.y
    h, w = piece.mask.shape
    mask, points, area, solidity = outline_of(piece)
    moments = cv2.moments(mask, binaryImage=True)
    xx, yy, xy = moments["mu20"] / area, moments["mu02"] / area, moments["mu11"] / area
    root = math.hypot(xx - yy, 2 * xy)
    perimeter = cv2.arcLength(points, True) + math.pi  # half a px more on every side
    size = math.sqrt(scale[0] * scale[1])
    contour = (points[:, 0] + (x + 0.5, y + 0.5)) * scale - 0.5
    return Cell(
        x=(x + moments["m10"] / area + 0.5) * scale[0] - 0.5,
        y=(y + moments["m01"] / area + 0.5) * scale[1] - 0.5,
        area=area * size**2,
        diameter=2 * math.sqrt(area / math.pi) * size,
        perimeter=perimeter * size,
        circularity=min(1.0, 4 * math.pi * area / perimeter**2),
        eccentricity=math.sqrt(2 * root / (xx + yy + root)) if root > 0 else 0.0,
        solidity=solidity,
        colour=piece._replace(mask=mask).colour(image),
        border_distance=min(x, y, width - x - w, height - y - h) * size,
        centre_inside=centre_inside,
        contour=contour.astype(np.float32),
    )
