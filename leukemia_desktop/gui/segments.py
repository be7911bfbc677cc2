"""A row of choices of which one is on, like the keys of an old radio."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from leukemia_desktop.gui.look import Look


class Segments(QFrame):
    """`chosen` tells the key of the choice that a person took."""

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, str], parent: QWidget | None = None):
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, words in choices.items():
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            row.addWidget(button)
            self._buttons[key] = button
        self.choose(next(iter(choices)))

    def choose(self, key: str) -> None:
        """Mark a choice without telling anybody."""
        self._buttons[key].setChecked(True)

    def allow(self, key: str, can: bool) -> None:
        """Offer a choice or do not."""
        self._buttons[key].setVisible(can)

    def set_look(self, look: Look) -> None:
        self.setStyleSheet(
            f"Segments {{ background: {look.panel}; border: 1px solid {look.line}; border-radius: 6px; }}"
            f"QPushButton {{ background: transparent; color: {look.text}; border: 1px solid transparent; border-radius: 5px;"
            " padding: 3px 10px; font-size: 12px; min-width: 0; }"
            f"QPushButton:checked {{ background: {look.accent}; color: {look.panel}; }}"
            f"QPushButton:focus {{ border-color: {look.text}; }}"
        )
