"""What the screen does to a picture: it changes what a person sees, never what the model is given."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.shelf import Range


@dataclass(frozen=True)
class Display:
    """How pixel values become screen values, and how much an overlay hides of them."""

    brightness: Annotated[int, Range(-100, 100)] = 0
    """Added to every value, in per cent of the full range."""
    contrast: Annotated[float, Range(0.2, 4)] = 1.0
    """Stretches around the middle grey."""
    evidence: Annotated[int, Range(0, 100, "%")] = 60
    """Opacity of the evidence where it is strongest."""

    @property
    def neutral(self) -> bool:
        """True when the screen shows the values as they are."""
        return self.brightness == Display.brightness and self.contrast == Display.contrast

    def table(self) -> npt.NDArray[np.uint8]:
        """The screen value, uint8 (256,), of every pixel value."""
        values = (np.arange(256) - 127.5) * self.contrast + 127.5 + self.brightness * 2.55
        return np.clip(np.round(values), 0, 255).astype(np.uint8)
