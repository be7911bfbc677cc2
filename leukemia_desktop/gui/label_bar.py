"""How the labels of a slide are distributed: one bar, a part for each label, wide as its count."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import MARKS
from leukemia_desktop.gui.words import choice_words


class LabelBar(QWidget):
    """The counts stand beside it in words; the bar is for the eye."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._look = Look()
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Fields by label."""
        self._counts = {label: counts[label] for label in MARKS if counts[label]}
        words = ", ".join(f"{choice_words(label)} {count}" for label, count in self._counts.items())
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        total = sum(self._counts.values())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        outline = QPainterPath()
        outline.addRoundedRect(area, 3, 3)
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(self._look.line))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # Benign stands where reading begins
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0))
        left = area.left()
        for label, count in self._counts.items():
            width = area.width() * count / total
            painter.fillRect(QRectF(left, area.top(), width, area.height()), QColor(MARKS[label].colour))
            left += width
            painter.fillRect(QRectF(left - 1, area.top(), 1, area.height()), QColor(self._look.panel))
        painter.end()
