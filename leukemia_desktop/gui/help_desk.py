"""F1: the page of the manual that fits the part of the window with the focus."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leukemia_desktop.gui.dock import Dock
from leukemia_desktop.gui.panels import panels

if TYPE_CHECKING:
    from leukemia_desktop.gui.help_window import HelpWindow
    from leukemia_desktop.gui.main_window import MainWindow

PAGES = {"slides": "queue", "result": "verdicts", "preprocessing": "preprocessing", "results": "queue"}
"""Of the first four docks; a further panel names its own."""


class HelpDesk:
    """Makes the help window when somebody asks for it first, and keeps it in the window's colours."""

    def __init__(self, window: "MainWindow"):
        self._window = window
        self.window: HelpWindow | None = None
        window.orders["help"].triggered.connect(lambda: self.open())

    def open(self) -> None:
        """At the page for what has the focus now."""
        from leukemia_desktop.gui.help_window import HelpWindow

        page = self.page_of(self._window.focusWidget())
        if self.window is None:
            self.window = HelpWindow(self._window.theme.look, self._window)
            self._window.theme.changed.connect(self.window.set_theme)
        self.window.show_page(page)

    def page_of(self, part: QWidget | None) -> str:
        """The page for a part of the window; the first one where none fits better."""
        pages = PAGES | {panel.name: panel.page for panel in panels()}
        rooms = self._window.rooms
        while part is not None:
            if rooms is not None and part is rooms.viewer:
                return "why" if rooms.viewer.second == "evidence" else "viewer"
            if isinstance(part, Dock):
                return pages.get(part.objectName(), "window")
            part = part.parentWidget()
        return "index"

    def close_down(self) -> None:
        """Take the help window along when the window closes."""
        if self.window is not None:
            self.window.close()
