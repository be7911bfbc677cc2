"""Settings in plain words; what is on the screen is judged again by new ones."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.settings import Settings, parameters
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.settings_dialog import ELSEWHERE, SettingsDialog, setting_words

LONG = 60_000
KINDS = QDialogButtonBox.StandardButton


def open_settings(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    window.orders["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    qtbot.waitExposed(dialog)
    return dialog


def press(qtbot: QtBot, dialog: SettingsDialog, kind: QDialogButtonBox.StandardButton) -> None:
    qtbot.mouseClick(dialog.buttons.button(kind), Qt.MouseButton.LeftButton)


def analyse(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()


def test_every_setting_has_an_editor_and_plain_words(window: MainWindow, qtbot: QtBot):
    dialog = open_settings(window, qtbot)
    assert set(dialog.editors) == {field.name for field in fields(Settings)} - set(ELSEWHERE)
    for name, editor in dialog.editors.items():
        assert editor.accessibleName() == setting_words(name)[0] != ""
    press(qtbot, dialog, KINDS.Cancel)


def test_numbers_end_with_no_zeros_that_say_nothing_and_stay_what_they_are(window: MainWindow, qtbot: QtBot):
    dialog = SettingsDialog(Settings(review_below=0.8, max_megapixels=200, threads=10), window)
    shown = {name: dialog.editors[name].text() for name in ("review_below", "max_megapixels", "threads")}
    assert shown == {"review_below": "0.8", "max_megapixels": "200 MP", "threads": "10"}
    dialog.editors["max_megapixels"].setValue(12.5)
    assert dialog.editors["max_megapixels"].text() == "12.5 MP"
    with qtbot.waitSignal(dialog.changed, timeout=LONG) as told:
        press(qtbot, dialog, KINDS.Save)
    assert told.args == [Settings(review_below=0.8, max_megapixels=12.5, threads=10)]


def test_every_editor_ends_at_the_same_edge(window: MainWindow, qtbot: QtBot):
    dialog = open_settings(window, qtbot)
    edges = {editor.geometry().right() for name, editor in dialog.editors.items() if name != "ledger"}
    assert max(edges) - min(edges) <= 2
    press(qtbot, dialog, KINDS.Cancel)


def test_nothing_changes_before_save_and_defaults_can_be_restored(window: MainWindow, qtbot: QtBot):
    before = window.settings
    dialog = open_settings(window, qtbot)
    dialog.editors["review_below"].setValue(0.5)
    dialog.editors["provider"].setCurrentIndex(2)
    assert window.settings == before
    press(qtbot, dialog, KINDS.Cancel)
    assert window.settings == before
    dialog = SettingsDialog(replace(before, review_below=0.3, threads=2, theme="dark"), window)
    press(qtbot, dialog, KINDS.RestoreDefaults)
    with qtbot.waitSignal(dialog.changed, timeout=LONG) as told:
        press(qtbot, dialog, KINDS.Save)
    assert told.args == [replace(Settings(), model=before.model)]


def test_a_new_threshold_judges_again_what_is_shown(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=2, Pre=2))
    analyse(window, qtbot)
    slide = window.session.slides[0]
    before = dict(slide.outcomes)
    assert not any("low_confidence" in outcome.verdict.flags for outcome in before.values())
    dialog = open_settings(window, qtbot)
    dialog.editors["review_below"].setValue(1.0)
    press(qtbot, dialog, KINDS.Save)
    qtbot.waitUntil(
        lambda: all("low_confidence" in outcome.verdict.flags for outcome in slide.outcomes.values()), timeout=LONG
    )
    assert {path: outcome.logits for path, outcome in slide.outcomes.items()} == {
        path: outcome.logits for path, outcome in before.items()
    }
    assert slide.statuses["review"] == 4
    assert Settings.read().review_below == 1.0
    dialog = open_settings(window, qtbot)
    dialog.editors["review_below"].setValue(Settings().review_below)
    press(qtbot, dialog, KINDS.Save)
    qtbot.waitUntil(lambda: slide.outcomes == before, timeout=LONG)


def test_a_threshold_changed_during_a_run_holds_for_all_of_it(
    make_window: Callable[..., MainWindow], slow_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(slow_slide("A", 40))
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    slide = window.session.slides[0]
    window.orders["analyse"].trigger()
    qtbot.waitUntil(lambda: len(slide.outcomes) > 0, timeout=LONG)
    window.upkeep.use(replace(window.settings, review_below=1.0))
    qtbot.waitUntil(lambda: slide.done and window.rooms.run.state == "idle", timeout=LONG)
    qtbot.waitUntil(
        lambda: all("low_confidence" in outcome.verdict.flags for outcome in slide.outcomes.values()), timeout=LONG
    )


def test_the_ledger_can_lie_elsewhere(
    make_window: Callable[..., MainWindow],
    make_slide: Callable[..., Path],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    window = make_window(make_slide("A", Benign=2))
    place = tmp_path / "of the lab"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))
    dialog = open_settings(window, qtbot)
    dialog._ask_ledger()
    press(qtbot, dialog, KINDS.Save)
    analyse(window, qtbot)
    with Ledger(place.with_suffix(".sqlite")) as ledger:
        assert ledger.verify() == ""
        assert len(list(ledger.entries())) > 0


def test_a_ledger_in_no_folder_is_refused_with_a_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    dialog = open_settings(window, qtbot)
    dialog.editors["ledger"].setText(str(tmp_path / "gone" / "ledger.sqlite"))
    press(qtbot, dialog, KINDS.Save)
    assert "choose another place" in dialog.message.text()
    assert dialog.isVisible()
    press(qtbot, dialog, KINDS.Cancel)


def test_the_theme_of_the_settings_is_put_on(window: MainWindow, qtbot: QtBot):
    dialog = open_settings(window, qtbot)
    box = dialog.editors["theme"]
    box.setCurrentIndex(box.findData("dark"))
    press(qtbot, dialog, KINDS.Save)
    assert window.theme.wish == "dark"


def test_a_setting_without_words_is_named_as_in_the_file():
    assert setting_words("some_new_limit") == ("Some new limit", "")
    assert set(parameters()) == {field.name for field in fields(Settings)}
