"""A list of pictures, side by side and as many in a row as there is room for."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from leukemia_desktop.gui.look import Look


class TileDelegate(QStyledItemDelegate):
    """Draws a tile in the colours of `look`."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.look = Look()


class PictureList(QListView):
    """Scrolls smoothly; `set_look` dresses its tiles."""

    def __init__(self, tiles: TileDelegate, parent: QWidget):
        super().__init__(parent)
        self._tiles = tiles
        self.setItemDelegate(tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListView { padding-left: 6px; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def set_look(self, look: Look) -> None:
        self._tiles.look = look
        self.viewport().update()


def pixmap_of(pixels: npt.NDArray[np.uint8]) -> QPixmap:
    """RGB (H, W, 3), rows without gaps, as a picture of its own."""
    height, width = pixels.shape[:2]
    return QPixmap.fromImage(QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888))
