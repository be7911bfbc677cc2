"""What a survey leaves of a field, in the numbers that the statement on the smear is about, see smear.

A room of its own: a model is opened, with its statement, before the rooms that look at fields are loaded.
"""

import math

import cv2

from leukemia_desktop.core.cells import Sight, Survey

SMALLEST = 0.05
"""Size of a red cell relative to training below which, as where none is seen, it counts as this."""


def smear_numbers(found: Survey, magnification: float) -> tuple[float, ...]:
    """smear.NUMBERS of a surveyed field, all finite; `magnification` as in Quality. A colour that is not seen is black."""
    sight = found.found
    if not isinstance(sight, Sight):
        raise TypeError("this survey has cells but no field to measure")
    half = sight.stained.half
    covered = cv2.max(half.covered, half.nuclei)
    masks = (1 - covered, covered - half.nuclei)
    colours = [cv2.mean(plane, mask)[0] for mask in masks for plane in half.planes]
    return (*colours, math.log(max(magnification, SMALLEST)), float(half.purple_threshold))
