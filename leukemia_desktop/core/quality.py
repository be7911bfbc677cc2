"""Is a field fit to be judged? Focus, exposure, magnification and cells, as numbers and flags; stain and light as numbers.

The limits come from the 2,752 training fields (224 px, 15 to 18 px a red cell): at most two in a hundred of them raise each
flag, few_cells apart. Numbers are taken from a copy in which a red cell has 20 to 40 px, or from the field itself where it
has fewer, so that they mean the same at every magnification.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np

from leukemia_desktop.core.cells import Sight, Survey
from leukemia_desktop.core.stain import Plane, histogram, otsu

LEAST_FOCUS = 0.081
"""1.6 % of the training fields lie below, and they look blurred; most others do after a Gaussian blur of 2 px."""
MOST_BURNT = 0.72
"""A white background is no fault: training fields reach 0.45, drawn ones with few cells 0.67. Beyond, red cells burn out."""
LEAST_BRIGHTNESS = 180.0
"""No training field lies below 211 and no field of BCCD, taken with another camera, below 204."""
TRAINING_RED_CELL = 17.0 / 224
"""Median diameter of red cells in the training fields, in shorter sides of the field."""
LEAST_MAGNIFICATION, MOST_MAGNIFICATION = 0.70, 1.55
"""Relative to training, 1.3 % of whose fields lie outside; all fields of BCCD but one lie above."""
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
    """Green, 0 to 255, that one pixel in twenty exceeds: the background, unless the field is dark or full."""
    burnt: float
    """Share of pixels without any colour left: every channel at 250 or more."""
    red_cell_diameter: float
    """px; 0 where nothing like a red cell is seen."""
    magnification: float
    """Relative to training, for a field that is shown to the model as a whole."""
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


def inspect(found: Survey) -> Quality:
    """Measure a field that was surveyed. Flips and quarter turns change nothing but the last digits."""
    sight = _seen(found)
    red, green, blue = sight.stained.planes
    burnt = cv2.countNonZero(cv2.threshold(cv2.min(cv2.min(red, green), blue), 249, 1, cv2.THRESH_BINARY)[1])
    return Quality(
        focus=_focus(green),
        brightness=_exceeded_by(histogram(sight.stained.half.green), 0.05),
        burnt=burnt / green.size,
        red_cell_diameter=found.red_cell_diameter,
        magnification=found.red_cell_diameter / min(sight.field_size) / TRAINING_RED_CELL,
        cell_count=found.count,
    )


def _focus(green: Plane) -> float:
    """Mean absolute difference from the mean of 5 x 5 px, by the standard deviation; 0 for a field without contrast."""
    detail = cv2.norm(green, cv2.blur(green, (5, 5)), cv2.NORM_L1) / green.size
    deviation = float(cv2.meanStdDev(green)[1][0, 0])
    return detail / deviation if deviation >= 1 else 0.0


def _exceeded_by(shades: Plane, share: float) -> float:
    above = shades[::-1].cumsum()
    return float(255 - above.searchsorted(share * above[-1]))


def _seen(found: Survey) -> Sight:
    if not isinstance(found.found, Sight):
        raise TypeError("this survey has cells but no field to measure")
    return found.found


def stain_strength(found: Survey) -> float:
    """Mean (R + B) / 2 - G, 0 to 255, of the cells; 0 without cells."""
    sight = _seen(found)
    if not sight.counted:
        return 0.0
    counted = list(sight.counted)
    areas = sight.pieces.areas[counted]
    red, green, blue = areas @ sight.pieces.colours[counted] / areas.sum()
    return float((red + blue) / 2 - green)


def unevenness(found: Survey) -> float:
    """Of the light: 1 - darkest / brightest background among sixteen parts of the field; 0 is even.

    A part of the field that shows hardly any background says nothing.
    """
    green = _seen(found).stained.half.green
    background = (green > otsu(histogram(green))).astype(np.float32)
    parts = (4, 4)
    seen = cv2.resize(background, parts, interpolation=cv2.INTER_AREA)
    light = cv2.resize(green * background, parts, interpolation=cv2.INTER_AREA)
    enough = seen > 0.05
    if not enough.any():
        return 0.0
    levels = light[enough] / seen[enough]
    return float(1 - levels.min() / levels.max())
