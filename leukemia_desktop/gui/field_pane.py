"""One pane of the viewer: a picture in field coordinates, mouse and keys, and small labels over it."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from leukemia_desktop.core.image import Image
from leukemia_desktop.gui.chip import Chip
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.field_item import FieldItem
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.measuring import Measuring
from leukemia_desktop.gui.viewport import NOTCH, Viewport

ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ARROW_PIXELS = 48


class FieldPane(pg.GraphicsView):
    """Shows one picture; `hovered` gives the point of the field plane under the mouse, or None when it leaves."""

    hovered = Signal(object)
    resized = Signal()
    followed = Signal(QRectF, float)
    """What is visible now (field pixels), and device pixels per field pixel."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None):
        super().__init__(parent, background=None)
        self._port = viewport
        self._look = Look()
        self._drag: QPointF | None = None
        self._space = False
        self._measuring: Measuring | None = None
        self._image: Image | None = None
        self._area = QRectF()
        # a folder dropped on the picture is for the window
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._box = pg.ViewBox(enableMouse=False, invertY=True, enableMenu=False, defaultPadding=0)
        self.setCentralItem(self._box)
        self._item = FieldItem()
        self._box.addItem(self._item, ignoreBounds=True)
        self.caption, self.readout = Chip(self), Chip(self)
        self.caption.setObjectName("chip")
        self.readout.setObjectName("readout")
        self.corner = QGridLayout(self)
        self.corner.setContentsMargins(8, 8, 8, 8)
        self.corner.setColumnStretch(0, 1)
        self.corner.addWidget(self.caption, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.corner.addWidget(self.readout, 2, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.note = QLabel(self)
        self.note.setObjectName("note")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMinimumWidth(160)
        self.corner.setRowStretch(0, 1)
        self.corner.addWidget(self.note, 0, 0, 3, 2, Qt.AlignmentFlag.AlignCenter)
        for label in (self.caption, self.readout, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.hide()
        viewport.changed.connect(self._follow)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setBackground(QColor(look.image))
        self.viewport().update()

    def set_picture(self, levels: tuple[Image, ...], area: QRectF) -> None:
        """Show a pyramid over `area` of the field plane; an empty one empties the pane."""
        self._image, self._area = (levels[0] if levels else None), area
        self._item.set_levels_of_detail(levels, area)

    def add_item(self, item: pg.GraphicsObject) -> None:
        """Draw an item of field coordinates over the picture."""
        self._box.addItem(item, ignoreBounds=True)

    def remove_item(self, item: pg.GraphicsObject) -> None:
        """Take an item of add_item away."""
        self._box.removeItem(item)

    def set_display(self, display: Display) -> None:
        self._item.set_display(display)

    def measure_with(self, measuring: Measuring | None) -> None:
        """The mouse draws a line for `measuring` as long as that is active; Space still moves the field."""
        self._measuring = measuring
        if measuring is not None:
            self.add_item(measuring.item)
        self._set_cursor()

    def pixel_at(self, point: QPointF) -> tuple[int, int, int, int, int] | None:
        """x, y, R, G, B of the picture's own pixel at a point of the field plane; None beside it."""
        if self._image is None or self._area.isEmpty():
            return None
        height, width = self._image.shape[:2]
        x = int((point.x() - self._area.left()) * width // self._area.width())
        y = int((point.y() - self._area.top()) * height // self._area.height())
        if not (0 <= x < width and 0 <= y < height):
            return None
        red, green, blue = (int(value) for value in self._image[y, x])
        return x, y, red, green, blue

    def point_at(self, position: QPointF) -> QPointF:
        """The point of the field plane (field pixels) at a position of this widget."""
        rect = self._port.rect(QSizeF(self.size()))
        return rect.topLeft() + position / self._port.zoom

    @property
    def measures(self) -> bool:
        """A line is being drawn, or about to be."""
        return self._measuring is not None and self._measuring.active

    def _follow(self) -> None:
        rect = self._port.rect(QSizeF(self.size()))
        self._box.setRange(rect, padding=0)
        zoom = self._port.zoom * self.devicePixelRatioF()
        self._item.follow(rect, zoom)
        self.followed.emit(rect, zoom)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls this with None while it is being built
            self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self._port.zoom_at(self.point_at(event.position()), NOTCH**notches)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.measures and event.button() == Qt.MouseButton.LeftButton and not self._space:
            self._measuring.press(self.point_at(event.position()))
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = event.position()
            self._set_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            moved = event.position() - self._drag
            self._drag = event.position()
            self._port.pan(moved.x(), moved.y())
        elif self.measures:
            self._measuring.move(self.point_at(event.position()))
        self.hovered.emit(self.point_at(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None and self.measures and event.button() == Qt.MouseButton.LeftButton:
            self._measuring.release(self.point_at(event.position()))
        self._drag = None
        self._set_cursor()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # a quick second drag, never a reset

    def leaveEvent(self, event: object) -> None:
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self._set_cursor()
        elif event.key() == Qt.Key.Key_Escape and self.measures:
            self._measuring.end()
            self._set_cursor()
        elif event.key() in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            x, y = ARROWS[Qt.Key(event.key())]
            self._port.pan(x * ARROW_PIXELS, y * ARROW_PIXELS)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._set_cursor()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self._set_cursor()
        self.viewport().update()

    def _set_cursor(self) -> None:
        if self._drag is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.measures:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._look.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
