"""Every cell of many fields with its measurements and its suspicion, as a table."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leukemia_desktop.core.cells import Cell
from leukemia_desktop.core.classifier import Classifier, ModelFailed
from leukemia_desktop.core.explain import explain
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import neutral, replace_file, write_text
from leukemia_desktop.core.image import UnreadableImage, read_image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.occlusion import contributions
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings

MEASURES = ("x", "y", "area", "diameter", "perimeter", "circularity", "eccentricity", "solidity", "border_distance")
COLUMNS = ("file", "slide", "cell", *MEASURES, "red", "green", "blue", "red_cell_diameter", "label", "suspicion")


@dataclass(frozen=True)
class Found:
    """One counted cell of one field."""

    field: Field
    number: int
    """From 1, as over the field in the window."""
    cell: Cell
    red_cell_diameter: float
    label: str
    """The model's most probable label of the field, before it is judged."""
    suspicion: float
    """How much the odds of the field's most probable suspicious label against Benign, as logits, fall without the cell."""


def cells_of(
    fields: Iterable[Field],
    classifier: Classifier,
    *,
    settings: Settings | None = None,
    recipe: Recipe | None = None,
    failed: Callable[[Field, str], None] | None = None,
) -> Iterator[Found]:
    """Every counted cell, field by field; a field that cannot be read or asked goes to `failed` and never stops the rest."""
    recipe = recipe or classifier.manifest.recipe
    limit = (settings or Settings()).max_megapixels
    benign = LABELS.index("Benign")
    for one in fields:
        try:
            told = explain(read_image(one.path, max_megapixels=limit), classifier, recipe)
            drops = contributions(told, classifier, recipe).drops
        except (UnreadableImage, ModelFailed) as error:
            if failed:
                failed(one, str(error))
            continue
        suspected = max(
            (place for place in range(len(LABELS)) if place != benign), key=lambda place: told.probabilities[place]
        )
        for number, (cell, drop) in enumerate(zip(told.survey.counted, drops, strict=True), 1):
            suspicion = float(drop[suspected] - drop[benign])
            yield Found(one, number, cell, told.survey.red_cell_diameter, told.label, suspicion)


def write_cells(found: Iterable[Found], path: Path) -> int:
    """Write a CSV, the most suspicious cell first, UTF-8 with BOM; the number of cells. Raises UnwritableFile."""
    rows = sorted(found, key=lambda one: -one.suspicion)
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(COLUMNS)
    for one in rows:
        numbers = [f"{getattr(one.cell, name):.3f}" for name in MEASURES] + [f"{value:.1f}" for value in one.cell.colour]
        texts = [neutral(one.field.name), neutral(one.field.slide)]
        table.writerow([*texts, one.number, *numbers, f"{one.red_cell_diameter:.2f}", one.label, f"{one.suspicion:.4f}"])
    text = "\ufeff" + buffer.getvalue()
    replace_file(path, lambda stream: write_text(stream, text))
    return len(rows)
