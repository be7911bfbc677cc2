"""The fields of one slide: a list model, and how one thumbnail is drawn."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import draw_mark
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.theme import CAPTION
from leukemia_desktop.gui.thumbnails import HEIGHT, WIDTH, Thumbnails
from leukemia_desktop.gui.words import choice_words, label_of, status_of

if TYPE_CHECKING:
    from leukemia_desktop.core.analysis import Outcome

Index = QModelIndex | QPersistentModelIndex
PATH, LABEL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


_WORDS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class FieldModel(QAbstractListModel):
    """The fields of the session's current slide, in natural order."""

    def __init__(self, session: Session, thumbnails: Thumbnails, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._slide: Slide | None = session.current
        self._shown = 0
        session.chosen.connect(self._show)
        session.changed.connect(self._grow)
        session.recorded.connect(self._update)
        session.blinded.connect(lambda _: self._show(self._slide))
        thumbnails.made.connect(self._refresh)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        assert self._slide is not None
        path = self._slide.fields[index.row()].path
        if role == Qt.ItemDataRole.DisplayRole:
            return path.stem
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(path)
        if role == PATH:
            return path
        outcome = self._slide.outcomes.get(path)
        if self._session.blind:
            return "" if role == LABEL else path.name if role in _WORDS else None
        if role == LABEL:
            return label_of(outcome) if outcome else ("failed" if self._thumbnails.unreadable(path) else "")
        if role in _WORDS:
            state = (
                ", ".join(dict.fromkeys(map(choice_words, (label_of(outcome), status_of(outcome)))))
                if outcome
                else self.tr("not analysed")
            )
            return f"{path.name}: {state}"
        return None

    def row_of(self, path: Path | None) -> int:
        """Row of a field, -1 when it is not there."""
        return self._slide.index.get(path, -1) if self._slide and path else -1

    def path_at(self, row: int) -> Path:
        assert self._slide is not None
        return self._slide.fields[row].path

    def _show(self, slide: Slide | None) -> None:
        self.beginResetModel()
        self._slide = slide
        self._shown = len(slide.fields) if slide else 0
        self.endResetModel()

    def _grow(self, slide: Slide) -> None:
        if slide is self._slide and len(slide.fields) != self._shown:
            self._show(slide)

    def _update(self, outcomes: "list[Outcome]") -> None:
        rows = [row for outcome in outcomes if (row := self.row_of(outcome.field.path)) >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)), [LABEL])

    def _refresh(self, path: Path) -> None:
        row = self.row_of(path)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])


class FieldDelegate(QStyledItemDelegate):
    """A thumbnail with its name below and the label's mark in the corner."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.look = Look()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH + 8, HEIGHT + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = option.rect.left() + (option.rect.width() - WIDTH) / 2
        area = QRectF(left, option.rect.top() + 3, WIDTH, HEIGHT)
        outline = QPainterPath()
        outline.addRoundedRect(area, 5, 5)
        painter.fillPath(outline, QColor(self.look.image))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            painter.save()
            painter.setClipPath(outline)
            painter.drawPixmap(area, picture, QRectF(picture.rect()))
            painter.restore()
        label = index.data(LABEL)
        if label:
            badge = QRectF(area.right() - 20, area.top() + 3, 17, 17)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.panel))
            painter.drawEllipse(badge)
            draw_mark(painter, label, badge.adjusted(4, 4, -4, -4))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.look.accent if selected else self.look.line), 2 if selected else 1))
        painter.drawRoundedRect(area, 5, 5)
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(QColor(self.look.text if selected else self.look.secondary))
        words = painter.fontMetrics().elidedText(
            isolated(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideLeft, WIDTH
        )
        painter.drawText(QRectF(area.left(), area.bottom() + 2, WIDTH, 16), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
