"""The filter of one column: a line for text or a range of numbers, or a button that opens a list of choices."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.results_filter import Wanted, parse_range
from leukemia_desktop.gui.search_box import SearchBox


class ColumnFilter(QWidget):
    """`changed` carries what is wanted. With `choices` (key to words) it is a list to tick, else a line."""

    changed = Signal(object)

    def __init__(self, heading: str, *, number: bool = False, choices: Mapping[str, str] | None = None):
        super().__init__()
        self._number, self._look = number, Look()
        self.line: QLineEdit | None = None
        self.button: QPushButton | None = None
        self.ticks: dict[str, QAction] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if choices is None:
            self.line = SearchBox(self)
            self.line.setPlaceholderText(">90" if number and "%" in heading else (">1" if number else ""))
            if number:
                self.line.setToolTip(_say("A number or a range: >90, <=3, 10-20"))
            self.line.setClearButtonEnabled(not number)
            self.line.textChanged.connect(self._tell)
        else:
            self.button = QPushButton(self)
            self.menu = QMenu(self.button)
            for key, words in choices.items():
                tick = self.menu.addAction(words)
                tick.setCheckable(True)
                tick.toggled.connect(self._tell)
                self.ticks[key] = tick
            self.menu.addSeparator()
            self.menu.addAction(_say("All")).triggered.connect(lambda _=False: self.set_wanted(()))
            self.button.clicked.connect(self._open)
        self.inner: QWidget = self.line or self.button  # type: ignore[assignment]
        self.inner.setAccessibleName(_say("Filter %s") % heading)
        row.addWidget(self.inner)
        self._show()

    @property
    def wanted(self) -> Wanted:
        """An empty string or tuple lets everything through."""
        if self.line is not None:
            return self.line.text().strip()
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def set_wanted(self, wanted: Wanted) -> None:
        """Show and announce this; what does not fit the column is nothing."""
        if self.line is not None:
            self.line.setText(wanted if isinstance(wanted, str) else "")
        for key, tick in self.ticks.items():
            tick.setChecked(isinstance(wanted, tuple) and key in wanted)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._show()

    def _open(self) -> None:
        assert self.button is not None
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.wanted)

    def _show(self) -> None:
        wrong = bool(self._number and self.wanted and parse_range(str(self.wanted)) is None)
        edge = self._look.failed if wrong else self._look.line
        if self.button is not None:
            words = ", ".join(tick.text() for tick in self.ticks.values() if tick.isChecked())
            self.button.setText(words or _say("All"))
            self.button.setToolTip(words)
            edge = self._look.accent if words else edge
        self.inner.setStyleSheet(
            f"QLineEdit, QPushButton {{ padding: 0 7px; min-height: 20px; font-size: 12px; border: 1px solid {edge};"
            f" border-radius: 5px; background: {self._look.panel}; }} QPushButton {{ text-align: left; }}"
            f"QLineEdit:focus, QPushButton:focus {{ border-color: {self._look.accent}; }}"
        )
        if self.line is not None:
            self.line.setCursor(Qt.CursorShape.IBeamCursor)


def _say(text: str) -> str:
    return QCoreApplication.translate("results", text)
