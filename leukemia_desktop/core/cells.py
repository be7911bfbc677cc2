"""WBC-like cells of a field: outlines and measurements. The program cannot know more about a cell than its look.

Finding and counting cells is quick; measuring them is not, and is done when the measurements are first asked for. Fields
with large red cells are worked on in a smaller copy and the outlines scaled back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cell import Cell, measured, outline_of
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.nuclei import Piece, pieces
from leukemia_desktop.core.red_cells import LARGE, WORKED_AT, diameter_in, red_cell_diameter
from leukemia_desktop.core.stain import Stain, median, shrink, stain

__all__ = ["Cell", "Survey", "cells_mask", "find_cells", "survey"]

_SEEN = 0.42
"""Least depth, in red-cell diameters, that is seen of a cell whose centre lies in the field."""
_PINKER, _PALER, _RAGGED, _TORN = 24.0, 0.85, 0.92, 0.75
"""A smudge has so much more red against blue (of 255) and at most that share of the purple of the field's usual cell, or a
solidity below the third and at most the last share."""


@dataclass(frozen=True, eq=False)
class Sight:
    """What was looked at and found, in px of the maps."""

    maps: Stain
    """Of the field, or of the copy of it that was worked on."""
    pieces: tuple[Piece, ...]
    """The first `count` are those whose centre lies in the field."""
    count: int
    field_size: tuple[int, int]
    """Height and width of the field, in its own px."""

    def measured(self) -> tuple[Cell, ...]:
        """Cells in px of the field, by row and column of their centres."""
        height, width = self.maps.nuclei.shape
        scale = (self.field_size[1] / width, self.field_size[0] / height)
        found = [
            measured(self.maps, piece, scale, centre_inside=number < self.count) for number, piece in enumerate(self.pieces)
        ]
        return tuple(sorted(found, key=lambda cell: (cell.y, cell.x)))


@dataclass(frozen=True, eq=False)
class Survey:
    """What was found in a field."""

    found: Sequence[Cell] | Sight
    """Cells, or what they can be measured on."""
    red_cell_diameter: float
    """px of the field; 0 where nothing like a red cell is seen."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All of them measured, by row and column of their centres, also those whose centre lies outside."""
        return self.found.measured() if isinstance(self.found, Sight) else tuple(self.found)

    @property
    def count(self) -> int:
        """Cells whose centre lies in the field; known without measuring any."""
        return self.found.count if isinstance(self.found, Sight) else len(self.counted)

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
    """Find and count cells, and measure the red cells' diameter with them."""
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
    size = (image.shape[0], image.shape[1])
    if diameter < 4:
        return Survey(Sight(maps, (), 0, size), diameter)
    unit = diameter / factor
    inside: list[Piece] = []
    outside: list[Piece] = []
    for piece in _without_smudges(maps, pieces(maps, unit)):
        (inside if _centre_inside(piece, small.shape[:2], unit) else outside).append(piece)
    return Survey(Sight(maps, (*inside, *outside), len(inside), size), diameter)


def _centre_inside(piece: Piece, size: tuple[int, ...], unit: float) -> bool:
    """Of a cell whose centre lies inside, more than half its width is seen."""
    h, w = piece.mask.shape
    gaps = (piece.x, piece.y, size[1] - piece.x - w, size[0] - piece.y - h)
    for gap, deep, across in zip(gaps, (w, h, w, h), (h, w, h, w), strict=True):
        if gap == 0 and (deep < 0.45 * across or deep < _SEEN * unit):
            return False
    return True


def _without_smudges(maps: Stain, found: list[Piece]) -> list[Piece]:
    """A burst cell is paler and pinker than its field's whole cells, or pale and ragged; among fewer than four it stays."""
    if len(found) < 4:
        return found
    colours = np.array([piece.colour(maps.image) for piece in found])
    red, green, blue = colours.T
    purple, pink = (red + blue) / 2 - green, red - blue
    usual = median(pink)
    spread = median(np.abs(pink - usual))  # fields of many kinds of cells have many hues
    paler = purple / median(purple)
    smudged = (pink - usual > max(_PINKER, 3 * spread)) & (paler < _PALER)
    for number in np.flatnonzero(~smudged & (paler < _TORN)):
        smudged[number] = outline_of(found[number]).solidity < _RAGGED
    return [piece for piece, out in zip(found, smudged.tolist(), strict=True) if not out]
