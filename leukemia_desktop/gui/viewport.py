"""Which part of a field is on the screen: one truth for all panes, in field pixels."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal

LARGEST_ZOOM = 64.0
NOTCH = 1.25
"""Zoom factor of one wheel notch or one press of + or -."""


class Viewport(QObject):
    """Centre (field pixels) and zoom (screen pixels per field pixel), shared by panes of any size.

    While `fitted` the whole field is shown and follows the size of the panes; any zoom or pan by hand ends that.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.field = QSizeF(0, 0)
        self.pane = QSizeF(1, 1)
        self.centre = QPointF(0, 0)
        self.zoom = 1.0
        self.fitted = True

    def set_field(self, width: int, height: int) -> None:
        """A field of the same size keeps zoom and pan; one of another size is fitted."""
        size = QSizeF(width, height)
        if size != self.field:
            self.field = size
            self.fit()

    def set_pane(self, size: QSizeF) -> None:
        """The panes have this size now (the smallest of them, in screen pixels)."""
        self.pane = QSizeF(max(1.0, size.width()), max(1.0, size.height()))
        if self.fitted:
            self.fit()
        else:
            self.changed.emit()

    def rect(self, pane: QSizeF) -> QRectF:
        """The part of the field plane that a pane of this size shows."""
        width, height = max(1.0, pane.width()) / self.zoom, max(1.0, pane.height()) / self.zoom
        return QRectF(self.centre.x() - width / 2, self.centre.y() - height / 2, width, height)

    def fit(self) -> None:
        """Show the whole field."""
        self.fitted = True
        if not self.field.isEmpty():
            self.zoom = self._fit_zoom()
            self.centre = QPointF(self.field.width() / 2, self.field.height() / 2)
        self.changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Zoom at the middle of the pane."""
        self.zoom_at(self.centre, zoom / self.zoom)

    def zoom_at(self, point: QPointF, factor: float) -> None:
        """Zoom by `factor` so that `point` (field pixels) stays where it is on the screen."""
        if self.field.isEmpty():
            return
        lowest = min(self._fit_zoom(), 1.0) / 2
        zoom = min(max(self.zoom * factor, lowest), LARGEST_ZOOM)
        self.centre = point + (self.centre - point) * (self.zoom / zoom)
        self.zoom = zoom
        self.fitted = False
        self._keep_inside()

    def pan(self, dx: float, dy: float) -> None:
        """Move the field by this many screen pixels."""
        if self.field.isEmpty():
            return
        self.centre -= QPointF(dx, dy) / self.zoom
        self.fitted = False
        self._keep_inside()

    def centre_on(self, point: QPointF) -> None:
        """Bring this point (field pixels) to the middle of the pane."""
        if not self.field.isEmpty():
            self.centre = QPointF(point)
            self.fitted = False
            self._keep_inside()

    def shows_all(self, pane: QSizeF) -> bool:
        """The whole field is on a pane of this size."""
        shown = self.rect(pane).adjusted(-0.5, -0.5, 0.5, 0.5)  # rounding is no hidden pixel
        return shown.contains(QRectF(0, 0, self.field.width(), self.field.height()))

    def _fit_zoom(self) -> float:
        zoom = min(self.pane.width() / self.field.width(), self.pane.height() / self.field.height())
        return min(zoom, LARGEST_ZOOM)

    def _keep_inside(self) -> None:
        """The middle of the pane stays on the field, so that a field can never be lost."""
        x = min(max(self.centre.x(), 0.0), self.field.width())
        y = min(max(self.centre.y(), 0.0), self.field.height())
        self.centre = QPointF(x, y)
        self.changed.emit()
