"""One parameter of a step as a row: its name, a slider and a number, or a check box."""

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLabel, QSlider, QWidget

from leukemia_desktop.core.shelf import Parameter
from leukemia_desktop.gui.core_words import in_words
from leukemia_desktop.gui.switch import Switch

NAME_WIDTH = 84
NUMBER_WIDTH = 76
POSITIONS = 100
"""A slider over a decimal range has at least so many positions."""


def resolution(parameter: Parameter) -> float:
    """Smallest change that the row offers: 1 for whole numbers, else a power of ten below a hundredth of the range."""
    if parameter.kind is int or parameter.range is None:
        return 1.0 if parameter.kind is int else 0.01
    return 10.0 ** min(0, math.floor(math.log10((parameter.range.high - parameter.range.low) / POSITIONS)))


class _Slider(QSlider):
    """A slider that scrolling past it does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class _Number(QDoubleSpinBox):
    """A number that scrolling past it does not change, and that leaves undo and redo to the panel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if _undoes(event) else super().keyPressEvent(event)


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class ParameterRow(QWidget):
    """`changed` gives every new value (int, float or bool), `settled` tells that a drag or an entry has ended."""

    changed = Signal(object)
    settled = Signal()

    def __init__(self, parameter: Parameter, parent: QWidget | None = None, *, group: str = ""):
        super().__init__(parent)
        self.parameter = parameter
        self.slider: QSlider | None = None
        self.number: QDoubleSpinBox | None = None
        self.check: QCheckBox | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = in_words(parameter.name)
        spoken = f"{group}: {words}" if group else words
        if parameter.kind is bool:
            self.check = Switch(words, self)
            self.check.setAccessibleName(spoken)
            self.check.toggled.connect(lambda on: self.changed.emit(on))
            self.check.clicked.connect(self.settled)
            row.addWidget(self.check)
        else:
            self._build_number(parameter, row, words, spoken)
        if self.slider is not None and self.number is not None:
            self.setTabOrder(self.slider, self.number)
        self.set_value(parameter.default)

    def _build_number(self, parameter: Parameter, row: QHBoxLayout, words: str, spoken: str) -> None:
        name = QLabel(words, self)
        name.setFixedWidth(NAME_WIDTH)
        name.setWordWrap(True)
        self._step = resolution(parameter)
        self.number = _Number(self)
        self.number.setAccessibleName(spoken)
        self.number.setDecimals(max(0, -round(math.log10(self._step))))
        self.number.setSingleStep(self._step)
        self.number.setFixedWidth(NUMBER_WIDTH)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number.setKeyboardTracking(False)
        name.setBuddy(self.number)
        row.addWidget(name)
        limits = parameter.range
        if limits is None:
            self.number.setRange(-1e9, 1e9)
            row.addStretch(1)
        else:
            self.number.setRange(limits.low, limits.high)
            self.number.setSuffix(f" {limits.unit}" if limits.unit else "")
            self.slider = _Slider(Qt.Orientation.Horizontal, self)
            self.slider.setAccessibleName(spoken)
            self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.slider.setRange(round(limits.low / self._step), round(limits.high / self._step))
            self.slider.setPageStep(max(1, (self.slider.maximum() - self.slider.minimum()) // 10))
            self.slider.valueChanged.connect(self._slid)
            self.slider.sliderReleased.connect(self.settled)
            row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.number.valueChanged.connect(self._entered)
        self.number.editingFinished.connect(self.settled)

    @property
    def value(self) -> int | float | bool:
        """What the row shows, as the parameter's type."""
        if self.check is not None:
            return self.check.isChecked()
        assert self.number is not None
        return self._typed(self.number.value())

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in the order of reading."""
        return [each for each in (self.check, self.slider, self.number) if each is not None]

    def set_value(self, value: float | bool) -> None:
        """Show a value; nobody is told."""
        for widget in (self.check, self.number, self.slider):
            if widget is None:
                continue
            with QSignalBlocker(widget):
                if isinstance(widget, QCheckBox):
                    widget.setChecked(bool(value))
                elif isinstance(widget, QSlider):
                    widget.setValue(round(value / self._step))
                else:
                    widget.setValue(value)

    def _typed(self, value: float) -> int | float:
        return round(value) if self.parameter.kind is int else value

    def _slid(self, position: int) -> None:
        assert self.number is not None
        limits = self.parameter.range
        assert limits is not None
        value = min(max(round(position * self._step, self.number.decimals()), limits.low), limits.high)
        with QSignalBlocker(self.number):
            self.number.setValue(value)
        self.changed.emit(self._typed(value))

    def _entered(self, value: float) -> None:
        if self.slider is not None:
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(value / self._step))
        self.changed.emit(self._typed(value))
