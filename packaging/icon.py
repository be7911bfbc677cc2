"""The icon as a picture of one size, for the recipes of Windows and macOS: icon.py SVG PIXELS OUT (.png or .ico)"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw(source: Path, pixels: int, target: Path) -> None:
    """Draw the SVG into a square of `pixels`, on nothing. Exits where it cannot be read or written."""
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        sys.exit(f"{source}: no SVG")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(str(target)):
        sys.exit(f"{target}: could not be written")


if __name__ == "__main__":
    application = QGuiApplication([])
    draw(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
