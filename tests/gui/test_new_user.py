"""The path of a person who has never seen the program, by mouse alone: open, analyse, see what needs a look and why, export.

README describes this path step by step; here each click is counted.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.quality import ADVICE
from leukemia_desktop.gui.export_dialog import ExportDialog
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.results_columns import STATUS
from leukemia_desktop.gui.results_model import PATH

LONG = 60_000
MOST = 6


@pytest.fixture
def qts_own_dialogs() -> Iterator[None]:
    """A desktop's own file dialog cannot be clicked from here."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


class Mouse:
    """Clicks and counts."""

    def __init__(self, qtbot: QtBot):
        self.clicks = 0
        self._qtbot = qtbot

    def click(self, part: QWidget, at: QPoint | None = None) -> None:
        """A click with the left button."""
        assert part.isVisible() and part.isEnabled()
        self.clicks += 1
        self._qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=at or part.rect().center())

    def click_and_answer(self, part: QWidget, path: Path, button: QDialogButtonBox.StandardButton) -> None:
        """Click on what opens a file dialog, type a path there, and click on its button."""
        timer = QTimer(interval=20)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                return
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            accept = dialog.findChild(QDialogButtonBox).button(button)
            if line.text() != str(path):
                line.setText(str(path))
            elif accept.isEnabled():
                timer.stop()
                self.click(accept)

        timer.timeout.connect(answer)
        timer.start()
        self.click(part)
        assert not timer.isActive(), "no file dialog was there to answer"


def test_from_a_folder_to_a_report_in_six_clicks(
    make_window: Callable[..., MainWindow],
    make_slide: Callable[..., Path],
    qtbot: QtBot,
    tmp_path: Path,
    qts_own_dialogs: None,
):
    folder, report = make_slide("A-0412", Benign=2, Pre=2), tmp_path / "out" / "A-0412.csv"
    report.parent.mkdir()
    window, mouse = make_window(), Mouse(qtbot)
    buttons = {each.objectName(): each for each in window.orders.toolbar.findChildren(QPushButton)}
    kinds = QDialogButtonBox.StandardButton

    mouse.click_and_answer(buttons["open_folder"], folder, kinds.Open)
    qtbot.waitUntil(lambda: buttons["primary"].isEnabled(), timeout=LONG)

    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        mouse.click(buttons["primary"])

    view = window.rooms.table.view
    rows = [view.model().index(row, STATUS) for row in range(view.model().rowCount())]
    row = next(index for index in rows if index.data() == "review")
    mouse.click(view.viewport(), view.visualRect(row).center())
    path = row.data(PATH)
    assert window.session.field == path
    qtbot.waitUntil(lambda: window.rooms.viewer.field_name == path.stem, timeout=LONG)
    told = [label.text() for label in window.result.flag_labels]
    verdict = window.session.outcome_of(path).verdict
    assert "few_cells" in verdict.flags
    assert "Few cells" in told
    assert ADVICE["few_cells"] in told

    qtbot.waitUntil(lambda: buttons["export"].isEnabled(), timeout=LONG)
    mouse.click(buttons["export"])
    dialog = window.findChild(ExportDialog)
    dialog.file.setText(str(report.with_suffix("")))
    mouse.click(dialog.save_button)
    qtbot.waitUntil(report.is_file, timeout=LONG)
    with report.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.DictReader(stream))
    assert len(written) == 4
    assert all("few_cells" in each["flags"].split("|") for each in written)
    assert mouse.clicks <= MOST
