"""The settings in plain words, grown from core.settings: a setting that is added there is here, too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.settings import CHOICES, BadSettings, Settings, parameters
from leukemia_desktop.core.shelf import Parameter
from leukemia_desktop.gui.facts import rule
from leukemia_desktop.gui.language import languages
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.screen_room import resize_within
from leukemia_desktop.gui.switch import Switch

ELSEWHERE = ("model",)
"""Chosen in the toolbar."""


class SettingsDialog(QDialog):
    """Nothing changes before Save: `changed` carries the new Settings then."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None, look: Look | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._look = settings, look or Look()
        self._fields: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}
        self.editors: dict[str, QWidget] = {}
        page = QWidget(self)
        page.setObjectName("panel")
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(16, 12, 16, 12)
        self._rows.setSpacing(4)
        for name, parameter in parameters().items():
            if name not in ELSEWHERE:
                self._add(parameter)
        self._rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.RestoreDefaults, self)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(kinds.RestoreDefaults).clicked.connect(lambda: self._show(Settings()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(scroll, 1)
        for part in (self.message, self.buttons):
            part.setContentsMargins(16, 0, 16, 0)
            whole.addWidget(part)
        self._show(settings)
        resize_within(self, 560, 640)

    def _add(self, parameter: Parameter) -> None:
        title, words = setting_words(parameter.name)
        heading, note = QLabel(title, self), QLabel(words, self)
        heading.setObjectName("strong")
        note.setObjectName("caption")
        note.setWordWrap(True)
        note.setVisible(bool(words))
        editor = self._editor(parameter)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(words)
        self.editors[parameter.name] = editor
        heading.setBuddy(editor)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(editor)
        if parameter.name == "ledger":
            button = QPushButton(self.tr("Choose…"), self)
            button.clicked.connect(self._ask_ledger)
            top.addWidget(button)
        if self._rows.count():
            self._rows.addSpacing(6)
            self._rows.addWidget(rule(self))
            self._rows.addSpacing(6)
        self._rows.addLayout(top)
        self._rows.addWidget(note)

    def _editor(self, parameter: Parameter) -> QWidget:
        name = parameter.name
        choices = ("system", *languages()) if name == "language" else CHOICES.get(name)
        if choices is not None:
            box = QComboBox(self)
            for choice in choices:
                box.addItem(choice_words(choice), choice)
            self._fields[name] = (box.currentData, lambda value: box.setCurrentIndex(max(0, box.findData(value))))
            return box
        if parameter.kind is bool:
            switch = Switch(self)
            switch.set_look(self._look)
            self._fields[name] = (switch.isChecked, switch.setChecked)
            return switch
        if parameter.kind in (int, float):
            number = _Number(self)
            whole = parameter.kind is int
            number.setDecimals(0 if whole else 2)
            if parameter.range is not None:
                number.setRange(parameter.range.low, parameter.range.high)
                number.setSuffix(f" {parameter.range.unit}" if parameter.range.unit else "")
                number.setSingleStep(1 if whole or parameter.range.high - parameter.range.low > 10 else 0.01)
            self._fields[name] = (lambda: parameter.kind(number.value()), number.setValue)
            return number
        line = QLineEdit(self)
        line.setMinimumWidth(200)
        if name == "ledger":
            line.setPlaceholderText(self.tr("the one of this user"))
        self._fields[name] = (line.text, line.setText)
        return line

    def _show(self, settings: Settings) -> None:
        for name, (_, put) in self._fields.items():
            put(getattr(settings, name))

    def _save(self) -> None:
        values = {name: getattr(self._settings, name) for name in ELSEWHERE} | {
            n: get() for n, (get, _) in self._fields.items()
        }
        try:
            settings = Settings.checked(values)
            if settings.ledger and not (Path(settings.ledger).is_absolute() and Path(settings.ledger).parent.is_dir()):
                raise BadSettings(self.tr("%s lies in no folder that exists: choose another place") % settings.ledger)
        except BadSettings as error:
            self.message.setText(str(error))
            self.message.show()
            return
        if settings != self._settings:
            self.changed.emit(settings)
        self.accept()

    def _ask_ledger(self) -> None:
        given, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Ledger"),
            str(self._settings.ledger_path),
            self.tr("Ledger (*.sqlite)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if given:
            self._fields["ledger"][1](str(Path(given).with_suffix(".sqlite")))


class _Number(QDoubleSpinBox):
    """A number that scrolling past it does not change."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("setting")
        self.setMinimumWidth(110)
        self.lineEdit().setStyleSheet("border: 0; padding: 0 6px; background: transparent;")  # the frame is the box's

    def textFromValue(self, value: float) -> str:
        """`200`, not `200.00`; `0.8`: no zeros that say nothing."""
        words, point = super().textFromValue(value), self.locale().decimalPoint()
        return words.rstrip(self.locale().zeroDigit()).removesuffix(point) if point in words else words

    def wheelEvent(self, event: Any) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


def setting_words(name: str) -> tuple[str, str]:
    """A setting in plain words, and what it does; a setting that nobody has found words for is named as in the file."""
    say = _say
    known = {
        "review_below": (
            say("Ask a person below this confidence"),
            say("A field whose confidence is lower needs a look. What is on the screen is judged again at once."),
        ),
        "strict_sets": (
            say("Stricter prediction sets"),
            say(
                "Sets miss the true label in 1 of 100 fields instead of 5; more fields have several labels and need a look."
            ),
        ),
        "max_megapixels": (
            say("Largest field"),
            say("Larger images are refused before they are opened. From the next start on."),
        ),
        "provider": (
            say("Where the model runs"),
            say("A graphics card is faster for large batches. From the next run on."),
        ),
        "threads": (
            say("Fields analysed side by side"),
            say("0 uses every core of the computer; fewer leave some for other programs. From the next run on."),
        ),
        "theme": (say("Colours"), ""),
        "language": (say("Language"), say("From the next start on.")),
        "ledger": (
            say("Ledger"),
            say("The file that keeps every result and every review. From the next run on."),
        ),
    }
    return known.get(name, (name.replace("_", " ").capitalize(), ""))


def choice_words(choice: str) -> str:
    """What a choice is called."""
    say = _say
    known = {
        "auto": say("The fastest there is"),
        "cuda": say("NVIDIA graphics card (CUDA)"),
        "cpu": say("Processor (CPU)"),
        "system": say("As the system"),
        "light": say("Light"),
        "dark": say("Dark"),
        "en": "English",
        "de": "Deutsch",
        "es": "Español",
        "fr": "Français",
        "fa": "فارسی",
    }
    return known.get(choice, choice)


def _say(text: str) -> str:
    return QCoreApplication.translate("settings_dialog", text)
