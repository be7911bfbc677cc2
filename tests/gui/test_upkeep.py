"""What goes on beside the work: log, diagnostics that name nobody, notifications, memory, the device that really runs."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.classifier import NOT_STARTED
from leukemia_desktop.gui import crash
from leukemia_desktop.gui.analysis_thread import fell_back_words
from leukemia_desktop.gui.diagnostics import diagnostics
from leukemia_desktop.gui.log_dialog import SHOWN, LogDialog, end_of_log
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.memory_use import memory_use

LONG = 60_000


@pytest.fixture
def log() -> Iterator[None]:
    """A log of this test's own."""
    before, level = list(crash.LOG.handlers), crash.LOG.level
    crash.start_log()
    yield
    for handler in [each for each in crash.LOG.handlers if each not in before]:
        crash.LOG.removeHandler(handler)
        handler.close()
    crash.LOG.setLevel(level)


def fail_over(path: Path) -> None:
    try:
        raise RuntimeError(f"{path} of Mrs Example is broken")
    except RuntimeError:
        report = crash.CrashReport(QLabel())
        report.crashed.disconnect()
        report.take(*sys.exc_info())


def test_diagnostics_name_no_file_no_folder_and_no_slide(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot, log: None
):
    folder = make_slide("Mrs Example 1931", Benign=2, Pre=1)
    (folder / "bad one.png").write_bytes(b"")
    window = make_window(folder)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    fail_over(folder / "bad one.png")
    window.orders["diagnostics"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == diagnostics(window).splitlines()[0]
    for told in (
        "Leukemia Desktop",
        "Qt",
        "SHA-256",
        "1 slides, 4 fields",
        "'failed': 1",
        "review_below=0.8",
        "RuntimeError at",
    ):
        assert told in text
    names = [
        str(folder),
        str(folder.parent),
        folder.name,
        str(Path.home()),
        "Example",
        "1931",
        "Benign_1",
        "bad one",
        ".png",
        "tiny_model",
    ]
    assert not [name for name in names if name in text]
    assert "model=set" in text  # and not where it lies


def test_the_log_is_shown_and_copied(window: MainWindow, qtbot: QtBot, log: None, tmp_path: Path):
    fail_over(tmp_path / "a.png")
    window.orders["log"].trigger()
    dialog = window.findChild(LogDialog)
    assert "RuntimeError" in dialog.text.toPlainText()
    qtbot.mouseClick(dialog.copy_log_button, Qt.MouseButton.LeftButton)
    assert "RuntimeError" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(dialog.copy_diagnostics_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Leukemia Desktop")
    dialog.close()


def test_of_a_long_log_whole_lines_of_its_end_are_shown(log: None):
    for number in range(3000):
        crash.LOG.info("line %d %s", number, "x" * 100)
    for handler in crash.LOG.handlers:
        handler.flush()
    text = end_of_log()
    assert SHOWN // 2 < len(text) < SHOWN
    assert text.endswith("x\n")
    assert crash.LOG.level == logging.INFO
    assert "INFO line" in text.splitlines()[0]


def test_details_of_an_error_are_copied_and_the_message_stays(window: MainWindow, qtbot: QtBot):
    report = crash.CrashReport(window)
    report.crashed.emit("Traceback: at the details")
    qtbot.waitUntil(lambda: report.dialog is not None, timeout=LONG)
    qtbot.mouseClick(report.copy_button, Qt.MouseButton.LeftButton)
    assert "at the details" in QGuiApplication.clipboard().text()
    assert report.dialog is not None
    report.dialog.close()


def test_a_long_run_that_ends_unseen_is_told(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=3))
    other = QLabel("another window")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow(), timeout=LONG)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    window.upkeep.notifier.long = 0
    with qtbot.waitSignal(window.upkeep.notifier.notified, timeout=LONG) as told:
        window.orders["analyse"].trigger()
    assert told.args == ["3 of 3 fields analysed"]


def test_a_short_run_or_one_that_is_watched_is_not_told(window: MainWindow, qtbot: QtBot):
    told: list[str] = []
    notifier = window.upkeep.notifier
    notifier.notified.connect(told.append)
    notifier.end("without a beginning")
    notifier.long = 1e9
    notifier.follow("running")
    notifier.end("a short one")
    notifier.long = 0
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    notifier.follow("running")
    notifier.end("a watched one")
    assert told == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems may not say")
def test_the_memory_in_use_is_shown(window: MainWindow):
    assert memory_use() > 10_000_000
    assert window.status.memory.text().endswith("MB memory")
    window.status.set_memory(None)
    assert window.status.memory.isHidden()
    window.status.set_memory(1_234_500_000)
    assert window.status.memory.text() == "1\u202f234 MB memory"


def test_a_graphics_card_that_failed_is_said_in_plain_words():
    words = fell_back_words("CUDNN_STATUS_NOT_INITIALIZED")
    assert "goes on on the processor" in words
    assert "CUDNN_STATUS_NOT_INITIALIZED" in words


def test_a_graphics_card_that_never_started_did_not_fail():
    words = fell_back_words(NOT_STARTED)
    assert "on the processor" in words
    assert "could not be started" in words
    assert "failed" not in words
