"""A check box drawn as a switch: its state is a place, not only a colour."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from leukemia_desktop.gui.look import Look

TRACK = QSize(26, 14)
GAP = 8


class Switch(QCheckBox):
    """Behaves as a check box in every respect; looks like a switch with its words beside it."""

    look = Look()

    def set_look(self, look: Look) -> None:
        self.look = look
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        if not self.text():  # its words stand elsewhere: no empty place beside it
            return QSize(TRACK.width() + 4, max(TRACK.height(), words.height()) + 4)
        return QSize(TRACK.width() + GAP + words.width() + 4, max(TRACK.height(), words.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(TRACK.width() + GAP + 40, self.sizeHint().height()) if self.text() else self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - TRACK.width() - 2 if right_to_left else 2
        track = QRectF(left, (self.height() - TRACK.height()) / 2, TRACK.width(), TRACK.height())
        radius = TRACK.height() / 2
        on = self.isChecked()
        painter.setPen(QPen(QColor(self.look.accent if on else self.look.secondary), 1.5))
        painter.setBrush(QColor(self.look.accent if on else self.look.panel))
        painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        knob = QRectF(0, 0, TRACK.height() - 6, TRACK.height() - 6)
        ahead = on != right_to_left
        knob.moveCenter(track.center() + QPoint(1 if ahead else -1, 0) * (TRACK.width() / 2 - radius))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.panel if on else self.look.secondary))
        painter.drawEllipse(knob)
        space = TRACK.width() + GAP
        words = QRectF(self.rect()).adjusted(0 if right_to_left else space, 0, -space if right_to_left else 0, 0)
        painter.setPen(QColor(self.look.text if self.isEnabled() else self.look.faint))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(words, flags | Qt.TextFlag.TextShowMnemonic, text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.look.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
