"""A small overview of the field with the part on the screen as a rectangle that can be dragged."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.pyramid import within
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.viewport import Viewport

SIDE = 132
"""Longer side of the overview, in screen pixels."""
STEP = 0.1
"""Share of what is on the screen that one press of an arrow key moves."""
ARROWS = {
    Qt.Key.Key_Left: QPointF(-STEP, 0),
    Qt.Key.Key_Right: QPointF(STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -STEP),
    Qt.Key.Key_Down: QPointF(0, STEP),
}


class Navigator(QWidget):
    """There while a part of the field lies outside `pane`, and gone while all of it is seen."""

    def __init__(self, viewport: Viewport, pane: QWidget):
        super().__init__(pane)
        self.setAccessibleName(self.tr("Overview of the field"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._port, self._pane, self._look = viewport, pane, Look()
        self._picture: QImage | None = None
        self.wanted = True
        viewport.changed.connect(self.follow)
        self.hide()

    def set_wanted(self, on: bool) -> None:
        """Whether a person wants to see it at all."""
        self.wanted = on
        self.follow()

    def set_levels(self, levels: tuple[Image, ...]) -> None:
        """The pyramid of the field; an empty one: no field."""
        self._picture = None
        if levels:
            small = within(levels[-1:], 2 * SIDE)
            height, width = small.shape[:2]
            # a copy: the array may go before the picture does
            self._picture = QImage(small.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
            full_height, full_width = levels[0].shape[:2]
            scale = SIDE / max(full_height, full_width)
            self.setFixedSize(max(12, round(full_width * scale)) + 4, max(12, round(full_height * scale)) + 4)
        self.follow()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def follow(self) -> None:
        """Bring it in line with what is on the screen."""
        room = self._pane.width() > 2 * SIDE and self._pane.height() > 2 * SIDE
        hidden = self._port.field.isEmpty() or self._port.shows_all(QSizeF(self._pane.size()))
        self.setVisible(self.wanted and room and self._picture is not None and not hidden)
        self.update()

    def frame(self) -> QRectF:
        """The part on the screen, in pixels of this widget."""
        area, field = self._area(), self._port.field
        if field.isEmpty():
            return QRectF()
        seen = self._port.rect(QSizeF(self._pane.size()))
        x, y = area.width() / field.width(), area.height() / field.height()
        whole = QRectF(area.left() + seen.left() * x, area.top() + seen.top() * y, seen.width() * x, seen.height() * y)
        return whole.intersected(area)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 2, -2, -2)

    def _go(self, at: QPointF) -> None:
        area, field = self._area(), self._port.field
        x = (at.x() - area.left()) / area.width() * field.width()
        y = (at.y() - area.top()) / area.height() * field.height()
        self._port.centre_on(QPointF(x, y))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            seen, by = self._port.rect(QSizeF(self._pane.size())), ARROWS[Qt.Key(event.key())]
            self._port.centre_on(self._port.centre + QPointF(by.x() * seen.width(), by.y() * seen.height()))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._area(), self._picture)
        painter.setPen(QPen(QColor(self._look.accent if self.hasFocus() else self._look.line), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        shade = QColor(0, 0, 0, 90)
        frame, area = self.frame(), self._area()
        for part in (
            QRectF(area.left(), area.top(), area.width(), frame.top() - area.top()),
            QRectF(area.left(), frame.bottom(), area.width(), area.bottom() - frame.bottom()),
            QRectF(area.left(), frame.top(), frame.left() - area.left(), frame.height()),
            QRectF(frame.right(), frame.top(), area.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(QColor("#ffffff"), 3))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#0072B2"), 1.5))
        painter.drawRect(frame)
        painter.end()
