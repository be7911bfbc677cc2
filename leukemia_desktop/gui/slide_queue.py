"""The queue of slides: a list model, and how one slide is drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.bidi import isolated
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
            return f"{isolated(str(slide.folder))}\n{self.state_text(slide)}"
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
        return self.state_texts(slide)[0]

    def state_texts(self, slide: Slide) -> tuple[str, ...]:
        """The line of `state_text`, then shorter ones for a narrow queue: what matters most stays to the last."""
        total, done = len(slide.fields), len(slide.outcomes)
        fields = self.tr("1 field") if total == 1 else self.tr("%s fields") % total
        if slide.state == "queued":
            return (self.tr("queued · %s") % fields,)
        if slide.state == "paused":
            return (self.tr("paused · {done} of {total}").format(done=done, total=total),)
        if slide.state == "running":
            words = self.tr("{done} of {total}").format(done=done, total=total)
            return (f"{words} · {self.pace}", words) if self.pace else (words,)
        if not done:
            return (fields,)
        if not slide.done:  # stopped by a person, or brought back as far as the ledger knows it
            words = self.tr("stopped · {done} of {total}") if slide.state else self.tr("{done} of {total} analysed")
            return (words.format(done=done, total=total),)
        words = self.tr("done · %s") % fields
        if self.blind:
            return (words,)
        verdict = self.tr("review required") if slide.review else self.tr("no suspicious field")
        failed = slide.statuses["failed"]
        counted = f" · {self.tr('%s failed') % failed}" if failed else ""
        whole = (f"{words}{counted} · {verdict}", f"{fields}{counted} · {verdict}")
        return (*whole, f"{fields} · {verdict}", verdict)  # the marks below say how many failed, too

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
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.look.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        box = area.adjusted(self.EDGE + 2, 7, -self.EDGE, -4)
        line = box.adjusted(0, 0, 0, self.LINE - box.height())
        painter.setPen(QColor(self.look.text))
        self._line(painter, line, option.font, isolated(slide.name), Qt.TextElideMode.ElideMiddle)
        caption = QFont(option.font)
        caption.setPixelSize(CAPTION)
        painter.setPen(QColor(self.look.secondary))
        state = fitting(model.state_texts(slide), QFontMetrics(caption), line.width())
        self._line(painter, line.translated(0, self.LINE + 1), caption, state, Qt.TextElideMode.ElideRight)
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
        metrics = painter.fontMetrics()
        counts = {label: str(slide.labels[label]) for label in MARKS if slide.labels[label]}
        widths = [14 + metrics.horizontalAdvance(words) for words in counts.values()]
        # close together, then smaller, rather than cut off: half a count is a wrong one
        gap = min(9.0, max(3.0, (area.width() - sum(widths)) / max(1, len(widths) - 1)))
        needed = sum(widths) + gap * (len(widths) - 1)
        if needed > area.width():
            middle, smaller = area.center(), area.width() / needed
            painter.setTransform(
                QTransform(smaller, 0, 0, smaller, middle.x() * (1 - smaller), middle.y() * (1 - smaller)), True
            )
            area = area.adjusted((area.width() - needed) / 2, 0, (needed - area.width()) / 2, 0)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.left()
        for (label, words), width in zip(counts.items(), widths, strict=True):
            place = QRectF(area.right() - (left - area.left()) - width if mirrored else left, area.top(), width, 14)
            mark = QRectF(place.right() - 10 if mirrored else place.left(), area.top() + 2, 10, 10)
            draw_mark(painter, label, mark)
            painter.setPen(QColor(self.look.failed if label == FAILED else self.look.secondary))
            number = place.adjusted(0, 0, -14, 0) if mirrored else place.adjusted(14, 0, 0, 0)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
            left += width + gap


def fitting(texts: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """The first of these that is at most `width` px wide, else the last."""
    return next((text for text in texts if metrics.horizontalAdvance(text) <= width), texts[-1])
