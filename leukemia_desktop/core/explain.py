"""Why the model says what it says of one field: where its evidence lies, and how much of it lies inside cells."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import Cell, Survey, survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import judge

Floats = npt.NDArray[np.float32]
SIDE = 224
"""px of the square in which evidence and cells are laid over each other."""


class Place(NamedTuple):
    """A rectangle in px of the original field, from edge to edge: pixel (0, 0) covers 0 to 1."""

    left: float
    top: float
    width: float
    height: float


def place_in_field(field_size: tuple[int, int], processed_size: tuple[int, int]) -> Place:
    """Where a processed image lies on its field, sizes as (height, width).

    The largest centred rectangle of its proportions: the whole field where they agree, the centred square after a square
    crop. So the same cell is at the same place in both.
    """
    height, width = field_size
    scale = min(height / processed_size[0], width / processed_size[1])
    down, across = processed_size[0] * scale, processed_size[1] * scale
    # a side that was rounded to whole pixels is no crop
    if abs(down - height) < 0.75 * scale and abs(across - width) < 0.75 * scale:
        down, across = float(height), float(width)
    return Place((width - across) / 2, (height - down) / 2, across, down)


@dataclass(frozen=True, eq=False)
class Explanation:
    """Evidence of one field, with the cells in it."""

    evidence: Floats = field(repr=False)
    """(4, h, w) from the model: class activation, in the order of LABELS; its h x w parts tile `place` evenly."""
    probabilities: tuple[float, ...]
    """Calibrated, in the order of LABELS."""
    place: Place
    """What the model saw of the original field; the processed image covers the same part."""
    survey: Survey

    @property
    def label(self) -> str:
        """The most probable label."""
        return LABELS[self.probabilities.index(max(self.probabilities))]

    def has_evidence(self, label: str) -> bool:
        """False where nothing in the field speaks for `label`."""
        return bool((self.evidence[LABELS.index(label)] > 0).any())

    def heat(self, label: str, side: int = SIDE) -> Floats:
        """Evidence for `label` over `place`, (side, side), smooth; 1 is the strongest that the field has for any label."""
        strongest = float(self.evidence.max())
        if strongest <= 0:
            return np.zeros((side, side), np.float32)
        one = np.maximum(self.evidence[LABELS.index(label)], 0) / strongest
        method = cv2.INTER_CUBIC if side >= max(one.shape) else cv2.INTER_AREA
        heat: Floats = cv2.resize(one, (side, side), interpolation=method)
        return heat.clip(0, 1)  # a cubic swings a little over both ends

    def evidence_inside_cells(self, label: str) -> float:
        """Share (0 to 1) of the evidence for `label` that lies inside WBC-like cells; 0 where there is none.

        Compare it with `cells_cover`, the share that evidence spread evenly would reach.
        """
        heat = self.heat(label)
        total = float(heat.sum())
        return float(heat[self.inside].sum()) / total if total > 0 else 0.0

    @property
    def cells_cover(self) -> float:
        """Share (0 to 1) of what the model saw that WBC-like cells take."""
        return float(self.inside.mean())

    @cached_property
    def inside(self) -> npt.NDArray[np.bool_]:
        """(SIDE, SIDE) over `place`: True inside a cell."""
        mask = np.zeros((SIDE, SIDE), np.uint8)
        for cell in self.survey.cells:
            # one by one: polygons filled together cancel where they overlap
            cv2.fillPoly(mask, [self._on_grid(cell)], 1, shift=4)
        return mask.astype(bool)

    def _on_grid(self, cell: Cell) -> npt.NDArray[np.int32]:
        corner, size = np.array(self.place[:2]), np.array(self.place[2:])
        # outlines name pixel centres, places name edges
        on_grid: npt.NDArray[np.float64] = (cell.contour + 0.5 - corner) / size * SIDE - 0.5
        return np.rint(on_grid * 16).astype(np.int32)


def explain(image: Image, classifier: Classifier, recipe: Recipe, *, surveyed: Survey | None = None) -> Explanation:
    """Ask the model about one field and keep where its evidence lies.

    `surveyed` spares looking for the cells of `image` once more. Raises ModelFailed.
    """
    processed = recipe.apply(image)
    prediction = classifier.predict([replace(recipe, steps=()).tensor(processed)])[0]
    if not (np.isfinite(prediction.logits).all() and np.isfinite(prediction.evidence).all()):
        raise ModelFailed("the model gave no usable numbers for this field")
    return Explanation(
        evidence=prediction.evidence,
        probabilities=judge(prediction.logits.tolist(), classifier.manifest, Settings()).probabilities,
        place=place_in_field(image.shape[:2], processed.shape[:2]),
        survey=surveyed if surveyed is not None else survey(image),
    )
