"""What the screen does to a picture: it changes what a person sees, never what the model is given."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range

CHANNELS = ("colour", "red", "green", "blue", "nuclear_stain")
GIEMSA = ((0.834750233, 0.513556283, 0.196330403), (0.092789, 0.954111, 0.283111))
"""Absorption of methylene blue and of eosin in R, G, B: Giemsa in Landini's Colour Deconvolution, after Ruifrok and Johnston
(Anal Quant Cytol Histol 23:291, 2001)."""


@dataclass(frozen=True)
class Display:
    """How pixel values become screen values, and how much overlays hide of them."""

    brightness: Annotated[int, Range(-100, 100)] = 0
    """Added to every value, in per cent of the full range."""
    contrast: Annotated[float, Range(0.2, 4)] = 1.0
    """Stretches around the middle grey."""
    gamma: Annotated[float, Range(0.2, 4)] = 1.0
    """Above 1 it lightens the dark parts, below it darkens the light ones; black and white stay."""
    channel: str = "colour"
    """One of CHANNELS: all colours, one of them as grey, or what absorbs as the stain of nuclei does."""
    evidence: Annotated[int, Range(0, 100, "%")] = 60
    """Opacity of the evidence where it is strongest."""
    outlines: Annotated[int, Range(0, 100, "%")] = 100
    """Opacity of the cells' outlines and numbers."""

    @property
    def neutral(self) -> bool:
        """True when the screen shows the values as they are."""
        return self.channel == Display.channel and self._plain

    @property
    def _plain(self) -> bool:
        return (self.brightness, self.contrast, self.gamma) == (Display.brightness, Display.contrast, Display.gamma)

    def table(self) -> npt.NDArray[np.uint8]:
        """The screen value, uint8 (256,), of every pixel value: gamma first, then contrast, then brightness."""
        bent = 255 * (np.arange(256) / 255) ** (1 / self.gamma)
        values = (bent - 127.5) * self.contrast + 127.5 + self.brightness * 2.55
        return np.clip(np.round(values), 0, 255).astype(np.uint8)

    def screen(self, pixels: Image) -> Image:
        """RGB uint8 (H, W, 3) as the screen shows these pixels; the same array when nothing is to be done."""
        if self.neutral:
            return pixels
        if self.channel == Display.channel:
            return _through(self.table(), pixels)
        if self.channel == "nuclear_stain":
            grey = _nuclear_stain(pixels)
        else:
            grey = pixels[:, :, ("red", "green", "blue").index(self.channel)]
        return np.repeat(_through(self.table(), grey)[:, :, None], 3, axis=2)


def _through(table: npt.NDArray[np.uint8], pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """table[pixels], in about half the time that NumPy takes for it: the window waits."""
    return np.frombuffer(bytearray(pixels).translate(table.tobytes()), np.uint8).reshape(pixels.shape)


def _nuclear_stain(pixels: Image) -> npt.NDArray[np.uint8]:
    """Light left after methylene blue alone, uint8 (H, W): nuclei dark, red cells and background light."""
    shares = _shares()
    total = shares[0][pixels[:, :, 0]] + shares[1][pixels[:, :, 1]] + shares[2][pixels[:, :, 2]]
    return _light()[np.clip(total, 0, len(_light()) - 1)]


FINE = 1000
"""Steps of one unit of absorbance."""


@lru_cache(maxsize=1)
def _shares() -> npt.NDArray[np.int16]:
    """(3, 256): what each value of each channel adds to the methylene blue, in steps of FINE."""
    blue, eosin = (np.array(each) / np.linalg.norm(each) for each in GIEMSA)
    rest = np.cross(blue, eosin)
    unmixed = np.linalg.inv(np.array([blue, eosin, rest / np.linalg.norm(rest)]))[:, 0]
    absorbed = -np.log10((np.arange(256) + 1) / 256)
    return np.round(FINE * unmixed[:, None] * absorbed[None, :]).astype(np.int16)


@lru_cache(maxsize=1)
def _light() -> npt.NDArray[np.uint8]:
    return np.round(255 * 10.0 ** (-np.arange(3 * FINE) / FINE)).astype(np.uint8)
