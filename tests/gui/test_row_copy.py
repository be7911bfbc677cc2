"""Rows are copied a few at a time: the window never waits for them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui import row_copy
from leukemia_desktop.gui.row_copy import RowCopy


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is so quick that the next one follows in the same moment."""
    monkeypatch.setattr(row_copy, "AT_A_TIME", 0)


@pytest.fixture
def copying(qapp: object) -> Iterator[RowCopy]:
    """A copy that is ended with its test; the clipboard holds something else."""
    QGuiApplication.clipboard().setText("before")
    made = RowCopy(None)
    yield made
    made.stop()


@pytest.mark.usefixtures("one_at_a_time")
def test_the_window_does_other_things_between_rows(copying: RowCopy, qtbot: QtBot):
    seen: list[tuple[bool, str]] = []
    other = QTimer(interval=0)
    other.timeout.connect(lambda: seen.append((copying.busy, QGuiApplication.clipboard().text())))
    other.start()
    with qtbot.waitSignal(copying.copied, timeout=60_000) as copied:
        copying.begin(["Field", "Label"], ([f"{number}.png", "Pre"] for number in range(200)))
        assert copying.busy
    other.stop()
    assert copied.args == [200]
    assert (True, "before") in seen
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Field\tLabel"
    assert lines[1:] == [f"{number}.png\tPre" for number in range(200)]
    assert not copying.busy


@pytest.mark.usefixtures("one_at_a_time")
def test_only_the_last_copy_counts(copying: RowCopy, qtbot: QtBot):
    copying.begin(["Field"], ([f"{number}.png"] for number in range(200)))
    with qtbot.waitSignal(copying.copied, timeout=60_000) as copied:
        copying.begin(["Field"], iter([["a.png"], ["b.png"]]))
    assert copied.args == [2]
    assert QGuiApplication.clipboard().text().splitlines() == ["Field", "a.png", "b.png"]


@pytest.mark.usefixtures("one_at_a_time")
def test_a_copy_that_is_stopped_leaves_the_clipboard_alone(copying: RowCopy, qtbot: QtBot):
    copying.begin(["Field"], (["a.png"] for _ in range(200)))
    with qtbot.waitSignal(copying.ended):
        copying.stop()
    assert QGuiApplication.clipboard().text() == "before"
    assert not copying.busy
