"""The daily control in the window: baseline, check, chart, and a word of warning before patient slides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leukemia_desktop.core import control
from leukemia_desktop.gui.control_panel import ControlPanel
from leukemia_desktop.gui.main_window import MainWindow

LONG = 60_000
Make = Callable[..., MainWindow]


@pytest.fixture
def control_folder(make_slide: Callable[..., Path]) -> Path:
    return make_slide("control", Benign=3, Pre=3)


def panel_of(window: MainWindow, qtbot: QtBot, folder: Path | None = None) -> ControlPanel:
    panel = window.panels["control"]
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    if folder is not None:
        panel.choose(folder)
        qtbot.waitUntil(lambda: panel.standing is not None, timeout=LONG)
    return panel


def state(panel: ControlPanel) -> str:
    return panel.standing.state if panel.standing else ""


def test_a_baseline_and_checks_are_taken_and_drawn_and_the_folder_is_known_at_the_next_start(
    make_window: Make, qtbot: QtBot, control_folder: Path
):
    window = make_window()
    panel = panel_of(window, qtbot)
    assert not panel.check_button.isEnabled()
    assert "No control folder" in panel.state.text()
    panel = panel_of(window, qtbot, control_folder)
    assert state(panel) == "no_baseline"
    panel.baseline_button.click()
    assert not panel.check_button.isEnabled()
    qtbot.waitUntil(lambda: state(panel) == "unchecked", timeout=LONG)
    panel.check_button.click()
    qtbot.waitUntil(lambda: state(panel) == "ok", timeout=LONG)
    assert panel.state.text().startswith("In control at ")
    assert "Focus +0.0 SD" in panel.chart.accessibleName()
    assert panel.check_button.isEnabled()
    window.close()
    again = panel_of(make_window(), qtbot)
    qtbot.waitUntil(lambda: state(again) == "ok", timeout=LONG)
    assert again.folder == control_folder


def test_a_run_begins_with_a_warning_where_the_control_is_not_well(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot, control_folder: Path
):
    window = make_window(make_slide("A", Benign=1))
    panel = panel_of(window, qtbot, control_folder)
    panel.make_baseline()
    qtbot.waitUntil(lambda: state(panel) == "unchecked", timeout=LONG)
    window.orders["analyse"].trigger()
    qtbot.waitUntil(lambda: "Not checked since the baseline" in window.notice.text, timeout=LONG)
    old = datetime.now(UTC) - timedelta(days=2)
    reading = replace(panel.standing.baselines[0], at=old.isoformat())
    control.append(control.history_path(), "check", reading)
    panel.look(before_run=True)
    qtbot.waitUntil(lambda: "older than a day" in window.notice.text, timeout=LONG)
    far = control.Finding("1-3s", "focus", "focus is +5.0 SD from the baseline")
    control.append(control.history_path(), "check", reading, [far])
    panel.look(before_run=True)
    qtbot.waitUntil(lambda: "Do not run patient slides" in window.notice.text, timeout=LONG)
    assert "Focus is +5.0 SD" in panel.findings.text()
    panel.check()
    qtbot.waitUntil(lambda: state(panel) == "ok", timeout=LONG)
    assert window.notice.text == ""


def test_a_folder_that_is_no_control_is_refused_with_a_sentence(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot
):
    panel = panel_of(make_window(), qtbot, make_slide("few", Benign=2))
    panel.make_baseline()
    qtbot.waitUntil(lambda: "too few" in panel.state.text(), timeout=LONG)
    assert not control.history_path().exists()


def test_without_a_control_folder_nothing_is_said(make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot):
    window = make_window(make_slide("A", Benign=1))
    panel_of(window, qtbot)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    assert window.notice.text == ""


def test_a_check_is_left_when_the_window_closes(make_window: Make, qtbot: QtBot, slow_slide: Callable[..., Path]):
    window = make_window()
    panel = panel_of(window, qtbot, slow_slide("control", 40))
    panel.make_baseline()
    window.close()
    assert not control.history_path().exists() or len(control.history_path().read_text("utf-8").splitlines()) == 1
