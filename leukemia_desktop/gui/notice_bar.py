"""One message at a time, above the viewer: what happened, to what, and nothing that must be clicked away."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from leukemia_desktop.gui.core_words import message


class NoticeBar(QFrame):
    """Hidden until something is to be said."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("notice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.text()))
        self._file: Path | None = None
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))))
        self.close_button = QPushButton(self.tr("Dismiss"), self)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, words: str, file: Path | None = None) -> None:
        """Show a message in place of the one before; what core said, line by line, in the language of the window.

        A `file` that it tells of can be opened from here, by the program that the system has for it.
        """
        self._file = file
        self.open_button.setVisible(file is not None)
        words = "\n".join(map(message, words.split("\n")))
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.show()

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self.words.text()
