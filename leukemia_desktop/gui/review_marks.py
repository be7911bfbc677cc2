"""How a review is shown: a mark with colour and shape, beside its words."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPen

from leukemia_desktop.gui.marks import MARKS, draw_mark, mark_icon, sharp_icon

if TYPE_CHECKING:
    from leukemia_desktop.core.review import Review
    from leukemia_desktop.gui.review_errands import Decide

UNREVIEWED, DISAGREE = "unreviewed", "disagree"
GREY, WARNING = "#7d8794", "#D55E00"


@lru_cache(maxsize=64)
def review_icon(key: str, side: int = 14) -> QIcon:
    """The mark of a label, or of what is no label: an open ring for what is not reviewed, two rings for a disagreement."""
    if key in MARKS:
        return mark_icon(key, side)
    return sharp_icon(side, lambda painter: draw_review(painter, key, QRectF(1.5, 1.5, side - 3, side - 3)))


def draw_review(painter: QPainter, key: str, area: QRectF) -> None:
    """Draw the mark so that it fills `area`, a square."""
    if key in MARKS:
        draw_mark(painter, key, area)
    else:
        painter.save()
        _draw(painter, key, area)
        painter.restore()


def _draw(painter: QPainter, key: str, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(WARNING if key == DISAGREE else GREY)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, area.width() * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = area.center()
    if key == UNREVIEWED:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    elif key == DISAGREE:
        half = area.width() * 0.62
        painter.drawEllipse(QRectF(area.left(), middle.y() - half / 2, half, half))
        painter.drawEllipse(QRectF(area.right() - half, middle.y() - half / 2, half, half))
    elif key == "Not classed":
        painter.drawLine(QPointF(area.left() + 1, middle.y()), QPointF(area.right() - 1, middle.y()))
    else:  # Artefact: crossed out
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        reach = area.width() * 0.3
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))


def review_words(key: str) -> str:
    """A review's label, or what is no label, as a person reads it."""
    say = _say
    known = {
        UNREVIEWED: say("not reviewed"),
        DISAGREE: say("readers disagree"),
        "Unidentified": say("Unidentified"),
        "Not classed": say("Not classed"),
        "Artefact": say("Artefact"),
    }
    return known.get(key, key)


def decided_words(request: "Decide", actions: Mapping[str, QAction]) -> str:
    """What was kept, for the status bar: a key's press has to be seen where the panel and the row are not."""
    back = actions["redo" if request.what == "undo" else "undo"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    count = len(request.changes)
    if request.what == "undo":
        return _say("Review taken back · {keys} keeps it again").format(keys=back)
    label = review_words(request.changes[0].label)
    if count > 1:
        return _say("{count} fields reviewed as {label} · {keys} takes that back").format(
            count=count, label=label, keys=back
        )
    return _say("Reviewed as {label} · {keys} takes that back").format(label=label, keys=back)


def about(review: "Review") -> str:
    """Who, when and why, on one line."""
    at = review.at.partition(".")[0].replace("T", " ")[:16]
    reason = f" · {review.reason}" if review.reason else ""
    return f"{review.reader} · {at} UTC{reason}"


def _say(text: str) -> str:
    return QCoreApplication.translate("review", text)
