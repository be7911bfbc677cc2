"""The queue of slides: a list model, and how one slide is drawn."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import FAILED, MARKS, draw_mark
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.theme import CAPTION

Index = QModelIndex | QPersistentModelIndex
SLIDE = Qt.ItemDataRole.UserRole


class SlideModel(QAbstractListModel):
    """The session's slides; `pace` is what the run says of the slide in hand."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._slides: list[Slide] = list(session.slides)
        self.pace = ""
        session.added.connect(self._add)
        session.removed.connect(self._remove)
        session.moved.connect(self._move)
        session.changed.connect(self._change)
        session.blinded.connect(lambda _: self.dataChanged.emit(self.index(0), self.index(len(self._slides) - 1)))

    @property
    def blind(self) -> bool:
        """Whether nothing of what was found may be shown."""
        return self._session.blind

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        slide = self._slides[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return slide.name
        if role == SLIDE:
            return slide
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(slide.folder)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{slide.name}, {self.state_text(slide)}"
        return None

    def row_of(self, slide: Slide) -> int:
        """Row of a slide, -1 when it is not there."""
        return self._slides.index(slide) if slide in self._slides else -1

    def slide_at(self, row: int) -> Slide:
        return self._slides[row]

    def state_text(self, slide: Slide) -> str:
        """One line: how far the slide is."""
        total, done = len(slide.fields), len(slide.outcomes)
        fields = self.tr("1 field") if total == 1 else self.tr("%s fields") % total
        if slide.state == "queued":
            return self.tr("queued · %s") % fields
        if slide.state == "paused":
            return self.tr("paused · {done} of {total}").format(done=done, total=total)
        if slide.state == "running":
            words = self.tr("{done} of {total}").format(done=done, total=total)
            return f"{words} · {self.pace}" if self.pace else words
        if not done:
            return fields
        if not slide.done:  # stopped by a person, or brought back as far as the ledger knows it
            words = self.tr("stopped · {done} of {total}") if slide.state else self.tr("{done} of {total} analysed")
            return words.format(done=done, total=total)
        words = self.tr("done · %s") % fields
        failed = slide.statuses["failed"]
        if failed and not self.blind:
            words += " · " + self.tr("%s failed") % failed
        if self.blind:
            return words
        return f"{words} · " + (self.tr("review required") if slide.review else self.tr("no suspicious field"))

    def _add(self, slide: Slide) -> None:
        self.beginInsertRows(QModelIndex(), len(self._slides), len(self._slides))
        self._slides.append(slide)
        self.endInsertRows()

    def _remove(self, slide: Slide) -> None:
        row = self._slides.index(slide)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._slides[row]
        self.endRemoveRows()

    def _move(self, slide: Slide, to: int) -> None:
        row = self._slides.index(slide)
        # Qt counts the place before which the row goes, with the row still where it was
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + 1 if to > row else to)
        self._slides.insert(to, self._slides.pop(row))
        self.endMoveRows()

    def _change(self, slide: Slide) -> None:
        row = self.row_of(slide)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


class SlideDelegate(QStyledItemDelegate):
    """Name, state, marks of what was found, and a bar while there is something to do."""

    LINE, EDGE, HEIGHT = 17, 12, 68

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.look = Look()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        slide: Slide = index.data(SLIDE)
        model = index.model()
        assert isinstance(model, SlideModel)
        area = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.look.selection))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(self.look.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.look.window))
        box = area.adjusted(self.EDGE + 2, 7, -self.EDGE, -4)
        line = box.adjusted(0, 0, 0, self.LINE - box.height())
        painter.setPen(QColor(self.look.text))
        self._line(painter, line, option.font, slide.name, Qt.TextElideMode.ElideMiddle)
        caption = QFont(option.font)
        caption.setPixelSize(CAPTION)
        painter.setPen(QColor(self.look.secondary))
        self._line(painter, line.translated(0, self.LINE + 1), caption, model.state_text(slide), Qt.TextElideMode.ElideRight)
        if not model.blind:
            self._marks(painter, QRectF(box.left(), box.top() + 2 * self.LINE + 5, box.width(), 14), caption, slide)
        if slide.state in ("running", "paused") and slide.fields:
            groove = QRectF(box.left(), area.bottom() - 6, box.width(), 3)
            painter.fillRect(groove, QColor(self.look.line))
            groove.setWidth(groove.width() * len(slide.outcomes) / len(slide.fields))
            painter.fillRect(groove, QColor(self.look.accent))
        painter.restore()

    def _line(self, painter: QPainter, area: Any, font: QFont, text: str, elide: Qt.TextElideMode) -> None:
        painter.setFont(font)
        words = QFontMetrics(font).elidedText(text, elide, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)

    def _marks(self, painter: QPainter, area: QRectF, font: QFont, slide: Slide) -> None:
        painter.setFont(font)
        left = area.left()
        for label in MARKS:
            count = slide.labels[label]
            if count:
                draw_mark(painter, label, QRectF(left, area.top() + 2, 10, 10))
                painter.setPen(QColor(self.look.failed if label == FAILED else self.look.secondary))
                words = str(count)
                width = painter.fontMetrics().horizontalAdvance(words)
                painter.drawText(QRectF(left + 14, area.top(), width + 2, 14), Qt.AlignmentFlag.AlignVCenter, words)
                left += 14 + width + 9
