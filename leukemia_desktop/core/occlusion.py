"""What each cell contributes: the model is asked again with one cell at a time hidden under its surroundings' colour."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import Cell
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.evidence import asked
from leukemia_desktop.core.explain import Explanation
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe

Mask = npt.NDArray[np.uint8]
_RIM, _RING = 0.10, 0.45
"""Of a cell's diameter: what is hidden beyond its outline, because cells have blurred edges, and how far around it the
colour is taken."""


@dataclass(frozen=True, eq=False)
class Contributions:
    """How much lower each logit falls without a cell, for the counted cells of a field."""

    drops: npt.NDArray[np.float64]
    """(cells, 4), in the order of Survey.counted and of LABELS; above 0 the cell speaks for the label, below against it."""
    without_cells: npt.NDArray[np.float64]
    """(4,): how much lower each logit falls when every cell is hidden."""
    without_rest: npt.NDArray[np.float64]
    """(4,): how much lower it falls when everything but the cells is hidden."""

    def of(self, label: str) -> list[float]:
        """One number a cell."""
        return [float(drop) for drop in self.drops[:, LABELS.index(label)]]

    def share_of_cells(self, label: str) -> float:
        """Share (0 to 1) of what `label` loses that it loses with the cells, and not with everything else."""
        place = LABELS.index(label)
        cells, rest = max(0.0, float(self.without_cells[place])), max(0.0, float(self.without_rest[place]))
        return cells / (cells + rest) if cells + rest > 0 else 0.0

    def ranked(self, label: str) -> list[int]:
        """Numbers of the cells, the one that speaks most for `label` first."""
        return [int(number) for number in np.argsort(-self.drops[:, LABELS.index(label)], kind="stable")]


def contributions(explanation: Explanation, classifier: Classifier, recipe: Recipe) -> Contributions:
    """Hide each counted cell, in the part of the field in the middle of which it lies. Raises ModelFailed.

    `recipe` is the one of `explanation`.
    """
    counted, parts = explanation.survey.counted, explanation.parts
    drops = np.zeros((len(counted), len(LABELS)))
    without_cells, without_rest = np.zeros(len(LABELS)), np.zeros(len(LABELS))
    weights = np.array([part.cells for part in parts], np.float64)
    weights = weights / weights.sum() if weights.any() else np.full(len(parts), 1 / len(parts))
    home = [max(range(len(parts)), key=lambda number: parts[number].depth(cell)) for cell in counted]
    for number, part in enumerate(parts):
        masks = [part.mask(cell) for cell in explanation.survey.cells]
        every = np.bitwise_or.reduce(masks) if masks else np.zeros(part.seen.shape[:2], np.uint8)
        own = [index for index, of in enumerate(home) if of == number]
        copies = [part.seen, hide(part.seen, every, every), hide(part.seen, 1 - _wider(every, _RIM), 1 - every)]
        copies += [hide(part.seen, part.mask(counted[index]), every) for index in own]
        logits = np.array([one.logits for one in asked(classifier, recipe, copies)], np.float64)
        fallen = logits[0] - logits
        without_cells += weights[number] * fallen[1]
        without_rest += weights[number] * fallen[2]
        drops[own] = fallen[3:]
    return Contributions(drops, without_cells, without_rest)


def hide(seen: Image, mask: Mask, every: Mask) -> Image:
    """The picture with what is in `mask` (H, W) under the colour around it, in which `every` other cell has no part.

    The edge is soft: a sharp one would be something new to look at.
    """
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(mask)
    hidden = seen.copy()
    for label in range(1, count):
        alone = (labels == label).view(np.uint8)
        _, _, width, height, _ = boxes[label]
        cover = _wider(alone, _RIM, max(width, height))
        ring = _wider(cover, _RING, max(width, height)).astype(bool) & ~cover.astype(bool) & ~every.astype(bool)
        colour = np.median(seen[ring] if ring.any() else seen.reshape(-1, 3), axis=0)
        soft = cv2.GaussianBlur(cover.astype(np.float32), (0, 0), 1.0)[..., None]
        soft = np.maximum(soft, cover[..., None])
        hidden = np.rint(hidden * (1 - soft) + colour * soft).astype(np.uint8)
    return hidden


def _wider(mask: Mask, share: float, length: float = 20.0) -> Mask:
    reach = 2 * max(1, round(share * min(length, 60))) + 1
    return cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))).astype(np.uint8)


def suspicious_first(cells: Sequence[Cell], drops: Sequence[float]) -> list[tuple[int, Cell, float]]:
    """(number from 1, cell, contribution), the cell that speaks most first."""
    order = sorted(range(len(cells)), key=lambda index: -drops[index])
    return [(index + 1, cells[index], drops[index]) for index in order]
