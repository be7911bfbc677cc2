"""A small label over a picture; words that do not fit are cut in the middle, where a file name says least."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption

SIDE = 9
LONGEST = 60


def shortened(name: str, longest: int = LONGEST) -> str:
    """A file name in at most `longest` characters, cut in the middle."""
    if len(name) <= longest:
        return name
    return f"{name[: longest // 2 - 1]}…{name[-(longest - longest // 2) :]}"


class Chip(QLabel):
    """A label that never makes the window wider.

    With `drops_ends` its last parts, those behind a middle dot, go first when there is no room for all.
    """

    drops_ends = False

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + 24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        space = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        # sizeHint rounds down: a word that fits but for a pixel is not cut
        words = self.fontMetrics().elidedText(
            self._fitting(space.width() + 2), Qt.TextElideMode.ElideMiddle, space.width() + 2
        )
        painter.setPen(option.palette.windowText().color())
        painter.drawText(space.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _fitting(self, width: int) -> str:
        words = self.text()
        while self.drops_ends and " · " in words and self.fontMetrics().horizontalAdvance(words) > width:
            words = words.rpartition(" · ")[0]
        return words
