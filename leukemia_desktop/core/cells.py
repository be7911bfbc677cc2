"""WBC-like cells of a field: outlines and measurements. The program cannot know more about a cell than its look.

Finding and counting cells is quick; measuring them is not, and is done when the measurements are first asked for. Fields
with large red cells are worked on in a smaller copy and the outlines scaled back.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cell import Cell, measured, outline_of
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.nuclei import NONE, Piece, Pieces, finer, pieces
from leukemia_desktop.core.red_cells import LARGE, WORKED_AT, diameter_in, red_cell_diameter
from leukemia_desktop.core.stain import Halved, Stain, median, shrink, stain

__all__ = ["RULES", "Cell", "Survey", "cells_mask", "find_cells", "survey"]

RULES = "survey-2"
"""Changes with whatever changes counts, outlines, red cells or a field's flags, here, in the rooms below or in quality: what
the ledger holds under other rules is computed again. A recipe that keeps cells only shows the model other pixels as well."""
_HALVED_FROM = 12.0
"""px of a red cell from which half of them are enough to tell cells apart."""
_SEEN = 0.42
"""Least depth, in red-cell diameters, that is seen of a cell whose centre lies in the field."""
_PINKER, _PALER, _RAGGED, _TORN = 24.0, 0.85, 0.92, 0.75
"""A smudge has so much more red against blue (of 255) and at most that share of the purple of the field's usual cell, or a
solidity below the third and at most the last share."""


@dataclass(frozen=True, eq=False)
class Sight:
    """What was looked at and found."""

    stained: Stain
    """The field, or the copy of it that was looked at."""
    maps: Stain | Halved
    """In which cells were found: the same, or halved."""
    pieces: Pieces
    counted: tuple[int, ...]
    """Numbers of the pieces that are cells and whose centre lies in the field."""
    others: tuple[int, ...]
    """Of cells whose centre lies outside."""
    field_size: tuple[int, int]
    """Height and width of the field, in its own px."""

    def measured(self) -> tuple[Cell, ...]:
        """Cells in px of the field, by row and column of their centres."""
        height, width = self.stained.purple.shape
        scale = (self.field_size[1] / width, self.field_size[0] / height)
        image, found = cv2.merge(self.stained.planes), self.pieces
        if self.maps is not self.stained:
            found = finer(found, self.stained.nuclei)
        each = found.each() if len(found) else []
        cells = [
            measured(image, each[number], scale, centre_inside=inside)
            for numbers, inside in ((self.counted, True), (self.others, False))
            for number in numbers
        ]
        return tuple(sorted(cells, key=lambda cell: (cell.y, cell.x)))


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
        return len(self.found.counted) if isinstance(self.found, Sight) else len(self.counted)

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


def survey(image: Image, *, fine: bool = False) -> Survey:
    """Find and count cells, and measure the red cells' diameter with them.

    Cells of a field of usual size are found in maps of half its size, and outlined in full ones: that takes half the time
    and costs one cell in ten fields. `fine` finds them in full ones, too.
    """
    if max(image.shape[:2]) <= LARGE:
        stained = stain(image)
        diameter = diameter_in(stained)
    else:
        stained, diameter = None, red_cell_diameter(image)
    factor = max(1, int(diameter / WORKED_AT))
    if factor > 1 or stained is None:
        stained = stain(shrink(image, factor))
    unit = diameter / factor
    maps: Stain | Halved = stained
    if not fine and max(image.shape[:2]) <= LARGE and unit >= _HALVED_FROM:
        maps, unit = stained.half, unit / 2
    found = pieces(maps, unit) if diameter >= 4 else NONE
    cells = _without_smudges(found)
    outside = [n for n in found.at_edge() & set(cells) if not _centre_inside(found.piece(n), maps.nuclei.shape, unit)]
    inside = tuple(n for n in cells if n not in outside)
    size = (image.shape[0], image.shape[1])
    return Survey(Sight(stained, maps, found, inside, tuple(sorted(outside)), size), diameter)


def _centre_inside(piece: Piece, size: tuple[int, ...], unit: float) -> bool:
    """Of a cell whose centre lies inside, more than half its width is seen."""
    h, w = piece.mask.shape
    gaps = (piece.x, piece.y, size[1] - piece.x - w, size[0] - piece.y - h)
    for gap, deep, across in zip(gaps, (w, h, w, h), (h, w, h, w), strict=True):
        if gap == 0 and (deep < 0.45 * across or deep < _SEEN * unit):
            return False
    return True


def _without_smudges(found: Pieces) -> list[int]:
    """A burst cell is paler and pinker than its field's whole cells, or pale and ragged; among fewer than four it stays."""
    if len(found) < 4:
        return list(range(len(found)))
    colours = found.colours.tolist()
    purple = [(red + blue) / 2 - green for red, green, blue in colours]
    pink = [red - blue for red, _, blue in colours]
    usual, usually = median(pink), median(purple) or math.inf
    pinker = max(_PINKER, 3 * median([abs(value - usual) for value in pink]))  # fields of many kinds of cells have many hues
    whole = []
    for number, (dye, hue) in enumerate(zip(purple, pink, strict=True)):
        paler = dye / usually
        if hue - usual > pinker and paler < _PALER:
            continue
        if paler >= _TORN or outline_of(found.piece(number)).solidity >= _RAGGED:
            whole.append(number)
    return whole
