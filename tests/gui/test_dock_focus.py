"""A panel that a person asks for has the keys, and what does not fit into it ends softly."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QTabBar
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.palette import Palette
from tests.gui.test_analysing import analyse

LONG = 60_000


def by_palette(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Ask for a command as a person does."""
    window.orders["palette"].trigger()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.line, words)
    assert palette.found[0] == words
    with qtbot.waitSignal(palette.finished, timeout=LONG):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(("name", "words"), [("gallery", "Cells"), ("control", "Daily control"), ("reference", "Reference")])
def test_a_panel_that_the_palette_opens_has_the_keys(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot, name: str, words: str
):
    window = make_window(make_slide("A", Pre=1))
    dock = window.docks[name]
    assert dock.isHidden()
    by_palette(window, qtbot, words)
    qtbot.waitUntil(lambda: not dock.isHidden(), timeout=LONG)
    qtbot.waitUntil(lambda: window.panels[name].isAncestorOf(QApplication.focusWidget() or window), timeout=LONG)


def test_the_way_on_by_keys_goes_through_the_panel(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Pre=1))
    window.docks["review"].take_focus()
    page = window.panels["review"].page
    qtbot.waitUntil(page.reader.hasFocus, timeout=LONG)
    passed = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        passed.append(focused)
        QApplication.sendEvent(focused, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    assert {page.reader, page.auto, page.next_button, page.second} <= set(passed)


def test_more_below_is_shown_by_a_soft_edge(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Pre=1))
    analyse(qtbot, window)
    panel = window.result
    bar = panel.scroll.verticalScrollBar()
    window.resize(1280, 560)
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=LONG)
    assert panel.edge.isVisibleTo(panel)
    assert panel.edge.geometry().bottom() == panel.scroll.viewport().geometry().bottom()
    bar.setValue(bar.maximum())
    assert not panel.edge.isVisibleTo(panel)


def test_whatever_takes_the_keys_to_scroll_or_to_change_panels_has_a_name(window: MainWindow, qtbot: QtBot):
    for name in ("gallery", "control", "review", "result"):
        window.docks[name].show()
        window.docks[name].raise_()
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    areas = [area for area in window.findChildren(QScrollArea) if area.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert bars and len(areas) >= 3
    assert all(part.accessibleName() for part in (*bars, *areas)), [
        (part, part.accessibleName()) for part in (*bars, *areas)
    ]
