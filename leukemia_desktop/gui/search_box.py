"""A line to search with, which leaves the window's keys to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class SearchBox(QLineEdit):
    """On X11 a line takes Ctrl+E for its end, where everywhere else in the window it exports; the End key is enough."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.MoveToEndOfLine)
            and event.text() != ""
        ):
            event.ignore()
            return False
        return super().event(event)
