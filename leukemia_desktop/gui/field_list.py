"""The fields of one slide: a list model, and how one thumbnail is drawn."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import draw_mark
from leukemia_desktop.gui.review_marks import UNREVIEWED, draw_review, review_words
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.theme import CAPTION
from leukemia_desktop.gui.thumbnails import HEIGHT, WIDTH, Thumbnails
from leukemia_desktop.gui.words import choice_words, label_of, status_of

if TYPE_CHECKING:
    from leukemia_desktop.core.analysis import Outcome

Index = QModelIndex | QPersistentModelIndex
PATH, LABEL, REVIEWED = (Qt.ItemDataRole.UserRole + number for number in range(3))


_WORDS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class FieldModel(QAbstractListModel):
    """The fields of the session's current slide, in natural order."""

    def __init__(self, session: Session, thumbnails: Thumbnails, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._slide: Slide | None = session.current
        self._shown = 0
        self._key_of: Callable[[Outcome], str] = lambda _: UNREVIEWED
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
        reviewed = "" if outcome is None or (key := self._key_of(outcome)) == UNREVIEWED else key
        if role == REVIEWED:
            return reviewed
        person = self.tr("reviewed: %s") % review_words(reviewed) if reviewed else ""
        if self._session.blind:
            return "" if role == LABEL else ", ".join(filter(None, (path.name, person))) if role in _WORDS else None
        if role == LABEL:
            return label_of(outcome) if outcome else ("failed" if self._thumbnails.unreadable(path) else "")
        if role in _WORDS:
            state = (
                ", ".join(dict.fromkeys(map(choice_words, (label_of(outcome), status_of(outcome)))))
                if outcome
                else self.tr("not analysed")
            )
            return f"{path.name}: {state}" + (f"; {person}" if person else "")
        return None

    def set_reviews(self, key_of: Callable[["Outcome"], str]) -> None:
        """Where a person's label of a field comes from: see review_icon for the names."""
        self._key_of = key_of
        self.review_changed([])

    def review_changed(self, paths: Sequence[Path]) -> None:
        """The reviews of these fields are others than before; of all, where none is named."""
        rows = [row for path in paths if (row := self.row_of(path)) >= 0] if paths else range(self._shown)
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)), [REVIEWED, *_WORDS])

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
    """A thumbnail with its name below and a mark in the corner: the program's label, or a person's with a ring around it."""

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
        label, reviewed = index.data(LABEL), index.data(REVIEWED)
        if label or reviewed:
            badge = QRectF(area.right() - 20, area.top() + 3, 17, 17)
            painter.setPen(QPen(QColor(self.look.text), 1.6) if reviewed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.panel))
            painter.drawEllipse(badge)
            inner = badge.adjusted(4, 4, -4, -4)
            if reviewed:
                draw_review(painter, reviewed, inner)
            else:
                draw_mark(painter, label, inner)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.look.accent if selected else self.look.line), 2 if selected else 1))
        painter.drawRoundedRect(area, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:  # a frame of its own: the chosen one is marked without focus too
            painter.setPen(QPen(QColor(self.look.text), 1))
            painter.drawRoundedRect(area.adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(QColor(self.look.text if selected else self.look.secondary))
        words = painter.fontMetrics().elidedText(
            isolated(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideLeft, WIDTH
        )
        painter.drawText(QRectF(area.left(), area.bottom() + 2, WIDTH, 16), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
