"""Closing in any state ends cleanly: no thread is left over, no error, no warning of Qt, and the session file is whole.

And the window is freed: a closed window that lives on is dressed again with every new one.
"""

import gc
import os
import weakref
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.workspace import read_workspace

LONG = 60_000
REPEATS = int(os.environ.get("CLOSING_REPEATS", "2"))
"""A campaign takes more: CLOSING_REPEATS=50."""


@dataclass
class Desk:
    """What a state is made with: nothing here waits longer than it takes to reach the state."""

    qtbot: QtBot
    new_window: Callable[..., MainWindow]
    make_window: Callable[..., MainWindow]
    slide: Path
    model: Path

    def empty(self) -> MainWindow:
        return self.make_window()

    def opened(self) -> MainWindow:
        return self.make_window(self.slide)

    def checked(self) -> MainWindow:
        window = self.opened()
        self.qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
        return window

    def running(self) -> MainWindow:
        window = self.checked()
        window.orders["analyse"].trigger()
        self.qtbot.waitUntil(lambda: len(window.session.slides[0].outcomes) > 0, timeout=LONG)
        return window

    def bare(self) -> MainWindow:
        return self.new_window()


def never_shown(desk: Desk) -> MainWindow:
    return desk.bare()


def never_shown_and_asked_to_open(desk: Desk) -> MainWindow:
    window = desk.bare()
    window.open([desk.slide])
    return window


def just_shown(desk: Desk) -> MainWindow:
    window = desk.bare()
    window.show()
    return window


def painted_and_loading(desk: Desk) -> MainWindow:
    window = desk.bare()
    window.show()
    desk.qtbot.waitUntil(window.loader.isRunning, timeout=LONG)
    return window


def empty(desk: Desk) -> MainWindow:
    return desk.empty()


def looking_for_fields(desk: Desk) -> MainWindow:
    window = desk.empty()
    window.open([desk.slide, desk.slide.parent, desk.slide / "gone"])
    return window


def restoring(desk: Desk) -> MainWindow:
    desk.opened().close()
    window = desk.empty()
    window.restore()
    return window


def decoding_and_making_thumbnails(desk: Desk) -> MainWindow:
    return desk.opened()


def flicking_through_fields(desk: Desk) -> MainWindow:
    window = desk.checked()
    for _ in range(20):
        window.session.step(1)
    return window


def asking_for_evidence(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.orders["evidence"].trigger()
    window.orders["cells"].trigger()
    return window


def just_begun(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.orders["analyse"].trigger()
    return window


def running(desk: Desk) -> MainWindow:
    return desk.running()


def paused(desk: Desk) -> MainWindow:
    window = desk.running()
    window.orders["pause"].trigger()
    return window


def asked_whether_to_stop(desk: Desk) -> MainWindow:
    window = desk.running()
    window.orders["stop"].trigger()
    assert window.rooms.run.state == "idle" or window.stop_question is not None
    return window


def stopping(desk: Desk) -> MainWindow:
    window = desk.running()
    window.rooms.run.stop()
    return window


def done(desk: Desk) -> MainWindow:
    window = desk.running()
    desk.qtbot.waitUntil(lambda: window.rooms.run.state == "idle", timeout=LONG)
    return window


def writing_a_report(desk: Desk) -> MainWindow:
    window = done(desk)
    window.export_to(desk.slide.parent.parent / "results.xlsx")
    return window


def judging_again_while_it_runs(desk: Desk) -> MainWindow:
    window = desk.running()
    window.upkeep.use(replace(window.settings, review_below=1.0))
    return window


def refusing_a_model(desk: Desk) -> MainWindow:
    window = desk.make_window(desk.slide, model="no such model")
    desk.qtbot.waitUntil(lambda: "no such model" in window.notice.text, timeout=LONG)
    return window


def adding_a_model(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.models.add(desk.model)
    return window


def comparing_models(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.docks["comparison"].toggleViewAction().trigger()
    return window


def filling_the_gallery(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.docks["gallery"].toggleViewAction().trigger()
    return window


def checking_the_control_folder(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.docks["control"].toggleViewAction().trigger()
    window.panels["control"].choose(desk.slide)
    window.panels["control"].make_baseline()
    return window


def changing_the_recipe(desk: Desk) -> MainWindow:
    window = desk.checked()
    window.rooms.preprocessing.add_step("clahe")
    window.rooms.preprocessing.add_step("gaussian_blur")
    return window


def with_every_dialog_open(desk: Desk) -> MainWindow:
    window = desk.checked()
    for name in ("keys", "palette", "settings", "log", "about"):
        window.orders[name].trigger()
    return window


def with_a_floating_panel(desk: Desk) -> MainWindow:
    window = desk.running()
    window.docks["result"].setFloating(True)
    return window


STATES = (
    *(never_shown, never_shown_and_asked_to_open, just_shown, painted_and_loading, empty, looking_for_fields, restoring),
    *(decoding_and_making_thumbnails, flicking_through_fields, asking_for_evidence, just_begun, running, paused),
    *(asked_whether_to_stop, stopping, done, writing_a_report, judging_again_while_it_runs, refusing_a_model),
    *(
        adding_a_model,
        comparing_models,
        filling_the_gallery,
        checking_the_control_folder,
        changing_the_recipe,
        with_every_dialog_open,
        with_a_floating_panel,
    ),
)


def closes_cleanly(window: MainWindow, qtbot: QtBot) -> weakref.ref[MainWindow]:
    """What Python still knows of the window, which is None once it is freed here too."""
    assert window.close()
    qtbot.waitUntil(lambda: not isValid(window), timeout=LONG)
    _, complaint = read_workspace()
    assert complaint == ""
    return weakref.ref(window)


@pytest.fixture
def desk(
    qtbot: QtBot,
    new_window: Callable[..., MainWindow],
    make_window: Callable[..., MainWindow],
    slow_slide: Callable[..., Path],
    tiny_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    return Desk(qtbot, new_window, make_window, slow_slide("A", 12), tiny_model)


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
@pytest.mark.parametrize("state", STATES)
def test_closing_ends_cleanly_and_frees_the_window(desk: Desk, state: Callable[[Desk], MainWindow]):
    others = QApplication.topLevelWidgets()
    known = closes_cleanly(state(desk), desk.qtbot)
    assert [type(each).__name__ for each in QApplication.topLevelWidgets() if each not in others] == []
    gc.collect()
    assert known() is None


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
@pytest.mark.parametrize("state", STATES)
def test_closing_again_and_again_ends_cleanly(desk: Desk, state: Callable[[Desk], MainWindow]):
    for _ in range(REPEATS):
        closes_cleanly(state(desk), desk.qtbot)
