"""What the reference panel's worker does: ask the ledger which references there are, find their files, cut pictures out."""

import math
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import find_cells
from leukemia_desktop.core.image import UnreadableImage, read_image
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.references import Reference, chosen, reviewed
from leukemia_desktop.core.whereabouts import Whereabouts
from leukemia_desktop.gui.latest_only import Overtaken

SIDE = 384
"""Pixels of a picture at most; the panel shows them at the scale of the case."""
MOST = 120
"""References that are shown; there may be more."""


@dataclass(frozen=True)
class Asked:
    """`which` is chosen, or reviewed for the fields that were reviewed last; `folders` are looked into for moved files."""

    ledger: Path
    which: str
    folders: tuple[Path, ...]
    max_megapixels: float


@dataclass(frozen=True)
class Listed:
    """The references that there are, at most MOST of them, or why that cannot be said."""

    asked: Asked
    references: tuple[Reference, ...] = ()
    left_out: int = 0
    refusal: str = ""


@dataclass(frozen=True, eq=False)
class Pictured:
    """One reference's picture; `path` is None where its file was not found, `picture` where it cannot be read."""

    asked: Asked
    name: tuple[str, int]
    path: Path | None = None
    picture: npt.NDArray[np.uint8] | None = field(default=None, repr=False)
    """RGB, (H, W, 3), one pixel a pixel of the field."""
    middle: tuple[float, float] = (0.0, 0.0)
    """x and y in the picture of what is to be seen: the cell, or of a field the one nearest to its middle."""
    size: tuple[int, int] = (0, 0)
    """Width and height of the field, in px."""
    refusal: str = ""


class Referrer:
    """Remembers where files lie, and the pictures it has cut."""

    def __init__(self) -> None:
        self._whereabouts = Whereabouts()
        self._cut: OrderedDict[tuple[str, int], Pictured] = OrderedDict()

    def refer(self, asked: Asked, overtaken: Overtaken) -> Iterator[Listed | Pictured]:
        """First what there is, then a picture each."""
        if not asked.ledger.exists():
            yield Listed(asked)
            return
        try:
            with Ledger(asked.ledger) as ledger, ledger.reading() as page:
                found = chosen(page) if asked.which == "chosen" else reviewed(page, MOST)
        except BadLedger as error:
            yield Listed(asked, refusal=str(error))
            return
        shown = tuple(found[:MOST])
        yield Listed(asked, shown, len(found) - len(shown))
        for reference in shown:
            if overtaken():
                return
            yield self._pictured(asked, reference)

    def _pictured(self, asked: Asked, reference: Reference) -> Pictured:
        image, name = reference.image_sha256, reference.name
        path = self._whereabouts.find(image, reference.path, reference.size, asked.folders)
        if path is None:
            return Pictured(asked, name)
        known = self._cut.get(name)
        if known is None:
            try:
                pixels = read_image(path, max_megapixels=asked.max_megapixels)
            except UnreadableImage as error:
                return Pictured(asked, name, path, refusal=str(error))
            picture, middle = _cut(pixels, reference)
            known = Pictured(asked, name, path, picture, middle, (pixels.shape[1], pixels.shape[0]))
            self._cut[name] = known
            while len(self._cut) > MOST:
                self._cut.popitem(last=False)
        return Pictured(asked, name, path, known.picture, known.middle, known.size)


def _cut(pixels: npt.NDArray[np.uint8], reference: Reference) -> tuple[npt.NDArray[np.uint8], tuple[float, float]]:
    """At most SIDE pixels around the cell, inside the field, and where it is in them.

    Of a whole field it is the cell nearest to the middle: a tile at the scale of the case has room for few.
    """
    height, width = pixels.shape[:2]
    cell = reference.cell
    x, y = (cell.x, cell.y) if cell else (width / 2, height / 2)
    if cell is None and (cells := find_cells(pixels)):
        nearest = min(cells, key=lambda each: math.hypot(each.x - x, each.y - y))
        x, y = nearest.x, nearest.y
    left = round(min(max(0.0, x - SIDE / 2), max(0, width - SIDE)))
    top = round(min(max(0.0, y - SIDE / 2), max(0, height - SIDE)))
    return np.ascontiguousarray(pixels[top : top + SIDE, left : left + SIDE]), (x - left, y - top)
