"""Marks burnt into the corners of fields, such as scale bars: what stands at the same pixels in many files."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image

CORNERS = ("lower-right", "lower-left", "upper-right", "upper-left")
HEIGHT, WIDTH = 0.2, 0.35
"""Of a corner, in shares of the field."""
_SIZE = (80, 46)
_EDGE = 60
"""Change of brightness, of 255, over two pixels: cells are softer than print."""
_RED = 40
"""More red than green and blue: print; stained cells are pink and violet, which is red and blue."""
_COMMON, _FEWEST = 0.5, 12
"""Two files have a mark in common when so large a share, and so many, of their edge pixels coincide."""
_STEADY, _KNOWN = 0.7, 0.6
"""A mark is what so large a share of its files have; a file has a mark when it has so large a share of it."""
Edges = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Mark:
    """One mark: its corner, its box (left, top, right, bottom) in shares of width and height, and who has it."""

    name: str
    corner: str
    box: tuple[float, float, float, float]
    files: tuple[int, ...]


def edges(image: Image) -> Edges:
    """Hard edges of a field's corners, in four directions, and what is red: (4 corners, 5, H, W) in a small grid."""
    height, width = image.shape[:2]
    found = []
    for corner in CORNERS:
        rows = slice(height - round(HEIGHT * height), None) if "lower" in corner else slice(round(HEIGHT * height))
        columns = slice(width - round(WIDTH * width), None) if "right" in corner else slice(round(WIDTH * width))
        small = np.asarray(cv2.resize(image[rows, columns], _SIZE, interpolation=cv2.INTER_AREA), np.int16)
        green = small[..., 1]
        across, down = np.zeros_like(green), np.zeros_like(green)
        across[:, 1:-1] = green[:, 2:] - green[:, :-2]
        down[1:-1] = green[2:] - green[:-2]
        red = small[..., 0] - small[..., 1:].max(-1)
        found.append([across > _EDGE, across < -_EDGE, down > _EDGE, down < -_EDGE, red > _RED])
    return np.array(found)


def find_marks(of_files: Sequence[Edges], distinct: Sequence[int]) -> list[Mark]:
    """Marks that three files and one in a hundred share, the most common one first.

    `distinct` are the files to learn marks from: copies of one field would share all of their edges.
    """
    least = max(3, len(distinct) // 100)
    marks: list[Mark] = []
    if len(distinct) < least:
        return marks
    for number, corner in enumerate(CORNERS):
        flat = np.array([found[number].ravel() for found in of_files])
        templates = _templates(flat[list(distinct)], least)
        if not templates:
            continue
        shares = np.array([flat[:, template].mean(1) for template in templates])
        # a mark that is part of another one gives way to the larger
        sizes = np.array([template.sum() for template in templates])
        best = (np.where(shares >= _KNOWN, shares, 0) * sizes[:, None]).argmax(0)
        for place, template in enumerate(templates):
            carried = np.flatnonzero((best == place) & (shares[place] >= _KNOWN))
            if len(carried) >= least:
                marks.append(Mark("", corner, _box(template, corner), tuple(carried.tolist())))
    marks.sort(key=lambda mark: -len(mark.files))
    return [Mark(f"{mark.corner}-{place + 1}", mark.corner, mark.box, mark.files) for place, mark in enumerate(marks)]


def _templates(flat: Edges, least: int) -> list[Edges]:
    """Edge pixels of each mark: the file that most others agree with shows it, what is steady among those is the mark."""
    counts, often = flat.sum(1), flat.sum(0)
    # only what recurs can be a mark; as float32 the product is one call of BLAS and the counts stay exact
    recurring = flat[:, (often >= least) & (often >= 2 * often.mean())].astype(np.float32)
    common = recurring @ recurring.T
    agree = common >= np.maximum(_FEWEST, _COMMON * np.sqrt(np.multiply.outer(counts, counts)))
    left = np.ones(len(flat), np.bool_)
    templates: list[Edges] = []
    while True:
        agreeing = (agree & left).sum(1) * left
        members = agree[agreeing.argmax()] & left
        if members.sum() < least:
            return templates
        steady = flat[members].mean(0) >= _STEADY
        left &= ~members
        if steady.sum() >= _FEWEST:
            templates.append(steady)
            left &= flat[:, steady].mean(1) < _KNOWN


def _box(template: Edges, corner: str) -> tuple[float, float, float, float]:
    width, height = _SIZE
    _, ys, xs = np.nonzero(template.reshape(-1, height, width))
    left, right = (1 - WIDTH, 1.0) if "right" in corner else (0.0, WIDTH)
    top, bottom = (1 - HEIGHT, 1.0) if "lower" in corner else (0.0, HEIGHT)
    across, down = (right - left) / width, (bottom - top) / height
    box = (left + xs.min() * across, top + ys.min() * down, left + (xs.max() + 1) * across, top + (ys.max() + 1) * down)
    return tuple(round(float(value), 3) for value in box)  # type: ignore[return-value]
