"""Tells a person who went to another window that a long run has ended."""

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

LONG = 30.0
"""Seconds; nobody leaves the window for a shorter run."""


class Notifier(QObject):
    """By the system's own notification where it has one, and by a mark on the window in the task bar."""

    notified = Signal(str)

    def __init__(self, window: QWidget, long: float = LONG):
        super().__init__(window)
        self._window = window
        self.long = long
        self._began: float | None = None
        self._tray: QSystemTrayIcon | None = None

    def follow(self, state: str) -> None:
        """A run's state, as QueueRun tells it."""
        if state == "running" and self._began is None:
            if self._tray is not None:
                self._tray.hide()
            self._began = time.monotonic()

    def end(self, words: str) -> None:
        """The run has ended; `words` say with what."""
        began, self._began = self._began, None
        if began is None or time.monotonic() - began < self.long or self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._window.activateWindow)
            self._tray.show()
            self._tray.showMessage(QApplication.applicationDisplayName(), words, self._window.windowIcon())
        self.notified.emit(words)
