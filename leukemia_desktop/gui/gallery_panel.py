"""The cells of the slide in pictures, the most suspicious first; a click goes to the cell in its field."""

from bisect import insort
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.gui.cell_mark import CellMark
from leukemia_desktop.gui.collecting import Collected, Collecting, Collector, ShownCell
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import draw_mark
from leukemia_desktop.gui.picture_list import PictureList, TileDelegate, pixmap_of
from leukemia_desktop.gui.theme import CAPTION
from leukemia_desktop.gui.words import is_failure

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
MOST = 1000
"""Cells that are shown; there may be more."""
PICTURE, FOOT = 84, 20


def build(window: "MainWindow") -> QWidget:
    """See gui.panels."""
    rooms = window.rooms
    assert rooms is not None
    mark = CellMark(rooms.viewer, window.orders["cells"], window)
    panel = GalleryPanel(window, mark)
    window.session.chosen.connect(lambda _: panel.show_slide())
    window.session.changed.connect(lambda slide: panel.show_slide() if slide is window.session.current else None)
    window.session.blinded.connect(lambda _: panel.show_slide())
    window.models.checked.connect(lambda _: panel.show_slide())
    rooms.preprocessing.edited.connect(lambda _: panel.show_slide())
    window.result.facts.followed.connect(lambda where: mark.show_number(int(where)))
    return panel


class CellModel(QAbstractListModel):
    """Cells by falling suspicion, MOST of them."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._cells: list[ShownCell] = []
        self._pictures: dict[int, QPixmap] = {}
        self.found = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._cells[index.row()]
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr("{field}, cell {number}: suspicion {suspicion}")
            return words.format(field=cell.path.name, number=cell.number, suspicion=f"{cell.suspicion:+.2f}")
        if role == Qt.ItemDataRole.DecorationRole:
            if id(cell) not in self._pictures:
                self._pictures[id(cell)] = pixmap_of(cell.picture)
            return self._pictures[id(cell)]
        return None

    def clear(self) -> None:
        self.beginResetModel()
        self._cells, self._pictures, self.found = [], {}, 0
        self.endResetModel()

    def add(self, cells: tuple[ShownCell, ...]) -> None:
        """Take the cells of one field among the others; one change for all of them."""
        if not cells:
            return
        self.found += len(cells)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._cells[index.row()] for index in before]
        for cell in cells:
            insort(self._cells, cell, key=lambda each: -each.suspicion)
        for cell in self._cells[MOST:]:
            self._pictures.pop(id(cell), None)
        del self._cells[MOST:]
        places = {id(cell): row for row, cell in enumerate(self._cells)}
        after = [self.index(places[id(c)]) if id(c) in places else QModelIndex() for c in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class CellDelegate(TileDelegate):
    """The cell, below it the mark of its field's label and its suspicion; field and number are in the hint."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(PICTURE + 12, PICTURE + FOOT + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: ShownCell = index.data(CELL)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRect(option.rect.left() + 6, option.rect.top() + 5, PICTURE, PICTURE)
        painter.drawPixmap(area, index.data(Qt.ItemDataRole.DecorationRole))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self.look.accent), 3))
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
        foot = QRect(area.left(), area.bottom() + 3, PICTURE, FOOT - 4)
        draw_mark(painter, cell.label, QRect(foot.left(), foot.top() + 3, 10, 10).toRectF())
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.look.text))
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, f"{cell.suspicion:+.2f}")
        painter.restore()


class GalleryPanel(QWidget):
    """Asks the model only while it can be seen, and shows nothing to a person who reads blind."""

    def __init__(self, window: "MainWindow", mark: CellMark):
        super().__init__(window)
        self._window, self.mark = window, mark
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._asked: Collecting | None = None
        self._done = 0
        self._seen = False
        self._worker = LatestOnly(Collector().collect, self)
        self._worker.answered.connect(self._take)
        self.cells = CellModel(self)
        self._build()
        self._say()

    def set_theme(self, look: Look) -> None:
        self.view.set_look(look)

    def close_down(self) -> None:
        """End the worker after the field in hand."""
        self._worker.close_down()

    def show_slide(self) -> None:
        """Collect the cells of the current slide, if they can be seen and are others than those that are there."""
        asked = self._wanted()
        if asked is None and not self._window.session.blind and self._window.session.current is not None:
            return  # what is there stays, until it is looked at again
        if asked != self._asked:
            self._asked, self._done = asked, 0
            self.cells.clear()
            if asked is None:
                self._worker.forget()
            else:
                self._worker.ask(asked)
        self._say()

    def set_seen(self, seen: bool) -> None:
        """See gui.panels."""
        self._seen = seen
        if seen:
            self.show_slide()
        elif self._asked is not None and self._done < len(self._asked.fields):
            self._worker.ask(replace(self._asked, fields=()))  # what is known is remembered there
            self._asked = None

    # ---- inside

    def _build(self) -> None:
        heading = QLabel(self.tr("Cells"), self)
        heading.setObjectName("heading")
        self.words = QLabel(self)
        self.words.setObjectName("caption")
        note = QLabel(self.tr("Suspicion: how much the field's odds against Benign fall without the cell"), self)
        note.setObjectName("caption")
        note.setMinimumWidth(10)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 4)
        top.setSpacing(12)
        top.addWidget(heading)
        top.addWidget(self.words)
        top.addStretch(1)
        top.addWidget(note)
        self.view = PictureList(CellDelegate(self), self)
        self.view.setAccessibleName(self.tr("Cells, the most suspicious first"))
        self.view.setModel(self.cells)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def _wanted(self) -> Collecting | None:
        window = self._window
        rooms, slide = window.rooms, window.session.current
        if rooms is None or slide is None or rooms.run.manifest is None or window.session.blind or not self._seen:
            return None
        suspicion = {}
        for path, outcome in slide.outcomes.items():
            if not is_failure(outcome):
                suspicion[path] = 1 - outcome.verdict.probabilities[0]
        before = self._asked
        if before is not None and {f.path for f in before.fields} == set(slide.index):
            fields = before.fields  # results that come in meanwhile are no reason to begin again
        else:
            fields = tuple(sorted(slide.fields, key=lambda field: -suspicion.get(field.path, 0.0)))
        recipe: Recipe | None = rooms.run.recipe
        return Collecting(fields, rooms.run.manifest, recipe, window.settings)

    def _take(self, answer: Collected) -> None:
        if answer.asked is not self._asked:
            return
        if answer.refusal:
            self.words.setText(answer.refusal)
            return
        self._done += 1
        self.cells.add(answer.cells)
        self._say()

    def _say(self) -> None:
        if self._window.session.blind:
            words = self.tr("Hidden while you read blind")
        elif self._asked is None:
            words = self.tr("Open a slide to see its cells")
        else:
            total = len(self._asked.fields)
            words = self.tr("{cells} in {done} of {total} fields").format(
                cells=self.cells.found, done=self._done, total=total
            )
            if self.cells.found > MOST:
                words += " · " + self.tr("the first %d are shown") % MOST
        self.words.setText(words)

    def _go(self, index: QModelIndex) -> None:
        cell: ShownCell = index.data(CELL)
        self.mark.show(cell.path, cell.number, cell.x, cell.y, cell.diameter)
        self._window.session.choose_field(cell.path)
