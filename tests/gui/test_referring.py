"""A tile of the reference panel shows a cell, also where a whole field is the reference."""

import math
from pathlib import Path

import numpy as np

from leukemia_desktop.core.cells import find_cells
from leukemia_desktop.core.references import Reference
from leukemia_desktop.core.synthetic import draw_field
from leukemia_desktop.gui.referring import SIDE, _cut

FIELD = Reference("0" * 64, None, Path("field.png"))


def test_of_a_field_it_is_the_cell_nearest_to_the_middle():
    field = draw_field(7, cells=6, size=(600, 800)).image
    picture, (x, y) = _cut(field, FIELD)
    cells = find_cells(field)
    nearest = min(cells, key=lambda cell: math.hypot(cell.x - 400, cell.y - 300))
    assert picture.shape == (SIDE, SIDE, 3)
    dark = picture[round(y), round(x)].astype(int)
    assert np.array_equal(dark, field[round(nearest.y), round(nearest.x)])


def test_of_a_field_without_a_cell_it_is_the_middle():
    picture, middle = _cut(np.full((600, 800, 3), 240, np.uint8), FIELD)
    assert middle == (SIDE / 2, SIDE / 2)
    assert picture.shape == (SIDE, SIDE, 3)
