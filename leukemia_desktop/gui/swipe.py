"""Swipe: the second picture over the original, right of a line that can be dragged."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from leukemia_desktop.gui.field_item import FieldItem
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.look import Look

WIDE = 17
STEP = 0.02
FAR = 1e7
"""Field pixels that reach beyond every field."""


class Curtain(pg.GraphicsObject):
    """Shows its children right of `edge` (field pixels) only."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self.setFlag(self.GraphicsItemFlag.ItemClipsChildrenToShape)
        self.edge = 0.0

    def set_edge(self, edge: float) -> None:
        self.prepareGeometryChange()
        self.edge = edge
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.edge, -FAR, FAR, 2 * FAR)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.boundingRect())
        return path

    def paint(self, painter: QPainter, *args: object) -> None:
        pass  # its children paint


class Divider(QWidget):
    """The line between the two pictures; `moved` follows the mouse and the arrow keys. It lies over `pane`."""

    moved = Signal()

    def __init__(self, pane: FieldPane):
        super().__init__(pane)
        self.setAccessibleName(self.tr("Line between original and processed"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pane, self._look = pane, Look()
        self.share = 0.5
        """Where the line is, as a share of the pane's width."""
        pane.resized.connect(self._place)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def set_share(self, share: float) -> None:
        """Move the line, within the pane."""
        self.share = min(max(share, 0.0), 1.0)
        self._place()

    def _place(self) -> None:
        self.setGeometry(round(self.share * self._pane.width()) - WIDE // 2, 0, WIDE, self._pane.height())
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_share(self.mapTo(self._pane, event.position()).x() / max(1, self._pane.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
        else:
            self.set_share(self.share + by)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._look.accent if self.hasFocus() else self._look.text)
        painter.fillRect(QRectF(WIDE / 2 - 1.5, 0, 3, self.height()), QColor(self._look.panel))
        painter.fillRect(QRectF(WIDE / 2 - 0.5, 0, 1, self.height()), colour)
        painter.setPen(colour)
        painter.setBrush(QColor(self._look.panel))
        grip = QRectF(1, self.height() / 2 - 15, WIDE - 2, 30)
        painter.drawRoundedRect(grip, 7, 7)
        for x in (-2, 2):
            painter.drawLine(QPointF(WIDE / 2 + x, grip.center().y() - 6), QPointF(WIDE / 2 + x, grip.center().y() + 6))
        painter.end()


class Swipe:
    """The second picture in the original's pane; `on` while it is shown so."""

    def __init__(self, pane: FieldPane, overlay: pg.GraphicsObject, other: FieldPane):
        """`overlay` lies over the second picture, in `other` as long as the two are side by side."""
        self._pane, self._overlay, self._other = pane, overlay, other
        self.on = False
        self.curtain, self.item, self.divider = Curtain(), FieldItem(), Divider(pane)
        self.item.setParentItem(self.curtain)
        self.curtain.hide()
        pane.add_item(self.curtain)
        pane.followed.connect(self._follow)
        self.divider.moved.connect(self._move)

    def set_on(self, on: bool) -> None:
        """Lay the second picture over the original, or give it back its own pane."""
        self.on = on
        self.curtain.setVisible(on)
        self.divider.setVisible(on)
        if on:
            self._other.remove_item(self._overlay)
            self._overlay.setParentItem(self.curtain)
            self.divider.set_share(self.divider.share)
            self.divider.raise_()
        else:
            self._overlay.setParentItem(None)
            self._other.add_item(self._overlay)

    def _follow(self, rect: QRectF, zoom: float) -> None:
        self.item.follow(rect, zoom)
        self._move()

    def _move(self) -> None:
        self.curtain.set_edge(self._pane.point_at(QPointF(self.divider.share * self._pane.width(), 0)).x())
