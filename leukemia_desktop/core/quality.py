"""Is a field fit to be judged? Focus, exposure, stain, magnification, illumination and cells, as numbers and as flags.

The limits come from the 2,752 training fields (224 px, 15 to 18 px a red cell): at most two in a hundred of them raise each
flag, few_cells apart. Numbers are taken from a copy in which a red cell has 20 to 40 px, or from the field itself where it
has fewer, so that they mean the same at every magnification.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np

from leukemia_desktop.core.cells import Cell
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.stain import WORKED_AT, Plane, histogram, otsu, red_cell_diameter, shrink

LEAST_FOCUS = 0.078
"""1.6 % of the training fields lie below, and they look blurred; most others do after a Gaussian blur of 2 px."""
MOST_BURNT = 0.72
"""A white background is no fault: training fields reach 0.54, drawn ones with few cells 0.67. Beyond, red cells burn out."""
LEAST_BRIGHTNESS = 180.0
"""No training field lies below 205 and no field of BCCD, taken with another camera, below 190."""
TRAINING_RED_CELL = 16.3 / 224
"""Median diameter of red cells in the training fields, in shorter sides of the field."""
LEAST_MAGNIFICATION, MOST_MAGNIFICATION = 0.70, 1.55
"""Relative to training, 0.8 % of whose fields lie outside; all fields of BCCD but one lie above."""
LEAST_CELLS = 4
"""Below, accuracy falls to 0.874 from 0.96 to 0.99 (measured on this data with multiple-instance attention over cells)."""

ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "blurred": "Focus again and take the field once more.",
        "over_exposed": "Lower the lamp or the exposure and take the field once more.",
        "under_exposed": "Raise the lamp or the exposure and take the field once more.",
        "few_cells": "Choose a field with more white cells.",
        "magnification": "Use the objective that the model was trained with.",
    }
)
"""What a technician does about each flag."""


@dataclass(frozen=True)
class Quality:
    """What a field is like; a flag is raised by one number and one limit."""

    focus: float
    """Mean detail finer than about 3 px by the contrast of the field: falls with every blur, whatever is in the field."""
    brightness: float
    """Grey value, 0 to 255, that one pixel in twenty exceeds: the background, unless the field is dark or full."""
    burnt: float
    """Share of pixels without any colour left: every channel at 250 or more."""
    stain: float
    """Mean (R + B) / 2 - G, 0 to 255, of the cells; 0 without cells."""
    red_cell_diameter: float
    """px; 0 where nothing like a red cell is seen."""
    magnification: float
    """Relative to training, for a field that is shown to the model as a whole."""
    unevenness: float
    """Of the light: 1 - darkest / brightest background among sixteen parts of the field; 0 is even."""
    cell_count: int
    """WBC-like cells whose centre lies in the field."""

    def flags(self) -> tuple[str, ...]:
        """Words of ADVICE, in its order; empty for a field that is fit to be judged."""
        raised = {
            "blurred": self.focus < LEAST_FOCUS,
            "over_exposed": self.burnt > MOST_BURNT,
            "under_exposed": self.brightness < LEAST_BRIGHTNESS,
            "few_cells": self.cell_count < LEAST_CELLS,
            "magnification": not LEAST_MAGNIFICATION <= self.magnification <= MOST_MAGNIFICATION,
        }
        return tuple(flag for flag in ADVICE if raised[flag])


def inspect(image: Image, cells: Sequence[Cell], *, diameter: float | None = None) -> Quality:
    """Measure a field, whose `cells` were found before; `diameter` of a red cell in px, where a survey has found it already.

    Flips and quarter turns change nothing but the last digits.
    """
    if diameter is None:
        diameter = red_cell_diameter(image)
    small = shrink(image, max(1, int(diameter / WORKED_AT)))
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    counted = [cell for cell in cells if cell.centre_inside]
    return Quality(
        focus=_focus(grey),
        brightness=_exceeded_by(grey, 0.05),
        burnt=float(np.mean(cv2.min(cv2.min(*cv2.split(small)[:2]), small[:, :, 2]) >= 250)),
        stain=_stain(counted),
        red_cell_diameter=diameter,
        magnification=diameter / min(image.shape[:2]) / TRAINING_RED_CELL,
        unevenness=_unevenness(grey),
        cell_count=len(counted),
    )


def _focus(grey: Plane) -> float:
    """Mean absolute difference from a Gaussian blur of 1.5 px, by the standard deviation; 0 for a field without contrast."""
    detail = cv2.norm(grey, cv2.GaussianBlur(grey, (0, 0), 1.5), cv2.NORM_L1) / grey.size
    deviation = float(cv2.meanStdDev(grey)[1][0, 0])
    return detail / deviation if deviation >= 1 else 0.0


def _exceeded_by(grey: Plane, share: float) -> float:
    above = np.cumsum(histogram(grey)[::-1])
    return float(255 - np.searchsorted(above, share * above[-1]))


def _stain(cells: Sequence[Cell]) -> float:
    if not cells:
        return 0.0
    colours = np.array([cell.colour for cell in cells]) @ (0.5, -1.0, 0.5)
    return float(np.average(colours, weights=[cell.area for cell in cells]))


def _unevenness(grey: Plane) -> float:
    """A part of the field that shows hardly any background says nothing."""
    background = (grey > otsu(histogram(grey))).astype(np.float32)
    parts = (4, 4)
    seen = cv2.resize(background, parts, interpolation=cv2.INTER_AREA)
    light = cv2.resize(grey * background, parts, interpolation=cv2.INTER_AREA)
    enough = seen > 0.05
    if not enough.any():
        return 0.0
    levels = light[enough] / seen[enough]
    return float(1 - levels.min() / levels.max())
