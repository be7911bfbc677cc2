"""Ctrl+Q ends the program from every window of it: Qt gives the main window no key while a dialog or the manual has them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

OWN = (Qt.WindowType.Window, Qt.WindowType.Dialog)
MOST = 9
"""Dialogs, one over the other, that are closed; one that will not close is left to its person."""


def let_quit(window: "MainWindow") -> None:
    """Close `window` by its command, from the manual and every dialog: these are left without an answer, as with Esc."""
    order = window.orders["quit"]
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def lend(focused: QWindow | None) -> None:
        windows = [each for each in application.topLevelWidgets() if each.windowType() in OWN]  # a menu would list it
        for each in windows:
            if focused is not None and each.windowHandle() == focused and order not in each.actions():
                each.addAction(order)

    def leave() -> None:
        for _ in range(MOST):
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                break
            dialog.close()
        # a dialog that runs a loop of its own ends it first
        QTimer.singleShot(0, window, window.close)

    application.focusWindowChanged.connect(lend)
    window.destroyed.connect(lambda: application.focusWindowChanged.disconnect(lend))
    order.triggered.connect(lambda _=False: leave())
