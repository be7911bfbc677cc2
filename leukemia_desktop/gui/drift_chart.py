"""The drift chart of the daily control: one small Levey-Jennings chart a statistic, in the window's colours."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.theme import CAPTION

SHOWN, MOST = 30, 4.0
"""Runs at most, the last ones; standard deviations up and down."""
COLUMNS, LEAST = 4, 140
"""Charts side by side where each then has so many px, else fewer."""
ROW, GAP, TITLE = 92, 16, 20


class DriftChart(QWidget):
    """Runs from left to right, in standard deviations from the baseline: the band is 2 SD wide, the lines stand at 3 SD."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._look = Look()
        self._series: dict[str, list[float]] = {}
        self._first_check = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_series(self, series: Mapping[str, Sequence[float]], first_check: int) -> None:
        """Deviations by a statistic's words, oldest run first; runs before `first_check` are the baseline's."""
        runs = max(map(len, series.values()), default=0)
        self._series = {words: list(values)[-SHOWN:] for words, values in series.items()}
        self._first_check = first_check - max(0, runs - SHOWN)
        named = [f"{words} {self._said(values[-1])}" for words, values in self._series.items() if values]
        self.setAccessibleName(self.tr("Drift chart: %s") % ", ".join(named))
        # a narrow chart has no room for long names
        self.setToolTip(
            "\n".join([*named, self.tr("SD: standard deviations between the runs of the baseline, or its fields")])
        )
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COLUMNS * (LEAST + GAP), self.heightForWidth(COLUMNS * (LEAST + GAP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, ROW)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._series) // self._columns(width))
        return max(1, rows) * ROW

    def _columns(self, width: int) -> int:
        return max(1, min(COLUMNS, (width + GAP) // (LEAST + GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns(self.width())
        wide = (self.width() - GAP * (columns - 1)) / columns
        for number, (words, values) in enumerate(self._series.items()):
            column = number % columns
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                column = columns - 1 - column
            left, top = column * (wide + GAP), (number // columns) * ROW
            self._chart(painter, QRectF(left, top, wide, ROW - 8), words, values)
        painter.end()

    def _chart(self, painter: QPainter, area: QRectF, words: str, values: list[float]) -> None:
        look = self._look
        font = QFont(self.font())
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        head = QRectF(area.left(), area.top(), area.width(), TITLE - 4)
        last = self._said(values[-1]) if values else ""
        wide = painter.fontMetrics().horizontalAdvance(last) + 6
        painter.setPen(QColor(look.secondary))
        title = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width() - wide))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setPen(QColor(self._colour(values[-1]) if values else look.text))
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, last)
        plot = area.adjusted(0, TITLE, 0, 0)
        scale = plot.height() / 2 / MOST
        at = plot.center().y()
        painter.fillRect(plot, QColor(look.window))
        painter.fillRect(QRectF(plot.left(), at - 2 * scale, plot.width(), 4 * scale), QColor(look.selection))
        for level in (-3, 0, 3):
            painter.setPen(QPen(QColor(look.faint if level else look.line), 1, Qt.PenStyle.SolidLine))
            painter.drawLine(QPointF(plot.left(), at - level * scale), QPointF(plot.right(), at - level * scale))
        step = (plot.width() - 12) / max(1, len(values) - 1)
        # a single run stands in the middle
        start = plot.left() + 6 if len(values) > 1 else plot.center().x()
        points = [
            QPointF(start + number * step, at - max(-MOST, min(MOST, value)) * scale) for number, value in enumerate(values)
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent), 1.2))
        painter.drawPolyline(QPolygonF(points))
        for number, (point, value) in enumerate(zip(points, values, strict=True)):
            colour = QColor(self._colour(value))
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(QColor(look.panel) if number < self._first_check else colour)
            painter.drawEllipse(point, 2.8, 2.8)

    def _colour(self, deviation: float) -> str:
        look = self._look
        return look.failed if abs(deviation) > 3 else look.warning if abs(deviation) > 2 else look.accent

    def _said(self, deviation: float) -> str:
        return self.tr("%s SD") % f"{deviation:+.1f}"
