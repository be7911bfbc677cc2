"""F1: the page of the manual that fits the part of the window with the focus; and the whole of it as one PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.settings import data_folder
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.dock import Dock
from leukemia_desktop.gui.in_order import InOrder
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
        self.printer = InOrder(print_manual, window)
        self.printer.answered.connect(self._show_printed)
        window.orders["manual_pdf"].triggered.connect(lambda _=False: self.printer.ask(data_folder() / "manual.pdf"))

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
        """Take the help window along when the window closes, and end the thread."""
        self.printer.close_down()
        if self.window is not None:
            self.window.close()

    def _show_printed(self, printed: Path | str) -> None:
        if isinstance(printed, str):
            self._window.notice.say(message(printed))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(printed))):
            words = QCoreApplication.translate("help", "No program here opens a PDF. The manual lies at %s")
            self._window.notice.say(words % printed)


def print_manual(target: Path) -> Path | str:
    """The manual as PDF: the one that came with the program, else one made now at `target`; or why there is none."""
    from leukemia_desktop.core import manual

    if (printed := manual.printed()) is not None:
        return printed
    from leukemia_desktop.core.manual_pdf import write_manual  # it brings reportlab, and takes its time

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_manual(target)
    except UnwritableFile as error:
        return str(error)
    except OSError as error:
        return f"{target}: {error.strerror or error}"
    return target
