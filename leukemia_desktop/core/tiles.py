"""Large fields: brought to the training magnification and looked at in overlapping tiles, each like a training field.

The model learned from fields of a certain width in red cells. A field that shows clearly more of the smear is not shrunk
until it fits, which would make its cells a fraction of what the model knows, but looked at tile by tile. Only tiles with
WBC-like cells in them are asked, and each speaks with the weight of its cells.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import Survey
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.quality import LEAST_CELLS, TRAINING_RED_CELL
from leukemia_desktop.core.recipe import Recipe

RULES = "tiles-2"
"""Changes with whatever changes the verdict of a large field: what the ledger holds under other rules is computed again."""
LARGER = 1.25
"""A field is large when its longer side is more than this many sides of the model's field, in px and in red cells: then the
largest centred square, which is what the model sees of any other field, would leave a fifth of it out or shrink it."""
STEP = 0.75
"""From one tile to the next at most, in sides: every cell of usual size is whole in at least one of them."""
MOST_TILES = 256
"""Of a field with more, those with the most cells speak: 0.5 s of the shipped model on one core, and 40 MB."""
LEAST_NATIVE, MOST_NATIVE = 0.70, 12.0
"""Sizes of a red cell in the file, relative to training, between which rescaling is taken for safe. Mosaics of training
fields at 3, 2, 0.85, 0.7 and 0.55 times the training size got the right label in 97, 100, 89, 100 and 95 %, and 5, 3, 19, 8
and 8 % were out of domain with an earlier model; with lite0-half-int8 0 to 2 of 28 are, at 0.85 the one that is at 1, too.
Above 12 a red cell has 195 px, more than any usual objective and camera give: what was measured is then no red cell."""
CLEARLY = 0.95
"""Probability of anything but Benign from which a tile with enough cells is clearly suspicious."""


@dataclass(frozen=True)
class Tiling:
    """The tiles of one field that have cells in them: squares of `side` px of the field."""

    side: int
    corners: tuple[tuple[int, int], ...]
    """Top and left of each, px."""
    cells: tuple[int, ...]
    """WBC-like cells whose centre lies in each; at least one, unless the field has none: then one tile stands for all."""
    magnification: float
    """Size of a red cell relative to training as the model sees it, or as the field has it where that cannot be rescaled."""

    def images(self, image: Image) -> Iterator[Image]:
        """The part of the field that each tile shows, a view."""
        for top, left in self.corners:
            yield image[top : top + self.side, left : left + self.side]


def tiling(size: tuple[int, int], surveyed: Survey, input_size: int) -> Tiling | None:
    """How a field of `size` (height, width) px is tiled for a model of `input_size` px; None: it is shown as a whole."""
    height, width = size
    diameter = surveyed.red_cell_diameter
    side = round(diameter / TRAINING_RED_CELL)
    if not side or not may_be_large(width, height, input_size) or max(height, width) <= LARGER * side:
        return None
    side = min(side, height, width)
    tops, lefts = _starts(height, side), _starts(width, side)
    counted = np.zeros((len(tops), len(lefts)), np.int64)
    for cell in surveyed.counted:
        # pixel centres lie at whole numbers
        counted += np.outer(_within(cell.y + 0.5 - tops, side), _within(cell.x + 0.5 - lefts, side))
    filled = np.argwhere(counted)
    if not len(filled):
        filled = np.array([[len(tops) // 2, len(lefts) // 2]])
    elif len(filled) > MOST_TILES:
        fullest = np.argsort(-counted[filled[:, 0], filled[:, 1]], kind="stable")[:MOST_TILES]
        filled = filled[np.sort(fullest)]
    native = diameter / (TRAINING_RED_CELL * input_size)
    seen = diameter / side / TRAINING_RED_CELL
    return Tiling(
        side=side,
        corners=tuple((int(tops[row]), int(lefts[column])) for row, column in filled),
        cells=tuple(int(counted[row, column]) for row, column in filled),
        magnification=seen if LEAST_NATIVE <= native <= MOST_NATIVE else native,
    )


def may_be_large(width: int, height: int, input_size: int) -> bool:
    """False for every field whose pixels already fit into the model's field: it is shown as a whole whatever is in it."""
    return max(width, height) > LARGER * input_size


def model_inputs(image: Image, tiles: Tiling, recipe: Recipe) -> list[Image]:
    """What the model sees of each tile, RGB uint8, as Recipe.model_input gives it."""
    return [recipe.model_input(np.ascontiguousarray(part)) for part in tiles.images(image)]


def joined(logits: Sequence[Sequence[float]], cells: Sequence[int], temperature: float) -> tuple[tuple[float, ...], bool]:
    """One field's logits (4,) from those of its tiles, and whether the tiles contradict each other in a way that matters.

    The field's calibrated probabilities are the mean of its tiles', weighted by their cells. The asymmetric rule holds
    inside a field as well: where the mean says Benign and one tile with LEAST_CELLS cells is clearly suspicious, they do.
    """
    weights = np.array(cells, np.float64)
    weights = weights / weights.sum() if weights.any() else np.full(len(weights), 1 / len(weights))
    scaled = np.array(logits, np.float64) / temperature
    odds = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    shares = odds / odds.sum(axis=1, keepdims=True)
    mean = weights @ shares
    benign = LABELS.index("Benign")
    clearly = (1 - shares[:, benign] >= CLEARLY) & (np.array(cells) >= LEAST_CELLS)
    doubt = bool(mean.argmax() == benign and clearly.any())
    return tuple(float(temperature * math.log(max(share, 1e-300))) for share in mean), doubt


def joined_domain_score(scores: Sequence[float], cells: Sequence[int]) -> float:
    """The median, weighted by cells: a foreign smear is foreign in most of its tiles.

    On mosaics of nine training fields the median lies beyond the border in 3 to 9 of 100, the worst
    tile of seventeen in 38 of 100.
    """
    order = np.argsort(scores, kind="stable")
    sums = np.cumsum(np.maximum(np.array(cells, np.float64)[order], 1e-9))
    return float(scores[order[int(np.searchsorted(sums, sums[-1] / 2))]])


def _starts(length: int, side: int) -> npt.NDArray[np.int64]:
    """First px of each tile along one side of the field, evenly spread from edge to edge."""
    count = 1 + math.ceil((length - side) / (STEP * side))
    return np.round(np.linspace(0, length - side, count)).astype(np.int64)


def _within(offsets: npt.NDArray[Any], side: int) -> npt.NDArray[np.int64]:
    return ((offsets >= 0) & (offsets < side)).astype(np.int64)
