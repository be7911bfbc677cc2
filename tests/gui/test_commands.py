"""Every command can be found by a few letters, and given other keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.fuzzy import begin_words, fit
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.palette import KEYS, Palette
from leukemia_desktop.gui.shortcuts_dialog import ShortcutsDialog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def open_palette(window: MainWindow, qtbot: QtBot) -> Palette:
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL_SHIFT)
    palette = window.findChild(Palette)
    qtbot.waitExposed(palette)
    return palette


def open_keys(window: MainWindow, qtbot: QtBot) -> ShortcutsDialog:
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ShortcutsDialog)
    qtbot.waitExposed(dialog)
    return dialog


def press(dialog: ShortcutsDialog, words: str, keys: str) -> None:
    dialog.choose(words)
    dialog.edit.setKeySequence(QKeySequence(keys))
    dialog.edit.editingFinished.emit()


@pytest.mark.parametrize(
    ("typed", "words"), [("an", "Analyse"), ("nfl", "Next field that needs a look"), ("OPEN F", "Open folder")]
)
def test_letters_fit_in_their_order(typed: str, words: str):
    assert fit(typed, words) is not None


def test_letters_in_another_order_do_not_fit():
    assert fit("na", "An") is None
    assert fit("aa", "a") is None


def test_beginnings_of_words_fit_better():
    assert fit("ex", "Export") > fit("ex", "Next field")
    assert fit("fs", "Full screen") > fit("fs", "Failed fields")


def test_a_typed_word_begins_a_word_of_its_own():
    assert begin_words("review pan", "Review View › Panels")
    assert begin_words("pan rev", "Review View › Panels")
    assert not begin_words("review panel", "Result View › Panels")
    assert not begin_words("view view", "Review View › Panels")


def test_every_command_comes_first_when_its_name_is_typed_also_when_it_cannot_be_done_now(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    for words in dict.fromkeys(command.words for command in window.commands()):
        palette.line.setText(words.upper())
        assert palette.found[0] == words
    palette.reject()


def test_every_panel_comes_first_when_it_is_called_a_panel(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    for dock in window.docks.values():
        palette.line.setText(f"{dock.windowTitle()} panel")
        assert palette.found[0] == dock.windowTitle()
    palette.reject()


def test_a_few_letters_and_enter_do_what_was_asked_for(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=3))
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.line, "last fi")
    assert palette.found[0] == "Last field"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.field.stem == "Benign_3", timeout=60_000)


def test_the_palette_holds_every_command_with_its_keys(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    words = {command.words for command in window.commands()}
    assert set(palette.found) == words
    assert {"Analyse", "Reset layout", "Dark", "Preprocessing", "Keyboard shortcuts"} <= words
    shown = [palette.list.model().index(row, 0).data(KEYS) for row in range(len(palette.found))]
    assert dict(zip(palette.found, shown, strict=True))["Open folder"] == "Ctrl+Shift+O"
    palette.reject()


def test_what_cannot_be_done_now_stays_open_and_does_nothing(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.line, "analyse")
    assert palette.found[0] == "Analyse"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_the_palette_says_that_nothing_fits(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.line, "qxqxq")
    assert not palette.found
    rows = palette.list.model()
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["No command fits. Fewer letters find more."]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.line.clear()
    assert palette.found
    palette.reject()


def test_arrows_choose_in_the_palette(window: MainWindow, qtbot: QtBot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.line, "evidence")
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    palette.reject()


def test_no_two_commands_share_a_key(window: MainWindow):
    keyed = [(key.toString(), command.words) for command in window.commands() for key in command.action.shortcuts()]
    assert len({key for key, _ in keyed}) == len(keyed), sorted(keyed)


def test_ctrl_f1_lists_every_key(window: MainWindow, qtbot: QtBot):
    dialog = open_keys(window, qtbot)
    assert dialog.keys_of("Next field") == "PgDown  or  D"
    assert dialog.keys_of("Full screen") == "F11"
    dialog.close()


def test_a_key_can_be_given_and_is_there_at_the_next_start(make_window: Callable[..., MainWindow], qtbot: QtBot):
    window = make_window()
    dialog = open_keys(window, qtbot)
    press(dialog, "Reset layout", "Ctrl+Alt+R")
    assert dialog.message.text() == ""
    assert dialog.keys_of("Reset layout") == "Ctrl+Alt+R"
    assert "Ctrl+Alt+R" in window.orders["reset_layout"].toolTip()
    dialog.close()
    window.close()
    again = make_window()
    assert again.orders["reset_layout"].shortcut() == QKeySequence("Ctrl+Alt+R")
    dialog = open_keys(again, qtbot)
    qtbot.mouseClick(dialog.all_back_button, Qt.MouseButton.LeftButton)
    assert dialog.keys_of("Reset layout") == ""
    dialog.close()
    again.close()
    assert make_window().orders["reset_layout"].shortcut().isEmpty()


@pytest.mark.parametrize(
    ("keys", "reason"),
    [("Ctrl+E", "“Export”"), ("Space", "needed to move and choose"), ("Ctrl+Z", "a meaning of its own")],
)
def test_a_key_that_is_taken_is_refused_with_a_sentence(window: MainWindow, qtbot: QtBot, keys: str, reason: str):
    dialog = open_keys(window, qtbot)
    press(dialog, "Full screen", keys)
    assert reason in dialog.message.text()
    assert window.orders["full_screen"].shortcut() == QKeySequence("F11")
    dialog.close()


def test_a_command_can_lose_its_keys_and_get_them_back(window: MainWindow, qtbot: QtBot):
    dialog = open_keys(window, qtbot)
    dialog.choose("Full screen")
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert window.orders["full_screen"].shortcuts() == []
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert window.orders["full_screen"].shortcut() == QKeySequence("F11")
    dialog.close()


def test_new_keys_go_to_a_command_that_the_search_shows(window: MainWindow, qtbot: QtBot):
    dialog = open_keys(window, qtbot)
    dialog.search.setText("next field without review")
    assert dialog.list.currentItem().text(0) == "Next field without review"
    assert dialog.edit.keySequence().toString() == "N"
