"""Measuring a known length on a field, and how wide a pixel is: by two clicks or one drag, and a number."""

import json
import math
from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QLineF, QObject, QPointF, QRectF, QSettings, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from leukemia_desktop.core.settings import data_folder

SHORTEST = 3.0
"""px; a shorter line is a slip of the hand and measures nothing."""
SMALLEST, LARGEST = 0.001, 100.0
"""µm a pixel: beyond lies no light microscope."""

Size = tuple[int, int]


class LineItem(pg.GraphicsObject):
    """The line that is being drawn, as wide on the screen at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(30)
        self.line = QLineF()

    def set_line(self, line: QLineF) -> None:
        self.prepareGeometryChange()
        self.line = line
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.line.p1(), self.line.p2()).normalized().adjusted(-16, -16, 16, 16)

    def paint(self, painter: QPainter, *args: object) -> None:
        if self.line.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        finer = painter.device().devicePixelRatioF()
        for colour, width in (("#ffffff", 5.0), ("#0072B2", 2.5)):
            pen = QPen(QColor(colour), width * finer)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(self.line)


class Measuring(QObject):
    """`measured` carries the length of a line (field px) once it is drawn; `ended` when that is given up."""

    measured = Signal(float)
    ended = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.item = LineItem()
        self.active = False
        self._start: QPointF | None = None

    def begin(self) -> None:
        """Take the next two clicks, or the next drag."""
        self.active, self._start = True, None
        self.item.set_line(QLineF())

    def end(self) -> None:
        """Give it up, or clean up after it."""
        if self.active or not self.item.line.isNull():
            self.active, self._start = False, None
            self.item.set_line(QLineF())
            self.ended.emit()

    def press(self, point: QPointF) -> None:
        if self._start is None:
            self._start = point
        else:
            self._finish(point)

    def move(self, point: QPointF) -> None:
        if self._start is not None:
            self.item.set_line(QLineF(self._start, point))

    def release(self, point: QPointF) -> None:
        """After a drag the line is whole; after a click the second one is waited for."""
        if self._start is not None and QLineF(self._start, point).length() >= SHORTEST:
            self._finish(point)

    def _finish(self, point: QPointF) -> None:
        assert self._start is not None
        line = QLineF(self._start, point)
        self._start = None
        if line.length() >= SHORTEST:
            self.active = False  # the line stays until its length is known
            self.item.set_line(line)
            self.measured.emit(line.length())


class Calibrations(QObject):
    """How wide a pixel is, in µm, by the size of the field: a camera's fields are all of one size, a crop is not.

    Kept in the window's INI file; what stands there and is no width is as if it were not. `changed` follows every change.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._file = QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)
        self._known = self._read()

    def of(self, size: Size) -> float:
        """µm a pixel for fields of this size (width, height); 0: not known."""
        return self._known.get(size, 0.0)

    def set(self, size: Size, micrometres: float) -> None:
        """One pixel of such fields is so many µm wide; 0 forgets it. Raises ValueError beyond SMALLEST and LARGEST."""
        if micrometres and not (math.isfinite(micrometres) and SMALLEST <= micrometres <= LARGEST):
            raise ValueError(f"{micrometres:g} µm a pixel")
        known = {of: each for of, each in self._known.items() if of != size}
        self._keep(known | {size: micrometres} if micrometres else known)

    def state(self) -> dict[str, float]:
        """All that is known, for the history."""
        return {f"{width}x{height}": each for (width, height), each in self._known.items()}

    def restore(self, state: dict[str, float]) -> None:
        """Know what was known then."""
        self._keep(_sizes(state))

    def _keep(self, known: dict[Size, float]) -> None:
        self._known = known
        self._file.setValue("viewer/pixel_sizes", json.dumps(self.state()))
        self.changed.emit()

    def _read(self) -> dict[Size, float]:
        try:
            return _sizes(json.loads(str(self._file.value("viewer/pixel_sizes", "{}"))))
        except (ValueError, RecursionError):
            return {}


def _sizes(kept: Any) -> dict[Size, float]:
    """By size; what comes before the first damage holds."""
    known: dict[Size, float] = {}
    try:
        for name, each in kept.items():
            width, _, height = name.partition("x")
            if SMALLEST <= each <= LARGEST:
                known[int(width), int(height)] = float(each)
    except (ValueError, TypeError, AttributeError):
        return known
    return known


def ask_length(parent: "QObject", pixels: float, take: Callable[[float], None], gone: Callable[[], None]) -> None:
    """Ask how long a line of so many pixels is, without holding anything up; `take` gets µm, `gone` is called at the end."""
    from PySide6.QtWidgets import QInputDialog

    dialog = QInputDialog(parent)
    dialog.setObjectName("length")
    dialog.setInputMode(QInputDialog.InputMode.DoubleInput)
    dialog.setDoubleDecimals(3)
    dialog.setDoubleRange(max(0.001, pixels * SMALLEST), pixels * LARGEST)
    dialog.setDoubleValue(min(max(10.0, pixels * SMALLEST), pixels * LARGEST))
    dialog.setWindowTitle(_say("Calibrate"))
    dialog.setLabelText(_say("The line is %.1f px long. Its length in µm:") % pixels)
    dialog.doubleValueSelected.connect(take)
    dialog.finished.connect(gone)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _say(text: str) -> str:
    return QCoreApplication.translate("measuring", text)
