"""What the gallery's worker does: every cell of a slide with its picture and its suspicion, field by field."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import Cell
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.gallery import cells_of
from leukemia_desktop.core.image import Image, UnreadableImage, read_image
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.latest_only import Overtaken

SIDE = 144
"""Pixels of a cell's picture at most."""
AROUND = 1.5
"""Sides of the picture in cell diameters."""
KEPT = 400
"""Fields whose cells are remembered."""


@dataclass(frozen=True)
class Collecting:
    """Fields whose cells are wanted, in this order."""

    fields: tuple[Field, ...]
    manifest: Manifest
    recipe: Recipe | None
    settings: Settings


@dataclass(frozen=True, eq=False)
class ShownCell:
    """One cell as the gallery shows it."""

    path: Path
    number: int
    """From 1, as over the field."""
    label: str
    """What the model says of the field."""
    suspicion: float
    x: float
    y: float
    diameter: float
    """px of the field."""
    picture: npt.NDArray[np.uint8] = field(repr=False)
    """RGB, (side, side, 3)."""


@dataclass(frozen=True)
class Collected:
    """The cells of one field, or the reason why nothing can be asked."""

    asked: Collecting
    cells: tuple[ShownCell, ...]
    refusal: str = ""


class Collector:
    """Has a model of its own on one thread of the CPU: a run goes on beside it."""

    def __init__(self) -> None:
        self._classifier: Classifier | None = None
        self._known: OrderedDict[tuple[object, ...], tuple[ShownCell, ...]] = OrderedDict()

    def collect(self, asked: Collecting, overtaken: Overtaken) -> Iterator[Collected]:
        """One answer a field, also for one that cannot be read: that has no cells."""
        try:
            if self._classifier is None or self._classifier.manifest != asked.manifest:
                self._classifier, self._known = None, OrderedDict()
                self._classifier = Classifier(asked.manifest, provider="cpu", threads=1)
        except (BrokenModel, NoProvider) as error:
            yield Collected(asked, (), str(error))
            return
        for one in asked.fields:
            if overtaken():
                return
            yield Collected(asked, self._cells(one, asked, self._classifier))

    def _cells(self, one: Field, asked: Collecting, classifier: Classifier) -> tuple[ShownCell, ...]:
        try:
            key = (one.path, one.path.stat().st_mtime_ns, asked.recipe.hash if asked.recipe else "")
            if key not in self._known:
                image = read_image(one.path, max_megapixels=asked.settings.max_megapixels)
                found = cells_of([one], classifier, settings=asked.settings, recipe=asked.recipe)
                self._known[key] = tuple(
                    ShownCell(
                        *(one.path, each.number, each.label, each.suspicion),
                        *(each.cell.x, each.cell.y, each.cell.diameter),
                        picture_of(image, each.cell),
                    )
                    for each in found
                )
                while len(self._known) > KEPT:
                    self._known.popitem(last=False)
            return self._known[key]
        except (UnreadableImage, OSError, MemoryError):
            return ()


def picture_of(image: Image, cell: Cell) -> npt.NDArray[np.uint8]:
    """A square inside the field with the cell in it, in the middle where the field's edge is far enough, at most SIDE px."""
    height, width = image.shape[:2]
    side = min(max(16, round(AROUND * cell.diameter)), height, width)
    top = min(max(0, round(cell.y - side / 2)), height - side)
    left = min(max(0, round(cell.x - side / 2)), width - side)
    step = -(-side // SIDE)
    side -= side % step
    return np.ascontiguousarray(image[top : top + side : step, left : left + side : step])
