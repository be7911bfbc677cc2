"""Help > Log: what the program wrote down, and what to send with a report of an error."""

import os
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.gui.crash import log_path
from leukemia_desktop.gui.screen_room import resize_within

SHOWN = 200_000
"""Bytes of the log's end."""


class LogDialog(QDialog):
    """The end of the log. It may name files of this computer; diagnostics never do."""

    def __init__(self, diagnostics: Callable[[], str], parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(end_of_log() or self.tr("Nothing went wrong so far: the log is empty."), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Log"))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        note = QLabel(self.tr("The log may name your files. Diagnostics name no file, no folder and no slide."), self)
        note.setObjectName("caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.copy_log_button = QPushButton(self.tr("Copy log"), self)
        self.copy_diagnostics_button = QPushButton(self.tr("Copy diagnostics"), self)
        for button, words in ((self.copy_log_button, self.text.toPlainText), (self.copy_diagnostics_button, diagnostics)):
            button.clicked.connect(lambda _=False, words=words: QGuiApplication.clipboard().setText(words()))
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for part in (self.text, note, buttons):
            column.addWidget(part)
        resize_within(self, 760, 480)


def end_of_log() -> str:
    """The last SHOWN bytes of the log; empty where there is none."""
    try:
        with log_path().open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - SHOWN))
            text = stream.read(SHOWN).decode("utf-8", errors="replace")
    except OSError:
        return ""
    return text.partition("\n")[2] if size > SHOWN else text
