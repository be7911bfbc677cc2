"""Class activation on a finer grid than the model's own: shifted copies of a field are asked, and their maps interleaved.

A map of 7 x 7 or 4 x 4 numbers cannot tell one cell from its neighbour. A copy of the field moved by a few px puts other
content under the same places of the map, so that copies moved by every fraction of the map's spacing give a map as fine as
those fractions (shift-and-stitch: Sermanet et al. 2014, Long et al. 2015). Nothing is invented between two numbers.
"""

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.classifier import Classifier, ModelFailed, Prediction
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.recipe import Recipe

Floats = npt.NDArray[np.float32]
FINE = 28
"""Numbers along one side of the fine map of a field: 8 px apart in one of 224, half a red cell."""
AT_ONCE = 16
"""Copies that are asked together."""


def spacing(size: int, count: int) -> int:
    """px between the places of neighbouring numbers of a map of `count` numbers along `size` px: its stride.

    A network halves a number of times, and what does not divide is rounded up or down, so that 4 numbers along 224 px are
    64 px apart, and 3 too. Anything else is taken to be spread evenly.
    """
    for stride in (1024, 512, 256, 128, 64, 32, 16, 8, 4, 2):
        if count in (size // stride, -(-size // stride)):
            return stride
    return max(1, round(size / count))


def centres(size: int, count: int) -> npt.NDArray[np.float64]:
    """px along one side of which each of `count` numbers speaks: `spacing` apart about the middle.

    For the model that ships that is true to 4 px, asked of itself by hiding discs in drawn fields.
    """
    return np.asarray(size / 2 + (np.arange(count) - (count - 1) / 2) * spacing(size, count), np.float64)


def fine_evidence(classifier: Classifier, recipe: Recipe, seen: Image, fine: int = FINE) -> tuple[Floats, Prediction]:
    """Evidence (4, fine, fine) that tiles `seen` evenly, and what the model says of `seen` itself.

    A model whose own map is as fine, or finer, gives that. `seen` is what the model sees, RGB uint8 (S, S, 3). Raises
    ModelFailed.
    """
    size = recipe.input_size
    (itself,) = asked(classifier, recipe, [seen])
    if min(itself.evidence.shape[1:]) >= fine:
        return itself.evidence, itself
    (which_row, downs), (which_column, acrosses) = (_schedule(size, count, fine) for count in itself.evidence.shape[1:])
    down_set, across_set = sorted(set(downs)), sorted(set(acrosses))
    reach = max(map(abs, (*down_set, *across_set)))
    wide: Image = cv2.copyMakeBorder(  # type: ignore[assignment]
        seen, reach, reach, reach, reach, cv2.BORDER_REFLECT_101
    )
    moved_copies = [
        np.ascontiguousarray(wide[reach + down : reach + down + size, reach + across : reach + across + size])
        for down in down_set
        for across in across_set
    ]
    maps = np.stack([one.evidence for one in asked(classifier, recipe, moved_copies)])
    of_row = np.array([down_set.index(down) for down in downs])
    of_column = np.array([across_set.index(across) for across in acrosses])
    copy = of_row[:, None] * len(across_set) + of_column
    stitched = maps[copy, :, np.array(which_row)[:, None], np.array(which_column)]  # (fine, fine, 4)
    return np.ascontiguousarray(stitched.transpose(2, 0, 1), dtype=np.float32), itself


def _schedule(size: int, count: int, fine: int) -> tuple[list[int], list[int]]:
    """For each fine place along one side, the number of the map that speaks of it and how far the copy is moved for that."""
    wanted = (np.arange(fine) + 0.5) * size / fine
    away = wanted[:, None] - centres(size, count)
    nearest = np.abs(away).argmin(1)
    return nearest.tolist(), np.rint(away[np.arange(fine), nearest]).astype(int).tolist()


def asked(classifier: Classifier, recipe: Recipe, inputs: Sequence[Image]) -> list[Prediction]:
    """What the model says of each of its inputs, RGB uint8 (S, S, 3). Raises ModelFailed, also for what is no number."""
    said: list[Prediction] = []
    for first in range(0, len(inputs), AT_ONCE):
        said += classifier.predict([recipe.normalise(image) for image in inputs[first : first + AT_ONCE]])
    if not all(np.isfinite(one.logits).all() and np.isfinite(one.evidence).all() for one in said):
        raise ModelFailed("the model gave no usable numbers for this field")
    return said
