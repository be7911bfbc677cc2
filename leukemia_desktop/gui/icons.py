"""The program's own icons, drawn in the colour of the text beside them."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from leukemia_desktop.core.settings import shipped


def icon(name: str, colour: str, disabled: str = "", side: int = 16) -> QIcon:
    """resources/icons/<name>.svg with `currentColor` replaced; `disabled` is its colour where it cannot be used."""
    text = (shipped("resources") / "icons" / f"{name}.svg").read_text("utf-8")
    made = QIcon()
    for mode, paint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", paint).encode()))
        for ratio in (1, 2, 3):
            picture = QPixmap(side * ratio, side * ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter)
            painter.end()
            picture.setDevicePixelRatio(ratio)
            made.addPixmap(picture, mode)
    return made
