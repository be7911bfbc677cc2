"""Which columns of a table are there and in which order; remembered from one day to the next."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QTableView, QWidget

from leukemia_desktop.gui.saved_filters import TableMemory


class ColumnChoice(QPushButton):
    """A button that opens a list of columns to tick, which a right click on the headings opens too.

    `names` stand for the columns in the file, `headings` on the screen, `hidden` are not there at first.
    """

    changed = Signal()
    """Other columns are there than before, or in another order."""

    def __init__(
        self,
        view: QTableView,
        names: Sequence[str],
        headings: Callable[[], Sequence[str]],
        hidden: Sequence[int],
        parent: QWidget,
    ):
        super().__init__(parent)
        self.setText(_say("Columns"))
        self._view, self._names, self._headings = view, names, headings
        self._first = frozenset(hidden)
        self._hidden = set(hidden)
        self._forced: int | None = None
        self._put_away: frozenset[int] = frozenset()
        self._memory = TableMemory()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep)
        self.list = QMenu(self)
        self.list.aboutToShow.connect(self.fill)
        self.clicked.connect(lambda: self._open(self.mapToGlobal(self.rect().bottomLeft())))
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._open(header.mapToGlobal(at)))
        self._show(self._memory.read("columns"))
        header.sectionMoved.connect(self._soon.start)

    def shown(self) -> list[int]:
        """Columns that are there, as they stand from the first to the last."""
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [column for column in order if not header.isSectionHidden(column)]

    def show_column(self, column: int, on: bool) -> None:
        """Put a column on the screen or take it away; the last one stays."""
        if not on and self.shown() == [column]:
            return
        (self._hidden.discard if on else self._hidden.add)(column)
        self._apply()
        self._soon.start()

    def force(self, column: int | None) -> None:
        """This column is there for the time being, whatever was chosen."""
        self._forced = column
        self._apply()

    def put_away(self, columns: frozenset[int]) -> None:
        """These columns are not there for the time being, whatever was chosen, and are not offered."""
        self._put_away = columns
        self._apply()

    def as_at_first(self) -> None:
        """Every column in its first place."""
        header = self._view.horizontalHeader()
        for column in range(header.count()):
            header.moveSection(header.visualIndex(column), column)
        self._hidden = set(self._first)
        self._apply()
        self._soon.start()

    def fill(self) -> None:
        """Bring the list up to date."""
        self.list.clear()
        for column, heading in enumerate(self._headings()):
            if column in self._put_away:
                continue
            tick = self.list.addAction(heading)
            tick.setCheckable(True)
            tick.setChecked(column in self.shown())
            tick.triggered.connect(lambda on, column=column: self.show_column(column, on))
        self.list.addSeparator()
        self.list.addAction(_say("As at the first start")).triggered.connect(lambda _=False: self.as_at_first())

    def _open(self, at: QPoint) -> None:
        self.list.popup(at)

    def _apply(self) -> None:
        for column in range(len(self._names)):
            away = column in self._put_away or (column in self._hidden and column != self._forced)
            self._view.setColumnHidden(column, away)

    def state(self) -> dict[str, Any]:
        """Which columns stand where, and which were hidden, for a file; `restore` takes it."""
        header = self._view.horizontalHeader()
        order = [self._names[header.logicalIndex(place)] for place in range(header.count())]
        return {"order": order, "hidden": [self._names[column] for column in sorted(self._hidden)]}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what `state` gave, and remember it."""
        self._show(state)
        self._soon.start()

    def _show(self, state: Mapping[str, Any]) -> None:
        """What is not as it should be stays as it is."""
        header = self._view.horizontalHeader()
        hidden, order = state.get("hidden"), state.get("order")
        if isinstance(hidden, list) and len(hidden) < len(self._names):
            known = {self._names.index(name) for name in hidden if name in self._names}
            told = order if isinstance(order, list) else list(self._names)
            # a column that came after the file was written is as at the first start
            self._hidden = known | {c for c in self._first if self._names[c] not in told}
        if isinstance(order, list):
            for place, name in enumerate(name for name in order if name in self._names):
                header.moveSection(header.visualIndex(self._names.index(name)), place)
        self._apply()

    def _keep(self) -> None:
        self._memory.keep("columns", self.state())
        self.changed.emit()


def _say(text: str) -> str:
    return QCoreApplication.translate("results", text)
