"""The mark of a label: always colour and shape, beside its word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

FAILED = "failed"


@dataclass(frozen=True)
class Mark:
    """Colour (Okabe-Ito), shape, and the character that stands for it in plain text."""

    colour: str
    shape: str
    character: str


MARKS = {
    "Benign": Mark("#009E73", "disc", "●"),
    "Early": Mark("#E69F00", "triangle", "▲"),
    "Pre": Mark("#D55E00", "square", "■"),
    "Pro": Mark("#CC79A7", "diamond", "◆"),
    "Unidentified": Mark("#7d8794", "question", "?"),
    FAILED: Mark("#b3261e", "cross", "✕"),
}


def draw_mark(painter: QPainter, label: str, area: QRectF) -> None:
    """Draw the mark of `label` so that it fills `area`, a square."""
    mark = MARKS[label]
    colour = QColor(mark.colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle, side = area.center(), area.width()
    if mark.shape == "disc":
        painter.drawEllipse(area.adjusted(side * 0.04, side * 0.04, -side * 0.04, -side * 0.04))
    elif mark.shape == "square":
        painter.drawRect(area.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1))
    elif mark.shape == "triangle":
        base = area.bottom() - side * 0.08
        top = QPointF(middle.x(), area.top() + side * 0.04)
        painter.drawPolygon(QPolygonF([top, QPointF(area.right(), base), QPointF(area.left(), base)]))
    elif mark.shape == "diamond":
        tips = ((middle.x(), area.top()), (area.right(), middle.y()), (middle.x(), area.bottom()), (area.left(), middle.y()))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in tips]))
    elif mark.shape == "cross":
        painter.setPen(QPen(colour, side * 0.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inner = area.adjusted(side * 0.18, side * 0.18, -side * 0.18, -side * 0.18)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(side * 1.05)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area.adjusted(-side, -side, side, side), Qt.AlignmentFlag.AlignCenter, mark.character)
    painter.restore()


@lru_cache(maxsize=64)
def mark_icon(label: str, side: int = 14) -> QIcon:
    """The mark as an icon, sharp at two pixels per point as well."""
    return sharp_icon(side, lambda painter: draw_mark(painter, label, QRectF(1, 1, side - 2, side - 2)))


def sharp_icon(side: int, draw: Callable[[QPainter], None]) -> QIcon:
    """What `draw` paints on `side` x `side` points, sharp at up to three pixels per point, also in a selected row."""
    icon = QIcon()
    for ratio in (1, 2, 3):
        picture = QPixmap(side * ratio, side * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row does not change what a colour means
            icon.addPixmap(picture, mode)
    return icon
