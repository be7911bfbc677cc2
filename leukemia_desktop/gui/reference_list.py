"""References as tiles: the picture at the scale of the case, below it class, reader and date."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from leukemia_desktop.core.references import Reference
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.picture_list import PictureList, TileDelegate, pixmap_of
from leukemia_desktop.gui.referring import Pictured
from leukemia_desktop.gui.review_marks import UNREVIEWED, about, review_icon, review_words
from leukemia_desktop.gui.theme import CAPTION

Index = QModelIndex | QPersistentModelIndex
REFERENCE, PICTURED, MISSING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
SMALLEST, LARGEST, FOOT = 80, 280, 54
"""Points of a tile's picture, which is as high as the panel allows, and of the three lines below it."""
Scale = Callable[[tuple[int, int]], float]
"""Screen points a pixel of a field of that width and height."""


class ReferenceModel(QAbstractListModel):
    """The references of one class, or of all; pictures come one by one."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._all: tuple[Reference, ...] = ()
        self._shown: list[Reference] = []
        self._pictured: dict[tuple[str, int], Pictured] = {}
        self._pixmaps: dict[tuple[str, int], QPixmap] = {}
        self.wanted = ""
        """The label whose references are shown; "" for all."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        reference = self._shown[index.row()]
        if role == REFERENCE:
            return reference
        if role == PICTURED:
            return self._pictured.get(reference.name)
        if role == MISSING:
            return self._missing(reference)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmap(reference)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(reference)
        return None

    @property
    def labels(self) -> list[str]:
        """The labels that there are references of."""
        return [each.review.label for each in self._all if each.review]

    def set_references(self, references: Iterable[Reference]) -> None:
        """Take these in place of those before; pictures that are there already stay."""
        self._all = tuple(references)
        names = {each.name for each in self._all}
        for kept in (self._pictured, self._pixmaps):
            for name in kept.keys() - names:
                del kept[name]
        self.want(self.wanted)

    def want(self, label: str) -> None:
        """Show the references of this label, of all where it is ""."""
        self.beginResetModel()
        self.wanted = label
        self._shown = [each for each in self._all if not label or (each.review and each.review.label == label)]
        self.endResetModel()

    def put(self, pictured: Pictured) -> None:
        """Take one picture, or the word that there is none."""
        before = self._pictured.get(pictured.name)
        self._pictured[pictured.name] = pictured
        if before is None or before.picture is not pictured.picture:
            self._pixmaps.pop(pictured.name, None)
        row = self.row_of(pictured.name)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, name: tuple[str, int]) -> int:
        """Where this reference stands; -1 where it is not shown."""
        return next((row for row, each in enumerate(self._shown) if each.name == name), -1)

    def _pixmap(self, reference: Reference) -> QPixmap | None:
        pictured = self._pictured.get(reference.name)
        if pictured is None or pictured.picture is None:
            return None
        if reference.name not in self._pixmaps:
            self._pixmaps[reference.name] = pixmap_of(pictured.picture)
        return self._pixmaps[reference.name]

    def _missing(self, reference: Reference) -> str:
        pictured = self._pictured.get(reference.name)
        if pictured is None or pictured.picture is not None:
            return ""
        return self.tr("File not found") if pictured.path is None else message(pictured.refusal)

    def _words(self, reference: Reference) -> str:
        review, pictured = reference.review, self._pictured.get(reference.name)
        cell = self.tr("cell %d") % reference.cell.number if reference.cell else self.tr("field")
        lines = [f"{review_words(review.label)} · {about(review)}" if review else self.tr("No review holds any more")]
        if reference.signed:
            lines.append(self.tr("The slide is signed off"))
        path = (pictured.path if pictured else None) or reference.path
        lines.append(f"{path.name}, {cell}")
        if missing := self._missing(reference):
            lines.append(f"{missing}: {path}")
        return "\n".join(lines)


class ReferenceDelegate(TileDelegate):
    """Every picture at `scale`, so that a cell is as large as the same cell in the viewer."""

    def __init__(self, scale: Scale, parent: QWidget):
        super().__init__(parent)
        self._scale = scale
        self.side = SMALLEST

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.side + 10, self.side + FOOT + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        reference: Reference = index.data(REFERENCE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        area = QRect(option.rect.left() + 5, option.rect.top() + 4, self.side, self.side)
        painter.fillRect(area, QColor(self.look.window))
        pixmap, pictured = index.data(Qt.ItemDataRole.DecorationRole), index.data(PICTURED)
        if pixmap is not None and pictured is not None:
            self._draw(painter, QRectF(area), pixmap, pictured)
        elif missing := index.data(MISSING):
            self._say_missing(painter, area, missing, reference)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self.look.accent), 3))
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
        self._foot(painter, QRect(area.left(), area.bottom() + 3, self.side, FOOT - 4), reference)
        painter.restore()

    def _draw(self, painter: QPainter, area: QRectF, pixmap: QPixmap, pictured: Pictured) -> None:
        scale = self._scale(pictured.size)
        painter.save()
        painter.setClipRect(area)
        corner = area.center() - QPointF(*pictured.middle) * scale
        painter.drawPixmap(QRectF(corner.x(), corner.y(), pixmap.width() * scale, pixmap.height() * scale), pixmap, QRectF())
        painter.restore()

    def _say_missing(self, painter: QPainter, area: QRect, words: str, reference: Reference) -> None:
        painter.setPen(QColor(self.look.secondary))
        name = painter.fontMetrics().elidedText(reference.path.name, Qt.TextElideMode.ElideMiddle, self.side - 12)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(6, 6, -6, -6), int(flags), f"{words}\n{name}")

    def _foot(self, painter: QPainter, foot: QRect, reference: Reference) -> None:
        review, metrics = reference.review, painter.fontMetrics()
        line = QRect(foot.left(), foot.top(), foot.width(), foot.height() // 3)
        middle = Qt.AlignmentFlag.AlignVCenter
        key = review.label if review else UNREVIEWED
        review_icon(key, 12).paint(painter, QRect(line.left(), line.top() + (line.height() - 12) // 2, 12, 12))
        painter.setPen(QColor(self.look.text))
        painter.drawText(line.adjusted(17, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, review_words(key))
        painter.setPen(QColor(self.look.secondary))
        if reference.signed:
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self.tr("signed"))
        for words in (review.reader, review.at[:10]) if review else ():
            line.moveTop(line.bottom() + 1)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)


class ReferenceList(PictureList):
    """Its tiles are as high as it is, so that more of every field is seen in a higher panel."""

    def __init__(self, scale: Scale, parent: QWidget):
        self._references = ReferenceDelegate(scale, parent)
        super().__init__(self._references, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._references.side = min(max(SMALLEST, event.size().height() - FOOT - 16), LARGEST)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
