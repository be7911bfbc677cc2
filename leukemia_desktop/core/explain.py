"""Why the model says what it says of one field: where its evidence lies, and how much of it lies inside cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import Cell, Survey, survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.evidence import FINE, asked, fine_evidence
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.tiles import Tiling, joined, model_inputs, tiling
from leukemia_desktop.core.trust import judge

Floats = npt.NDArray[np.float32]
SIDE = 224
"""px of the square in which evidence and cells are laid over each other."""
BLUR = 12
"""px of the model's input by which `glow` blurs."""


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
class Part:
    """What the model was shown at once: the field, or one tile of it."""

    seen: Image = field(repr=False)
    """The model's input, RGB uint8 (S, S, 3)."""
    place: Place
    """Where it lies on the field."""
    cells: int
    """WBC-like cells whose centre lies in it."""

    def depth(self, cell: Cell) -> float:
        """px of the field from the cell's centre to the nearest edge of this part; below 0 it lies outside."""
        left, top, width, height = self.place
        x, y = cell.x + 0.5 - left, cell.y + 0.5 - top
        return min(x, y, width - x, height - y)

    def mask(self, cell: Cell) -> npt.NDArray[np.uint8]:
        """1 inside the cell's outline, (S, S)."""
        mask = np.zeros(self.seen.shape[:2], np.uint8)
        cv2.fillPoly(mask, [outline_on(cell, self.place, len(mask))], 1, shift=4)
        return mask


def outline_on(cell: Cell, place: Place, side: int) -> npt.NDArray[np.int32]:
    """A cell's outline on a grid of `side` x `side` px over `place`, in sixteenths of a px, as OpenCV fills it."""
    # outlines name pixel centres, places name edges
    corner, size = np.array(place[:2]), np.array(place[2:])
    on_grid: npt.NDArray[np.float64] = (cell.contour + 0.5 - corner) / size * side - 0.5
    return np.rint(on_grid * 16).astype(np.int32)


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
    parts: tuple[Part, ...] = field(default=(), repr=False)
    """What the model was shown: the field, or its tiles."""

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

    def glow(self, label: str, side: int) -> Floats:
        """`heat` for the eye, without steps: blurred by half a red cell, (side, side), 0 to 1.

        Neighbouring numbers of a fine map come from different places of the model's own map, and those differ in strength as
        such: the step between them is the network's, and looks like an edge in the smear.
        """
        seen = self.parts[0] if self.parts else None
        unit = seen.place.width / seen.seen.shape[1] / self.place.width if seen else 1 / SIDE
        glow = cv2.GaussianBlur(self.heat(label, side), (0, 0), BLUR * unit * side, borderType=cv2.BORDER_REFLECT)
        return np.asarray(glow, np.float32).clip(0, 1)

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
            cv2.fillPoly(mask, [outline_on(cell, self.place, SIDE)], 1, shift=4)
        return mask.astype(bool)


def explain(
    image: Image, classifier: Classifier, recipe: Recipe, *, surveyed: Survey | None = None, fine: bool = False
) -> Explanation:
    """Ask the model about one field and keep where its evidence lies.

    `surveyed` spares looking for the cells of `image` once more. `fine` interleaves the maps of shifted copies, see
    evidence.py, at about forty times the cost. A large field is asked in tiles, as analyze() does. Raises ModelFailed.
    """
    survey_ = surveyed if surveyed is not None else survey(image)
    tiles = tiling((image.shape[0], image.shape[1]), survey_, recipe.input_size)
    parts = _tiles(image, tiles, recipe) if tiles else (_whole(image, recipe, len(survey_.counted)),)
    maps, logits = [], []
    for part in parts:
        if fine:
            # many tiles need no finer map than their number makes of the whole
            evidence, said = fine_evidence(classifier, recipe, part.seen, FINE if len(parts) == 1 else FINE // 2)
        else:
            (said,) = asked(classifier, recipe, [part.seen])
            evidence = said.evidence
        maps.append(evidence)
        logits.append(said.logits.tolist())
    if tiles:
        of_field, _ = joined(logits, tiles.cells, classifier.manifest.temperature)
        place = Place(0, 0, image.shape[1], image.shape[0])
        evidence = _stitched(maps, parts, place)
    else:
        of_field, place, evidence = tuple(logits[0]), parts[0].place, maps[0]
    return Explanation(
        evidence=evidence,
        probabilities=judge(of_field, classifier.manifest, Settings()).probabilities,
        place=place,
        survey=survey_,
        parts=parts,
    )


def _whole(image: Image, recipe: Recipe, cells: int) -> Part:
    processed = recipe.apply(image)
    seen = replace(recipe, steps=()).model_input(processed)
    return Part(seen, place_in_field(image.shape[:2], processed.shape[:2]), cells)


def _tiles(image: Image, tiles: Tiling, recipe: Recipe) -> tuple[Part, ...]:
    side = tiles.side
    seen = model_inputs(image, tiles, recipe)
    places = (Place(left, top, side, side) for top, left in tiles.corners)
    return tuple(Part(*of_one) for of_one in zip(seen, places, tiles.cells, strict=True))


def _stitched(maps: Sequence[Floats], parts: Sequence[Part], place: Place) -> Floats:
    """Evidence (4, h, w) of tiles over the whole field: the mean where they overlap, none where no tile was asked."""
    side = max(maps[0].shape[1], FINE // 2)
    pitch = parts[0].place.width / side
    canvas = np.zeros(
        (len(LABELS), max(side, round(place.height / pitch)), max(side, round(place.width / pitch))), np.float32
    )
    times = np.zeros(canvas.shape[1:], np.float32)
    for evidence, part in zip(maps, parts, strict=True):
        top = min(round(part.place.top / pitch), canvas.shape[1] - side)
        left = min(round(part.place.left / pitch), canvas.shape[2] - side)
        window = (slice(top, top + side), slice(left, left + side))
        for number, of_label in enumerate(evidence):
            canvas[number][window] += cv2.resize(of_label, (side, side), interpolation=cv2.INTER_NEAREST)
        times[window] += 1
    return np.asarray(canvas / np.maximum(times, 1), np.float32)
