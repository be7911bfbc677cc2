"""What the window says while something is on its way: never that there is nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.waiting_viewer import WaitingViewer
from tests.gui.test_analysing import analyse, button

LONG = 60_000


def told(window: MainWindow) -> str:
    """Every word in the viewer's place, as long as the viewer is not there."""
    waiting = window.findChild(WaitingViewer)
    return "\n".join(label.text() for label in waiting.findChildren(QLabel))


def test_nothing_is_called_empty_while_a_slide_is_opened(
    new_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = new_window()
    assert "No field open" in told(window)
    window.open([make_slide("A", Pre=2)])  # before the first paint, as from the command line
    window.show()
    assert "No field open" not in told(window)
    assert "Loading" in told(window)
    assert "No slide open" not in window.browser.empty_words.text()
    assert not window.browser.open_button.isVisibleTo(window.browser)
    if window.rooms is None:
        qtbot.waitUntil(lambda: window.rooms is not None or bool(window.session.slides), timeout=LONG)
    if window.rooms is None:  # the fields are there before the viewer
        assert "Loading" in told(window)
    qtbot.waitUntil(lambda: window.rooms is not None and window.session.field is not None, timeout=LONG)


def test_what_cannot_be_found_is_no_longer_waited_for(new_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot):
    window = new_window()
    window.open([tmp_path / "gone"])
    with qtbot.waitSignal(window.finder.answered, timeout=LONG):
        pass
    assert "No field open" in told(window)
    assert "No slide open" in window.browser.empty_words.text()
    assert window.browser.open_button.isVisibleTo(window.browser)


def test_an_empty_table_says_that_its_fields_are_on_their_way(
    make_window: Callable[..., MainWindow], slow_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(slow_slide("A", 60), slow_slide("B", 60))
    first, second = window.session.slides
    empty, run = window.rooms.table.empty, window.rooms.run
    assert "No results yet. Analyse this slide: F5" in empty.text()
    qtbot.waitUntil(button(window, "primary").isEnabled, timeout=LONG)
    run.start()
    window.session.choose(second)
    assert "waits for those before it" in empty.text()
    assert "No results yet" not in empty.text()
    window.session.choose(first)
    assert not first.outcomes  # nothing came: the event loop has not run since
    assert "being analysed" in empty.text()
    run.pause()
    assert "paused" in empty.text()
    run.stop()
    qtbot.waitUntil(lambda: run.state == "idle", timeout=LONG)
    window.session.choose(second)
    assert "No results yet" in empty.text()


def test_without_a_slide_the_table_says_how_to_open_one(new_window: Callable[..., MainWindow], qtbot: QtBot):
    window = new_window()
    window.show()
    qtbot.waitUntil(lambda: window.rooms is not None, timeout=LONG)
    assert "Open a slide folder: Ctrl+Shift+O" in window.rooms.table.empty.text()
    assert "F5" not in window.rooms.table.empty.text()


def test_rows_that_a_filter_hides_are_not_called_missing(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Pre=2))
    analyse(qtbot, window)
    window.rooms.table.search.setText("nothing is called so")
    assert "No row fits" in window.rooms.table.empty.text()
