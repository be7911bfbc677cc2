"""Outlines of cells with their numbers, drawn over a field."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from leukemia_desktop.core.cells import Cell, Survey

COLOUR, HALO = "#0072B2", "#ffffff"
NUMBER = "#05395c"
MARKED = "#d55e00"
"""The cell that a person asked for; orange tells it from the blue of the others for every eye."""
SMALLEST = 12
"""Screen pixels that a cell must be across before its number is written."""
FONT = 14


@dataclass(frozen=True, eq=False)
class Outlines:
    """What there is to draw of a field's cells, prepared in the worker; px of the field, from edge to edge."""

    counted: "Chain"
    others: "Chain"
    """Cells whose centre lies outside the field: they are not counted, and drawn with a broken line."""
    corners: npt.NDArray[np.float64]
    """Where the numbers of the counted cells stand: the upper right of each, (N, 2) as x, y."""
    sizes: npt.NDArray[np.float64]
    """Diameters of the counted cells, (N,)."""

    @classmethod
    def of(cls, survey: Survey) -> "Outlines":
        counted = survey.counted
        others = [cell for cell in survey.cells if not cell.centre_inside]
        return cls(
            Chain.of(counted),
            Chain.of(others),
            np.array([_corner(cell) for cell in counted]).reshape(-1, 2),
            np.array([cell.diameter for cell in counted]),
        )


@dataclass(frozen=True, eq=False)
class Chain:
    """Many closed lines in one piece, as a painter takes them fastest."""

    points: npt.NDArray[np.float64]
    """(N, 2) as x, y."""
    joined: npt.NDArray[np.int32]
    """(N,): 1 where a line leads to the next point."""

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> "Chain":
        closed = [np.concatenate((cell.contour, cell.contour[:1])) for cell in cells]
        points = np.concatenate(closed).astype(np.float64) + 0.5 if closed else np.zeros((0, 2))  # contours name centres
        joined = np.ones(len(points), np.int32)
        joined[np.cumsum([len(line) for line in closed], dtype=int) - 1] = 0
        return cls(points, joined)

    def one(self, number: int) -> QPainterPath:
        """The line with this number, from 0; an empty path where there is none."""
        ends = np.flatnonzero(self.joined == 0) + 1
        if not 0 <= number < len(ends):
            return QPainterPath()
        own = slice(int(ends[number - 1]) if number else 0, int(ends[number]))
        return pg.functions.arrayToQPath(self.points[own, 0], self.points[own, 1], self.joined[own])

    def path(self) -> QPainterPath:
        return pg.functions.arrayToQPath(self.points[:, 0], self.points[:, 1], self.joined)


def _corner(cell: Cell) -> tuple[float, float]:
    """The point of the outline that lies farthest to the upper right."""
    at = int((cell.contour[:, 0] - cell.contour[:, 1]).argmax())
    return float(cell.contour[at, 0]) + 0.5, float(cell.contour[at, 1]) + 0.5


class OutlinesItem(pg.GraphicsObject):
    """Draws Outlines as wide on the screen at every zoom; empty until it is given some."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self._outlines: Outlines | None = None
        self._counted, self._others = QPainterPath(), QPainterPath()
        self.marked = 0
        """Number of the cell that is drawn strongly; 0 none."""

    def mark(self, number: int) -> None:
        """Draw this cell, counted from 1, strongly; 0 takes the mark away."""
        self.marked = number
        self.update()

    def set_outlines(self, outlines: Outlines | None) -> None:
        if outlines is self._outlines:
            return
        self.prepareGeometryChange()
        self._outlines = outlines
        self._counted = outlines.counted.path() if outlines else QPainterPath()
        self._others = outlines.others.path() if outlines else QPainterPath()
        self.update()

    def boundingRect(self) -> QRectF:
        # numbers stand beside their cells
        return self._counted.boundingRect().united(self._others.boundingRect()).adjusted(-64, -64, 64, 64)

    def paint(self, painter: QPainter, *args: object) -> None:
        if self._outlines is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        finer = painter.device().devicePixelRatioF()  # a cosmetic pen counts the screen's own pixels
        for path, style in ((self._counted, Qt.PenStyle.SolidLine), (self._others, Qt.PenStyle.DashLine)):
            for colour, width in ((HALO, 4.0), (COLOUR, 2.0)):
                pen = QPen(QColor(colour), width * finer, Qt.PenStyle.SolidLine if colour == HALO else style)
                pen.setCosmetic(True)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPath(path)
        self._draw_marked(painter, self._outlines, finer)
        self._write_numbers(painter, self._outlines)

    def _draw_marked(self, painter: QPainter, outlines: Outlines, finer: float) -> None:
        path = outlines.counted.one(self.marked - 1) if self.marked else QPainterPath()
        for colour, width in ((HALO, 8.0), (MARKED, 4.0)):
            pen = QPen(QColor(colour), width * finer)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(path)

    def _write_numbers(self, painter: QPainter, outlines: Outlines) -> None:
        transform = painter.worldTransform()
        zoom = abs(transform.m11())
        view = self.getViewWidget()
        seen = QRectF(view.rect()) if view is not None else QRectF()
        seen.setTop(max(seen.top(), transform.map(QPointF(0, 0)).y()))  # above the field stands the name of the view
        painter.save()
        painter.resetTransform()
        font = QFont(painter.font())
        font.setPixelSize(FONT)
        font.setBold(True)
        painter.setFont(font)
        for number in np.flatnonzero(outlines.sizes * zoom >= SMALLEST):
            at = transform.map(QPointF(*outlines.corners[number])) + QPointF(3, 0)
            if not seen.adjusted(-2 * FONT, -2 * FONT, FONT, FONT).contains(at):
                continue
            words = QPainterPath()
            words.addText(_inside(at, seen, painter.fontMetrics().horizontalAdvance(str(number + 1))), font, str(number + 1))
            painter.strokePath(words, QPen(QColor(HALO), 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.fillPath(words, QColor(NUMBER))
        painter.restore()


def _inside(at: QPointF, seen: QRectF, wide: int) -> QPointF:
    """The same place, or as near to it as keeps the number readable."""
    return QPointF(min(at.x(), seen.right() - wide - 2), max(at.y(), seen.top() + FONT))
