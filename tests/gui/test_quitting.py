"""Ctrl+Q ends the program wherever the keys go: to the window, or to a dialog that waits for an answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from leukemia_desktop.gui.main_window import MainWindow

LONG = 60_000
QUIT = Qt.KeyboardModifier.ControlModifier


def closed(window: MainWindow) -> bool:
    return not isValid(window) or not window.isVisible()


def test_the_window_closes(window: MainWindow, qtbot: QtBot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    qtbot.keyClick(window, Qt.Key.Key_Q, QUIT)
    qtbot.waitUntil(lambda: closed(window), timeout=LONG)


@pytest.mark.parametrize("order", ["palette", "keys", "about"])
def test_a_dialog_is_left_and_the_window_closes(window: MainWindow, qtbot: QtBot, order: str):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    window.orders[order].trigger()

    def dialog_has_the_keys() -> bool:
        dialog = QApplication.activeModalWidget()
        return dialog is not None and dialog.isActiveWindow()

    qtbot.waitUntil(dialog_has_the_keys, timeout=LONG)
    qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Q, QUIT)
    qtbot.waitUntil(lambda: closed(window), timeout=LONG)
    assert QApplication.activeModalWidget() is None


def test_the_manual_goes_with_the_window(window: MainWindow, qtbot: QtBot):
    window.orders["help"].trigger()
    book = window.help_desk.window
    assert book is not None
    qtbot.waitUntil(book.isActiveWindow, timeout=LONG)
    qtbot.keyClick(book, Qt.Key.Key_Q, QUIT)
    qtbot.waitUntil(lambda: closed(window), timeout=LONG)


def test_a_window_that_is_gone_lends_its_order_to_nobody(make_window: Callable[[], MainWindow], qtbot: QtBot):
    first = make_window()
    first.orders["quit"].trigger()
    qtbot.waitUntil(lambda: not isValid(first), timeout=LONG)
    second = make_window()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow, timeout=LONG)
    second.orders["palette"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=LONG)
    assert isValid(second)
