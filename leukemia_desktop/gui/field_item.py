"""A field on the screen: as many pixels as the screen can show, smooth when small, square pixels when large."""

import math
from collections.abc import Sequence
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from leukemia_desktop.core.image import Image
from leukemia_desktop.gui.display import Display

SQUARES_FROM = 4.0
"""From this many points a pixel is a square with hard edges: what is measured is what is seen. On a finer screen points are
more pixels, and the same field looks the same."""
WHOLE_LEVEL = 4_000_000
"""A level with more pixels is brightened only where it is visible."""


def level_for(widths: Sequence[int], shown_width: float) -> int:
    """Index of the narrowest level that still has a pixel for each of `shown_width` screen pixels; 0 when none has."""
    return max((i for i, width in enumerate(widths) if width >= shown_width), default=0)


class FieldItem(pg.ImageItem):
    """Draws one pyramid over `area` (field pixels). `follow` must be told what is visible."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self._levels: tuple[Image, ...] = ()
        self._area = QRectF()
        self._display = Display()
        self._drawn: tuple[object, ...] = ()
        self._visible, self._zoom = QRectF(), 1.0
        self._magnified = 1.0

    def set_levels_of_detail(self, levels: tuple[Image, ...], area: QRectF) -> None:
        """Show this pyramid; an empty one shows nothing."""
        self._levels, self._area = levels, area
        self._refresh()

    def set_display(self, display: Display) -> None:
        """Show the pixels through this display."""
        self._display = display
        self._refresh()

    def follow(self, visible: QRectF, zoom: float) -> None:
        """`visible` (field pixels) is on the screen at `zoom` device pixels per field pixel."""
        self._visible, self._zoom = visible, zoom
        self._refresh()

    def _refresh(self) -> None:
        if not self._levels or self._area.isEmpty():
            self._drawn = ()
            self.clear()
            return
        chosen = level_for([level.shape[1] for level in self._levels], self._area.width() * self._zoom)
        level = self._levels[chosen]
        height, width = level.shape[:2]
        self._magnified = self._area.width() * self._zoom / width
        left, top, right, bottom = 0, 0, width, height
        if not self._display.neutral and width * height > WHOLE_LEVEL:
            across, down = self._area.width() / width, self._area.height() / height
            seen = self._visible.intersected(self._area)
            left = max(0, math.floor((seen.left() - self._area.left()) / across))
            top = max(0, math.floor((seen.top() - self._area.top()) / down))
            right = min(width, math.ceil((seen.right() - self._area.left()) / across))
            bottom = min(height, math.ceil((seen.bottom() - self._area.top()) / down))
        drawn = (id(level), replace(self._display, evidence=0, outlines=0), left, top, right, bottom, self._area)
        if drawn == self._drawn:
            self.update()
            return
        self._drawn = drawn
        if right <= left or bottom <= top:
            self.clear()
            return
        shown = level[top:bottom, left:right]
        self.setImage(self._display.screen(shown), autoLevels=False)
        x, y = self._area.width() / width, self._area.height() / height
        corner = self._area.topLeft()
        self.setRect(QRectF(corner.x() + left * x, corner.y() + top * y, (right - left) * x, (bottom - top) * y))

    def paint(self, painter: QPainter, *args: object) -> None:
        smooth = self._magnified / painter.device().devicePixelRatioF() < SQUARES_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        super().paint(painter, *args)
