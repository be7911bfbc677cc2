"""The table's header: headings, the order in which columns sort, and on wish a row of filters below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from leukemia_desktop.gui.column_filter import ColumnFilter
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.theme import CAPTION

ROOM = 30
"""Height of the row of filters."""
MARK = 30
"""Width that a sorted column keeps for its arrow and number."""


class FilterHeader(QHeaderView):
    """`sorted_by` tells (section, and whether Shift was held) when a person clicks a heading."""

    sorted_by = Signal(int, bool)

    def __init__(self, view: QTableView):
        super().__init__(Qt.Orientation.Horizontal, view)
        self._look = Look()
        self._sorts: list[tuple[int, bool]] = []
        self._shift = False
        self.editors: dict[int, ColumnFilter] = {}
        self.open = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setSectionsMovable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.sectionResized.connect(self._lay_out)
        self.sectionMoved.connect(self._lay_out)
        self.sectionClicked.connect(lambda section: self.sorted_by.emit(section, self._shift))
        view.horizontalScrollBar().valueChanged.connect(self._lay_out)

    def set_editors(self, editors: dict[int, ColumnFilter]) -> None:
        """One filter for each column, from left to right."""
        self.editors = editors
        before: QWidget | None = None
        for editor in editors.values():
            editor.setParent(self)
            if before is not None:
                QWidget.setTabOrder(before, editor.inner)
            before = editor.inner
        self._lay_out()

    def set_open(self, on: bool) -> None:
        """Show the row of filters, or hide it."""
        self.open = on
        self.updateGeometries()
        self.geometriesChanged.emit()
        self._lay_out()

    def set_sorts(self, sorts: Sequence[tuple[int, bool]]) -> None:
        """Columns that sort (section, descending), the most important one first."""
        self._sorts = list(sorts)
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        self._look = look
        for editor in self.editors.values():
            editor.set_look(look)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), size.height() + (ROOM if self.open else 0))

    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, ROOM if self.open else 0)
        super().updateGeometries()
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._lay_out()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, rect, section)
        place = next((number for number, each in enumerate(self._sorts) if each[0] == section), None)
        if place is None:
            return
        words = "▼" if self._sorts[place][1] else "▲"
        words += str(place + 1) if len(self._sorts) > 1 else ""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        font = QFont(self.font())
        font.setPixelSize(CAPTION - 2)
        painter.setFont(font)
        painter.setPen(self._look.accent)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.fillRect(
            QRect(rect.left() + 4 if mirrored else rect.right() - 24, rect.top() + 4, 22, rect.height() - 8),
            self._look.panel,
        )
        painter.drawText(rect.adjusted(6, 0, -6, 0), side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _lay_out(self) -> None:
        top = self.height() - ROOM
        for section, editor in self.editors.items():
            hidden = not self.open or section >= self.count() or self.isSectionHidden(section)
            editor.setVisible(not hidden)
            if not hidden:
                left = self.sectionViewportPosition(section)
                editor.setGeometry(left + 4, top + 1, max(0, self.sectionSize(section) - 8), ROOM - 6)
