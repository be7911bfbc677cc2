"""One step of the recipe in the panel: its switch, its name and its parameters."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from leukemia_desktop.core.recipe import STEPS, Step
from leukemia_desktop.core.shelf import parameters, summary
from leukemia_desktop.gui.core_words import explanation, of_step
from leukemia_desktop.gui.parameter_row import ParameterRow
from leukemia_desktop.gui.switch import Switch


def title(name: str) -> str:
    """The words for a step: the first line of its file's docstring."""
    return of_step(summary(STEPS[name])) or name


def hint(name: str) -> str:
    """What a step does, in a sentence or two."""
    return of_step(explanation(STEPS[name].__doc__)).replace("`", "")  # marks of source code


class StepBox(QFrame):
    """Signals: `switched(on)`, `changed(parameter, value)`, `settled()` when a drag ends, `chosen()` on click or focus."""

    switched = Signal(bool)
    changed = Signal(str, object)
    settled = Signal()
    chosen = Signal()

    def __init__(self, step: Step, parent: QWidget | None = None):
        super().__init__(parent)
        self.name = step.name
        self.setProperty("chosen", False)
        words = title(step.name)
        self.setAccessibleName(words)
        self.switch = Switch(words, self)
        self.switch.setObjectName("step")
        self.switch.setToolTip(hint(step.name))
        self.switch.toggled.connect(self._follow_switch)
        self.switch.clicked.connect(self.switched)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.switch)
        self.rows: dict[str, ParameterRow] = {}
        for name, parameter in parameters(STEPS[step.name]).items():
            row = ParameterRow(parameter, self, group=words)
            row.changed.connect(lambda value, name=name: self.changed.emit(name, value))
            row.settled.connect(self.settled)
            column.addWidget(row)
            self.rows[name] = row
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show the step's switch and values; nobody is told."""
        self.switch.setChecked(step.on)
        self._follow_switch(step.on)
        for name, row in self.rows.items():
            row.set_value(step.params[name])

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in the order of reading."""
        return [self.switch, *(stop for row in self.rows.values() for stop in row.stops)]

    def set_chosen(self, chosen: bool) -> None:
        """Mark this step as the one that Up, Down and Remove act on."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            for widget in (self, *(row.slider for row in self.rows.values() if row.slider)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.chosen.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        self.switch.setFocus(Qt.FocusReason.MouseFocusReason)

    def _follow_switch(self, on: bool) -> None:
        for row in self.rows.values():
            row.setEnabled(on)
