"""The calibrated probabilities of one field, one bar a label."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import MARKS

ROW, NAME, NUMBER = 23, 62, 58


class ProbabilityBars(QWidget):
    """Bars with word and number; nothing is drawn while there are no probabilities."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._look = Look()
        self._values: dict[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Probabilities in [0, 1] by label."""
        self._values = dict(values)
        self.setAccessibleName(", ".join(f"{label} {100 * p:.1f} %" for label, p in self._values.items()))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW * len(self._values))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, ROW * len(self._values))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        groove = QRectF(NUMBER if mirrored else NAME, 0, self.width() - NAME - NUMBER, 9)
        for row, (label, value) in enumerate(self._values.items()):
            line = QRectF(0, row * ROW, self.width(), ROW)
            painter.setPen(QColor(self._look.text))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
            words = isolated(f"{100 * value:.1f} %")
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.line))
            bar = groove.translated(0, line.top() + (ROW - groove.height()) / 2)
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(max(1.0, bar.width() * value))
            if mirrored:
                bar.moveRight(groove.right())
            painter.setBrush(QColor(MARKS[label].colour))
            painter.drawRoundedRect(bar, 2, 2)
        painter.end()
