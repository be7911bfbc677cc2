"""A small label over a picture; words that do not fit are cut in the middle, where a file name says least."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
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

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            # a style sheet lets Qt fill the whole of it before it is painted
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        # sizeHint rounds down: a word that fits but for a pixel is not cut
        most = self.width() - 2 * SIDE + 2
        words = self.fontMetrics().elidedText(self._fitting(most), Qt.TextElideMode.ElideMiddle, most)
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        option.rect = self.label(words)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(option.palette.windowText().color())
        place = option.rect.adjusted(SIDE - 1, 0, 1 - SIDE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def label(self, words: str) -> QRect:
        """As wide as these words, where one begins to read: what was left out leaves no empty end."""
        wide = min(self.width(), self.fontMetrics().horizontalAdvance(words) + 2 * SIDE)
        left = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRect(left, 0, wide, self.height())

    def _fitting(self, width: int) -> str:
        words = self.text()
        while self.drops_ends and " · " in words and self.fontMetrics().horizontalAdvance(words) > width:
            words = words.rpartition(" · ")[0]
        return words
