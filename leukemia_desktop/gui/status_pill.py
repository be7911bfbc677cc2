"""How the table draws a status: its word in a rounded frame, and a colour besides."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.theme import CAPTION

STATUS = Qt.ItemDataRole.UserRole + 1
"""The role that gives ok, review or failed; the words on the screen may be in another language."""
COLOURS = {"review": "#E69F00", "failed": "#b3261e"}


class StatusPill(QStyledItemDelegate):
    """A delegate for the column of the status."""

    look = Look()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = bare.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        status = index.data(STATUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        width = painter.fontMetrics().horizontalAdvance(words) + 16
        pill = QRectF(option.rect.left() + 8, option.rect.center().y() - 8.5, width, 18)
        colour = QColor(COLOURS.get(status, self.look.line))
        painter.setPen(QPen(colour, 1))
        if status in COLOURS:
            colour.setAlpha(36)
            painter.setBrush(colour)
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(self.look.text if status in COLOURS else self.look.secondary))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(90, 29)
