"""The scale bar: a length that rounds to 1-2-5-10, drawn at the zoom of the moment."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from leukemia_desktop.gui.look import Look

WIDEST = 96
"""Screen pixels that the bar may take."""


def round_length(most: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not above `most` (> 0)."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= most * (1 + 1e-9))


def length_text(length: float, unit: str) -> str:
    """`20 px`, `0.5 µm`: without digits that say nothing."""
    return f"{length:g} {unit}"


class ScaleBar(QWidget):
    """A bar and its length; hidden while there is no field."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(WIDEST + 16, 30)
        self._look = Look()
        self._bar = 0.0
        self.text = ""

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def set_zoom(self, zoom: float, micrometres: float = 0.0) -> None:
        """`zoom` screen pixels show one field pixel, which is `micrometres` wide where that is known (0: not)."""
        unit, width = ("µm", zoom / micrometres) if micrometres > 0 else ("px", zoom)
        length = round_length(WIDEST / width)
        self._bar = length * width
        self.text = length_text(length, unit)
        self.setAccessibleName(self.tr("Scale bar: %s") % self.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.line))
        painter.setBrush(QColor(self._look.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = (self.width() - self._bar) / 2
        painter.fillRect(QRectF(left, 7, self._bar, 3), QColor(self._look.text))
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(self._look.text))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # `20 µm` is one in every language
        painter.drawText(QRectF(0, 11, self.width(), 17), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()
