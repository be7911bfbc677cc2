"""Slide folders that were opened lately: in the File menu, and in the browser where no slide is open."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.chip import shortened
from leukemia_desktop.gui.drop_hint import ENDINGS
from leukemia_desktop.gui.window_memory import WindowMemory

MOST, SHOWN = 8, 5
"""Folders that are remembered, and those of them that the browser names."""
LONGEST = 28


class Recent(QObject):
    """Remembers for the next start too; `asked` carries what a person wants again, in a list."""

    asked = Signal(list)

    def __init__(self, memory: WindowMemory, parent: QWidget):
        super().__init__(parent)
        self._memory = memory
        self.menu = QMenu(_say("Open recent"), parent)
        self.menu.setToolTipsVisible(True)
        self.menu.setProperty("passing", True)
        self.list = QWidget(parent)
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 12, 0, 0)
        self._rows.setSpacing(2)
        self._fill()

    @property
    def folders(self) -> list[Path]:
        """The folders, the latest first."""
        return self._memory.recent()

    def note(self, paths: Iterable[Path]) -> None:
        """These were opened; single images are no slides. Which of them is a folder is not asked: a share may be slow."""
        fresh = [path.absolute() for path in paths if path.suffix.lower() not in ENDINGS]
        if fresh:
            self._keep(list(dict.fromkeys([*fresh, *self.folders]))[:MOST])

    def clear(self) -> None:
        """Forget them all."""
        self._keep([])

    def _keep(self, folders: Sequence[Path]) -> None:
        self._memory.keep_recent(folders)
        self._fill()

    def _fill(self) -> None:
        folders = self.folders
        self.menu.clear()
        self.menu.menuAction().setEnabled(bool(folders))
        for folder in folders:
            action = QAction(_words(folder).replace("&", "&&"), self.menu)
            action.setToolTip(str(folder))
            action.triggered.connect(lambda _=False, folder=folder: self.asked.emit([folder]))
            self.menu.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction(_say("Clear this list"), self.clear)
        while (taken := self._rows.takeAt(0)) is not None:
            taken.widget().hide()
            taken.widget().deleteLater()
        if folders:
            heading = QLabel(_say("Opened lately"), self.list)
            heading.setObjectName("caption")
            self._rows.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        for folder in folders[:SHOWN]:
            button = QPushButton(_words(folder).replace("&", "&&"), self.list)
            button.setObjectName("link")
            button.setToolTip(str(folder))
            button.clicked.connect(lambda _=False, folder=folder: self.asked.emit([folder]))
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)


def _words(folder: Path) -> str:
    return isolated(shortened(folder.name or str(folder), LONGEST))


def _say(text: str) -> str:
    return QCoreApplication.translate("recent", text)
