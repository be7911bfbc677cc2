"""What the viewer shows as a picture: to the clipboard or to a PNG file."""

from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

import leukemia_desktop
from leukemia_desktop.core.files import replace_file
from leukemia_desktop.core.image import SYNTHETIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from leukemia_desktop.gui.field_pane import FieldPane

GAP = 2


def picture_of(
    panes: Sequence["FieldPane"], overlays: Sequence[object], scale_bar: "QWidget", ground: str, *, with_overlays: bool
) -> QImage:
    """The panes side by side as they are on the screen, without captions, with the scale bar in the lower right corner."""
    finer = panes[0].devicePixelRatioF()
    width = sum(pane.width() for pane in panes) + GAP * (len(panes) - 1)
    height = max(pane.height() for pane in panes)
    image = QImage(round(width * finer), round(height * finer), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(finer)
    image.fill(QColor(ground))
    painter = QPainter(image)
    left = 0
    with _hidden(() if with_overlays else overlays):
        for pane in panes:
            # the scene alone: labels and buttons over it are no part of the field
            pane.render(painter, QRectF(left, 0, pane.width(), pane.height()), QRect(QPoint(), pane.size()))
            left += pane.width() + GAP
    corner = QPoint(width - scale_bar.width() - 8, height - scale_bar.height() - 8)
    scale_bar.render(painter, corner)
    painter.end()
    return image


def write_png(image: QImage, path: Path, *, synthetic: bool = False) -> None:
    """Write the picture, whole or not at all; a drawn field stays marked as one. Raises UnwritableFile."""
    image = image.copy()
    image.setText("Description", leukemia_desktop.RESEARCH_USE)
    image.setText("Software", SYNTHETIC if synthetic else f"leukemia-desktop {leukemia_desktop.__version__}")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise ValueError("the picture is empty")

    def write(stream: BinaryIO) -> None:
        stream.write(bytes(buffer.data().data()))

    replace_file(path, write)


@contextmanager
def _hidden(items: Sequence[object]) -> "Iterator[None]":
    """These items out of sight for the time being."""
    seen = [item for item in items if item.isVisible()]
    for item in seen:
        item.setVisible(False)
    try:
        yield
    finally:
        for item in seen:
            item.setVisible(True)
