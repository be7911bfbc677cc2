"""The evidence map over a picture: inferno, clear where there is no evidence."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from leukemia_desktop.core.explain import Explanation

SIDE = 256
SHOWN_FROM = 0.6
"""Share of the strongest evidence from which the map is as opaque as it gets; below, it fades out."""

STRONGEST = 0.82
"""Where inferno ends here: its palest yellow over the white of a smear would look like a hole in the evidence."""


@lru_cache(maxsize=1)
def _inferno() -> npt.NDArray[np.uint8]:
    colours = np.asarray(pg.colormap.get("inferno").getLookupTable(0, STRONGEST, 256), np.uint8)
    opacity = np.clip(np.arange(256) / 255 / SHOWN_FROM, 0, 1)
    # eased at both ends, so that no edge is seen where there is none in the evidence
    fade = opacity**2 * (3 - 2 * opacity)
    return np.column_stack((colours[:, :3], np.round(255 * fade).astype(np.uint8)))


def evidence_picture(explanation: Explanation, label: str) -> npt.NDArray[np.uint8]:
    """RGBA (SIDE, SIDE, 4) of the evidence for `label`."""
    return _inferno()[np.round(255 * explanation.glow(label, SIDE)).astype(np.uint8)]


class EvidenceItem(pg.ImageItem):
    """Draws one evidence picture over the part of the field that the model saw."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self.setZValue(10)
        self._drawn: tuple[Explanation, str] | None = None

    def set_evidence(self, explanation: Explanation | None, label: str) -> None:
        """Show the evidence for `label`, or nothing."""
        drawn = None if explanation is None else (explanation, label)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        if explanation is None:
            self.clear()
            return
        self.setImage(evidence_picture(explanation, label), autoLevels=False, levels=None)
        self.setRect(QRectF(*explanation.place))

    def paint(self, painter: QPainter, *args: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, *args)
